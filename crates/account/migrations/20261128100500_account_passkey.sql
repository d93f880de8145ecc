-- Passkeys: public keys that a person's device holds the private half of.
CREATE TABLE account_passkey (
    credential_hash BYTEA  NOT NULL PRIMARY KEY,
    passkey_id      BYTEA  NOT NULL,
    user_id         BYTEA  NOT NULL,
    credential_id   BYTEA  NOT NULL,
    name            TEXT   NOT NULL,
    public_key      BYTEA  NOT NULL,
    sign_count      BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    last_used_at    BIGINT
);
CREATE UNIQUE INDEX account_passkey_by_user ON account_passkey (user_id, passkey_id);
