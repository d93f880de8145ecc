//! `GET /api/v1/account/organizations/{organization_id}/departments`

use crate::http::Room;
use crate::http::views::DepartmentView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::{OrganizationId, Page};
use web::{Answer, Ids, PageView, SignedIn, ok};

/// The organization's departments, the root first.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/departments", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path)),
    responses((status = 200, description = "All of them.", body = PageView<DepartmentView>)))]
pub(in crate::http) async fn departments(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
) -> Answer<PageView<DepartmentView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Read).await?;
    let items = read::departments(&mut reader, &scope).await?;
    Ok(ok(PageView::of(Page { items, next: None }, DepartmentView::from)))
}
