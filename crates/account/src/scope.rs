//! The only door to an organization's data.

use crate::model::{AccountRefusal, DepartmentAccess, DepartmentId, Permission, Permissions};
use crate::store::members;
use kernel::{Caller, Cx, OrganizationId, UserId};
use store::{Fault, Fetch, JobTicket, No};

/// Proof that the caller or a job may touch this organization's data. Storage functions take it; only [`authorize`]
/// and [`act_for`] make one, so that an unauthorised query does not compile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgScope {
    organization_id: OrganizationId,
    user_id: Option<UserId>,
    permissions: Permissions,
    departments: DepartmentAccess,
}

impl OrgScope {
    /// Whose data.
    #[must_use]
    pub const fn organization_id(&self) -> OrganizationId {
        self.organization_id
    }

    /// The person who acts; a job and the program itself act for nobody in particular.
    #[must_use]
    pub const fn user_id(&self) -> Option<UserId> {
        self.user_id
    }

    /// Whether one more permission is there, beyond the one that was asked for.
    #[must_use]
    pub fn allows(&self, permission: Permission) -> bool {
        self.permissions.allow(permission)
    }

    /// All that may be done.
    #[must_use]
    pub const fn permissions(&self) -> &Permissions {
        &self.permissions
    }

    /// Refuses where one more permission is needed and not there.
    pub fn demand(&self, permission: Permission) -> Result<(), AccountRefusal> {
        if self.allows(permission) { Ok(()) } else { Err(AccountRefusal::Forbidden { permission: permission.name() }) }
    }

    /// Which departments' documents are reached.
    #[must_use]
    pub const fn departments(&self) -> &DepartmentAccess {
        &self.departments
    }

    /// Whether documents of the department are reached.
    #[must_use]
    pub fn reaches(&self, department_id: DepartmentId) -> bool {
        self.departments.reaches(department_id)
    }

    fn whole(organization_id: OrganizationId, user_id: Option<UserId>) -> Self {
        let (permissions, departments) = (Permissions::all(), DepartmentAccess::All);
        Self { organization_id, user_id, permissions, departments }
    }

    /// The scope of an organization being founded in this transaction by this person.
    pub(crate) fn founding(organization_id: OrganizationId, founder: UserId) -> Self {
        Self::whole(organization_id, Some(founder))
    }

    /// The scope of a person who shows an invitation: enough to become a member, with no permission yet.
    pub(crate) fn invited(organization_id: OrganizationId, user_id: UserId) -> Self {
        let (permissions, departments) = (Permissions::none(), DepartmentAccess::Listed([].into()));
        Self { organization_id, user_id: Some(user_id), permissions, departments }
    }
}

/// The caller's scope in this organization, inside a transaction or before it.
///
/// Refuses nobody (401); who is no member, and a job, find nothing (404); a member without the permission is
/// forbidden (403). The program itself (first start, seeding, the administrator's command line) may do everything.
pub async fn authorize(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
    permission: Permission,
) -> Result<OrgScope, No<AccountRefusal>> {
    let user_id = match cx.caller {
        Caller::Nobody => return Err(AccountRefusal::SignInNeeded.into()),
        Caller::Job { .. } => return Err(AccountRefusal::not_found("organization").into()),
        Caller::System if members::organization_exists(from, organization_id).await? => {
            return Ok(OrgScope::whole(organization_id, None));
        }
        Caller::System => return Err(AccountRefusal::not_found("organization").into()),
        Caller::User { user_id, .. } => user_id,
    };
    let Some((permissions, departments)) = members::find_rights(from, organization_id, user_id).await? else {
        return Err(AccountRefusal::not_found("organization").into());
    };
    let scope = OrgScope { organization_id, user_id: Some(user_id), permissions, departments };
    scope.demand(permission)?;
    Ok(scope)
}

/// The scope of a job: the organization it was written for by an authorised transaction. A ticket is made only by the
/// store's runner.
#[must_use]
pub fn act_for(ticket: &JobTicket) -> OrgScope {
    OrgScope::whole(ticket.organization_id, None)
}

/// The scope of a job in the other party's organization, which its payload names: for what one organization does to
/// another. Each transaction of the job still touches one organization.
#[must_use]
pub fn act_between(_: &JobTicket, other: OrganizationId) -> OrgScope {
    OrgScope::whole(other, None)
}

impl From<AccountRefusal> for No<AccountRefusal> {
    fn from(refusal: AccountRefusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A stored value that this program cannot have written.
pub(crate) fn unreadable(what: &'static str) -> Fault {
    Fault::Decode(format!("account: {what}"))
}
