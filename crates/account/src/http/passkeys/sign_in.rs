//! `POST /api/v1/account/sign-ins/passkey/challenges` and `POST /api/v1/account/sign-ins/passkey`

use super::octets;
use crate::http::sign_ins::open::OpenedView;
use crate::http::{Room, problem};
use crate::model::{DeviceWords, Door, SignInKind};
use crate::ops::passkey::{ShownPasskey, challenge, sign_in};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Limited, PeerAddress, Problem, RequestBody, created};

/// What `navigator.credentials.get` needs; `userVerification` is `required`, `allowCredentials` is left out.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct AskedView {
    /// `challenge`, in base64url.
    pub challenge: String,
    /// `rpId`.
    pub rp_id: String,
    /// Until when it may be answered, RFC 3339.
    pub expires_at: String,
}

/// What it answered; octets in base64url.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ShownBody {
    /// As it was given out.
    pub challenge: String,
    /// `rawId`.
    pub credential_id: String,
    /// `response.clientDataJSON`.
    pub client_data: String,
    /// `response.authenticatorData`.
    pub authenticator_data: String,
    /// `response.signature`.
    pub signature: String,
}

impl RequestBody for ShownBody {}

impl ShownBody {
    /// Refuses what is no base64url.
    pub(in crate::http) fn read(self, door: Door) -> Result<ShownPasskey, Problem> {
        Ok(ShownPasskey {
            challenge: self.challenge,
            credential_id: octets(&self.credential_id)?,
            client_data: octets(&self.client_data)?,
            authenticator_data: octets(&self.authenticator_data)?,
            signature: octets(&self.signature)?,
            door,
        })
    }
}

/// A challenge for nobody in particular.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/passkey/challenges", tag = "account",
    responses((status = 201, description = "What a browser needs.", body = AskedView)))]
pub(in crate::http) async fn ask(State(room): State<Room>, Asking(cx): Asking) -> Answer<AskedView> {
    let challenge = challenge(&room.settings, &cx);
    let (rp_id, expires_at) = (room.settings.rp_id().to_owned(), challenge.expires_at().to_rfc3339());
    Ok(created(AskedView { challenge: challenge.code(), rp_id, expires_at }))
}

/// Signs in with a passkey.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/passkey", tag = "account", request_body = ShownBody,
    responses((status = 201, description = "The token, for 24 hours.", body = OpenedView)))]
pub(in crate::http) async fn show(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    device: DeviceWords,
    body: Limited<ShownBody>,
) -> Answer<OpenedView> {
    let shown = body.into_inner().read(Door::new(SignInKind::Api, address, device))?;
    let opened = sign_in(&room.app.store, &room.settings, &cx, shown).await.map_err(problem)?;
    Ok(created(opened.into()))
}
