//! `DELETE /api/v1/account/access-requests/{access_request_id}`

use crate::http::Room;
use crate::model::AccessRequestId;
use crate::ops::ask_access::withdraw as run;
use axum::extract::State;
use web::{Answer, Ids, SignedIn, done};

/// Takes the caller's own request back.
#[utoipa::path(delete, path = "/api/v1/account/access-requests/{access_request_id}", tag = "account",
    security(("token" = [])), params(("access_request_id" = String, Path)),
    responses((status = 204, description = "Nobody will decide it.")))]
pub(in crate::http) async fn withdraw(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(access_request_id): Ids<AccessRequestId>,
) -> Answer<()> {
    room.app.store.write(&cx, access_request_id, |tx, cx, id| Box::pin(run(tx, cx, id))).await?;
    Ok(done())
}
