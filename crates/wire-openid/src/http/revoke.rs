//! `POST /connect/revocation` (RFC 7009).

use super::posted::Posted;
use crate::client;
use crate::ops::{end, keys};
use crate::surface::Surface;
use axum::extract::State;
use http::StatusCode;
use web::Problem;

/// Ends the grant of a token of either kind. Another program's token and an unknown one are answered alike, with 200.
pub async fn revoke(State(surface): State<Surface>, Posted { head, form }: Posted) -> Result<StatusCode, Problem> {
    let client = client::find(&surface, &head.headers, &form).await?;
    let token = form.need("token").map_err(Problem::refused)?.to_owned();
    let shown = (client.client.client_id, token);
    let ended = surface.app.store.write(&head.cx, shown, |tx, cx, shown| Box::pin(end::by_token(tx, cx, shown)));
    ended.await.map_err(keys::of_fault)?;
    Ok(StatusCode::OK)
}
