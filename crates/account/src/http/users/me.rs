//! `GET /api/v1/account/me`

use crate::http::Room;
use crate::http::views::UserView;
use crate::ops::read;
use axum::extract::State;
use web::{Answer, SignedIn, ok};

/// The caller.
#[utoipa::path(get, path = "/api/v1/account/me", tag = "account", security(("token" = [])),
    responses((status = 200, description = "The caller.", body = UserView)))]
pub(in crate::http) async fn me(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<UserView> {
    let mut reader = room.app.store.reader().await?;
    Ok(ok(read::me(&mut reader, &cx).await?.into()))
}
