-- Links of one use in letters to people, what is known of a person's address and phone, and the journal of sign-ins.
CREATE TABLE account_link (
    code_hash  BYTEA  NOT NULL PRIMARY KEY,
    user_id    BYTEA  NOT NULL,
    work       BYTEA  NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX account_link_by_user ON account_link (user_id);
CREATE INDEX account_link_by_end ON account_link (expires_at);

CREATE TABLE account_contact (
    user_id            BYTEA  NOT NULL PRIMARY KEY,
    email_confirmed_at BIGINT,
    phone              TEXT,
    phone_confirmed_at BIGINT
);

CREATE TABLE account_phone (
    phone   TEXT  NOT NULL PRIMARY KEY,
    user_id BYTEA NOT NULL
);

-- By the person, or by what an unknown login hashes to, so that both are written alike.
CREATE TABLE account_sign_in_journal (
    subject    BYTEA  NOT NULL,
    entry_id   BYTEA  NOT NULL,
    tried_at   BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    way        TEXT   NOT NULL,
    address    TEXT   NOT NULL,
    device     TEXT   NOT NULL,
    cause      TEXT,
    sign_in_id BYTEA,
    PRIMARY KEY (subject, entry_id)
);
CREATE INDEX account_sign_in_journal_by_age ON account_sign_in_journal (tried_at);

ALTER TABLE account_sign_in ADD COLUMN way TEXT;
ALTER TABLE account_sign_in ADD COLUMN address TEXT;
ALTER TABLE account_sign_in ADD COLUMN device TEXT;
