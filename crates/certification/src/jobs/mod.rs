//! Background steps. Both are idempotent: what was done before is found done.

use crate::model::{AuthorityId, CertificateId};
use crate::ops::{issue, make_list};
use crate::{Refusal, Room};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits, No};

/// Finishes an issue that a crash cut off.
pub(crate) const FINISH_ISSUE: &str = "certification.finish_issue";
/// Makes a revocation list when one is due.
pub(crate) const MAKE_LIST: &str = "certification.make_list";

/// Attempts of a list: with pauses of at most an hour about a month, far beyond a list's week. A dead authority must be
/// noticed by the given-up job, not by silence.
const LIST_ATTEMPTS_MAX: i64 = 700;
/// The longest pause between attempts of a list, so that a host back from a long fault has one within the hour.
const LIST_PAUSE_MAX: Duration = Duration::from_secs(60 * 60);
/// Lists are made one after another: each is short, and two at once would only wait for one lock.
const LIST_PARALLEL_MAX: u32 = 1;

/// Payload of [`FINISH_ISSUE`], version 1.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct FinishIssue {
    v: u8,
    certificate_id: CertificateId,
}

impl FinishIssue {
    pub(crate) fn payload(certificate_id: CertificateId) -> Vec<u8> {
        written(&Self { v: 1, certificate_id })
    }
}

/// Payload of [`MAKE_LIST`], version 1.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct MakeList {
    v: u8,
    authority_id: AuthorityId,
    /// This run asks for the next one, a day later.
    daily: bool,
}

impl MakeList {
    pub(crate) fn payload(authority_id: AuthorityId, daily: bool) -> Vec<u8> {
        written(&Self { v: 1, authority_id, daily })
    }
}

fn written(payload: &impl Serialize) -> Vec<u8> {
    match serde_json::to_vec(payload) {
        Ok(octets) => octets,
        Err(e) => kernel::bug!("a job's payload is plain JSON: {e}"),
    }
}

/// Adds this room's handlers.
pub fn register(handlers: Handlers, room: &Room) -> Handlers {
    let (finishing, listing) = (room.clone(), room.clone());
    let list_limits = KindLimits {
        parallel_max: LIST_PARALLEL_MAX,
        attempts_max: LIST_ATTEMPTS_MAX,
        pause_max: LIST_PAUSE_MAX,
        ..KindLimits::default()
    };
    handlers
        .on(FINISH_ISSUE, KindLimits::default(), move |cx, payload| finish_issue(finishing.clone(), cx, payload))
        .on(MAKE_LIST, list_limits, move |cx, payload| make_list(listing.clone(), cx, payload))
}

async fn finish_issue(room: Room, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(payload) = serde_json::from_slice::<FinishIssue>(&payload) else {
        return Ok(JobOutcome::GiveUp("the payload cannot be read".to_owned()));
    };
    let scope = account::act_for(&job.ticket);
    match issue::finish(&room, &job.cx, scope.organization_id(), payload.certificate_id).await {
        Ok(_) => Ok(JobOutcome::Done),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(Refusal::CertificateNotFound)) => Ok(JobOutcome::GiveUp("no such certificate".to_owned())),
        Err(No::Refused(refusal)) => Ok(JobOutcome::GiveUp(refusal.to_string())),
    }
}

async fn make_list(room: Room, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(payload) = serde_json::from_slice::<MakeList>(&payload) else {
        return Ok(JobOutcome::GiveUp("the payload cannot be read".to_owned()));
    };
    make_list::run(&room, &job.cx, payload.authority_id).await?;
    if !payload.daily {
        return Ok(JobOutcome::Done);
    }
    make_list::queue_next(&room, &job, payload.authority_id).await?;
    Ok(JobOutcome::Finished)
}
