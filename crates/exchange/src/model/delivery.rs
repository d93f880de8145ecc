//! What a delivery adds to each of the two copies, beside the patch itself.

use kernel::Moment;

use super::document::DeliveryFacts;
use super::entity::{Entity, EntityFacts, EntityKind};
use super::ids::{EntityId, MessageId, PatchId};
use super::side::Author;
use super::state::is_confirmed_file;
use super::workflow::Workflow;

/// A file that the operator confirms: it and its author's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfirmedFile<'a> {
    /// The file.
    pub file: &'a Entity,
    /// The signature of its author.
    pub signature: &'a Entity,
}

/// Files of a patch that the operator confirms, by the workflow of the document each belongs to.
#[must_use]
pub fn confirmed_files<'a>(entities: &'a [Entity], patch_id: PatchId) -> Vec<ConfirmedFile<'a>> {
    entities
        .iter()
        .filter(|file| file.patch_id == patch_id && is_confirmed_file(file, entities))
        .filter(|file| workflow_of(entities, file.document_id).is_some_and(|workflow| workflow.confirmed))
        .filter_map(|file| {
            let signature = entities.iter().find(|signature| {
                signature.kind == EntityKind::Signature
                    && signature.parent_id == Some(file.id)
                    && signature.author == file.author
            })?;
            Some(ConfirmedFile { file, signature })
        })
        .collect()
}

/// The workflow of a document among these entities.
#[must_use]
pub fn workflow_of(entities: &[Entity], document_id: EntityId) -> Option<&'static Workflow> {
    let document = entities.iter().find(|entity| entity.id == document_id)?;
    Workflow::find(document.facts.document.as_ref()?.workflow)
}

/// The mark that a patch reached the other box at `at`.
#[must_use]
pub fn mark(id: EntityId, own_patch_id: PatchId, first: &Entity, at: Moment) -> Entity {
    Entity {
        id,
        document_id: first.document_id,
        parent_id: None,
        patch_id: own_patch_id,
        kind: EntityKind::Delivery,
        author: Author::Operator,
        at,
        content: None,
        file_name: None,
        facts: EntityFacts { delivery: Some(DeliveryFacts { patch_id: first.patch_id, at }), ..EntityFacts::default() },
    }
}

/// When a patch reached the other box, by its mark in these entities.
#[must_use]
pub fn delivered_at(entities: &[Entity], patch_id: PatchId) -> Option<Moment> {
    let marks = entities.iter().filter_map(|entity| entity.facts.delivery.as_ref());
    marks.filter(|delivery| delivery.patch_id == patch_id).map(|delivery| delivery.at).min()
}

/// A message's first patch has the message's id.
#[must_use]
pub fn first_patch(message_id: MessageId) -> PatchId {
    use kernel::TypedId as _;
    PatchId::from_uuid(message_id.uuid())
}

/// The entity as the other side's copy keeps it: without the author's private marks.
#[must_use]
pub fn for_other_side(entity: &Entity) -> Entity {
    let mut copy = entity.clone();
    copy.facts.document = copy.facts.document.map(|facts| facts.for_recipient());
    copy
}
