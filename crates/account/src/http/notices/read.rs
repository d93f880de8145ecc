//! `POST /api/v1/account/notices/{notice_id}/read`

use crate::http::Room;
use crate::model::NoticeId;
use crate::ops::bell::mark_read as run;
use axum::extract::State;
use web::{Answer, Ids, SignedIn, done};

/// Marks a notice as seen.
#[utoipa::path(post, path = "/api/v1/account/notices/{notice_id}/read", tag = "account",
    security(("token" = [])), params(("notice_id" = String, Path)),
    responses((status = 204, description = "Seen.")))]
pub(in crate::http) async fn read(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(notice_id): Ids<NoticeId>,
) -> Answer<()> {
    room.app.store.write(&cx, Some(notice_id), |tx, cx, which| Box::pin(run(tx, cx, which))).await?;
    Ok(done())
}
