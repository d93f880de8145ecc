//! `GET /api/v1/account/outbox/sms`

use crate::http::Room;
use crate::http::letters::SmsView;
use axum::extract::State;
use web::{Answer, Language, PageQuery, PageView, Problem, SignedIn, ok};

/// The installation's outbox of SMS, without their texts; only for administrators of the installation. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/outbox/sms", tag = "account",
    security(("token" = [])), operation_id = "host_list_sms",
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<SmsView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<SmsView>> {
    room.settings.demand_administrator(&cx).map_err(Problem::refused)?;
    let mut reader = room.app.store.reader().await?;
    let found = post::list_sms(&mut reader, post::installation(), &page).await?;
    Ok(ok(PageView::of(found, |one| SmsView::of(one, &room.app.texts, language).without_text())))
}
