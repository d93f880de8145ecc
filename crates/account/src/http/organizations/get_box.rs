//! `GET /api/v1/account/organizations/{organization_id}/boxes/{box_id}`

use crate::http::Room;
use crate::http::views::BoxView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use axum::extract::State;
use kernel::{BoxId, OrganizationId};
use web::{Answer, Ids, SignedIn, ok};

/// One of the organization's boxes; another organization's is not found.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/boxes/{box_id}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("box_id" = String, Path)),
    responses((status = 200, description = "The box.", body = BoxView)))]
pub(in crate::http) async fn get_box(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, box_id)): Ids<(OrganizationId, BoxId)>,
) -> Answer<BoxView> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Read).await?;
    Ok(ok(read::org_box(&mut reader, &scope, box_id).await?.into()))
}
