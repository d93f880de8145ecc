//! `POST /api/v1/account/sign-ins/end-all`

use crate::http::Room;
use crate::ops::end_sign_in::run_all;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Limited, RequestBody, SignedIn, done};

/// Which stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct EndAllBody {
    /// The sign-in that asks stays open.
    #[serde(default)]
    pub keep_current: bool,
}

impl RequestBody for EndAllBody {}

/// Signs out everywhere, or everywhere else.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/end-all", tag = "account", security(("token" = [])),
    request_body = EndAllBody, responses((status = 204, description = "They have ended.")))]
pub(in crate::http) async fn end_all(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<EndAllBody>,
) -> Answer<()> {
    room.app.store.write(&cx, body.keep_current, |tx, cx, kept| Box::pin(run_all(tx, cx, *kept))).await?;
    Ok(done())
}
