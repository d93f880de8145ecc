//! Workflows as data: which acts a kind of document asks of whom.
//!
//! Ids and rules are those that integrators know; the rows of the order in force since
//! July 2021 are kept, the older ones are not. A new kind of document is a new row, never a new branch.

use super::document::{DocumentKind, UtdFunction};

/// What the recipient answers to the first title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRule {
    /// Nothing: the document is one-sided.
    Never,
    /// A title of his own.
    Title,
    /// His signature under the same bytes.
    Signature,
    /// His signature, when the sender asked for it.
    SignatureIfAsked,
}

/// When a receipt notification is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptRule {
    /// Always.
    Always,
    /// When the sender asked for it.
    IfAsked,
    /// Never due; one sent of good will is kept.
    Never,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workflow {
    /// Number known to integrators.
    pub id: u8,
    /// Name known to integrators.
    pub name: &'static str,
    /// What the recipient answers.
    pub answer: AnswerRule,
    /// Receipt of the sender's title, due from the recipient.
    pub receipt: ReceiptRule,
    /// Receipt of the recipient's title, due from the sender.
    pub answer_receipt: ReceiptRule,
    /// Whether the operator confirms the dates of sending and receiving of every signed file, to both sides.
    pub confirmed: bool,
}

/// All workflows that may be used now.
pub const WORKFLOWS: &[Workflow] = &[
    Workflow {
        id: 1,
        name: "BilateralWithOptionalSignature",
        answer: AnswerRule::SignatureIfAsked,
        receipt: ReceiptRule::IfAsked,
        answer_receipt: ReceiptRule::Never,
        confirmed: false,
    },
    Workflow {
        id: 2,
        name: "BilateralWithSignature",
        answer: AnswerRule::Signature,
        receipt: ReceiptRule::IfAsked,
        answer_receipt: ReceiptRule::Never,
        confirmed: false,
    },
    Workflow {
        id: 15,
        name: "UnilateralWithTitleReceiptAndConfirmation",
        answer: AnswerRule::Never,
        receipt: ReceiptRule::Always,
        answer_receipt: ReceiptRule::Never,
        confirmed: true,
    },
    Workflow {
        id: 16,
        name: "BilateralWithTitleAndTitleReceiptAndConfirmation",
        answer: AnswerRule::Title,
        receipt: ReceiptRule::Always,
        answer_receipt: ReceiptRule::IfAsked,
        confirmed: true,
    },
    Workflow {
        id: 17,
        name: "UnilateralWithTitleReceiptAndConfirmationLegacy",
        answer: AnswerRule::Never,
        receipt: ReceiptRule::Always,
        answer_receipt: ReceiptRule::Never,
        confirmed: true,
    },
    Workflow {
        id: 18,
        name: "BilateralWithTitleAndTitleReceiptAndConfirmationLegacy",
        answer: AnswerRule::Title,
        receipt: ReceiptRule::Always,
        answer_receipt: ReceiptRule::IfAsked,
        confirmed: true,
    },
    Workflow {
        id: 19,
        name: "BilateralWithTitleAndConfirmation",
        answer: AnswerRule::Title,
        receipt: ReceiptRule::IfAsked,
        answer_receipt: ReceiptRule::IfAsked,
        confirmed: true,
    },
];

/// Which workflows a kind of document may take; the first is taken when the sender names none.
const ALLOWED: &[(DocumentKind, &[u8])] = &[
    (DocumentKind::Utd(UtdFunction::Invoice), &[15, 17]),
    (DocumentKind::Utd(UtdFunction::InvoiceAndTransfer), &[16, 18]),
    (DocumentKind::Utd(UtdFunction::Transfer), &[19, 16, 18]),
    (DocumentKind::Nonformalized, &[1, 2]),
];

impl Workflow {
    /// The row with this number.
    #[must_use]
    pub fn find(id: u8) -> Option<&'static Self> {
        WORKFLOWS.iter().find(|row| row.id == id)
    }

    /// The row a new document takes: the one asked for, if its kind allows it, else the kind's first.
    #[must_use]
    pub fn choose(kind: DocumentKind, asked: Option<u8>) -> Option<&'static Self> {
        let (_, allowed) = ALLOWED.iter().find(|(row, _)| *row == kind)?;
        let id = match asked {
            Some(id) => allowed.iter().find(|allowed| **allowed == id)?,
            None => allowed.first()?,
        };
        Self::find(*id)
    }

    /// Numbers a kind of document may take, the default first.
    #[must_use]
    pub fn allowed(kind: DocumentKind) -> &'static [u8] {
        ALLOWED.iter().find(|(row, _)| *row == kind).map_or(&[], |(_, allowed)| allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_allowed_number_has_a_row_and_numbers_are_unique() {
        for (kind, allowed) in ALLOWED {
            assert!(!allowed.is_empty());
            for id in *allowed {
                assert!(Workflow::find(*id).is_some(), "{kind:?} names workflow {id} which has no row");
            }
        }
        for row in WORKFLOWS {
            assert_eq!(WORKFLOWS.iter().filter(|other| other.id == row.id).count(), 1);
        }
    }

    #[test]
    fn a_workflow_of_another_kind_is_not_given() {
        let invoice = DocumentKind::Utd(UtdFunction::Invoice);
        for id in [0, 1, 2, 3, 16, 18, 19, 255] {
            assert!(Workflow::choose(invoice, Some(id)).is_none(), "{id}");
        }
        assert!(Workflow::choose(DocumentKind::Nonformalized, Some(15)).is_none());
        assert_eq!(Workflow::choose(invoice, None).map(|row| row.id), Some(15));
        assert_eq!(Workflow::choose(invoice, Some(17)).map(|row| row.id), Some(17));
        assert_eq!(
            Workflow::choose(DocumentKind::Utd(UtdFunction::InvoiceAndTransfer), None).map(|row| row.id),
            Some(16)
        );
        assert_eq!(Workflow::choose(DocumentKind::Utd(UtdFunction::Transfer), None).map(|row| row.id), Some(19));
        assert_eq!(Workflow::choose(DocumentKind::Nonformalized, Some(2)).map(|row| row.id), Some(2));
    }
}
