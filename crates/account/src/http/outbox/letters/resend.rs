//! `POST /api/v1/account/outbox/letters/{letter_id}/resend`

use crate::http::Room;
use crate::http::letters::LetterView;
use crate::ops::resend::{LetterAgain, resend_letter};
use axum::extract::State;
use post::LetterId;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

/// Sends once more what was refused, given up, or had no gateway; only for administrators of the installation. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/outbox/letters/{letter_id}/resend", tag = "account",
    security(("token" = [])), operation_id = "host_resend_letter",
    params(("letter_id" = String, Path)),
    responses((status = 200, description = "The letter, waiting again.", body = LetterView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(letter_id): Ids<LetterId>,
    language: Language,
) -> Answer<LetterView> {
    room.settings.demand_administrator(&cx).map_err(Problem::refused)?;
    let which = LetterAgain { organization_id: None, letter_id };
    let again = room.app.store.write(&cx, which, |tx, cx, which| Box::pin(resend_letter(tx, cx, which))).await?;
    Ok(ok(LetterView::of(again, &room.app.texts, language)))
}
