//! `POST /api/v1/account/passkeys/challenges` and `POST /api/v1/account/passkeys`

use super::own::PasskeyView;
use super::{octets, text};
use crate::http::Room;
use crate::ops::passkey::{MadePasskey, begin_making, prepare, run};
use crate::webauthn::ALGORITHMS;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Limited, Problem, RequestBody, SignedIn, created};

/// What `navigator.credentials.create` needs; octets in base64url. `attestation` is `none`, `userVerification` and
/// `residentKey` are `required`.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct MakingView {
    /// `challenge`.
    pub challenge: String,
    /// `rp.id`.
    pub rp_id: String,
    /// `user.id`.
    pub user_handle: String,
    /// `user.name`.
    pub user_name: String,
    /// `user.displayName`.
    pub display_name: String,
    /// `pubKeyCredParams[].alg`, the best first.
    pub algorithms: Vec<i64>,
    /// `excludeCredentials[].id`.
    pub known: Vec<String>,
}

/// What it answered; octets in base64url.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct MadeBody {
    /// As it was given out.
    pub challenge: String,
    /// What the person calls it: «Ноутбук».
    pub name: String,
    /// `response.clientDataJSON`.
    pub client_data: String,
    /// `response.attestationObject`.
    pub attestation: String,
}

impl RequestBody for MadeBody {
    /// An attestation object of 64 KiB in base64.
    const SIZE_BYTES_MAX: usize = 128 * 1024;
}

/// Begins to make a passkey of the caller's.
#[utoipa::path(post, path = "/api/v1/account/passkeys/challenges", tag = "account", security(("token" = [])),
    responses((status = 201, description = "What a browser needs.", body = MakingView)))]
pub(in crate::http) async fn begin(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<MakingView> {
    let mut reader = room.app.store.reader().await?;
    let making = begin_making(&mut reader, &room.settings, &cx).await?;
    let user_name = if making.user.login.is_empty() { making.user.name.clone() } else { making.user.login };
    Ok(created(MakingView {
        challenge: making.challenge.code(),
        rp_id: room.settings.rp_id().to_owned(),
        user_handle: text(making.user.user_id.as_bytes()),
        user_name,
        display_name: making.user.name,
        algorithms: ALGORITHMS.to_vec(),
        known: making.known.iter().map(|id| text(id)).collect(),
    }))
}

/// Makes it a way in.
#[utoipa::path(post, path = "/api/v1/account/passkeys", tag = "account", security(("token" = [])),
    request_body = MadeBody, responses((status = 201, description = "It is.", body = PasskeyView)))]
pub(in crate::http) async fn make(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<MadeBody>,
) -> Answer<PasskeyView> {
    let MadeBody { challenge, name, client_data, attestation } = body.into_inner();
    let (client_data, attestation) = (octets(&client_data)?, octets(&attestation)?);
    let made = MadePasskey { challenge, name, client_data, attestation };
    let prepared = prepare(&room.settings, &cx, &made).map_err(Problem::refused)?;
    let passkey = room.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(run(tx, cx, new))).await?;
    Ok(created(passkey.into()))
}
