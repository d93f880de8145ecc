//! `POST /api/v1/account/email/confirmations`

use crate::http::{Room, problem};
use crate::ops::change_email;
use axum::extract::State;
use web::{Answer, Language, SignedIn, done};

/// Asks for a letter with a link that proves the caller's present address.
#[utoipa::path(post, path = "/api/v1/account/email/confirmations", tag = "account", security(("token" = [])),
    responses((status = 204, description = "A letter is on its way.")))]
pub(in crate::http) async fn ask_confirmation(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
) -> Answer<()> {
    change_email::ask_confirmation(&room.app.store, &cx, language).await.map_err(problem)?;
    Ok(done())
}
