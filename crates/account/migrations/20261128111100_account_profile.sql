-- How a person likes the program, and their picture: beside the person, found by his id.
CREATE TABLE account_profile (
    user_id   BYTEA NOT NULL PRIMARY KEY,
    language  TEXT  NOT NULL CHECK (language IN ('ru', 'en')),
    theme     TEXT  NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
    time_zone TEXT  NOT NULL
);

CREATE TABLE account_picture_content (
    user_id    BYTEA  NOT NULL PRIMARY KEY,
    kind       TEXT   NOT NULL CHECK (kind IN ('png', 'jpeg')),
    content    BYTEA  NOT NULL,
    hash       BYTEA  NOT NULL,
    changed_at BIGINT NOT NULL
);
