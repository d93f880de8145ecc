-- The simulator's own database. Everything here belongs to the whole installation: it keeps no organizations.

-- What is set by hand: the clock's shift, the pace, the faults. A JSON value each.
CREATE TABLE regulator_setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Counters; the row is locked by the first statement of whoever counts.
CREATE TABLE regulator_counter (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

-- The simulator's root (its code is «root») and its authorities: the key is sealed by the host's secret.
CREATE TABLE regulator_authority (
    code        TEXT  NOT NULL PRIMARY KEY,
    sealed_key  BYTEA NOT NULL,
    certificate BYTEA NOT NULL
);

-- Whom operators serve, and to which certificates answers are sealed.
CREATE TABLE regulator_subscriber (
    subscriber_id TEXT   NOT NULL PRIMARY KEY,
    inn           TEXT   NOT NULL,
    kpp           TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    operator      TEXT   NOT NULL,
    certificates  TEXT   NOT NULL,
    registered_at BIGINT NOT NULL
);

-- Containers that came and that were sent. `outcome` says what became of one, in a word.
CREATE TABLE regulator_container (
    container_id     TEXT   NOT NULL PRIMARY KEY,
    direction        TEXT   NOT NULL CHECK (direction IN ('in', 'out')),
    protocol         TEXT   NOT NULL,
    docflow          TEXT   NOT NULL,
    flow             TEXT   NOT NULL,
    transaction_code TEXT   NOT NULL,
    authority        TEXT   NOT NULL,
    operator         TEXT   NOT NULL,
    subscriber       TEXT   NOT NULL,
    hash             BYTEA  NOT NULL,
    size_bytes       BIGINT NOT NULL,
    is_inline        BIGINT NOT NULL CHECK (is_inline IN (0, 1)),
    at               BIGINT NOT NULL,
    outcome          TEXT   NOT NULL
);
CREATE INDEX regulator_container_at ON regulator_container (at, container_id);
CREATE INDEX regulator_container_docflow ON regulator_container (docflow, transaction_code);

-- Containers of at most 64 KiB; larger ones are files.
CREATE TABLE regulator_container_content (
    container_id TEXT  NOT NULL PRIMARY KEY,
    bytes        BYTEA NOT NULL
);

-- What the authorities have for an operator, in order; a doubled container stands twice.
CREATE TABLE regulator_feed (
    operator     TEXT   NOT NULL,
    seq          BIGINT NOT NULL,
    container_id TEXT   NOT NULL,
    PRIMARY KEY (operator, seq)
);

-- Answers held back so that the next one of the operator overtakes them.
CREATE TABLE regulator_held (
    operator     TEXT   NOT NULL,
    container_id TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    PRIMARY KEY (operator, container_id)
);

-- What is known of a docflow: a JSON value, written once when it begins.
CREATE TABLE regulator_docflow (
    docflow    TEXT   NOT NULL PRIMARY KEY,
    facts      TEXT   NOT NULL,
    started_at BIGINT NOT NULL
);

-- Returns that an authority took: the same correction is not taken twice.
CREATE TABLE regulator_filed (
    authority  TEXT   NOT NULL,
    payer      TEXT   NOT NULL,
    knd        TEXT   NOT NULL,
    year       TEXT   NOT NULL,
    period     TEXT   NOT NULL,
    correction BIGINT NOT NULL,
    docflow    TEXT   NOT NULL,
    filed_at   BIGINT NOT NULL,
    PRIMARY KEY (authority, payer, knd, year, period, correction)
);
