-- Every import of a list of accredited authorities, several of one day too: at version V the list of the latest day counts, of that day
-- the one imported last. Rows are never deleted. trust_accredited_list and trust_accredited_authority, which knew one list of a day and
-- one span of an authority, are read no more; what they held is copied.
CREATE TABLE trust_accredited_edition (
    added_version BIGINT NOT NULL PRIMARY KEY,
    list_date TEXT NOT NULL,
    source TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX trust_accredited_edition_by_date ON trust_accredited_edition (list_date, added_version);

-- A span in which the authority of a certificate was accredited; its end is not in it.
CREATE TABLE trust_accredited_span (
    added_version BIGINT NOT NULL,
    fingerprint BYTEA NOT NULL,
    accredited_from BIGINT NOT NULL,
    accredited_until BIGINT,
    name TEXT NOT NULL,
    ogrn TEXT NOT NULL,
    PRIMARY KEY (added_version, fingerprint, accredited_from)
);

INSERT INTO trust_accredited_edition (added_version, list_date, source, added_at)
    SELECT added_version, list_date, source, added_at FROM trust_accredited_list;
INSERT INTO trust_accredited_span (added_version, fingerprint, accredited_from, accredited_until, name, ogrn)
    SELECT l.added_version, a.fingerprint, a.accredited_from, a.accredited_until, a.name, a.ogrn
    FROM trust_accredited_authority a JOIN trust_accredited_list l ON l.list_date = a.list_date;
