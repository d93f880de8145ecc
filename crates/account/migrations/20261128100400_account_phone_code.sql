-- Codes sent to phones: what they open, and how often they were guessed wrong.
CREATE TABLE account_phone_code (
    code_id    BYTEA  NOT NULL PRIMARY KEY,
    purpose    TEXT   NOT NULL CHECK (purpose IN ('sign-in', 'set')),
    user_id    BYTEA,
    phone      TEXT   NOT NULL,
    code_hash  BYTEA  NOT NULL,
    failures   BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX account_phone_code_by_end ON account_phone_code (expires_at);
