//! `GET /api/v1/account/notices`

use crate::http::Room;
use crate::http::people_views::{BellView, NoticeView};
use crate::ops::bell;
use axum::extract::State;
use web::{Answer, Language, PageQuery, PageView, SignedIn, ok};

/// The caller's notices, the newest first, and how many were not seen. Kept 90 days.
#[utoipa::path(get, path = "/api/v1/account/notices", tag = "account",
    security(("token" = [])), params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = BellView)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<BellView> {
    let mut reader = room.app.store.reader().await?;
    let (found, unread) = bell::list(&mut reader, &cx, &page).await?;
    let PageView { items, next } = PageView::of(found, |notice| NoticeView::of(notice, &room.app.texts, language));
    Ok(ok(BellView { items, next, unread }))
}
