//! The feed.

use axum::extract::State;
use kernel::BoxId;
use web::{Answer, Ids, PageQuery, SignedIn, ok};

use super::views::{EventView, PageView};
use crate::ops::read;
use crate::room::Room;

/// Events of a box after a cursor, oldest first. Append-only and without gaps; ask again with the last cursor.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/events",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = PageView<EventView>))
)]
pub(crate) async fn list_events(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<EventView>> {
    let page = read::list_events(&room, &cx, box_id, &page).await?;
    Ok(ok(PageView::of(page, EventView::from)))
}
