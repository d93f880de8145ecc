//! `DELETE /api/v1/account/sign-ins/current`

use crate::http::Room;
use crate::model::AccountRefusal;
use crate::ops::end_sign_in::run;
use axum::extract::State;
use kernel::Caller;
use web::{Answer, Problem, SignedIn, done};

/// Signs out: ends the sign-in this request was made with.
#[utoipa::path(delete, path = "/api/v1/account/sign-ins/current", tag = "account", security(("token" = [])),
    responses((status = 204, description = "The token is no longer accepted.")))]
pub(in crate::http) async fn end_current(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<()> {
    let Caller::User { sign_in_id, .. } = cx.caller else {
        return Err(Problem::refused(AccountRefusal::SignInNeeded));
    };
    room.app.store.write(&cx, sign_in_id, |tx, cx, id| Box::pin(run(tx, cx, id))).await?;
    Ok(done())
}
