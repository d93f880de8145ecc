//! One attempt of one job: the handler under its limits, the lease kept alive beside it, the outcome written down.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt as _;
use kernel::Cx;

use crate::command::panic_text;
use crate::jobs::claim::Claimed;
use crate::jobs::handler::{JobCx, JobOutcome, Kind, KindLimits};
use crate::jobs::{GaveUp, JobTicket};
use crate::{Fault, Store};

/// How an attempt ended, for the runner's report.
#[derive(Debug)]
pub(super) enum Ended {
    Done,
    Postponed,
    GivenUp(GaveUp),
    /// The lease was lost, or the outcome could not be written: another attempt follows when the lease ends.
    Lost,
}

/// Runs one claimed job to the end of this attempt.
pub(super) async fn attempt(store: &Store, kind: &Kind, cx: Cx, job: Claimed) -> Ended {
    let ticket = job.ticket;
    let written = if ticket.attempt > kind.limits.attempts_max {
        let reason = format!("cut off {} times: the program died while running it", kind.limits.attempts_max);
        give_up(store, &cx, kind, &ticket, reason).await
    } else {
        let job_cx = JobCx { cx: cx.clone(), ticket };
        tokio::select! {
            outcome = guarded(kind, job_cx, job.payload) => write_down(store, &cx, kind, &ticket, outcome).await,
            lost = keep_lease(store, &cx, &ticket, kind.limits.lease) => Err(lost),
        }
    };
    written.unwrap_or_else(|fault| {
        tracing::warn!(job_id = %ticket.job_id, kind = kind.name, %fault, "an attempt's outcome is not written down");
        Ended::Lost
    })
}

/// The handler within its time, its panic caught.
async fn guarded(kind: &Kind, cx: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let limit = kind.limits.run_time_max;
    let run = AssertUnwindSafe(async { (kind.handle)(cx, payload).await }).catch_unwind();
    match tokio::time::timeout(limit, run).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(Fault::Panicked(panic_text(panic.as_ref()))),
        Err(_) => Err(Fault::TimedOut { what: "a job", limit_ms: limit.as_millis() }),
    }
}

/// Ends only when the lease is lost.
async fn keep_lease(store: &Store, cx: &Cx, ticket: &JobTicket, lease: Duration) -> Fault {
    loop {
        tokio::time::sleep(lease / 3).await;
        match store.renew_job(cx, ticket, lease).await {
            Ok(true) => {}
            Ok(false) => return Fault::LeaseLost(ticket.job_id.to_string()),
            // Tried again at the next third; should that fail too, another runner may take the job.
            Err(fault) => tracing::warn!(job_id = %ticket.job_id, %fault, "a lease is not renewed"),
        }
    }
}

async fn write_down(
    store: &Store,
    cx: &Cx,
    kind: &Kind,
    ticket: &JobTicket,
    outcome: Result<JobOutcome, Fault>,
) -> Result<Ended, Fault> {
    let is_last = ticket.attempt >= kind.limits.attempts_max;
    match outcome {
        Ok(JobOutcome::Finished) => Ok(Ended::Done),
        Ok(JobOutcome::Done) => Ok(if store.finish_done_job(cx, ticket).await? { Ended::Done } else { Ended::Lost }),
        Ok(JobOutcome::GiveUp(reason)) => give_up(store, cx, kind, ticket, reason).await,
        Ok(JobOutcome::RetryAfter { reason, .. }) if is_last => give_up(store, cx, kind, ticket, reason).await,
        Ok(JobOutcome::RetryAfter { after, reason }) => {
            postpone(store, cx, ticket, (cx.now.plus(after), Duration::ZERO), &reason).await
        }
        Err(fault) => {
            tracing::warn!(job_id = %ticket.job_id, kind = kind.name, attempt = ticket.attempt, %fault, "a job failed");
            if is_last {
                return give_up(store, cx, kind, ticket, fault.to_string()).await;
            }
            let pause = pause_after(&kind.limits, ticket.attempt, cx.chance.below(1024));
            postpone(store, cx, ticket, (cx.now, pause), &fault.to_string()).await
        }
    }
}

async fn postpone(
    store: &Store,
    cx: &Cx,
    ticket: &JobTicket,
    until: (kernel::Moment, Duration),
    reason: &str,
) -> Result<Ended, Fault> {
    Ok(if store.postpone_job(cx, ticket, until, reason).await? { Ended::Postponed } else { Ended::Lost })
}

async fn give_up(store: &Store, cx: &Cx, kind: &Kind, ticket: &JobTicket, reason: String) -> Result<Ended, Fault> {
    if !store.give_up_job(cx, ticket, &reason).await? {
        return Ok(Ended::Lost);
    }
    tracing::error!(job_id = %ticket.job_id, kind = kind.name, %reason, "a job is given up");
    Ok(Ended::GivenUp(GaveUp { ticket: *ticket, kind: kind.name, reason }))
}

/// Doubled after each attempt up to the longest pause, then between a half and the whole of it by `chance` of 1024.
fn pause_after(limits: &KindLimits, attempt: i64, chance: u32) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 31) - 1).unwrap_or(0);
    let whole = limits.pause_first.saturating_mul(1 << doublings).min(limits.pause_max);
    whole / 2 + whole / 2048 * chance.min(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let limits = KindLimits::default();
        let whole: Vec<u64> = (1..=12).map(|attempt| pause_after(&limits, attempt, 1024).as_secs()).collect();
        assert_eq!(whole, [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 7200, 7200]);
        assert_eq!(pause_after(&limits, 1, 0), Duration::from_secs(4));
        assert_eq!(pause_after(&limits, i64::MAX, 0), limits.pause_max / 2);
        assert!(whole.iter().take(11).sum::<u64>() < 9 * 3600);
    }
}
