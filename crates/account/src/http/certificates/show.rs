//! `POST /api/v1/account/sign-ins/certificate`

use super::signature;
use super::views::{ShownView, SignedChallengeBody};
use crate::http::{Room, problem};
use crate::model::{DeviceWords, Door, SignInKind};
use crate::ops::certificate_sign_in::{SignedChallenge, run};
use axum::extract::State;
use web::{Answer, Asking, Limited, PeerAddress, Problem, ok};

/// Signs in with a certificate. Who has no account is proposed one, from what the certificate says.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/certificate", tag = "account",
    request_body = SignedChallengeBody,
    responses((status = 200, description = "The token, for 24 hours, or a proposal.", body = ShownView)))]
pub(in crate::http) async fn show(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    device: DeviceWords,
    body: Limited<SignedChallengeBody>,
) -> Answer<ShownView> {
    let SignedChallengeBody { challenge, signature: text } = body.into_inner();
    let signature = signature(&text).map_err(Problem::refused)?;
    let door = Door::new(SignInKind::Api, address, device);
    let shown = SignedChallenge { code: challenge, signature, door };
    let shown = run(&room.app.store, (&room.trust, &room.settings), &cx, shown).await.map_err(problem)?;
    Ok(ok(shown.into()))
}
