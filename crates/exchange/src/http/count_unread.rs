//! How many incoming documents wait to be read.

use axum::extract::State;
use kernel::BoxId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, SignedIn, ok};

use crate::ops::readings;
use crate::room::Room;

/// What the person has not opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnreadView {
    /// Incoming documents of the last 90 days, counted up to 1000.
    pub count: i64,
    /// False when there are this many or more.
    pub is_exact: bool,
}

/// How many incoming documents the person who asks has not opened.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/readings/unread",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path)),
    responses((status = 200, body = UnreadView))
)]
pub(crate) async fn count_unread(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
) -> Answer<UnreadView> {
    let found = readings::count_unread(&room, &cx, box_id).await?;
    Ok(ok(UnreadView { count: found.count, is_exact: found.is_exact }))
}
