-- Work to be done after a commit: written in the same transaction as its cause.
-- `due` is business time; `lease_until` is the machine's time: until then the row belongs to `owner`,
-- or, where `owner` is empty, waits after a failed attempt. `state`: 0 waiting or running, 1 given up.
CREATE TABLE store_job (
    organization_id BYTEA NOT NULL,
    id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    payload BYTEA NOT NULL,
    state BIGINT NOT NULL CHECK (state IN (0, 1)),
    due BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    owner BYTEA,
    attempts BIGINT NOT NULL,
    reason TEXT,
    queued_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, id)
);

CREATE INDEX store_job_waiting ON store_job (kind, due) WHERE state = 0;

CREATE INDEX store_job_given_up ON store_job (organization_id, id) WHERE state = 1;
