-- The room's counter of an organization: the first statement of every write takes it.
CREATE TABLE reporting_counter (
    organization_id BYTEA  NOT NULL,
    seq             BIGINT NOT NULL,
    PRIMARY KEY (organization_id)
);

-- Payers; facts is JSON.
CREATE TABLE reporting_payer (
    organization_id BYTEA  NOT NULL,
    payer_id        BYTEA  NOT NULL,
    inn             TEXT   NOT NULL,
    kpp             TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    facts           TEXT   NOT NULL,
    made_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, payer_id)
);
CREATE UNIQUE INDEX reporting_payer_by_inn ON reporting_payer (organization_id, inn, kpp);

-- Exact bytes by their hash; bytes is empty when they lie in the object store.
CREATE TABLE reporting_content (
    organization_id BYTEA  NOT NULL,
    hash            BYTEA  NOT NULL,
    size_bytes      BIGINT NOT NULL,
    bytes           BYTEA,
    kept_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, hash)
);

-- Drafts.
CREATE TABLE reporting_draft (
    organization_id BYTEA  NOT NULL,
    draft_id        BYTEA  NOT NULL,
    payer_id        BYTEA  NOT NULL,
    authority       TEXT   NOT NULL,
    office          TEXT   NOT NULL,
    flow            TEXT   NOT NULL,
    state           TEXT   NOT NULL CHECK (state IN ('new', 'checked', 'sent')),
    docflow_id      BYTEA,
    facts           TEXT   NOT NULL,
    made_at         BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    PRIMARY KEY (organization_id, draft_id)
);
CREATE INDEX reporting_draft_by_state ON reporting_draft (organization_id, state, draft_id);
CREATE INDEX reporting_draft_by_age ON reporting_draft (changed_at);

CREATE TABLE reporting_draft_document (
    organization_id BYTEA  NOT NULL,
    draft_id        BYTEA  NOT NULL,
    document_id     BYTEA  NOT NULL,
    place           BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    file_name       TEXT   NOT NULL,
    hash            BYTEA  NOT NULL,
    size_bytes      BIGINT NOT NULL,
    facts           TEXT   NOT NULL,
    signatures      TEXT   NOT NULL,
    PRIMARY KEY (organization_id, draft_id, document_id)
);

-- Docflows. knd, period and year are those of the report; empty when there is none.
CREATE TABLE reporting_docflow (
    organization_id BYTEA  NOT NULL,
    docflow_id      BYTEA  NOT NULL,
    flow            TEXT   NOT NULL,
    direction       TEXT   NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
    payer_id        BYTEA  NOT NULL,
    authority       TEXT   NOT NULL,
    office          TEXT   NOT NULL,
    status          TEXT   NOT NULL,
    success         TEXT   NOT NULL,
    due_on          TEXT,
    knd             TEXT   NOT NULL,
    period          TEXT   NOT NULL,
    year            BIGINT NOT NULL,
    began_at        BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    facts           TEXT   NOT NULL,
    PRIMARY KEY (organization_id, docflow_id)
);
CREATE INDEX reporting_docflow_by_payer ON reporting_docflow (organization_id, payer_id, docflow_id);
CREATE INDEX reporting_docflow_by_form ON reporting_docflow (organization_id, year, knd, period, payer_id);
CREATE INDEX reporting_docflow_by_due ON reporting_docflow (organization_id, due_on, docflow_id);

CREATE TABLE reporting_document (
    organization_id BYTEA  NOT NULL,
    docflow_id      BYTEA  NOT NULL,
    document_id     BYTEA  NOT NULL,
    place           BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    author          TEXT   NOT NULL CHECK (author IN ('subscriber', 'operator', 'authority')),
    answered_id     BYTEA,
    at              BIGINT NOT NULL,
    file_name       TEXT   NOT NULL,
    hash            BYTEA,
    size_bytes      BIGINT,
    sealed_hash     BYTEA,
    sealed_bytes    BIGINT,
    facts           TEXT   NOT NULL,
    signatures      TEXT   NOT NULL,
    PRIMARY KEY (organization_id, docflow_id, document_id)
);

-- Answers being prepared.
CREATE TABLE reporting_reply (
    organization_id BYTEA  NOT NULL,
    docflow_id      BYTEA  NOT NULL,
    reply_id        BYTEA  NOT NULL,
    answered_id     BYTEA  NOT NULL,
    kind            TEXT   NOT NULL,
    file_name       TEXT   NOT NULL,
    hash            BYTEA  NOT NULL,
    size_bytes      BIGINT NOT NULL,
    signature       TEXT,
    is_sent         BIGINT NOT NULL CHECK (is_sent IN (0, 1)),
    made_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, docflow_id, reply_id)
);
CREATE INDEX reporting_reply_by_age ON reporting_reply (made_at);

-- Containers as they travelled: kept for replay. state: 'waiting' until the gateway took it.
CREATE TABLE reporting_container (
    organization_id BYTEA  NOT NULL,
    container_id    BYTEA  NOT NULL,
    docflow_id      BYTEA  NOT NULL,
    direction       TEXT   NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
    transaction_code TEXT  NOT NULL,
    state           TEXT   NOT NULL CHECK (state IN ('waiting', 'taken', 'refused')),
    hash            BYTEA  NOT NULL,
    size_bytes      BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    PRIMARY KEY (organization_id, container_id)
);
CREATE INDEX reporting_container_by_docflow ON reporting_container (organization_id, docflow_id, container_id);

-- Contents brought in parts.
CREATE TABLE reporting_upload (
    organization_id BYTEA  NOT NULL,
    upload_id       BYTEA  NOT NULL,
    size_bytes      BIGINT,
    hash            BYTEA,
    made_at         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, upload_id)
);
CREATE INDEX reporting_upload_by_age ON reporting_upload (made_at);
CREATE TABLE reporting_upload_part (
    organization_id BYTEA  NOT NULL,
    upload_id       BYTEA  NOT NULL,
    first_byte      BIGINT NOT NULL,
    size_bytes      BIGINT NOT NULL,
    hash            BYTEA  NOT NULL,
    PRIMARY KEY (organization_id, upload_id, first_byte)
);

-- The feed: what happened, in the order of the counter.
CREATE TABLE reporting_event (
    organization_id BYTEA  NOT NULL,
    seq             BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    docflow_id      BYTEA  NOT NULL,
    transaction_code TEXT  NOT NULL,
    payload         TEXT   NOT NULL,
    PRIMARY KEY (organization_id, seq)
);

-- A person's word on a cell of the table.
CREATE TABLE reporting_mark (
    organization_id BYTEA  NOT NULL,
    payer_id        BYTEA  NOT NULL,
    year            BIGINT NOT NULL,
    knd             TEXT   NOT NULL,
    period          TEXT   NOT NULL,
    mark            TEXT   NOT NULL CHECK (mark IN ('filed', 'not-required')),
    user_id         BYTEA,
    at              BIGINT NOT NULL,
    PRIMARY KEY (organization_id, payer_id, year, knd, period)
);

-- Directory: whose docflow it is, asked when a container comes.
CREATE TABLE reporting_docflow_place (
    docflow_id      BYTEA  NOT NULL,
    organization_id BYTEA  NOT NULL,
    PRIMARY KEY (docflow_id)
);

-- Directory: whose subscriber it is, asked when a regulator begins a docflow.
CREATE TABLE reporting_subscriber (
    subscriber_id   TEXT   NOT NULL,
    organization_id BYTEA  NOT NULL,
    payer_id        BYTEA  NOT NULL,
    PRIMARY KEY (subscriber_id)
);

-- Certificates a regulator may seal to, so that the payer's people can open what it sends.
CREATE TABLE reporting_certificate (
    organization_id BYTEA  NOT NULL,
    payer_id        BYTEA  NOT NULL,
    thumbprint      TEXT   NOT NULL,
    der             BYTEA  NOT NULL,
    added_at        BIGINT NOT NULL,
    PRIMARY KEY (organization_id, payer_id, thumbprint)
);

-- How far each gateway was read.
CREATE TABLE reporting_gateway (
    gateway         TEXT   NOT NULL,
    cursor_text     TEXT   NOT NULL,
    read_at         BIGINT NOT NULL,
    PRIMARY KEY (gateway)
);
