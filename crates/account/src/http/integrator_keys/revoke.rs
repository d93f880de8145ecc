//! `DELETE /api/v1/account/organizations/{organization_id}/integrator-keys/{integrator_key_id}`

use crate::http::Room;
use crate::ops::revoke_integrator_key::{RevokedKey, run};
use axum::extract::State;
use kernel::{IntegratorKeyId, OrganizationId};
use web::{Answer, Ids, SignedIn, done};

/// Revokes a key; every sign-in made through it ends; needs `administer`.
#[utoipa::path(delete, path = "/api/v1/account/organizations/{organization_id}/integrator-keys/{integrator_key_id}",
    tag = "account", security(("token" = [])),
    params(("organization_id" = String, Path), ("integrator_key_id" = String, Path)),
    responses((status = 204, description = "The program is no longer accepted.")))]
pub(in crate::http) async fn revoke(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, integrator_key_id)): Ids<(OrganizationId, IntegratorKeyId)>,
) -> Answer<()> {
    let revoked = RevokedKey { organization_id, integrator_key_id };
    room.app.store.write(&cx, revoked, |tx, cx, revoked| Box::pin(run(tx, cx, revoked))).await?;
    Ok(done())
}
