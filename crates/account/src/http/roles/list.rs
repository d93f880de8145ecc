//! `GET /api/v1/account/organizations/{organization_id}/roles`

use crate::http::Room;
use crate::http::people_views::RoleView;
use crate::model::{Permission, RoleKey};
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, Language, PageView, SignedIn, ok};

/// The built-in roles, then the organization's own; needs `administer`.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/roles", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path)),
    responses((status = 200, description = "All of them.", body = PageView<RoleView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    language: Language,
) -> Answer<PageView<RoleView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;
    let mut items: Vec<_> =
        RoleKey::all_built_in().map(|key| RoleView::built_in(&key, &room.app.texts, language)).collect();
    items.extend(read::roles(&mut reader, &scope).await?.iter().map(RoleView::own));
    Ok(ok(PageView { items, next: None }))
}
