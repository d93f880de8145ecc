//! `GET /api/v1/account/outbox/sms/{sms_id}`

use crate::http::Room;
use crate::http::letters::SmsView;
use crate::model::AccountRefusal;
use axum::extract::State;
use post::SmsId;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

/// An SMS with its text; only for administrators of the installation. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/outbox/sms/{sms_id}", tag = "account",
    security(("token" = [])), operation_id = "host_get_sms",
    params(("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS.", body = SmsView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(sms_id): Ids<SmsId>,
    language: Language,
) -> Answer<SmsView> {
    room.settings.demand_administrator(&cx).map_err(Problem::refused)?;
    let mut reader = room.app.store.reader().await?;
    let found = post::find_sms(&mut reader, post::installation(), sms_id).await?;
    let found = found.ok_or_else(|| Problem::refused(AccountRefusal::not_found("sms")))?;
    Ok(ok(SmsView::of(found, &room.app.texts, language)))
}
