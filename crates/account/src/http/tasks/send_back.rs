//! `POST /api/v1/account/organizations/{organization_id}/tasks/{task_id}/return`

use super::{TaskView, decided};
use crate::http::Room;
use crate::model::{TaskAct, TaskId, words};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn};

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ReturnedTaskBody {
    /// What who gave it reads; 1 to 500 characters.
    pub reason: String,
}

impl RequestBody for ReturnedTaskBody {}

/// Gives a task back undone with the reason, which who gave it reads. By whom it was given to; needs `read`.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/tasks/{task_id}/return", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("task_id" = String, Path)), request_body = ReturnedTaskBody,
    responses((status = 200, description = "The task.", body = TaskView)))]
pub(in crate::http) async fn send_back(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, TaskId)>,
    body: Limited<ReturnedTaskBody>,
) -> Answer<TaskView> {
    let reason = words("reason", &body.reason).map_err(Problem::refused)?;
    decided(&room, &cx, which, TaskAct::Return(reason)).await
}
