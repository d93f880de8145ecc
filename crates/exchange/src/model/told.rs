//! A docflow told step by step, for the tables of cases.

use kernel::{Moment, TypedId, uuid::Uuid};

use super::document::{DeliveryFacts, DocumentFacts, DocumentKind, ServiceFacts, ServiceForm};
use super::entity::{Entity, EntityFacts, EntityKind};
use super::ids::{EntityId, PatchId};
use super::side::{Author, Side};
use super::state::{DocflowState, confirmation_for, derive, is_confirmed_file};
use super::workflow::Workflow;

/// The entities of both copies; each side's state is derived from what it may see.
pub struct Told {
    pub workflow: &'static Workflow,
    pub entities: Vec<Entity>,
    next: u128,
}

pub fn id(number: u128) -> EntityId {
    EntityId::from_uuid(Uuid::from_u128(number))
}

impl Told {
    pub fn new(kind: DocumentKind, workflow: u8, asked: bool) -> Self {
        let mut told = Self { workflow: Workflow::find(workflow).unwrap(), entities: Vec::new(), next: 1 };
        let entity_kind =
            if kind == DocumentKind::Nonformalized { EntityKind::NonformalizedDocument } else { EntityKind::Title };
        let document = told.add(entity_kind, Author::Party(Side::Sender), None);
        let facts = DocumentFacts {
            kind,
            workflow,
            format_version: None,
            number: None,
            date: None,
            total_kopecks: None,
            tax_kopecks: None,
            currency: None,
            receipt_asked: asked,
            signature_asked: asked,
            comment: None,
            custom_id: None,
            custom_data: Vec::new(),
            initial_documents: Vec::new(),
        };
        told.entities[0].facts.document = Some(facts);
        told.add(EntityKind::Signature, Author::Party(Side::Sender), Some(document));
        told
    }

    /// Adds an entity a second later than the one before.
    pub fn add(&mut self, kind: EntityKind, author: Author, parent_id: Option<EntityId>) -> EntityId {
        let number = self.next;
        self.next += 1;
        self.entities.push(Entity {
            id: id(number),
            document_id: id(1),
            parent_id,
            patch_id: PatchId::from_uuid(Uuid::from_u128(number)),
            kind,
            author,
            at: Moment::from_seconds(i64::try_from(number).unwrap()),
            content: None,
            file_name: None,
            facts: EntityFacts::default(),
        });
        id(number)
    }

    /// A file with its author's signature.
    pub fn signed(&mut self, kind: EntityKind, side: Side, parent: u128) -> EntityId {
        let file = self.add(kind, Author::Party(side), Some(id(parent)));
        self.add(EntityKind::Signature, Author::Party(side), Some(file));
        file
    }

    /// An unsigned universal message in the role of `kind`.
    pub fn universal(&mut self, kind: EntityKind, side: Side, parent: u128, out_of_workflow: bool) -> EntityId {
        let file = self.add(kind, Author::Party(side), Some(id(parent)));
        let service = ServiceFacts { form: ServiceForm::UniversalMessage, code: None, text: None, out_of_workflow };
        self.entities.last_mut().unwrap().facts.service = Some(service);
        file
    }

    /// Marks the entity's patch delivered; with confirmations of both kinds where they are due.
    pub fn deliver(&mut self, entity: EntityId) {
        let found = self.entities.iter().find(|e| e.id == entity).unwrap().clone();
        self.add(EntityKind::Delivery, Author::Operator, None);
        let at = self.entities.last().unwrap().at;
        self.entities.last_mut().unwrap().facts.delivery = Some(DeliveryFacts { patch_id: found.patch_id, at });
        if self.workflow.confirmed && is_confirmed_file(&found, &self.entities) {
            for viewer in [Side::Sender, Side::Recipient] {
                let kind = confirmation_for(&found, viewer).unwrap();
                self.add(kind, Author::Operator, Some(entity));
            }
        }
    }

    pub fn state(&self, viewer: Side) -> DocflowState {
        derive(self.workflow, viewer, &self.entities[0], &self.entities)
    }
}
