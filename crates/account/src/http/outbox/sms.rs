//! `/api/v1/account/organizations/{organization_id}/sms`

use super::Desk;
use super::views::SmsView;
use crate::http::Room;
use crate::ops::outbox::Owner;
use axum::extract::State;
use kernel::OrganizationId;
use post::{Sms, SmsId};
use web::{Answer, Ids, Language, PageQuery, PageView, SignedIn};

/// The organization's outbox of SMS, without their texts; needs `administer`. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/sms", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<SmsView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<SmsView>> {
    Desk { room: &room, cx: &cx, owner: Owner::Organization(organization_id), language }.list::<Sms>(&page).await
}

/// An SMS with its text; needs `administer`. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/sms/{sms_id}", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS.", body = SmsView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, sms_id)): Ids<(OrganizationId, SmsId)>,
    language: Language,
) -> Answer<SmsView> {
    Desk { room: &room, cx: &cx, owner: Owner::Organization(organization_id), language }.get::<Sms>(sms_id).await
}

/// Sends once more what was refused, given up, or had no gateway; needs `administer`. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/sms/{sms_id}/resend", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS, waiting again.", body = SmsView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, sms_id)): Ids<(OrganizationId, SmsId)>,
    language: Language,
) -> Answer<SmsView> {
    Desk { room: &room, cx: &cx, owner: Owner::Organization(organization_id), language }.resend::<Sms>(sms_id).await
}
