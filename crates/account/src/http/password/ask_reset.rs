//! `POST /api/v1/account/password/resets`

use crate::http::{Room, problem};
use crate::ops::ask_reset::run;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Asking, Language, Limited, PeerAddress, RequestBody, done};

/// Whose password was forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct AskResetBody {
    /// E-mail address.
    pub login: String,
}

impl RequestBody for AskResetBody {}

/// Asks for a letter with a link that sets a new password. Whether the login exists is not told, neither by the answer
/// nor by its time.
#[utoipa::path(post, path = "/api/v1/account/password/resets", tag = "account", request_body = AskResetBody,
    responses((status = 204, description = "If anybody has this login, a letter is on its way.")))]
pub(in crate::http) async fn ask_reset(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    language: Language,
    body: Limited<AskResetBody>,
) -> Answer<()> {
    run(&room.app.store, &cx, &body.login, (language, address)).await.map_err(problem)?;
    Ok(done())
}
