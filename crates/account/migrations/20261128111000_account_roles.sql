-- Named sets of permissions. Built-in roles are known by their key and have no rows here; an organization's own have
-- their id as key.
CREATE TABLE account_role (
    organization_id BYTEA  NOT NULL,
    role_key        TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, role_key),
    UNIQUE (organization_id, name)
);

CREATE TABLE account_role_permission (
    organization_id BYTEA NOT NULL,
    role_key        TEXT  NOT NULL,
    permission      TEXT  NOT NULL CHECK (permission IN ('read', 'send', 'sign', 'administer')),
    PRIMARY KEY (organization_id, role_key, permission)
);

CREATE TABLE account_member_role (
    organization_id BYTEA  NOT NULL,
    user_id         BYTEA  NOT NULL,
    role_key        TEXT   NOT NULL,
    given_at        BIGINT NOT NULL,
    PRIMARY KEY (organization_id, user_id, role_key)
);
CREATE INDEX account_member_role_by_role ON account_member_role (organization_id, role_key);

ALTER TABLE account_department ADD COLUMN archived_at BIGINT;

-- What one member lets another do in their place, for a time.
CREATE TABLE account_delegation (
    organization_id BYTEA  NOT NULL,
    delegation_id   BYTEA  NOT NULL,
    from_user_id    BYTEA  NOT NULL,
    to_user_id      BYTEA  NOT NULL,
    permissions     TEXT   NOT NULL,
    reason          TEXT   NOT NULL,
    starts_at       BIGINT NOT NULL,
    ends_at         BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    revoked_at      BIGINT,
    revoked_by      BYTEA,
    PRIMARY KEY (organization_id, delegation_id)
);
CREATE INDEX account_delegation_by_delegate ON account_delegation (organization_id, to_user_id, ends_at);

CREATE TABLE account_delegated_act (
    organization_id BYTEA  NOT NULL,
    delegation_id   BYTEA  NOT NULL,
    act_id          BYTEA  NOT NULL,
    user_id         BYTEA  NOT NULL,
    what            TEXT   NOT NULL,
    request_id      BYTEA  NOT NULL,
    done_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, delegation_id, act_id)
);

-- A person asks to be let in.
CREATE TABLE account_access_request (
    organization_id   BYTEA  NOT NULL,
    access_request_id BYTEA  NOT NULL,
    user_id           BYTEA  NOT NULL,
    comment           TEXT   NOT NULL,
    state             TEXT   NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
    reason            TEXT,
    created_at        BIGINT NOT NULL,
    decided_at        BIGINT,
    decided_by        BYTEA,
    PRIMARY KEY (organization_id, access_request_id)
);
CREATE INDEX account_access_request_by_user ON account_access_request (organization_id, user_id);

-- Directories of a person: whom they asked, and what they are told.
CREATE TABLE account_asked (
    user_id           BYTEA NOT NULL,
    access_request_id BYTEA NOT NULL,
    organization_id   BYTEA NOT NULL,
    inn               TEXT  NOT NULL,
    kpp               TEXT,
    PRIMARY KEY (user_id, access_request_id)
);

CREATE TABLE account_notice (
    user_id         BYTEA  NOT NULL,
    notice_id       BYTEA  NOT NULL,
    organization_id BYTEA,
    kind            TEXT   NOT NULL,
    arguments       TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    read_at         BIGINT,
    PRIMARY KEY (user_id, notice_id)
);
CREATE INDEX account_notice_by_age ON account_notice (created_at);
