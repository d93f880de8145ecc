//! Taking jobs from the table and putting them back: the runner's own transactions.

use std::time::Duration;

use kernel::{Cx, JobId, Moment, OrganizationId};

use crate::jobs::table::{CLAIM, FIND_DUE, GIVE_UP, POSTPONE, RELEASE_ALL, RENEW};
use crate::jobs::{JobTicket, KindLimits};
use crate::{Binds, Fault, Fetch as _, No, Sql, Store, binds, machine};

/// Longest text kept of why an attempt failed.
const REASON_CHARS_MAX: usize = 1_000;

/// Which jobs a claim may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pauses {
    /// Those whose pause after a fault is over.
    Keep,
    /// Also those that still pause: a test does not wait.
    Skip,
}

/// A job that is ours until its lease ends.
#[derive(Debug)]
pub(super) struct Claimed {
    pub ticket: JobTicket,
    pub payload: Vec<u8>,
    due: Moment,
}

/// No rule refuses here.
type Nothing = std::convert::Infallible;

fn fault(no: No<Nothing>) -> Fault {
    match no {
        No::Fault(fault) => fault,
        No::Refused(never) => match never {},
    }
}

fn free_binds(kind: &'static str, cx: &Cx, pauses: Pauses) -> (Moment, Binds) {
    let machine_now = machine::now();
    let pause_over = if pauses == Pauses::Keep { machine_now } else { Moment::from_micros(i64::MAX) };
    (machine_now, binds![kind, cx.now, machine_now, pause_over])
}

impl Store {
    /// Takes up to `jobs_max` due jobs of a kind, the longest due first.
    pub(super) async fn claim_jobs(
        &self,
        cx: &Cx,
        (kind, limits): (&'static str, &KindLimits),
        jobs_max: u32,
        pauses: Pauses,
    ) -> Result<Vec<Claimed>, Fault> {
        let (machine_now, binds) = free_binds(kind, cx, pauses);
        if self.reader().await?.fetch_optional(&FIND_DUE, binds.clone()).await?.is_none() {
            return Ok(Vec::new());
        }
        let owner: [u8; 16] = cx.chance.octets();
        let mut binds = binds;
        binds.extend(binds![machine_now.plus(limits.lease), owner, jobs_max]);
        let rows = self.append(cx, binds, |tx, _, binds| {
            Box::pin(async move { Ok::<_, No<Nothing>>(tx.fetch_all(&CLAIM, binds.clone()).await?) })
        });
        let mut jobs = Vec::new();
        for row in rows.await.map_err(fault)? {
            let ticket = JobTicket {
                organization_id: row.parsed(0, crate::Row::bytes, |id| OrganizationId::from_bytes(&id))?,
                job_id: row.parsed(1, crate::Row::bytes, |id| JobId::from_bytes(&id))?,
                attempt: row.i64(2)?,
                owner,
            };
            jobs.push(Claimed { ticket, payload: row.bytes(3)?, due: Moment::from_micros(row.i64(4)?) });
        }
        jobs.sort_by_key(|job| (job.due, job.ticket.job_id));
        Ok(jobs)
    }

    /// Frees the jobs of all claims; for a program that knows itself to be alone. Tells how many.
    pub(super) async fn release_claims(&self, cx: &Cx) -> Result<u64, Fault> {
        let released = self.append(cx, (), |tx, _, ()| {
            Box::pin(async move { Ok::<_, No<Nothing>>(tx.execute(&RELEASE_ALL, binds![]).await?) })
        });
        released.await.map_err(fault)
    }

    /// Whether the claim still holds, now for another lease.
    pub(super) async fn renew_job(&self, cx: &Cx, ticket: &JobTicket, lease: Duration) -> Result<bool, Fault> {
        self.settle(cx, &RENEW, ticket, binds![machine::now().plus(lease)]).await
    }

    /// Puts the job back: not before `due` of business time, nor before the pause of machine time is over.
    pub(super) async fn postpone_job(
        &self,
        cx: &Cx,
        ticket: &JobTicket,
        (due, pause): (Moment, Duration),
        reason: &str,
    ) -> Result<bool, Fault> {
        self.settle(cx, &POSTPONE, ticket, binds![due, machine::now().plus(pause), shortened(reason)]).await
    }

    /// Keeps the job for people to look at.
    pub(super) async fn give_up_job(&self, cx: &Cx, ticket: &JobTicket, reason: &str) -> Result<bool, Fault> {
        self.settle(cx, &GIVE_UP, ticket, binds![shortened(reason)]).await
    }

    /// Removes a job that is done; a lost lease is no fault here, since another attempt will find the work done.
    pub(super) async fn finish_done_job(&self, cx: &Cx, ticket: &JobTicket) -> Result<bool, Fault> {
        self.settle(cx, &crate::jobs::table::FINISH, ticket, binds![]).await
    }

    async fn settle(&self, cx: &Cx, sql: &'static Sql, ticket: &JobTicket, more: Binds) -> Result<bool, Fault> {
        let mut binds = ticket.binds();
        binds.extend(more);
        let changed = self.append(cx, binds, move |tx, _, binds| {
            Box::pin(async move { Ok::<_, No<Nothing>>(tx.execute(sql, binds.clone()).await?) })
        });
        Ok(changed.await.map_err(fault)? == 1)
    }
}

fn shortened(reason: &str) -> String {
    reason.chars().take(REASON_CHARS_MAX).collect()
}
