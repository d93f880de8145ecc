//! `/api/v1/account/organizations/{organization_id}/letters`

use super::Desk;
use super::views::LetterView;
use crate::http::Room;
use crate::ops::outbox::Owner;
use axum::extract::State;
use kernel::OrganizationId;
use post::{Letter, LetterId};
use web::{Answer, Ids, Language, PageQuery, PageView, SignedIn};

/// The organization's outbox of letters, without their texts; needs `administer`. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/letters", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<LetterView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<LetterView>> {
    Desk { room: &room, cx: &cx, owner: Owner::Organization(organization_id), language }.list::<Letter>(&page).await
}

/// A letter with its text; needs `administer`. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/letters/{letter_id}", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("letter_id" = String, Path)),
    responses((status = 200, description = "The letter.", body = LetterView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, letter_id)): Ids<(OrganizationId, LetterId)>,
    language: Language,
) -> Answer<LetterView> {
    Desk { room: &room, cx: &cx, owner: Owner::Organization(organization_id), language }.get::<Letter>(letter_id).await
}

/// Sends once more what was refused, given up, or had no gateway; needs `administer`. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/letters/{letter_id}/resend", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("letter_id" = String, Path)),
    responses((status = 200, description = "The letter, waiting again.", body = LetterView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, letter_id)): Ids<(OrganizationId, LetterId)>,
    language: Language,
) -> Answer<LetterView> {
    Desk { room: &room, cx: &cx, owner: Owner::Organization(organization_id), language }
        .resend::<Letter>(letter_id)
        .await
}
