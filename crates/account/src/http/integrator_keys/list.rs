//! `GET /api/v1/account/organizations/{organization_id}/integrator-keys`

use crate::http::Room;
use crate::http::views::IntegratorKeyView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// Keys of integrators' programs, revoked ones too; needs `administer`.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/integrator-keys", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<IntegratorKeyView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<IntegratorKeyView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;
    Ok(ok(PageView::of(read::integrator_keys(&mut reader, &scope, &page).await?, IntegratorKeyView::from)))
}
