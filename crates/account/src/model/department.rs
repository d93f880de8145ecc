//! Departments of an organization's box.

use kernel::Moment;

kernel::typed_id!(
    /// A department (подразделение) of an organization.
    pub struct DepartmentId
);

/// A department; every organization is born with its root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub department_id: DepartmentId,
    /// The department above; the root has none.
    pub parent_id: Option<DepartmentId>,
    /// As shown.
    pub name: String,
    /// When it was made.
    pub created_at: Moment,
}
