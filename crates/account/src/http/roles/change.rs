//! `PUT /api/v1/account/organizations/{organization_id}/roles/{role}`

use super::create::RoleBody;
use crate::http::Room;
use crate::http::people_views::RoleView;
use crate::model::{AccountRefusal, RoleId, RoleKey};
use crate::ops::change_role::{ChangedRole, run};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, Limited, Problem, SignedIn, ok};

/// Replaces the name and the permissions of an own role, for everybody who has it; needs `administer`.
#[utoipa::path(put, path = "/api/v1/account/organizations/{organization_id}/roles/{role}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("role" = String, Path)), request_body = RoleBody,
    responses((status = 200, description = "The role.", body = RoleView)))]
pub(in crate::http) async fn change(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, role_id)): Ids<(OrganizationId, RoleId)>,
    body: Limited<RoleBody>,
) -> Answer<RoleView> {
    let changed = ChangedRole { organization_id, key: RoleKey::own(role_id), becomes: Some(body.read()?) };
    let role = room.app.store.write(&cx, changed, |tx, cx, changed| Box::pin(run(tx, cx, changed))).await?;
    let role = role.ok_or_else(|| Problem::refused(AccountRefusal::not_found("role")))?;
    Ok(ok(RoleView::own(&role)))
}
