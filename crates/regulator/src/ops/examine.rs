//! An authority looks at a container that came and decides what it will answer, and when.

use crate::desk::Regulator;
use crate::jobs::{self, AnswerJob};
use crate::model::{Authority, Case, RegulatorRefusal, Reply, Step, due};
use crate::ops::{report, turn};
use crate::store::containers::{self, Kept};
use crate::store::settings::{self, FAULTS};
use crate::store::{docflows, subscribers};
use ::store::{Fault, Fetch, JobTicket, No, Tx};
use kernel::{Cx, Moment};
use std::time::Duration;
use transport::fns::Container;

/// What was decided over one container.
#[derive(Debug)]
pub struct Examined {
    container: Kept,
    /// What is known of the docflow now, where this container began it.
    case: Option<Case>,
    /// What is answered, each with its moment before any fault.
    answers: Vec<(Step, Moment)>,
    /// Why the container cannot be worked on.
    error: Option<&'static str>,
    outcome: &'static str,
}

/// Opens, verifies, checks: everything that takes time, outside a transaction.
pub async fn prepare(regulator: &Regulator, cx: &Cx, container_id: &str) -> Result<Examined, Fault> {
    let store = &regulator.app.store;
    let kept = containers::find(&mut store.reader().await?, container_id).await?;
    let kept = kept.ok_or_else(|| Fault::Decode("a container to look at is not there".to_owned()))?;
    let bytes = containers::bytes(store, &kept).await?;
    let read = Container::read(&bytes).map_err(|why| Fault::Decode(format!("a container that was taken: {why}")))?;
    let decided = decide(regulator, cx, &kept, &read).await?;
    let pace = turn::pace(regulator, &mut store.reader().await?).await?;
    let later = decided.steps.len();
    // Of answers due at one moment the first goes first: each a microsecond before the next.
    let before = |place: usize| Duration::from_micros(u64::try_from(later - place).unwrap_or_default());
    let moment =
        |(place, step): (usize, Step)| (step, due(pace, step, cx.now, &regulator.calendar).minus(before(place)));
    Ok(Examined {
        answers: decided.steps.into_iter().enumerate().map(moment).collect(),
        container: kept,
        case: decided.case,
        error: decided.error,
        outcome: decided.outcome,
    })
}

/// What is decided before its moments are known.
struct Decided {
    case: Option<Case>,
    steps: Vec<Step>,
    error: Option<&'static str>,
    outcome: &'static str,
}

impl Decided {
    fn noted(outcome: &'static str) -> Self {
        Self { case: None, steps: Vec::new(), error: None, outcome }
    }

    fn error(why: &'static str) -> Self {
        Self { case: None, steps: vec![Step::Error], error: Some(why), outcome: "error" }
    }
}

async fn decide(regulator: &Regulator, cx: &Cx, kept: &Kept, read: &Container) -> Result<Decided, Fault> {
    let store = &regulator.app.store;
    let Some(authority) = Authority::find(&kept.authority) else {
        return Ok(Decided::error("органа с таким кодом у симулятора нет"));
    };
    let Some(subscriber) = subscribers::find(&mut store.reader().await?, &kept.subscriber).await? else {
        return Ok(Decided::error("оператор не зарегистрировал этого абонента"));
    };
    let known: Option<Case> = docflows::find(&mut store.reader().await?, &kept.docflow).await?;
    match (kept.flow.as_str(), kept.transaction.as_str(), known) {
        ("01" | "02" | "06" | "12", "01", Some(_)) => Ok(Decided::noted("repeated")),
        ("01" | "02" | "06" | "12", "01", None) => {
            let case = report::examine(regulator, (authority, &subscriber), read, cx.now).await?;
            let replies = [Step::Notice, case.answer()];
            let answered = |step: &Step| Reply::find(&kept.flow, "01", *step).is_some();
            let steps = replies.into_iter().filter(answered).collect();
            let outcome = if case.answer() == Step::Refusal { "refused" } else { "accepted" };
            Ok(Decided { case: Some(case), steps, error: None, outcome })
        }
        ("01", "06", Some(case)) => {
            let first = containers::find_step(&mut store.reader().await?, &kept.docflow, "06").await?;
            let is_first = first.is_some_and(|first| first.id == kept.id);
            let steps = case.outcome().filter(|_| is_first).into_iter().collect();
            Ok(Decided { steps, ..Decided::noted("confirmed") })
        }
        ("10", "04", _) => Ok(Decided { steps: vec![Step::Notice], ..Decided::noted("answered") }),
        _ => Ok(Decided::noted("noted")),
    }
}

/// Writes what was decided and queues the answers, each with what goes wrong with it.
pub async fn run(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (examined, ticket): &(Examined, JobTicket),
) -> Result<(), No<RegulatorRefusal>> {
    settings::next(tx, "faults").await?;
    let Examined { container, case, answers, error, outcome } = examined;
    if let Some(case) = case {
        if !docflows::add(tx, &container.docflow, case, cx.now).await? {
            return Err(Fault::Busy("the docflow was begun by another container meanwhile").into());
        }
        report::file(tx, cx, container, case).await?;
    }
    let mut faults = turn::faults(tx).await?;
    for (step, moment) in answers {
        let trouble = faults.next_trouble(*step);
        let job =
            AnswerJob { container_id: container.id.clone(), step: *step, trouble, reason: error.map(str::to_owned) };
        jobs::queue(tx, cx, jobs::ANSWER, &job, moment.plus(trouble.delay())).await?;
    }
    settings::put(tx, FAULTS, &faults).await?;
    containers::conclude(tx, &container.id, outcome).await?;
    Ok(tx.finish_job(ticket).await?)
}

/// The case of a docflow, which is there once its first container was looked at.
pub async fn case_of(from: &mut (impl Fetch + ?Sized), docflow: &str) -> Result<Case, Fault> {
    let found = docflows::find(from, docflow).await?;
    found.ok_or_else(|| Fault::Decode("a docflow that is answered is not there".to_owned()))
}
