//! Writing entities into a copy, and the projection that follows from them.

use std::collections::HashSet;

use account::OrgScope;
use kernel::Moment;
use store::{Fault, Tx};

use super::gather::Gathered;
use crate::model::docflow::{Docflow, Whose};
use crate::model::entity::{Entity, EntityKind};
use crate::model::ids::EntityId;
use crate::model::marks::DocflowMarks;
use crate::model::message::MessageCopy;
use crate::store::entity::CopyKey;
use crate::store::{content, docflow, entity};

/// Documents whose docflow the entities touch, each once, in the order they come.
pub fn documents_of<'a>(entities: impl IntoIterator<Item = &'a Entity>) -> Vec<EntityId> {
    let mut seen = HashSet::new();
    let touched = entities.into_iter().filter(|entity| entity.kind != EntityKind::Delivery);
    touched.map(|entity| entity.document_id).filter(|id| seen.insert(*id)).collect()
}

/// Adds contents and entities to a copy, brought by the event with this number.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    key: CopyKey,
    (gathered, event_seq): (&Gathered, i64),
) -> Result<(), Fault> {
    content::add(tx, scope, &gathered.contents).await?;
    entity::add(tx, scope, key, (&gathered.entities, event_seq)).await
}

/// Derives again every document of the message that `new` touches, and writes its row. A delivery mark touches all
/// documents of its patch.
pub async fn project(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    copy: &MessageCopy,
    (known, new): (Vec<Entity>, &[Entity]),
    at: Moment,
) -> Result<(), Fault> {
    let mut entities = known;
    entities.extend_from_slice(new);
    let marked: HashSet<_> =
        new.iter().filter_map(|entity| entity.facts.delivery.as_ref()).map(|d| d.patch_id).collect();
    let mut touched = documents_of(new);
    touched.extend(documents_of(entities.iter().filter(|entity| marked.contains(&entity.patch_id))));
    let mut seen = HashSet::new();
    for id in touched.into_iter().filter(|id| seen.insert(*id)) {
        let Some(document) = entities.iter().find(|entity| entity.id == id) else { continue };
        let Some(flow) = Docflow::of(copy.side, document, &entities) else { continue };
        let is_new = new.iter().any(|entity| entity.id == id);
        if is_new {
            if let Some(row) = flow.row(copy, document, at) {
                docflow::add(tx, scope, copy.box_id, &row).await?;
            }
        } else {
            let now = (flow.state.outcome, Whose::of(&flow.turns), DocflowMarks::from(&flow.state));
            docflow::step(tx, scope, (copy.box_id, id), now, at).await?;
        }
    }
    Ok(())
}
