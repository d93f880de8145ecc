//! Entities of a copy.

use exchange::{Docflow, DocumentFacts, Entity, EntityId, EntityKind, MessageCopy, ServiceFacts, ServiceForm, Side};
use kernel::TypedId as _;
use kernel::uuid::{Builder, Uuid};

use super::contents::Contents;
use super::names;
use super::status::answer_asked;
use super::viewpoint::Viewpoint;
use crate::ids::shown;
use crate::proto::api::proto;
use crate::proto::api::proto::events::{self, AttachmentType, EntityType};
use crate::ticks::ticks;

/// A copy of a message, or what it was at some moment: what its entities are shown against.
#[derive(Debug, Clone, Copy)]
pub struct CopyView<'a> {
    /// From where.
    pub view: &'a Viewpoint,
    /// The copy.
    pub copy: &'a MessageCopy,
    /// Its entities, oldest first.
    pub all: &'a [Entity],
    /// What goes inside the answer.
    pub contents: &'a Contents,
}

impl<'a> CopyView<'a> {
    /// These entities as the contract shows them. Delivery marks are none of its entities: they are seen as times of
    /// delivery. Words to the recipient are an entity of their own there.
    pub fn entities(&self, shown: impl IntoIterator<Item = &'a Entity>) -> Vec<events::Entity> {
        let mut list = Vec::new();
        for entity in shown.into_iter().filter(|entity| entity.kind != EntityKind::Delivery) {
            list.push(self.entity(entity));
            list.extend(self.comment(entity));
        }
        list
    }

    fn entity(&self, entity: &Entity) -> events::Entity {
        let (box_id, department_id) = self.view.author(self.copy, entity.author);
        let is_signature = entity.kind == EntityKind::Signature;
        let kind = if is_signature { EntityType::Signature } else { EntityType::Attachment };
        let facts = entity.facts.document.as_ref();
        let universal = entity.facts.service.as_ref().filter(|service| service.form == ServiceForm::UniversalMessage);
        let version = facts.filter(|_| !is_signature).map(names::version);
        events::Entity {
            entity_type: Some(kind.into()),
            entity_id: shown(entity.id),
            parent_entity_id: entity.parent_id.map(shown),
            content: entity.content.map(|key| self.contents.of(key)),
            attachment_type: Some(self.attachment_type(entity).into()),
            file_name: entity.file_name.clone(),
            need_recipient_signature: Some(self.needs_signature(entity, facts)),
            signer_box_id: is_signature.then(|| box_id.clone()),
            signer_department_id: is_signature.then(|| department_id.clone()),
            document_info: self.document(entity),
            raw_creation_date: Some(ticks(entity.at)),
            need_receipt: Some(self.needs_receipt(entity, facts)),
            is_approvement_signature: Some(false),
            is_encrypted_content: Some(false),
            attachment_version: version.clone(),
            version,
            revocation_request_info: (entity.kind == EntityKind::RevocationRequest)
                .then(|| events::RevocationRequestInfo { initiator_box_id: box_id.clone() }),
            content_type_id: Some(names::content_type(entity.kind, facts, universal.is_some()))
                .filter(|name| !name.is_empty()),
            universal_message_info: universal.map(|service| message_info(service, (box_id, department_id))),
            ..events::Entity::default()
        }
    }

    /// Words to the recipient, attached to their document.
    fn comment(&self, entity: &Entity) -> Option<events::Entity> {
        let words = comment(entity)?;
        let size = i32::try_from(words.len()).unwrap_or(i32::MAX);
        Some(events::Entity {
            entity_type: Some(EntityType::Attachment.into()),
            entity_id: shown(comment_id(entity.id)),
            parent_entity_id: Some(shown(entity.id)),
            content: Some(proto::Content { size, data: None }),
            attachment_type: Some(AttachmentType::AttachmentComment.into()),
            raw_creation_date: Some(ticks(entity.at)),
            ..events::Entity::default()
        })
    }

    /// Receipts of confirmed documents are called after invoices, whose order it is.
    fn attachment_type(&self, entity: &Entity) -> AttachmentType {
        let form = entity.facts.service.as_ref().map(|service| service.form);
        if form == Some(ServiceForm::UniversalMessage) {
            return AttachmentType::UniversalMessage;
        }
        match entity.kind {
            EntityKind::Title => AttachmentType::UniversalTransferDocument,
            EntityKind::NonformalizedDocument => AttachmentType::Nonformalized,
            EntityKind::AnswerTitle => AttachmentType::UniversalTransferDocumentBuyerTitle,
            EntityKind::ReceivingConfirmation | EntityKind::SendingConfirmation => AttachmentType::InvoiceConfirmation,
            EntityKind::ReceiptNotification if self.is_confirmed(entity) => AttachmentType::InvoiceReceipt,
            EntityKind::ReceiptNotification => AttachmentType::Receipt,
            EntityKind::SignatureRejection => AttachmentType::XmlSignatureRejection,
            EntityKind::AmendmentRequest => AttachmentType::InvoiceCorrectionRequest,
            EntityKind::RevocationRequest => AttachmentType::RevocationRequest,
            EntityKind::Notice => AttachmentType::UniversalMessage,
            EntityKind::Signature | EntityKind::Delivery => AttachmentType::UnknownAttachmentType,
        }
    }

    fn is_confirmed(&self, entity: &Entity) -> bool {
        let document = self.all.iter().find(|document| document.id == entity.document_id);
        document.and_then(|document| self.flow(document)).is_some_and(|flow| flow.workflow.confirmed)
    }

    fn needs_signature(&self, entity: &Entity, facts: Option<&DocumentFacts>) -> bool {
        let Some(facts) = facts.filter(|_| entity.kind.is_document()) else { return false };
        exchange::Workflow::find(facts.workflow).is_some_and(|row| answer_asked(row, facts.signature_asked))
    }

    fn needs_receipt(&self, entity: &Entity, facts: Option<&DocumentFacts>) -> bool {
        let Some(facts) = facts else { return false };
        let Some(row) = exchange::Workflow::find(facts.workflow) else { return false };
        let rule = if entity.kind.is_document() { row.receipt } else { row.answer_receipt };
        match rule {
            exchange::ReceiptRule::Always => true,
            exchange::ReceiptRule::IfAsked => facts.receipt_asked,
            exchange::ReceiptRule::Never => false,
        }
    }

    /// The docflow of a document as this side sees it.
    pub fn flow(&self, document: &Entity) -> Option<Docflow> {
        Docflow::of(self.copy.side, document, self.all)
    }

    /// The operator's confirmation of a file that this side gets.
    pub fn confirmation(&self, file: &Entity) -> Option<&'a Entity> {
        let own = file.author.side()? == self.copy.side;
        let kind = if own { EntityKind::ReceivingConfirmation } else { EntityKind::SendingConfirmation };
        self.all.iter().find(|entity| entity.kind == kind && entity.parent_id == Some(file.id))
    }

    /// The signature of a file's author under it.
    pub fn signature(&self, file: &Entity) -> Option<&'a Entity> {
        self.signature_by(file, |author| author == file.author)
    }

    /// A side's signature under an entity.
    pub fn signature_of(&self, under: &Entity, side: Side) -> Option<&'a Entity> {
        self.signature_by(under, |author| author.side() == Some(side))
    }

    fn signature_by(&self, under: &Entity, fits: impl Fn(exchange::Author) -> bool) -> Option<&'a Entity> {
        let signatures = self.all.iter().filter(|entity| entity.kind == EntityKind::Signature);
        signatures.filter(|entity| entity.parent_id == Some(under.id)).find(|entity| fits(entity.author))
    }

    /// When the patch that brought an entity reached the other box.
    pub fn delivered_at(&self, entity: &Entity) -> Option<kernel::Moment> {
        let marks = self.all.iter().filter_map(|mark| mark.facts.delivery.as_ref());
        marks.filter(|delivery| delivery.patch_id == entity.patch_id).map(|delivery| delivery.at).min()
    }
}

/// Words to the recipient of a document, if there are any.
pub fn comment(entity: &Entity) -> Option<&str> {
    entity.facts.document.as_ref().filter(|_| entity.kind.is_document())?.comment.as_deref()
}

/// Told apart from the document itself in [`comment_id`].
const COMMENT_MASK: u128 = 0x636f_6d6d_656e_7421_0000_0000_0000_636d;

/// The identifier under which a document's words to the recipient are shown: always the same, and no document's own.
pub fn comment_id(document: EntityId) -> EntityId {
    let mixed = document.uuid().as_u128() ^ COMMENT_MASK;
    EntityId::from_uuid(Builder::from_custom_bytes(Uuid::from_u128(mixed).into_bytes()).into_uuid())
}

/// What a universal message says and who made it.
pub fn message_info(service: &ServiceFacts, (box_id, department_id): (String, String)) -> proto::UniversalMessageInfo {
    let code = service.code.as_deref().and_then(|code| code.parse::<i32>().ok());
    proto::UniversalMessageInfo {
        code_group: Some(code_group(code.unwrap_or(0)).into()),
        events: code
            .map(|status_code| proto::UniversalMessageEvent { status_code, plain_text: service.text.clone() })
            .into_iter()
            .collect(),
        universal_message_creator: proto::UniversalMessageCreator { box_id, department_id },
        is_out_of_workflow: Some(service.out_of_workflow),
    }
}

/// The group of a code is its thousand.
pub fn code_group(code: i32) -> proto::UniversalMessageCodeGroup {
    use proto::UniversalMessageCodeGroup as Group;
    match code.checked_div(CODES_OF_GROUP) {
        Some(1) => Group::Receipt,
        Some(2) => Group::AmendmentRequest,
        Some(3) => Group::Rejection,
        Some(4) => Group::InformationMessage,
        _ => Group::UnknownUniversalMessageCodeGroup,
    }
}

/// Codes of one group.
const CODES_OF_GROUP: i32 = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_an_identifier_of_their_own() {
        let id = |number: u128| EntityId::from_uuid(Uuid::from_u128(number));
        let (one, two) = (id(0x0192_d3c4_0000_7000_8000_0000_0000_002a), id(0x0192_d3c4_0000_7000_8000_0000_0000_002b));
        assert_eq!(comment_id(one), comment_id(one));
        assert_ne!(comment_id(one), comment_id(two));
        assert_ne!(comment_id(one), one);
        assert_eq!(comment_id(one).uuid().get_version_num(), 8);
    }

    #[test]
    fn codes_have_groups() {
        use proto::UniversalMessageCodeGroup as Group;
        for (code, group) in [
            (1999, Group::Receipt),
            (2007, Group::AmendmentRequest),
            (2999, Group::AmendmentRequest),
            (3999, Group::Rejection),
            (4002, Group::InformationMessage),
            (0, Group::UnknownUniversalMessageCodeGroup),
            (-1999, Group::UnknownUniversalMessageCodeGroup),
            (9000, Group::UnknownUniversalMessageCodeGroup),
        ] {
            assert_eq!(code_group(code), group, "{code}");
        }
    }
}
