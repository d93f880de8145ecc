//! `GET /api/v1/account/organizations/{organization_id}/members/{user_id}/picture`

use super::shown;
use crate::http::Room;
use crate::ops::profile::{Whose, picture};
use axum::extract::State;
use axum::response::Response;
use kernel::{OrganizationId, UserId};
use web::{Ids, Problem, SignedIn};

/// A member's picture, for the other members.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/members/{user_id}/picture",
    tag = "account", security(("token" = [])),
    params(("organization_id" = String, Path), ("user_id" = String, Path)),
    responses((status = 200, description = "PNG or JPEG.", body = Vec<u8>, content_type = "image/*")))]
pub(in crate::http) async fn colleague_picture(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, user_id)): Ids<(OrganizationId, UserId)>,
) -> Result<Response, Problem> {
    let mut reader = room.app.store.reader().await?;
    Ok(shown(picture(&mut reader, &cx, Whose::Colleague(organization_id, user_id)).await?))
}
