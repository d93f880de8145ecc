//! What a person may do in an organization and why: what every scope is made of.

use crate::model::{DelegationId, DepartmentAccess, Grant, GrantSource, Grants, Permission, Permissions, RoleKey};
use crate::scope::unreadable;
use crate::store::members;
use ::store::{Fault, Fetch, Row, Sql, binds};
use kernel::{Moment, OrganizationId, UserId};
use std::collections::BTreeMap;

pub const FIND: Sql = Sql::org(
    "account.find_grants",
    "SELECT 'own' AS source, m.department_access, p.permission, m.user_id, m.user_id AS second_id, m.added_at
     FROM account_member m
     LEFT JOIN account_member_permission p
       ON p.organization_id = m.organization_id AND p.user_id = m.user_id
     WHERE m.organization_id = $1 AND m.user_id = $2
     UNION ALL
     SELECT 'role', r.role_key, p.permission, r.user_id, r.user_id, r.given_at
     FROM account_member_role r
     LEFT JOIN account_role_permission p
       ON p.organization_id = r.organization_id AND p.role_key = r.role_key
     WHERE r.organization_id = $1 AND r.user_id = $2
     UNION ALL
     SELECT 'delegation', d.permissions, d.permissions, d.delegation_id, d.from_user_id, d.ends_at
     FROM account_delegation d
     WHERE d.organization_id = $1 AND d.to_user_id = $2 AND d.starts_at <= $3 AND d.ends_at > $3
       AND d.revoked_at IS NULL",
);

struct Delegated {
    permissions: Permissions,
    delegation_id: DelegationId,
    from: UserId,
    until: Moment,
}

/// What a person may do in an organization; `None` where they are no member. The one read that needs no scope.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    user_id: UserId,
    now: Moment,
) -> Result<Option<Grants>, Fault> {
    let Some((mut grants, delegated)) = find_own(from, organization_id, user_id, now).await? else { return Ok(None) };
    for Delegated { permissions, delegation_id, from: delegator, until } in delegated {
        // Never more than the delegator may do now, and nothing they were lent themselves.
        let Some((theirs, _)) = find_own(from, organization_id, delegator, now).await? else { continue };
        for grant in theirs {
            let both: Permissions = grant.permissions.iter().filter(|each| permissions.allow(*each)).collect();
            if both.iter().next().is_some() {
                let source = GrantSource::Delegation { delegation_id, from: delegator, until };
                grants.push(Grant { permissions: both, departments: grant.departments, source });
            }
        }
    }
    Ok(Some(Grants(grants)))
}

/// Own permissions and roles, and what is delegated to the person.
async fn find_own(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    user_id: UserId,
    now: Moment,
) -> Result<Option<(Vec<Grant>, Vec<Delegated>)>, Fault> {
    let rows = from.fetch_all(&FIND, binds![organization_id, user_id, now]).await?;
    let (mut access, mut own, mut delegated) = (None, Vec::new(), Vec::new());
    let mut roles: BTreeMap<RoleKey, Vec<Permission>> = BTreeMap::new();
    for row in &rows {
        match row.text(0)?.as_str() {
            "own" => {
                access = Some(row.text(1)?);
                own.extend(permission(row)?);
            }
            "role" => {
                let key = row.parsed(1, Row::text, |text| RoleKey::parse(&text).map_err(|_| "not a role"))?;
                roles.entry(key).or_default().extend(permission(row)?);
            }
            _ => delegated.push(read_delegated(row)?),
        }
    }
    let Some(access) = access else { return Ok(None) };
    let departments = match access.as_str() {
        "all" => DepartmentAccess::All,
        _ => DepartmentAccess::Listed(members::list_departments_of(from, organization_id, user_id).await?),
    };
    let grant = |permissions, source| Grant { permissions, departments: departments.clone(), source };
    let mut grants = vec![grant(own.into_iter().collect(), GrantSource::Own)];
    for (key, permissions) in roles {
        let permissions = key.built_in().unwrap_or_else(|| permissions.into_iter().collect());
        grants.push(grant(permissions, GrantSource::Role(key)));
    }
    Ok(Some((grants, delegated)))
}

fn permission(row: &Row) -> Result<Option<Permission>, Fault> {
    let name = row.opt_text(2)?;
    name.map(|name| Permission::parse(&name).map_err(|_| unreadable("name of a permission"))).transpose()
}

fn read_delegated(row: &Row) -> Result<Delegated, Fault> {
    Ok(Delegated {
        permissions: row.parsed(1, Row::text, |text| {
            Permissions::parse(text.split_whitespace()).map_err(|_| "not permissions of a delegation")
        })?,
        delegation_id: row.parsed(3, Row::bytes, |bytes| DelegationId::from_bytes(&bytes))?,
        from: row.parsed(4, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        until: Moment::from_micros(row.i64(5)?),
    })
}
