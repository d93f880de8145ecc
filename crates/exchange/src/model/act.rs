//! What a party may add to a docflow now.

use super::document::ServiceForm;
use super::ids::EntityId;
use super::refusal::Refusal;
use super::side::Side;
use super::state::{Answer, DocflowState, Duty, Outcome, Revocation};
use super::workflow::{AnswerRule, Workflow};

/// An act of a party on an existing document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Receipt notification of the document.
    Receipt(ServiceForm),
    /// Receipt notification of the answering title.
    AnswerReceipt(ServiceForm),
    /// The recipient's title.
    AnswerTitle,
    /// The recipient's signature under the document.
    AnswerSignature,
    /// Refusal to sign the document.
    Reject,
    /// Request to correct.
    RequestAmendment,
    /// Proposal to revoke.
    RequestRevocation,
    /// Signature under the other side's proposal to revoke.
    AcceptRevocation {
        /// The proposal.
        request: EntityId,
    },
    /// Refusal of the other side's proposal to revoke.
    RejectRevocation {
        /// The proposal.
        request: EntityId,
    },
    /// A universal message that only informs.
    Inform,
}

/// How an admitted act counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It moves the docflow.
    Moves,
    /// It is kept and shown, and moves nothing.
    OutOfWorkflow,
}

/// Decides whether `by` may do `act` now.
///
/// Refuses acts of the wrong side, acts nobody asked for, repeated ones, and all but information after revocation.
pub fn admit(workflow: &Workflow, state: &DocflowState, act: Act, by: Side) -> Result<Admission, Refusal> {
    if state.delivered_at.is_none() {
        return Err(Refusal::NotDelivered);
    }
    if act == Act::Inform {
        return Ok(Admission::OutOfWorkflow);
    }
    if state.outcome == Outcome::Revoked {
        return Err(Refusal::DocumentRevoked);
    }
    match act {
        Act::Receipt(form) => only(Side::Recipient, by).and_then(|()| receipt(state.receipt, form)),
        Act::AnswerReceipt(form) => only(Side::Sender, by).and_then(|()| match state.answer {
            Answer::Titled { .. } => receipt(state.answer_receipt, form),
            _ => Err(Refusal::NothingToReceipt),
        }),
        Act::AnswerTitle => answer(workflow, state, by, AnswerAct::Title),
        Act::AnswerSignature => answer(workflow, state, by, AnswerAct::Signature),
        Act::Reject => answer(workflow, state, by, AnswerAct::Rejection),
        Act::RequestAmendment => {
            only(Side::Recipient, by)?;
            if state.outcome == Outcome::Rejected { Err(Refusal::DocumentRejected) } else { Ok(Admission::Moves) }
        }
        Act::RequestRevocation => match (state.outcome, state.revocation) {
            (Outcome::Rejected, _) => Err(Refusal::DocumentRejected),
            (_, Revocation::Requested { .. }) => Err(Refusal::RevocationAlreadyRequested),
            _ => Ok(Admission::Moves),
        },
        Act::AcceptRevocation { request } | Act::RejectRevocation { request } => revocation_answer(state, request, by),
        Act::Inform => Ok(Admission::OutOfWorkflow),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AnswerAct {
    Title,
    Signature,
    Rejection,
}

fn only(side: Side, by: Side) -> Result<(), Refusal> {
    if side == by { Ok(()) } else { Err(Refusal::OtherSidesAct) }
}

/// A second receipt is refused when signed, and only informs as a universal message.
fn receipt(duty: Duty, form: ServiceForm) -> Result<Admission, Refusal> {
    match (duty, form) {
        (Duty::NotDue | Duty::Waiting { .. }, _) => Ok(Admission::Moves),
        (Duty::Done { .. }, ServiceForm::UniversalMessage) => Ok(Admission::OutOfWorkflow),
        (Duty::Done { .. }, ServiceForm::SignedXml) => Err(Refusal::ReceiptAlreadySent),
    }
}

fn answer(workflow: &Workflow, state: &DocflowState, by: Side, act: AnswerAct) -> Result<Admission, Refusal> {
    only(Side::Recipient, by)?;
    let fits = match workflow.answer {
        AnswerRule::Never => false,
        AnswerRule::Title => act != AnswerAct::Signature,
        AnswerRule::Signature | AnswerRule::SignatureIfAsked => act != AnswerAct::Title,
    };
    if !fits {
        return Err(Refusal::AnswerNotAsked);
    }
    match state.answer {
        Answer::Waiting { .. } => Ok(Admission::Moves),
        Answer::NotDue => Err(Refusal::AnswerNotAsked),
        Answer::Signed { .. } | Answer::Titled { .. } => Err(Refusal::AlreadySigned),
        Answer::Rejected { .. } => Err(Refusal::DocumentRejected),
    }
}

fn revocation_answer(state: &DocflowState, request: EntityId, by: Side) -> Result<Admission, Refusal> {
    match state.revocation {
        Revocation::Requested { by: author, request: waiting, .. } if waiting == request => {
            if author == by {
                Err(Refusal::OwnRevocationRequest)
            } else {
                Ok(Admission::Moves)
            }
        }
        Revocation::Requested { .. } | Revocation::None => Err(Refusal::RevocationNotRequested),
        Revocation::Accepted { .. } | Revocation::Rejected { .. } => Err(Refusal::RevocationAlreadyFinished),
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

    const XML: ServiceForm = ServiceForm::SignedXml;
    const UNIVERSAL: ServiceForm = ServiceForm::UniversalMessage;
    const INVOICE: DocumentKind = DocumentKind::Utd(UtdFunction::Invoice);
    const BOTH: DocumentKind = DocumentKind::Utd(UtdFunction::InvoiceAndTransfer);
    const PAPER: DocumentKind = DocumentKind::Nonformalized;

    /// Every act there is, by every side; the proposal named is the entity 100.
    fn all_acts() -> Vec<(Act, Side)> {
        let acts = [
            Act::Receipt(XML),
            Act::Receipt(UNIVERSAL),
            Act::AnswerReceipt(XML),
            Act::AnswerReceipt(UNIVERSAL),
            Act::AnswerTitle,
            Act::AnswerSignature,
            Act::Reject,
            Act::RequestAmendment,
            Act::RequestRevocation,
            Act::AcceptRevocation { request: id(100) },
            Act::RejectRevocation { request: id(100) },
        ];
        acts.iter().flat_map(|act| [(*act, Sender), (*act, Recipient)]).collect()
    }

    /// Checks that exactly `allowed` is admitted and everything else refused.
    fn only_these(told: &Told, allowed: &[(Act, Side)]) {
        for (act, by) in all_acts() {
            let admitted = admit(told.workflow, &told.state(by), act, by).is_ok();
            assert_eq!(admitted, allowed.contains(&(act, by)), "{act:?} by {by:?}");
        }
    }

    fn refusal(told: &Told, act: Act, by: Side) -> Refusal {
        admit(told.workflow, &told.state(by), act, by).unwrap_err()
    }

    fn delivered(kind: DocumentKind, workflow: u8, asked: bool) -> Told {
        let mut told = Told::new(kind, workflow, asked);
        told.deliver(id(1));
        told
    }

    const BOTH_MAY_REVOKE: [(Act, Side); 2] = [(Act::RequestRevocation, Sender), (Act::RequestRevocation, Recipient)];

    #[test]
    fn nothing_before_delivery() {
        for (kind, workflow) in [(INVOICE, 15), (BOTH, 16), (PAPER, 1), (PAPER, 2)] {
            let told = Told::new(kind, workflow, true);
            only_these(&told, &[]);
            assert_eq!(refusal(&told, Act::Inform, Sender), Refusal::NotDelivered);
        }
    }

    #[test]
    fn an_invoice_takes_a_receipt_and_correction_requests() {
        let mut told = delivered(INVOICE, 15, false);
        let start =
            [(Act::Receipt(XML), Recipient), (Act::Receipt(UNIVERSAL), Recipient), (Act::RequestAmendment, Recipient)];
        only_these(&told, &[&start[..], &BOTH_MAY_REVOKE].concat());
        assert_eq!(refusal(&told, Act::Reject, Recipient), Refusal::AnswerNotAsked);
        assert_eq!(refusal(&told, Act::Receipt(XML), Sender), Refusal::OtherSidesAct);
        told.signed(EntityKind::ReceiptNotification, Recipient, 1);
        only_these(
            &told,
            &[&[(Act::Receipt(UNIVERSAL), Recipient), (Act::RequestAmendment, Recipient)][..], &BOTH_MAY_REVOKE]
                .concat(),
        );
        assert_eq!(refusal(&told, Act::Receipt(XML), Recipient), Refusal::ReceiptAlreadySent);
        let second = admit(told.workflow, &told.state(Recipient), Act::Receipt(UNIVERSAL), Recipient);
        assert_eq!(second, Ok(Admission::OutOfWorkflow));
    }

    #[test]
    fn a_title_is_answered_once() {
        let open = [
            (Act::Receipt(XML), Recipient),
            (Act::Receipt(UNIVERSAL), Recipient),
            (Act::AnswerTitle, Recipient),
            (Act::Reject, Recipient),
            (Act::RequestAmendment, Recipient),
        ];
        let told = delivered(BOTH, 16, false);
        only_these(&told, &[&open[..], &BOTH_MAY_REVOKE].concat());

        let mut answered = delivered(BOTH, 16, false);
        answered.signed(EntityKind::AnswerTitle, Recipient, 1);
        let left = [
            (Act::Receipt(XML), Recipient),
            (Act::Receipt(UNIVERSAL), Recipient),
            (Act::RequestAmendment, Recipient),
            (Act::AnswerReceipt(XML), Sender),
            (Act::AnswerReceipt(UNIVERSAL), Sender),
        ];
        only_these(&answered, &[&left[..], &BOTH_MAY_REVOKE].concat());
        assert_eq!(refusal(&answered, Act::AnswerTitle, Recipient), Refusal::AlreadySigned);
        assert_eq!(refusal(&answered, Act::Reject, Recipient), Refusal::AlreadySigned);
        assert_eq!(refusal(&answered, Act::AnswerSignature, Recipient), Refusal::AnswerNotAsked);
    }

    #[test]
    fn a_refusal_ends_the_flow_but_the_receipt_may_come() {
        for workflow in [16, 18, 19] {
            let mut told = delivered(BOTH, workflow, false);
            told.signed(EntityKind::SignatureRejection, Recipient, 1);
            only_these(&told, &[(Act::Receipt(XML), Recipient), (Act::Receipt(UNIVERSAL), Recipient)]);
            assert_eq!(refusal(&told, Act::AnswerTitle, Recipient), Refusal::DocumentRejected);
            assert_eq!(refusal(&told, Act::RequestAmendment, Recipient), Refusal::DocumentRejected);
            assert_eq!(refusal(&told, Act::RequestRevocation, Sender), Refusal::DocumentRejected);
            assert_eq!(refusal(&told, Act::AnswerReceipt(XML), Sender), Refusal::NothingToReceipt);
        }
    }

    #[test]
    fn a_paper_is_signed_only_when_asked() {
        let receipts = [(Act::Receipt(XML), Recipient), (Act::Receipt(UNIVERSAL), Recipient)];
        let may = [&receipts[..], &[(Act::RequestAmendment, Recipient)], &BOTH_MAY_REVOKE].concat();
        only_these(&delivered(PAPER, 1, false), &may);
        let asked = [&may[..], &[(Act::AnswerSignature, Recipient), (Act::Reject, Recipient)]].concat();
        only_these(&delivered(PAPER, 1, true), &asked);
        only_these(&delivered(PAPER, 2, false), &asked);
        let mut signed = delivered(PAPER, 2, false);
        signed.add(EntityKind::Signature, Author::Party(Recipient), Some(id(1)));
        only_these(&signed, &may);
        assert_eq!(refusal(&signed, Act::AnswerSignature, Recipient), Refusal::AlreadySigned);
        assert_eq!(refusal(&signed, Act::AnswerTitle, Recipient), Refusal::AnswerNotAsked);
        assert_eq!(refusal(&signed, Act::Reject, Sender), Refusal::OtherSidesAct);
    }

    #[test]
    fn a_proposal_to_revoke_is_answered_by_the_other_side_once() {
        let mut told = delivered(BOTH, 16, false);
        told.signed(EntityKind::AnswerTitle, Recipient, 1);
        let request = told.signed(EntityKind::RevocationRequest, Sender, 1);
        assert_eq!(refusal(&told, Act::RequestRevocation, Recipient), Refusal::RevocationAlreadyRequested);
        assert_eq!(refusal(&told, Act::AcceptRevocation { request }, Sender), Refusal::OwnRevocationRequest);
        assert_eq!(refusal(&told, Act::RejectRevocation { request }, Sender), Refusal::OwnRevocationRequest);
        assert_eq!(
            refusal(&told, Act::AcceptRevocation { request: id(999) }, Recipient),
            Refusal::RevocationNotRequested
        );
        for act in [Act::AcceptRevocation { request }, Act::RejectRevocation { request }] {
            assert_eq!(admit(told.workflow, &told.state(Recipient), act, Recipient), Ok(Admission::Moves));
        }
        told.add(EntityKind::Signature, Author::Party(Recipient), Some(request));
        only_these(&told, &[]);
        assert_eq!(refusal(&told, Act::Receipt(XML), Recipient), Refusal::DocumentRevoked);
        assert!(admit(told.workflow, &told.state(Sender), Act::Inform, Sender).is_ok());
    }

    #[test]
    fn a_refused_proposal_may_be_made_again() {
        let mut told = delivered(INVOICE, 15, false);
        let request = told.signed(EntityKind::RevocationRequest, Recipient, 1);
        told.add(EntityKind::SignatureRejection, Author::Party(Sender), Some(request));
        assert_eq!(refusal(&told, Act::AcceptRevocation { request }, Sender), Refusal::RevocationAlreadyFinished);
        assert!(admit(told.workflow, &told.state(Recipient), Act::RequestRevocation, Recipient).is_ok());
    }
}
