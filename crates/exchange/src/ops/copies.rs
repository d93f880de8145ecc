//! Many messages at once, each with the event that brought each of its entities.

use std::collections::HashMap;
use std::sync::Arc;

use account::OrgScope;
use kernel::BoxId;
use store::{Fault, Fetch};

use super::read::{DocumentReport, report};
use crate::model::entity::{Entity, EntityKind};
use crate::model::ids::{EntityId, MessageId};
use crate::model::limits::ENTITIES_AT_ONCE_MAX;
use crate::model::message::MessageCopy;
use crate::room::Room;
use crate::store::copies;

/// A message copy that remembers in which order it grew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyHistory {
    /// The copy.
    pub copy: MessageCopy,
    /// Its entities, oldest first, each with the number of the event that brought it.
    pub entities: Vec<(Entity, i64)>,
}

impl CopyHistory {
    /// Entities that the event brought, the operator's along with the party's.
    pub fn added_by(&self, seq: i64) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |(_, brought)| *brought == seq).map(|(entity, _)| entity)
    }

    /// The copy as it was right after the event.
    #[must_use]
    pub fn as_of(&self, seq: i64) -> Vec<Entity> {
        self.entities.iter().filter(|(_, brought)| *brought <= seq).map(|(entity, _)| entity.clone()).collect()
    }

    /// A document with everything derived of it as it was right after the event. None before the document came.
    #[must_use]
    pub fn document_as_of(&self, room: &Room, document_id: EntityId, seq: i64) -> Option<DocumentReport> {
        report(room, self.copy.clone(), document_id, self.as_of(seq))
    }

    /// Numbers of the events that touched the document, ascending: its own entities, and deliveries of their patches.
    #[must_use]
    pub fn events_of(&self, document_id: EntityId) -> Vec<i64> {
        let own = |entity: &Entity| entity.document_id == document_id && entity.kind != EntityKind::Delivery;
        let patches: Vec<_> = self.entities.iter().filter(|(e, _)| own(e)).map(|(e, _)| e.patch_id).collect();
        let marks = |entity: &Entity| entity.facts.delivery.as_ref().is_some_and(|d| patches.contains(&d.patch_id));
        let touching = self.entities.iter().filter(|(entity, _)| own(entity) || marks(entity));
        let mut events: Vec<i64> = touching.map(|(_, seq)| *seq).collect();
        events.sort_unstable();
        events.dedup();
        events
    }
}

/// Copies of the first of these messages, as many as have [`ENTITIES_AT_ONCE_MAX`] entities together, and always one.
/// Three statements however many there are. Says also how many messages were taken; those that are not there count.
pub async fn load(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    ids: &[MessageId],
) -> Result<(HashMap<MessageId, Arc<CopyHistory>>, usize), Fault> {
    if ids.is_empty() {
        return Ok((HashMap::new(), 0));
    }
    let counts: HashMap<MessageId, i64> =
        copies::count_entities(reader, scope, box_id, ids).await?.into_iter().collect();
    let mut sum = 0;
    let fits = |id: &&MessageId| {
        sum += usize::try_from(counts.get(*id).copied().unwrap_or(0)).unwrap_or(usize::MAX);
        sum <= ENTITIES_AT_ONCE_MAX
    };
    let taken = ids.iter().take_while(fits).count().max(1);
    let ids = ids.get(..taken).unwrap_or(ids);
    let found = copies::find(reader, scope, box_id, ids).await?;
    // More may have come since they were counted.
    let rows_max = ENTITIES_AT_ONCE_MAX * 2;
    let entities = copies::list_entities(reader, scope, (box_id, ids), rows_max).await?;
    let mut histories: HashMap<_, _> =
        found.into_iter().map(|copy| (copy.id, CopyHistory { copy, entities: Vec::new() })).collect();
    for (message_id, entity, seq) in entities {
        if let Some(history) = histories.get_mut(&message_id) {
            history.entities.push((entity, seq));
        }
    }
    Ok((histories.into_iter().map(|(id, history)| (id, Arc::new(history))).collect(), taken))
}
