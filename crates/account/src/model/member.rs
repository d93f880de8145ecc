//! A person in an organization.

use super::{DepartmentAccess, Permissions};
use kernel::{Moment, UserId};

/// A member (сотрудник в сервисе): a user of this organization, with what they may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub user_id: UserId,
    /// Single permissions, beside those of roles and delegations.
    pub permissions: Permissions,
    /// Where.
    pub departments: DepartmentAccess,
    /// Since when.
    pub added_at: Moment,
}
