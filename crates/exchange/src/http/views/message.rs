//! Messages and their entities.

use serde::Serialize;
use utoipa::ToSchema;

use crate::model::document::ServiceFacts;
use crate::model::entity::Entity;
use crate::model::signature::SignatureFacts;
use crate::ops::post_message::Posted;
use crate::ops::read::MessageReport;

/// What a write left.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostedView {
    /// The message.
    pub message_id: String,
    /// The patch; a message's first patch has the message's id.
    pub patch_id: String,
    /// Ids in the order of the request: documents of a message, files or bare signatures of a patch.
    pub entity_ids: Vec<String>,
    /// When.
    pub posted_at: String,
}

impl From<Posted> for PostedView {
    fn from(posted: Posted) -> Self {
        Self {
            message_id: posted.message_id.to_string(),
            patch_id: posted.patch_id.to_string(),
            entity_ids: posted.entities.iter().map(ToString::to_string).collect(),
            posted_at: posted.at.to_rfc3339(),
        }
    }
}

/// One entity. Its bytes are a place of their own.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntityView {
    /// Its id.
    pub id: String,
    /// The document whose flow it belongs to.
    pub document_id: String,
    /// What it is attached to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// The patch that brought it.
    pub patch_id: String,
    /// `title`, `answer_title`, `signature`, `receipt_notification` …
    pub kind: &'static str,
    /// `sender`, `recipient`, `operator`.
    pub author: &'static str,
    /// When it was posted.
    pub at: String,
    /// Name of its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// Length of its bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_bytes: Option<i64>,
    /// BLAKE3 of its bytes, hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blake3: Option<String>,
    /// Of a signature: who made it and the verdict of that moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignatureFacts>,
    /// Of a service document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceFacts>,
    /// Of a delivery mark: when the patch came to the other box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<String>,
}

impl From<&Entity> for EntityView {
    fn from(entity: &Entity) -> Self {
        Self {
            id: entity.id.to_string(),
            document_id: entity.document_id.to_string(),
            parent_id: entity.parent_id.map(|id| id.to_string()),
            patch_id: entity.patch_id.to_string(),
            kind: entity.kind.as_str(),
            author: entity.author.as_str(),
            at: entity.at.to_rfc3339(),
            file_name: entity.file_name.clone(),
            size_bytes: entity.content.map(|content| content.size_bytes),
            blake3: entity.content.map(|content| hex::encode(content.hash)),
            signature: entity.facts.signature.clone(),
            service: entity.facts.service.clone(),
            delivered_at: entity.facts.delivery.as_ref().map(|delivery| delivery.at.to_rfc3339()),
        }
    }
}

/// One message of a box.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageView {
    /// The message.
    pub message_id: String,
    /// Which side this box is: `sender`, `recipient`.
    pub side: &'static str,
    /// The other box.
    pub counteragent_box_id: String,
    /// When it was posted.
    pub posted_at: String,
    /// Without legal force: one of the organizations is a test one.
    pub is_test: bool,
    /// Its entities, oldest first.
    pub entities: Vec<EntityView>,
}

impl From<MessageReport> for MessageView {
    fn from(report: MessageReport) -> Self {
        Self {
            message_id: report.copy.id.to_string(),
            side: report.copy.side.as_str(),
            counteragent_box_id: report.copy.counteragent_box_id.to_string(),
            posted_at: report.copy.posted_at.to_rfc3339(),
            is_test: report.copy.is_test,
            entities: report.entities.iter().map(EntityView::from).collect(),
        }
    }
}
