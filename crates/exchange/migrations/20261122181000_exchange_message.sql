-- A box's copy of a message.
CREATE TABLE exchange_message (
    organization_id              BYTEA  NOT NULL,
    box_id                       BYTEA  NOT NULL,
    message_id                   BYTEA  NOT NULL,
    side                         TEXT   NOT NULL CHECK (side IN ('sender', 'recipient')),
    counteragent_organization_id BYTEA  NOT NULL,
    counteragent_box_id          BYTEA  NOT NULL,
    posted_at                    BIGINT NOT NULL,
    is_test                      BIGINT NOT NULL CHECK (is_test IN (0, 1)),
    PRIMARY KEY (organization_id, box_id, message_id)
);

-- Append-only atoms of a message copy. facts is JSON that only this program reads.
CREATE TABLE exchange_entity (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    message_id      BYTEA  NOT NULL,
    entity_id       BYTEA  NOT NULL,
    document_id     BYTEA  NOT NULL,
    parent_id       BYTEA,
    patch_id        BYTEA  NOT NULL,
    kind            TEXT   NOT NULL,
    author          TEXT   NOT NULL CHECK (author IN ('sender', 'recipient', 'operator')),
    at              BIGINT NOT NULL,
    content_hash    BYTEA,
    content_size    BIGINT,
    file_name       TEXT,
    facts           TEXT   NOT NULL,
    PRIMARY KEY (organization_id, box_id, message_id, entity_id)
);
-- The operator confirms one file to one side once.
CREATE UNIQUE INDEX exchange_entity_confirmation
    ON exchange_entity (organization_id, box_id, message_id, parent_id, kind)
    WHERE kind IN ('receiving_confirmation', 'sending_confirmation');

-- Exact bytes by their BLAKE3; bytes is empty when they lie in the object store.
CREATE TABLE exchange_content (
    organization_id BYTEA  NOT NULL,
    hash            BYTEA  NOT NULL,
    size_bytes      BIGINT NOT NULL,
    bytes           BYTEA,
    PRIMARY KEY (organization_id, hash)
);

-- Content brought to a box before the message that will name it.
CREATE TABLE exchange_upload (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    hash            BYTEA  NOT NULL,
    uploaded_at     BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, hash)
);
CREATE INDEX exchange_upload_by_age ON exchange_upload (uploaded_at);

-- One row for each document in a box: a projection of its entities, kept for lists. Always recomputable.
CREATE TABLE exchange_docflow (
    organization_id     BYTEA  NOT NULL,
    box_id              BYTEA  NOT NULL,
    document_id         BYTEA  NOT NULL,
    message_id          BYTEA  NOT NULL,
    side                TEXT   NOT NULL CHECK (side IN ('sender', 'recipient')),
    counteragent_box_id BYTEA  NOT NULL,
    kind                TEXT   NOT NULL,
    number              TEXT,
    document_date       TEXT,
    total_kopecks       BIGINT,
    file_name           TEXT,
    posted_at           BIGINT NOT NULL,
    is_test             BIGINT NOT NULL CHECK (is_test IN (0, 1)),
    outcome             TEXT   NOT NULL CHECK (outcome IN ('going', 'finished', 'rejected', 'revoked')),
    turn                TEXT   NOT NULL CHECK (turn IN ('sender', 'recipient', 'operator', 'nobody')),
    changed_at          BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, document_id)
);
CREATE INDEX exchange_docflow_by_time
    ON exchange_docflow (organization_id, box_id, posted_at, document_id);
