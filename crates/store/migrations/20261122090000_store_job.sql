-- Work to be done after a commit: written in the same transaction as its cause.
-- `due` is business time. The machine's time: until `lease_until` the row belongs to `owner`, until `pause_until` it
-- rests after a failed attempt. `state`: 0 waiting or running, 1 given up.
CREATE TABLE store_job (
    organization_id BYTEA NOT NULL,
    id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    payload BYTEA NOT NULL,
    state BIGINT NOT NULL CHECK (state IN (0, 1)),
    due BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    owner BYTEA,
    pause_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    reason TEXT,
    queued_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, id)
);

CREATE INDEX store_job_waiting ON store_job (kind, due) WHERE state = 0;

CREATE INDEX store_job_given_up ON store_job (organization_id, id) WHERE state = 1;
