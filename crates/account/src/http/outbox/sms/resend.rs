//! `POST /api/v1/account/outbox/sms/{sms_id}/resend`

use crate::http::Room;
use crate::http::letters::SmsView;
use crate::ops::resend::{SmsAgain, resend_sms};
use axum::extract::State;
use post::SmsId;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

/// Sends once more what was refused, given up, or had no gateway; only for administrators of the installation. Asked again while it waits, it is refused.
#[utoipa::path(post, path = "/api/v1/account/outbox/sms/{sms_id}/resend", tag = "account",
    security(("token" = [])), operation_id = "host_resend_sms",
    params(("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS, waiting again.", body = SmsView)))]
pub(in crate::http) async fn resend(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(sms_id): Ids<SmsId>,
    language: Language,
) -> Answer<SmsView> {
    room.settings.demand_administrator(&cx).map_err(Problem::refused)?;
    let which = SmsAgain { organization_id: None, sms_id };
    let again = room.app.store.write(&cx, which, |tx, cx, which| Box::pin(resend_sms(tx, cx, which))).await?;
    Ok(ok(SmsView::of(again, &room.app.texts, language)))
}
