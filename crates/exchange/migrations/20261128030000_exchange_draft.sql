-- A message kept on the server and not sent. One that was sent or recycled stays without its contents for a time: the feed
-- names it.
CREATE TABLE exchange_draft (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    draft_id        BYTEA  NOT NULL,
    to_box_id       BYTEA,
    state           TEXT   NOT NULL CHECK (state IN ('kept', 'sent', 'recycled')),
    message_id      BYTEA,
    kept_at         BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, draft_id)
);
CREATE INDEX exchange_draft_by_state ON exchange_draft (organization_id, box_id, state, draft_id);
CREATE INDEX exchange_draft_by_age ON exchange_draft (changed_at);

-- Its documents; facts is JSON that only this program reads.
CREATE TABLE exchange_draft_document (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    draft_id        BYTEA  NOT NULL,
    document_id     BYTEA  NOT NULL,
    place           BIGINT NOT NULL,
    file_name       TEXT   NOT NULL,
    facts           TEXT   NOT NULL,
    PRIMARY KEY (organization_id, box_id, draft_id, document_id)
);

-- Bytes of a document: the original under the document's own id, and those with a signer filled in. bytes is empty when
-- they lie in the object store.
CREATE TABLE exchange_draft_content (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    draft_id        BYTEA  NOT NULL,
    content_id      BYTEA  NOT NULL,
    document_id     BYTEA  NOT NULL,
    hash            BYTEA  NOT NULL,
    size_bytes      BIGINT NOT NULL,
    bytes           BYTEA,
    made_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, draft_id, content_id)
);
CREATE INDEX exchange_draft_content_by_hash ON exchange_draft_content (organization_id, hash);
