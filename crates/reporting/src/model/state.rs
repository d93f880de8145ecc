//! Where a docflow stands, derived from the documents it has: the order in which they came does not matter.

use super::flow::{Author, Flow, Status, Step, Success};
use super::ids::DocumentId;

/// Kind of the document by which a regulator or the operator says that a package could not be handled.
pub const ERROR: &str = "error";

/// What is known of a document of a docflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Have<'a> {
    /// The document.
    pub id: DocumentId,
    /// Its kind.
    pub kind: &'a str,
    /// The document it answers.
    pub on: Option<DocumentId>,
}

/// An answer the subscriber owes, or may give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReply {
    /// The document to answer.
    pub on: DocumentId,
    /// Kind of the answer.
    pub kind: &'static str,
    /// Row of the rules that says by when.
    pub term: Option<&'static str>,
}

/// Where a docflow stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Status.
    pub status: Status,
    /// What came of it.
    pub success: Success,
    /// Answers the subscriber can give now.
    pub replies: Vec<OpenReply>,
    /// Kinds of documents the regulator must have sent before what is there, and which are not there: lost or late.
    pub missing: Vec<&'static str>,
}

/// Derives the state. A document of a kind the docflow does not know changes nothing; an error document closes it.
#[must_use]
pub fn derive(flow: &'static Flow, have: &[Have<'_>]) -> State {
    let made: Vec<&'static Step> = have.iter().flat_map(|one| steps_made(flow, have, *one)).collect();
    let furthest = made.iter().max_by_key(|step| step.n);
    let started = flow.steps.first().map_or(Status::Sent, |step| step.status);
    let told = made.iter().filter(|step| step.success.is_some()).max_by_key(|step| step.n);
    let mut state = State {
        status: furthest.map_or(started, |step| step.status),
        success: told.and_then(|step| step.success).unwrap_or_default(),
        replies: open_replies(flow, have),
        missing: missing(flow, &made),
    };
    if have.iter().any(|one| one.kind == ERROR) {
        (state.status, state.success) = (Status::Finished, Success::Failed);
        state.replies.clear();
    }
    state
}

fn kind_of<'a>(have: &[Have<'a>], id: Option<DocumentId>) -> Option<&'a str> {
    let id = id?;
    have.iter().find(|one| one.id == id).map(|one| one.kind)
}

fn steps_made(flow: &'static Flow, have: &[Have<'_>], one: Have<'_>) -> Vec<&'static Step> {
    let on = kind_of(have, one.on);
    flow.steps
        .iter()
        .filter(|step| step.document == one.kind && (step.on.is_none() || step.on.as_deref() == on))
        .collect()
}

/// What the subscriber can answer: each document that waits for an answer of its own, unless the step was made by one of its
/// alternatives.
fn open_replies(flow: &'static Flow, have: &[Have<'_>]) -> Vec<OpenReply> {
    let mut open = Vec::new();
    for one in have {
        let answers =
            flow.steps.iter().filter(|step| step.from == Author::Subscriber && step.on.as_deref() == Some(one.kind));
        for step in answers {
            let is_made = |other: &Step| have.iter().any(|made| made.on == Some(one.id) && made.kind == other.document);
            let alternatives = flow.steps.iter().filter(|other| other.n == step.n && other.on == step.on);
            if !alternatives.clone().any(is_made) {
                open.push(OpenReply { on: one.id, kind: &step.document, term: step.term.as_deref() });
            }
        }
    }
    open
}

/// Steps of the regulator that come before the furthest one made, of which no alternative was made.
fn missing(flow: &'static Flow, made: &[&'static Step]) -> Vec<&'static str> {
    let furthest = made.iter().map(|step| step.n).max().unwrap_or(0);
    let owed = |step: &&'static Step| step.from == Author::Authority && step.n < furthest;
    let is_made = |n: u32| made.iter().any(|step| step.n == n);
    let mut missing: Vec<&'static Step> = flow.steps.iter().filter(owed).filter(|step| !is_made(step.n)).collect();
    missing.dedup_by_key(|step| step.n);
    missing.into_iter().map(|step| step.document.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::flow::flow;

    fn id(n: u8) -> DocumentId {
        DocumentId::from_bytes(&[n; 16]).unwrap()
    }

    fn have(kind: &str, n: u8, on: Option<u8>) -> Have<'_> {
        Have { id: id(n), kind, on: on.map(id) }
    }

    /// A whole report that was accepted, in its right order.
    fn accepted() -> Vec<Have<'static>> {
        vec![
            have("fns534-report", 1, None),
            have("fns534-report-date-confirmation", 2, Some(1)),
            have("fns534-report-receipt", 3, Some(1)),
            have("fns534-report-acceptance-result-positive", 4, Some(1)),
            have("fns534-report-receipt", 5, Some(4)),
            have("fns534-report-processing-result-ok", 6, Some(1)),
            have("fns534-report-receipt", 7, Some(6)),
        ]
    }

    #[test]
    fn a_report_goes_its_way() {
        let report = flow("fns534-report").unwrap();
        let all = accepted();
        let wanted = [
            (Status::Sent, Success::Neutral, 0),
            (Status::Sent, Success::Neutral, 0),
            (Status::Delivered, Success::Neutral, 0),
            (Status::ResponseArrived, Success::Neutral, 1),
            (Status::ResponseProcessed, Success::Neutral, 0),
            (Status::ResponseArrived, Success::Successful, 1),
            (Status::Finished, Success::Successful, 0),
        ];
        for (count, (status, success, replies)) in wanted.into_iter().enumerate() {
            let state = derive(report, &all[..=count]);
            assert_eq!((state.status, state.success, state.replies.len()), (status, success, replies), "{count}");
            assert!(state.missing.is_empty(), "{count}: {:?}", state.missing);
        }
    }

    #[test]
    fn the_order_of_arrival_does_not_matter_and_what_is_lost_is_named() {
        let report = flow("fns534-report").unwrap();
        let mut shuffled = accepted();
        let straight = derive(report, &shuffled);
        shuffled.reverse();
        assert_eq!(derive(report, &shuffled), straight);
        let doubled: Vec<_> = accepted().into_iter().chain([have("fns534-report-receipt", 8, Some(1))]).collect();
        assert_eq!(derive(report, &doubled).status, Status::Finished);
        let lost: Vec<_> = accepted().into_iter().filter(|one| ![3, 4, 5].contains(&one.id.as_bytes()[0])).collect();
        let state = derive(report, &lost);
        assert_eq!(state.missing, ["fns534-report-receipt", "fns534-report-acceptance-result-positive"]);
        assert_eq!(state.status, Status::Finished);
    }

    #[test]
    fn a_refusal_ends_with_the_receipt_of_it() {
        let report = flow("fns534-report").unwrap();
        let mut documents = accepted()[..3].to_vec();
        documents.push(have("fns534-report-acceptance-result-negative", 4, Some(1)));
        let state = derive(report, &documents);
        assert_eq!((state.status, state.success), (Status::ResponseArrived, Success::Failed));
        documents.push(have("fns534-report-receipt", 5, Some(4)));
        let state = derive(report, &documents);
        assert_eq!((state.status, state.success, state.replies.len()), (Status::Finished, Success::Failed, 0));
    }

    #[test]
    fn a_demand_is_confirmed_and_then_answered_one_way_or_the_other() {
        let demand = flow("fns534-demand").unwrap();
        let mut documents = vec![have("fns534-demand", 1, None)];
        let open = |documents: &[Have<'_>]| -> Vec<&'static str> {
            derive(demand, documents).replies.iter().map(|reply| reply.kind).collect()
        };
        assert_eq!(
            open(&documents),
            [
                "fns534-demand-receipt",
                "fns534-demand-acceptance-result-positive",
                "fns534-demand-acceptance-result-negative"
            ]
        );
        documents.push(have("fns534-demand-receipt", 2, Some(1)));
        assert_eq!(derive(demand, &documents).status, Status::Arrived);
        documents.push(have("fns534-demand-acceptance-result-negative", 3, Some(1)));
        let state = derive(demand, &documents);
        assert_eq!((state.status, state.success), (Status::Processed, Success::Failed));
        assert!(open(&documents).is_empty());
    }

    #[test]
    fn an_error_closes_and_a_stranger_changes_nothing() {
        let report = flow("fns534-report").unwrap();
        let mut documents = accepted()[..4].to_vec();
        let before = derive(report, &documents);
        documents.push(have("stat-report", 9, None));
        assert_eq!(derive(report, &documents), before);
        documents.push(have(ERROR, 10, Some(1)));
        let state = derive(report, &documents);
        assert_eq!((state.status, state.success, state.replies.len()), (Status::Finished, Success::Failed, 0));
    }

    /// Any set of documents gives a state; a document more never takes the docflow back, but for a first answer that is put right.
    #[test]
    fn every_subset_gives_a_state_that_only_grows() {
        let report = flow("fns534-report").unwrap();
        let all = accepted();
        for mask in 0_u32..1 << all.len() {
            let chosen: Vec<_> =
                all.iter().enumerate().filter(|(n, _)| mask & (1 << n) != 0).map(|(_, one)| *one).collect();
            let state = derive(report, &chosen);
            let waiting = state.replies.iter().all(|reply| chosen.iter().any(|one| one.id == reply.on));
            assert!(waiting && report.statuses.contains(&state.status), "{mask:b}");
        }
    }
}
