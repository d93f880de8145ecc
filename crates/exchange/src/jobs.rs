//! Background steps of the room.

use std::time::Duration;

use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits};

use crate::ops::acquire;
use crate::ops::confirm::ConfirmFault;
use crate::ops::counteragents::{self, Told};
use crate::ops::deliver::{self, Delivery, NotDelivered};
use crate::room::Room;

/// Deliveries at work at once: each waits for two grouped commits, so many share a disk sync.
const DELIVERIES_PARALLEL_MAX: u32 = 64;
/// Attempts of a delivery before it is given up and shown to the host: with the store's pauses about a day.
const DELIVERY_ATTEMPTS_MAX: i64 = 30;
/// How long a claim outlives a killed program where others share the database: then the delivery goes on. Renewed every
/// 5 s, so a living program loses one only by 10 s of silence; taking a delivery up twice is harmless.
const LEASE: Duration = Duration::from_secs(15);
/// How soon a delivery is tried again that waits for something: for a parent still on its way (the usual delivery takes
/// less), or for the operator's key. Doubles each time.
const PAUSE_FIRST: Duration = Duration::from_secs(1);
/// Doublings of that pause: up to about an hour, so that all attempts span a day.
const PAUSE_DOUBLINGS_MAX: u32 = 12;

/// The room's handlers.
#[must_use]
pub fn handlers(handlers: Handlers, room: &Room) -> Handlers {
    let limits = KindLimits {
        parallel_max: DELIVERIES_PARALLEL_MAX,
        attempts_max: DELIVERY_ATTEMPTS_MAX,
        lease: LEASE,
        ..KindLimits::default()
    };
    let (delivering, telling) = (room.clone(), room.clone());
    handlers.on(deliver::KIND, limits, move |job, payload| deliver_job(delivering.clone(), job, payload)).on(
        counteragents::KIND,
        limits,
        move |job, payload| tell_job(telling.clone(), job, payload),
    )
}

async fn deliver_job(room: Room, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let delivery: Delivery = read(&payload)?;
    match deliver::deliver(&room, &job.cx, &job.ticket, &delivery).await {
        Ok(()) => Ok(JobOutcome::Finished),
        Err(NotDelivered::ParentNotYet) => Ok(JobOutcome::RetryAfter {
            after: pause(job.attempt()),
            reason: "the other copy lacks what the patch is attached to".to_owned(),
        }),
        // The operator's key may be away for a while; a format that does not take the cards will not change its mind.
        Err(NotDelivered::Confirm(fault @ ConfirmFault::Signer(_))) => {
            Ok(JobOutcome::RetryAfter { after: pause(job.attempt()), reason: fault.to_string() })
        }
        Err(NotDelivered::Fault(fault)) => Err(fault),
        Err(other) => Ok(JobOutcome::GiveUp(other.to_string())),
    }
}

async fn tell_job(room: Room, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let news: Told = read(&payload)?;
    counteragents::tell(&room, &job.cx, &job.ticket, news.clone()).await?;
    acquire::finish(&room.app.store, &job.cx, &job.ticket, &news).await?;
    Ok(JobOutcome::Done)
}

fn pause(attempt: i64) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0).min(PAUSE_DOUBLINGS_MAX);
    PAUSE_FIRST.saturating_mul(1 << doublings)
}

fn read<T: serde::de::DeserializeOwned>(payload: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(payload).map_err(|error| Fault::Decode(format!("the payload of a job: {error}")))
}
