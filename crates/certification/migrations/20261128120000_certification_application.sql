-- Applications for certificates, one row each; the row is the lock of all that is done to it.
CREATE TABLE certification_application (
    organization_id BYTEA NOT NULL,
    application_id BYTEA NOT NULL,
    holder_user_id BYTEA NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('first', 'renewal', 'replacement')),
    stage TEXT NOT NULL,
    known_identity TEXT NOT NULL,
    first_approver BYTEA,
    claim_by BYTEA,
    claim_until BIGINT,
    version BIGINT NOT NULL,
    -- The certificate that is renewed or replaced, and the one that was issued on this application.
    predecessor_id BYTEA,
    certificate_id BYTEA,
    sealed_signature BYTEA,
    phrase_hash TEXT,
    created_at BIGINT NOT NULL,
    submitted_at BIGINT,
    changed_at BIGINT NOT NULL,
    consented_at BIGINT,
    installed_at BIGINT,
    papers_deleted_at BIGINT,
    PRIMARY KEY (organization_id, application_id)
);
CREATE INDEX certification_application_holder
    ON certification_application (organization_id, holder_user_id, application_id);
CREATE INDEX certification_application_certificate ON certification_application (organization_id, certificate_id);

-- One open application of a person for an organization: the key refuses a second one.
CREATE TABLE certification_open_application (
    organization_id BYTEA NOT NULL,
    holder_user_id BYTEA NOT NULL,
    application_id BYTEA NOT NULL,
    PRIMARY KEY (organization_id, holder_user_id)
);

-- Fields and scans, each with its own verdict. The value of a field is sealed.
CREATE TABLE certification_item (
    organization_id BYTEA NOT NULL,
    application_id BYTEA NOT NULL,
    item TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('absent', 'unseen', 'accepted', 'refused')),
    reason TEXT,
    comment TEXT,
    judged_by BYTEA,
    judged_at BIGINT,
    sealed_value BYTEA,
    format TEXT,
    size_bytes BIGINT,
    PRIMARY KEY (organization_id, application_id, item)
);

-- Sealed scans, cut into parts. They lie here and not beside the database, so that a deleted scan is gone in the
-- transaction that deletes it.
CREATE TABLE certification_scan_part (
    organization_id BYTEA NOT NULL,
    application_id BYTEA NOT NULL,
    item TEXT NOT NULL,
    part BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (organization_id, application_id, item, part)
);

-- What was done to an application, by whom: append-only.
CREATE TABLE certification_application_step (
    organization_id BYTEA NOT NULL,
    application_id BYTEA NOT NULL,
    step_id BYTEA NOT NULL,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    item TEXT,
    by_user_id BYTEA,
    stage TEXT NOT NULL,
    PRIMARY KEY (organization_id, application_id, step_id)
);

-- The desk's queue: a row while an application waits for operators.
CREATE TABLE certification_desk_place (
    application_id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL,
    submitted_at BIGINT NOT NULL,
    due_on TEXT
);
CREATE INDEX certification_desk_place_order ON certification_desk_place (submitted_at, application_id);

-- Where an application lies, for whoever knows its id: the desk and its jobs.
CREATE TABLE certification_application_place (
    application_id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL,
    papers_delete_at BIGINT
);
CREATE INDEX certification_application_place_papers ON certification_application_place (papers_delete_at);

-- Who sits at the desk, by an administrator's grant.
CREATE TABLE certification_desk_role (
    user_id BYTEA NOT NULL,
    desk_role TEXT NOT NULL CHECK (desk_role IN ('operator', 'office')),
    granted_by BYTEA,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, desk_role)
);
