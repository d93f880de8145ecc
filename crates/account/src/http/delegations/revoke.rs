//! `DELETE /api/v1/account/organizations/{organization_id}/delegations/{delegation_id}`

use crate::http::Room;
use crate::model::DelegationId;
use crate::ops::delegate::{WhichDelegation, revoke as run};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, done};

/// Ends a delegation before its time; both are told. The delegator, the delegate and administrators may.
#[utoipa::path(delete, path = "/api/v1/account/organizations/{organization_id}/delegations/{delegation_id}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("delegation_id" = String, Path)),
    responses((status = 204, description = "It has ended.")))]
pub(in crate::http) async fn revoke(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, delegation_id)): Ids<(OrganizationId, DelegationId)>,
) -> Answer<()> {
    let which = WhichDelegation { organization_id, delegation_id };
    room.app.store.write(&cx, which, |tx, cx, which| Box::pin(run(tx, cx, which))).await?;
    Ok(done())
}
