//! Background steps of the room.

use std::time::Duration;

use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits};

use crate::gateway::GatewayFault;
use crate::ops::dispatch::{self, Dispatch, NotSent};
use crate::ops::subscribe::{self, NotDone, Subscribe};
use crate::room::Room;

/// Transactions on their way at once: each waits for the network and for grouped commits.
const DISPATCHES_PARALLEL_MAX: u32 = 32;
/// Tries before a transaction is given up and shown to the host: with the pauses about a week; the day of filing is confirmed already.
const ATTEMPTS_MAX: i64 = 200;
/// How long a claim outlives a killed program where others share the database.
const LEASE: Duration = Duration::from_secs(30);
/// How soon a gateway is tried again that is away; doubles each time.
const PAUSE_FIRST: Duration = Duration::from_secs(1);
/// Doublings of that pause: up to about an hour.
const PAUSE_DOUBLINGS_MAX: u32 = 12;

/// The room's handlers.
#[must_use]
pub fn handlers(handlers: Handlers, room: &Room) -> Handlers {
    let limits = KindLimits {
        parallel_max: DISPATCHES_PARALLEL_MAX,
        attempts_max: ATTEMPTS_MAX,
        lease: LEASE,
        ..KindLimits::default()
    };
    let (dispatching, subscribing) = (room.clone(), room.clone());
    handlers.on(dispatch::KIND, limits, move |job, payload| dispatch_job(dispatching.clone(), job, payload)).on(
        subscribe::KIND,
        limits,
        move |job, payload| subscribe_job(subscribing.clone(), job, payload),
    )
}

async fn dispatch_job(room: Room, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let dispatch: Dispatch = read(&payload)?;
    match dispatch::dispatch(&room, &job.cx, &job.ticket, &dispatch).await {
        Ok(()) => Ok(JobOutcome::Finished),
        Err(NotSent::Fault(fault)) => Err(fault),
        Err(away @ (NotSent::Gateway(GatewayFault::Away(_)) | NotSent::Signer(_))) => Ok(later(&job, away.to_string())),
        Err(other) => Ok(JobOutcome::GiveUp(other.to_string())),
    }
}

async fn subscribe_job(room: Room, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let subscribe: Subscribe = read(&payload)?;
    match subscribe::subscribe(&room, &job.ticket, subscribe).await {
        Ok(()) => Ok(JobOutcome::Done),
        Err(NotDone::Fault(fault)) => Err(fault),
        Err(NotDone::Gateway(away @ GatewayFault::Away(_))) => Ok(later(&job, away.to_string())),
        Err(NotDone::Gateway(refused)) => Ok(JobOutcome::GiveUp(refused.to_string())),
    }
}

fn later(job: &JobCx, reason: String) -> JobOutcome {
    let doublings = u32::try_from(job.attempt().saturating_sub(1)).unwrap_or(0).min(PAUSE_DOUBLINGS_MAX);
    JobOutcome::RetryAfter { after: PAUSE_FIRST.saturating_mul(1 << doublings), reason }
}

fn read<T: serde::de::DeserializeOwned>(payload: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(payload).map_err(|error| Fault::Decode(format!("the payload of a job: {error}")))
}
