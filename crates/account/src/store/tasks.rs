//! Tasks that members give each other.

use crate::model::{DepartmentAccess, DepartmentId, Task, TaskDocument, TaskId, TaskReceiver, TaskState};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{BoxId, CivilDate, Moment, UserId, uuid::Uuid};

macro_rules! columns {
    () => {
        "task_id, text, box_id, document_id, from_user_id, to_user_id, to_department_id, due_on, state, reason,
       created_at, decided_at, decided_by"
    };
}

/// Tasks given to a person: to them, or to a department they reach; `$3` says whether they reach all.
macro_rules! to_person {
    () => {
        "(to_user_id = $2 OR (to_department_id IS NOT NULL AND ($3 = 1 OR to_department_id IN
       (SELECT d.department_id FROM account_member_department d WHERE d.organization_id = $1 AND d.user_id = $2))))"
    };
}

pub const ADD: Sql = Sql::org(
    "account.add_task",
    "INSERT INTO account_task
       (organization_id, task_id, text, box_id, document_id, from_user_id, to_user_id, to_department_id, due_on, state,
        reason, created_at, decided_at, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', NULL, $10, NULL, NULL)",
);
pub const FIND: Sql = Sql::org(
    "account.find_task",
    concat!("SELECT ", columns!(), " FROM account_task WHERE organization_id = $1 AND task_id = $2"),
);
pub const LIST_TO: Sql = Sql::org(
    "account.list_tasks_to",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_task WHERE organization_id = $1 AND ",
        to_person!(),
        " AND task_id < $4 ORDER BY task_id DESC LIMIT $5"
    ),
);
pub const LIST_FROM: Sql = Sql::org(
    "account.list_tasks_from",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_task WHERE organization_id = $1 AND from_user_id = $2 AND task_id < $3 ORDER BY task_id DESC LIMIT $4"
    ),
);
pub const COUNT_OPEN_TO: Sql = Sql::org(
    "account.count_open_tasks_to",
    concat!("SELECT count(*) FROM account_task WHERE organization_id = $1 AND ", to_person!(), " AND state = 'open'"),
);
pub const COUNT_OPEN_FROM: Sql = Sql::org(
    "account.count_open_tasks_from",
    "SELECT count(*) FROM account_task WHERE organization_id = $1 AND from_user_id = $2 AND state = 'open'",
);
pub const DECIDE: Sql = Sql::org(
    "account.decide_task",
    "UPDATE account_task SET state = $3, reason = $4, decided_at = $5, decided_by = $6
     WHERE organization_id = $1 AND task_id = $2 AND state = 'open'",
);
pub const SWEEP: Sql = Sql::global(
    "account.sweep_tasks",
    "DELETE FROM account_task WHERE (organization_id, task_id) IN
       (SELECT organization_id, task_id FROM account_task WHERE decided_at < $1 LIMIT $2)",
);

/// Writes a new task.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, new: &Task) -> Result<(), Fault> {
    let (member, department) = match new.to {
        TaskReceiver::Member(user_id) => (Some(user_id), None),
        TaskReceiver::Department(department_id) => (None, Some(department_id)),
    };
    let box_id = new.document.map(|document| document.box_id);
    let document_id = new.document.map(|document| document.document_id.as_bytes().to_vec());
    let binds = binds![
        scope.organization_id(),
        new.task_id,
        new.text.as_str(),
        box_id,
        document_id.as_deref(),
        new.from,
        member,
        department,
        new.due_on,
        new.created_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// A task of the organization.
pub async fn find(from: &mut (impl Fetch + ?Sized), scope: &OrgScope, id: TaskId) -> Result<Option<Task>, Fault> {
    from.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?.as_ref().map(read).transpose()
}

/// Tasks given to a person, before an id, the newest first.
pub async fn list_to(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    (user_id, departments): (UserId, &DepartmentAccess),
    (before, limit): (&[u8], i64),
) -> Result<Vec<Task>, Fault> {
    let binds = binds![scope.organization_id(), user_id, reaches_all(departments), before, limit];
    from.fetch_all(&LIST_TO, binds).await?.iter().map(read).collect()
}

/// Tasks a person gave, before an id, the newest first.
pub async fn list_from(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    user_id: UserId,
    (before, limit): (&[u8], i64),
) -> Result<Vec<Task>, Fault> {
    let binds = binds![scope.organization_id(), user_id, before, limit];
    from.fetch_all(&LIST_FROM, binds).await?.iter().map(read).collect()
}

/// How many wait for a person.
pub async fn count_open_to(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    (user_id, departments): (UserId, &DepartmentAccess),
) -> Result<i64, Fault> {
    let binds = binds![scope.organization_id(), user_id, reaches_all(departments)];
    from.fetch_one(&COUNT_OPEN_TO, binds).await?.i64(0)
}

/// How many of those a person gave still wait.
pub async fn count_open_from(tx: &mut Tx<'_>, scope: &OrgScope, user_id: UserId) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_OPEN_FROM, binds![scope.organization_id(), user_id]).await?.i64(0)
}

/// Decides an open task.
pub async fn decide(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (id, state, reason): (TaskId, TaskState, Option<&str>),
    (now, by): (Moment, UserId),
) -> Result<(), Fault> {
    tx.execute(&DECIDE, binds![scope.organization_id(), id, state.name(), reason, now, by]).await?;
    Ok(())
}

fn reaches_all(departments: &DepartmentAccess) -> i64 {
    i64::from(matches!(departments, DepartmentAccess::All))
}

fn read(row: &Row) -> Result<Task, Fault> {
    let user = |column| {
        row.opt_bytes(column)?
            .map(|bytes| UserId::from_bytes(&bytes))
            .transpose()
            .map_err(|_| unreadable("person of a task"))
    };
    let box_id = row.opt_bytes(2)?.map(|bytes| BoxId::from_bytes(&bytes)).transpose();
    let document_id = row.opt_bytes(3)?.map(|bytes| Uuid::from_slice(&bytes)).transpose();
    let department = row.opt_bytes(6)?.map(|bytes| DepartmentId::from_bytes(&bytes)).transpose();
    let due_on = row.opt_text(7)?.map(|text| text.parse::<CivilDate>()).transpose();
    let box_id = box_id.map_err(|_| unreadable("box of a task"))?;
    let document_id = document_id.map_err(|_| unreadable("document of a task"))?;
    let department = department.map_err(|_| unreadable("department of a task"))?;
    Ok(Task {
        task_id: row.parsed(0, Row::bytes, |bytes| TaskId::from_bytes(&bytes))?,
        text: row.text(1)?,
        document: box_id.zip(document_id).map(|(box_id, document_id)| TaskDocument { box_id, document_id }),
        from: row.parsed(4, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        to: TaskReceiver::read(user(5)?, department).map_err(|_| unreadable("receiver of a task"))?,
        due_on: due_on.map_err(|_| unreadable("day of a task"))?,
        state: TaskState::parse(&row.text(8)?).ok_or_else(|| unreadable("state of a task"))?,
        reason: row.opt_text(9)?,
        created_at: Moment::from_micros(row.i64(10)?),
        decided_at: row.opt_i64(11)?.map(Moment::from_micros),
        decided_by: user(12)?,
    })
}
