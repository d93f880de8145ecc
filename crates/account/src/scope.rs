//! The only door to an organization's data.

use crate::model::{AccountRefusal, DelegationId, DepartmentAccess, DepartmentId, Grants, Permission, Permissions};
use crate::store::{delegations, grants, members};
use kernel::{Caller, Cx, OrganizationId, UserId};
use store::{Fault, Fetch, JobTicket, No, Tx};

/// Proof that the caller or a job may touch this organization's data. Storage functions take it; only [`authorize`]
/// and [`act_for`] make one, so that an unauthorised query does not compile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgScope {
    organization_id: OrganizationId,
    user_id: Option<UserId>,
    permissions: Permissions,
    departments: DepartmentAccess,
    delegation: Option<DelegationId>,
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

    /// The delegation without which this could not be done: the person acts in another's place.
    #[must_use]
    pub const fn delegation(&self) -> Option<DelegationId> {
        self.delegation
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
        Self { organization_id, user_id, permissions, departments, delegation: None }
    }

    /// The scope of an organization being founded in this transaction by this person.
    pub(crate) fn founding(organization_id: OrganizationId, founder: UserId) -> Self {
        Self::whole(organization_id, Some(founder))
    }

    /// The scope of a person who shows an invitation or asks for access: enough to become a member, with no permission
    /// yet.
    pub(crate) fn invited(organization_id: OrganizationId, user_id: UserId) -> Self {
        let (permissions, departments) = (Permissions::none(), DepartmentAccess::Listed([].into()));
        Self { organization_id, user_id: Some(user_id), permissions, departments, delegation: None }
    }

    /// For one thing: where it may be done, and what else may be done there.
    fn granted(organization_id: OrganizationId, user_id: UserId, grants: &Grants, permission: Permission) -> Self {
        let departments = grants.departments_for(permission);
        let permissions = grants.permissions_in(&departments);
        let delegation = grants.delegation_for(permission);
        Self { organization_id, user_id: Some(user_id), permissions, departments, delegation }
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
    let Some(grants) = grants::find(from, organization_id, user_id, cx.now).await? else {
        return Err(AccountRefusal::not_found("organization").into());
    };
    let scope = OrgScope::granted(organization_id, user_id, &grants, permission);
    scope.demand(permission)?;
    Ok(scope)
}

/// A member's scope whatever they may do, with no permission in it, and what they may do beside it. Refuses as
/// [`authorize`] does; the program itself and jobs are no members.
pub(crate) async fn authorize_member(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<(OrgScope, UserId, Grants), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    match grants::find(from, organization_id, user_id, cx.now).await? {
        Some(grants) => Ok((OrgScope::invited(organization_id, user_id), user_id, grants)),
        None => Err(AccountRefusal::not_found("organization").into()),
    }
}

/// Remembers an act where it could be done only under a delegation; nothing otherwise. `what` is the room's stable name
/// of the act, such as `exchange.post-message`. In the transaction of the act.
pub async fn note_act(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, what: &'static str) -> Result<(), Fault> {
    match (scope.delegation, scope.user_id) {
        (Some(id), Some(user_id)) => delegations::add_act(tx, cx, scope, (id, user_id, what)).await,
        _ => Ok(()),
    }
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
