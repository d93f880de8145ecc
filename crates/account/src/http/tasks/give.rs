//! `POST /api/v1/account/organizations/{organization_id}/tasks`

use super::TaskView;
use crate::http::Room;
use crate::model::{AccountRefusal, DepartmentId, TaskDocument, TaskReceiver, words};
use crate::ops::task::{NewTask, give as run};
use axum::extract::State;
use kernel::{BoxId, CivilDate, OrganizationId, UserId, uuid::Uuid};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// What is asked of a colleague or of a department.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewTaskBody {
    /// What is to be done; 1 to 500 characters.
    pub text: String,
    /// A member; or else a department.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub to_user_id: Option<UserId>,
    /// A department: whoever of it does it first.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub to_department_id: Option<DepartmentId>,
    /// By which day, ISO; today or later.
    #[serde(default)]
    pub due_on: Option<String>,
    /// The document it is about.
    #[serde(default)]
    pub document: Option<TaskDocumentBody>,
}

impl RequestBody for NewTaskBody {}

/// A document of the organization.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct TaskDocumentBody {
    /// A box of the organization.
    #[schema(value_type = String)]
    pub box_id: BoxId,
    /// The document in it.
    #[schema(value_type = String)]
    pub document_id: Uuid,
}

fn day(text: &str) -> Result<CivilDate, Problem> {
    let wrong = |_| Problem::refused(AccountRefusal::TextForm { field: "due_on", accepted: "a day, YYYY-MM-DD" });
    text.parse().map_err(wrong)
}

/// Gives a task to a colleague or to a department; they are told. Needs `read`. Who opens the document needs the right to
/// read it.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/tasks", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = NewTaskBody,
    responses((status = 201, description = "The task.", body = TaskView)))]
pub(in crate::http) async fn give(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewTaskBody>,
) -> Answer<TaskView> {
    let once = Once::new(&cx, organization_id, "account.give-task", &key, body.hash());
    let document = body.document.as_ref();
    let new = NewTask {
        organization_id,
        text: words("text", &body.text).map_err(Problem::refused)?,
        document: document.map(|one| TaskDocument { box_id: one.box_id, document_id: one.document_id }),
        to: TaskReceiver::read(body.to_user_id, body.to_department_id).map_err(Problem::refused)?,
        due_on: body.due_on.as_deref().map(day).transpose()?,
    };
    room.app
        .write_once(&cx, once, new, |tx, cx, new| Box::pin(async move { Ok(TaskView::from(run(tx, cx, new).await?)) }))
        .await
}
