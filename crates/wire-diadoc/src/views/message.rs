//! Messages and what is added to them, whole or as one event of a feed brought them.

use exchange::{Change, Entity, EventPayload, Side};
use kernel::{Cursor, Moment};

use super::entity::CopyView;
use crate::ids::shown;
use crate::proto::api::proto::LockMode;
use crate::proto::api::proto::documents::MessageType;
use crate::proto::api::proto::events::{self, BoxEvent, MessagePatch};
use crate::ticks::ticks;

impl<'a> CopyView<'a> {
    /// The message with these of its entities; `counteragent` is the name of the other organization.
    pub fn message(&self, shown_entities: impl IntoIterator<Item = &'a Entity>, counteragent: &str) -> events::Message {
        let copy = self.copy;
        let title = |side: Side| if side == copy.side { self.view.name.clone() } else { counteragent.to_owned() };
        events::Message {
            message_id: shown(copy.id),
            timestamp_ticks: ticks(copy.posted_at),
            last_patch_timestamp_ticks: ticks(self.last_patch_at()),
            from_box_id: shown(self.view.box_of(copy, Side::Sender)),
            from_title: title(Side::Sender),
            to_box_id: Some(shown(self.view.box_of(copy, Side::Recipient))),
            to_title: Some(title(Side::Recipient)),
            entities: self.entities(shown_entities),
            is_draft: Some(false),
            draft_is_locked: Some(false),
            draft_is_recycled: Some(false),
            is_deleted: Some(false),
            is_test: Some(copy.is_test),
            is_internal: Some(false),
            is_proxified: Some(false),
            packet_is_locked: Some(false),
            lock_mode: LockMode::None.into(),
            message_type: MessageType::Letter.into(),
            ..events::Message::default()
        }
    }

    fn last_patch_at(&self) -> Moment {
        self.all.iter().map(|entity| entity.at).max().unwrap_or(self.copy.posted_at)
    }

    /// What one patch added.
    pub fn patch(&self, patch_id: String, at: Moment, added: impl IntoIterator<Item = &'a Entity>) -> MessagePatch {
        MessagePatch {
            message_id: shown(self.copy.id),
            timestamp_ticks: ticks(at),
            entities: self.entities(added),
            for_draft: Some(false),
            message_is_delivered: Some(false),
            patch_id,
            message_type: MessageType::Letter.into(),
            ..MessagePatch::default()
        }
    }

    /// An event of a feed, with the entities it brought. None for an event about something else than a message.
    pub fn event(
        &self,
        event: &exchange::Event,
        added: impl IntoIterator<Item = &'a Entity>,
        counteragent: &str,
    ) -> Option<BoxEvent> {
        let (message, patch) = match &event.payload {
            EventPayload::MessagePosted(_) | EventPayload::MessageReceived(_) => {
                (Some(self.message(added, counteragent)), None)
            }
            EventPayload::PatchPosted(change) | EventPayload::PatchReceived(change) => {
                (None, Some(self.patch(shown(change.patch_id), event.at, added)))
            }
            EventPayload::Delivered(change) => (None, Some(self.delivery(change, event.at, added)?)),
            EventPayload::DraftKept(_)
            | EventPayload::DraftSent(_)
            | EventPayload::DraftRecycled(_)
            | EventPayload::Counteragent { .. } => return None,
        };
        Some(BoxEvent {
            event_id: shown(event.payload.event_id()?),
            message,
            patch,
            index_key: Some(Cursor::from_seq(event.seq).as_str().to_owned()),
        })
    }

    fn delivery(
        &self,
        change: &Change,
        at: Moment,
        added: impl IntoIterator<Item = &'a Entity>,
    ) -> Option<MessagePatch> {
        Some(MessagePatch {
            message_is_delivered: Some(true),
            delivered_patch_id: Some(shown(change.patch_id)),
            ..self.patch(shown(change.operator_patch_id?), at, added)
        })
    }
}
