-- Second steps of a sign-in beside the generator: by which of the ways a person has already.
CREATE TABLE account_second_way (
    user_id  BYTEA  NOT NULL,
    way      TEXT   NOT NULL CHECK (way IN ('phone', 'passkey')),
    added_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, way)
);

-- Codes sent to phones, in place of account_phone_code, whose purposes were two: nothing in it lived for more than ten minutes.
CREATE TABLE account_sent_code (
    code_id    BYTEA  NOT NULL PRIMARY KEY,
    purpose    TEXT   NOT NULL,
    user_id    BYTEA,
    phone      TEXT   NOT NULL,
    code_hash  BYTEA  NOT NULL,
    failures   BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX account_sent_code_by_end ON account_sent_code (expires_at);
