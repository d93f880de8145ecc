//! The table of jobs: every statement that touches it.

use kernel::{Cx, JobId, Moment, OrganizationId};

use crate::limits::PAYLOAD_BYTES_MAX;
use crate::{Fault, Sql, Tx, binds};

const QUEUE: Sql = Sql::org(
    "store.queue",
    "INSERT INTO store_job
        (organization_id, id, kind, payload, state, due, lease_until, owner, attempts, reason, queued_at)
     VALUES ($1, $2, $3, $4, 0, $5, 0, NULL, 0, NULL, $6)",
);

const FINISH: Sql = Sql::org(
    "store.finish",
    "DELETE FROM store_job WHERE organization_id = $1 AND id = $2 AND owner = $3 AND attempts = $4 AND state = 0",
);

pub(crate) const STATEMENTS: &[&Sql] = &[&QUEUE, &FINISH];

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

impl Tx<'_> {
    /// Writes a job in this transaction: it runs after the commit, or never happened.
    pub async fn queue(&mut self, job: NewJob) -> Result<(), Fault> {
        if job.payload.len() > PAYLOAD_BYTES_MAX {
            let fault = Fault::statement(QUEUE.name, format_args!("{}: more than {PAYLOAD_BYTES_MAX} bytes", job.kind));
            return self.remember(Err(fault));
        }
        let binds = binds![job.organization_id, job.id, job.kind, job.payload, job.due, crate::machine::now()];
        self.execute(&QUEUE, binds).await?;
        self.mark_queued();
        Ok(())
    }

    /// Removes a job in the transaction that holds its effect, so that both are one commit; the handler then answers
    /// `JobOutcome::Finished`. A lost lease is a fault, and the effect is undone.
    pub async fn finish_job(&mut self, ticket: &JobTicket) -> Result<(), Fault> {
        let binds = binds![ticket.organization_id, ticket.job_id, ticket.owner, ticket.attempt];
        let removed = self.execute(&FINISH, binds).await?;
        let finished = if removed == 1 { Ok(()) } else { Err(Fault::LeaseLost(ticket.job_id.to_string())) };
        self.remember(finished)
    }
}
