//! `POST /api/v1/account/password/reset`

use crate::http::{Room, problem};
use crate::ops::reset_password::{prepare, run};
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Asking, Language, Limited, RequestBody, done};

/// A new password by the link of a letter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ResetBody {
    /// As it stands in the link after `code=`.
    pub code: String,
    /// 10 to 256 characters that are not the login.
    pub password: String,
}

impl RequestBody for ResetBody {}

/// Sets a new password; every sign-in made before ends, and the link is used up.
#[utoipa::path(post, path = "/api/v1/account/password/reset", tag = "account", request_body = ResetBody,
    responses((status = 204, description = "The new password holds.")))]
pub(in crate::http) async fn reset(
    State(room): State<Room>,
    Asking(cx): Asking,
    language: Language,
    body: Limited<ResetBody>,
) -> Answer<()> {
    let ResetBody { code, password } = body.into_inner();
    let prepared = prepare(&room.app, &room.passwords, &cx, (&code, password), language).await.map_err(problem)?;
    room.app.store.write(&cx, prepared, |tx, cx, reset| Box::pin(run(tx, cx, reset))).await?;
    Ok(done())
}
