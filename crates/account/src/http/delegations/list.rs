//! `GET /api/v1/account/organizations/{organization_id}/delegations`

use crate::http::Room;
use crate::http::people_views::DelegationView;
use crate::ops::delegate;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// The caller's delegations, from and to them, ended ones too; all of the organization's for an administrator.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/delegations", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<DelegationView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<DelegationView>> {
    let mut reader = room.app.store.reader().await?;
    let found = delegate::list(&mut reader, &cx, organization_id, &page).await?;
    Ok(ok(PageView::of(found, DelegationView::from)))
}
