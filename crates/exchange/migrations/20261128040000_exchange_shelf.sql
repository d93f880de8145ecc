-- Files that a person puts on the shelf before documents name them: private to him, whichever organization he then acts for.
-- One row a person: the lock of all he does there.
CREATE TABLE exchange_shelf (
    user_id BYTEA  NOT NULL PRIMARY KEY,
    writes  BIGINT NOT NULL
);

-- part_count is empty until the last part came.
CREATE TABLE exchange_shelf_file (
    user_id    BYTEA  NOT NULL,
    name       TEXT   NOT NULL,
    part_count BIGINT,
    size_bytes BIGINT NOT NULL,
    begun_at   BIGINT NOT NULL,
    PRIMARY KEY (user_id, name)
);
CREATE INDEX exchange_shelf_file_by_age ON exchange_shelf_file (begun_at);

-- bytes is empty when they lie in the object store, under the person's id.
CREATE TABLE exchange_shelf_part (
    user_id    BYTEA  NOT NULL,
    name       TEXT   NOT NULL,
    part       BIGINT NOT NULL,
    hash       BYTEA  NOT NULL,
    size_bytes BIGINT NOT NULL,
    bytes      BYTEA,
    begun_at   BIGINT NOT NULL,
    PRIMARY KEY (user_id, name, part)
);
CREATE INDEX exchange_shelf_part_by_hash ON exchange_shelf_part (user_id, hash);
CREATE INDEX exchange_shelf_part_by_age ON exchange_shelf_part (begun_at);
