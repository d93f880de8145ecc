//! Events.

use kernel::{BoxId, Moment};
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::event::{Event, EventPayload};
use crate::model::kept_draft::DraftChange;

/// An event of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    /// Place in the box's feed, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: String,
    /// What: `message_posted`, `message_received`, `patch_posted`, `patch_received`, `delivered`, `counteragent`,
    /// `draft_kept`, `draft_sent`, `draft_recycled`.
    pub kind: &'static str,
    /// The message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The patch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patch_id: Option<String>,
    /// Patch of the operator's entities that came along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_patch_id: Option<String>,
    /// Documents whose docflow moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub document_ids: Vec<String>,
    /// The counteragent's box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counteragent_box_id: Option<String>,
    /// What the counteragent is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// The draft, shown to members with access to all departments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft_id: Option<String>,
}

impl From<Event> for EventView {
    fn from(event: Event) -> Self {
        let kind = event.payload.kind();
        let (change, link) = match event.payload {
            EventPayload::DraftKept(change) | EventPayload::DraftSent(change) | EventPayload::DraftRecycled(change) => {
                return Self::of_draft(event.seq, event.at, kind, &change);
            }
            EventPayload::Counteragent { box_id, status } => (None, Some((box_id, status))),
            EventPayload::MessagePosted(change)
            | EventPayload::MessageReceived(change)
            | EventPayload::PatchPosted(change)
            | EventPayload::PatchReceived(change)
            | EventPayload::Delivered(change) => (Some(change), None),
        };
        let change = change.as_ref();
        Self {
            seq: event.seq,
            at: event.at.to_rfc3339(),
            kind,
            message_id: change.map(|change| change.message_id.to_string()),
            patch_id: change.map(|change| change.patch_id.to_string()),
            operator_patch_id: change.and_then(|change| change.operator_patch_id).map(|id| id.to_string()),
            document_ids: change.map_or_else(Vec::new, |c| c.documents.iter().map(ToString::to_string).collect()),
            counteragent_box_id: link.map(|(box_id, _): (BoxId, _)| box_id.to_string()),
            status: link.map(|(_, status)| status.as_str()),
            draft_id: None,
        }
    }
}

impl EventView {
    fn of_draft(seq: i64, at: Moment, kind: &'static str, change: &DraftChange) -> Self {
        Self {
            seq,
            at: at.to_rfc3339(),
            kind,
            message_id: change.message_id.map(|id| id.to_string()),
            patch_id: None,
            operator_patch_id: None,
            document_ids: Vec::new(),
            counteragent_box_id: None,
            status: None,
            draft_id: Some(change.draft_id.to_string()),
        }
    }
}
