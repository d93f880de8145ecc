//! State of a docflow, derived from its entities and nothing else.
//!
//! [`fn@derive`] is a total function of a set: the two copies of a message receive the same entities in different orders, so
//! the order never matters, and an entity that the rules would not have admitted is passed over instead of failing.
//! [`super::act::admit`] is the other half: it says what a party may add now.

use kernel::Moment;

use super::document::{DocumentFacts, ServiceForm};
use super::entity::{Entity, EntityKind};
use super::ids::EntityId;
use super::side::{Author, Side};
use super::workflow::{AnswerRule, ReceiptRule, Workflow};

/// A duty of one party that one entity discharges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Nobody asked.
    NotDue,
    /// Due since this moment.
    Waiting {
        /// When the party could act first.
        since: Moment,
    },
    /// Discharged.
    Done {
        /// When.
        at: Moment,
        /// By which generation of document.
        form: ServiceForm,
        /// Whether it was due at all, or sent of good will.
        was_due: bool,
    },
}

/// What the recipient answered to the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The workflow asks for none.
    NotDue,
    /// Due since this moment.
    Waiting {
        /// When the recipient could act first.
        since: Moment,
    },
    /// The recipient signed the same bytes.
    Signed {
        /// When.
        at: Moment,
    },
    /// The recipient sent a title of his own.
    Titled {
        /// When.
        at: Moment,
        /// The title.
        title: EntityId,
    },
    /// The recipient refused to sign.
    Rejected {
        /// When.
        at: Moment,
        /// The refusal.
        rejection: EntityId,
    },
}

/// Request to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amendment {
    /// Nobody asked.
    None,
    /// Asked; the latest request counts. A corrected document is a document of its own.
    Requested {
        /// When.
        at: Moment,
        /// The request.
        request: EntityId,
    },
}

/// Agreement to make a document void.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revocation {
    /// Nobody proposed it.
    None,
    /// Proposed and not answered.
    Requested {
        /// Who proposed.
        by: Side,
        /// When.
        at: Moment,
        /// The proposal.
        request: EntityId,
    },
    /// The other side signed the proposal.
    Accepted {
        /// When.
        at: Moment,
    },
    /// The other side refused the last proposal.
    Rejected {
        /// When.
        at: Moment,
    },
}

/// Where the whole docflow stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody's turn.
    Going,
    /// Nothing more is due.
    Finished,
    /// The recipient refused to sign.
    Rejected,
    /// Both sides agreed that it is void.
    Revoked,
}

impl Outcome {
    /// The word kept in tables and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Going => "going",
            Self::Finished => "finished",
            Self::Rejected => "rejected",
            Self::Revoked => "revoked",
        }
    }

    /// Reads the word written by [`Outcome::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "going" => Some(Self::Going),
            "finished" => Some(Self::Finished),
            "rejected" => Some(Self::Rejected),
            "revoked" => Some(Self::Revoked),
            _ => None,
        }
    }
}

/// A signed file of which a side still waits for the operator's confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// The file.
    pub file: EntityId,
    /// What it is: the terms differ.
    pub kind: EntityKind,
    /// When it was posted.
    pub at: Moment,
}

/// Derived state of one document as one side sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocflowState {
    /// When the document reached the other box.
    pub delivered_at: Option<Moment>,
    /// Files of which this side still waits for the operator's confirmation.
    pub unconfirmed: Vec<Unconfirmed>,
    /// The recipient's receipt of the document.
    pub receipt: Duty,
    /// The recipient's answer.
    pub answer: Answer,
    /// The sender's receipt of the answering title.
    pub answer_receipt: Duty,
    /// Request to correct.
    pub amendment: Amendment,
    /// Revocation.
    pub revocation: Revocation,
    /// Where the whole stands.
    pub outcome: Outcome,
}

/// Derives the state of `document` as `viewer` sees it, from the entities of its flow in any order.
/// `entities` may hold other documents of the message; they are passed over.
#[must_use]
pub fn derive(workflow: &Workflow, viewer: Side, document: &Entity, entities: &[Entity]) -> DocflowState {
    let flow = Flow { workflow, document, entities };
    let delivered_at = flow.delivery_of(document);
    let answer = flow.answer(delivered_at);
    let receipt = flow.receipt(delivered_at);
    let answer_receipt = flow.answer_receipt(answer);
    let revocation = flow.revocation();
    let unconfirmed = flow.unconfirmed(viewer);
    let waiting = delivered_at.is_none()
        || !unconfirmed.is_empty()
        || matches!(receipt, Duty::Waiting { .. })
        || matches!(answer, Answer::Waiting { .. })
        || matches!(answer_receipt, Duty::Waiting { .. })
        || matches!(revocation, Revocation::Requested { .. });
    let outcome = match (revocation, answer) {
        (Revocation::Accepted { .. }, _) => Outcome::Revoked,
        (_, Answer::Rejected { .. }) => Outcome::Rejected,
        _ if waiting => Outcome::Going,
        _ => Outcome::Finished,
    };
    DocflowState {
        delivered_at,
        unconfirmed,
        receipt,
        answer,
        answer_receipt,
        amendment: flow.amendment(),
        revocation,
        outcome,
    }
}

struct Flow<'a> {
    workflow: &'a Workflow,
    document: &'a Entity,
    entities: &'a [Entity],
}

impl<'a> Flow<'a> {
    fn facts(&self) -> Option<&'a DocumentFacts> {
        self.document.facts.document.as_ref()
    }

    /// Earliest entity of the kind, from the side, attached to `parent`.
    fn first(&self, kind: EntityKind, by: Side, parent: EntityId) -> Option<&'a Entity> {
        self.entities
            .iter()
            .filter(|entity| entity.kind == kind && entity.author == Author::Party(by))
            .filter(|entity| entity.parent_id == Some(parent) && !entity.is_out_of_workflow())
            .min_by_key(|entity| (entity.at, entity.id))
    }

    /// When the patch that brought `entity` reached the other box.
    fn delivery_of(&self, entity: &Entity) -> Option<Moment> {
        self.entities
            .iter()
            .filter(|mark| mark.kind == EntityKind::Delivery)
            .filter_map(|mark| mark.facts.delivery.as_ref())
            .filter(|delivery| delivery.patch_id == entity.patch_id)
            .map(|delivery| delivery.at)
            .min()
    }

    fn answer(&self, delivered_at: Option<Moment>) -> Answer {
        let document = self.document.id;
        let due = match self.workflow.answer {
            AnswerRule::Never => return Answer::NotDue,
            AnswerRule::Title | AnswerRule::Signature => true,
            AnswerRule::SignatureIfAsked => self.facts().is_some_and(|facts| facts.signature_asked),
        };
        if !due {
            return Answer::NotDue;
        }
        let given = match self.workflow.answer {
            AnswerRule::Title => self
                .first(EntityKind::AnswerTitle, Side::Recipient, document)
                .map(|title| Answer::Titled { at: title.at, title: title.id }),
            _ => self
                .first(EntityKind::Signature, Side::Recipient, document)
                .map(|signature| Answer::Signed { at: signature.at }),
        };
        given
            .or_else(|| {
                self.first(EntityKind::SignatureRejection, Side::Recipient, document)
                    .map(|rejection| Answer::Rejected { at: rejection.at, rejection: rejection.id })
            })
            .unwrap_or(Answer::Waiting { since: delivered_at.unwrap_or(self.document.at) })
    }

    fn receipt(&self, delivered_at: Option<Moment>) -> Duty {
        self.duty(self.workflow.receipt, Side::Recipient, self.document, delivered_at)
    }

    fn answer_receipt(&self, answer: Answer) -> Duty {
        let Answer::Titled { title, .. } = answer else { return Duty::NotDue };
        let Some(title) = self.entities.iter().find(|entity| entity.id == title) else { return Duty::NotDue };
        self.duty(self.workflow.answer_receipt, Side::Sender, title, self.delivery_of(title))
    }

    fn duty(&self, rule: ReceiptRule, by: Side, of: &Entity, since: Option<Moment>) -> Duty {
        let was_due = match rule {
            ReceiptRule::Always => true,
            ReceiptRule::IfAsked => of.facts.document.as_ref().is_some_and(|facts| facts.receipt_asked),
            ReceiptRule::Never => false,
        };
        match self.first(EntityKind::ReceiptNotification, by, of.id) {
            Some(receipt) => {
                let form = receipt.facts.service.as_ref().map_or(ServiceForm::SignedXml, |service| service.form);
                Duty::Done { at: receipt.at, form, was_due }
            }
            None if was_due => Duty::Waiting { since: since.unwrap_or(of.at) },
            None => Duty::NotDue,
        }
    }

    fn amendment(&self) -> Amendment {
        self.entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::AmendmentRequest && !entity.is_out_of_workflow())
            .filter(|entity| entity.document_id == self.document.id)
            .max_by_key(|entity| (entity.at, entity.id))
            .map_or(Amendment::None, |request| Amendment::Requested { at: request.at, request: request.id })
    }

    /// Any accepted proposal makes the document void; else the latest unanswered one waits; else the latest refusal stands.
    fn revocation(&self) -> Revocation {
        let mut waiting: Option<(&Entity, Side)> = None;
        let mut refused: Option<Moment> = None;
        let proposals = self
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::RevocationRequest && entity.document_id == self.document.id);
        for proposal in proposals {
            let Some(by) = proposal.author.side() else { continue };
            if let Some(accepted) = self.first(EntityKind::Signature, by.other(), proposal.id) {
                return Revocation::Accepted { at: accepted.at };
            }
            match self.first(EntityKind::SignatureRejection, by.other(), proposal.id) {
                Some(rejection) => refused = refused.max(Some(rejection.at)),
                None => {
                    let newer = waiting.is_none_or(|(other, _)| (proposal.at, proposal.id) > (other.at, other.id));
                    waiting = if newer { Some((proposal, by)) } else { waiting };
                }
            }
        }
        match (waiting, refused) {
            (Some((proposal, by)), _) => Revocation::Requested { by, at: proposal.at, request: proposal.id },
            (None, Some(at)) => Revocation::Rejected { at },
            (None, None) => Revocation::None,
        }
    }

    /// Signed files of which the viewer has no confirmation yet. The author is told when the operator received his file,
    /// the addressee when the operator sent it to him; each side waits for its own.
    fn unconfirmed(&self, viewer: Side) -> Vec<Unconfirmed> {
        if !self.workflow.confirmed {
            return Vec::new();
        }
        self.entities
            .iter()
            .filter(|entity| entity.document_id == self.document.id && is_confirmed_file(entity, self.entities))
            .filter(|entity| {
                let Some(kind) = confirmation_for(entity, viewer) else { return false };
                !self.entities.iter().any(|other| other.kind == kind && other.parent_id == Some(entity.id))
            })
            .map(|entity| Unconfirmed { file: entity.id, kind: entity.kind, at: entity.at })
            .collect()
    }
}

/// Which confirmation of `entity` the viewer gets; none for what parties did not make.
#[must_use]
pub fn confirmation_for(entity: &Entity, viewer: Side) -> Option<EntityKind> {
    let author = entity.author.side()?;
    Some(if author == viewer { EntityKind::ReceivingConfirmation } else { EntityKind::SendingConfirmation })
}

/// Whether the operator confirms this file: it is of a confirmable kind and its author signed it. An unsigned universal
/// message has no signature that a confirmation could name (order format 1.03 asks for at least one); its delivery mark
/// stands instead.
#[must_use]
pub fn is_confirmed_file(entity: &Entity, entities: &[Entity]) -> bool {
    entity.kind.is_confirmable()
        && entities.iter().any(|signature| {
            signature.kind == EntityKind::Signature
                && signature.parent_id == Some(entity.id)
                && signature.author == entity.author
        })
}

#[cfg(test)]
mod tests {
    use super::super::document::{DocumentKind, UtdFunction};
    use super::super::told::{Told, id};
    use super::super::turn::{TurnAct, turns};
    use super::*;
    use Side::{Recipient, Sender};

    const INVOICE: DocumentKind = DocumentKind::Utd(UtdFunction::Invoice);
    const TRANSFER: DocumentKind = DocumentKind::Utd(UtdFunction::Transfer);
    const BOTH: DocumentKind = DocumentKind::Utd(UtdFunction::InvoiceAndTransfer);

    fn outcome(told: &Told) -> (Outcome, Outcome) {
        (told.state(Sender).outcome, told.state(Recipient).outcome)
    }

    fn whose(told: &Told, viewer: Side) -> Vec<(Author, TurnAct)> {
        turns(&told.state(viewer)).iter().map(|turn| (turn.who, turn.act)).collect()
    }

    /// The derived state is the same for any order of the same entities.
    fn order_does_not_matter(told: &mut Told) {
        for viewer in [Sender, Recipient] {
            let expected = told.state(viewer);
            let document = told.entities[0].clone();
            for turn in 0..told.entities.len() {
                let mut shuffled = told.entities.clone();
                shuffled.rotate_left(turn);
                shuffled.reverse();
                let mut derived = derive(told.workflow, viewer, &document, &shuffled);
                derived.unconfirmed.sort_by_key(|file| file.file);
                assert_eq!(derived, expected);
            }
        }
    }

    #[test]
    fn invoice_and_transfer_finishes_with_receipt_title_and_every_confirmation() {
        let mut told = Told::new(BOTH, 16, false);
        assert_eq!(told.state(Sender).delivered_at, None);
        assert_eq!(outcome(&told), (Outcome::Going, Outcome::Going));
        told.deliver(id(1));
        assert_eq!(
            whose(&told, Sender),
            [(Author::Party(Recipient), TurnAct::Receipt), (Author::Party(Recipient), TurnAct::Answer)]
        );
        let receipt = told.signed(EntityKind::ReceiptNotification, Recipient, 1);
        assert_eq!(whose(&told, Recipient)[0], (Author::Operator, TurnAct::Confirm));
        told.deliver(receipt);
        let title = told.signed(EntityKind::AnswerTitle, Recipient, 1);
        assert_eq!(outcome(&told), (Outcome::Going, Outcome::Going), "the title is not confirmed yet");
        told.deliver(title);
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Finished));
        assert!(whose(&told, Sender).is_empty() && whose(&told, Recipient).is_empty());
        let confirmations =
            told.entities.iter().filter(|e| e.author == Author::Operator && e.parent_id.is_some()).count();
        assert_eq!(confirmations, 6);
        order_does_not_matter(&mut told);
    }

    #[test]
    fn a_missing_confirmation_keeps_its_side_waiting() {
        let mut told = Told::new(INVOICE, 15, false);
        told.deliver(id(1));
        let receipt = told.signed(EntityKind::ReceiptNotification, Recipient, 1);
        told.deliver(receipt);
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Finished));
        let title_sent = |e: &Entity| e.kind == EntityKind::SendingConfirmation && e.parent_id == Some(id(1));
        told.entities.retain(|e| !title_sent(e));
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Going));
        assert_eq!(told.state(Recipient).unconfirmed.len(), 1);
    }

    #[test]
    fn an_unsigned_universal_message_needs_delivery_only() {
        let mut told = Told::new(INVOICE, 15, false);
        told.deliver(id(1));
        let receipt = told.universal(EntityKind::ReceiptNotification, Recipient, 1, false);
        told.deliver(receipt);
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Finished));
        assert!(matches!(
            told.state(Sender).receipt,
            Duty::Done { form: ServiceForm::UniversalMessage, was_due: true, .. }
        ));
        told.universal(EntityKind::ReceiptNotification, Recipient, 1, true);
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Finished), "a second one moves nothing");
    }

    #[test]
    fn a_transfer_needs_a_receipt_only_when_asked() {
        for (asked, expected) in [(false, Outcome::Finished), (true, Outcome::Going)] {
            let mut told = Told::new(TRANSFER, 19, asked);
            told.deliver(id(1));
            let title = told.signed(EntityKind::AnswerTitle, Recipient, 1);
            told.deliver(title);
            assert_eq!(outcome(&told), (expected, expected), "receipt asked: {asked}");
        }
    }

    #[test]
    fn a_refusal_and_a_correction_request_show_at_once() {
        let mut told = Told::new(TRANSFER, 19, false);
        told.deliver(id(1));
        let request = told.universal(EntityKind::AmendmentRequest, Recipient, 1, false);
        assert!(matches!(told.state(Sender).amendment, Amendment::Requested { request: r, .. } if r == request));
        assert_eq!(outcome(&told), (Outcome::Going, Outcome::Going));
        told.signed(EntityKind::SignatureRejection, Recipient, 1);
        assert_eq!(outcome(&told), (Outcome::Rejected, Outcome::Rejected));
        assert_eq!(whose(&told, Recipient), [(Author::Operator, TurnAct::Confirm)], "the refusal is to be confirmed");
        order_does_not_matter(&mut told);
    }

    #[test]
    fn a_paper_without_requests_ends_with_delivery() {
        let mut told = Told::new(DocumentKind::Nonformalized, 1, false);
        assert_eq!(told.state(Sender).outcome, Outcome::Going);
        told.deliver(id(1));
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Finished));
        let mut asked = Told::new(DocumentKind::Nonformalized, 1, true);
        asked.deliver(id(1));
        asked.signed(EntityKind::ReceiptNotification, Recipient, 1);
        assert_eq!(whose(&asked, Sender), [(Author::Party(Recipient), TurnAct::Answer)]);
        asked.add(EntityKind::Signature, Author::Party(Recipient), Some(id(1)));
        assert_eq!(outcome(&asked), (Outcome::Finished, Outcome::Finished));
    }

    #[test]
    fn a_sender_cannot_answer_for_the_recipient() {
        let mut told = Told::new(BOTH, 16, false);
        told.deliver(id(1));
        told.signed(EntityKind::AnswerTitle, Sender, 1);
        told.signed(EntityKind::ReceiptNotification, Sender, 1);
        told.signed(EntityKind::SignatureRejection, Sender, 1);
        let state = told.state(Recipient);
        assert!(matches!(state.answer, Answer::Waiting { .. }));
        assert!(matches!(state.receipt, Duty::Waiting { .. }));
    }

    #[test]
    fn crossing_proposals_to_revoke_end_with_either_acceptance() {
        let mut told = Told::new(TRANSFER, 19, false);
        told.deliver(id(1));
        let mine = told.signed(EntityKind::RevocationRequest, Sender, 1);
        let theirs = told.signed(EntityKind::RevocationRequest, Recipient, 1);
        assert!(matches!(told.state(Sender).revocation, Revocation::Requested { by: Recipient, .. }));
        told.add(EntityKind::SignatureRejection, Author::Party(Recipient), Some(mine));
        assert!(matches!(told.state(Sender).revocation, Revocation::Requested { request, .. } if request == theirs));
        assert_eq!(
            whose(&told, Recipient),
            [(Author::Party(Sender), TurnAct::AnswerRevocation), (Author::Party(Recipient), TurnAct::Answer)]
        );
        told.add(EntityKind::Signature, Author::Party(Sender), Some(theirs));
        assert_eq!(outcome(&told), (Outcome::Revoked, Outcome::Revoked));
        order_does_not_matter(&mut told);
    }

    #[test]
    fn a_receipt_of_the_answering_title_is_due_when_the_recipient_asks() {
        let mut told = Told::new(TRANSFER, 19, false);
        told.deliver(id(1));
        let title = told.signed(EntityKind::AnswerTitle, Recipient, 1);
        let facts = told.entities[0].facts.document.clone().map(|facts| DocumentFacts { receipt_asked: true, ..facts });
        told.entities.iter_mut().find(|entity| entity.id == title).unwrap().facts.document = facts;
        told.deliver(title);
        assert_eq!(whose(&told, Recipient), [(Author::Party(Sender), TurnAct::AnswerReceipt)]);
        let receipt = told.add(EntityKind::ReceiptNotification, Author::Party(Sender), Some(title));
        told.deliver(receipt);
        assert_eq!(outcome(&told), (Outcome::Finished, Outcome::Finished));
    }
}
