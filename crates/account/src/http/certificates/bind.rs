//! `POST /api/v1/account/certificates`

use super::signature;
use super::views::{BoundCertificateView, SignedChallengeBody};
use crate::http::Room;
use crate::ops::bind_certificate::{prepare, run};
use axum::extract::State;
use web::{Answer, Limited, Problem, SignedIn, created};

/// Makes a certificate a way in for the caller, who signed a challenge of his own with its key.
#[utoipa::path(post, path = "/api/v1/account/certificates", tag = "account", security(("token" = [])),
    request_body = SignedChallengeBody,
    responses((status = 201, description = "It is bound.", body = BoundCertificateView)))]
pub(in crate::http) async fn bind(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<SignedChallengeBody>,
) -> Answer<BoundCertificateView> {
    let signature = signature(&body.signature).map_err(Problem::refused)?;
    let prepared = prepare((&room.trust, &room.settings), &cx, (&body.challenge, &signature));
    let prepared = prepared.map_err(Problem::refused)?;
    let bound = room.app.store.write(&cx, prepared, |tx, cx, bound| Box::pin(run(tx, cx, bound))).await?;
    Ok(created(bound.into()))
}
