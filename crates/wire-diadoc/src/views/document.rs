//! A document's card.

use exchange::ops::list_documents::cursor_of;
use exchange::{Docflow, DocumentFacts, DocumentKind, Entity, EntityKind, Side};
use kernel::Moment;

use super::civil::{roubles, show_date};
use super::entity::CopyView;
use super::{names, status};
use crate::ids::shown;
use crate::proto::api::proto::documents::nonformalized_document::NonformalizedDocumentMetadata;
use crate::proto::api::proto::documents::universal_transfer_document::UniversalTransferDocumentMetadata;
use crate::proto::api::proto::documents::{
    AmendmentRequestMetadata, ConfirmationMetadata, Document, GeneralReceiptStatus, ProxySignatureStatus,
    RecipientReceiptMetadata, RoamingNotificationStatus, SenderReceiptMetadata, SenderSignatureStatus,
};
use crate::proto::api::proto::events::MetadataItem;
use crate::proto::api::proto::{CustomDataItem, DocflowStatusV3, DocumentDirection, DocumentId, LockMode};
use crate::ticks::{moscow_ticks, ticks};

/// Code of a universal message that asks to confirm the signer's powers.
const POWERS_CODE: &str = "2007";

impl CopyView<'_> {
    /// The card of a document; none of another entity.
    pub fn document(&self, document: &Entity) -> Option<Document> {
        let flow = self.flow(document)?;
        let facts = document.facts.document.as_ref()?;
        let (state, side) = (&flow.state, self.copy.side);
        let (nonformalized, utd) = self.older_metadata(&flow, document, facts);
        let confirmation = self.confirmed(Some(document));
        Some(Document {
            index_key: flow.row(self.copy, document, document.at).map(|row| cursor_of(&row).as_str().to_owned()),
            nonformalized_document_metadata: nonformalized,
            universal_transfer_document_metadata: utd,
            revocation_status: Some(status::revocation(state.revocation, side).into()),
            delivery_timestamp_ticks: state.delivered_at.map(ticks),
            last_modification_timestamp_ticks: Some(ticks(self.changed_at(document))),
            // A signature that does not hold is never taken in.
            sender_signature_status: Some(SenderSignatureStatus::SenderSignatureCheckedAndValid.into()),
            recipient_receipt_metadata: RecipientReceiptMetadata {
                receipt_status: status::receipt(state.receipt, Side::Recipient, side).into(),
                confirmation_metadata: Some(self.confirmed(self.receipt(document.id))),
            },
            confirmation_metadata: confirmation,
            recipient_response_status: status::response(state.answer).into(),
            amendment_request_metadata: AmendmentRequestMetadata {
                amendment_flags: self.amendment_flags(&flow, document),
                receipt_status: GeneralReceiptStatus::NotAcceptable.into(),
            },
            sender_receipt_metadata: SenderReceiptMetadata {
                receipt_status: status::receipt(state.answer_receipt, Side::Sender, side).into(),
            },
            docflow_status: self.docflow_status(&flow),
            ..self.identity(document, facts)
        })
    }

    /// What a document is, wherever its docflow stands.
    fn identity(&self, document: &Entity, facts: &DocumentFacts) -> Document {
        let side = self.copy.side;
        Document {
            message_id: shown(self.copy.id),
            entity_id: shown(document.id),
            creation_timestamp_ticks: ticks(document.at),
            counteragent_box_id: Some(shown(self.copy.counteragent_box_id)),
            document_type: Some(names::document_type(facts.kind).into()),
            initial_document_ids: self.initial(facts),
            content: document.content.map(|key| self.contents.of(key)),
            file_name: document.file_name.clone(),
            document_date: facts.date.as_deref().and_then(show_date),
            document_number: facts.number.clone(),
            is_deleted: Some(false),
            department_id: Some(self.view.department_id.clone()),
            is_test: Some(self.copy.is_test),
            custom_document_id: facts.custom_id.clone(),
            send_timestamp_ticks: Some(ticks(self.copy.posted_at)),
            roaming_notification_status: Some(RoamingNotificationStatus::None.into()),
            has_custom_print_form: Some(false),
            custom_data: self.custom_data(facts),
            document_direction: Some(direction(side).into()),
            is_encrypted_content: Some(false),
            is_read: Some(false),
            packet_is_locked: Some(false),
            attachment_version: Some(names::version(facts)),
            proxy_signature_status: Some(ProxySignatureStatus::None.into()),
            type_named_id: names::type_named_id(facts.kind).to_owned(),
            function: names::function(facts.kind).to_owned(),
            workflow_id: facts.workflow.into(),
            title: self.title(document, facts),
            metadata: metadata(document, facts),
            lock_mode: LockMode::None.into(),
            version: names::version(facts),
            has_unread_out_of_workflow_universal_messages: Some(false),
            ..Document::default()
        }
    }

    /// Where the docflow stands, in words.
    pub fn docflow_status(&self, flow: &Docflow) -> DocflowStatusV3 {
        let side = self.copy.side;
        DocflowStatusV3 {
            primary_status: self.view.status(&status::primary(&flow.state, side)),
            secondary_status: status::secondary(&flow.state, side).map(|spoken| self.view.status(&spoken)),
            power_of_attorney_general_status: None,
            general_roaming_sending_status: None,
        }
    }

    /// What was asked of the sender of a document.
    pub fn amendment_flags(&self, flow: &Docflow, document: &Entity) -> i32 {
        let asks_powers = |entity: &&Entity| {
            entity.document_id == document.id
                && entity.facts.service.as_ref().is_some_and(|service| service.code.as_deref() == Some(POWERS_CODE))
        };
        status::amendment_flags(flow.state.amendment, self.all.iter().any(|entity| asks_powers(&entity)))
    }

    /// The receipt that counts of a document or title.
    pub fn receipt(&self, of: exchange::EntityId) -> Option<&Entity> {
        let receipts = self.all.iter().filter(|entity| entity.kind == EntityKind::ReceiptNotification);
        let counted = receipts.filter(|entity| entity.parent_id == Some(of) && !entity.is_out_of_workflow());
        counted.min_by_key(|entity| (entity.at, entity.id))
    }

    /// The operator's confirmation of a file: confirmations are not answered by receipts any more, so only its time says
    /// something.
    fn confirmed(&self, file: Option<&Entity>) -> ConfirmationMetadata {
        let confirmation = file.and_then(|file| self.confirmation(file));
        ConfirmationMetadata {
            receipt_status: GeneralReceiptStatus::NotAcceptable.into(),
            date_time_ticks: confirmation.map_or(0, |confirmation| moscow_ticks(confirmation.at)),
        }
    }

    fn older_metadata(
        &self,
        flow: &Docflow,
        document: &Entity,
        facts: &DocumentFacts,
    ) -> (Option<NonformalizedDocumentMetadata>, Option<UniversalTransferDocumentMetadata>) {
        let (state, side) = (&flow.state, self.copy.side);
        let DocumentKind::Utd(function) = facts.kind else {
            let metadata = NonformalizedDocumentMetadata {
                document_status: Some(status::nonformalized(state, side).into()),
                receipt_status: Some(status::older_receipt(state.receipt, Side::Recipient, side).into()),
            };
            return (Some(metadata), None);
        };
        let metadata = UniversalTransferDocumentMetadata {
            document_status: Some(status::utd(state, side).into()),
            total: facts.total_kopecks.map(roubles).unwrap_or_default(),
            vat: facts.tax_kopecks.map(roubles),
            grounds: None,
            document_function: function.official().to_owned(),
            currency: facts.currency.as_deref().and_then(|code| code.parse().ok()).unwrap_or(ROUBLE),
            confirmation_date_time_ticks: self.confirmation(document).map(|entity| moscow_ticks(entity.at)),
            invoice_amendment_flags: Some(self.amendment_flags(flow, document)),
        };
        (None, Some(metadata))
    }

    /// The moment of the last entity of the docflow, or of the last delivery of one.
    pub fn changed_at(&self, document: &Entity) -> Moment {
        let own = self.all.iter().filter(|entity| entity.document_id == document.id);
        own.flat_map(|entity| [Some(entity.at), self.delivered_at(entity)]).flatten().max().unwrap_or(document.at)
    }

    /// Documents that the sender named as the origins.
    pub fn initial(&self, facts: &DocumentFacts) -> Vec<DocumentId> {
        let ids = facts.initial_documents.iter().cloned();
        ids.map(|(message_id, entity_id)| DocumentId { message_id, entity_id }).collect()
    }

    /// The integrator's pairs.
    pub fn custom_data(&self, facts: &DocumentFacts) -> Vec<CustomDataItem> {
        let pairs = facts.custom_data.iter().cloned();
        pairs.map(|pair| CustomDataItem { key: pair.key, value: Some(pair.value) }).collect()
    }

    fn title(&self, document: &Entity, facts: &DocumentFacts) -> String {
        let key = match facts.kind {
            DocumentKind::Nonformalized => return document.file_name.clone().unwrap_or_default(),
            DocumentKind::Utd(exchange::UtdFunction::Invoice) => "diadoc-title-utd-invoice",
            DocumentKind::Utd(_) => "diadoc-title-utd",
        };
        let number = facts.number.clone().unwrap_or_default();
        let date = facts.date.as_deref().and_then(show_date).unwrap_or_default();
        self.view.text(key, &[("number", &number), ("date", &date)])
    }
}

/// Code of the rouble by ОКВ: titles without a currency state sums in it.
const ROUBLE: i32 = 643;

/// Direction of a document as the side of a copy sees it.
pub fn direction(side: Side) -> DocumentDirection {
    match side {
        Side::Sender => DocumentDirection::Outbound,
        Side::Recipient => DocumentDirection::Inbound,
    }
}

/// What the document says of itself, by the names of the contract.
pub fn metadata(document: &Entity, facts: &DocumentFacts) -> Vec<MetadataItem> {
    let is_titled = matches!(facts.kind, DocumentKind::Utd(_));
    let items = [
        ("FileName", document.file_name.clone().filter(|_| !is_titled)),
        ("DocumentNumber", facts.number.clone()),
        ("DocumentDate", facts.date.as_deref().and_then(show_date)),
        ("TotalSum", facts.total_kopecks.map(roubles)),
        ("TotalVat", facts.tax_kopecks.map(roubles)),
        ("Currency", facts.currency.clone()),
    ];
    let filled = items.into_iter().filter_map(|(key, value)| Some((key, value?)));
    filled.map(|(key, value)| MetadataItem { key: key.to_owned(), value }).collect()
}
