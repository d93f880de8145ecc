//! Whose turn it is: the open duties of a docflow, each with the step's name in the dated rows of terms.

use kernel::Moment;

use super::document::{DocumentKind, UtdFunction};
use super::entity::EntityKind;
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
    /// Of a confirmation: of which file it is due.
    pub of: Option<EntityKind>,
    /// Since when it is his turn; terms are counted from this day.
    pub since: Moment,
}

/// Open duties, the operator's first. Empty when the docflow is over.
#[must_use]
pub fn turns(state: &DocflowState) -> Vec<Turn> {
    let mut turns = Vec::new();
    if let Some(first) = state.unconfirmed.iter().min_by_key(|waiting| (waiting.at, waiting.file)) {
        let (act, of) = (TurnAct::Confirm, Some(first.kind));
        turns.push(Turn { who: Author::Operator, act, of, since: first.at });
    }
    let mut push = |who, act, since| turns.push(Turn { who, act, of: None, since });
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
    Turn { who: Author::Operator, act: TurnAct::Deliver, of: None, since: posted_at }
}

/// Name of the step in the dated rows of terms; none where the law sets none and the parties agree themselves.
#[must_use]
pub fn step(kind: DocumentKind, turn: &Turn) -> Option<&'static str> {
    if !matches!(kind, DocumentKind::Utd(UtdFunction::Invoice | UtdFunction::InvoiceAndTransfer)) {
        return None;
    }
    match turn.act {
        TurnAct::Deliver => Some("invoice.operator-sent"),
        TurnAct::Confirm => match turn.of? {
            EntityKind::Title => Some("invoice.operator-delivered"),
            EntityKind::ReceiptNotification => Some("invoice.receipt-confirmation"),
            EntityKind::AmendmentRequest => Some("invoice.amendment-confirmation"),
            _ => None,
        },
        TurnAct::Receipt => Some("invoice.receipt-notification"),
        TurnAct::Answer | TurnAct::AnswerReceipt | TurnAct::AnswerRevocation => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_confirmation_has_its_own_term_and_only_invoices_have_any() {
        let turn = |act, of| Turn { who: Author::Operator, act, of, since: Moment::EPOCH };
        let rows = [
            (turn(TurnAct::Deliver, None), Some("invoice.operator-sent")),
            (turn(TurnAct::Confirm, Some(EntityKind::Title)), Some("invoice.operator-delivered")),
            (turn(TurnAct::Confirm, Some(EntityKind::ReceiptNotification)), Some("invoice.receipt-confirmation")),
            (turn(TurnAct::Confirm, Some(EntityKind::AmendmentRequest)), Some("invoice.amendment-confirmation")),
            (turn(TurnAct::Confirm, Some(EntityKind::AnswerTitle)), None),
            (turn(TurnAct::Confirm, None), None),
            (turn(TurnAct::Receipt, None), Some("invoice.receipt-notification")),
            (turn(TurnAct::Answer, None), None),
            (turn(TurnAct::AnswerReceipt, None), None),
            (turn(TurnAct::AnswerRevocation, None), None),
        ];
        for (turn, expected) in rows {
            for function in [UtdFunction::Invoice, UtdFunction::InvoiceAndTransfer] {
                assert_eq!(step(DocumentKind::Utd(function), &turn), expected, "{turn:?}");
            }
            for kind in [DocumentKind::Nonformalized, DocumentKind::Utd(UtdFunction::Transfer)] {
                assert_eq!(step(kind, &turn), None, "{turn:?}");
            }
        }
    }
}
