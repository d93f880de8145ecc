//! `POST /api/v1/account/sign-ins/phone` and `POST /api/v1/account/sign-ins/phone/confirm`

use crate::http::second_factor::sign_in::BegunView;
use crate::http::{Room, problem};
use crate::model::{AccountRefusal, DeviceWords, Door, PhoneCodeId, SignInKind};
use crate::ops::phone::{TypedCode, ask_sign_in, sign_in};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Language, Limited, PeerAddress, Problem, RequestBody, ok};

/// A phone.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PhoneBody {
    /// With the country's code; a Russian number may begin with 8.
    pub phone: String,
}

impl RequestBody for PhoneBody {}

/// A code that is on its way, if the phone is anybody's.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct PhoneCodeView {
    /// Sent back with the code.
    pub code_id: String,
}

impl From<PhoneCodeId> for PhoneCodeView {
    fn from(code_id: PhoneCodeId) -> Self {
        Self { code_id: code_id.to_string() }
    }
}

/// A code as typed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct TypedCodeBody {
    /// Which.
    pub code_id: String,
    /// Six digits.
    pub code: String,
    /// The token of a remembered device.
    #[serde(default)]
    pub device: Option<String>,
}

impl RequestBody for TypedCodeBody {}

impl TypedCodeBody {
    /// What is no id of a code is the id of none.
    pub(super) fn typed(self, door: Door) -> Result<TypedCode, Problem> {
        let code_id = self.code_id.parse::<PhoneCodeId>();
        let code_id = code_id.map_err(|_| Problem::refused(AccountRefusal::ChallengeOver))?;
        Ok(TypedCode { code_id, digits: self.code, door: Door { remembered: self.device, ..door } })
    }
}

/// Has a code sent to a phone. Whether the phone is anybody's is not told, neither by the answer nor by its time.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/phone", tag = "account", request_body = PhoneBody,
    responses((status = 200, description = "A code is on its way, if the phone is anybody's.", body = PhoneCodeView)))]
pub(in crate::http) async fn ask(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    language: Language,
    body: Limited<PhoneBody>,
) -> Answer<PhoneCodeView> {
    let code_id = ask_sign_in(&room.app.store, &cx, &body.phone, (language, address)).await.map_err(problem)?;
    Ok(ok(code_id.into()))
}

/// Signs in with the code.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/phone/confirm", tag = "account", request_body = TypedCodeBody,
    responses((status = 200, description = "The token, for 24 hours, or what the second factor is shown with.",
               body = BegunView)))]
pub(in crate::http) async fn confirm(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    device: DeviceWords,
    body: Limited<TypedCodeBody>,
) -> Answer<BegunView> {
    let shown = body.into_inner().typed(Door::new(SignInKind::Api, address, device))?;
    let begun = sign_in(&room.app.store, &room.settings, &cx, shown).await.map_err(problem)?;
    Ok(ok(begun.into()))
}
