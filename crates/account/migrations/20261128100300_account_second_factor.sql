-- The second factor: a generator of codes, recovery codes, remembered devices, and sign-ins that wait for it.
CREATE TABLE account_totp (
    user_id      BYTEA  NOT NULL PRIMARY KEY,
    sealed       BYTEA  NOT NULL,
    confirmed_at BIGINT,
    last_step    BIGINT NOT NULL
);

CREATE TABLE account_recovery_code (
    user_id   BYTEA  NOT NULL,
    code_hash BYTEA  NOT NULL,
    used_at   BIGINT,
    PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE account_device (
    token_hash BYTEA  NOT NULL PRIMARY KEY,
    device_id  BYTEA  NOT NULL,
    user_id    BYTEA  NOT NULL,
    name       TEXT   NOT NULL,
    address    TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_device_by_user ON account_device (user_id, device_id);
CREATE INDEX account_device_by_end ON account_device (expires_at);

CREATE TABLE account_pending_sign_in (
    token_hash        BYTEA  NOT NULL PRIMARY KEY,
    user_id           BYTEA  NOT NULL,
    way               TEXT   NOT NULL,
    client_id         TEXT,
    integrator_key_id BYTEA,
    expires_at        BIGINT NOT NULL
);
CREATE INDEX account_pending_sign_in_by_end ON account_pending_sign_in (expires_at);
