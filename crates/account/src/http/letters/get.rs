//! `GET /api/v1/account/organizations/{organization_id}/letters/{letter_id}`

use super::LetterView;
use crate::http::Room;
use crate::model::{AccountRefusal, Permission};
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use post::LetterId;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

/// A letter with its text; needs `administer`. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/letters/{letter_id}", tag = "account",
    security(("token" = [])), operation_id = "get_letter",
    params(("organization_id" = String, Path), ("letter_id" = String, Path)),
    responses((status = 200, description = "The letter.", body = LetterView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, letter_id)): Ids<(OrganizationId, LetterId)>,
    language: Language,
) -> Answer<LetterView> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;

    let found = post::find_letter(&mut reader, scope.organization_id(), letter_id).await?;
    let found = found.ok_or_else(|| Problem::refused(AccountRefusal::not_found("letter")))?;
    Ok(ok(LetterView::of(found, &room.app.texts, language)))
}
