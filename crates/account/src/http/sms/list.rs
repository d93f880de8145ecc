//! `GET /api/v1/account/organizations/{organization_id}/sms`

use crate::http::Room;
use crate::http::letters::SmsView;
use crate::model::Permission;
use crate::scope::authorize;
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, Language, PageQuery, PageView, SignedIn, ok};

/// The organization's outbox of SMS, without their texts; needs `administer`. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/sms", tag = "account",
    security(("token" = [])), operation_id = "list_sms",
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<SmsView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<SmsView>> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;

    let found = post::list_sms(&mut reader, scope.organization_id(), &page).await?;
    Ok(ok(PageView::of(found, |one| SmsView::of(one, &room.app.texts, language).without_text())))
}
