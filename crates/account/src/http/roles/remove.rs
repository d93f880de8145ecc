//! `DELETE /api/v1/account/organizations/{organization_id}/roles/{role}`

use crate::http::Room;
use crate::model::{RoleId, RoleKey};
use crate::ops::change_role::{ChangedRole, run};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, done};

/// Removes an own role and takes it from whoever has it; needs `administer`.
#[utoipa::path(delete, path = "/api/v1/account/organizations/{organization_id}/roles/{role}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("role" = String, Path)),
    responses((status = 204, description = "It is gone.")))]
pub(in crate::http) async fn remove(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, role_id)): Ids<(OrganizationId, RoleId)>,
) -> Answer<()> {
    let removed = ChangedRole { organization_id, key: RoleKey::own(role_id), becomes: None };
    room.app.store.write(&cx, removed, |tx, cx, removed| Box::pin(run(tx, cx, removed))).await?;
    Ok(done())
}
