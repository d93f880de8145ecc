//! `GET /api/v1/account/organizations/{organization_id}/colleagues`

use crate::http::Room;
use crate::model::{Member, Permission, User};
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// A colleague, as every member may know them: no login, no rights.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ColleagueView {
    /// Id.
    pub user_id: String,
    /// Name; absent where the person is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl From<(Member, Option<User>)> for ColleagueView {
    fn from((member, user): (Member, Option<User>)) -> Self {
        Self { user_id: member.user_id.to_string(), name: user.map(|user| user.name) }
    }
}

/// With whom one works in the organization: for who gives a task or lets another act in their place. Needs `read`.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/colleagues", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<ColleagueView>)))]
pub(in crate::http) async fn colleagues(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<ColleagueView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Read).await?;
    let found = read::members(&mut reader, &scope, &page).await?;
    Ok(ok(PageView::of(found, ColleagueView::from)))
}
