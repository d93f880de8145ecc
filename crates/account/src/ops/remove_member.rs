//! An administrator removes a member; what they did stays.

use super::add_member::demand_administrator;
use crate::model::{AccountRefusal, Permission};
use crate::scope::authorize;
use crate::store::{delegations, directory, members, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId, UserId};

/// Whom to remove.
#[derive(Debug, Clone, Copy)]
pub struct RemovedMember {
    /// From where.
    pub organization_id: OrganizationId,
    /// Whom.
    pub user_id: UserId,
}

/// Removes the member. Refuses to leave the organization without an administrator.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, removed: &RemovedMember) -> Result<(), No<AccountRefusal>> {
    let scope = authorize(tx, cx, removed.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    if members::find(tx, &scope, removed.user_id).await?.is_none() {
        return Err(AccountRefusal::not_found("member").into());
    }
    members::remove(tx, &scope, removed.user_id).await?;
    demand_administrator(tx, &scope).await?;
    delegations::revoke_of(tx, &scope, removed.user_id, (cx.now, scope.user_id())).await?;
    directory::remove_membership(tx, removed.user_id, removed.organization_id).await?;
    Ok(())
}
