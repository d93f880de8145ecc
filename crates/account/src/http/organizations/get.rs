//! `GET /api/v1/account/organizations/{organization_id}`

use crate::http::Room;
use crate::http::views::OrganizationView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

/// An organization, for members who may read.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path)),
    responses((status = 200, description = "The organization.", body = OrganizationView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
) -> Answer<OrganizationView> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Read).await?;
    Ok(ok(read::organization(&mut reader, &scope).await?.into()))
}
