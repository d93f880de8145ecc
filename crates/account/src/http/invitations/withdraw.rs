//! `DELETE /api/v1/account/organizations/{organization_id}/invitations/{invitation_id}`

use crate::http::Room;
use crate::model::InvitationId;
use crate::ops::withdraw_invitation::{WithdrawnInvitation, run};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, done};

/// Withdraws an invitation that was not accepted; needs `administer`.
#[utoipa::path(delete, path = "/api/v1/account/organizations/{organization_id}/invitations/{invitation_id}",
    tag = "account", security(("token" = [])),
    params(("organization_id" = String, Path), ("invitation_id" = String, Path)),
    responses((status = 204, description = "Its code is no longer accepted.")))]
pub(in crate::http) async fn withdraw(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, invitation_id)): Ids<(OrganizationId, InvitationId)>,
) -> Answer<()> {
    let which = WithdrawnInvitation { organization_id, invitation_id };
    room.app.store.write(&cx, which, |tx, cx, which| Box::pin(run(tx, cx, which))).await?;
    Ok(done())
}
