//! `DELETE /api/v1/account/sign-ins/{sign_in_id}`

use crate::http::Room;
use crate::ops::end_sign_in::run;
use axum::extract::State;
use kernel::SignInId;
use web::{Answer, Ids, SignedIn, done};

/// Ends one of the caller's sign-ins; another person's is not found.
#[utoipa::path(delete, path = "/api/v1/account/sign-ins/{sign_in_id}", tag = "account", security(("token" = [])),
    params(("sign_in_id" = String, Path)), responses((status = 204, description = "It has ended.")))]
pub(in crate::http) async fn end(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(sign_in_id): Ids<SignInId>,
) -> Answer<()> {
    room.app.store.write(&cx, sign_in_id, |tx, cx, id| Box::pin(run(tx, cx, id))).await?;
    Ok(done())
}
