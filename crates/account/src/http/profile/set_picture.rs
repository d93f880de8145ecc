//! `PUT /api/v1/account/me/picture`

use crate::http::Room;
use crate::model::{PICTURE_BYTES_MAX, Picture};
use crate::ops::profile::set_picture as run;
use axum::extract::State;
use web::{Answer, Problem, RawBody, SignedIn, done};

/// Shows a picture: PNG or JPEG of up to 64 KiB and 1024 by 1024 points. What it tells beside the picture (where it was
/// taken, comments) is left out.
#[utoipa::path(put, path = "/api/v1/account/me/picture", tag = "account",
    security(("token" = [])), request_body(content = Vec<u8>, content_type = "image/*"),
    responses((status = 204, description = "Colleagues see it.")))]
pub(in crate::http) async fn set_picture(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: RawBody<PICTURE_BYTES_MAX>,
) -> Answer<()> {
    let picture = Picture::parse(&body.bytes).map_err(Problem::refused)?;
    room.app.store.write(&cx, Some(picture), |tx, cx, picture| Box::pin(run(tx, cx, picture))).await?;
    Ok(done())
}
