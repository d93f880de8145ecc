//! Drafts kept on the server: documents of a message that is not signed yet.

use kernel::{BoxId, Moment, TypedId as _};
use serde::{Deserialize, Serialize};

use super::document::DocumentFacts;
use super::entity::ContentKey;
use super::ids::{DraftContentId, DraftId, EntityId, EventId, MessageId};
use super::marks::words;
use super::refusal::Refusal;

words! {
    /// Where a draft stands.
    DraftState {
        /// Waits to be sent.
        Kept = "kept",
        /// Became a message.
        Sent = "sent",
        /// Thrown away.
        Recycled = "recycled",
    }
}

impl DraftState {
    /// Refuses to change a draft that is no longer kept.
    pub fn admit_change(self) -> Result<(), Refusal> {
        match self {
            Self::Kept => Ok(()),
            Self::Sent => Err(Refusal::DraftSent),
            Self::Recycled => Err(Refusal::DraftRecycled),
        }
    }
}

/// Bytes of a draft's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftContent {
    /// Its id; the document's own for the original.
    pub id: DraftContentId,
    /// The document.
    pub document_id: EntityId,
    /// Hash and size.
    pub key: ContentKey,
    /// When it was made.
    pub made_at: Moment,
}

/// The id of a document's original bytes.
#[must_use]
pub fn original_id(document_id: EntityId) -> DraftContentId {
    DraftContentId::from_uuid(document_id.uuid())
}

/// One document of a draft. Once sent it has another id: the draft's ids are not the message's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftDocument {
    /// Its id inside the draft.
    pub id: EntityId,
    /// Name of the file.
    pub file_name: String,
    /// What is remembered of it, as of a sent one.
    pub facts: DocumentFacts,
    /// Its bytes, the original first; none once the draft is no longer kept.
    pub contents: Vec<DraftContent>,
}

/// A draft as its box has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDraft {
    /// The draft.
    pub id: DraftId,
    /// The receiving box, when it is chosen.
    pub to_box_id: Option<BoxId>,
    /// Where it stands.
    pub state: DraftState,
    /// The message it became.
    pub message_id: Option<MessageId>,
    /// When it was kept.
    pub kept_at: Moment,
    /// When it changed last.
    pub changed_at: Moment,
}

/// What happened to a draft, in the feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftChange {
    /// The draft.
    pub draft_id: DraftId,
    /// The event's own id: that of the draft when it is kept.
    pub event_id: EventId,
    /// The message it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_kept_draft_changes() {
        assert_eq!(DraftState::Kept.admit_change(), Ok(()));
        assert_eq!(DraftState::Sent.admit_change(), Err(Refusal::DraftSent));
        assert_eq!(DraftState::Recycled.admit_change(), Err(Refusal::DraftRecycled));
        for state in [DraftState::Kept, DraftState::Sent, DraftState::Recycled] {
            assert_eq!(DraftState::from_word(state.as_str()), Some(state));
        }
        assert_eq!(DraftState::from_word("Kept"), None);
    }
}
