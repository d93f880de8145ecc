//! Every status that the contract shows, each a function of the derived state and of who looks. Clients never store
//! statuses: they are asked again, so each is one table here and nothing beside it.

use exchange::{Amendment, Answer, AnswerRule, DocflowState, Duty, Outcome, Revocation, Side, Workflow};

use crate::proto::api::proto::documents::nonformalized_document::NonformalizedDocumentStatus;
use crate::proto::api::proto::documents::universal_transfer_document::UniversalTransferDocumentStatus as UtdStatus;
use crate::proto::api::proto::documents::{
    GeneralReceiptStatus, ReceiptStatus, RecipientResponseStatus, RevocationStatus,
};

/// A correction was asked for.
pub const AMENDMENT_REQUESTED: i32 = 1;
/// Powers were asked to be confirmed.
pub const POWERS_REQUESTED: i32 = 8;

/// What the recipient answered.
pub fn response(answer: Answer) -> RecipientResponseStatus {
    match answer {
        Answer::NotDue => RecipientResponseStatus::NotAcceptable,
        Answer::Waiting { .. } => RecipientResponseStatus::WaitingForRecipientSignature,
        Answer::Signed { .. } | Answer::Titled { .. } => RecipientResponseStatus::WithRecipientSignature,
        Answer::Rejected { .. } => RecipientResponseStatus::RecipientSignatureRequestRejected,
    }
}

/// A receipt that `owes` owes, as `viewer` sees it.
pub fn receipt(duty: Duty, owes: Side, viewer: Side) -> GeneralReceiptStatus {
    match duty {
        Duty::NotDue => GeneralReceiptStatus::NotAcceptable,
        Duty::Waiting { .. } if owes == viewer => GeneralReceiptStatus::HaveToCreateReceipt,
        Duty::Waiting { .. } => GeneralReceiptStatus::WaitingForReceipt,
        Duty::Done { .. } => GeneralReceiptStatus::Finished,
    }
}

/// The same in the older enumeration.
pub fn older_receipt(duty: Duty, owes: Side, viewer: Side) -> ReceiptStatus {
    match receipt(duty, owes, viewer) {
        GeneralReceiptStatus::HaveToCreateReceipt => ReceiptStatus::HaveToCreateReceipt,
        GeneralReceiptStatus::WaitingForReceipt => ReceiptStatus::WaitingForReceipt,
        GeneralReceiptStatus::Finished => ReceiptStatus::Finished,
        _ => ReceiptStatus::None,
    }
}

/// Revocation as `viewer` sees it.
pub fn revocation(revocation: Revocation, viewer: Side) -> RevocationStatus {
    match revocation {
        Revocation::None => RevocationStatus::None,
        Revocation::Requested { by, .. } if by == viewer => RevocationStatus::RevocationIsRequestedByMe,
        Revocation::Requested { .. } => RevocationStatus::RequestsMyRevocation,
        Revocation::Accepted { .. } => RevocationStatus::RevocationAccepted,
        Revocation::Rejected { .. } => RevocationStatus::RevocationRejected,
    }
}

/// The mask of what was asked of the sender. A corrected document is a document of its own, so no bit tells of one.
pub fn amendment_flags(amendment: Amendment, powers_asked: bool) -> i32 {
    let asked = if amendment == Amendment::None { 0 } else { AMENDMENT_REQUESTED };
    if powers_asked { asked | POWERS_REQUESTED } else { asked }
}

/// The older status of a document without a form.
pub fn nonformalized(state: &DocflowState, viewer: Side) -> NonformalizedDocumentStatus {
    use NonformalizedDocumentStatus as S;
    match (viewer, state.answer) {
        (Side::Sender, Answer::NotDue) => S::OutboundNoRecipientSignatureRequest,
        (Side::Sender, Answer::Waiting { .. }) => S::OutboundWaitingForRecipientSignature,
        (Side::Sender, Answer::Signed { .. } | Answer::Titled { .. }) => S::OutboundWithRecipientSignature,
        (Side::Sender, Answer::Rejected { .. }) => S::OutboundRecipientSignatureRequestRejected,
        (Side::Recipient, Answer::NotDue) => S::InboundNoRecipientSignatureRequest,
        (Side::Recipient, Answer::Waiting { .. }) => S::InboundWaitingForRecipientSignature,
        (Side::Recipient, Answer::Signed { .. } | Answer::Titled { .. }) => S::InboundWithRecipientSignature,
        (Side::Recipient, Answer::Rejected { .. }) => S::InboundRecipientSignatureRequestRejected,
    }
}

/// The older status of a УПД.
pub fn utd(state: &DocflowState, viewer: Side) -> UtdStatus {
    let receipt_waits = matches!(state.receipt, Duty::Waiting { .. });
    match (viewer, state.answer) {
        (Side::Sender, Answer::Rejected { .. }) => UtdStatus::OutboundRecipientSignatureRequestRejected,
        (Side::Sender, Answer::Waiting { .. }) if receipt_waits => {
            UtdStatus::OutboundWaitingForInvoiceReceiptAndRecipientSignature
        }
        (Side::Sender, _) if receipt_waits => UtdStatus::OutboundWaitingForInvoiceReceipt,
        (Side::Sender, Answer::Waiting { .. }) => UtdStatus::OutboundWaitingForRecipientSignature,
        (Side::Sender, Answer::Signed { .. } | Answer::Titled { .. }) => UtdStatus::OutboundWithRecipientSignature,
        (Side::Sender, Answer::NotDue) if is_over(state) => UtdStatus::OutboundFinished,
        (Side::Sender, Answer::NotDue) => UtdStatus::OutboundNotFinished,
        (Side::Recipient, Answer::Rejected { .. }) => UtdStatus::InboundRecipientSignatureRequestRejected,
        (Side::Recipient, Answer::Waiting { .. }) => UtdStatus::InboundWaitingForRecipientSignature,
        (Side::Recipient, Answer::Signed { .. } | Answer::Titled { .. }) => UtdStatus::InboundWithRecipientSignature,
        (Side::Recipient, Answer::NotDue) if is_over(state) => UtdStatus::InboundFinished,
        (Side::Recipient, Answer::NotDue) => UtdStatus::InboundNotFinished,
    }
}

fn is_over(state: &DocflowState) -> bool {
    state.outcome != Outcome::Going
}

/// Whether the recipient's answer is asked of the document by its workflow or by the sender.
pub fn answer_asked(workflow: &Workflow, signature_asked: bool) -> bool {
    match workflow.answer {
        AnswerRule::Never => false,
        AnswerRule::Title | AnswerRule::Signature => true,
        AnswerRule::SignatureIfAsked => signature_asked,
    }
}

/// How urgent a status is, in the words of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is due.
    Info,
    /// What was asked is done.
    Success,
    /// Somebody must act.
    Warning,
    /// Refused or void.
    Error,
}

impl Severity {
    /// The contract's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "Info",
            Self::Success => "Success",
            Self::Warning => "Warning",
            Self::Error => "Error",
        }
    }
}

/// A text for a person: keys of its sentences, and how urgent the whole is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Keys of `texts`, in order.
    pub keys: Vec<&'static str>,
    /// The most urgent of the sentences.
    pub severity: Severity,
}

type Sentence = (&'static str, Severity);

fn spoken(sentences: impl IntoIterator<Item = Sentence>) -> Option<Spoken> {
    let sentences: Vec<Sentence> = sentences.into_iter().collect();
    let severity = sentences.iter().map(|(_, severity)| *severity).max()?;
    Some(Spoken { keys: sentences.into_iter().map(|(key, _)| key).collect(), severity })
}

/// Where the docflow stands: what is void, refused, done, and whose turn it is.
pub fn primary(state: &DocflowState, viewer: Side) -> Spoken {
    use Severity::{Error, Info, Success, Warning};
    if state.outcome == Outcome::Revoked {
        return Spoken { keys: vec!["diadoc-status-revoked"], severity: Error };
    }
    let mine = |is_mine: bool, mine: &'static str, theirs: &'static str| if is_mine { mine } else { theirs };
    let by_recipient = viewer == Side::Recipient;
    let answer = match state.answer {
        Answer::NotDue => None,
        Answer::Waiting { .. } => {
            Some((mine(by_recipient, "diadoc-status-sign", "diadoc-status-awaiting-signature"), Warning))
        }
        Answer::Signed { .. } | Answer::Titled { .. } => {
            Some((mine(by_recipient, "diadoc-status-signed", "diadoc-status-signed-by-counteragent"), Success))
        }
        Answer::Rejected { .. } => {
            Some((mine(by_recipient, "diadoc-status-rejected", "diadoc-status-rejected-by-counteragent"), Error))
        }
    };
    let due = |duty: Duty, owes: Side| match duty {
        Duty::Waiting { .. } => {
            Some((mine(owes == viewer, "diadoc-status-send-receipt", "diadoc-status-awaiting-receipt"), Warning))
        }
        _ => None,
    };
    let delivery = state.delivered_at.is_none().then_some(("diadoc-status-being-delivered", Warning));
    let confirmation = (state.delivered_at.is_some() && !state.unconfirmed.is_empty())
        .then_some(("diadoc-status-awaiting-operator", Warning));
    let receipts = [due(state.receipt, Side::Recipient), due(state.answer_receipt, Side::Sender)];
    let sentences = [delivery, answer].into_iter().chain(receipts).chain([confirmation]).flatten();
    spoken(sentences).unwrap_or(Spoken { keys: vec!["diadoc-status-finished"], severity: Info })
}

/// What else was asked: a correction, a revocation.
pub fn secondary(state: &DocflowState, viewer: Side) -> Option<Spoken> {
    use Severity::{Error, Warning};
    let amendment = match state.amendment {
        Amendment::None => None,
        Amendment::Requested { .. } if viewer == Side::Sender => Some(("diadoc-status-correct", Warning)),
        Amendment::Requested { .. } => Some(("diadoc-status-awaiting-correction", Warning)),
    };
    let revocation = match revocation(state.revocation, viewer) {
        RevocationStatus::RevocationIsRequestedByMe => Some(("diadoc-status-awaiting-revocation", Warning)),
        RevocationStatus::RequestsMyRevocation => Some(("diadoc-status-answer-revocation", Warning)),
        RevocationStatus::RevocationRejected => Some(("diadoc-status-revocation-rejected", Error)),
        _ => None,
    };
    spoken([amendment, revocation].into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Side::{Recipient, Sender};
    use exchange::{EntityId, ServiceForm, Unconfirmed};
    use kernel::{Moment, TypedId as _, uuid::Uuid};

    const AT: Moment = Moment::from_micros(1);
    const WAITING: Duty = Duty::Waiting { since: AT };
    const DONE: Duty = Duty::Done { at: AT, form: ServiceForm::SignedXml, was_due: true };

    fn id() -> EntityId {
        EntityId::from_uuid(Uuid::nil())
    }

    fn answers() -> [Answer; 5] {
        [
            Answer::NotDue,
            Answer::Waiting { since: AT },
            Answer::Signed { at: AT },
            Answer::Titled { at: AT, title: id() },
            Answer::Rejected { at: AT, rejection: id() },
        ]
    }

    fn state(answer: Answer, receipt: Duty, outcome: Outcome) -> DocflowState {
        DocflowState {
            delivered_at: Some(AT),
            unconfirmed: Vec::new(),
            receipt,
            answer,
            answer_receipt: Duty::NotDue,
            amendment: Amendment::None,
            revocation: Revocation::None,
            outcome,
        }
    }

    #[test]
    fn the_response_is_told_alike_to_both() {
        use RecipientResponseStatus as S;
        let expected = [
            S::NotAcceptable,
            S::WaitingForRecipientSignature,
            S::WithRecipientSignature,
            S::WithRecipientSignature,
            S::RecipientSignatureRequestRejected,
        ];
        assert_eq!(answers().map(response), expected);
    }

    #[test]
    fn who_owes_a_receipt_creates_it_and_the_other_waits() {
        use GeneralReceiptStatus as G;
        use ReceiptStatus as O;
        for (duty, owes, viewer, general, older) in [
            (Duty::NotDue, Recipient, Sender, G::NotAcceptable, O::None),
            (Duty::NotDue, Recipient, Recipient, G::NotAcceptable, O::None),
            (WAITING, Recipient, Sender, G::WaitingForReceipt, O::WaitingForReceipt),
            (WAITING, Recipient, Recipient, G::HaveToCreateReceipt, O::HaveToCreateReceipt),
            (WAITING, Sender, Sender, G::HaveToCreateReceipt, O::HaveToCreateReceipt),
            (WAITING, Sender, Recipient, G::WaitingForReceipt, O::WaitingForReceipt),
            (DONE, Recipient, Sender, G::Finished, O::Finished),
            (DONE, Sender, Sender, G::Finished, O::Finished),
        ] {
            assert_eq!(receipt(duty, owes, viewer), general);
            assert_eq!(older_receipt(duty, owes, viewer), older);
        }
    }

    #[test]
    fn a_revocation_is_mine_or_asked_of_me() {
        use RevocationStatus as S;
        let requested = |by| Revocation::Requested { by, at: AT, request: id() };
        for (given, viewer, expected) in [
            (Revocation::None, Sender, S::None),
            (requested(Sender), Sender, S::RevocationIsRequestedByMe),
            (requested(Sender), Recipient, S::RequestsMyRevocation),
            (requested(Recipient), Sender, S::RequestsMyRevocation),
            (requested(Recipient), Recipient, S::RevocationIsRequestedByMe),
            (Revocation::Accepted { at: AT }, Sender, S::RevocationAccepted),
            (Revocation::Rejected { at: AT }, Recipient, S::RevocationRejected),
        ] {
            assert_eq!(revocation(given, viewer), expected);
        }
        let asked = Amendment::Requested { at: AT, request: id() };
        let flags = [(Amendment::None, false), (Amendment::None, true), (asked, false), (asked, true)];
        assert_eq!(flags.map(|(amendment, powers)| amendment_flags(amendment, powers)), [0, 8, 1, 9]);
    }

    #[test]
    fn older_statuses_of_documents_without_a_form() {
        use NonformalizedDocumentStatus as S;
        let seen = |viewer| answers().map(|answer| nonformalized(&state(answer, Duty::NotDue, Outcome::Going), viewer));
        assert_eq!(
            seen(Sender),
            [
                S::OutboundNoRecipientSignatureRequest,
                S::OutboundWaitingForRecipientSignature,
                S::OutboundWithRecipientSignature,
                S::OutboundWithRecipientSignature,
                S::OutboundRecipientSignatureRequestRejected,
            ]
        );
        assert_eq!(
            seen(Recipient),
            [
                S::InboundNoRecipientSignatureRequest,
                S::InboundWaitingForRecipientSignature,
                S::InboundWithRecipientSignature,
                S::InboundWithRecipientSignature,
                S::InboundRecipientSignatureRequestRejected,
            ]
        );
    }

    #[test]
    fn older_statuses_of_utd() {
        use Outcome::{Finished, Going};
        let [not_due, waiting, _, titled, rejected] = answers();
        for (answer, duty, outcome, sender, recipient) in [
            (
                waiting,
                WAITING,
                Going,
                UtdStatus::OutboundWaitingForInvoiceReceiptAndRecipientSignature,
                UtdStatus::InboundWaitingForRecipientSignature,
            ),
            (
                waiting,
                DONE,
                Going,
                UtdStatus::OutboundWaitingForRecipientSignature,
                UtdStatus::InboundWaitingForRecipientSignature,
            ),
            (
                titled,
                WAITING,
                Going,
                UtdStatus::OutboundWaitingForInvoiceReceipt,
                UtdStatus::InboundWithRecipientSignature,
            ),
            (
                titled,
                DONE,
                Finished,
                UtdStatus::OutboundWithRecipientSignature,
                UtdStatus::InboundWithRecipientSignature,
            ),
            (
                rejected,
                WAITING,
                Outcome::Rejected,
                UtdStatus::OutboundRecipientSignatureRequestRejected,
                UtdStatus::InboundRecipientSignatureRequestRejected,
            ),
            (not_due, WAITING, Going, UtdStatus::OutboundWaitingForInvoiceReceipt, UtdStatus::InboundNotFinished),
            (not_due, DONE, Going, UtdStatus::OutboundNotFinished, UtdStatus::InboundNotFinished),
            (not_due, DONE, Finished, UtdStatus::OutboundFinished, UtdStatus::InboundFinished),
        ] {
            let state = state(answer, duty, outcome);
            assert_eq!((utd(&state, Sender), utd(&state, Recipient)), (sender, recipient), "{state:?}");
        }
    }

    #[test]
    fn what_is_said_first() {
        use Severity::{Error, Info, Success, Warning};
        let [not_due, waiting, signed, titled, rejected] = answers();
        let said = |state: &DocflowState, viewer| {
            let spoken = primary(state, viewer);
            (spoken.keys.join(" ").replace("diadoc-status-", ""), spoken.severity)
        };
        for (state, sender, recipient) in [
            (state(not_due, Duty::NotDue, Outcome::Finished), ("finished", Info), ("finished", Info)),
            (state(not_due, WAITING, Outcome::Going), ("awaiting-receipt", Warning), ("send-receipt", Warning)),
            (
                state(waiting, WAITING, Outcome::Going),
                ("awaiting-signature awaiting-receipt", Warning),
                ("sign send-receipt", Warning),
            ),
            (state(waiting, DONE, Outcome::Going), ("awaiting-signature", Warning), ("sign", Warning)),
            (state(signed, Duty::NotDue, Outcome::Finished), ("signed-by-counteragent", Success), ("signed", Success)),
            (
                state(titled, WAITING, Outcome::Going),
                ("signed-by-counteragent awaiting-receipt", Warning),
                ("signed send-receipt", Warning),
            ),
            (state(rejected, DONE, Outcome::Rejected), ("rejected-by-counteragent", Error), ("rejected", Error)),
            (
                state(rejected, WAITING, Outcome::Rejected),
                ("rejected-by-counteragent awaiting-receipt", Error),
                ("rejected send-receipt", Error),
            ),
            (state(titled, DONE, Outcome::Revoked), ("revoked", Error), ("revoked", Error)),
        ] {
            let expected = [sender, recipient].map(|(keys, severity)| (keys.to_owned(), severity));
            assert_eq!([said(&state, Sender), said(&state, Recipient)], expected, "{state:?}");
        }
        let on_the_way = DocflowState { delivered_at: None, ..state(waiting, Duty::NotDue, Outcome::Going) };
        assert_eq!(said(&on_the_way, Sender), ("being-delivered awaiting-signature".to_owned(), Warning));
        let file = Unconfirmed { file: id(), kind: exchange::EntityKind::Title, at: AT };
        let unconfirmed = DocflowState { unconfirmed: vec![file], ..state(not_due, DONE, Outcome::Going) };
        assert_eq!(said(&unconfirmed, Sender), ("awaiting-operator".to_owned(), Warning));
        let answered = DocflowState { answer_receipt: WAITING, ..state(titled, DONE, Outcome::Going) };
        assert_eq!(said(&answered, Sender).0, "signed-by-counteragent send-receipt");
        assert_eq!(said(&answered, Recipient).0, "signed awaiting-receipt");
    }

    #[test]
    fn what_is_said_besides() {
        use Severity::{Error, Warning};
        let plain = state(Answer::NotDue, Duty::NotDue, Outcome::Finished);
        assert_eq!(secondary(&plain, Sender), None);
        let asked = DocflowState { amendment: Amendment::Requested { at: AT, request: id() }, ..plain.clone() };
        let said = |state: &DocflowState, viewer| {
            secondary(state, viewer)
                .map(|spoken| (spoken.keys.join(" ").replace("diadoc-status-", ""), spoken.severity))
        };
        assert_eq!(said(&asked, Sender), Some(("correct".to_owned(), Warning)));
        assert_eq!(said(&asked, Recipient), Some(("awaiting-correction".to_owned(), Warning)));
        let requested = Revocation::Requested { by: Sender, at: AT, request: id() };
        let both = DocflowState { revocation: requested, ..asked };
        assert_eq!(said(&both, Sender), Some(("correct awaiting-revocation".to_owned(), Warning)));
        assert_eq!(said(&both, Recipient), Some(("awaiting-correction answer-revocation".to_owned(), Warning)));
        let refused = DocflowState { revocation: Revocation::Rejected { at: AT }, ..plain.clone() };
        assert_eq!(said(&refused, Recipient), Some(("revocation-rejected".to_owned(), Error)));
        let accepted = DocflowState { revocation: Revocation::Accepted { at: AT }, ..plain };
        assert_eq!(said(&accepted, Recipient), None);
    }

    #[test]
    fn an_answer_is_asked_by_the_workflow_or_the_sender() {
        let asked = |id: u8, by_sender| answer_asked(Workflow::find(id).unwrap(), by_sender);
        let seen = [1, 2, 15, 16, 19].map(|id| (asked(id, false), asked(id, true)));
        assert_eq!(seen, [(false, true), (true, true), (false, false), (true, true), (true, true)]);
    }
}
