//! What a member may do, and where.

use super::{AccountRefusal, DepartmentId};
use std::collections::BTreeSet;
use std::fmt;

/// One thing a member may do with the organization's documents and the organization itself. None includes another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// See documents, flows, boxes and the organization's card.
    Read,
    /// Send documents, answer them, invite counteragents.
    Send,
    /// Sign in the organization's name, apply for certificates.
    Sign,
    /// Change the organization, members, keys; read the outbox.
    Administer,
}

impl Permission {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Read, Self::Send, Self::Sign, Self::Administer];

    /// The stored and shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Send => "send",
            Self::Sign => "sign",
            Self::Administer => "administer",
        }
    }

    /// By its name. Refuses others, also in other letter case.
    pub fn parse(name: &str) -> Result<Self, AccountRefusal> {
        Self::ALL.into_iter().find(|each| each.name() == name).ok_or(AccountRefusal::UnknownPermission)
    }
}

/// A set of permissions; may be empty: such a member is known and may do nothing.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Permissions(BTreeSet<Permission>);

impl Permissions {
    /// All of them: the founder's.
    #[must_use]
    pub fn all() -> Self {
        Permission::ALL.into_iter().collect()
    }

    /// None.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether the permission is in the set.
    #[must_use]
    pub fn allow(&self, permission: Permission) -> bool {
        self.0.contains(&permission)
    }

    /// Reads names. Refuses an unknown one; one named twice counts once.
    pub fn parse<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, AccountRefusal> {
        names.into_iter().map(Permission::parse).collect()
    }

    /// In the order of [`Permission::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Permission> + '_ {
        self.0.iter().copied()
    }

    /// Names, in the order of [`Permission::ALL`].
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.iter().map(Permission::name).collect()
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().collect())
    }
}

impl fmt::Debug for Permissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Permissions({})", self.names().join(" "))
    }
}

/// Which departments' documents a member reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DepartmentAccess {
    /// All, now and later: needed for feeds of the whole box.
    All,
    /// Only these.
    Listed(BTreeSet<DepartmentId>),
}

impl DepartmentAccess {
    /// Whether everything the other reaches is reached.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, _) => true,
            (Self::Listed(_), Self::All) => false,
            (Self::Listed(own), Self::Listed(listed)) => own.is_superset(listed),
        }
    }

    /// Whether documents of the department are reached.
    #[must_use]
    pub fn reaches(&self, department_id: DepartmentId) -> bool {
        match self {
            Self::All => true,
            Self::Listed(listed) => listed.contains(&department_id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_permissions() {
        use Permission::{Administer, Read, Send, Sign};
        let rows: [(&[&str], [bool; 4]); 6] = [
            (&[], [false, false, false, false]),
            (&["read"], [true, false, false, false]),
            (&["send"], [false, true, false, false]),
            (&["sign", "read", "read"], [true, false, true, false]),
            (&["administer"], [false, false, false, true]),
            (&["administer", "sign", "send", "read"], [true, true, true, true]),
        ];
        for (names, allowed) in rows {
            let set = Permissions::parse(names.iter().copied()).unwrap();
            assert_eq!([Read, Send, Sign, Administer].map(|each| set.allow(each)), allowed, "{names:?}");
        }
        assert_eq!(Permissions::all().names(), ["read", "send", "sign", "administer"]);
    }

    #[test]
    fn unknown_names_are_refused() {
        for name in ["", "Read", "READ", "read ", "admin", "чтение", "*", "read,send"] {
            assert_eq!(Permissions::parse([name]), Err(AccountRefusal::UnknownPermission), "{name}");
        }
    }
}
