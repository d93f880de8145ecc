//! A signed-in person shows an invitation's token and becomes a member.

use super::add_member::join;
use crate::model::{AccountRefusal, DepartmentAccess, Member, SecretHash};
use crate::scope::OrgScope;
use crate::store::{invitations, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// Ends the invitation and writes the member. An unknown token, a used, withdrawn or expired one: all are over.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, token: &SecretHash) -> Result<(OrganizationId, Member), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let found = invitations::find_token(tx, token).await?;
    let (organization_id, invitation_id) = found.ok_or(AccountRefusal::InvitationOver)?;
    let scope = OrgScope::invited(organization_id, user_id);
    organizations::lock(tx, &scope).await?;
    let invitation = invitations::find(tx, &scope, invitation_id).await?.ok_or(AccountRefusal::InvitationOver)?;
    invitation.check_open(cx.now)?;
    invitations::end(tx, &scope, invitation_id, cx.now).await?;
    let (permissions, departments) = (invitation.permissions, DepartmentAccess::All);
    let member = Member { user_id, permissions, departments, added_at: cx.now };
    join(tx, &scope, &member).await?;
    Ok((organization_id, member))
}
