//! Background steps: a container is looked at, an answer is made, what was held back goes out.

use crate::desk::Regulator;
use crate::model::{Fate, RegulatorRefusal, Script, Step, Trouble};
use crate::ops::pack::AnswerFault;
use crate::ops::{answer, examine, initiate, publish};
use crate::store::containers::desk;
use ::store::{Fault, Handlers, JobCx, JobOutcome, KindLimits, NewJob, No, Tx};
use kernel::{Cx, Moment};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A container that came is looked at.
pub const EXAMINE: &str = "regulator.examine";
/// An answer is made and goes out.
pub const ANSWER: &str = "regulator.answer";
/// An authority sends something of its own accord.
pub const INITIATE: &str = "regulator.initiate";
/// What was held back of an operator's feed goes out.
pub const RELEASE: &str = "regulator.release";

/// Of [`EXAMINE`], version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExamineJob {
    /// Which container.
    pub container_id: String,
}

/// Of [`ANSWER`], version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnswerJob {
    /// The container that is answered.
    pub container_id: String,
    /// How.
    pub step: Step,
    /// What goes wrong with the answer.
    pub trouble: Trouble,
    /// Of an error: why.
    pub reason: Option<String>,
}

/// Of [`RELEASE`], version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReleaseJob {
    /// Whose feed.
    pub operator: String,
}

/// Containers are looked at one after another: two reports of one payer must see each other.
const ONE_AT_A_TIME: KindLimits = KindLimits { parallel_max: 1, ..usual() };

/// A job takes well under a second; where claims of a killed program end only with their leases, nobody waits long for them.
const LEASE: Duration = Duration::from_secs(10);

const fn usual() -> KindLimits {
    KindLimits {
        parallel_max: 4,
        attempts_max: 12,
        lease: LEASE,
        run_time_max: Duration::from_secs(5 * 60),
        pause_first: Duration::from_secs(1),
        pause_max: Duration::from_secs(60),
    }
}

/// The handlers of the simulator.
pub fn handlers(handlers: Handlers, regulator: &Regulator) -> Handlers {
    let [looking, answering, sending, releasing] = [(); 4].map(|()| regulator.clone());
    handlers
        .on(EXAMINE, ONE_AT_A_TIME, move |job, payload| examined(looking.clone(), job, payload))
        .on(ANSWER, ONE_AT_A_TIME, move |job, payload| answered(answering.clone(), job, payload))
        .on(INITIATE, ONE_AT_A_TIME, move |job, payload| initiated(sending.clone(), job, payload))
        .on(RELEASE, usual(), move |job, payload| released(releasing.clone(), job, payload))
}

/// Writes a job, due at a moment of the simulator's clock.
pub async fn queue(
    tx: &mut Tx<'_>,
    cx: &Cx,
    kind: &'static str,
    payload: &(impl Serialize + Sync),
    due: Moment,
) -> Result<(), Fault> {
    let payload = serde_json::to_vec(payload).map_err(|why| Fault::Decode(format!("a job of the simulator: {why}")))?;
    tx.queue(NewJob::now(cx, desk()?, kind, payload).at(due)).await
}

async fn examined(regulator: Regulator, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let told: ExamineJob = read(&payload)?;
    let examined = examine::prepare(&regulator, &job.cx, &told.container_id).await?;
    let work = (examined, job.ticket);
    finished(regulator.app.store.write(&job.cx, work, |tx, cx, work| Box::pin(examine::run(tx, cx, work))).await)
}

async fn answered(regulator: Regulator, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let told: AnswerJob = read(&payload)?;
    let made = answer::prepare(&regulator, &job.cx, &told).await;
    published(&regulator, job, made, told.trouble.fate).await
}

async fn initiated(regulator: Regulator, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let script: Script = read(&payload)?;
    let made = initiate::prepare(&regulator, &job.cx, &script).await;
    published(&regulator, job, made, Fate::Sent).await
}

async fn published(
    regulator: &Regulator,
    job: JobCx,
    made: Result<publish::Made, AnswerFault>,
    fate: Fate,
) -> Result<JobOutcome, Fault> {
    let made = match made {
        Ok(made) => made,
        Err(AnswerFault::Store(fault)) => return Err(fault),
        Err(broken) => return Ok(JobOutcome::GiveUp(broken.to_string())),
    };
    let work = (made, fate, job.ticket);
    finished(regulator.app.store.write(&job.cx, work, |tx, cx, work| Box::pin(publish::run(tx, cx, work))).await)
}

async fn released(regulator: Regulator, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let told: ReleaseJob = read(&payload)?;
    let work = (told.operator, job.ticket);
    finished(regulator.app.store.write(&job.cx, work, |tx, _, work| Box::pin(publish::release(tx, work))).await)
}

fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(payload).map_err(|why| Fault::Decode(format!("a job of the simulator: {why}")))
}

fn finished(written: Result<(), No<RegulatorRefusal>>) -> Result<JobOutcome, Fault> {
    match written {
        Ok(()) => Ok(JobOutcome::Finished),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(refusal)) => Ok(JobOutcome::GiveUp(refusal.to_string())),
    }
}
