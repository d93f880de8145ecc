-- What one member asks of a colleague or of a department: to one of the two.
CREATE TABLE account_task (
    organization_id  BYTEA  NOT NULL,
    task_id          BYTEA  NOT NULL,
    text             TEXT   NOT NULL,
    box_id           BYTEA,
    document_id      BYTEA,
    from_user_id     BYTEA  NOT NULL,
    to_user_id       BYTEA,
    to_department_id BYTEA,
    due_on           TEXT,
    state            TEXT   NOT NULL CHECK (state IN ('open', 'done', 'returned', 'withdrawn')),
    reason           TEXT,
    created_at       BIGINT NOT NULL,
    decided_at       BIGINT,
    decided_by       BYTEA,
    PRIMARY KEY (organization_id, task_id),
    CHECK ((to_user_id IS NULL) <> (to_department_id IS NULL)),
    CHECK ((box_id IS NULL) = (document_id IS NULL))
);
CREATE INDEX account_task_by_receiver ON account_task (organization_id, to_user_id, task_id);
CREATE INDEX account_task_by_department ON account_task (organization_id, to_department_id, task_id);
CREATE INDEX account_task_by_giver ON account_task (organization_id, from_user_id, task_id);
CREATE INDEX account_task_by_age ON account_task (decided_at);
