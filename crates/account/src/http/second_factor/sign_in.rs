//! `POST /api/v1/account/sign-ins/password` and `POST /api/v1/account/sign-ins/second`

use crate::http::sign_ins::open::{ClientBody, OpenedView};
use crate::http::{Room, problem};
use crate::model::{DeviceWords, Door, SignInKind};
use crate::ops::second_sign_in::{Begun, SecondFactor, SecondOpened, run};
use crate::ops::sign_in::{ClientProof, PasswordSignIn, begin_with_password};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Limited, PeerAddress, RequestBody, ok};

/// How far a sign-in has come: one of the two.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct BegunView {
    /// The sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<OpenedView>,
    /// It waits 10 minutes for a second factor, shown with this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
}

impl From<Begun> for BegunView {
    fn from(begun: Begun) -> Self {
        match begun {
            Begun::Opened(opened) => Self { opened: Some(opened.into()), second: None },
            Begun::Second(token) => Self { opened: None, second: Some(token.reveal().to_owned()) },
        }
    }
}

/// Login and password, and the token of a remembered device.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct BeginBody {
    /// E-mail address.
    pub login: String,
    /// Password.
    pub password: String,
    /// The integrator's program, if one signs the person in.
    #[serde(default)]
    pub client: Option<ClientBody>,
    /// The token of a remembered device.
    #[serde(default)]
    pub device: Option<String>,
}

impl RequestBody for BeginBody {}

/// Begins to sign in with a password: as `POST …/sign-ins`, but with a place for a second factor.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/password", tag = "account", request_body = BeginBody,
    responses((status = 200, description = "The token, for 24 hours, or what the second factor is shown with.",
               body = BegunView)))]
pub(in crate::http) async fn begin(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    words: DeviceWords,
    body: Limited<BeginBody>,
) -> Answer<BegunView> {
    let BeginBody { login, password, client, device } = body.into_inner();
    let door = Door { remembered: device, ..Door::new(SignInKind::Api, address, words) };
    let shown = PasswordSignIn { login, password, door, client: client.map(ClientProof::from) };
    let begun = begin_with_password(&room.app.store, &room.passwords, &cx, shown).await;
    Ok(ok(begun.map_err(problem)?.into()))
}

/// A second factor.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct SecondBody {
    /// What the sign-in that waits gave.
    pub second: String,
    /// Six digits of the generator, or a recovery code.
    pub code: String,
    /// Remember this device for 30 days.
    #[serde(default)]
    pub remember: bool,
}

impl RequestBody for SecondBody {}

/// A sign-in that was finished.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SecondOpenedView {
    /// The sign-in.
    pub opened: OpenedView,
    /// What this device shows the next time; shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
}

impl From<SecondOpened> for SecondOpenedView {
    fn from(finished: SecondOpened) -> Self {
        let device = finished.device.map(|token| token.reveal().to_owned());
        Self { opened: finished.opened.into(), device }
    }
}

/// Finishes a sign-in that waits for a second factor.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/second", tag = "account", request_body = SecondBody,
    responses((status = 200, description = "The token, for 24 hours.", body = SecondOpenedView)))]
pub(in crate::http) async fn second(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    words: DeviceWords,
    body: Limited<SecondBody>,
) -> Answer<SecondOpenedView> {
    let SecondBody { second, code, remember } = body.into_inner();
    let door = Door::new(SignInKind::Api, address, words);
    let shown = SecondFactor { token: second, code, remember, door };
    let finished = run(&room.app.store, &room.settings, &cx, shown).await.map_err(problem)?;
    Ok(ok(finished.into()))
}
