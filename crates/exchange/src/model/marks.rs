//! What the lists of a box keep of a docflow's derived state: one word for each thing a filter may ask.

use kernel::Moment;

use super::side::Side;
use super::state::{Amendment, Answer, DocflowState, Duty, Revocation};

/// A closed set of words, in a table's column and in a filter.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// The word kept in tables and answers.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Reads the word written by [`Self::as_str`].
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// The recipient's answer.
    AnswerMark {
        /// None is asked.
        NotDue = "not_due",
        /// Asked and not given.
        Waiting = "waiting",
        /// Signed, or a title sent.
        Given = "given",
        /// Refused.
        Rejected = "rejected",
    }
}
words! {
    /// A receipt notification.
    ReceiptMark {
        /// Nobody asked and none came.
        NotDue = "not_due",
        /// Asked and not sent.
        Waiting = "waiting",
        /// Sent.
        Done = "done",
    }
}
words! {
    /// Agreement to make the document void.
    RevocationMark {
        /// Nobody proposed it.
        None = "none",
        /// The sender proposed and waits.
        AskedBySender = "asked_by_sender",
        /// The recipient proposed and waits.
        AskedByRecipient = "asked_by_recipient",
        /// Void.
        Accepted = "accepted",
        /// The last proposal was refused.
        Rejected = "rejected",
    }
}

impl From<Answer> for AnswerMark {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::NotDue => Self::NotDue,
            Answer::Waiting { .. } => Self::Waiting,
            Answer::Signed { .. } | Answer::Titled { .. } => Self::Given,
            Answer::Rejected { .. } => Self::Rejected,
        }
    }
}

impl From<Duty> for ReceiptMark {
    fn from(duty: Duty) -> Self {
        match duty {
            Duty::NotDue => Self::NotDue,
            Duty::Waiting { .. } => Self::Waiting,
            Duty::Done { .. } => Self::Done,
        }
    }
}

impl From<Revocation> for RevocationMark {
    fn from(revocation: Revocation) -> Self {
        match revocation {
            Revocation::None => Self::None,
            Revocation::Requested { by: Side::Sender, .. } => Self::AskedBySender,
            Revocation::Requested { by: Side::Recipient, .. } => Self::AskedByRecipient,
            Revocation::Accepted { .. } => Self::Accepted,
            Revocation::Rejected { .. } => Self::Rejected,
        }
    }
}

/// All marks of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocflowMarks {
    /// The recipient's answer.
    pub answer: AnswerMark,
    /// The recipient's receipt of the document.
    pub receipt: ReceiptMark,
    /// The sender's receipt of the answering title.
    pub answer_receipt: ReceiptMark,
    /// A correction was asked for.
    pub amendment_asked: bool,
    /// Revocation.
    pub revocation: RevocationMark,
    /// When the document reached the other box.
    pub delivered_at: Option<Moment>,
}

impl From<&DocflowState> for DocflowMarks {
    fn from(state: &DocflowState) -> Self {
        Self {
            answer: state.answer.into(),
            receipt: state.receipt.into(),
            answer_receipt: state.answer_receipt.into(),
            amendment_asked: state.amendment != Amendment::None,
            revocation: state.revocation.into(),
            delivered_at: state.delivered_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::{DocumentKind, UtdFunction};
    use super::super::entity::EntityKind;
    use super::super::side::Author;
    use super::super::told::{Told, id};
    use super::*;
    use Side::{Recipient, Sender};
    use kernel::TypedId as _;

    fn marks(told: &Told) -> (AnswerMark, ReceiptMark, ReceiptMark, bool, RevocationMark, bool) {
        let [a, b] = [Sender, Recipient].map(|side| DocflowMarks::from(&told.state(side)));
        assert_eq!(a, b, "both sides filter by the same words");
        (a.answer, a.receipt, a.answer_receipt, a.amendment_asked, a.revocation, a.delivered_at.is_some())
    }

    #[test]
    fn every_step_has_its_words() {
        use AnswerMark as A;
        use ReceiptMark as R;
        use RevocationMark as V;
        let mut told = Told::new(DocumentKind::Utd(UtdFunction::InvoiceAndTransfer), 16, true);
        assert_eq!(marks(&told), (A::Waiting, R::Waiting, R::NotDue, false, V::None, false));
        told.deliver(id(1));
        assert_eq!(marks(&told), (A::Waiting, R::Waiting, R::NotDue, false, V::None, true));
        told.signed(EntityKind::ReceiptNotification, Recipient, 1);
        told.signed(EntityKind::AmendmentRequest, Recipient, 1);
        assert_eq!(marks(&told), (A::Waiting, R::Done, R::NotDue, true, V::None, true));
        told.signed(EntityKind::AnswerTitle, Recipient, 1);
        assert_eq!(marks(&told).0, A::Given);
        let request = told.signed(EntityKind::RevocationRequest, Recipient, 1);
        assert_eq!(marks(&told).4, V::AskedByRecipient);
        told.signed(EntityKind::SignatureRejection, Sender, request.uuid().as_u128());
        assert_eq!(marks(&told).4, V::Rejected);
        let request = told.signed(EntityKind::RevocationRequest, Sender, 1);
        assert_eq!(marks(&told).4, V::AskedBySender);
        told.add(EntityKind::Signature, Author::Party(Recipient), Some(request));
        assert_eq!(marks(&told).4, V::Accepted);
        let mut refused = Told::new(DocumentKind::Nonformalized, 1, false);
        assert_eq!(marks(&refused), (A::NotDue, R::NotDue, R::NotDue, false, V::None, false));
        refused = Told::new(DocumentKind::Nonformalized, 2, false);
        refused.signed(EntityKind::SignatureRejection, Recipient, 1);
        assert_eq!(marks(&refused).0, A::Rejected);
    }

    #[test]
    fn words_come_back() {
        for mark in [AnswerMark::NotDue, AnswerMark::Waiting, AnswerMark::Given, AnswerMark::Rejected] {
            assert_eq!(AnswerMark::from_word(mark.as_str()), Some(mark));
        }
        for mark in [ReceiptMark::NotDue, ReceiptMark::Waiting, ReceiptMark::Done] {
            assert_eq!(ReceiptMark::from_word(mark.as_str()), Some(mark));
        }
        for unknown in ["", "None", "given "] {
            assert_eq!((AnswerMark::from_word(unknown), RevocationMark::from_word(unknown)), (None, None));
        }
    }
}
