//! An administrator invites a person by e-mail.

use crate::limits::INVITATIONS_MAX;
use crate::model::{AccountRefusal, INVITATION_LIFE, Invitation, Login, Permission, Permissions, Secret};
use crate::scope::authorize;
use crate::store::{invitations, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};
use std::sync::Arc;
use web::{Language, Texts};

/// Whom to invite, to what.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Where to.
    pub organization_id: OrganizationId,
    /// The address the letter goes to.
    pub address: Login,
    /// What the new member will be allowed.
    pub permissions: Permissions,
    /// The letter's texts.
    pub texts: Arc<Texts>,
    /// The letter's language.
    pub language: Language,
}

/// Writes the invitation and queues its letter, which alone holds the token. Whether the address belongs to a user is
/// not said.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewInvitation) -> Result<Invitation, No<AccountRefusal>> {
    let scope = authorize(tx, cx, new.organization_id, Permission::Administer).await?;
    let invited_by = scope.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    organizations::lock(tx, &scope).await?;
    if invitations::count_open(tx, &scope, cx.now).await? >= INVITATIONS_MAX {
        let max = usize::try_from(INVITATIONS_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "open invitations", max }.into());
    }
    let token = Secret::invitation(&cx.chance);
    let invitation = Invitation {
        invitation_id: cx.new_id(),
        address: new.address.folded().to_owned(),
        permissions: new.permissions.clone(),
        invited_by,
        created_at: cx.now,
        expires_at: cx.now.plus(INVITATION_LIFE),
        ended_at: None,
    };
    invitations::add(tx, &scope, &invitation, &token.hash()).await?;
    Ok(invitation)
}
