//! What a person may do and why: own permissions, roles, what others delegated.

use super::{DelegationId, DepartmentAccess, Permission, Permissions, RoleKey};
use kernel::{Moment, UserId};

/// Why somebody may do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantSource {
    /// A single permission given to the member.
    Own,
    /// A role of the member.
    Role(RoleKey),
    /// Another member let them act in their place.
    Delegation {
        /// Which.
        delegation_id: DelegationId,
        /// Who.
        from: UserId,
        /// Until when.
        until: Moment,
    },
}

/// Permissions with their departments and their source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What.
    pub permissions: Permissions,
    /// Where.
    pub departments: DepartmentAccess,
    /// Why.
    pub source: GrantSource,
}

/// Everything a member may do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grants(pub Vec<Grant>);

impl Grants {
    /// Where one thing may be done: the departments of all grants that let do it.
    #[must_use]
    pub fn departments_for(&self, permission: Permission) -> DepartmentAccess {
        let mut reached = std::collections::BTreeSet::new();
        for grant in self.0.iter().filter(|grant| grant.permissions.allow(permission)) {
            match &grant.departments {
                DepartmentAccess::All => return DepartmentAccess::All,
                DepartmentAccess::Listed(listed) => reached.extend(listed),
            }
        }
        DepartmentAccess::Listed(reached)
    }

    /// What may be done in every one of these departments. Who reads one department and was let sign in another signs in
    /// neither what they read nor what they do not.
    #[must_use]
    pub fn permissions_in(&self, departments: &DepartmentAccess) -> Permissions {
        let is_held = |permission: &Permission| self.0.iter().any(|grant| grant.permissions.allow(*permission));
        let reaches = |permission: &Permission| self.departments_for(*permission).covers(departments);
        Permission::ALL.into_iter().filter(is_held).filter(reaches).collect()
    }

    /// The delegation without which one thing could not be done.
    #[must_use]
    pub fn delegation_for(&self, permission: Permission) -> Option<DelegationId> {
        let mut found = None;
        for grant in self.0.iter().filter(|grant| grant.permissions.allow(permission)) {
            match grant.source {
                GrantSource::Own | GrantSource::Role(_) => return None,
                GrantSource::Delegation { delegation_id, .. } => found = found.or(Some(delegation_id)),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DepartmentId;
    use kernel::{TypedId as _, uuid::Uuid};

    fn department(number: u128) -> DepartmentId {
        DepartmentId::from_uuid(Uuid::from_u128(number))
    }

    fn listed(numbers: &[u128]) -> DepartmentAccess {
        DepartmentAccess::Listed(numbers.iter().copied().map(department).collect())
    }

    fn grant(permissions: &[Permission], departments: DepartmentAccess, is_delegated: bool) -> Grant {
        let delegated = GrantSource::Delegation {
            delegation_id: DelegationId::from_uuid(Uuid::from_u128(7)),
            from: UserId::from_uuid(Uuid::from_u128(8)),
            until: Moment::EPOCH,
        };
        let source = if is_delegated { delegated } else { GrantSource::Own };
        Grant { permissions: permissions.iter().copied().collect(), departments, source }
    }

    #[test]
    fn a_permission_never_leaks_into_a_department_of_another() {
        use Permission::{Read, Send, Sign};
        let grants = Grants(vec![grant(&[Read, Send], listed(&[1]), false), grant(&[Sign], listed(&[2]), true)]);
        assert_eq!(grants.departments_for(Read), listed(&[1]));
        assert_eq!(grants.departments_for(Sign), listed(&[2]));
        assert_eq!(grants.permissions_in(&listed(&[1])).names(), ["read", "send"]);
        assert_eq!(grants.permissions_in(&listed(&[2])).names(), ["sign"]);
        assert!(grants.permissions_in(&DepartmentAccess::All).names().is_empty());
        let grants =
            Grants(vec![grant(&[Read], listed(&[1]), false), grant(&[Read, Sign], DepartmentAccess::All, true)]);
        assert_eq!(grants.departments_for(Read), DepartmentAccess::All);
        assert_eq!(grants.permissions_in(&DepartmentAccess::All).names(), ["read", "sign"]);
        assert!(Grants::default().permissions_in(&listed(&[])).names().is_empty());
    }

    #[test]
    fn a_delegation_is_named_only_where_nothing_else_lets() {
        use Permission::{Administer, Read, Sign};
        let grants =
            Grants(vec![grant(&[Read], listed(&[1]), false), grant(&[Read, Sign], DepartmentAccess::All, true)]);
        assert!(grants.delegation_for(Sign).is_some());
        assert!(grants.delegation_for(Read).is_none() && grants.delegation_for(Administer).is_none());
    }
}
