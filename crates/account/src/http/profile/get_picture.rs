//! `GET /api/v1/account/me/picture`

use super::shown;
use crate::http::Room;
use crate::ops::profile::{Whose, picture};
use axum::extract::State;
use axum::response::Response;
use web::{Problem, SignedIn};

/// The caller's picture.
#[utoipa::path(get, path = "/api/v1/account/me/picture", tag = "account",
    security(("token" = [])),
    responses((status = 200, description = "PNG or JPEG.", body = Vec<u8>, content_type = "image/*")))]
pub(in crate::http) async fn get_picture(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
) -> Result<Response, Problem> {
    let mut reader = room.app.store.reader().await?;
    Ok(shown(picture(&mut reader, &cx, Whose::Mine).await?))
}
