//! `DELETE /api/v1/account/certificates/{binding_id}`

use crate::http::Room;
use crate::model::BindingId;
use crate::ops::bind_certificate::unbind as run;
use axum::extract::State;
use web::{Answer, Ids, SignedIn, done};

/// The certificate is no way in any more; another person's is not found.
#[utoipa::path(delete, path = "/api/v1/account/certificates/{binding_id}", tag = "account", security(("token" = [])),
    params(("binding_id" = String, Path)), responses((status = 204, description = "It is not.")))]
pub(in crate::http) async fn unbind(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(binding_id): Ids<BindingId>,
) -> Answer<()> {
    room.app.store.write(&cx, binding_id, |tx, cx, id| Box::pin(run(tx, cx, *id))).await?;
    Ok(done())
}
