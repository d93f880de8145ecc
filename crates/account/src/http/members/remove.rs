//! `DELETE /api/v1/account/organizations/{organization_id}/members/{user_id}`

use crate::http::Room;
use crate::ops::remove_member::{RemovedMember, run};
use axum::extract::State;
use kernel::{OrganizationId, UserId};
use web::{Answer, Ids, SignedIn, done};

/// Removes a member; needs `administer`. One administrator always remains.
#[utoipa::path(delete, path = "/api/v1/account/organizations/{organization_id}/members/{user_id}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("user_id" = String, Path)),
    responses((status = 204, description = "No longer a member.")))]
pub(in crate::http) async fn remove(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, user_id)): Ids<(OrganizationId, UserId)>,
) -> Answer<()> {
    let removed = RemovedMember { organization_id, user_id };
    room.app.store.write(&cx, removed, |tx, cx, removed| Box::pin(run(tx, cx, removed))).await?;
    Ok(done())
}
