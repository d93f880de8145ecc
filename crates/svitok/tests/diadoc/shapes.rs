//! One conversation in two forms: bodies written in either, and answers of either looked at by the contract's names. The
//! names here are written by hand, so that the program's own transcoding is not its own witness.

use crate::world::{Form, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use prost::Message as _;
use serde_json::{Map, Value, json};
use wire_diadoc::proto::api::proto;
use wire_diadoc::proto::api::proto::docflow::{DocflowV4, DocumentWithDocflowV4};
use wire_diadoc::proto::api::proto::documents::{
    Document, GeneralReceiptStatus, RecipientResponseStatus, RevocationStatus,
};
use wire_diadoc::proto::api::proto::events::{self, AttachmentType, EntityType, MetadataItem, SignedContent};

/// A document to post.
#[derive(Clone, Debug, Default)]
pub struct Doc {
    pub kind: &'static str,
    pub function: Option<&'static str>,
    pub version: Option<&'static str>,
    pub content: Vec<u8>,
    pub signature: Vec<u8>,
    pub metadata: Vec<(&'static str, String)>,
    pub need_receipt: bool,
    pub need_signature: bool,
    pub comment: Option<&'static str>,
    pub custom_id: Option<&'static str>,
}

/// An act of a patch: the list it stands in, what it is about, its file and signature.
#[derive(Clone, Debug, Default)]
pub struct PatchAct {
    pub list: &'static str,
    pub parent: String,
    pub content: Option<Vec<u8>>,
    pub signature: Option<Vec<u8>>,
    pub need_receipt: bool,
}

fn put(object: &mut Value, name: &str, value: Option<impl Into<Value>>) {
    if let (Some(map), Some(value)) = (object.as_object_mut(), value) {
        map.insert(name.to_owned(), value.into());
    }
}

/// A message to post.
pub fn message(form: Form, from: &str, to: &str, documents: &[Doc]) -> Vec<u8> {
    match form {
        Form::Protobuf => message_proto(from, to, documents).encode_to_vec(),
        Form::Json => {
            let documents: Vec<Value> = documents.iter().map(attachment_json).collect();
            json!({ "FromBoxId": from, "ToBoxId": to, "DocumentAttachments": documents }).to_string().into_bytes()
        }
    }
}

pub fn message_proto(from: &str, to: &str, documents: &[Doc]) -> events::MessageToPost {
    events::MessageToPost {
        from_box_id: from.to_owned(),
        to_box_id: Some(to.to_owned()),
        document_attachments: documents.iter().map(attachment_proto).collect(),
        ..events::MessageToPost::default()
    }
}

fn attachment_json(doc: &Doc) -> Value {
    let metadata: Vec<Value> = doc.metadata.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect();
    let mut json = json!({
        "TypeNamedId": doc.kind,
        "SignedContent": { "Content": STANDARD.encode(&doc.content), "Signature": STANDARD.encode(&doc.signature) },
        "Metadata": metadata,
        "NeedReceipt": doc.need_receipt,
        "NeedRecipientSignature": doc.need_signature,
    });
    put(&mut json, "Function", doc.function);
    put(&mut json, "Version", doc.version);
    put(&mut json, "Comment", doc.comment);
    put(&mut json, "CustomDocumentId", doc.custom_id);
    json
}

fn attachment_proto(doc: &Doc) -> events::DocumentAttachment {
    let metadata = doc.metadata.iter();
    events::DocumentAttachment {
        type_named_id: doc.kind.to_owned(),
        function: doc.function.map(str::to_owned),
        version: doc.version.map(str::to_owned),
        signed_content: signed(Some(&doc.content), Some(&doc.signature)),
        metadata: metadata.map(|(key, value)| MetadataItem { key: (*key).to_owned(), value: value.clone() }).collect(),
        need_receipt: Some(doc.need_receipt),
        need_recipient_signature: Some(doc.need_signature),
        comment: doc.comment.map(str::to_owned),
        custom_document_id: doc.custom_id.map(str::to_owned),
        ..events::DocumentAttachment::default()
    }
}

pub fn signed(content: Option<&[u8]>, signature: Option<&[u8]>) -> SignedContent {
    SignedContent {
        content: content.map(|octets| octets.to_vec().into()),
        signature: signature.map(|octets| octets.to_vec().into()),
        ..SignedContent::default()
    }
}

/// A patch of the newer version.
pub fn patch(form: Form, box_id: &str, message_id: &str, acts: &[PatchAct]) -> Vec<u8> {
    match form {
        Form::Protobuf => patch_proto(box_id, message_id, acts).encode_to_vec(),
        Form::Json => patch_json(box_id, message_id, acts).to_string().into_bytes(),
    }
}

pub fn patch_json(box_id: &str, message_id: &str, acts: &[PatchAct]) -> Value {
    let mut lists: Map<String, Value> = Map::new();
    for act in acts {
        let base64 = |octets: &Option<Vec<u8>>| octets.as_ref().map(|octets| STANDARD.encode(octets));
        let mut item = json!({ "ParentEntityId": act.parent });
        match act.list {
            "Signatures" => put(&mut item, "Signature", base64(&act.signature)),
            "UniversalMessages" => {
                put(&mut item, "UniversalMessageContent", Some(json!({ "Content": base64(&act.content) })));
            }
            _ => {
                let mut content = json!({});
                put(&mut content, "Content", base64(&act.content));
                put(&mut content, "Signature", base64(&act.signature));
                put(&mut item, "SignedContent", Some(content));
            }
        }
        if act.list == "RecipientTitles" {
            put(&mut item, "NeedReceipt", Some(act.need_receipt));
        }
        let list = lists.entry(act.list).or_insert_with(|| json!([]));
        list.as_array_mut().unwrap().push(item);
    }
    lists.insert("BoxId".to_owned(), json!(box_id));
    lists.insert("MessageId".to_owned(), json!(message_id));
    Value::Object(lists)
}

pub fn patch_proto(box_id: &str, message_id: &str, acts: &[PatchAct]) -> events::MessagePatchToPostV2 {
    let mut patch = events::MessagePatchToPostV2 {
        box_id: box_id.to_owned(),
        message_id: message_id.to_owned(),
        ..events::MessagePatchToPostV2::default()
    };
    for act in acts {
        let parent_entity_id = act.parent.clone();
        let signed_content = signed(act.content.as_deref(), act.signature.as_deref());
        match act.list {
            "Receipts" => {
                patch.receipts.push(events::ReceiptAttachment { parent_entity_id, signed_content, labels: Vec::new() });
            }
            "CorrectionRequests" => patch.correction_requests.push(events::CorrectionRequestAttachment {
                parent_entity_id,
                signed_content,
                labels: Vec::new(),
            }),
            "RecipientTitles" => patch.recipient_titles.push(title(act)),
            "Signatures" => patch.signatures.push(events::DocumentSignature {
                parent_entity_id,
                signature: signed_content.signature,
                ..events::DocumentSignature::default()
            }),
            "XmlSignatureRejections" => patch.xml_signature_rejections.push(events::XmlSignatureRejectionAttachment {
                parent_entity_id,
                signed_content,
                labels: Vec::new(),
            }),
            "RevocationRequests" => patch.revocation_requests.push(events::RevocationRequestAttachment {
                parent_entity_id,
                signed_content,
                labels: Vec::new(),
            }),
            "UniversalMessages" => patch.universal_messages.push(events::UniversalMessageAttachment {
                parent_entity_id,
                universal_message_content: events::UnsignedContent {
                    content: signed_content.content,
                    name_on_shelf: None,
                },
                ..events::UniversalMessageAttachment::default()
            }),
            other => panic!("no list {other} in a patch"),
        }
    }
    patch
}

pub fn title(act: &PatchAct) -> events::RecipientTitleAttachment {
    events::RecipientTitleAttachment {
        parent_entity_id: act.parent.clone(),
        signed_content: signed(act.content.as_deref(), act.signature.as_deref()),
        need_receipt: act.need_receipt,
        ..events::RecipientTitleAttachment::default()
    }
}

/// What a reply of either form says, by the contract's names: of protobuf the part that stories look at.
pub trait Seen: prost::Message + Default {
    fn seen(&self) -> Value;

    fn of(reply: &Reply, form: Form) -> Value {
        assert_eq!(reply.status, 200, "{}", reply.text());
        match form {
            Form::Protobuf => reply.message::<Self>().seen(),
            Form::Json => reply.json(),
        }
    }
}

impl Seen for events::Message {
    fn seen(&self) -> Value {
        json!({
            "MessageId": self.message_id, "FromBoxId": self.from_box_id, "ToBoxId": self.to_box_id,
            "FromTitle": self.from_title, "ToTitle": self.to_title, "IsTest": self.is_test,
            "TimestampTicks": self.timestamp_ticks, "MessageType": self.message_type().as_str_name(),
            "LockMode": self.lock_mode().as_str_name(),
            "Entities": self.entities.iter().map(entity).collect::<Vec<_>>(),
        })
    }
}

impl Seen for events::MessagePatch {
    fn seen(&self) -> Value {
        json!({
            "MessageId": self.message_id, "PatchId": self.patch_id, "TimestampTicks": self.timestamp_ticks,
            "MessageIsDelivered": self.message_is_delivered, "DeliveredPatchId": self.delivered_patch_id,
            "Entities": self.entities.iter().map(entity).collect::<Vec<_>>(),
        })
    }
}

impl Seen for events::BoxEventList {
    fn seen(&self) -> Value {
        let event = |event: &events::BoxEvent| {
            json!({
                "EventId": event.event_id, "IndexKey": event.index_key,
                "Message": event.message.as_ref().map(Seen::seen), "Patch": event.patch.as_ref().map(Seen::seen),
            })
        };
        json!({
            "TotalCount": self.total_count, "TotalCountType": self.total_count_type().as_str_name(),
            "Events": self.events.iter().map(event).collect::<Vec<_>>(),
        })
    }
}

impl Seen for Document {
    fn seen(&self) -> Value {
        card(self)
    }
}

impl Seen for proto::documents::DocumentList {
    fn seen(&self) -> Value {
        json!({
            "TotalCount": self.total_count, "HasMoreResults": self.has_more_results,
            "Documents": self.documents.iter().map(card).collect::<Vec<_>>(),
        })
    }
}

fn entity(entity: &events::Entity) -> Value {
    let kind = EntityType::try_from(entity.entity_type.unwrap()).unwrap();
    let attachment = AttachmentType::try_from(entity.attachment_type.unwrap()).unwrap();
    json!({
        "EntityId": entity.entity_id, "ParentEntityId": entity.parent_entity_id,
        "EntityType": kind.as_str_name(), "AttachmentType": attachment.as_str_name(),
        "FileName": entity.file_name, "SignerBoxId": entity.signer_box_id,
        "NeedRecipientSignature": entity.need_recipient_signature, "NeedReceipt": entity.need_receipt,
        "RawCreationDate": entity.raw_creation_date, "Version": entity.version,
        "Content": entity.content.as_ref().map(content),
        "DocumentInfo": entity.document_info.as_ref().map(card),
        "UniversalMessageInfo": entity.universal_message_info.as_ref().map(|info| json!({
            "CodeGroup": info.code_group().as_str_name(), "IsOutOfWorkflow": info.is_out_of_workflow,
            "Events": info.events.iter().map(|event| json!({
                "StatusCode": event.status_code, "PlainText": event.plain_text,
            })).collect::<Vec<_>>(),
        })),
    })
}

fn content(content: &proto::Content) -> Value {
    let mut json = json!({ "Size": content.size });
    put(&mut json, "Data", content.data.as_ref().map(|octets| STANDARD.encode(octets)));
    json
}

fn general(status: i32) -> &'static str {
    GeneralReceiptStatus::try_from(status).unwrap().as_str_name()
}

fn card(card: &Document) -> Value {
    let revocation = RevocationStatus::try_from(card.revocation_status.unwrap()).unwrap();
    let response = RecipientResponseStatus::try_from(card.recipient_response_status).unwrap();
    json!({
        "MessageId": card.message_id, "EntityId": card.entity_id, "IndexKey": card.index_key,
        "TypeNamedId": card.type_named_id, "Function": card.function, "Version": card.version,
        "WorkflowId": card.workflow_id, "Title": card.title, "FileName": card.file_name,
        "DocumentNumber": card.document_number, "DocumentDate": card.document_date,
        "CustomDocumentId": card.custom_document_id, "CounteragentBoxId": card.counteragent_box_id,
        "DocumentDirection": card.document_direction().as_str_name(),
        "RecipientResponseStatus": response.as_str_name(), "RevocationStatus": revocation.as_str_name(),
        "RecipientReceiptMetadata": { "ReceiptStatus": general(card.recipient_receipt_metadata.receipt_status) },
        "SenderReceiptMetadata": { "ReceiptStatus": general(card.sender_receipt_metadata.receipt_status) },
        "ConfirmationMetadata": { "DateTimeTicks": card.confirmation_metadata.date_time_ticks },
        "AmendmentRequestMetadata": { "AmendmentFlags": card.amendment_request_metadata.amendment_flags },
        "DocflowStatus": { "PrimaryStatus": {
            "Severity": card.docflow_status.primary_status.severity,
            "StatusText": card.docflow_status.primary_status.status_text,
        } },
        "DeliveryTimestampTicks": card.delivery_timestamp_ticks,
        "Content": card.content.as_ref().map(content),
    })
}

/// The steps of a docflow that stories look at.
pub fn steps(shown: &DocumentWithDocflowV4) -> Value {
    let DocflowV4 { sender_title, confirmation, recipient_receipt, recipient_response, .. } = &shown.docflow;
    let response = |status: i32| RecipientResponseStatus::try_from(status).unwrap().as_str_name();
    json!({
        "DocumentId": { "EntityId": shown.document_id.entity_id },
        "LastEvent": { "EventId": shown.last_event.event_id },
        "Docflow": {
            "SenderTitle": { "IsFinished": sender_title.is_finished },
            "Confirmation": confirmation.as_ref().map(|step| json!({ "IsFinished": step.is_finished })),
            "RecipientReceipt": recipient_receipt.as_ref().map(|step| json!({ "Status": general(step.status) })),
            "RecipientResponse": recipient_response.as_ref().map(|step| json!({
                "IsFinished": step.is_finished, "ResponseStatus": response(step.response_status),
            })),
        },
    })
}
