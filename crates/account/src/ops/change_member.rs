//! An administrator changes what a member may do.

use super::add_member::{check_departments, demand_administrator};
use crate::model::{AccountRefusal, DepartmentAccess, Member, Permission, Permissions};
use crate::scope::authorize;
use crate::store::{members, organizations};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId, UserId};

/// Whose rights become what.
#[derive(Debug, Clone)]
pub struct ChangedMember {
    /// Where.
    pub organization_id: OrganizationId,
    /// Whose.
    pub user_id: UserId,
    /// The new permissions, replacing the old ones.
    pub permissions: Permissions,
    /// The new departments, replacing the old ones.
    pub departments: DepartmentAccess,
}

/// Writes the rights. Refuses to leave the organization without an administrator.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, changed: &ChangedMember) -> Result<Member, No<AccountRefusal>> {
    let scope = authorize(tx, cx, changed.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let member = members::find(tx, &scope, changed.user_id).await?.ok_or(AccountRefusal::not_found("member"))?;
    check_departments(tx, &scope, &changed.departments).await?;
    let (permissions, departments) = (changed.permissions.clone(), changed.departments.clone());
    let member = Member { permissions, departments, ..member };
    members::set_rights(tx, &scope, &member).await?;
    demand_administrator(tx, &scope).await?;
    Ok(member)
}
