//! `GET /api/v1/account/organizations/{organization_id}/departments`

use super::DepartmentView;
use crate::http::Room;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::{OrganizationId, Page};
use serde::Deserialize;
use web::{Answer, Ids, PageView, QueryOf, SignedIn, ok};

/// Which of them.
#[derive(Deserialize)]
pub(in crate::http) struct DepartmentsQuery {
    /// Archived ones too.
    #[serde(default)]
    archived: bool,
}

/// The organization's departments, the root first; with `archived=true`, archived ones too.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/departments", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("archived" = Option<bool>, Query)),
    responses((status = 200, description = "All of them.", body = PageView<DepartmentView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(query): QueryOf<DepartmentsQuery>,
) -> Answer<PageView<DepartmentView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Read).await?;
    let items = if query.archived {
        read::all_departments(&mut reader, &scope).await?
    } else {
        read::departments(&mut reader, &scope).await?
    };
    Ok(ok(PageView::of(Page { items, next: None }, DepartmentView::from)))
}
