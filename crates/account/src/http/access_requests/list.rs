//! `GET /api/v1/account/organizations/{organization_id}/access-requests`

use crate::http::Room;
use crate::http::people_views::AccessRequestView;
use crate::model::Permission;
use crate::ops::decide_access;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// Who asks to be let in, decided requests too; needs `administer`.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/access-requests", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<AccessRequestView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<AccessRequestView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;
    let found = decide_access::list(&mut reader, &scope, &page).await?;
    Ok(ok(PageView::of(found, |(request, user)| AccessRequestView::of(request, user))))
}
