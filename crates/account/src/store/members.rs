//! Members of an organization, their permissions and departments.

use crate::model::{DepartmentAccess, DepartmentId, Member, Permission};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, OrganizationId, UserId};
use std::collections::{BTreeMap, BTreeSet};

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
pub const FIND: Sql = Sql::org(
    "account.find_member",
    "SELECT user_id, department_access, added_at FROM account_member WHERE organization_id = $1 AND user_id = $2",
);
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
pub const LIST_OF_DEPARTMENT: Sql = Sql::org(
    "account.list_members_of_department",
    "SELECT user_id FROM account_member_department
     WHERE organization_id = $1 AND department_id = $2 ORDER BY user_id LIMIT $3",
);
pub const LIST_DEPARTMENTS: Sql = Sql::org(
    "account.list_departments_of_members",
    "SELECT user_id, department_id FROM account_member_department
     WHERE organization_id = $1 AND user_id >= $2 AND user_id <= $3",
);
pub const LIST_USERS: Sql = Sql::org(
    "account.list_users_of_organization",
    "SELECT user_id FROM account_member WHERE organization_id = $1 ORDER BY user_id LIMIT $2",
);
pub const COUNT: Sql =
    Sql::org("account.count_members", "SELECT count(*) FROM account_member WHERE organization_id = $1");
pub const ADMINISTRATORS: Sql = Sql::org(
    "account.list_administrators",
    "SELECT user_id FROM account_member_permission WHERE organization_id = $1 AND permission = 'administer'
     UNION
     SELECT user_id FROM account_member_role WHERE organization_id = $1 AND role_key = 'administrator'
     UNION
     SELECT r.user_id FROM account_member_role r
     JOIN account_role_permission p ON p.organization_id = r.organization_id AND p.role_key = r.role_key
     WHERE r.organization_id = $1 AND p.permission = 'administer'
     ORDER BY 1",
);

/// Departments a member's access lists. Needs no scope: a scope is made of it.
pub async fn list_departments_of(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    user_id: UserId,
) -> Result<BTreeSet<DepartmentId>, Fault> {
    let rows = from.fetch_all(&DEPARTMENTS, binds![organization_id, user_id]).await?;
    rows.iter().map(|row| department(row, 0)).collect()
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
    Ok(with_rights(from, organization_id, (user_id, user_id), &[row]).await?.pop())
}

/// Members to whom this department was named; who reaches all departments is not among them.
pub async fn list_of_department(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    department_id: DepartmentId,
    limit: i64,
) -> Result<Vec<UserId>, Fault> {
    let rows = from.fetch_all(&LIST_OF_DEPARTMENT, binds![scope.organization_id(), department_id, limit]).await?;
    rows.iter().map(|row| user(row, 0)).collect()
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
    for sql in [&REMOVE_PERMISSIONS, &REMOVE_DEPARTMENTS, &super::roles::TAKE_ALL, &REMOVE] {
        tx.execute(sql, binds![scope.organization_id(), user_id]).await?;
    }
    Ok(())
}

/// How many members there are.
pub async fn count(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT, binds![scope.organization_id()]).await?.i64(0)
}

/// Everybody, without their rights.
pub async fn list_users(from: &mut (impl Fetch + ?Sized), scope: &OrgScope, limit: i64) -> Result<Vec<UserId>, Fault> {
    let rows = from.fetch_all(&LIST_USERS, binds![scope.organization_id(), limit]).await?;
    rows.iter().map(|row| user(row, 0)).collect()
}

/// Who may administer.
pub async fn list_administrators(tx: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<UserId>, Fault> {
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
    with_rights(from, organization_id, (first, last), &rows).await
}

async fn with_rights(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    (first, last): (UserId, UserId),
    rows: &[Row],
) -> Result<Vec<Member>, Fault> {
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
