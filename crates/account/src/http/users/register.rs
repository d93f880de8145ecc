//! `POST /api/v1/account/users`

use crate::http::views::UserView;
use crate::http::{Room, problem};
use crate::model::AccountRefusal;
use crate::ops::phone::{PhoneProof, prove};
use crate::ops::register::{NewUser, count, prepare, run};
use crate::settings::Registration;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Asking, Limited, PeerAddress, Problem, RequestBody, created};

/// A person who wants to be a user.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewUserBody {
    /// E-mail address.
    pub login: String,
    /// What others will call the person.
    pub name: String,
    /// 10 to 256 characters that are not the login.
    pub password: String,
    /// A phone proven by the code that `POST /api/v1/account/registrations/phone` had sent to it.
    #[serde(default)]
    pub phone: Option<PhoneProofBody>,
}

/// The code of a phone, as typed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PhoneProofBody {
    /// Which code.
    pub code_id: String,
    /// Six digits.
    pub code: String,
    /// The number is taken, be it another account's; without it such a number is refused as `account.phone.of-another`.
    #[serde(default)]
    pub take_over: bool,
}

impl PhoneProofBody {
    /// Refuses an id that no code can have as one that is over.
    pub(in crate::http) fn proof(self) -> Result<PhoneProof, Problem> {
        let code_id = self.code_id.parse().map_err(|_| Problem::refused(AccountRefusal::ChallengeOver))?;
        Ok(PhoneProof { code_id, digits: self.code, takes_over: self.take_over })
    }
}

impl RequestBody for NewUserBody {}
impl RequestBody for PhoneProofBody {}

/// Becomes a user at once. Asked again, it says that the login is taken; a host that minds has addresses proven first,
/// by `POST /api/v1/account/registrations`.
#[utoipa::path(post, path = "/api/v1/account/users", tag = "account", request_body = NewUserBody,
    responses((status = 201, description = "The user, active at once.", body = UserView)))]
pub(in crate::http) async fn register(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    body: Limited<NewUserBody>,
) -> Answer<UserView> {
    match room.settings.registration {
        Registration::Open => {}
        Registration::Confirmed => return Err(Problem::refused(AccountRefusal::RegistrationByLetter)),
        Registration::Closed => return Err(Problem::refused(AccountRefusal::RegistrationClosed)),
    }
    count(&room.app.store, &cx, address).await.map_err(problem)?;
    let NewUserBody { login, name, password, phone } = body.into_inner();
    let proof = phone.map(PhoneProofBody::proof).transpose()?;
    let prepared = prepare(&room.passwords, &cx, NewUser { login, name, password }).await.map_err(problem)?;
    let phone = match &proof {
        Some(proof) => Some(prove(&room.app.store, &room.settings, &cx, proof).await.map_err(problem)?),
        None => None,
    };
    let prepared = prepared.with_phone(phone);
    let user = room.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(run(tx, cx, new))).await?;
    Ok(created(user.into()))
}
