//! Events of a box's feed: metadata only, never content, never changed.

use kernel::{BoxId, Moment};
use serde::{Deserialize, Serialize};

use super::counteragent::LinkStatus;
use super::ids::{EntityId, MessageId, PatchId};

/// An event as the feed gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Place in the box's feed, from 1, without gaps.
    pub seq: i64,
    /// When it was written.
    pub at: Moment,
    /// What happened.
    pub payload: EventPayload,
}

/// What happened. Version [`EventPayload::VERSION`] of the payload; within it only additions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EventPayload {
    /// This box posted a message.
    MessagePosted(Change),
    /// A message came.
    MessageReceived(Change),
    /// This box added to a message.
    PatchPosted(Change),
    /// The other box added to a message.
    PatchReceived(Change),
    /// A message or patch of this box reached the other box.
    Delivered(Change),
    /// A counteragent changed.
    Counteragent {
        /// Whose box.
        box_id: BoxId,
        /// What it is now.
        status: LinkStatus,
    },
}

/// What changed in a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The message.
    pub message_id: MessageId,
    /// The patch; a message's first patch has the message's id.
    pub patch_id: PatchId,
    /// Patch of the operator's entities that came along: delivery mark and confirmations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_patch_id: Option<PatchId>,
    /// Documents whose docflow moved.
    pub documents: Vec<EntityId>,
}

impl EventPayload {
    /// Version of the payload's shape.
    pub const VERSION: i64 = 1;

    /// The word in the column beside the payload.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::MessagePosted(_) => "message_posted",
            Self::MessageReceived(_) => "message_received",
            Self::PatchPosted(_) => "patch_posted",
            Self::PatchReceived(_) => "patch_received",
            Self::Delivered(_) => "delivered",
            Self::Counteragent { .. } => "counteragent",
        }
    }
}
