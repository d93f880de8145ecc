//! A person in an organization.

use super::{AccountRefusal, DepartmentAccess, Permission, Permissions};
use kernel::{Moment, UserId};

/// A member (сотрудник в сервисе): a user of this organization, with what they may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub user_id: UserId,
    /// What they may do.
    pub permissions: Permissions,
    /// Where.
    pub departments: DepartmentAccess,
    /// Since when.
    pub added_at: Moment,
}

/// Refuses to take the administering permission from the last member who has it.
///
/// `administrators` are all who have it now; `kept` says whether `user_id` would keep it.
pub fn check_administrator_remains(
    administrators: &[UserId],
    user_id: UserId,
    kept: &Permissions,
) -> Result<(), AccountRefusal> {
    let others = administrators.iter().any(|each| *each != user_id);
    if others || kept.allow(Permission::Administer) { Ok(()) } else { Err(AccountRefusal::LastAdministrator) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Caller, Chance, Cx};

    #[test]
    fn one_administrator_remains() {
        let cx = Cx::new(Caller::Nobody, Moment::EPOCH, Chance::from_seed([4; 32]));
        let (anna, boris): (UserId, UserId) = (cx.new_id(), cx.new_id());
        let (all, none) = (Permissions::all(), Permissions::none());
        for (administrators, user_id, kept, remains) in [
            (&[anna][..], anna, &all, true),
            (&[anna], anna, &none, false),
            (&[anna], boris, &none, true),
            (&[anna, boris], anna, &none, true),
            (&[], anna, &none, false),
        ] {
            let result = check_administrator_remains(administrators, user_id, kept);
            assert_eq!(result.is_ok(), remains, "{administrators:?}");
        }
    }
}
