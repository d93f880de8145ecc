//! Where a document stands, and what it is called.

use super::super::visit::Visit;
use super::words::{day, iso_day, kind_words, moment};
use exchange::ops::board::BoardRow;
use exchange::ops::read::{DocumentReport, TurnReport};
use exchange::{
    Amendment, Author, DocflowRow, DocumentKind, Entity, EntityId, Outcome, Party, Revocation, Side, Whose,
};
use kernel::CivilDate;
use maud::{Markup, html};

/// What the heading of a document is made of.
#[derive(Debug)]
pub struct Called<'a> {
    kind: DocumentKind,
    number: Option<&'a str>,
    date: Option<&'a str>,
    file_name: Option<&'a str>,
}

impl<'a> From<&'a DocflowRow> for Called<'a> {
    fn from(row: &'a DocflowRow) -> Self {
        let (number, date) = (row.number.as_deref(), row.date.as_deref());
        Self { kind: row.kind, number, date, file_name: row.file_name.as_deref() }
    }
}

impl<'a> From<&'a DocumentReport> for Called<'a> {
    fn from(report: &'a DocumentReport) -> Self {
        let (number, date) = (report.facts.number.as_deref(), report.facts.date.as_deref());
        Self { kind: report.facts.kind, number, date, file_name: report.document.file_name.as_deref() }
    }
}

/// `УПД № 7 от 28.11.2026`; a file is called by its name.
#[must_use]
pub fn heading(visit: &Visit, called: &Called<'_>) -> String {
    let name = match (called.kind, called.file_name) {
        (DocumentKind::Nonformalized, Some(name)) => name.to_owned(),
        (kind, _) => kind_words(visit, kind),
    };
    let number = called.number.map(|number| visit.say("pages-number", &[("number", number)]));
    let date = called.date.map(|date| visit.say("pages-dated", &[("date", &iso_day(date))]));
    [Some(name), number, date].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The other side's name; a box that is gone has none.
#[must_use]
pub fn party_name(visit: &Visit, party: Option<&Party>) -> String {
    party.map_or_else(|| visit.say("pages-party-gone", &[]), |party| party.name.clone())
}

/// One word of state with its tone: of what waits, whose turn it is.
fn state_key(side: Side, outcome: Outcome, turn: Whose) -> (&'static str, &'static str) {
    match (outcome, turn, side) {
        (Outcome::Finished, ..) => ("good", "pages-state-finished"),
        (Outcome::Rejected, ..) => ("stop", "pages-state-rejected"),
        (Outcome::Revoked, ..) => ("stop", "pages-state-revoked"),
        (_, Whose::Sender, Side::Sender) | (_, Whose::Recipient, Side::Recipient) => ("mine", "pages-state-mine"),
        (_, Whose::Sender, _) | (_, Whose::Recipient, _) => ("wait", "pages-state-theirs"),
        (_, Whose::Operator | Whose::Nobody, _) => ("wait", "pages-state-operator"),
    }
}

fn mark(visit: &Visit, (tone, key): (&str, &str)) -> Markup {
    html! { span class={ "mark " (tone) } { (visit.say(key, &[])) } }
}

/// The cell of a list: the state, what is due, by which day.
#[must_use]
pub fn of_row(visit: &Visit, board: &BoardRow) -> Markup {
    let row = &board.row;
    html! {
        (mark(visit, state_key(row.side, row.outcome, row.turn)))
        @for turn in board.turns.iter().filter(|turn| turn.turn.who != Author::Operator) {
            span.due {
                (visit.say(&format!("pages-act-{}", turn.turn.act.as_str()), &[]))
                @if let Some(due) = turn.due_on { ", " (by(visit, due)) }
            }
        }
    }
}

/// The block of a document's page: the state, whose turn by when and by which norm, what else was asked.
#[must_use]
pub fn of_document(visit: &Visit, report: &DocumentReport, names: &Names) -> Markup {
    let state = &report.flow.state;
    let turn = Whose::of(&report.flow.turns);
    html! {
        section.state aria-labelledby="state" {
            h2 #state { (visit.say("pages-state", &[])) }
            p { (mark(visit, state_key(report.copy.side, state.outcome, turn))) }
            @if report.turns.is_empty() { p { (visit.say("pages-turn-nobody", &[])) } }
            @if !report.turns.is_empty() { ul.turns { @for turn in &report.turns { li { (of_turn(visit, turn, names)) } } } }
            @if let Amendment::Requested { at, request } = state.amendment {
                p { (visit.say("pages-amendment", &[("at", &moment(visit, at))])) (quoted(&report.entities, request)) }
            }
            @match state.revocation {
                Revocation::Requested { by, at, request } => {
                    @let who = names.of(Author::Party(by));
                    p {
                        (visit.say("pages-revocation", &[("who", who), ("at", &moment(visit, at))]))
                        (quoted(&report.entities, request))
                    }
                }
                Revocation::Rejected { at } => p { (visit.say("pages-revocation-refused", &[("at", &moment(visit, at))])) },
                Revocation::None | Revocation::Accepted { .. } => {}
            }
        }
    }
}

fn of_turn(visit: &Visit, report: &TurnReport, names: &Names) -> Markup {
    let act = visit.say(&format!("pages-act-{}", report.turn.act.as_str()), &[]);
    html! {
        strong { (names.of(report.turn.who)) } ": " (act)
        @match (report.due_on, &report.norm) {
            (Some(due), Some(norm)) => {
                ", " (by(visit, due))
                span.norm { (norm) }
            }
            (Some(due), None) => { ", " (by(visit, due)) }
            (None, _) => span.norm { (visit.say("pages-due-none", &[])) }
        }
    }
}

/// The last day in time; after it, that it is over.
fn by(visit: &Visit, due: CivilDate) -> Markup {
    let is_late = due < visit.cx.now.civil_date_msk();
    let key = if is_late { "pages-overdue" } else { "pages-due" };
    html! { span class=[is_late.then_some("late")] { (visit.say(key, &[("date", &day(due))])) } }
}

/// The words of a refusal or a request.
fn quoted(entities: &[Entity], id: EntityId) -> Markup {
    let text = entities.iter().find(|entity| entity.id == id).and_then(words_of);
    html! { @if let Some(text) = text { q.said { (text) } } }
}

/// What an entity says in words.
#[must_use]
pub fn words_of(entity: &Entity) -> Option<&str> {
    let service = entity.facts.service.as_ref().and_then(|service| service.text.as_deref());
    service.or_else(|| entity.facts.document.as_ref().and_then(|document| document.comment.as_deref()))
}

/// How the two sides and the operator are called on a page.
#[derive(Debug)]
pub struct Names {
    sender: String,
    recipient: String,
    operator: String,
}

impl Names {
    /// Of a document as one side holds it.
    #[must_use]
    pub fn of_report(visit: &Visit, report: &DocumentReport, own: &str) -> Self {
        let other = party_name(visit, report.counteragent.as_ref());
        let (sender, recipient) = match report.copy.side {
            Side::Sender => (own.to_owned(), other),
            Side::Recipient => (other, own.to_owned()),
        };
        Self { sender, recipient, operator: visit.say("pages-operator", &[]) }
    }

    /// Of the one who made an entity.
    #[must_use]
    pub fn of(&self, author: Author) -> &str {
        match author {
            Author::Party(Side::Sender) => &self.sender,
            Author::Party(Side::Recipient) => &self.recipient,
            Author::Operator => &self.operator,
        }
    }
}
