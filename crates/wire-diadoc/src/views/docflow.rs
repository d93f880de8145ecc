//! A docflow step by step, in the shape of version 4.

use exchange::{Answer, AnswerRule, Docflow, Duty, Entity, EntityKind, Revocation, ServiceForm, Side, SignatureFacts};
use kernel::Moment;

use super::document::{direction, metadata};
use super::entity::{CopyView, comment, comment_id, message_info};
use super::{names, status};
use crate::ids::shown;
use crate::proto::api::proto::docflow::{
    self as wire, AmendmentRequestDocflowV4, Attachment, ConfirmationDocflowV4, DocflowV4, DocumentInfoV3,
    DocumentLetterInfo, DocumentLinks, DocumentParticipant, DocumentParticipants, DocumentWithDocflowV4, LastEvent,
    OutOfWorkflowUniversalMessageDocflow, PacketInfo, ParticipantResponseDocflowV4, ReceiptDocflowV4,
    RevocationDocflowV4, RevocationRequestDocflow, RevocationResponseDocflowV4, SenderTitleDocflow, SignatureV3,
    SignedAttachmentV3, UniversalMessageAttachmentDocflow,
};
use crate::proto::api::proto::documents::{GeneralReceiptStatus, MessageType, RevocationStatus, SenderSignatureStatus};
use crate::proto::api::proto::{
    CertificateVerificationResult, DocumentId, LockMode, SignatureVerificationResult, Timestamp,
};
use crate::ticks::timestamp;

impl<'a> CopyView<'a> {
    /// The document with its docflow; none of an entity that is no document. `last` is the event it is shown after.
    pub fn docflow(&self, document: &'a Entity, last: (String, Moment)) -> Option<DocumentWithDocflowV4> {
        let flow = self.flow(document)?;
        Some(DocumentWithDocflowV4 {
            document_id: DocumentId { message_id: shown(self.copy.id), entity_id: shown(document.id) },
            last_event: LastEvent { event_id: last.0, timestamp: timestamp(last.1) },
            document_info: self.document_info(document)?,
            docflow: self.steps(document, &flow),
        })
    }

    fn document_info(&self, document: &Entity) -> Option<DocumentInfoV3> {
        let facts = document.facts.document.as_ref()?;
        let participant = |side: Side| DocumentParticipant {
            box_id: shown(self.view.box_of(self.copy, side)),
            department_id: (side == self.copy.side).then(|| self.view.department_id.clone()),
            is_roaming: false,
        };
        Some(DocumentInfoV3 {
            full_version: names::full_version(facts),
            message_type: MessageType::Letter.into(),
            workflow_id: facts.workflow.into(),
            participants: DocumentParticipants {
                sender: participant(Side::Sender),
                proxy: None,
                recipient: Some(participant(Side::Recipient)),
                is_internal: false,
                is_cross_border: false,
            },
            document_direction: direction(self.copy.side).into(),
            department_id: self.view.department_id.clone(),
            custom_document_id: facts.custom_id.clone(),
            metadata: metadata(document, facts),
            custom_data: self.custom_data(facts),
            document_links: DocumentLinks { initial_ids: self.initial(facts), subordinate_ids: Vec::new() },
            packet_info: PacketInfo { lock_mode: LockMode::None.into(), packet_id: None, added_at: None },
            is_read: false,
            is_deleted: false,
            is_invitation: false,
            letter_info: Some(DocumentLetterInfo {
                is_encrypted: false,
                forward_document_events: Vec::new(),
                is_test: self.copy.is_test,
            }),
            has_unread_out_of_workflow_universal_messages: Some(false),
            has_unread_out_of_workflow_universal_messages_82: Some(false),
            ..DocumentInfoV3::default()
        })
    }

    fn steps(&self, document: &'a Entity, flow: &Docflow) -> DocflowV4 {
        let is_confirmed = flow.workflow.confirmed;
        let state = &flow.state;
        DocflowV4 {
            sender_title: SenderTitleDocflow {
                is_finished: state.delivered_at.is_some(),
                attachment: self.signed(document),
                sent_at: Some(timestamp(self.copy.posted_at)),
                delivered_at: state.delivered_at.map(timestamp),
                sender_signature_status: SenderSignatureStatus::SenderSignatureCheckedAndValid.into(),
                out_of_workflow_universal_message_docflow: self.out_of_workflow(document),
                ..SenderTitleDocflow::default()
            },
            confirmation: is_confirmed.then(|| self.confirmation_step(document)),
            recipient_receipt: self.receipt_step(document, state.receipt, (Side::Recipient, is_confirmed)),
            recipient_response: self.response_step(document, flow),
            amendment_request: self.amendment_step(document, flow),
            revocation: self.revocation_step(document, flow),
            sender_receipt: self
                .answer_title(state.answer)
                .and_then(|title| self.receipt_step(title, state.answer_receipt, (Side::Sender, is_confirmed))),
            docflow_status: self.docflow_status(flow),
            ..DocflowV4::default()
        }
    }

    fn find(&self, id: exchange::EntityId) -> Option<&'a Entity> {
        self.all.iter().find(|entity| entity.id == id)
    }

    fn answer_title(&self, answer: Answer) -> Option<&'a Entity> {
        let Answer::Titled { title, .. } = answer else { return None };
        self.find(title)
    }

    /// The operator's confirmation of a file, there or awaited.
    fn confirmation_step(&self, file: &Entity) -> ConfirmationDocflowV4 {
        let confirmation = self.confirmation(file);
        ConfirmationDocflowV4 {
            is_finished: confirmation.is_some(),
            confirmation_attachment: confirmation.map(|entity| self.signed(entity)),
            confirmed_at: confirmation.map(|entity| timestamp(entity.at)),
            receipt: None,
            roaming_confirmation: None,
        }
    }

    /// Only signed files are confirmed.
    fn confirmation_of(&self, file: &Entity, is_confirmed: bool) -> Option<ConfirmationDocflowV4> {
        (is_confirmed && self.signature(file).is_some()).then(|| self.confirmation_step(file))
    }

    fn receipt_step(&self, of: &Entity, duty: Duty, (owes, is_confirmed): (Side, bool)) -> Option<ReceiptDocflowV4> {
        if duty == Duty::NotDue {
            return None;
        }
        let receipts = self.all.iter().filter(|entity| entity.kind == EntityKind::ReceiptNotification);
        let counted = receipts.filter(|entity| entity.parent_id == Some(of.id) && !entity.is_out_of_workflow());
        let receipt = counted.min_by_key(|entity| (entity.at, entity.id));
        let status: GeneralReceiptStatus = status::receipt(duty, owes, self.copy.side);
        let (attachment, universal_message) = receipt.map_or((None, None), |entity| self.either(entity));
        Some(ReceiptDocflowV4 {
            is_finished: matches!(duty, Duty::Done { .. }),
            receipt_attachment: attachment,
            sent_at: receipt.map(|entity| timestamp(entity.at)),
            delivered_at: receipt.and_then(|entity| self.delivered_at(entity)).map(timestamp),
            confirmation: receipt.and_then(|entity| self.confirmation_of(entity, is_confirmed)).map(Box::new),
            status: status.into(),
            universal_message,
        })
    }

    fn response_step(&self, document: &'a Entity, flow: &Docflow) -> Option<ParticipantResponseDocflowV4> {
        let answer = flow.state.answer;
        if answer == Answer::NotDue {
            return None;
        }
        let signature = (flow.workflow.answer != AnswerRule::Title)
            .then(|| self.signature_of(document, Side::Recipient))
            .flatten()
            .filter(|_| matches!(answer, Answer::Signed { .. }));
        let title = self.answer_title(answer);
        let rejection = match answer {
            Answer::Rejected { rejection, .. } => self.find(rejection),
            _ => None,
        };
        let given = signature.or(title).or(rejection);
        Some(ParticipantResponseDocflowV4 {
            is_finished: given.is_some(),
            signature: signature.map(|entity| self.signature_view(entity)),
            title: title.map(|entity| self.signed(entity)),
            rejection: rejection.map(|entity| self.rejection_step(entity)),
            sent_at: given.map(|entity| timestamp(entity.at)),
            delivered_at: given.and_then(|entity| self.delivered_at(entity)).map(timestamp),
            response_status: status::response(answer).into(),
            confirmation: title.or(rejection).and_then(|entity| self.confirmation_of(entity, flow.workflow.confirmed)),
            out_of_workflow_universal_message_docflow: title.and_then(|entity| self.out_of_workflow(entity)),
        })
    }

    fn rejection_step(&self, rejection: &'a Entity) -> wire::SignatureRejectionDocflowV4 {
        let (signature_rejection, universal_message) = self.either(rejection);
        wire::SignatureRejectionDocflowV4 {
            signature_rejection,
            is_formal: true,
            delivered_at: self.delivered_at(rejection).map(timestamp),
            plain_text: words(rejection),
            universal_message,
        }
    }

    fn amendment_step(&self, document: &'a Entity, flow: &Docflow) -> Option<AmendmentRequestDocflowV4> {
        let amendment_flags = self.amendment_flags(flow, document);
        let request = match flow.state.amendment {
            exchange::Amendment::Requested { request, .. } => self.find(request)?,
            exchange::Amendment::None => return None,
        };
        let (amendment_request, universal_message) = self.either(request);
        let delivered_at = self.delivered_at(request);
        Some(AmendmentRequestDocflowV4 {
            is_finished: delivered_at.is_some(),
            amendment_request,
            sent_at: Some(timestamp(request.at)),
            delivered_at: delivered_at.map(timestamp),
            receipt: None,
            amendment_flags,
            plain_text: words(request),
            confirmation_docflow: self.confirmation_of(request, flow.workflow.confirmed),
            universal_message,
        })
    }

    /// The last proposal to revoke, or the one that was accepted.
    fn revocation_step(&self, document: &'a Entity, flow: &Docflow) -> Option<RevocationDocflowV4> {
        let status: RevocationStatus = status::revocation(flow.state.revocation, self.copy.side);
        let proposals = self
            .all
            .iter()
            .filter(|entity| entity.kind == EntityKind::RevocationRequest && entity.document_id == document.id);
        let request = match flow.state.revocation {
            Revocation::None => return None,
            Revocation::Requested { request, .. } => self.find(request)?,
            Revocation::Accepted { .. } => proposals.clone().find(|entity| self.other_signature(entity).is_some())?,
            Revocation::Rejected { .. } => proposals.max_by_key(|entity| (entity.at, entity.id))?,
        };
        let accepted = self.other_signature(request);
        let refused = self
            .all
            .iter()
            .find(|entity| entity.kind == EntityKind::SignatureRejection && entity.parent_id == Some(request.id));
        let response = (accepted.is_some() || refused.is_some()).then(|| RevocationResponseDocflowV4 {
            recipient_signature: accepted.map(|entity| self.signature_view(entity)),
            signature_rejection: refused.map(|entity| self.rejection_step(entity)),
        });
        Some(RevocationDocflowV4 {
            is_finished: response.is_some(),
            revocation_request: RevocationRequestDocflow {
                revocation_request: self.signed(request),
                sent_at: Some(timestamp(request.at)),
                delivered_at: self.delivered_at(request).map(timestamp),
                roaming_notification: None,
                plain_text: words(request),
            },
            revocation_response: response,
            initiator_box_id: self.view.author(self.copy, request.author).0,
            revocation_status: status.into(),
            ..RevocationDocflowV4::default()
        })
    }

    fn other_signature(&self, request: &Entity) -> Option<&'a Entity> {
        self.signature_of(request, request.author.side()?.other())
    }

    /// Universal messages about an entity that move nothing.
    fn out_of_workflow(&self, parent: &Entity) -> Option<OutOfWorkflowUniversalMessageDocflow> {
        let about = self.all.iter().filter(|entity| entity.parent_id == Some(parent.id));
        let messages: Vec<_> =
            about.filter(|entity| entity.is_out_of_workflow()).filter_map(|entity| self.universal(entity)).collect();
        (!messages.is_empty()).then_some(OutOfWorkflowUniversalMessageDocflow { messages })
    }

    /// A service document of either generation, each in its own field.
    fn either(&self, entity: &Entity) -> (Option<SignedAttachmentV3>, Option<UniversalMessageAttachmentDocflow>) {
        match self.universal(entity) {
            Some(message) => (None, Some(message)),
            None => (Some(self.signed(entity)), None),
        }
    }

    fn universal(&self, entity: &Entity) -> Option<UniversalMessageAttachmentDocflow> {
        let service = entity.facts.service.as_ref()?;
        if service.form != ServiceForm::UniversalMessage {
            return None;
        }
        Some(UniversalMessageAttachmentDocflow {
            attachment: self.attachment(entity),
            message_info: message_info(service, self.view.author(self.copy, entity.author)),
            content_type_id: names::content_type(entity.kind, None, true),
            is_read: Some(false),
        })
    }

    /// A file with its author's signature.
    fn signed(&self, file: &Entity) -> SignedAttachmentV3 {
        SignedAttachmentV3 {
            attachment: self.attachment(file),
            signature: self.signature(file).map(|signature| self.signature_view(signature)),
            comment: comment(file).map(|words| wire::Entity {
                entity_id: Some(shown(comment_id(file.id))),
                creation_timestamp: Some(timestamp(file.at)),
                content: Some(crate::proto::api::proto::Content {
                    size: i32::try_from(words.len()).unwrap_or(i32::MAX),
                    data: None,
                }),
            }),
            content_type_id: names::content_type(file.kind, file.facts.document.as_ref(), false),
        }
    }

    fn attachment(&self, file: &Entity) -> Attachment {
        Attachment {
            entity: Some(self.plain(file)),
            attachment_filename: file.file_name.clone(),
            display_filename: file.file_name.clone(),
        }
    }

    fn plain(&self, entity: &Entity) -> wire::Entity {
        wire::Entity {
            entity_id: Some(shown(entity.id)),
            creation_timestamp: Some(timestamp(entity.at)),
            content: entity.content.map(|key| self.contents.of(key)),
        }
    }

    fn signature_view(&self, signature: &Entity) -> SignatureV3 {
        let (signer_box_id, signer_department_id) = self.view.author(self.copy, signature.author);
        let facts = signature.facts.signature.as_ref();
        SignatureV3 {
            cms: self.plain(signature),
            signer_box_id,
            signer_department_id,
            is_valid: true,
            verification_result: facts.map(verification),
            delivered_at: self.delivered_at(signature).map(timestamp),
            signature_type_info: facts.map(signature_type),
            ..SignatureV3::default()
        }
    }
}

fn words(entity: &Entity) -> Option<String> {
    entity.facts.service.as_ref().and_then(|service| service.text.clone())
}

/// The verdict of the moment the signature was taken in: what does not hold is never taken in.
fn verification(facts: &SignatureFacts) -> SignatureVerificationResult {
    SignatureVerificationResult {
        is_valid: true,
        certificate_status: Some(CertificateVerificationResult {
            is_valid: true,
            certificate_chain: Vec::new(),
            verification_time: timestamp(facts.checked_at),
        }),
        signature_timestamp: facts.signing_time.map(|at| -> Timestamp { timestamp(at) }),
    }
}

fn signature_type(facts: &SignatureFacts) -> wire::SignatureTypeInfo {
    use wire::non_qualified_details::NonQualifiedSignatureSource;
    use wire::qualified_details::QualifiedSignatureSource;
    let is_qualified = facts.kind == QUALIFIED;
    let kind = if is_qualified { wire::SignatureType::Qualified } else { wire::SignatureType::NonQualified };
    wire::SignatureTypeInfo {
        signature_type: kind.into(),
        qualified_details: is_qualified
            .then(|| wire::QualifiedDetails { signature_source: QualifiedSignatureSource::Default.into() }),
        non_qualified_details: (!is_qualified)
            .then(|| wire::NonQualifiedDetails { signature_source: NonQualifiedSignatureSource::Default.into() }),
    }
}

/// The room's word for a qualified signature.
const QUALIFIED: &str = "qualified";
