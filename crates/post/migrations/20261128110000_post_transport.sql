-- What became of a letter once it may be sent. `outcome` is empty while `state` still tells: `waiting`, or `unsent`
-- for want of a mail server.
ALTER TABLE post_letter ADD COLUMN outcome TEXT CHECK (outcome IN ('sent', 'refused', 'gave-up', 'late'));
ALTER TABLE post_letter ADD COLUMN cause TEXT;
ALTER TABLE post_letter ADD COLUMN detail TEXT;
ALTER TABLE post_letter ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE post_letter ADD COLUMN tried_at BIGINT;
ALTER TABLE post_letter ADD COLUMN useful_until BIGINT;

CREATE TABLE post_sms (
    organization_id BYTEA  NOT NULL,
    sms_id          BYTEA  NOT NULL,
    phone           TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    state           TEXT   NOT NULL CHECK (state IN ('waiting', 'unsent')),
    outcome         TEXT   CHECK (outcome IN ('sent', 'refused', 'gave-up', 'late')),
    cause           TEXT,
    detail          TEXT,
    attempts        BIGINT NOT NULL,
    tried_at        BIGINT,
    useful_until    BIGINT,
    created_at      BIGINT NOT NULL,
    settled_at      BIGINT,
    PRIMARY KEY (organization_id, sms_id)
);
CREATE INDEX post_sms_by_age ON post_sms (created_at);
