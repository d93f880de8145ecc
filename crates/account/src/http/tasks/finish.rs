//! `POST /api/v1/account/organizations/{organization_id}/tasks/{task_id}/done`

use super::{TaskView, decided};
use crate::http::Room;
use crate::model::{TaskAct, TaskId};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn};

/// Says that a task is done; who gave it is told. By whom it was given to; needs `read`.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/tasks/{task_id}/done", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("task_id" = String, Path)),
    responses((status = 200, description = "The task.", body = TaskView)))]
pub(in crate::http) async fn finish(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, TaskId)>,
) -> Answer<TaskView> {
    decided(&room, &cx, which, TaskAct::Finish).await
}
