-- Certificates of organizations, from the intention on.
CREATE TABLE certification_certificate (
    organization_id BYTEA NOT NULL,
    certificate_id BYTEA NOT NULL,
    authority_id BYTEA NOT NULL,
    holder_user_id BYTEA NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('intended', 'issued', 'revoked')),
    request_key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    request BYTEA NOT NULL,
    subject BYTEA NOT NULL,
    serial BYTEA NOT NULL,
    not_before BIGINT NOT NULL,
    not_after BIGINT NOT NULL,
    applied_at BIGINT NOT NULL,
    issued_at BIGINT,
    certificate BYTEA,
    thumbprint BYTEA,
    revoked_at BIGINT,
    revoked_by BYTEA,
    revocation_reason TEXT,
    PRIMARY KEY (organization_id, certificate_id)
);
CREATE UNIQUE INDEX certification_certificate_request ON certification_certificate (organization_id, request_key);

-- Directories: looked-up value to organization.
CREATE TABLE certification_serial (
    serial BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL,
    certificate_id BYTEA NOT NULL
);
CREATE TABLE certification_thumbprint (
    thumbprint BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL,
    certificate_id BYTEA NOT NULL
);
-- Every public key ever certified here, so that none is certified twice.
CREATE TABLE certification_key (
    key_hash BYTEA NOT NULL PRIMARY KEY,
    used_at BIGINT NOT NULL
);
