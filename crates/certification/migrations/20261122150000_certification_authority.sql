-- Authorities: for each line («НЕКВАЛИФИЦИРОВАННЫЙ», «ТЕСТ») a root and an issuing one. The row is the lock of everything
-- the authority does: its journal and its list numbers are counted here.
CREATE TABLE certification_authority (
    authority_id BYTEA NOT NULL PRIMARY KEY,
    line TEXT NOT NULL CHECK (line IN ('unqualified', 'test')),
    authority_rank TEXT NOT NULL CHECK (authority_rank IN ('root', 'issuing')),
    generation BIGINT NOT NULL,
    key_id BYTEA NOT NULL,
    certificate BYTEA NOT NULL,
    sealed_key BYTEA NOT NULL,
    not_after BIGINT NOT NULL,
    journal_seq BIGINT NOT NULL,
    journal_head BYTEA NOT NULL,
    list_number BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX certification_authority_line ON certification_authority (line, authority_rank, generation);
CREATE UNIQUE INDEX certification_authority_key ON certification_authority (key_id);

-- Append-only; each row's hash covers the row before it. Written before a certificate or a list leaves.
CREATE TABLE certification_journal (
    authority_id BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (authority_id, seq)
);

-- What revocation lists are made of: a list holds the rows whose journal number is not above its own.
CREATE TABLE certification_revoked (
    authority_id BYTEA NOT NULL,
    journal_seq BIGINT NOT NULL,
    serial BYTEA NOT NULL,
    revoked_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (authority_id, journal_seq)
);
CREATE UNIQUE INDEX certification_revoked_serial ON certification_revoked (authority_id, serial);

-- Numbered revocation lists; content comes when the number is signed.
CREATE TABLE certification_list (
    authority_id BYTEA NOT NULL,
    number BIGINT NOT NULL,
    journal_seq BIGINT NOT NULL,
    this_update BIGINT NOT NULL,
    next_update BIGINT NOT NULL,
    content BYTEA,
    PRIMARY KEY (authority_id, number)
);

-- The operator's own certificates, newest generation in use; the key is sealed.
CREATE TABLE certification_operator (
    generation BIGINT NOT NULL PRIMARY KEY,
    authority_id BYTEA NOT NULL,
    serial BYTEA NOT NULL,
    certificate BYTEA NOT NULL,
    sealed_key BYTEA NOT NULL,
    not_after BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX certification_operator_serial ON certification_operator (serial);
