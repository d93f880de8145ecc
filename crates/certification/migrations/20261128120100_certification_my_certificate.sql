-- All certificates of a person, own and brought from elsewhere: the list of one tab, and when to tell of their end.
CREATE TABLE certification_my_certificate (
    user_id BYTEA NOT NULL,
    certificate_id BYTEA NOT NULL,
    organization_id BYTEA NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('own', 'imported')),
    not_after BIGINT NOT NULL,
    notice_at BIGINT,
    key_place TEXT,
    PRIMARY KEY (user_id, certificate_id)
);
CREATE INDEX certification_my_certificate_notice ON certification_my_certificate (notice_at);
INSERT INTO certification_my_certificate (user_id, certificate_id, organization_id, origin, not_after, notice_at, key_place)
    SELECT holder_user_id, certificate_id, organization_id, 'own', not_after, not_after - 5184000000000, NULL
    FROM certification_certificate;

-- Certificates of other authorities, bound to the person who proved that he holds the key.
CREATE TABLE certification_imported (
    organization_id BYTEA NOT NULL,
    certificate_id BYTEA NOT NULL,
    holder_user_id BYTEA NOT NULL,
    certificate BYTEA NOT NULL,
    thumbprint BYTEA NOT NULL,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, certificate_id)
);
CREATE UNIQUE INDEX certification_imported_thumbprint
    ON certification_imported (organization_id, holder_user_id, thumbprint);

-- Suspensions: a list holds those whose journal number is not above its own and that were not lifted by then.
CREATE TABLE certification_hold (
    authority_id BYTEA NOT NULL,
    journal_seq BIGINT NOT NULL,
    serial BYTEA NOT NULL,
    held_at BIGINT NOT NULL,
    lifted_seq BIGINT,
    PRIMARY KEY (authority_id, journal_seq)
);
CREATE INDEX certification_hold_serial ON certification_hold (authority_id, serial);
ALTER TABLE certification_certificate ADD COLUMN suspended_at BIGINT;

-- Tries of revocation phrases, by certificate.
CREATE TABLE certification_phrase_try (
    serial BYTEA NOT NULL PRIMARY KEY,
    began_at BIGINT NOT NULL,
    tries BIGINT NOT NULL
);
