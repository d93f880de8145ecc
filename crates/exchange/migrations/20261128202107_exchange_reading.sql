-- Documents that a person opened in a box. posted_at is the document's: a mark is forgotten when its document is too old to
-- count as unread.
CREATE TABLE exchange_reading (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    user_id         BYTEA  NOT NULL,
    document_id     BYTEA  NOT NULL,
    posted_at       BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, user_id, document_id)
);
CREATE INDEX exchange_reading_by_age ON exchange_reading (posted_at);
