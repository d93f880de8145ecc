//! `PUT /api/v1/account/me/profile`

use super::ProfileView;
use crate::http::Room;
use crate::model::{PersonTitle, Profile};
use crate::ops::profile::change as run;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Limited, Problem, RequestBody, SignedIn, ok};

/// How the caller is called and likes the program from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ProfileBody {
    /// 1 to 200 characters on one line.
    pub name: String,
    /// `ru` or `en`.
    pub language: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// A name of the IANA time zone database, such as `Europe/Moscow`.
    pub time_zone: String,
}

impl RequestBody for ProfileBody {}

/// Replaces the caller's name and profile.
#[utoipa::path(put, path = "/api/v1/account/me/profile", tag = "account",
    security(("token" = [])), request_body = ProfileBody,
    responses((status = 200, description = "The profile.", body = ProfileView)))]
pub(in crate::http) async fn change(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<ProfileBody>,
) -> Answer<ProfileView> {
    let name = PersonTitle::parse(&body.name).map_err(Problem::refused)?;
    let profile = Profile::parse(&body.language, &body.theme, &body.time_zone).map_err(Problem::refused)?;
    let changed = room.app.store.write(&cx, (name, profile), |tx, cx, to| Box::pin(run(tx, cx, to))).await?;
    Ok(ok(changed.into()))
}
