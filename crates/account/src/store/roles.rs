//! Roles of an organization's own, and who has which.

use crate::model::{AccountRefusal, PeopleRefusal, Permission, Permissions, PersonTitle, Role, RoleKey};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, No, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};
use std::collections::{BTreeMap, BTreeSet};

pub const ADD: Sql = Sql::org(
    "account.add_role",
    "INSERT INTO account_role (organization_id, role_key, name, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id, name) DO NOTHING",
);
pub const TAKEN: Sql = Sql::org(
    "account.find_role_of_name",
    "SELECT role_key FROM account_role WHERE organization_id = $1 AND name = $2 AND role_key <> $3",
);
pub const RENAME: Sql =
    Sql::org("account.rename_role", "UPDATE account_role SET name = $3 WHERE organization_id = $1 AND role_key = $2");
pub const REMOVE: Sql =
    Sql::org("account.remove_role", "DELETE FROM account_role WHERE organization_id = $1 AND role_key = $2");
pub const REMOVE_PERMISSIONS: Sql = Sql::org(
    "account.remove_permissions_of_role",
    "DELETE FROM account_role_permission WHERE organization_id = $1 AND role_key = $2",
);
pub const REMOVE_HOLDERS: Sql = Sql::org(
    "account.remove_holders_of_role",
    "DELETE FROM account_member_role WHERE organization_id = $1 AND role_key = $2",
);
pub const ADD_PERMISSION: Sql = Sql::org(
    "account.add_permission_of_role",
    "INSERT INTO account_role_permission (organization_id, role_key, permission) VALUES ($1, $2, $3)",
);
pub const LIST: Sql = Sql::org(
    "account.list_roles",
    "SELECT r.role_key, r.name, r.created_at, p.permission
     FROM account_role r
     LEFT JOIN account_role_permission p ON p.organization_id = r.organization_id AND p.role_key = r.role_key
     WHERE r.organization_id = $1 ORDER BY r.role_key LIMIT 400",
);
pub const GIVE: Sql = Sql::org(
    "account.give_role",
    "INSERT INTO account_member_role (organization_id, user_id, role_key, given_at) VALUES ($1, $2, $3, $4)",
);
pub const TAKE_ALL: Sql =
    Sql::org("account.take_roles", "DELETE FROM account_member_role WHERE organization_id = $1 AND user_id = $2");
pub const LIST_HELD: Sql = Sql::org(
    "account.list_held_roles",
    "SELECT user_id, role_key FROM account_member_role
     WHERE organization_id = $1 AND user_id >= $2 AND user_id <= $3 ORDER BY user_id, role_key",
);

/// Writes a new role. Refuses a name that another has.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, role: &Role) -> Result<(), No<AccountRefusal>> {
    let binds = binds![scope.organization_id(), role.key.as_str(), role.name.as_str(), role.created_at];
    if tx.execute(&ADD, binds).await? == 0 {
        return Err(AccountRefusal::from(PeopleRefusal::RoleNameTaken).into());
    }
    add_permissions(tx, scope, role).await?;
    Ok(())
}

/// Replaces the name and the permissions of a role that is there. Refuses a name that another has.
pub async fn change(tx: &mut Tx<'_>, scope: &OrgScope, role: &Role) -> Result<(), No<AccountRefusal>> {
    let (organization_id, key, name) = (scope.organization_id(), role.key.as_str(), role.name.as_str());
    if tx.fetch_optional(&TAKEN, binds![organization_id, name, key]).await?.is_some() {
        return Err(AccountRefusal::from(PeopleRefusal::RoleNameTaken).into());
    }
    tx.execute(&RENAME, binds![organization_id, key, name]).await?;
    tx.execute(&REMOVE_PERMISSIONS, binds![organization_id, key]).await?;
    add_permissions(tx, scope, role).await?;
    Ok(())
}

async fn add_permissions(tx: &mut Tx<'_>, scope: &OrgScope, role: &Role) -> Result<(), Fault> {
    for permission in role.permissions.iter() {
        let binds = binds![scope.organization_id(), role.key.as_str(), permission.name()];
        tx.execute(&ADD_PERMISSION, binds).await?;
    }
    Ok(())
}

/// Removes a role and takes it from whoever has it; says whether it was there.
pub async fn remove(tx: &mut Tx<'_>, scope: &OrgScope, key: &RoleKey) -> Result<bool, Fault> {
    let (organization_id, key) = (scope.organization_id(), key.as_str());
    tx.execute(&REMOVE_HOLDERS, binds![organization_id, key]).await?;
    tx.execute(&REMOVE_PERMISSIONS, binds![organization_id, key]).await?;
    Ok(tx.execute(&REMOVE, binds![organization_id, key]).await? == 1)
}

/// The organization's own roles.
pub async fn list(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<Role>, Fault> {
    let mut roles: Vec<Role> = Vec::new();
    for row in from.fetch_all(&LIST, binds![scope.organization_id()]).await? {
        let key = key(&row, 0)?;
        if roles.last().is_none_or(|last| last.key != key) {
            let name = row.parsed(1, Row::text, |text| PersonTitle::parse(&text))?;
            let created_at = Moment::from_micros(row.i64(2)?);
            roles.push(Role { key, name, permissions: Permissions::none(), created_at });
        }
        if let (Some(role), Some(name)) = (roles.last_mut(), row.opt_text(3)?) {
            let permission = Permission::parse(&name).map_err(|_| unreadable("permission of a role"))?;
            role.permissions = role.permissions.iter().chain([permission]).collect();
        }
    }
    Ok(roles)
}

/// Replaces the roles of a member.
pub async fn give(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    user_id: UserId,
    (keys, now): (&BTreeSet<RoleKey>, Moment),
) -> Result<(), Fault> {
    let organization_id = scope.organization_id();
    tx.execute(&TAKE_ALL, binds![organization_id, user_id]).await?;
    for key in keys {
        tx.execute(&GIVE, binds![organization_id, user_id, key.as_str(), now]).await?;
    }
    Ok(())
}

/// Roles of the members between two ids, both among them.
pub async fn list_held(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    (first, last): (UserId, UserId),
) -> Result<BTreeMap<UserId, BTreeSet<RoleKey>>, Fault> {
    let mut held: BTreeMap<UserId, BTreeSet<RoleKey>> = BTreeMap::new();
    for row in from.fetch_all(&LIST_HELD, binds![scope.organization_id(), first, last]).await? {
        let user_id = row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?;
        held.entry(user_id).or_default().insert(key(&row, 1)?);
    }
    Ok(held)
}

fn key(row: &Row, column: usize) -> Result<RoleKey, Fault> {
    row.parsed(column, Row::text, |text| RoleKey::parse(&text).map_err(|_| "not a role"))
}
