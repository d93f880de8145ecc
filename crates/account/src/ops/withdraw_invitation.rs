//! An administrator withdraws an invitation that was not accepted.

use crate::model::{AccountRefusal, InvitationId, Permission};
use crate::scope::authorize;
use crate::store::{invitations, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// Which invitation.
#[derive(Debug, Clone, Copy)]
pub struct WithdrawnInvitation {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Which.
    pub invitation_id: InvitationId,
}

/// Ends the invitation. Refuses one that is over already.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, which: &WithdrawnInvitation) -> Result<(), No<AccountRefusal>> {
    let scope = authorize(tx, cx, which.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let invitation = invitations::find(tx, &scope, which.invitation_id).await?;
    invitation.ok_or(AccountRefusal::not_found("invitation"))?.check_open(cx.now)?;
    invitations::end(tx, &scope, which.invitation_id, cx.now).await?;
    Ok(())
}
