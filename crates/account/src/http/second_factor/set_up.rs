//! `…/api/v1/account/second-factor…`: what the caller has, a generator of codes, recovery codes.

use crate::http::{Room, problem};
use crate::ops::second_factor::{begin_totp, confirm_totp, remove, renew_codes, state};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Limited, RequestBody, SignedIn, created, done, ok};

/// What the caller has.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SecondFactorView {
    /// A generator of codes is in use.
    pub has_totp: bool,
    /// A code sent to the phone is one of the second steps.
    pub has_phone: bool,
    /// A passkey is one.
    pub has_passkey: bool,
    /// Recovery codes that are left.
    pub recovery_codes: i64,
}

/// The present password again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct PasswordBody {
    /// The present password; left out by who has none.
    #[serde(default)]
    pub password: String,
}

impl RequestBody for PasswordBody {}

/// A generator that waits for its first code.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct NewTotpView {
    /// To be typed into the generator; shown this once.
    pub secret: String,
    /// The same as an address for a picture.
    pub address: String,
}

/// A code of the generator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct CodeBody {
    /// Six digits.
    pub code: String,
}

impl RequestBody for CodeBody {}

/// Codes for the day the phone is lost, each for one sign-in; shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct RecoveryCodesView {
    /// Ten of them.
    pub codes: Vec<String>,
}

/// What the caller has beside the password.
#[utoipa::path(get, path = "/api/v1/account/second-factor", tag = "account", security(("token" = [])),
    responses((status = 200, description = "What there is.", body = SecondFactorView)))]
pub(in crate::http) async fn show(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<SecondFactorView> {
    let mut reader = room.app.store.reader().await?;
    let state = state(&mut reader, &cx).await?;
    Ok(ok(SecondFactorView {
        has_totp: state.has_totp,
        has_phone: state.has_phone,
        has_passkey: state.has_passkey,
        recovery_codes: state.recovery_codes,
    }))
}

/// Makes a generator of codes (RFC 6238), to be taken into use by its first code.
#[utoipa::path(post, path = "/api/v1/account/second-factor/totp", tag = "account", security(("token" = [])),
    request_body = PasswordBody, responses((status = 201, description = "Its secret.", body = NewTotpView)))]
pub(in crate::http) async fn begin(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<PasswordBody>,
) -> Answer<NewTotpView> {
    let at = (&room.app.store, &room.passwords);
    let new = begin_totp(at, &room.settings, &cx, body.into_inner().password).await.map_err(problem)?;
    let host = room.settings.host();
    Ok(created(NewTotpView { secret: new.secret.base32(), address: new.secret.address(host, &new.who) }))
}

/// Takes the generator into use.
#[utoipa::path(post, path = "/api/v1/account/second-factor/totp/confirm", tag = "account", security(("token" = [])),
    request_body = CodeBody, responses((status = 201, description = "Recovery codes.", body = RecoveryCodesView)))]
pub(in crate::http) async fn confirm(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<CodeBody>,
) -> Answer<RecoveryCodesView> {
    let codes = confirm_totp(&room.app.store, &room.settings, &cx, &body.code).await.map_err(problem)?;
    Ok(created(RecoveryCodesView { codes: codes.iter().map(crate::model::RecoveryCode::reveal).collect() }))
}

/// New recovery codes; those before are worth nothing.
#[utoipa::path(post, path = "/api/v1/account/second-factor/recovery-codes", tag = "account",
    security(("token" = [])), request_body = PasswordBody,
    responses((status = 201, description = "Recovery codes.", body = RecoveryCodesView)))]
pub(in crate::http) async fn renew(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<PasswordBody>,
) -> Answer<RecoveryCodesView> {
    let at = (&room.app.store, &room.passwords);
    let codes = renew_codes(at, &cx, body.into_inner().password).await.map_err(problem)?;
    Ok(created(RecoveryCodesView { codes: codes.iter().map(crate::model::RecoveryCode::reveal).collect() }))
}

/// Takes the second factor away: generator, recovery codes and remembered devices.
#[utoipa::path(post, path = "/api/v1/account/second-factor/remove", tag = "account", security(("token" = [])),
    request_body = PasswordBody, responses((status = 204, description = "The password alone signs in.")))]
pub(in crate::http) async fn take_away(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<PasswordBody>,
) -> Answer<()> {
    remove((&room.app.store, &room.passwords), &cx, body.into_inner().password).await.map_err(problem)?;
    Ok(done())
}
