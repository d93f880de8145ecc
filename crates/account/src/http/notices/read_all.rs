//! `POST /api/v1/account/notices/read`

use crate::http::Room;
use crate::ops::bell::mark_read as run;
use axum::extract::State;
use web::{Answer, SignedIn, done};

/// Marks all of the caller's notices as seen.
#[utoipa::path(post, path = "/api/v1/account/notices/read", tag = "account",
    security(("token" = [])), 
    responses((status = 204, description = "Seen.")))]
pub(in crate::http) async fn read_all(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<()> {
    room.app.store.write(&cx, None, |tx, cx, which| Box::pin(run(tx, cx, which))).await?;
    Ok(done())
}
