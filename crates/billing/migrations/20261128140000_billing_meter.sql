-- What an organization has used. Sums and counts are written by the transaction that sends.
CREATE TABLE billing_meter (
    organization_id BYTEA  NOT NULL PRIMARY KEY,
    counted         BIGINT NOT NULL,
    not_counted     BIGINT NOT NULL
);
CREATE TABLE billing_count (
    organization_id BYTEA  NOT NULL,
    message_id      BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    counted_at      BIGINT NOT NULL,
    documents       BIGINT NOT NULL CHECK (documents > 0),
    reason          TEXT   NOT NULL CHECK (reason IN ('outgoing', 'test')),
    PRIMARY KEY (organization_id, message_id)
);
