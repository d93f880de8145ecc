//! `POST /api/v1/account/registrations`

use crate::http::users::register::{NewUserBody, PhoneProofBody};
use crate::http::{Room, problem};
use crate::model::AccountRefusal;
use crate::ops::ask_registration::run;
use crate::ops::register::NewUser;
use crate::settings::Registration;
use axum::extract::State;
use web::{Answer, Asking, Language, Limited, PeerAddress, Problem, done};

/// Asks to be a user. A letter goes to the address: with a link that makes the user, or, where the address has a user
/// already, that says so. The answer is the same for both.
#[utoipa::path(post, path = "/api/v1/account/registrations", tag = "account", request_body = NewUserBody,
    responses((status = 204, description = "A letter is on its way to the address.")))]
pub(in crate::http) async fn ask(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    language: Language,
    body: Limited<NewUserBody>,
) -> Answer<()> {
    if room.settings.registration == Registration::Closed {
        return Err(Problem::refused(AccountRefusal::RegistrationClosed));
    }
    let NewUserBody { login, name, password, phone } = body.into_inner();
    let new = (NewUser { login, name, password }, phone.map(PhoneProofBody::proof).transpose()?);
    let with = (&room.passwords, room.settings.as_ref());
    run(&room.app.store, with, &cx, new, (language, address)).await.map_err(problem)?;
    Ok(done())
}
