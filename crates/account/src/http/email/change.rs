//! `PUT /api/v1/account/email`

use crate::http::{Room, problem};
use crate::ops::change_email::{ChangedEmail, run};
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Language, Limited, RequestBody, SignedIn, done};

/// The next address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ChangeEmailBody {
    /// E-mail address: the login from then on.
    pub login: String,
    /// The present password; left out by who has none.
    #[serde(default)]
    pub password: String,
}

impl RequestBody for ChangeEmailBody {}

/// Asks for another address. The new one gets a link, the old one hears of it; nothing changes before the link is
/// followed, and then both are told.
#[utoipa::path(put, path = "/api/v1/account/email", tag = "account", security(("token" = [])),
    request_body = ChangeEmailBody,
    responses((status = 204, description = "A letter is on its way to the new address.")))]
pub(in crate::http) async fn change(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    body: Limited<ChangeEmailBody>,
) -> Answer<()> {
    let ChangeEmailBody { login, password } = body.into_inner();
    let changed = ChangedEmail { login, password };
    run(&room.app.store, &room.passwords, &cx, changed, language).await.map_err(problem)?;
    Ok(done())
}
