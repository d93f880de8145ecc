//! An administrator changes or removes a role of the organization's own.

use super::add_member::demand_administrator;
use crate::model::{AccountRefusal, Permission, Permissions, PersonTitle, Role, RoleKey};
use crate::scope::authorize;
use crate::store::{organizations, roles};
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// Which role becomes what.
#[derive(Debug, Clone)]
pub struct ChangedRole {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Which.
    pub key: RoleKey,
    /// Its new name and what it lets do from now on; `None`: it is removed.
    pub becomes: Option<(PersonTitle, Permissions)>,
}

/// Writes it; whoever has the role may do what it lets at once. Refuses a built-in role, a name that another has, and to
/// leave the organization without an administrator.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, changed: &ChangedRole) -> Result<Option<Role>, No<AccountRefusal>> {
    let scope = authorize(tx, cx, changed.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    Role::demand_own(&changed.key)?;
    let found = roles::list(tx, &scope).await?.into_iter().find(|role| role.key == changed.key);
    let role = found.ok_or(AccountRefusal::not_found("role"))?;
    let role = match &changed.becomes {
        Some((name, permissions)) => {
            let role = Role { name: name.clone(), permissions: permissions.clone(), ..role };
            roles::change(tx, &scope, &role).await?;
            Some(role)
        }
        None => {
            roles::remove(tx, &scope, &role.key).await?;
            None
        }
    };
    demand_administrator(tx, &scope).await?;
    Ok(role)
}
