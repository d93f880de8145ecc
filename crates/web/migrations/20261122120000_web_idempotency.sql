-- The first answer to each intention of a client, kept 90 days. organization_id is the organization, or the person
-- for acts before there is one. answer_status 0 stands only inside the transaction that carries the intention out.
CREATE TABLE web_idempotency (
    organization_id BYTEA  NOT NULL,
    method          TEXT   NOT NULL,
    key             TEXT   NOT NULL,
    fingerprint     BYTEA  NOT NULL,
    answer_status   BIGINT NOT NULL,
    answer_body     BYTEA  NOT NULL,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, method, key)
);
CREATE INDEX web_idempotency_by_age ON web_idempotency (created_at);
