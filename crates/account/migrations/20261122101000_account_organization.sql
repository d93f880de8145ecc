CREATE TABLE account_organization (
    organization_id BYTEA  NOT NULL PRIMARY KEY,
    version         BIGINT NOT NULL,
    name            TEXT   NOT NULL,
    surname         TEXT,
    given_name      TEXT,
    patronymic      TEXT,
    inn             TEXT   NOT NULL,
    kpp             TEXT,
    ogrn            TEXT,
    is_test         BIGINT NOT NULL CHECK (is_test IN (0, 1)),
    region_code     TEXT   NOT NULL,
    postal_code     TEXT,
    district        TEXT,
    city            TEXT,
    locality        TEXT,
    street          TEXT,
    house           TEXT,
    building        TEXT,
    flat            TEXT,
    created_at      BIGINT NOT NULL
);

CREATE TABLE account_department (
    organization_id BYTEA  NOT NULL,
    department_id   BYTEA  NOT NULL,
    parent_id       BYTEA,
    name            TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, department_id)
);

CREATE TABLE account_box (
    organization_id    BYTEA  NOT NULL,
    box_id             BYTEA  NOT NULL,
    participant_id     TEXT   NOT NULL,
    root_department_id BYTEA  NOT NULL,
    created_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id)
);

CREATE TABLE account_member (
    organization_id   BYTEA  NOT NULL,
    user_id           BYTEA  NOT NULL,
    department_access TEXT   NOT NULL CHECK (department_access IN ('all', 'listed')),
    added_at          BIGINT NOT NULL,
    PRIMARY KEY (organization_id, user_id)
);

CREATE TABLE account_member_permission (
    organization_id BYTEA NOT NULL,
    user_id         BYTEA NOT NULL,
    permission      TEXT  NOT NULL CHECK (permission IN ('read', 'send', 'sign', 'administer')),
    PRIMARY KEY (organization_id, user_id, permission)
);

CREATE TABLE account_member_department (
    organization_id BYTEA NOT NULL,
    user_id         BYTEA NOT NULL,
    department_id   BYTEA NOT NULL,
    PRIMARY KEY (organization_id, user_id, department_id)
);

CREATE TABLE account_integrator_key (
    organization_id   BYTEA  NOT NULL,
    integrator_key_id BYTEA  NOT NULL,
    client_id         TEXT   NOT NULL,
    name              TEXT   NOT NULL,
    created_by        BYTEA  NOT NULL,
    created_at        BIGINT NOT NULL,
    ended_at          BIGINT,
    PRIMARY KEY (organization_id, integrator_key_id)
);

CREATE TABLE account_invitation (
    organization_id BYTEA  NOT NULL,
    invitation_id   BYTEA  NOT NULL,
    address         TEXT   NOT NULL,
    permissions     TEXT   NOT NULL,
    invited_by      BYTEA  NOT NULL,
    created_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    ended_at        BIGINT,
    PRIMARY KEY (organization_id, invitation_id)
);

-- Directories: from a looked-up value to the organization.
CREATE TABLE account_registered (
    inn             TEXT   NOT NULL,
    kpp             TEXT   NOT NULL,
    is_test         BIGINT NOT NULL CHECK (is_test IN (0, 1)),
    organization_id BYTEA  NOT NULL,
    PRIMARY KEY (inn, kpp, is_test)
);

CREATE TABLE account_box_card (
    box_id          BYTEA  NOT NULL PRIMARY KEY,
    organization_id BYTEA  NOT NULL,
    participant_id  TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    inn             TEXT   NOT NULL,
    kpp             TEXT,
    is_test         BIGINT NOT NULL CHECK (is_test IN (0, 1))
);
CREATE UNIQUE INDEX account_box_card_by_participant ON account_box_card (participant_id);
CREATE INDEX account_box_card_by_inn ON account_box_card (inn, box_id);

CREATE TABLE account_membership (
    user_id         BYTEA NOT NULL,
    organization_id BYTEA NOT NULL,
    PRIMARY KEY (user_id, organization_id)
);

CREATE TABLE account_client (
    client_id         TEXT   NOT NULL PRIMARY KEY,
    organization_id   BYTEA  NOT NULL,
    integrator_key_id BYTEA  NOT NULL,
    secret_hash       BYTEA  NOT NULL,
    is_open           BIGINT NOT NULL CHECK (is_open IN (0, 1))
);

CREATE TABLE account_invitation_token (
    token_hash      BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL,
    invitation_id   BYTEA NOT NULL
);
