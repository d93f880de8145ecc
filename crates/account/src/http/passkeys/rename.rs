//! `PUT /api/v1/account/passkeys/{passkey_id}`

use crate::http::Room;
use crate::model::{PasskeyId, PersonTitle};
use crate::ops::passkey;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, done};

/// A passkey's name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PasskeyNameBody {
    /// What the person calls it: «Ноутбук».
    pub name: String,
}

impl RequestBody for PasskeyNameBody {}

/// Calls a passkey of the caller's by another name; another person's is not found.
#[utoipa::path(put, path = "/api/v1/account/passkeys/{passkey_id}", tag = "account", security(("token" = [])),
    params(("passkey_id" = String, Path)), request_body = PasskeyNameBody,
    responses((status = 204, description = "It is called so.")))]
pub(in crate::http) async fn rename(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(passkey_id): Ids<PasskeyId>,
    body: Limited<PasskeyNameBody>,
) -> Answer<()> {
    let name = PersonTitle::parse(&body.name).map_err(Problem::refused)?;
    room.app.store.write(&cx, (passkey_id, name), |tx, cx, named| Box::pin(passkey::rename(tx, cx, named))).await?;
    Ok(done())
}
