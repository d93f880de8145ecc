//! A member gives a task; a colleague does it or gives it back; who gave it may withdraw it. Each side is told.

use super::notify::{name_of, notify};
use super::paging::{before, page, rows};
use crate::limits::{TASK_TOLD_MAX, TASKS_OPEN_MAX};
use crate::model::{
    AccountRefusal, DepartmentAccess, NoticeKind, PeopleRefusal, Permission, Task, TaskAct, TaskDocument, TaskId,
    TaskReceiver, TaskState,
};
use crate::scope::{OrgScope, authorize};
use crate::store::{members, organizations, tasks};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{CivilDate, Cx, OrganizationId, Page, PageRequest, UserId};

/// What is asked, and of whom.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// Where.
    pub organization_id: OrganizationId,
    /// What is to be done; checked, not empty.
    pub text: String,
    /// What about.
    pub document: Option<TaskDocument>,
    /// Of whom.
    pub to: TaskReceiver,
    /// By which day.
    pub due_on: Option<CivilDate>,
}

/// What becomes of which task.
#[derive(Debug, Clone)]
pub struct DecidedTask {
    /// Where.
    pub organization_id: OrganizationId,
    /// Which.
    pub task_id: TaskId,
    /// What.
    pub act: TaskAct,
}

/// Which of the caller's tasks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskSide {
    /// Given to the caller or to a department of theirs.
    Mine,
    /// Given by the caller.
    Given,
}

/// Writes the task and tells whom it is given to. Refuses a receiver, a department and a box that are not there, a past
/// day, and a giver of too many open ones.
pub async fn give(tx: &mut Tx<'_>, cx: &Cx, new: &NewTask) -> Result<Task, No<AccountRefusal>> {
    let (scope, from, _) = seat(tx, cx, new.organization_id).await?;
    organizations::lock(tx, &scope).await?;
    Task::check_due(new.due_on, cx.now)?;
    check_receiver(tx, &scope, new.to).await?;
    if let Some(TaskDocument { box_id, .. }) = new.document {
        let found = organizations::find_box(tx, &scope, box_id).await?;
        found.ok_or(AccountRefusal::not_found("box"))?;
    }
    if tasks::count_open_from(tx, &scope, from).await? >= TASKS_OPEN_MAX {
        let max = usize::try_from(TASKS_OPEN_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "open tasks", max }.into());
    }
    let task = Task {
        task_id: cx.new_id(),
        text: new.text.clone(),
        document: new.document,
        from,
        to: new.to,
        due_on: new.due_on,
        state: TaskState::Open,
        reason: None,
        created_at: cx.now,
        decided_at: None,
        decided_by: None,
    };
    tasks::add(tx, &scope, &task).await?;
    tell_receivers(tx, cx, &scope, (&task, NoticeKind::TaskGiven)).await?;
    Ok(task)
}

/// Finishes, returns or withdraws an open task and tells the other side. Refuses what [`Task::check`] does.
pub async fn decide(tx: &mut Tx<'_>, cx: &Cx, decided: &DecidedTask) -> Result<Task, No<AccountRefusal>> {
    let (scope, by, departments) = seat(tx, cx, decided.organization_id).await?;
    organizations::lock(tx, &scope).await?;
    let task = find(tx, &scope, decided.task_id).await?;
    task.check(&decided.act, by, &departments)?;
    let (state, reason) = decided.act.outcome();
    tasks::decide(tx, &scope, (task.task_id, state, reason), (cx.now, by)).await?;
    let task = find(tx, &scope, decided.task_id).await?;
    match decided.act {
        TaskAct::Finish => tell(tx, cx, &scope, (&task, NoticeKind::TaskDone), task.from).await?,
        TaskAct::Return(_) => tell(tx, cx, &scope, (&task, NoticeKind::TaskReturned), task.from).await?,
        TaskAct::Withdraw => tell_receivers(tx, cx, &scope, (&task, NoticeKind::TaskWithdrawn)).await?,
    }
    Ok(task)
}

/// The caller's tasks of one side, the newest first, and how many wait for the caller.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    (organization_id, side): (OrganizationId, TaskSide),
    request: &PageRequest,
) -> Result<(Page<Task>, i64), No<AccountRefusal>> {
    let (scope, user_id, departments) = seat(from, cx, organization_id).await?;
    let open = tasks::count_open_to(from, &scope, (user_id, &departments)).await?;
    let place = before(request);
    let place = (place.as_slice(), rows(request));
    let found = match side {
        TaskSide::Mine => tasks::list_to(from, &scope, (user_id, &departments), place).await?,
        TaskSide::Given => tasks::list_from(from, &scope, user_id, place).await?,
    };
    Ok((page(found, request, |task| task.task_id.to_vec()), open))
}

/// The caller as a member who may read, with the departments they belong to.
async fn seat(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<(OrgScope, UserId, DepartmentAccess), No<AccountRefusal>> {
    let scope = authorize(from, cx, organization_id, Permission::Read).await?;
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let member = members::find(from, &scope, user_id).await?.ok_or(AccountRefusal::not_found("organization"))?;
    Ok((scope, user_id, member.departments))
}

async fn check_receiver(tx: &mut Tx<'_>, scope: &OrgScope, to: TaskReceiver) -> Result<(), No<AccountRefusal>> {
    match to {
        TaskReceiver::Member(user_id) => {
            members::find(tx, scope, user_id).await?.ok_or(AccountRefusal::not_found("member"))?;
        }
        TaskReceiver::Department(department_id) => {
            let all = organizations::list_departments(tx, scope).await?;
            let found = all.iter().find(|each| each.department_id == department_id);
            let found = found.ok_or(AccountRefusal::not_found("department"))?;
            if found.archived_at.is_some() {
                return Err(AccountRefusal::from(PeopleRefusal::DepartmentArchived).into());
            }
        }
    }
    Ok(())
}

async fn find(from: &mut (impl Fetch + ?Sized), scope: &OrgScope, id: TaskId) -> Result<Task, No<AccountRefusal>> {
    Ok(tasks::find(from, scope, id).await?.ok_or(AccountRefusal::not_found("task"))?)
}

/// Tells the member, or those whom the department was named to: who reaches all departments would be told of everything.
async fn tell_receivers(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (task, kind): (&Task, NoticeKind),
) -> Result<(), Fault> {
    let told = match task.to {
        TaskReceiver::Member(user_id) => vec![user_id],
        TaskReceiver::Department(department_id) => {
            members::list_of_department(tx, scope, department_id, TASK_TOLD_MAX).await?
        }
    };
    for user_id in told {
        tell(tx, cx, scope, (task, kind), user_id).await?;
    }
    Ok(())
}

async fn tell(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (task, kind): (&Task, NoticeKind),
    user_id: UserId,
) -> Result<(), Fault> {
    // Nobody needs to be told what they did themselves.
    if scope.user_id() == Some(user_id) {
        return Ok(());
    }
    let by = name_of(tx, task.decided_by.unwrap_or(task.from)).await?;
    let reason = task.reason.as_deref().unwrap_or_default();
    let arguments = [("person", by.as_str()), ("task", task.text.as_str()), ("reason", reason)];
    notify(tx, cx, scope, user_id, (kind, &arguments)).await
}
