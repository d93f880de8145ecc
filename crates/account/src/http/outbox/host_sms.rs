//! `/api/v1/account/outbox/sms`

use super::Desk;
use super::views::SmsView;
use crate::http::Room;
use crate::ops::outbox::Owner;
use axum::extract::State;
use post::{Sms, SmsId};
use web::{Answer, Ids, Language, PageQuery, PageView, SignedIn};

/// The installation's outbox of SMS, without their texts; only for administrators of the installation. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/outbox/sms", tag = "account",
    security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<SmsView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<SmsView>> {
    Desk { room: &room, cx: &cx, owner: Owner::Installation, language }.list::<Sms>(&page).await
}

/// An SMS with its text; only for administrators of the installation. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/outbox/sms/{sms_id}", tag = "account",
    security(("token" = [])),
    params(("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS.", body = SmsView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(sms_id): Ids<SmsId>,
    language: Language,
) -> Answer<SmsView> {
    Desk { room: &room, cx: &cx, owner: Owner::Installation, language }.get::<Sms>(sms_id).await
}

/// Sends once more what was refused, given up, or had no gateway; only for administrators of the installation. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/outbox/sms/{sms_id}/resend", tag = "account",
    security(("token" = [])),
    params(("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS, waiting again.", body = SmsView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(sms_id): Ids<SmsId>,
    language: Language,
) -> Answer<SmsView> {
    Desk { room: &room, cx: &cx, owner: Owner::Installation, language }.resend::<Sms>(sms_id).await
}
