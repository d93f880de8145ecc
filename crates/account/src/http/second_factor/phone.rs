//! `POST /api/v1/account/sign-ins/second/phone`

use crate::http::phone::sign_in::PhoneCodeView;
use crate::http::{Room, problem};
use crate::ops::second_sign_in::ask_phone;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Asking, Language, Limited, RequestBody, ok};

/// A sign-in that waits.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct WaitingBody {
    /// What the sign-in that waits gave.
    pub second: String,
}

impl RequestBody for WaitingBody {}

/// Has a code sent to the phone of who waits, where the phone is one of the second steps.
#[utoipa::path(post, path = "/api/v1/account/sign-ins/second/phone", tag = "account", operation_id = "ask_second_phone_code",
    request_body = WaitingBody,
    responses((status = 200, description = "A code is on its way.", body = PhoneCodeView)))]
pub(in crate::http) async fn ask(
    State(room): State<Room>,
    Asking(cx): Asking,
    language: Language,
    body: Limited<WaitingBody>,
) -> Answer<PhoneCodeView> {
    let code_id = ask_phone(&room.app.store, &cx, &body.second, language).await.map_err(problem)?;
    Ok(ok(code_id.into()))
}
