//! Inviting a counteragent as a task: the invitation and the task are one commit, the result is asked for later.

use account::Permission;
use kernel::{BoxId, Cx, Inn, Kpp, OrganizationId};
use store::{Fault, JobTicket, No, Store, Tx};

use super::authorise::{own_box, scope_of};
use super::counteragents::{self, PreparedLink, Told};
use crate::model::counteragent::{LinkAct, LinkStatus, after};
use crate::model::ids::InvitationTaskId;
use crate::model::invitation_task::{InvitationTask, TaskState};
use crate::model::limits::{INVITATION_TASK_KEPT, INVITATIONS_WAITING_MAX};
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::{counteragent, event, invitation_task};

/// Whom to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// This box.
    Box(BoxId),
    /// The one box of the organization with this ИНН, and КПП where it is given.
    Requisites(Inn, Option<Kpp>),
}

/// An invitation whose boxes are known.
#[derive(Clone, Debug)]
pub struct PreparedAcquisition {
    link: PreparedLink,
    task_id: InvitationTaskId,
}

impl PreparedAcquisition {
    /// Whose task it is.
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.link.organization_id()
    }
}

/// Finds the boxes. Refuses an unknown one, and requisites that several boxes have: of those with the same ИНН the ones
/// that are test ones like the own box, or like it are not, come before the others.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (whom, comment): (Whom, Option<String>),
) -> Result<PreparedAcquisition, No<Refusal>> {
    let other = match whom {
        Whom::Box(other) => other,
        Whom::Requisites(inn, kpp) => {
            let mut reader = room.app.store.reader().await?;
            let (_, own) = own_box(&mut reader, cx, box_id, Permission::Send).await?;
            let cards = account::look_up(&mut reader, &inn, kpp.as_ref()).await?;
            let alike: Vec<_> = cards.iter().filter(|card| card.is_test == own.is_test).collect();
            let found = if alike.is_empty() { cards.iter().collect() } else { alike };
            match found.as_slice() {
                [] => return Err(Refusal::CounteragentNotFound.into()),
                [one] => one.box_id,
                _ => return Err(Refusal::SeveralFound.into()),
            }
        }
    };
    let link = counteragents::prepare(room, cx, (box_id, other), LinkAct::Invite, comment).await?;
    Ok(PreparedAcquisition { link, task_id: cx.new_id() })
}

/// Writes the invitation and the task, or only the task where the boxes are counteragents already or too many invitations
/// wait: its result then says so. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedAcquisition) -> Result<InvitationTask, No<Refusal>> {
    let (own, other) = new.link.parties();
    let scope = scope_of(tx, cx, own, Permission::Send).await?;
    event::lock_box_silently(tx, &scope, own.box_id).await?;
    account::note_act(tx, cx, &scope, "exchange.invite-counteragent").await?;
    let now = counteragent::find(tx, &scope, own.box_id, other.box_id).await?;
    let waiting = counteragent::count_waiting(tx, &scope, own.box_id).await?;
    let state = match after(now.map(|link| link.status), LinkAct::Invite) {
        Err(refusal) => TaskState::Refused(refusal),
        Ok((LinkStatus::Invited, _)) if waiting >= INVITATIONS_WAITING_MAX => {
            TaskState::Refused(Refusal::TooManyInvitations)
        }
        Ok(_) => TaskState::Pending,
    };
    let task = InvitationTask {
        id: new.task_id,
        counteragent_box_id: other.box_id,
        counteragent_organization_id: other.organization_id,
        state,
        asked_at: cx.now,
    };
    if task.state == TaskState::Pending {
        counteragents::link(tx, cx, &new.link, Some(task.id)).await?;
    }
    invitation_task::add(tx, &scope, own.box_id, &task).await?;
    Ok(task)
}

/// Ends the task of news that the other box was told, in a transaction of the organization that invited.
pub async fn finish(store: &Store, cx: &Cx, ticket: &JobTicket, news: &Told) -> Result<(), Fault> {
    let Some(task_id) = news.task_id else { return Ok(()) };
    let scope = account::act_for(ticket);
    let written = store.write(cx, (scope, news.by_box_id, task_id), |tx, _, (scope, box_id, task_id)| {
        Box::pin(async move {
            event::lock_box_silently(tx, scope, *box_id).await?;
            Ok::<_, No<Refusal>>(invitation_task::finish(tx, scope, *box_id, *task_id).await?)
        })
    });
    match written.await {
        Ok(()) => Ok(()),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(refusal)) => Err(Fault::Decode(format!("ending an invitation's task: {refusal}"))),
    }
}

/// The task with where it stands now. A surface whose tasks are asked for without a box puts the box's id into the task's
/// name.
pub async fn get(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    task_id: InvitationTaskId,
) -> Result<InvitationTask, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let task = invitation_task::find(&mut reader, &scope, box_id, task_id).await?;
    let task = task.ok_or(No::Refused(Refusal::TaskNotFound))?;
    Ok(InvitationTask { state: task.result(cx.now), ..task })
}

/// Forgets tasks asked for longer ago than [`INVITATION_TASK_KEPT`], and says how many.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    invitation_task::forget(store, cx, cx.now.minus(INVITATION_TASK_KEPT)).await
}
