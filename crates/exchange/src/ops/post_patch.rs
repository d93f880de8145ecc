//! Adding to a message: receipts, titles, signatures, refusals, requests.

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{Cx, OrganizationId};
use store::{No, Tx};

use super::authorise::{find_party, own_box, scope_of};
use super::deliver::Delivery;
use super::document::Between;
use super::gather::{Gathered, bytes_of, in_order};
use super::input::{NewAct, NewActKind, NewPatch};
use super::post_message::Posted;
use super::service::{self, About, ActFile};
use super::verify::Signed;
use super::{save, verify};
use crate::model::act::{Act, Admission, admit};
use crate::model::delivery::workflow_of;
use crate::model::docflow::Docflow;
use crate::model::document::{DocumentFacts, ServiceForm};
use crate::model::entity::{Entity, EntityFacts, EntityKind};
use crate::model::event::{Change, EventMarks, EventPayload};
use crate::model::ids::{EntityId, PatchId};
use crate::model::limits::ENTITIES_PER_MESSAGE_MAX;
use crate::model::message::MessageCopy;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::side::Author;
use crate::model::signature::SignatureFacts;
use crate::room::Room;
use crate::store::entity::CopyKey;
use crate::store::{content, entity, event, message};

/// A patch whose files were read and checked, and whose signatures hold at this moment.
#[derive(Clone, Debug)]
pub struct PreparedPatch {
    from: Party,
    copy: MessageCopy,
    acts: Vec<PreparedAct>,
    contents: Vec<content::ContentRow>,
    delivery: Delivery,
}

#[derive(Clone, Debug)]
struct PreparedAct {
    act: Act,
    document_id: EntityId,
    entities: Vec<Entity>,
}

impl PreparedPatch {
    /// Whose patch it is.
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.from.organization_id
    }
}

/// What acts are prepared against.
struct Ground<'a> {
    room: &'a Room,
    cx: &'a Cx,
    scope: OrgScope,
    copy: MessageCopy,
    entities: Vec<Entity>,
    from: Party,
    to: Party,
    patch_id: PatchId,
}

/// Reads and checks everything that needs no lock, outside any transaction.
pub async fn prepare(room: &Room, cx: &Cx, new: NewPatch) -> Result<PreparedPatch, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, from) = own_box(&mut reader, cx, new.box_id, Permission::Send).await?;
    let copy = message::find(&mut reader, &scope, new.box_id, new.message_id).await?;
    let copy = copy.ok_or(No::Refused(Refusal::MessageNotFound))?;
    let key = CopyKey { box_id: new.box_id, message_id: new.message_id };
    let entities = entity::list(&mut reader, &scope, key).await?;
    let to = find_party(&mut reader, copy.counteragent_box_id).await?;
    drop(reader);
    let to = to.ok_or(No::Refused(Refusal::RecipientNotFound))?;
    let acts_max = room.limits.acts_per_patch_max();
    if new.acts.is_empty() || new.acts.len() > acts_max {
        return Err(Refusal::ActCount { acts_max }.into());
    }
    let ground = Ground { room, cx, scope, copy, entities, from, to, patch_id: cx.new_id() };
    let mut gathered = Gathered::default();
    let mut acts = Vec::with_capacity(new.acts.len());
    for act in new.acts {
        acts.push(ground.prepare(act, &mut gathered).await?);
    }
    in_order(acts.iter_mut().flat_map(|act| &mut act.entities));
    let delivery = Delivery::of(&ground.copy, ground.from.organization_id, ground.patch_id);
    let Ground { copy, from, .. } = ground;
    Ok(PreparedPatch { from, copy, acts, contents: gathered.contents, delivery })
}

impl Ground<'_> {
    fn parent(&self, id: EntityId) -> Result<&Entity, Refusal> {
        self.entities.iter().find(|entity| entity.id == id).ok_or(Refusal::EntityNotFound)
    }

    async fn verify(&self, content: &Bytes, signature: &Bytes) -> Result<SignatureFacts, No<Refusal>> {
        let signed = Signed { content, signature, by: &self.from, is_test: self.copy.is_test };
        verify::signature(self.room, self.cx, signed).await
    }

    async fn prepare(&self, new: NewAct, gathered: &mut Gathered) -> Result<PreparedAct, No<Refusal>> {
        match new.kind {
            NewActKind::Signature | NewActKind::RevocationAcceptance => self.bare_signature(new, gathered).await,
            _ => self.file(new, gathered).await,
        }
    }

    /// A signature under bytes that are in the message already.
    async fn bare_signature(&self, new: NewAct, gathered: &mut Gathered) -> Result<PreparedAct, No<Refusal>> {
        let parent = self.parent(new.parent_id)?;
        let act = match (new.kind, parent.kind) {
            (NewActKind::Signature, kind) if kind.is_document() => Act::AnswerSignature,
            (NewActKind::Signature | NewActKind::RevocationAcceptance, EntityKind::RevocationRequest) => {
                Act::AcceptRevocation { request: parent.id }
            }
            _ => return Err(Refusal::EntityNotFound.into()),
        };
        let key = parent.content.ok_or(No::Refused(Refusal::NoContent))?;
        let store = &self.room.app.store;
        let mut reader = store.reader().await?;
        let row = content::find(&mut reader, &self.scope, &key.hash).await?.ok_or(No::Refused(Refusal::NoContent))?;
        drop(reader);
        let bytes = bytes_of(store, self.from.organization_id, row).await?;
        let signature = new.signature.ok_or(No::Refused(Refusal::SignatureMissing))?;
        let facts = self.verify(&bytes, &signature).await?;
        let content = gathered.keep(store, self.from.organization_id, &signature).await?;
        let entity = Entity { content: Some(content), ..self.signature_entity(parent.document_id, parent.id, facts) };
        Ok(PreparedAct { act, document_id: parent.document_id, entities: vec![entity] })
    }

    /// A file of its own, signed unless it is a universal message.
    async fn file(&self, new: NewAct, gathered: &mut Gathered) -> Result<PreparedAct, No<Refusal>> {
        let parent = self.parent(new.parent_id)?;
        let bytes = new.content.as_ref().filter(|bytes| !bytes.is_empty()).ok_or(No::Refused(Refusal::ContentEmpty))?;
        self.room.limits.check_content(bytes)?;
        let between = Between { from: &self.from, to: &self.to, patch_id: self.patch_id };
        let read = service::read(self.room, self.cx, new.kind, bytes, About { between, parent })?;
        let signed = match &new.signature {
            Some(signature) => {
                let facts = self.verify(bytes, signature).await?;
                Some((signature, facts))
            }
            None if new.kind == NewActKind::UniversalMessage => None,
            None => return Err(Refusal::SignatureMissing.into()),
        };
        let (store, organization_id) = (&self.room.app.store, self.from.organization_id);
        let content = gathered.keep(store, organization_id, bytes).await?;
        let act = read.act;
        let file = Entity { content: Some(content), ..self.file_entity(parent, read, &new)? };
        let document_id = file.document_id;
        let mut entities = vec![file];
        if let Some((signature, facts)) = signed {
            let content = gathered.keep(store, organization_id, signature).await?;
            let parent_id = entities.first().map_or(parent.id, |file| file.id);
            entities.push(Entity { content: Some(content), ..self.signature_entity(document_id, parent_id, facts) });
        }
        Ok(PreparedAct { act, document_id, entities })
    }

    fn file_entity(&self, parent: &Entity, read: ActFile, new: &NewAct) -> Result<Entity, Refusal> {
        let document = match read.kind {
            EntityKind::AnswerTitle => {
                let of = self.parent(parent.document_id)?.facts.document.as_ref().ok_or(Refusal::DocumentNotFound)?;
                Some(DocumentFacts {
                    format_version: read.version,
                    receipt_asked: new.receipt_asked,
                    custom_id: None,
                    custom_data: Vec::new(),
                    comment: None,
                    initial_documents: Vec::new(),
                    ..of.clone()
                })
            }
            _ => None,
        };
        Ok(Entity {
            id: self.cx.new_id(),
            document_id: parent.document_id,
            parent_id: Some(parent.id),
            patch_id: self.patch_id,
            kind: read.kind,
            author: Author::Party(self.copy.side),
            at: self.cx.now,
            content: None,
            file_name: Some(format!("{}.xml", read.file_id)),
            facts: EntityFacts { document, service: read.service, ..EntityFacts::default() },
        })
    }

    fn signature_entity(&self, document_id: EntityId, parent_id: EntityId, facts: SignatureFacts) -> Entity {
        Entity {
            id: self.cx.new_id(),
            document_id,
            parent_id: Some(parent_id),
            patch_id: self.patch_id,
            kind: EntityKind::Signature,
            author: Author::Party(self.copy.side),
            at: self.cx.now,
            content: None,
            file_name: None,
            facts: EntityFacts { signature: Some(facts), ..EntityFacts::default() },
        }
    }
}

/// Decides and saves. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedPatch) -> Result<Posted, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.from, Permission::Send).await?;
    let copy = &new.copy;
    let key = CopyKey { box_id: copy.box_id, message_id: copy.id };
    let seq = event::lock_box(tx, &scope, copy.box_id).await?;
    account::note_act(tx, cx, &scope, "exchange.post-patch").await?;
    let known = entity::list(tx, &scope, key).await?;
    let added = decide(copy, &known, &new.acts)?;
    let gathered = Gathered { entities: added, contents: new.contents.clone() };
    let change = Change {
        message_id: copy.id,
        patch_id: new.delivery.patch_id,
        operator_patch_id: None,
        documents: save::documents_of(&gathered.entities),
    };
    let marks = EventMarks::of(copy, &change, &known);
    save::add(tx, &scope, key, (&gathered, seq)).await?;
    save::project(tx, &scope, copy, (known, &gathered.entities), cx.now).await?;
    event::add(tx, &scope, copy.box_id, (seq, cx.now), (&EventPayload::PatchPosted(change), marks)).await?;
    tx.queue(new.delivery.job(cx)?).await?;
    let first_of_act = new.acts.iter().filter_map(|act| act.entities.first());
    Ok(Posted {
        message_id: copy.id,
        patch_id: new.delivery.patch_id,
        box_id: copy.box_id,
        entities: first_of_act.map(|entity| entity.id).collect(),
        at: cx.now,
    })
}

/// Admits the acts one after another, each against the state the ones before it leave.
fn decide(copy: &MessageCopy, known: &[Entity], acts: &[PreparedAct]) -> Result<Vec<Entity>, Refusal> {
    let mut entities = known.to_vec();
    for act in acts {
        let document = entities.iter().find(|entity| entity.id == act.document_id).ok_or(Refusal::DocumentNotFound)?;
        let flow = Docflow::of(copy.side, document, &entities).ok_or(Refusal::DocumentNotFound)?;
        let workflow = workflow_of(&entities, act.document_id).ok_or(Refusal::DocumentNotFound)?;
        let admission = admit(workflow, &flow.state, act.act, copy.side)?;
        let mut new = act.entities.clone();
        if admission == Admission::OutOfWorkflow {
            new.iter_mut().filter_map(|entity| entity.facts.service.as_mut()).for_each(|service| {
                service.out_of_workflow = service.form == ServiceForm::UniversalMessage;
            });
        }
        entities.extend(new);
    }
    if entities.len() > ENTITIES_PER_MESSAGE_MAX {
        return Err(Refusal::TooManyEntities);
    }
    Ok(entities.split_off(known.len()))
}
