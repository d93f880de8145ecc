//! Named sets of permissions.

use super::{AccountRefusal, PeopleRefusal, Permission, Permissions, PersonTitle};
use kernel::{Moment, TypedId as _};
use std::fmt;

kernel::typed_id!(
    /// A role of an organization's own.
    pub struct RoleId
);

/// Roles every organization has. The names people see are texts of the room, `account-role-…`.
const BUILT_IN: [(&str, &[Permission]); 5] = [
    ("reader", &[Permission::Read]),
    ("primary-documents", &[Permission::Read, Permission::Send]),
    ("accountant", &[Permission::Read, Permission::Send]),
    ("director", &[Permission::Read, Permission::Send, Permission::Sign]),
    ("administrator", &[Permission::Read, Permission::Administer]),
];

/// What a role is known by: the key of a built-in one, or the id of one of the organization's own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleKey(String);

impl RoleKey {
    /// Reads a key. Refuses what neither a built-in role nor an own one can have.
    pub fn parse(text: &str) -> Result<Self, AccountRefusal> {
        let is_known = BUILT_IN.iter().any(|(key, _)| *key == text) || text.parse::<RoleId>().is_ok();
        if is_known { Ok(Self(text.to_owned())) } else { Err(AccountRefusal::not_found("role")) }
    }

    /// Of an own role.
    #[must_use]
    pub fn own(role_id: RoleId) -> Self {
        Self(role_id.uuid().to_string())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a built-in role lets do; `None`: it is an own one.
    #[must_use]
    pub fn built_in(&self) -> Option<Permissions> {
        BUILT_IN.iter().find(|(key, _)| *key == self.0).map(|(_, permissions)| permissions.iter().copied().collect())
    }

    /// The built-in ones, in the order they are shown.
    pub fn all_built_in() -> impl Iterator<Item = Self> {
        BUILT_IN.iter().map(|(key, _)| Self((*key).to_owned()))
    }
}

impl fmt::Debug for RoleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RoleKey({})", self.0)
    }
}

/// A role of an organization's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What it is known by.
    pub key: RoleKey,
    /// What people call it.
    pub name: PersonTitle,
    /// What it lets do.
    pub permissions: Permissions,
    /// Since when.
    pub created_at: Moment,
}

impl Role {
    /// Refuses a built-in role where an own one is to be changed.
    pub fn demand_own(key: &RoleKey) -> Result<(), AccountRefusal> {
        if key.built_in().is_some() { Err(PeopleRefusal::RoleBuiltIn.into()) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        for key in RoleKey::all_built_in() {
            assert_eq!(RoleKey::parse(key.as_str()), Ok(key.clone()));
            assert!(key.built_in().is_some_and(|permissions| permissions.iter().count() > 0));
            assert_eq!(Role::demand_own(&key), Err(PeopleRefusal::RoleBuiltIn.into()));
        }
        let own = RoleKey::parse("0192d3c4-0000-7000-8000-00000000002a").unwrap();
        assert_eq!((own.built_in(), Role::demand_own(&own)), (None, Ok(())));
        for wrong in ["", "boss", "Reader", "reader ", "0192d3c4", "0192d3c400007000800000000000002a"] {
            assert!(RoleKey::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_the_administrator_administers() {
        let may = |key: &RoleKey| key.built_in().unwrap().allow(Permission::Administer);
        let all: Vec<_> = RoleKey::all_built_in().filter(may).collect();
        assert_eq!(all, [RoleKey::parse("administrator").unwrap()]);
    }
}
