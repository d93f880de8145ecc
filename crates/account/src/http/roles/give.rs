//! `PUT /api/v1/account/organizations/{organization_id}/members/{user_id}/roles`

use crate::http::Room;
use crate::limits::ROLES_MAX;
use crate::model::{AccountRefusal, RoleKey};
use crate::ops::give_roles::{GivenRoles, run};
use axum::extract::State;
use kernel::{OrganizationId, UserId};
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, done};

/// Roles of a member, replacing those before.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct GivenRolesBody {
    /// Keys of built-in roles and ids of own ones; at most 100.
    pub roles: Vec<String>,
}

impl RequestBody for GivenRolesBody {}

/// Reads keys of roles. Refuses one nobody can have, and more than 100.
pub(in crate::http) fn read_roles(named: &[String]) -> Result<BTreeSet<RoleKey>, Problem> {
    if named.len() > ROLES_MAX {
        return Err(Problem::refused(AccountRefusal::TooMany { what: "roles of a member", max: ROLES_MAX }));
    }
    let roles: Result<_, _> = named.iter().map(|key| RoleKey::parse(key)).collect();
    roles.map_err(Problem::refused)
}

/// Says which roles a member has; needs `administer`. One administrator always remains.
#[utoipa::path(put, path = "/api/v1/account/organizations/{organization_id}/members/{user_id}/roles", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("user_id" = String, Path)), request_body = GivenRolesBody,
    responses((status = 204, description = "So it is.")))]
pub(in crate::http) async fn give(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, user_id)): Ids<(OrganizationId, UserId)>,
    body: Limited<GivenRolesBody>,
) -> Answer<()> {
    let given = GivenRoles { organization_id, user_id, roles: read_roles(&body.roles)? };
    room.app.store.write(&cx, given, |tx, cx, given| Box::pin(run(tx, cx, given))).await?;
    Ok(done())
}
