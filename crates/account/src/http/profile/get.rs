//! `GET /api/v1/account/me/profile`

use super::ProfileView;
use crate::http::Room;
use crate::ops::profile::mine;
use axum::extract::State;
use web::{Answer, SignedIn, ok};

/// The caller's profile; the usual one (Russian, as the device, Moscow time) until it is changed.
#[utoipa::path(get, path = "/api/v1/account/me/profile", tag = "account",
    security(("token" = [])), responses((status = 200, description = "The profile.", body = ProfileView)))]
pub(in crate::http) async fn get(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<ProfileView> {
    let mut reader = room.app.store.reader().await?;
    Ok(ok(mine(&mut reader, &cx).await?.into()))
}
