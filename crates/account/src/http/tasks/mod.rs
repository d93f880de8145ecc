//! Tasks that colleagues give each other.

pub(super) mod finish;
pub(super) mod give;
pub(super) mod list;
pub(super) mod send_back;
pub(super) mod withdraw;

use crate::http::Room;
use crate::model::{Task, TaskAct, TaskDocument, TaskId, TaskReceiver};
use crate::ops::task::{DecidedTask, decide};
use kernel::{Cx, Moment, OrganizationId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, ok};

/// A task.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TaskView {
    /// Id.
    pub task_id: String,
    /// What is to be done.
    pub text: String,
    /// The box of the document it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub box_id: Option<String>,
    /// The document it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_id: Option<String>,
    /// Who gave it.
    pub from_user_id: String,
    /// To whom; absent where it was given to a department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_user_id: Option<String>,
    /// To which department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_department_id: Option<String>,
    /// By which day, ISO.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// `open`, `done`, `returned`, `withdrawn`.
    pub state: &'static str,
    /// Why it was returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was given, RFC 3339.
    pub created_at: String,
    /// When it was done, returned or withdrawn, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<String>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
}

impl From<Task> for TaskView {
    fn from(task: Task) -> Self {
        let (member, department) = match task.to {
            TaskReceiver::Member(user_id) => (Some(user_id.to_string()), None),
            TaskReceiver::Department(department_id) => (None, Some(department_id.to_string())),
        };
        let (box_id, document_id) = task
            .document
            .map(|TaskDocument { box_id, document_id }| (box_id.to_string(), document_id.to_string()))
            .unzip();
        Self {
            task_id: task.task_id.to_string(),
            text: task.text,
            box_id,
            document_id,
            from_user_id: task.from.to_string(),
            to_user_id: member,
            to_department_id: department,
            due_on: task.due_on.map(|day| day.to_string()),
            state: task.state.name(),
            reason: task.reason,
            created_at: task.created_at.to_rfc3339(),
            decided_at: task.decided_at.map(Moment::to_rfc3339),
            decided_by: task.decided_by.map(|id| id.to_string()),
        }
    }
}

/// What the three endings of a task share.
async fn decided(
    room: &Room,
    cx: &Cx,
    (organization_id, task_id): (OrganizationId, TaskId),
    act: TaskAct,
) -> Answer<TaskView> {
    let which = DecidedTask { organization_id, task_id, act };
    let task = room.app.store.write(cx, which, |tx, cx, which| Box::pin(decide(tx, cx, which))).await?;
    Ok(ok(task.into()))
}
