//! `GET /api/v1/account/organizations/{organization_id}/members`

use crate::http::Room;
use crate::http::views::MemberView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// The organization's members; needs `administer`, since it shows logins.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/members", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<MemberView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<MemberView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;
    let found = read::members(&mut reader, &scope, &page).await?;
    let mut held = read::held_roles(&mut reader, &scope, &found.items).await?;
    Ok(ok(PageView::of(found, |(member, user)| {
        let roles = held.remove(&member.user_id).unwrap_or_default();
        let roles = Some(roles.iter().map(|key| key.as_str().to_owned()).collect());
        MemberView { roles, ..MemberView::of(&member, user) }
    })))
}
