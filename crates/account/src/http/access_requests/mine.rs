//! `GET /api/v1/account/access-requests`

use crate::http::Room;
use crate::http::people_views::OwnAccessRequestView;
use crate::ops::ask_access;
use axum::extract::State;
use web::{Answer, PageQuery, PageView, SignedIn, ok};

/// The caller's own requests for access.
#[utoipa::path(get, path = "/api/v1/account/access-requests", tag = "account",
    security(("token" = [])), params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<OwnAccessRequestView>)))]
pub(in crate::http) async fn mine(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PageQuery(page): PageQuery,
) -> Answer<PageView<OwnAccessRequestView>> {
    let mut reader = room.app.store.reader().await?;
    let found = ask_access::list_mine(&mut reader, &cx, &page).await?;
    Ok(ok(PageView::of(found, OwnAccessRequestView::from)))
}
