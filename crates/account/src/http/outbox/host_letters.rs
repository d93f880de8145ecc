//! `/api/v1/account/outbox/letters`

use super::Desk;
use super::views::LetterView;
use crate::http::Room;
use crate::ops::outbox::Owner;
use axum::extract::State;
use post::{Letter, LetterId};
use web::{Answer, Ids, Language, PageQuery, PageView, SignedIn};

/// The installation's outbox of letters, without their texts; only for administrators of the installation. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/outbox/letters", tag = "account",
    security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<LetterView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<LetterView>> {
    Desk { room: &room, cx: &cx, owner: Owner::Installation, language }.list::<Letter>(&page).await
}

/// A letter with its text; only for administrators of the installation. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/outbox/letters/{letter_id}", tag = "account",
    security(("token" = [])),
    params(("letter_id" = String, Path)),
    responses((status = 200, description = "The letter.", body = LetterView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(letter_id): Ids<LetterId>,
    language: Language,
) -> Answer<LetterView> {
    Desk { room: &room, cx: &cx, owner: Owner::Installation, language }.get::<Letter>(letter_id).await
}

/// Sends once more what was refused, given up, or had no gateway; only for administrators of the installation. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/outbox/letters/{letter_id}/resend", tag = "account",
    security(("token" = [])),
    params(("letter_id" = String, Path)),
    responses((status = 200, description = "The letter, waiting again.", body = LetterView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(letter_id): Ids<LetterId>,
    language: Language,
) -> Answer<LetterView> {
    Desk { room: &room, cx: &cx, owner: Owner::Installation, language }.resend::<Letter>(letter_id).await
}
