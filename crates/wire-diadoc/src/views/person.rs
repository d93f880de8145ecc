//! People: users and employees.

use account::{OrgBox, OrgScope, Permission, User};

use crate::ids::shown;
use crate::proto::api::proto::employees::{Employee, EmployeeAction, EmployeePermissions};
use crate::proto::api::proto::{AuthorizationPermission, DocumentAccessLevel, FullName, UserV2};
use crate::ticks::timestamp;

/// A person.
pub fn user(user: &User) -> UserV2 {
    UserV2 {
        user_id: shown(user.user_id),
        login: Some(user.login.clone()),
        full_name: Some(full_name(&user.name)),
        is_registered: true,
    }
}

/// A name as typed, in the parts the contract obliges: what is missing stays empty.
fn full_name(name: &str) -> FullName {
    let mut words = name.split_whitespace();
    let last_name = words.next().unwrap_or_default().to_owned();
    let first_name = words.next().unwrap_or_default().to_owned();
    let rest = words.collect::<Vec<_>>().join(" ");
    FullName { last_name, first_name, middle_name: (!rest.is_empty()).then_some(rest) }
}

/// The caller as an employee of the box's organization.
pub fn employee(person: &User, scope: &OrgScope, org_box: &OrgBox) -> Employee {
    let departments = match scope.departments() {
        account::DepartmentAccess::All => Vec::new(),
        account::DepartmentAccess::Listed(listed) => listed.iter().map(|id| shown(*id)).collect(),
    };
    let level = match scope.departments() {
        account::DepartmentAccess::All => DocumentAccessLevel::AllDocuments,
        account::DepartmentAccess::Listed(_) => DocumentAccessLevel::SelectedDepartments,
    };
    Employee {
        user: user(person),
        permissions: EmployeePermissions {
            user_department_id: shown(org_box.root_department_id),
            is_administrator: scope.allows(Permission::Administer),
            document_access_level: level.into(),
            selected_department_ids: departments,
            actions: actions(scope),
            authorization_permission: Some(AuthorizationPermission { is_blocked: false, comment: None }),
        },
        position: String::new(),
        can_be_invited_for_chat: false,
        creation_timestamp: Some(timestamp(person.created_at)),
    }
}

/// The vendor's finer actions, each allowed by the permission that covers it here; what is not built is allowed to nobody.
fn actions(scope: &OrgScope) -> Vec<EmployeeAction> {
    let by = |name: &str, permission: Option<Permission>| EmployeeAction {
        name: name.to_owned(),
        is_allowed: permission.is_some_and(|permission| scope.allows(permission)),
    };
    vec![
        by("CreateDocuments", Some(Permission::Send)),
        by("SignDocuments", Some(Permission::Sign)),
        by("ManageCounteragents", Some(Permission::Send)),
        by("AttachUniversalMessages", Some(Permission::Send)),
        by("DeleteRestoreDocuments", None),
        by("AddResolutions", None),
        by("RequestResolutions", None),
    ]
}
