//! Sending a message: the sender's copy, and the job that delivers it.

use account::{OrgScope, Permission};
use kernel::{BoxId, Cx, Moment, OrganizationId, TypedId as _};
use store::{No, Tx};

use super::authorise::{find_party, from_room, own_box, scope_of};
use super::deliver;
use super::document::{Between, Writer};
use super::gather::{Gathered, in_order};
use super::input::NewMessage;
use super::save;
use crate::model::counteragent::LinkStatus;
use crate::model::delivery::first_patch;
use crate::model::document::DocumentFacts;
use crate::model::event::{Change, EventMarks, EventPayload};
use crate::model::ids::{EntityId, MessageId, PatchId};
use crate::model::message::MessageCopy;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::side::Side;
use crate::room::{LinkPolicy, Room};
use crate::store::entity::CopyKey;
use crate::store::{counteragent, event, message};

/// A message whose documents were read, checked and made durable, and whose signatures hold at this moment.
#[derive(Clone, Debug)]
pub struct PreparedMessage {
    from: Party,
    links: LinkPolicy,
    tariff: billing::Tariff,
    copy: MessageCopy,
    gathered: Gathered,
    documents: Vec<EntityId>,
    delivery: deliver::Delivery,
}

/// What the sender gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The message.
    pub message_id: MessageId,
    /// The patch; a message's first patch has the message's id.
    pub patch_id: PatchId,
    /// Its box.
    pub box_id: BoxId,
    /// Entities, in the order of the request: documents of a message, files or signatures of a patch.
    pub entities: Vec<EntityId>,
    /// When.
    pub at: Moment,
}

impl PreparedMessage {
    /// What was read of its documents, in the order of the request: for a surface that was also told what they are.
    pub fn documents(&self) -> impl Iterator<Item = &DocumentFacts> {
        self.gathered.entities.iter().filter_map(|entity| entity.facts.document.as_ref())
    }

    /// Whose message it is.
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.from.organization_id
    }
}

/// A request whose shape is wrong is refused only to those who may send from the box: a stranger learns nothing else
/// than that the box is not his.
pub async fn refused_shape(room: &Room, cx: &Cx, box_id: BoxId, refusal: Refusal) -> No<Refusal> {
    let mut reader = match room.app.store.reader().await {
        Ok(reader) => reader,
        Err(fault) => return fault.into(),
    };
    match own_box(&mut reader, cx, box_id, Permission::Send).await {
        Ok(_) => refusal.into(),
        Err(no) => no,
    }
}

/// Reads and checks everything that needs no lock, outside any transaction.
pub async fn prepare(room: &Room, cx: &Cx, new: NewMessage) -> Result<PreparedMessage, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, from) = own_box(&mut reader, cx, new.from_box_id, Permission::Send).await?;
    let to = find_party(&mut reader, new.to_box_id).await?.ok_or(No::Refused(Refusal::RecipientNotFound))?;
    drop(reader);
    if from.box_id == to.box_id {
        return Err(Refusal::SameBox.into());
    }
    let count = new.documents.len();
    if count == 0 {
        return Err(Refusal::NoDocuments.into());
    }
    room.limits.check_documents(count)?;
    let id: MessageId = cx.new_id();
    let patch_id = first_patch(id);
    let mut gathered = Gathered::default();
    let mut documents = Vec::with_capacity(count);
    let writer = Writer { room, cx, scope: &scope, between: Between { from: &from, to: &to, patch_id } };
    for new in new.documents {
        documents.push(writer.add(new, &mut gathered).await?);
    }
    let renamed = in_order(&mut gathered.entities);
    for id in &mut documents {
        *id = renamed.get(id).copied().unwrap_or(*id);
    }
    let is_test = from.is_test || to.is_test;
    let copy = MessageCopy {
        id,
        box_id: from.box_id,
        side: Side::Sender,
        counteragent_organization_id: to.organization_id,
        counteragent_box_id: to.box_id,
        posted_at: cx.now,
        is_test,
    };
    let delivery = deliver::Delivery::of(&copy, from.organization_id, patch_id);
    Ok(PreparedMessage { from, links: room.links, tariff: room.tariff, copy, gathered, documents, delivery })
}

/// Decides and saves. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedMessage) -> Result<Posted, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.from, Permission::Send).await?;
    let copy = &new.copy;
    let seq = event::lock_box(tx, &scope, copy.box_id).await?;
    account::note_act(tx, cx, &scope, "exchange.post-message").await?;
    if new.links == LinkPolicy::Invited {
        let link = counteragent::find(tx, &scope, copy.box_id, copy.counteragent_box_id).await?;
        if link.is_none_or(|link| link.status != LinkStatus::Linked) {
            return Err(No::Refused(Refusal::NotCounteragents));
        }
    }
    count(tx, cx, &scope, new).await?;
    let key = CopyKey { box_id: copy.box_id, message_id: copy.id };
    message::add(tx, &scope, copy).await?;
    save::add(tx, &scope, key, (&new.gathered, seq)).await?;
    save::project(tx, &scope, copy, (Vec::new(), &new.gathered.entities), cx.now).await?;
    let change = Change {
        message_id: copy.id,
        patch_id: new.delivery.patch_id,
        operator_patch_id: None,
        documents: new.documents.clone(),
    };
    let marks = EventMarks::of(copy, &change, &new.gathered.entities);
    event::add(tx, &scope, copy.box_id, (seq, cx.now), (&EventPayload::MessagePosted(change), marks)).await?;
    tx.queue(new.delivery.job(cx)?).await?;
    Ok(Posted {
        message_id: copy.id,
        patch_id: new.delivery.patch_id,
        box_id: copy.box_id,
        entities: new.documents.clone(),
        at: copy.posted_at,
    })
}

async fn count(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, new: &PreparedMessage) -> Result<(), No<Refusal>> {
    let PreparedMessage { tariff, copy, documents, .. } = new;
    let (message_id, box_id, is_test) = (copy.id.uuid(), copy.box_id, copy.is_test);
    let outgoing = billing::Outgoing { message_id, box_id, documents: documents.len(), is_test };
    let counted = billing::count_outgoing(tx, cx, scope, (*tariff, outgoing)).await;
    counted.map_err(|no| no.map_refused(|refusal| from_room(&refusal)))
}
