//! `PUT /api/v1/account/password`

use crate::http::{Room, problem};
use crate::ops::change_password::{ChangedPassword, prepare, run};
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Language, Limited, RequestBody, SignedIn, done};

/// The present password and the next.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ChangePasswordBody {
    /// The present one; left out by who has none yet.
    #[serde(default)]
    pub present: String,
    /// 10 to 256 characters that are not the login.
    pub password: String,
}

impl RequestBody for ChangePasswordBody {}

/// Changes the caller's password; the other sign-ins end, this one stays.
#[utoipa::path(put, path = "/api/v1/account/password", tag = "account", security(("token" = [])),
    request_body = ChangePasswordBody, responses((status = 204, description = "The new password holds.")))]
pub(in crate::http) async fn change(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    body: Limited<ChangePasswordBody>,
) -> Answer<()> {
    let ChangePasswordBody { present, password } = body.into_inner();
    let changed = ChangedPassword { present, password };
    let prepared = prepare(&room.app, &room.passwords, &cx, changed, language).await.map_err(problem)?;
    room.app.store.write(&cx, prepared, |tx, cx, change| Box::pin(run(tx, cx, change))).await?;
    Ok(done())
}
