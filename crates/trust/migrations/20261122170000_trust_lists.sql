-- The counter every change of trust increments; other processes notice a change by it, a verdict names the version it was made with.
CREATE TABLE trust_version (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
INSERT INTO trust_version (id, version, changed_at) VALUES (1, 0, 0);

-- Roots and issuing authorities. A row is never deleted: what was trusted at version V is
-- added_version <= V and (removed_version is null or removed_version > V).
CREATE TABLE trust_authority (
    fingerprint BYTEA NOT NULL,
    added_version BIGINT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('root', 'intermediate')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'imported', 'accredited')),
    subject TEXT NOT NULL,
    certificate BYTEA NOT NULL,
    added_at BIGINT NOT NULL,
    removed_version BIGINT,
    removed_at BIGINT,
    PRIMARY KEY (fingerprint, added_version)
);
CREATE UNIQUE INDEX trust_authority_present ON trust_authority (fingerprint) WHERE removed_version IS NULL;

-- Revocation lists, one current row an issuer key; replaced rows stay, so that a verdict can be made again.
CREATE TABLE trust_revocation_list (
    fingerprint BYTEA NOT NULL PRIMARY KEY,
    issuer BYTEA NOT NULL,
    number BYTEA,
    this_update BIGINT NOT NULL,
    next_update BIGINT,
    content BYTEA NOT NULL,
    added_version BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    replaced_version BIGINT
);
CREATE UNIQUE INDEX trust_revocation_list_current ON trust_revocation_list (issuer) WHERE replaced_version IS NULL;

-- The list of accredited authorities as published on a date.
CREATE TABLE trust_accredited_list (
    list_date TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    added_version BIGINT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE TABLE trust_accredited_authority (
    list_date TEXT NOT NULL,
    fingerprint BYTEA NOT NULL,
    name TEXT NOT NULL,
    ogrn TEXT NOT NULL,
    accredited_from BIGINT NOT NULL,
    accredited_until BIGINT,
    PRIMARY KEY (list_date, fingerprint)
);
