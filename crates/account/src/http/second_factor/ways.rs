//! `PUT /api/v1/account/second-factor/ways`

use super::set_up::RecoveryCodesView;
use crate::http::{Room, problem};
use crate::model::{RecoveryCode, SecondWay};
use crate::ops::second_ways::choose;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Limited, RequestBody, SignedIn, ok};

/// Which of the things a person has make the second step.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct WaysBody {
    /// The present password; left out by who has none.
    #[serde(default)]
    pub password: String,
    /// A code sent to the confirmed phone.
    pub phone: bool,
    /// A passkey.
    pub passkey: bool,
}

impl RequestBody for WaysBody {}

/// Makes the phone, a passkey, both or neither a second step after the password, beside the generator. Who had no recovery
/// codes gets ten, shown this once.
#[utoipa::path(put, path = "/api/v1/account/second-factor/ways", tag = "account", operation_id = "choose_second_ways",
    security(("token" = [])),
    request_body = WaysBody,
    responses((status = 200, description = "Recovery codes, where there were none.", body = RecoveryCodesView)))]
pub(in crate::http) async fn set(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<WaysBody>,
) -> Answer<RecoveryCodesView> {
    let WaysBody { password, phone, passkey } = body.into_inner();
    let chosen = [(phone, SecondWay::Phone), (passkey, SecondWay::Passkey)];
    let chosen = chosen.into_iter().filter_map(|(is_chosen, way)| is_chosen.then_some(way)).collect();
    let codes = choose((&room.app.store, &room.passwords), &cx, password, chosen).await.map_err(problem)?;
    Ok(ok(RecoveryCodesView { codes: codes.iter().map(RecoveryCode::reveal).collect() }))
}
