//! `DELETE /api/v1/account/me/picture`

use crate::http::Room;
use crate::ops::profile::set_picture as run;
use axum::extract::State;
use web::{Answer, SignedIn, done};

/// Shows no picture any more.
#[utoipa::path(delete, path = "/api/v1/account/me/picture", tag = "account",
    security(("token" = [])), responses((status = 204, description = "It is gone.")))]
pub(in crate::http) async fn remove_picture(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<()> {
    room.app.store.write(&cx, None, |tx, cx, picture| Box::pin(run(tx, cx, picture))).await?;
    Ok(done())
}
