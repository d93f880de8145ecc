//! `GET /api/v1/account/organizations/{organization_id}/invitations`

use crate::http::Room;
use crate::http::views::InvitationView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// The organization's invitations, ended ones too; needs `administer`.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/invitations", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<InvitationView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<InvitationView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;
    Ok(ok(PageView::of(read::invitations(&mut reader, &scope, &page).await?, InvitationView::from)))
}
