-- An invitation asked for as a task: done when the other box was told.
CREATE TABLE exchange_invitation_task (
    organization_id              BYTEA  NOT NULL,
    box_id                       BYTEA  NOT NULL,
    task_id                      BYTEA  NOT NULL,
    counteragent_box_id          BYTEA  NOT NULL,
    counteragent_organization_id BYTEA  NOT NULL,
    state                        TEXT   NOT NULL CHECK (state IN ('pending', 'done', 'refused')),
    reason                       TEXT,
    asked_at                     BIGINT NOT NULL,
    PRIMARY KEY (organization_id, box_id, task_id)
);
CREATE INDEX exchange_invitation_task_by_age ON exchange_invitation_task (asked_at);
