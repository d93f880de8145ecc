-- The outbox: every letter the program meant to send, whether it could or not.
CREATE TABLE post_letter (
    organization_id BYTEA  NOT NULL,
    letter_id       BYTEA  NOT NULL,
    address         TEXT   NOT NULL,
    subject         TEXT   NOT NULL,
    body            TEXT   NOT NULL,
    state           TEXT   NOT NULL CHECK (state IN ('waiting', 'unsent')),
    created_at      BIGINT NOT NULL,
    settled_at      BIGINT,
    PRIMARY KEY (organization_id, letter_id)
);
CREATE INDEX post_letter_by_age ON post_letter (created_at);
