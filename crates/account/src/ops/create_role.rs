//! An administrator makes a role of the organization's own.

use crate::limits::ROLES_MAX;
use crate::model::{AccountRefusal, Permission, Permissions, PersonTitle, Role, RoleId, RoleKey};
use crate::scope::authorize;
use crate::store::{organizations, roles};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// What people call it, and what it lets do.
#[derive(Debug, Clone)]
pub struct NewRole {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Its name.
    pub name: PersonTitle,
    /// What it lets do.
    pub permissions: Permissions,
}

/// Writes the role. Refuses a name that another has.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewRole) -> Result<Role, No<AccountRefusal>> {
    let scope = authorize(tx, cx, new.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    if roles::list(tx, &scope).await?.len() >= ROLES_MAX {
        return Err(AccountRefusal::TooMany { what: "roles", max: ROLES_MAX }.into());
    }
    let key = RoleKey::own(cx.new_id::<RoleId>());
    let (name, permissions) = (new.name.clone(), new.permissions.clone());
    let role = Role { key, name, permissions, created_at: cx.now };
    roles::add(tx, &scope, &role).await?;
    Ok(role)
}
