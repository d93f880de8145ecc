-- Tables of the OpenID Connect provider: small directories, each found by the hash of what a program shows.
CREATE TABLE openid_client (
    client_id     TEXT   NOT NULL PRIMARY KEY,
    redirect_uris TEXT   NOT NULL,
    is_public     BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    set_at        BIGINT NOT NULL
);

-- What a person lent to a program: one row a consent, living as long as the sign-in behind it.
CREATE TABLE openid_grant (
    grant_id         BYTEA  NOT NULL PRIMARY KEY,
    client_id        TEXT,
    user_id          BYTEA  NOT NULL,
    sign_in_id       BYTEA  NOT NULL,
    scope            TEXT   NOT NULL,
    nonce            TEXT,
    authenticated_at BIGINT NOT NULL,
    renewable_until  BIGINT NOT NULL,
    ended_at         BIGINT
);
CREATE UNIQUE INDEX openid_grant_by_sign_in ON openid_grant (user_id, sign_in_id);
CREATE INDEX openid_grant_by_end ON openid_grant (renewable_until);

-- Refresh tokens; a used one stays until its grant is forgotten, so that showing it again is noticed.
CREATE TABLE openid_refresh (
    token_hash BYTEA  NOT NULL PRIMARY KEY,
    grant_id   BYTEA  NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX openid_refresh_by_end ON openid_refresh (expires_at);

CREATE TABLE openid_code (
    code_hash        BYTEA  NOT NULL PRIMARY KEY,
    client_id        TEXT   NOT NULL,
    redirect_uri     TEXT   NOT NULL,
    user_id          BYTEA  NOT NULL,
    sign_in_id       BYTEA  NOT NULL,
    scope            TEXT   NOT NULL,
    nonce            TEXT,
    challenge        TEXT,
    authenticated_at BIGINT NOT NULL,
    expires_at       BIGINT NOT NULL,
    grant_id         BYTEA
);
CREATE INDEX openid_code_by_end ON openid_code (expires_at);

CREATE TABLE openid_device (
    device_hash      BYTEA  NOT NULL PRIMARY KEY,
    user_code_hash   BYTEA  NOT NULL,
    client_id        TEXT   NOT NULL,
    scope            TEXT   NOT NULL,
    state            TEXT   NOT NULL CHECK (state IN ('waiting', 'allowed', 'denied')),
    user_id          BYTEA,
    sign_in_id       BYTEA,
    authenticated_at BIGINT,
    polled_at        BIGINT,
    interval_seconds BIGINT NOT NULL,
    expires_at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX openid_device_by_user_code ON openid_device (user_code_hash);
CREATE INDEX openid_device_by_end ON openid_device (expires_at);

-- Keys of id_tokens; the private halves are sealed under the host's secret.
CREATE TABLE openid_signing_key (
    generation      BIGINT NOT NULL PRIMARY KEY,
    kid             TEXT   NOT NULL,
    sealed          BYTEA  NOT NULL,
    public_point    BYTEA  NOT NULL,
    signs_from      BIGINT NOT NULL,
    signs_until     BIGINT NOT NULL,
    published_until BIGINT NOT NULL
);
