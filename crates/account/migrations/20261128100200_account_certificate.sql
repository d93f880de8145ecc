-- Certificates by whose keys people sign in, proposals to those who hold one and have no account, and challenges that
-- were used up.
CREATE TABLE account_certificate (
    fingerprint BYTEA  NOT NULL PRIMARY KEY,
    binding_id  BYTEA  NOT NULL,
    user_id     BYTEA  NOT NULL,
    thumbprint  TEXT   NOT NULL,
    person_hash BYTEA,
    kind        TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    certificate BYTEA  NOT NULL,
    not_after   BIGINT NOT NULL,
    bound_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_certificate_by_user ON account_certificate (user_id, binding_id);
CREATE INDEX account_certificate_by_thumbprint ON account_certificate (thumbprint);
CREATE INDEX account_certificate_by_person ON account_certificate (person_hash);

CREATE TABLE account_proposal (
    token_hash  BYTEA  NOT NULL PRIMARY KEY,
    certificate BYTEA  NOT NULL,
    kind        TEXT   NOT NULL,
    expires_at  BIGINT NOT NULL,
    user_id     BYTEA
);
CREATE INDEX account_proposal_by_end ON account_proposal (expires_at);

CREATE TABLE account_spent_challenge (
    nonce      BYTEA  NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);
CREATE INDEX account_spent_challenge_by_end ON account_spent_challenge (expires_at);
