//! Departments of an organization.

pub(super) mod archive;
pub(super) mod change;
pub(super) mod create;
pub(super) mod list;
pub(super) mod restore;

use crate::model::Department;
use kernel::Moment;
use serde::Serialize;
use utoipa::ToSchema;

/// A department.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct DepartmentView {
    /// Id.
    pub department_id: String,
    /// The department above; the root has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// Name.
    pub name: String,
    /// When it was archived, RFC 3339; absent where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<String>,
}

impl From<Department> for DepartmentView {
    fn from(department: Department) -> Self {
        Self {
            department_id: department.department_id.to_string(),
            parent_id: department.parent_id.map(|id| id.to_string()),
            name: department.name,
            archived_at: department.archived_at.map(Moment::to_rfc3339),
        }
    }
}
