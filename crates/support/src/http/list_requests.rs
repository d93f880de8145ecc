//! `GET /api/v1/support/requests` and `…/requests/all`

use super::Room;
use super::views::RequestView;
use crate::ops;
use axum::extract::State;
use web::{Answer, PageQuery, PageView, Problem, SignedIn, ok};

/// What the caller told, with the answers, in the order it was filed.
#[utoipa::path(get, path = "/api/v1/support/requests", tag = "support", security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<RequestView>)))]
pub(super) async fn list_requests(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PageQuery(page): PageQuery,
) -> Answer<PageView<RequestView>> {
    let mut reader = room.app.store.reader().await?;
    Ok(ok(PageView::of(ops::list_requests(&mut reader, &cx, &page).await?, RequestView::from)))
}

/// What everybody told. Only for administrators of the host.
#[utoipa::path(get, path = "/api/v1/support/requests/all", tag = "support", security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<RequestView>)))]
pub(super) async fn list_all_requests(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PageQuery(page): PageQuery,
) -> Answer<PageView<RequestView>> {
    room.administrator(&cx).map_err(Problem::refused)?;
    let mut reader = room.app.store.reader().await?;
    Ok(ok(PageView::of(ops::list_all_requests(&mut reader, &page).await?, RequestView::from)))
}
