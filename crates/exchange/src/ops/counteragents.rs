//! Invitations between boxes.

use account::Permission;
use kernel::{BoxId, Cx, Moment, OrganizationId};
use serde::{Deserialize, Serialize};
use store::{Fault, JobTicket, NewJob, No, Tx};

use super::authorise::{find_party, own_box, scope_of};
use crate::model::counteragent::{Counteragent, EndedBy, LinkAct, LinkStatus, after, is_stale, sought, told};
use crate::model::event::{EventMarks, EventPayload};
use crate::model::ids::InvitationTaskId;
use crate::model::limits::{COMMENT_CHARS_MAX, INVITATIONS_WAITING_MAX};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::{counteragent, event};

/// Kind of the job that tells the other box.
pub const KIND: &str = "exchange.tell_counteragent";

/// The job's payload, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Version of this shape.
    pub version: u8,
    /// Organization that is told.
    pub organization_id: OrganizationId,
    /// Box that is told.
    pub box_id: BoxId,
    /// Organization that acted.
    pub by_organization_id: OrganizationId,
    /// Box that acted.
    pub by_box_id: BoxId,
    /// What the told box sees now.
    pub status: LinkStatus,
    /// Words of the act.
    pub comment: Option<String>,
    /// When.
    pub at: Moment,
    /// The task of the organization that acted, which ends when the other box is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_id: Option<InvitationTaskId>,
}

/// An act between two boxes, both known.
#[derive(Clone, Debug)]
pub struct PreparedLink {
    own: Party,
    other: Party,
    act: LinkAct,
    comment: Option<String>,
}

impl PreparedLink {
    /// Whose act it is.
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.own.organization_id
    }

    /// The box that acts, and the other.
    pub(super) fn parties(&self) -> (&Party, &Party) {
        (&self.own, &self.other)
    }
}

/// Finds both boxes.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    (box_id, other): (BoxId, BoxId),
    act: LinkAct,
    comment: Option<String>,
) -> Result<PreparedLink, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (_, own) = own_box(&mut reader, cx, box_id, Permission::Send).await?;
    let other = find_party(&mut reader, other).await?.ok_or(No::Refused(Refusal::CounteragentNotFound))?;
    if own.box_id == other.box_id {
        return Err(Refusal::SameBox.into());
    }
    if comment.as_deref().is_some_and(|comment| comment.chars().count() > COMMENT_CHARS_MAX) {
        return Err(Refusal::CommentTooLong.into());
    }
    Ok(PreparedLink { own, other, act, comment })
}

/// Decides and saves. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedLink) -> Result<Counteragent, No<Refusal>> {
    link(tx, cx, new, None).await
}

/// The same, as part of a task.
pub(super) async fn link(
    tx: &mut Tx<'_>,
    cx: &Cx,
    new: &PreparedLink,
    task_id: Option<InvitationTaskId>,
) -> Result<Counteragent, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Send).await?;
    let box_id = new.own.box_id;
    let seq = event::lock_box(tx, &scope, box_id).await?;
    account::note_act(tx, cx, &scope, "exchange.change-counteragent").await?;
    let now = counteragent::find(tx, &scope, box_id, new.other.box_id).await?;
    let (own, others) = after(now.map(|link| link.status), new.act)?;
    if own == LinkStatus::Invited && counteragent::count_waiting(tx, &scope, box_id).await? >= INVITATIONS_WAITING_MAX {
        return Err(Refusal::TooManyInvitations.into());
    }
    let link = Counteragent {
        box_id: new.other.box_id,
        organization_id: new.other.organization_id,
        status: own,
        ended_by: EndedBy::of(own, EndedBy::Own),
        comment: new.comment.clone(),
        changed_at: cx.now,
    };
    counteragent::set(tx, &scope, box_id, (&link, &sought(&new.other))).await?;
    let payload = EventPayload::Counteragent { box_id: link.box_id, status: own };
    let marks = EventMarks::counteragent(link.box_id);
    event::add(tx, &scope, box_id, (seq, cx.now), (&payload, marks)).await?;
    queue(tx, cx, new, (others, task_id)).await?;
    Ok(link)
}

/// Writes the job that tells the other box what it sees now.
async fn queue(
    tx: &mut Tx<'_>,
    cx: &Cx,
    new: &PreparedLink,
    (status, task_id): (LinkStatus, Option<InvitationTaskId>),
) -> Result<(), Fault> {
    let told = Told {
        version: 1,
        organization_id: new.other.organization_id,
        box_id: new.other.box_id,
        by_organization_id: new.own.organization_id,
        by_box_id: new.own.box_id,
        status,
        comment: new.comment.clone(),
        at: cx.now,
        task_id,
    };
    let payload = serde_json::to_vec(&told).map_err(|error| Fault::Decode(format!("writing a link: {error}")))?;
    tx.queue(NewJob::now(cx, new.own.organization_id, KIND, payload)).await
}

/// Tells the other box. News told before, and older ones than what it has, are passed over.
pub async fn tell(room: &Room, cx: &Cx, ticket: &JobTicket, news: Told) -> Result<(), Fault> {
    let scope = account::act_between(ticket, news.organization_id);
    let by = find_party(&mut room.app.store.reader().await?, news.by_box_id).await?;
    // A box without a card is written all the same: the name is found when the card is there.
    let sought = by.as_ref().map(sought).unwrap_or_default();
    let written = room.app.store.write(cx, (scope, news, sought), |tx, cx, (scope, news, sought)| {
        Box::pin(async move {
            let seq = event::lock_box(tx, scope, news.box_id).await?;
            let now = counteragent::find(tx, scope, news.box_id, news.by_box_id).await?;
            if now.as_ref().is_some_and(|link| is_stale((link.status, link.changed_at), news.status, news.at)) {
                return Err(No::Refused(Refusal::AlreadyDelivered));
            }
            let changed_at = now.as_ref().map_or(news.at, |link| link.changed_at.max(news.at));
            let status = told(now.map(|link| link.status), news.status);
            let link = Counteragent {
                box_id: news.by_box_id,
                organization_id: news.by_organization_id,
                status,
                ended_by: EndedBy::of(status, EndedBy::Other),
                comment: news.comment.clone(),
                changed_at,
            };
            counteragent::set(tx, scope, news.box_id, (&link, sought)).await?;
            let payload = EventPayload::Counteragent { box_id: link.box_id, status: link.status };
            let marks = EventMarks::counteragent(link.box_id);
            event::add(tx, scope, news.box_id, (seq, cx.now), (&payload, marks)).await?;
            Ok(())
        })
    });
    match written.await {
        Ok(()) | Err(No::Refused(_)) => Ok(()),
        Err(No::Fault(fault)) => Err(fault),
    }
}
