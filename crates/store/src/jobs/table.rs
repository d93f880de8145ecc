//! The table of jobs: every statement that touches it.

use kernel::{Cx, JobId, Moment, OrganizationId};

use crate::limits::PAYLOAD_BYTES_MAX;
use crate::{Binds, Fault, Sql, Tx, binds};

const QUEUE: Sql = Sql::org(
    "store.queue",
    "INSERT INTO store_job
        (organization_id, id, kind, payload, state, due, lease_until, owner, pause_until, attempts, reason, queued_at)
     VALUES ($1, $2, $3, $4, 0, $5, 0, NULL, 0, 0, NULL, $6)",
);

pub(super) const FINISH: Sql = Sql::org(
    "store.finish",
    "DELETE FROM store_job WHERE organization_id = $1 AND id = $2 AND owner = $3 AND attempts = $4 AND state = 0",
);

/// Whether a claim would find anything; asked of a reader, so that waiting costs no writes.
pub(super) const FIND_DUE: Sql = Sql::global(
    "store.find_due",
    "SELECT id FROM store_job
     WHERE state = 0 AND kind = $1 AND due <= $2 AND lease_until <= $3 AND pause_until <= $4 LIMIT 1",
);

/// Two runners may choose the same rows; the conditions are asked again of each row when it is changed, so only the
/// first one gets it.
pub(super) const CLAIM: Sql = Sql::global(
    "store.claim",
    "UPDATE store_job SET lease_until = $5, owner = $6, attempts = attempts + 1
     WHERE (organization_id, id) IN (
            SELECT organization_id, id FROM store_job
            WHERE state = 0 AND kind = $1 AND due <= $2 AND lease_until <= $3 AND pause_until <= $4
            ORDER BY due, id LIMIT $7)
        AND state = 0 AND lease_until <= $3 AND pause_until <= $4
     RETURNING organization_id, id, attempts, payload, due",
);

pub(super) const RENEW: Sql = Sql::org(
    "store.renew",
    "UPDATE store_job SET lease_until = $5
     WHERE organization_id = $1 AND id = $2 AND owner = $3 AND attempts = $4 AND state = 0",
);

pub(super) const POSTPONE: Sql = Sql::org(
    "store.postpone",
    "UPDATE store_job SET lease_until = 0, owner = NULL, due = $5, pause_until = $6, reason = $7
     WHERE organization_id = $1 AND id = $2 AND owner = $3 AND attempts = $4 AND state = 0",
);

pub(super) const GIVE_UP: Sql = Sql::org(
    "store.give_up",
    "UPDATE store_job SET lease_until = 0, owner = NULL, state = 1, reason = $5
     WHERE organization_id = $1 AND id = $2 AND owner = $3 AND attempts = $4 AND state = 0",
);

/// Whoever held these claims is dead: see [`presence`](super::presence).
pub(super) const RELEASE_ALL: Sql = Sql::global(
    "store.release_all",
    "UPDATE store_job SET lease_until = 0, owner = NULL WHERE state = 0 AND owner IS NOT NULL",
);

pub(super) const LIST_GIVEN_UP: Sql = Sql::global(
    "store.list_given_up",
    "SELECT organization_id, id, kind, attempts, reason, due, queued_at FROM store_job
     WHERE state = 1 AND (organization_id, id) > ($1, $2) ORDER BY organization_id, id LIMIT $3",
);

pub(super) const REQUEUE: Sql = Sql::org(
    "store.requeue",
    "UPDATE store_job SET state = 0, attempts = 0, due = $3, pause_until = 0
     WHERE organization_id = $1 AND id = $2 AND state = 1",
);

pub(super) const COUNT_JOBS: Sql = Sql::global(
    "store.count_jobs",
    "SELECT kind, state, COUNT(*), MIN(due) FROM store_job GROUP BY kind, state ORDER BY kind, state",
);

pub(crate) const STATEMENTS: &[&Sql] = &[
    &QUEUE,
    &FINISH,
    &FIND_DUE,
    &CLAIM,
    &RENEW,
    &POSTPONE,
    &GIVE_UP,
    &RELEASE_ALL,
    &LIST_GIVEN_UP,
    &REQUEUE,
    &COUNT_JOBS,
];

/// A job to be written with [`Tx::queue`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// New for each job.
    pub id: JobId,
    /// Whose data the job will touch.
    pub organization_id: OrganizationId,
    /// Which handler does it: `<room>.<verb>`.
    pub kind: &'static str,
    /// A versioned serde value of the publisher; at most 64 KiB.
    pub payload: Vec<u8>,
    /// Not before this moment of business time.
    pub due: Moment,
}

impl NewJob {
    /// A job due now.
    #[must_use]
    pub fn now(cx: &Cx, organization_id: OrganizationId, kind: &'static str, payload: Vec<u8>) -> Self {
        Self { id: cx.new_id(), organization_id, kind, payload, due: cx.now }
    }

    /// The same, not before `due`.
    #[must_use]
    pub fn at(self, due: Moment) -> Self {
        Self { due, ..self }
    }
}

/// Which claim of which job a handler works under; proof that it still may finish it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobTicket {
    /// Whose job.
    pub organization_id: OrganizationId,
    /// Which job.
    pub job_id: JobId,
    /// Which attempt, from 1.
    pub attempt: i64,
    pub(crate) owner: [u8; 16],
}

impl JobTicket {
    /// The four values by which every statement knows that the claim still holds.
    pub(super) fn binds(&self) -> Binds {
        binds![self.organization_id, self.job_id, self.owner, self.attempt]
    }
}

impl Tx<'_> {
    /// Writes a job in this transaction: it runs after the commit, or never happened.
    pub async fn queue(&mut self, job: NewJob) -> Result<(), Fault> {
        if job.payload.len() > PAYLOAD_BYTES_MAX {
            let fault = Fault::statement(QUEUE.name, format_args!("{}: more than {PAYLOAD_BYTES_MAX} bytes", job.kind));
            return self.remember(Err(fault));
        }
        let (kind, now) = (job.kind, crate::machine::now());
        self.execute(&QUEUE, binds![job.organization_id, job.id, kind, job.payload, job.due, now]).await?;
        self.mark_queued(kind);
        Ok(())
    }

    /// Removes a job in the transaction that holds its effect, so that both are one commit; the handler then answers
    /// `JobOutcome::Finished`. A lost lease is a fault, and the effect is undone.
    pub async fn finish_job(&mut self, ticket: &JobTicket) -> Result<(), Fault> {
        let removed = self.execute(&FINISH, ticket.binds()).await?;
        let finished = if removed == 1 { Ok(()) } else { Err(Fault::LeaseLost(ticket.job_id.to_string())) };
        self.remember(finished)
    }
}
