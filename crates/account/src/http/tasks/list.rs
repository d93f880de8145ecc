//! `GET /api/v1/account/organizations/{organization_id}/tasks`

use super::TaskView;
use crate::http::Room;
use crate::ops::task::{self, TaskSide};
use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, PageQuery, PageView, QueryOf, SignedIn, ok};

/// Whose.
#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
enum Side {
    #[default]
    Mine,
    Given,
}

/// Which tasks.
#[derive(Deserialize)]
pub(in crate::http) struct TasksQuery {
    #[serde(default)]
    side: Side,
}

/// Tasks, and how many wait for the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct TasksView {
    /// The newest first.
    pub items: Vec<TaskView>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Given to the caller or to a department of theirs, and open; of all, not only of these.
    pub open: i64,
}

/// Tasks given to the caller or to a department of theirs (`side=mine`), or by the caller (`side=given`), the newest first;
/// needs `read`. Those that are over are kept for a year.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/tasks", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("side" = Option<String>, Query),
        ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = TasksView)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(query): QueryOf<TasksQuery>,
    PageQuery(page): PageQuery,
) -> Answer<TasksView> {
    let side = match query.side {
        Side::Mine => TaskSide::Mine,
        Side::Given => TaskSide::Given,
    };
    let mut reader = room.app.store.reader().await?;
    let (found, open) = task::list(&mut reader, &cx, (organization_id, side), &page).await?;
    let PageView { items, next } = PageView::of(found, TaskView::from);
    Ok(ok(TasksView { items, next, open }))
}
