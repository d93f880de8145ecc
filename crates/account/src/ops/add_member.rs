//! An administrator makes an existing user a member; the user told them the id.

use crate::limits::MEMBERS_MAX;
use crate::model::{AccountRefusal, DepartmentAccess, Member, Permission, Permissions};
use crate::scope::{OrgScope, authorize};
use crate::store::{directory, members, organizations, users};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId, UserId};

/// Whom to add, and what they may do.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Where.
    pub organization_id: OrganizationId,
    /// Whom.
    pub user_id: UserId,
    /// What.
    pub permissions: Permissions,
    /// Which departments.
    pub departments: DepartmentAccess,
}

/// Writes the member. Refuses an unknown user, a member, a department that is not there.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewMember) -> Result<Member, No<AccountRefusal>> {
    let scope = authorize(tx, cx, new.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    if users::find(tx, new.user_id).await?.is_none() {
        return Err(AccountRefusal::not_found("user").into());
    }
    let member = Member {
        user_id: new.user_id,
        permissions: new.permissions.clone(),
        departments: new.departments.clone(),
        added_at: cx.now,
    };
    join(tx, &scope, &member).await?;
    Ok(member)
}

/// Writes a member within the limits; the scope's lock is held.
pub(crate) async fn join(tx: &mut Tx<'_>, scope: &OrgScope, member: &Member) -> Result<(), No<AccountRefusal>> {
    check_departments(tx, scope, &member.departments).await?;
    if members::count(tx, scope).await? >= MEMBERS_MAX {
        let max = usize::try_from(MEMBERS_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "members", max }.into());
    }
    if !members::add(tx, scope, member).await? {
        return Err(AccountRefusal::AlreadyMember.into());
    }
    directory::add_membership(tx, member.user_id, scope.organization_id()).await?;
    Ok(())
}

/// Refuses what has just left the organization with nobody who may administer it: the transaction undoes it.
pub(crate) async fn demand_administrator(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<(), No<AccountRefusal>> {
    if members::list_administrators(tx, scope).await?.is_empty() {
        return Err(AccountRefusal::LastAdministrator.into());
    }
    Ok(())
}

/// Refuses a department the organization has not.
pub(crate) async fn check_departments(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    access: &DepartmentAccess,
) -> Result<(), No<AccountRefusal>> {
    let DepartmentAccess::Listed(listed) = access else { return Ok(()) };
    let known = super::read::departments(tx, scope).await?;
    let all_known = listed.iter().all(|id| known.iter().any(|department| department.department_id == *id));
    if all_known { Ok(()) } else { Err(AccountRefusal::not_found("department").into()) }
}
