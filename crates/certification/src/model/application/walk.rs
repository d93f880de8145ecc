//! Every act tried in every reachable state of a small world: one applicant, two operators, one field, all scans.

use super::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::OnceLock;

const NOW: Moment = Moment::from_seconds(1_000);
const TWO: DeskRules = DeskRules { second_pair: true };
const ONE: DeskRules = DeskRules { second_pair: false };

/// Fields behave alike, so one stands for all: a field of the signed application, which touches most.
const WALKED: [Point; 4] = [Point::Surname, Point::PassportScan, Point::SnilsScan, Point::StatementScan];

fn person(number: u8) -> UserId {
    UserId::from_bytes(&[number; 16]).unwrap()
}

fn events() -> Vec<Event> {
    let mut events = vec![
        Event::SignStatement,
        Event::Submit,
        Event::Withdraw,
        Event::Issue,
        Event::Install,
        Event::Expire,
        Event::Revoke,
    ];
    for point in WALKED {
        events.extend([Event::Edit(point), Event::Upload(point)]);
    }
    for by in [1, 2, 3].map(person) {
        events.extend([
            Event::Claim { by },
            Event::Release { by },
            Event::Doubt { by },
            Event::ProveInPerson { by },
            Event::Approve { by },
            Event::Reject { by },
        ]);
        for point in WALKED {
            events.push(Event::Judge { by, point, verdict: Verdict::Accept });
            // One reason that fits any item, one that fits none of these fields.
            events.push(Event::Judge { by, point, verdict: Verdict::Refuse(Reason::Other) });
        }
    }
    events
}

/// A start with only the walked points.
fn start(kind: ApplicationKind) -> Application {
    let mut application = Application::new(person(1), kind, Identity::Claimed);
    application.points.retain(|point, _| WALKED.contains(point));
    application
}

/// What follows: by an act, by a lease that runs out, by a successor.
fn next(from: &Application, rules: DeskRules) -> Vec<(Option<Event>, Application)> {
    let mut found = Vec::new();
    for event in events() {
        if let Ok(to) = from.apply(event, NOW, rules) {
            found.push((Some(event), to));
        }
    }
    if let Some(claim) = from.claim {
        let ran_out = Claim { until: Moment::EPOCH, ..claim };
        found.push((None, Application { claim: Some(ran_out), ..from.clone() }));
    }
    for mut successor in [from.renew(), from.replace()].into_iter().flatten() {
        successor.points.retain(|point, _| WALKED.contains(point));
        found.push((None, successor));
    }
    found
}

type Graph = BTreeMap<Application, Vec<(Option<Event>, Application)>>;

fn walked(rules: DeskRules) -> &'static Graph {
    static ALONE: OnceLock<Graph> = OnceLock::new();
    static PAIRED: OnceLock<Graph> = OnceLock::new();
    let kept = if rules.second_pair { &PAIRED } else { &ALONE };
    kept.get_or_init(|| walk(rules))
}

fn walk(rules: DeskRules) -> Graph {
    let mut graph = Graph::new();
    let mut waiting = VecDeque::from([start(ApplicationKind::First)]);
    while let Some(state) = waiting.pop_front() {
        if graph.contains_key(&state) {
            continue;
        }
        let following = next(&state, rules);
        waiting.extend(following.iter().map(|(_, to)| to.clone()).filter(|to| !graph.contains_key(to)));
        graph.insert(state, following);
    }
    graph
}

/// Whether the way needs the person to come.
fn is_visit(event: Option<Event>) -> bool {
    matches!(event, Some(Event::ProveInPerson { .. }))
}

/// States from which a state that `is_aim` is reached by ways that `may` be gone.
fn reaching(
    graph: &Graph,
    is_aim: impl Fn(&Application) -> bool,
    may: impl Fn(Option<Event>) -> bool,
) -> BTreeSet<&Application> {
    let mut back: BTreeMap<&Application, Vec<&Application>> = BTreeMap::new();
    for (from, following) in graph {
        for (event, to) in following {
            if may(*event) {
                back.entry(to).or_default().push(from);
            }
        }
    }
    let mut reached: BTreeSet<&Application> = graph.keys().filter(|state| is_aim(state)).collect();
    let mut waiting: Vec<&Application> = reached.iter().copied().collect();
    while let Some(state) = waiting.pop() {
        for from in back.get(state).into_iter().flatten() {
            if reached.insert(from) {
                waiting.push(from);
            }
        }
    }
    reached
}

fn is_issued(state: &Application) -> bool {
    state.stage == Stage::ReadyToInstall
}

#[test]
fn from_every_state_a_certificate_is_reached_without_a_visit_unless_the_identity_is_doubted() {
    for rules in [ONE, TWO] {
        let graph = walked(rules);
        assert!(graph.len() > 1_000, "{} states", graph.len());
        let stages: BTreeSet<Stage> = graph.keys().map(|state| state.stage).collect();
        assert_eq!(stages.len(), Stage::ALL.len(), "every stage is reached");
        let without_visit = reaching(graph, is_issued, |event| !is_visit(event));
        let with_visit = reaching(graph, is_issued, |_| true);
        for state in graph.keys() {
            assert!(with_visit.contains(state), "a dead end: {state:?}");
            if state.identity != Identity::Doubted {
                assert!(without_visit.contains(state), "a visit is needed: {state:?}");
            }
        }
        // A doubt means what it says.
        let doubted = |state: &&Application| state.identity == Identity::Doubted && state.stage.is_open();
        assert!(graph.keys().filter(doubted).all(|state| !without_visit.contains(state)));
    }
}

#[test]
fn giving_a_scan_touches_that_scan_only() {
    let graph = walked(TWO);
    let mut given = 0;
    for (from, following) in graph {
        for (event, to) in following {
            let Some(Event::Upload(point)) = event else { continue };
            let mut expected = from.clone();
            expected.points.insert(*point, PointState::Unseen);
            assert_eq!(to, &expected, "{point:?}");
            given += 1;
        }
    }
    assert!(given > 100, "{given}");
}

#[test]
fn the_table_is_kept_and_every_row_is_gone() {
    let mut gone = BTreeSet::new();
    for rules in [ONE, TWO] {
        for (from, following) in walked(rules) {
            for (event, to) in following {
                let Some(event) = event else { continue };
                let row = TABLE.iter().find(|row| row.act == event.act()).unwrap();
                assert!(row.from.contains(&from.stage) && row.to.contains(&to.stage), "{event:?} {from:?}");
                gone.insert(event.act());
            }
            for event in events() {
                if !event.act().may_be_done_in(from.stage) {
                    let refused = from.apply(event, NOW, rules).unwrap_err();
                    assert!(matches!(refused, ApplicationRefusal::Stage { .. }), "{event:?} {from:?}");
                }
            }
        }
    }
    assert_eq!(gone.len(), TABLE.len());
}

#[test]
fn nobody_decides_alone_nor_of_himself() {
    let graph = walked(TWO);
    for (from, following) in graph {
        for (event, to) in following {
            let by = match event {
                Some(
                    Event::Claim { by }
                    | Event::Judge { by, .. }
                    | Event::Approve { by }
                    | Event::Reject { by }
                    | Event::Doubt { by }
                    | Event::ProveInPerson { by },
                ) => *by,
                _ => continue,
            };
            assert_ne!(by, from.holder, "{event:?}");
            if from.stage == Stage::UnderCheck && to.stage == Stage::ReadyForIssue {
                assert!(from.first_approver.is_some_and(|first| first != by), "{from:?}");
                assert!(from.points.values().all(|state| *state == PointState::Accepted), "{from:?}");
                assert_ne!(from.identity, Identity::Doubted);
            }
        }
    }
}

#[test]
fn of_two_operators_one_is_at_work() {
    let mut state = start(ApplicationKind::First);
    state.stage = Stage::UnderCheck;
    let (one, two) = (person(2), person(3));
    let claimed = state.apply(Event::Claim { by: one }, NOW, TWO).unwrap();
    assert_eq!(claimed.apply(Event::Claim { by: two }, NOW, TWO), Err(ApplicationRefusal::ClaimedByOther));
    let judge = Event::Judge { by: two, point: Point::Surname, verdict: Verdict::Accept };
    assert_eq!(claimed.apply(judge, NOW, TWO), Err(ApplicationRefusal::NotClaimed));
    let later = NOW.plus(CLAIM_LASTS);
    let taken = claimed.apply(Event::Claim { by: two }, later, TWO).unwrap();
    assert_eq!(taken.apply(Event::Approve { by: one }, later, TWO), Err(ApplicationRefusal::NotClaimed));
    let elsewhere = Event::Judge { by: two, point: Point::Surname, verdict: Verdict::Refuse(Reason::Cropped) };
    assert_eq!(taken.apply(elsewhere, later, TWO), Err(ApplicationRefusal::ReasonElsewhere));
}
