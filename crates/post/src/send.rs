//! The job that sends a letter. No mail server can be set yet: the letter stays in the outbox and says so.

use crate::outbox::{SEND, SendPayload, settle_unsent};
use std::convert::Infallible;
use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits, No, Store};

/// Adds this crate's handler.
#[must_use]
pub fn handlers(handlers: Handlers, store: Store) -> Handlers {
    handlers.on(SEND, KindLimits::default(), move |job, payload| send(store.clone(), job, payload))
}

async fn send(store: Store, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(SendPayload { letter_id }) = serde_json::from_slice(&payload) else {
        return Ok(JobOutcome::GiveUp("a payload that this version cannot read".to_owned()));
    };
    let cx = job.cx.clone();
    let settled = store.write(&cx, (job, letter_id), |tx, cx, (job, letter_id)| {
        Box::pin(async move {
            settle_unsent(tx, cx, job.organization_id(), *letter_id).await?;
            tx.finish_job(&job.ticket).await?;
            Ok::<_, No<Infallible>>(())
        })
    });
    match settled.await {
        Ok(()) => {
            tracing::info!(%letter_id, "a letter stays in the outbox: no mail server is set");
            Ok(JobOutcome::Finished)
        }
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(never)) => match never {},
    }
}
