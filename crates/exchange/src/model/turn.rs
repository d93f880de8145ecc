//! Whose turn it is: the open duties of a docflow, each with the step's name in the dated rows of terms.

use kernel::Moment;

use super::document::{DocumentKind, UtdFunction};
use super::side::{Author, Side};
use super::state::{Answer, DocflowState, Duty, Outcome, Revocation};

/// What somebody has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TurnAct {
    /// The operator brings the document to the other box.
    Deliver,
    /// The operator confirms a date.
    Confirm,
    /// The recipient sends a receipt notification.
    Receipt,
    /// The recipient answers with his title, his signature or a refusal.
    Answer,
    /// The sender sends a receipt notification of the answering title.
    AnswerReceipt,
    /// The other side answers a proposal to revoke.
    AnswerRevocation,
}

impl TurnAct {
    /// The word shown in answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Deliver => "deliver",
            Self::Confirm => "confirm",
            Self::Receipt => "receipt",
            Self::Answer => "answer",
            Self::AnswerReceipt => "answer_receipt",
            Self::AnswerRevocation => "answer_revocation",
        }
    }
}

/// One open duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Whose.
    pub who: Author,
    /// What.
    pub act: TurnAct,
    /// Since when it is his turn; terms are counted from this day.
    pub since: Moment,
}

/// Open duties, the operator's first. Empty when the docflow is over.
#[must_use]
pub fn turns(state: &DocflowState) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut push = |who, act, since| turns.push(Turn { who, act, since });
    if let Some((_, since)) = state.unconfirmed.iter().min_by_key(|(_, at)| *at) {
        push(Author::Operator, TurnAct::Confirm, *since);
    }
    if let Revocation::Requested { by, at, .. } = state.revocation {
        push(Author::Party(by.other()), TurnAct::AnswerRevocation, at);
    }
    if matches!(state.outcome, Outcome::Going) {
        if let Duty::Waiting { since } = state.receipt {
            push(Author::Party(Side::Recipient), TurnAct::Receipt, since);
        }
        if let Answer::Waiting { since } = state.answer {
            push(Author::Party(Side::Recipient), TurnAct::Answer, since);
        }
        if let Duty::Waiting { since } = state.answer_receipt {
            push(Author::Party(Side::Sender), TurnAct::AnswerReceipt, since);
        }
    }
    turns
}

/// Before delivery nobody but the operator can act: the one turn of that time.
#[must_use]
pub fn delivery_turn(posted_at: Moment) -> Turn {
    Turn { who: Author::Operator, act: TurnAct::Deliver, since: posted_at }
}

/// Name of the step in the dated rows of terms; none where the law sets none and the parties agree themselves.
#[must_use]
pub fn step(kind: DocumentKind, act: TurnAct) -> Option<&'static str> {
    if !matches!(kind, DocumentKind::Utd(UtdFunction::Invoice | UtdFunction::InvoiceAndTransfer)) {
        return None;
    }
    match act {
        TurnAct::Deliver => Some("invoice.operator-sent"),
        TurnAct::Confirm => Some("invoice.operator-delivered"),
        TurnAct::Receipt => Some("invoice.receipt-notification"),
        TurnAct::Answer | TurnAct::AnswerReceipt | TurnAct::AnswerRevocation => None,
    }
}
