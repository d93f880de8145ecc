//! `POST /api/v1/account/sign-ins/password` and `POST /api/v1/account/sign-ins/second`

use crate::http::passkeys::sign_in::ShownBody;
use crate::http::sign_ins::open::{ClientBody, OpenedView};
use crate::http::{Room, problem};
use crate::model::{AccountRefusal, DeviceWords, Digits, Door, PhoneCodeId, SignInKind};
use crate::ops::second_sign_in::{Begun, SecondFactor, SecondOpened, SecondShown, Waiting, run};
use crate::ops::sign_in::{ClientProof, PasswordSignIn, begin_with_password};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Limited, PeerAddress, Problem, RequestBody, ok};

/// How far a sign-in has come: one of the two.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct BegunView {
    /// The sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<OpenedView>,
    /// It waits 10 minutes for a second factor, shown with this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
    /// What it can be: `totp`, `phone`, `passkey`; a recovery code always can.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub second_ways: Vec<&'static str>,
    /// The last two digits of the phone that a code would be sent to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_ending: Option<String>,
}

impl From<Begun> for BegunView {
    fn from(begun: Begun) -> Self {
        match begun {
            Begun::Opened(opened) => {
                Self { opened: Some(opened.into()), second: None, second_ways: Vec::new(), phone_ending: None }
            }
            Begun::Second(Waiting { token, ways }) => Self {
                opened: None,
                second: Some(token.reveal().to_owned()),
                phone_ending: ways.phone_ending().map(str::to_owned),
                second_ways: ways.ways.iter().map(|way| way.word()).collect(),
            },
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
    /// Six digits of the generator, a recovery code, or, with `code_id`, the code that was sent to the phone.
    #[serde(default)]
    pub code: String,
    /// Which code was sent to the phone.
    #[serde(default)]
    pub code_id: Option<String>,
    /// What an authenticator answered to a challenge of `POST …/sign-ins/passkey/challenges`.
    #[serde(default)]
    pub passkey: Option<ShownBody>,
    /// Remember this device for 30 days.
    #[serde(default)]
    pub remember: bool,
}

impl RequestBody for SecondBody {}

impl SecondBody {
    fn read(self, door: Door) -> Result<SecondFactor, Problem> {
        let shown = match (self.passkey, self.code_id) {
            (Some(passkey), _) => SecondShown::Passkey(Box::new(passkey.read(door.clone())?)),
            (None, Some(code_id)) => {
                let code_id = code_id.parse::<PhoneCodeId>();
                let code_id = code_id.map_err(|_| Problem::refused(AccountRefusal::ChallengeOver))?;
                SecondShown::Phone { code_id, digits: Digits::typed(&self.code) }
            }
            (None, None) => SecondShown::Code(self.code),
        };
        Ok(SecondFactor { token: self.second, shown, remember: self.remember, door })
    }
}

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
    let shown = body.into_inner().read(Door::new(SignInKind::Api, address, words))?;
    let finished = run(&room.app.store, &room.settings, &cx, shown).await.map_err(problem)?;
    Ok(ok(finished.into()))
}
