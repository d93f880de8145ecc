//! Every "no" about roles, departments, delegations and requests for access.

use super::AccountRefusal;
use kernel::{Refusal, RefusalKind};

/// A rule about people said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeopleRefusal {
    /// A built-in role is neither changed nor removed.
    #[error("a built-in role cannot be changed; make one of your own")]
    RoleBuiltIn,
    /// Another role has this name.
    #[error("another role has this name")]
    RoleNameTaken,
    /// The root is neither moved nor archived.
    #[error("the root department cannot be moved or archived")]
    DepartmentRoot,
    /// It would lie under itself.
    #[error("a department cannot lie under itself")]
    DepartmentCycle,
    /// Departments lie under it.
    #[error("departments lie under this one; move or archive them first")]
    DepartmentNotEmpty,
    /// A sister has this name.
    #[error("a department beside it has this name")]
    DepartmentNameTaken,
    /// It was archived.
    #[error("this department is archived")]
    DepartmentArchived,
    /// One does not stand in for oneself.
    #[error("a delegation is given to another member")]
    DelegationToSelf,
    /// More than the delegator may do, or nothing, or administering.
    #[error("only what one may do oneself is delegated, and never `administer`")]
    DelegationBeyondOwn,
    /// Over, empty, or longer than a year.
    #[error("a delegation ends later than it begins, not in the past, and within 366 days")]
    DelegationTime,
    /// It has ended.
    #[error("this delegation has ended")]
    DelegationOver,
    /// A request of the same person waits.
    #[error("a request to this organization is open already")]
    AlreadyAsked,
    /// The organization refused within the last week.
    #[error("this organization refused less than seven days ago")]
    AskedTooSoon,
    /// No PNG or JPEG, too large, or too many points.
    #[error("a picture is a PNG or JPEG of up to 64 KiB and 1024 by 1024 points")]
    PictureForm,
    /// It was decided or withdrawn.
    #[error("this request was decided or withdrawn")]
    RequestOver,
    /// A task is given to one member or to one department.
    #[error("a task is given either to a member or to a department")]
    TaskReceiver,
    /// The day has passed.
    #[error("the day by which the task is due has passed")]
    TaskDue,
    /// It was done, returned or withdrawn.
    #[error("this task was done, returned or withdrawn")]
    TaskOver,
    /// Done and returned by the receiver, withdrawn by the giver.
    #[error("a task is done or returned by whom it was given to, and withdrawn by who gave it")]
    TaskOfOther,
}

impl From<PeopleRefusal> for AccountRefusal {
    fn from(refusal: PeopleRefusal) -> Self {
        Self::People(refusal)
    }
}

impl Refusal for PeopleRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::RoleBuiltIn => "account.role.built-in",
            Self::RoleNameTaken => "account.role.name-taken",
            Self::DepartmentRoot => "account.department.root",
            Self::DepartmentCycle => "account.department.cycle",
            Self::DepartmentNotEmpty => "account.department.not-empty",
            Self::DepartmentNameTaken => "account.department.name-taken",
            Self::DepartmentArchived => "account.department.archived",
            Self::DelegationToSelf => "account.delegation.to-self",
            Self::DelegationBeyondOwn => "account.delegation.beyond-own",
            Self::DelegationTime => "account.delegation.time",
            Self::DelegationOver => "account.delegation.over",
            Self::AlreadyAsked => "account.access-request.already",
            Self::AskedTooSoon => "account.access-request.too-soon",
            Self::PictureForm => "account.profile.picture-form",
            Self::RequestOver => "account.access-request.over",
            Self::TaskReceiver => "account.task.receiver",
            Self::TaskDue => "account.task.due",
            Self::TaskOver => "account.task.over",
            Self::TaskOfOther => "account.task.of-other",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::DelegationToSelf
            | Self::DelegationBeyondOwn
            | Self::DelegationTime
            | Self::PictureForm
            | Self::TaskReceiver
            | Self::TaskDue => RefusalKind::Invalid,
            Self::DelegationOver | Self::RequestOver | Self::TaskOver => RefusalKind::Gone,
            Self::TaskOfOther => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::RoleNameTaken | Self::DepartmentNameTaken => "name",
            Self::DepartmentCycle => "parent_id",
            Self::DelegationToSelf => "to_user_id",
            Self::DelegationBeyondOwn => "permissions",
            Self::DelegationTime => "ends_at",
            Self::TaskReceiver => "to_user_id",
            Self::TaskDue => "due_on",
            _ => return None,
        };
        Some(field.to_owned())
    }
}
