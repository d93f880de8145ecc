//! `GET /api/v1/account/organizations/{organization_id}/sms/{sms_id}`

use crate::http::Room;
use crate::http::letters::SmsView;
use crate::model::{AccountRefusal, Permission};
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use post::SmsId;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

/// An SMS with its text; needs `administer`. Where no gateway is set, this is how it reaches its reader.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/sms/{sms_id}", tag = "account",
    security(("token" = [])), operation_id = "get_sms",
    params(("organization_id" = String, Path), ("sms_id" = String, Path)),
    responses((status = 200, description = "The SMS.", body = SmsView)))]
pub(in crate::http) async fn get(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, sms_id)): Ids<(OrganizationId, SmsId)>,
    language: Language,
) -> Answer<SmsView> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;

    let found = post::find_sms(&mut reader, scope.organization_id(), sms_id).await?;
    let found = found.ok_or_else(|| Problem::refused(AccountRefusal::not_found("sms")))?;
    Ok(ok(SmsView::of(found, &room.app.texts, language)))
}
