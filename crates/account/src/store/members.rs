//! Members of an organization, their permissions and departments.

use crate::model::{DepartmentAccess, DepartmentId, Member, Permission, Permissions};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, OrganizationId, UserId};
use std::collections::{BTreeMap, BTreeSet};

pub const RIGHTS: Sql = Sql::org(
    "account.find_rights",
    "SELECT m.department_access, p.permission
     FROM account_member m
     LEFT JOIN account_member_permission p
       ON p.organization_id = m.organization_id AND p.user_id = m.user_id
     WHERE m.organization_id = $1 AND m.user_id = $2",
);
pub const DEPARTMENTS: Sql = Sql::org(
    "account.find_departments_of_member",
    "SELECT department_id FROM account_member_department WHERE organization_id = $1 AND user_id = $2",
);
pub const EXISTS: Sql =
    Sql::org("account.organization_exists", "SELECT version FROM account_organization WHERE organization_id = $1");
pub const ADD: Sql = Sql::org(
    "account.add_member",
    "INSERT INTO account_member (organization_id, user_id, department_access, added_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id, user_id) DO NOTHING",
);
pub const ADD_PERMISSION: Sql = Sql::org(
    "account.add_permission",
    "INSERT INTO account_member_permission (organization_id, user_id, permission) VALUES ($1, $2, $3)",
);
pub const ADD_DEPARTMENT: Sql = Sql::org(
    "account.add_department_of_member",
    "INSERT INTO account_member_department (organization_id, user_id, department_id) VALUES ($1, $2, $3)",
);
pub const REMOVE: Sql =
    Sql::org("account.remove_member", "DELETE FROM account_member WHERE organization_id = $1 AND user_id = $2");
pub const REMOVE_PERMISSIONS: Sql = Sql::org(
    "account.remove_permissions",
    "DELETE FROM account_member_permission WHERE organization_id = $1 AND user_id = $2",
);
pub const REMOVE_DEPARTMENTS: Sql = Sql::org(
    "account.remove_departments_of_member",
    "DELETE FROM account_member_department WHERE organization_id = $1 AND user_id = $2",
);
pub const SET_ACCESS: Sql = Sql::org(
    "account.set_department_access",
    "UPDATE account_member SET department_access = $3 WHERE organization_id = $1 AND user_id = $2",
);
pub const FIND: Sql =
    Sql::org("account.find_member", "SELECT added_at FROM account_member WHERE organization_id = $1 AND user_id = $2");
pub const LIST: Sql = Sql::org(
    "account.list_members",
    "SELECT user_id, department_access, added_at FROM account_member
     WHERE organization_id = $1 AND user_id > $2 ORDER BY user_id LIMIT $3",
);
pub const LIST_PERMISSIONS: Sql = Sql::org(
    "account.list_permissions",
    "SELECT user_id, permission FROM account_member_permission
     WHERE organization_id = $1 AND user_id >= $2 AND user_id <= $3",
);
pub const LIST_DEPARTMENTS: Sql = Sql::org(
    "account.list_departments_of_members",
    "SELECT user_id, department_id FROM account_member_department
     WHERE organization_id = $1 AND user_id >= $2 AND user_id <= $3",
);
pub const COUNT: Sql =
    Sql::org("account.count_members", "SELECT count(*) FROM account_member WHERE organization_id = $1");
pub const ADMINISTRATORS: Sql = Sql::org(
    "account.list_administrators",
    "SELECT user_id FROM account_member_permission WHERE organization_id = $1 AND permission = 'administer'",
);

/// What a person may do in an organization; `None` where they are no member. The one read that needs no scope: it is
/// what a scope is made of.
pub async fn find_rights(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    user_id: UserId,
) -> Result<Option<(Permissions, DepartmentAccess)>, Fault> {
    let rows = from.fetch_all(&RIGHTS, binds![organization_id, user_id]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let mut permissions = BTreeSet::new();
    for row in &rows {
        if let Some(name) = row.opt_text(1)? {
            permissions.insert(Permission::parse(&name).map_err(|_| unreadable("name of a permission"))?);
        }
    }
    let departments = if first.text(0)? == "all" {
        DepartmentAccess::All
    } else {
        let rows = from.fetch_all(&DEPARTMENTS, binds![organization_id, user_id]).await?;
        DepartmentAccess::Listed(rows.iter().map(|row| department(row, 0)).collect::<Result<_, _>>()?)
    };
    Ok(Some((permissions.into_iter().collect(), departments)))
}

/// Whether the organization is there, for the program itself.
pub async fn organization_exists(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
) -> Result<bool, Fault> {
    Ok(from.fetch_optional(&EXISTS, binds![organization_id]).await?.is_some())
}

/// One member.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    user_id: UserId,
) -> Result<Option<Member>, Fault> {
    let organization_id = scope.organization_id();
    let Some(row) = from.fetch_optional(&FIND, binds![organization_id, user_id]).await? else { return Ok(None) };
    let rights = find_rights(from, organization_id, user_id).await?;
    let Some((permissions, departments)) = rights else { return Ok(None) };
    Ok(Some(Member { user_id, permissions, departments, added_at: Moment::from_micros(row.i64(0)?) }))
}

/// Writes a new member; `false` when the person is one already.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, member: &Member) -> Result<bool, Fault> {
    let (organization_id, user_id) = (scope.organization_id(), member.user_id);
    let access = access_name(&member.departments);
    if tx.execute(&ADD, binds![organization_id, user_id, access, member.added_at]).await? == 0 {
        return Ok(false);
    }
    add_rights(tx, scope, member).await?;
    Ok(true)
}

/// Replaces what a member may do.
pub async fn set_rights(tx: &mut Tx<'_>, scope: &OrgScope, member: &Member) -> Result<(), Fault> {
    let (organization_id, user_id) = (scope.organization_id(), member.user_id);
    tx.execute(&REMOVE_PERMISSIONS, binds![organization_id, user_id]).await?;
    tx.execute(&REMOVE_DEPARTMENTS, binds![organization_id, user_id]).await?;
    tx.execute(&SET_ACCESS, binds![organization_id, user_id, access_name(&member.departments)]).await?;
    add_rights(tx, scope, member).await
}

async fn add_rights(tx: &mut Tx<'_>, scope: &OrgScope, member: &Member) -> Result<(), Fault> {
    let (organization_id, user_id) = (scope.organization_id(), member.user_id);
    for permission in member.permissions.iter() {
        tx.execute(&ADD_PERMISSION, binds![organization_id, user_id, permission.name()]).await?;
    }
    if let DepartmentAccess::Listed(listed) = &member.departments {
        for department_id in listed {
            tx.execute(&ADD_DEPARTMENT, binds![organization_id, user_id, *department_id]).await?;
        }
    }
    Ok(())
}

/// Removes a member and all their rights.
pub async fn remove(tx: &mut Tx<'_>, scope: &OrgScope, user_id: UserId) -> Result<(), Fault> {
    for sql in [&REMOVE_PERMISSIONS, &REMOVE_DEPARTMENTS, &REMOVE] {
        tx.execute(sql, binds![scope.organization_id(), user_id]).await?;
    }
    Ok(())
}

/// How many members there are.
pub async fn count(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT, binds![scope.organization_id()]).await?.i64(0)
}

/// Who may administer.
pub async fn list_administrators(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<Vec<UserId>, Fault> {
    let rows = tx.fetch_all(&ADMINISTRATORS, binds![scope.organization_id()]).await?;
    rows.iter().map(|row| user(row, 0)).collect()
}

/// Members after `after` in the order of their ids.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    after: &[u8],
    limit: i64,
) -> Result<Vec<Member>, Fault> {
    let organization_id = scope.organization_id();
    let rows = from.fetch_all(&LIST, binds![organization_id, after, limit]).await?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let (first, last) = (user(first, 0)?, user(last, 0)?);
    let mut permissions: BTreeMap<UserId, BTreeSet<Permission>> = BTreeMap::new();
    for row in from.fetch_all(&LIST_PERMISSIONS, binds![organization_id, first, last]).await? {
        let permission = Permission::parse(&row.text(1)?).map_err(|_| unreadable("name of a permission"))?;
        permissions.entry(user(&row, 0)?).or_default().insert(permission);
    }
    let mut listed: BTreeMap<UserId, BTreeSet<DepartmentId>> = BTreeMap::new();
    for row in from.fetch_all(&LIST_DEPARTMENTS, binds![organization_id, first, last]).await? {
        listed.entry(user(&row, 0)?).or_default().insert(department(&row, 1)?);
    }
    let read = |row: &Row| {
        let user_id = user(row, 0)?;
        let listed = listed.remove(&user_id).unwrap_or_default();
        let departments = if row.text(1)? == "all" { DepartmentAccess::All } else { DepartmentAccess::Listed(listed) };
        let permissions = permissions.remove(&user_id).unwrap_or_default().into_iter().collect();
        Ok(Member { user_id, permissions, departments, added_at: Moment::from_micros(row.i64(2)?) })
    };
    rows.iter().map(read).collect()
}

const fn access_name(access: &DepartmentAccess) -> &'static str {
    match access {
        DepartmentAccess::All => "all",
        DepartmentAccess::Listed(_) => "listed",
    }
}

fn user(row: &Row, column: usize) -> Result<UserId, Fault> {
    row.parsed(column, Row::bytes, |bytes| UserId::from_bytes(&bytes))
}

fn department(row: &Row, column: usize) -> Result<DepartmentId, Fault> {
    row.parsed(column, Row::bytes, |bytes| DepartmentId::from_bytes(&bytes))
}
