//! `POST /api/v1/account/organizations/{organization_id}/letters/{letter_id}/resend`

use super::LetterView;
use crate::http::Room;
use crate::ops::resend::{LetterAgain, resend_letter};
use axum::extract::State;
use kernel::OrganizationId;
use post::LetterId;
use web::{Answer, Ids, Language, SignedIn, ok};

/// Sends once more what was refused, given up, or had no gateway; needs `administer`. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/letters/{letter_id}/resend", tag = "account",
    security(("token" = [])), operation_id = "resend_letter",
    params(("organization_id" = String, Path), ("letter_id" = String, Path)),
    responses((status = 200, description = "The letter, waiting again.", body = LetterView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, letter_id)): Ids<(OrganizationId, LetterId)>,
    language: Language,
) -> Answer<LetterView> {
    let which = LetterAgain { organization_id: Some(organization_id), letter_id };
    let again = room.app.store.write(&cx, which, |tx, cx, which| Box::pin(resend_letter(tx, cx, which))).await?;
    Ok(ok(LetterView::of(again, &room.app.texts, language)))
}
