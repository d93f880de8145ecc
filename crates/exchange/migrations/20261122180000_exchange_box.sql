-- One row for each box that ever wrote: the counter of its feed, and the lock of everything the box does.
CREATE TABLE exchange_box (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    event_seq       BIGINT NOT NULL CHECK (event_seq >= 0),
    PRIMARY KEY (organization_id, box_id)
);

-- The feed of a box: immutable, without gaps, in the order of its commits.
CREATE TABLE exchange_event (
    organization_id BYTEA  NOT NULL,
    box_id          BYTEA  NOT NULL,
    seq             BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    version         BIGINT NOT NULL,
    payload         TEXT   NOT NULL,
    PRIMARY KEY (organization_id, box_id, seq)
);

-- What two boxes are to each other, as one of them sees it.
CREATE TABLE exchange_counteragent (
    organization_id             BYTEA  NOT NULL,
    box_id                      BYTEA  NOT NULL,
    counteragent_box_id         BYTEA  NOT NULL,
    counteragent_organization_id BYTEA NOT NULL,
    status                      TEXT   NOT NULL CHECK (status IN ('invited', 'invites', 'linked', 'refused', 'broken')),
    comment                     TEXT,
    changed_at                  BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, counteragent_box_id)
);
CREATE INDEX exchange_counteragent_by_status
    ON exchange_counteragent (organization_id, box_id, status, counteragent_box_id);
