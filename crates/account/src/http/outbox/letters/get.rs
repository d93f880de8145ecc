//! `GET /api/v1/account/outbox/letters/{letter_id}`

use crate::http::Room;
use crate::http::letters::LetterView;
use crate::model::AccountRefusal;
use axum::extract::State;
use post::LetterId;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

/// A letter with its text; only for administrators of the installation. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/outbox/letters/{letter_id}", tag = "account",
    security(("token" = [])), operation_id = "host_get_letter",
    params(("letter_id" = String, Path)),
    responses((status = 200, description = "The letter.", body = LetterView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(letter_id): Ids<LetterId>,
    language: Language,
) -> Answer<LetterView> {
    room.settings.demand_administrator(&cx).map_err(Problem::refused)?;
    let mut reader = room.app.store.reader().await?;
    let found = post::find_letter(&mut reader, post::installation(), letter_id).await?;
    let found = found.ok_or_else(|| Problem::refused(AccountRefusal::not_found("letter")))?;
    Ok(ok(LetterView::of(found, &room.app.texts, language)))
}
