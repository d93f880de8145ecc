//! Events of a box's feed: metadata only, never content, never changed.

use kernel::{BoxId, Moment, TypedId as _};
use serde::{Deserialize, Serialize};

use super::counteragent::LinkStatus;
use super::entity::Entity;
use super::filter::KindSet;
use super::ids::{EntityId, EventId, MessageId, PatchId};
use super::kept_draft::DraftChange;
use super::marks::words;
use super::message::MessageCopy;
use super::side::Side;

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
    /// A draft was kept.
    DraftKept(DraftChange),
    /// A draft became a message.
    DraftSent(DraftChange),
    /// A draft was thrown away.
    DraftRecycled(DraftChange),
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
            Self::DraftKept(_) => "draft_kept",
            Self::DraftSent(_) => "draft_sent",
            Self::DraftRecycled(_) => "draft_recycled",
            Self::Counteragent { .. } => "counteragent",
        }
    }
}

impl EventPayload {
    /// The event's own id; none of a counteragent's.
    #[must_use]
    pub fn event_id(&self) -> Option<EventId> {
        let uuid = match self {
            Self::MessagePosted(change) | Self::MessageReceived(change) => change.message_id.uuid(),
            Self::PatchPosted(change) | Self::PatchReceived(change) => change.patch_id.uuid(),
            Self::Delivered(change) => change.operator_patch_id?.uuid(),
            Self::DraftKept(change) | Self::DraftSent(change) | Self::DraftRecycled(change) => {
                return Some(change.event_id);
            }
            Self::Counteragent { .. } => return None,
        };
        Some(EventId::from_uuid(uuid))
    }

    /// What it is about.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match self {
            Self::Counteragent { .. } => Topic::Counteragent,
            Self::DraftKept(_) | Self::DraftSent(_) | Self::DraftRecycled(_) => Topic::Draft,
            Self::MessagePosted(_)
            | Self::MessageReceived(_)
            | Self::PatchPosted(_)
            | Self::PatchReceived(_)
            | Self::Delivered(_) => Topic::Message,
        }
    }

    /// What changed in a message, where it is one that changed.
    #[must_use]
    pub fn change(&self) -> Option<&Change> {
        match self {
            Self::MessagePosted(change)
            | Self::MessageReceived(change)
            | Self::PatchPosted(change)
            | Self::PatchReceived(change)
            | Self::Delivered(change) => Some(change),
            Self::DraftKept(_) | Self::DraftSent(_) | Self::DraftRecycled(_) | Self::Counteragent { .. } => None,
        }
    }
}

words! {
    /// What an event is about.
    Topic {
        /// A message and its documents.
        Message = "message",
        /// A draft kept on the server.
        Draft = "draft",
        /// A counteragent.
        Counteragent = "counteragent",
    }
}

/// What the feed is filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventMarks {
    /// What it is about.
    pub topic: Topic,
    /// With whom.
    pub counteragent_box_id: Option<BoxId>,
    /// Which side of the message this box is.
    pub side: Option<Side>,
    /// Kinds of the documents it touches.
    pub kinds: KindSet,
}

impl EventMarks {
    /// Of a change in a message; `entities` are those of the copy, its documents among them.
    #[must_use]
    pub fn of<'a>(copy: &MessageCopy, change: &Change, entities: impl IntoIterator<Item = &'a Entity>) -> Self {
        let touched = entities.into_iter().filter(|entity| change.documents.contains(&entity.id));
        let kinds: Vec<_> = touched.filter_map(|entity| Some(entity.facts.document.as_ref()?.kind)).collect();
        Self {
            topic: Topic::Message,
            counteragent_box_id: Some(copy.counteragent_box_id),
            side: Some(copy.side),
            kinds: KindSet::of(&kinds),
        }
    }

    /// Of a change of a draft to this box, with documents of these kinds.
    #[must_use]
    pub fn draft(to_box_id: Option<BoxId>, kinds: KindSet) -> Self {
        Self { topic: Topic::Draft, counteragent_box_id: to_box_id, side: Some(Side::Sender), kinds }
    }

    /// Of a change of a counteragent.
    #[must_use]
    pub fn counteragent(box_id: BoxId) -> Self {
        Self { topic: Topic::Counteragent, counteragent_box_id: Some(box_id), side: None, kinds: KindSet::NONE }
    }
}
