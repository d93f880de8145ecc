//! `POST /api/v1/account/sign-ins/certificate/challenges` and `POST /api/v1/account/certificates/challenges`

use super::views::ChallengeView;
use crate::http::Room;
use crate::ops::{bind_certificate, certificate_sign_in};
use axum::extract::State;
use web::{Answer, Asking, Problem, SignedIn, created};

/// A text for nobody in particular, to be signed with the key of a certificate within 5 minutes.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/certificate/challenges", tag = "account",
    responses((status = 201, description = "The text.", body = ChallengeView)))]
pub(in crate::http) async fn to_sign_in(State(room): State<Room>, Asking(cx): Asking) -> Answer<ChallengeView> {
    Ok(created(certificate_sign_in::challenge(&room.settings, &cx).into()))
}

/// A text for the caller, to be signed with the key of a certificate that is to become a way in.
#[utoipa::path(post, path = "/api/v1/account/certificates/challenges", tag = "account", security(("token" = [])),
    responses((status = 201, description = "The text.", body = ChallengeView)))]
pub(in crate::http) async fn to_bind(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<ChallengeView> {
    let challenge = bind_certificate::challenge(&room.settings, &cx).map_err(Problem::refused)?;
    Ok(created(challenge.into()))
}
