//! `POST /api/v1/account/registrations/phone`

use crate::http::phone::sign_in::{PhoneBody, PhoneCodeView};
use crate::http::{Room, problem};
use crate::model::AccountRefusal;
use crate::ops::phone::ask_register;
use crate::settings::Registration;
use axum::extract::State;
use web::{Answer, Asking, Language, Limited, PeerAddress, Problem, ok};

/// Has a code sent to the phone of who registers; it goes with the registration.
#[utoipa::path(post, path = "/api/v1/account/registrations/phone", tag = "account", request_body = PhoneBody,
    responses((status = 200, description = "A code is on its way.", body = PhoneCodeView)))]
pub(in crate::http) async fn ask_phone(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    language: Language,
    body: Limited<PhoneBody>,
) -> Answer<PhoneCodeView> {
    if room.settings.registration == Registration::Closed {
        return Err(Problem::refused(AccountRefusal::RegistrationClosed));
    }
    let PhoneBody { phone } = body.into_inner();
    let code_id = ask_register(&room.app.store, &cx, &phone, (language, address)).await.map_err(problem)?;
    Ok(ok(code_id.into()))
}
