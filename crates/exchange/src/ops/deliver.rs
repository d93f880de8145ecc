//! Delivery of a message or a patch to the other box, with the operator's confirmations to both sides.
//!
//! Carried out by a job of the author's organization. Two commits: the other box's copy, then the author's, which also
//! removes the job. Either may be repeated: a copy that has the patch refuses it, and the work goes on with the moment
//! the copy remembers.

use account::OrgScope;
use bytes::Bytes;
use kernel::{BoxId, Cx, Moment, OrganizationId};
use serde::{Deserialize, Serialize};
use store::{Fault, JobTicket, NewJob, No, Tx};

use super::authorise::find_party;
use super::confirm::{self, ConfirmFault, Confirmation, Sent};
use super::gather::{Gathered, bytes_of};
use super::save;
use crate::model::delivery::{ConfirmedFile, confirmed_files, delivered_at, first_patch, for_other_side, mark};
use crate::model::entity::{Entity, EntityFacts, EntityKind};
use crate::model::event::{Change, EventMarks, EventPayload};
use crate::model::ids::{EntityId, MessageId, PatchId};
use crate::model::message::MessageCopy;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::side::Author;
use crate::room::Room;
use crate::store::entity::CopyKey;
use crate::store::{content, entity, event, message};

/// Kind of the job.
pub const KIND: &str = "exchange.deliver";

/// The job's payload, version 1: written by the transaction that posted the patch, which authorised it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Version of this shape.
    pub version: u8,
    /// Organization of the author.
    pub from_organization_id: OrganizationId,
    /// Box of the author.
    pub from_box_id: BoxId,
    /// Organization of the other box.
    pub to_organization_id: OrganizationId,
    /// The other box.
    pub to_box_id: BoxId,
    /// The message.
    pub message_id: MessageId,
    /// The patch.
    pub patch_id: PatchId,
}

impl Delivery {
    /// Delivery of a patch that `copy`'s box has just posted.
    #[must_use]
    pub fn of(copy: &MessageCopy, organization_id: OrganizationId, patch_id: PatchId) -> Self {
        Self {
            version: 1,
            from_organization_id: organization_id,
            from_box_id: copy.box_id,
            to_organization_id: copy.counteragent_organization_id,
            to_box_id: copy.counteragent_box_id,
            message_id: copy.id,
            patch_id,
        }
    }

    /// The job, due now.
    pub fn job(&self, cx: &Cx) -> Result<NewJob, Fault> {
        let payload =
            serde_json::to_vec(self).map_err(|error| Fault::Decode(format!("writing a delivery: {error}")))?;
        Ok(NewJob::now(cx, self.from_organization_id, KIND, payload))
    }
}

/// Why a delivery did not happen now.
#[derive(Debug, thiserror::Error)]
pub enum NotDelivered {
    /// The other copy lacks what the patch is attached to: another delivery brings it.
    #[error("the other copy lacks what the patch is attached to")]
    ParentNotYet,
    /// A machine failed.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The operator cannot confirm.
    #[error(transparent)]
    Confirm(#[from] ConfirmFault),
    /// The author's copy or a box is not there: a broken invariant of the data.
    #[error("{0} is absent")]
    Absent(&'static str),
}

/// One delivery at work: what was read for it, outside transactions.
struct Courier<'a> {
    room: &'a Room,
    cx: &'a Cx,
    delivery: &'a Delivery,
    from: OrgScope,
    to: OrgScope,
    copy: MessageCopy,
    entities: Vec<Entity>,
    contents: Vec<content::ContentRow>,
    author: Party,
    addressee: Party,
}

/// Delivers. Finishes the job in the transaction that writes the author's copy.
pub async fn deliver(room: &Room, cx: &Cx, ticket: &JobTicket, delivery: &Delivery) -> Result<(), NotDelivered> {
    let courier = Courier::load(room, cx, ticket, delivery).await?;
    let at = courier.write_other_copy().await?;
    courier.write_own_copy(ticket, at).await
}

impl<'a> Courier<'a> {
    async fn load(
        room: &'a Room,
        cx: &'a Cx,
        ticket: &JobTicket,
        delivery: &'a Delivery,
    ) -> Result<Self, NotDelivered> {
        let from = account::act_for(ticket);
        let to = account::act_between(ticket, delivery.to_organization_id);
        let mut reader = room.app.store.reader().await?;
        let key = CopyKey { box_id: delivery.from_box_id, message_id: delivery.message_id };
        let copy = message::find(&mut reader, &from, key.box_id, key.message_id).await?;
        let entities = entity::list(&mut reader, &from, key).await?;
        let contents = content::list_of_patch(&mut reader, &from, key, delivery.patch_id).await?;
        let author = find_party(&mut reader, delivery.from_box_id).await?;
        let addressee = find_party(&mut reader, delivery.to_box_id).await?;
        Ok(Self {
            room,
            cx,
            delivery,
            from,
            to,
            copy: copy.ok_or(NotDelivered::Absent("the author's copy"))?,
            entities,
            contents,
            author: author.ok_or(NotDelivered::Absent("the author's box"))?,
            addressee: addressee.ok_or(NotDelivered::Absent("the other box"))?,
        })
    }

    fn patch(&self) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(|entity| entity.patch_id == self.delivery.patch_id)
    }

    /// The delivery mark and the confirmations of the patch's signed files, as one side gets them.
    async fn operator_part(&self, for_author: bool, at: Moment) -> Result<Gathered, NotDelivered> {
        let first = self.patch().next().ok_or(NotDelivered::Absent("the patch"))?;
        let patch_id: PatchId = self.cx.new_id();
        let mut gathered = Gathered::default();
        gathered.entities.push(mark(self.cx.new_id(), patch_id, first, at));
        for confirmed in confirmed_files(&self.entities, self.delivery.patch_id) {
            let made = self.confirm(confirmed, for_author, at).await?;
            self.add_confirmation(&mut gathered, for_author, confirmed.file, made).await?;
        }
        Ok(gathered)
    }

    async fn confirm(
        &self,
        confirmed: ConfirmedFile<'_>,
        for_author: bool,
        at: Moment,
    ) -> Result<Confirmation, NotDelivered> {
        let hash = confirmed.signature.content.map(|content| content.hash);
        let row = self.contents.iter().find(|row| Some(row.hash) == hash).cloned();
        let row = row.ok_or(NotDelivered::Absent("a signature's bytes"))?;
        let signature = bytes_of(&self.room.app.store, self.author.organization_id, row).await?;
        let name = confirmed.file.file_name.as_deref().unwrap_or_default();
        let sent = Sent {
            file_id: name.strip_suffix(".xml").unwrap_or(name),
            signature: &signature,
            author: &self.author,
            addressee: &self.addressee,
        };
        let operator = &self.room.operator;
        if for_author {
            Ok(confirm::receiving(operator, self.cx, sent, confirmed.file.at)?)
        } else {
            Ok(confirm::sending(operator, self.cx, sent, at)?)
        }
    }

    async fn add_confirmation(
        &self,
        gathered: &mut Gathered,
        for_author: bool,
        file: &Entity,
        made: Confirmation,
    ) -> Result<(), NotDelivered> {
        let party = if for_author { &self.author } else { &self.addressee };
        let mark = gathered.entities.first().ok_or(NotDelivered::Absent("the delivery mark"))?;
        let (patch_id, at) = (mark.patch_id, mark.at);
        let entity = |id: EntityId, parent_id, kind, content, file_name| Entity {
            id,
            document_id: file.document_id,
            parent_id: Some(parent_id),
            patch_id,
            kind,
            author: Author::Operator,
            at,
            content: Some(content),
            file_name,
            facts: EntityFacts::default(),
        };
        let store = &self.room.app.store;
        let content = gathered.keep(store, party.organization_id, &made.content).await?;
        let signature = gathered.keep(store, party.organization_id, &made.signature).await?;
        gathered.entities.push(entity(made.id, file.id, made.kind, content, Some(made.file_name)));
        gathered.entities.push(entity(self.cx.new_id(), made.id, EntityKind::Signature, signature, None));
        Ok(())
    }

    fn change(&self, operator_part: &Gathered) -> Change {
        Change {
            message_id: self.delivery.message_id,
            patch_id: self.delivery.patch_id,
            operator_patch_id: operator_part.entities.first().map(|mark| mark.patch_id),
            documents: save::documents_of(self.patch()),
        }
    }

    /// Writes the other box's copy; gives the moment it came there, now or at an earlier attempt.
    async fn write_other_copy(&self) -> Result<Moment, NotDelivered> {
        let (store, delivery) = (&self.room.app.store, self.delivery);
        let mut gathered = self.operator_part(false, self.cx.now).await?;
        let change = self.change(&gathered);
        for row in &self.contents {
            if row.bytes.is_none() {
                let bytes: Bytes = bytes_of(store, delivery.from_organization_id, row.clone()).await?;
                store.put_content(delivery.to_organization_id, &bytes).await?;
            }
            gathered.contents.push(row.clone());
        }
        let patch: Vec<Entity> = self.patch().map(for_other_side).collect();
        gathered.entities.splice(0..0, patch);
        let other = OtherCopy {
            scope: self.to.clone(),
            copy: MessageCopy {
                id: delivery.message_id,
                box_id: delivery.to_box_id,
                side: self.copy.side.other(),
                counteragent_organization_id: delivery.from_organization_id,
                counteragent_box_id: delivery.from_box_id,
                posted_at: self.copy.posted_at,
                is_test: self.copy.is_test,
            },
            gathered,
            change,
        };
        match store.append(self.cx, other, |tx, cx, other| Box::pin(other_copy(tx, cx, other))).await {
            Ok(()) => Ok(self.cx.now),
            Err(No::Refused(Refusal::AlreadyDelivered)) => self.moment_of_earlier_attempt().await,
            Err(No::Refused(_)) => Err(NotDelivered::ParentNotYet),
            Err(No::Fault(fault)) => Err(fault.into()),
        }
    }

    async fn moment_of_earlier_attempt(&self) -> Result<Moment, NotDelivered> {
        let mut reader = self.room.app.store.reader().await?;
        let key = CopyKey { box_id: self.delivery.to_box_id, message_id: self.delivery.message_id };
        let entities = entity::list(&mut reader, &self.to, key).await?;
        delivered_at(&entities, self.delivery.patch_id).ok_or(NotDelivered::Absent("the delivery mark"))
    }

    async fn write_own_copy(&self, ticket: &JobTicket, at: Moment) -> Result<(), NotDelivered> {
        let gathered = self.operator_part(true, at).await?;
        let change = self.change(&gathered);
        let own = OwnCopy { scope: self.from.clone(), ticket: *ticket, copy: self.copy.clone(), gathered, change };
        let store = &self.room.app.store;
        match store.append(self.cx, own, |tx, cx, own| Box::pin(own_copy(tx, cx, own))).await {
            Ok(()) => Ok(()),
            Err(No::Refused(_)) => Err(NotDelivered::Absent("the author's copy")),
            Err(No::Fault(fault)) => Err(fault.into()),
        }
    }
}

struct OtherCopy {
    scope: OrgScope,
    copy: MessageCopy,
    gathered: Gathered,
    change: Change,
}

async fn other_copy(tx: &mut Tx<'_>, cx: &Cx, other: &OtherCopy) -> Result<(), No<Refusal>> {
    let (scope, box_id, patch_id) = (&other.scope, other.copy.box_id, other.change.patch_id);
    let key = CopyKey { box_id, message_id: other.copy.id };
    let seq = event::lock_box(tx, scope, box_id).await?;
    let is_first = patch_id == first_patch(other.copy.id);
    let known = if is_first {
        if !message::add(tx, scope, &other.copy).await? {
            return Err(No::Refused(Refusal::AlreadyDelivered));
        }
        Vec::new()
    } else {
        let known = entity::list(tx, scope, key).await?;
        if delivered_at(&known, patch_id).is_some() {
            return Err(No::Refused(Refusal::AlreadyDelivered));
        }
        let new = &other.gathered.entities;
        let has = |id: EntityId| known.iter().chain(new).any(|entity| entity.id == id);
        if !new.iter().all(|entity| entity.parent_id.is_none_or(has) && has(entity.document_id)) {
            return Err(No::Refused(Refusal::ParentNotYet));
        }
        known
    };
    let marks = EventMarks::of(&other.copy, &other.change, known.iter().chain(&other.gathered.entities));
    save::add(tx, scope, key, (&other.gathered, seq)).await?;
    save::project(tx, scope, &other.copy, (known, &other.gathered.entities), cx.now).await?;
    let change = other.change.clone();
    let payload = if is_first { EventPayload::MessageReceived(change) } else { EventPayload::PatchReceived(change) };
    event::add(tx, scope, box_id, (seq, cx.now), (&payload, marks)).await?;
    Ok(())
}

struct OwnCopy {
    scope: OrgScope,
    ticket: JobTicket,
    copy: MessageCopy,
    gathered: Gathered,
    change: Change,
}

async fn own_copy(tx: &mut Tx<'_>, cx: &Cx, own: &OwnCopy) -> Result<(), No<Refusal>> {
    let (scope, box_id) = (&own.scope, own.copy.box_id);
    let key = CopyKey { box_id, message_id: own.copy.id };
    let seq = event::lock_box(tx, scope, box_id).await?;
    let known = entity::list(tx, scope, key).await?;
    let marks = EventMarks::of(&own.copy, &own.change, &known);
    save::add(tx, scope, key, (&own.gathered, seq)).await?;
    save::project(tx, scope, &own.copy, (known, &own.gathered.entities), cx.now).await?;
    event::add(tx, scope, box_id, (seq, cx.now), (&EventPayload::Delivered(own.change.clone()), marks)).await?;
    // The job goes in the commit of its effect, so this effect cannot be repeated: a lost lease undoes all of it.
    tx.finish_job(&own.ticket).await?;
    Ok(())
}
