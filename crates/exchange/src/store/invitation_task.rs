//! Invitations asked for as tasks.

use account::OrgScope;
use kernel::{BoxId, Cx, Moment, OrganizationId};
use store::{Fault, Fetch, Row, Sql, Store, Tx, binds};

use crate::model::ids::InvitationTaskId;
use crate::model::invitation_task::{InvitationTask, TaskState};

pub(super) const ADD: Sql = Sql::org(
    "exchange.add_invitation_task",
    "INSERT INTO exchange_invitation_task
       (organization_id, box_id, task_id, counteragent_box_id, counteragent_organization_id, state, reason, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_invitation_task",
    "SELECT task_id, counteragent_box_id, counteragent_organization_id, state, reason, asked_at
     FROM exchange_invitation_task WHERE organization_id = $1 AND box_id = $2 AND task_id = $3",
);
pub(super) const FINISH: Sql = Sql::org(
    "exchange.finish_invitation_task",
    "UPDATE exchange_invitation_task SET state = 'done'
     WHERE organization_id = $1 AND box_id = $2 AND task_id = $3 AND state = 'pending'",
);
pub(super) const FORGET: Sql = Sql::global(
    "exchange.forget_invitation_tasks",
    "DELETE FROM exchange_invitation_task WHERE (organization_id, box_id, task_id) IN
       (SELECT organization_id, box_id, task_id FROM exchange_invitation_task WHERE asked_at < $1 LIMIT $2)",
);

/// Adds a task.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, task: &InvitationTask) -> Result<(), Fault> {
    let words = task.state.words();
    let (state, reason) = words.ok_or_else(|| Fault::Decode("a task's refusal without a word".to_owned()))?;
    let binds = binds![
        scope.organization_id(),
        box_id,
        task.id,
        task.counteragent_box_id,
        task.counteragent_organization_id,
        state,
        reason.map(str::to_owned),
        task.asked_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// One task.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    id: InvitationTaskId,
) -> Result<Option<InvitationTask>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), box_id, id]).await?;
    row.map(|row| {
        let reason = row.opt_text(4)?;
        let state = |word: String| TaskState::from_words(&word, reason.as_deref()).ok_or("not a task's state");
        Ok(InvitationTask {
            id: row.parsed(0, Row::bytes, |id| InvitationTaskId::from_bytes(&id))?,
            counteragent_box_id: row.parsed(1, Row::bytes, |id| BoxId::from_bytes(&id))?,
            counteragent_organization_id: row.parsed(2, Row::bytes, |id| OrganizationId::from_bytes(&id))?,
            state: row.parsed(3, Row::text, state)?,
            asked_at: Moment::from_micros(row.i64(5)?),
        })
    })
    .transpose()
}

/// Says that the other box was told; once more changes nothing.
pub async fn finish(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, id: InvitationTaskId) -> Result<(), Fault> {
    tx.execute(&FINISH, binds![scope.organization_id(), box_id, id]).await?;
    Ok(())
}

/// Forgets tasks asked for before `before`.
pub async fn forget(store: &Store, cx: &Cx, before: Moment) -> Result<u64, Fault> {
    store.sweep_rows(cx, &FORGET, before).await
}
