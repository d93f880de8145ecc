//! `GET /api/v1/account/contact`, `PUT /api/v1/account/phone` and `POST /api/v1/account/phone/confirm`

use super::sign_in::{PhoneCodeView, TypedCodeBody};
use crate::http::users::register::PhoneProofBody;
use crate::http::{Room, problem};
use crate::model::{DeviceWords, Door, SignInKind};
use crate::ops::phone::{ask_set, set};
use crate::ops::read;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Language, Limited, PeerAddress, RequestBody, SignedIn, done, ok};

/// How the caller is reached, and what of it is proven.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ContactView {
    /// When the present address was proven, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_confirmed_at: Option<String>,
    /// The phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When it was proven, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_confirmed_at: Option<String>,
}

/// A phone that is to become the caller's.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct SetPhoneBody {
    /// With the country's code; a Russian number may begin with 8.
    pub phone: String,
    /// The present password; left out by who has none.
    #[serde(default)]
    pub password: String,
}

impl RequestBody for SetPhoneBody {}

/// How the caller is reached.
#[utoipa::path(get, path = "/api/v1/account/contact", tag = "account", security(("token" = [])),
    responses((status = 200, description = "What is known.", body = ContactView)))]
pub(in crate::http) async fn contact(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<ContactView> {
    let mut reader = room.app.store.reader().await?;
    let known = read::my_contact(&mut reader, &cx).await?;
    Ok(ok(ContactView {
        email_confirmed_at: known.email_confirmed_at.map(kernel::Moment::to_rfc3339),
        phone: known.phone,
        phone_confirmed_at: known.phone_confirmed_at.map(kernel::Moment::to_rfc3339),
    }))
}

/// Has a code sent to a phone that is to become the caller's.
#[utoipa::path(put, path = "/api/v1/account/phone", tag = "account", security(("token" = [])),
    request_body = SetPhoneBody, responses((status = 200, description = "A code is on its way.", body = PhoneCodeView)))]
pub(in crate::http) async fn ask(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    body: Limited<SetPhoneBody>,
) -> Answer<PhoneCodeView> {
    let SetPhoneBody { phone, password } = body.into_inner();
    let at = (&room.app.store, &room.passwords);
    let code_id = ask_set(at, &cx, (&phone, password), language).await.map_err(problem)?;
    Ok(ok(code_id.into()))
}

/// Makes the phone the caller's, by the code.
#[utoipa::path(post, path = "/api/v1/account/phone/confirm", tag = "account", security(("token" = [])),
    request_body = PhoneProofBody, responses((status = 204, description = "The phone is the caller's.")))]
pub(in crate::http) async fn confirm(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PeerAddress(address): PeerAddress,
    device: DeviceWords,
    body: Limited<PhoneProofBody>,
) -> Answer<()> {
    let PhoneProofBody { code_id, code, take_over } = body.into_inner();
    let typed = TypedCodeBody { code_id, code, device: None };
    let shown = typed.typed(Door::new(SignInKind::Api, address, device))?;
    set(&room.app.store, &room.settings, &cx, (shown, take_over)).await.map_err(problem)?;
    Ok(done())
}
