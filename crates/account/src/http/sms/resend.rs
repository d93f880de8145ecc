//! `POST /api/v1/account/organizations/{organization_id}/sms/{sms_id}/resend`

use crate::http::Room;
use crate::http::letters::SmsView;
use crate::ops::resend::{SmsAgain, resend_sms};
use axum::extract::State;
use kernel::OrganizationId;
use post::SmsId;
use web::{Answer, Ids, Language, SignedIn, ok};

/// Sends once more what was refused, given up, or had no gateway; needs `administer`. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/sms/{sms_id}/resend", tag = "account",
    security(("token" = [])), operation_id = "resend_sms",
    params(("organization_id" = String, Path), ("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS, waiting again.", body = SmsView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, sms_id)): Ids<(OrganizationId, SmsId)>,
    language: Language,
) -> Answer<SmsView> {
    let which = SmsAgain { organization_id: Some(organization_id), sms_id };
    let again = room.app.store.write(&cx, which, |tx, cx, which| Box::pin(resend_sms(tx, cx, which))).await?;
    Ok(ok(SmsView::of(again, &room.app.texts, language)))
}
