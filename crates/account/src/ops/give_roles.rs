//! An administrator says which roles a member has.

use super::add_member::demand_administrator;
use crate::model::{AccountRefusal, Permission, RoleKey};
use crate::scope::{OrgScope, authorize};
use crate::store::{members, organizations, roles};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId, UserId};
use std::collections::BTreeSet;

/// Whose roles become which.
#[derive(Debug, Clone)]
pub struct GivenRoles {
    /// Where.
    pub organization_id: OrganizationId,
    /// Whose.
    pub user_id: UserId,
    /// All of them from now on.
    pub roles: BTreeSet<RoleKey>,
}

/// Writes the roles. Refuses a role the organization has not, and to leave it without an administrator.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, given: &GivenRoles) -> Result<(), No<AccountRefusal>> {
    let scope = authorize(tx, cx, given.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    if members::find(tx, &scope, given.user_id).await?.is_none() {
        return Err(AccountRefusal::not_found("member").into());
    }
    give(tx, cx, &scope, (given.user_id, &given.roles)).await?;
    demand_administrator(tx, &scope).await
}

/// The same in a transaction that holds the lock and knows the member.
pub(crate) async fn give(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (user_id, given): (UserId, &BTreeSet<RoleKey>),
) -> Result<(), No<AccountRefusal>> {
    let own = roles::list(tx, scope).await?;
    let is_there = |key: &RoleKey| key.built_in().is_some() || own.iter().any(|role| role.key == *key);
    if !given.iter().all(is_there) {
        return Err(AccountRefusal::not_found("role").into());
    }
    roles::give(tx, scope, user_id, (given, cx.now)).await?;
    Ok(())
}
