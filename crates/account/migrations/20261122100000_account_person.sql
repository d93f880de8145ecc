-- Directory tables of people and of looked-up values: small, keyed by the looked-up value, in one place for all
-- organizations.
CREATE TABLE account_user (
    user_id    BYTEA  NOT NULL PRIMARY KEY,
    login      TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    is_active  BIGINT NOT NULL CHECK (is_active IN (0, 1)),
    created_at BIGINT NOT NULL
);

CREATE TABLE account_login (
    login_folded TEXT  NOT NULL PRIMARY KEY,
    user_id      BYTEA NOT NULL
);

CREATE TABLE account_password (
    user_id    BYTEA  NOT NULL PRIMARY KEY,
    memory_kib BIGINT NOT NULL,
    passes     BIGINT NOT NULL,
    lanes      BIGINT NOT NULL,
    salt       BYTEA  NOT NULL,
    hash       BYTEA  NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE account_sign_in (
    token_hash        BYTEA  NOT NULL PRIMARY KEY,
    sign_in_id        BYTEA  NOT NULL,
    user_id           BYTEA  NOT NULL,
    kind              TEXT   NOT NULL CHECK (kind IN ('page', 'api', 'diadoc', 'extern', 'oidc')),
    integrator_key_id BYTEA,
    created_at        BIGINT NOT NULL,
    expires_at        BIGINT NOT NULL,
    ended_at          BIGINT
);
CREATE UNIQUE INDEX account_sign_in_by_user ON account_sign_in (user_id, sign_in_id);
CREATE INDEX account_sign_in_by_key ON account_sign_in (integrator_key_id);
CREATE INDEX account_sign_in_by_end ON account_sign_in (expires_at);

-- Attempts that have not turned out right, by the hash of a login or of an address.
CREATE TABLE account_attempt (
    subject        BYTEA  NOT NULL PRIMARY KEY,
    count          BIGINT NOT NULL,
    window_ends_at BIGINT NOT NULL
);
CREATE INDEX account_attempt_by_end ON account_attempt (window_ends_at);
