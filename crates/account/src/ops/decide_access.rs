//! An administrator lets a person in who asked, or says why not.

use super::add_member::join;
use super::ask_access::find;
use super::give_roles::give;
use super::notify::notify;
use super::paging::{after, page, rows};
use crate::model::{
    AccessRequest, AccessRequestId, AccessRequestState, AccountRefusal, DepartmentAccess, Member, NoticeKind,
    Permission, Permissions, RoleKey, User,
};
use crate::scope::{OrgScope, authorize};
use crate::store::{access_requests, organizations, users};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, OrganizationId, Page, PageRequest};
use std::collections::BTreeSet;

/// With what a person is let in.
#[derive(Debug, Clone)]
pub struct ApprovedAccess {
    /// Where.
    pub organization_id: OrganizationId,
    /// Which request.
    pub access_request_id: AccessRequestId,
    /// Roles.
    pub roles: BTreeSet<RoleKey>,
    /// Single permissions.
    pub permissions: Permissions,
    /// Departments.
    pub departments: DepartmentAccess,
}

/// Why not.
#[derive(Debug, Clone)]
pub struct RefusedAccess {
    /// Where.
    pub organization_id: OrganizationId,
    /// Which request.
    pub access_request_id: AccessRequestId,
    /// The reason, which the person reads; checked, not empty.
    pub reason: String,
}

/// Makes the person a member and tells them. Refuses a request that was decided, and roles and departments that are not
/// there.
pub async fn approve(tx: &mut Tx<'_>, cx: &Cx, with: &ApprovedAccess) -> Result<Member, No<AccountRefusal>> {
    let (scope, request) = open_request(tx, cx, with.organization_id, with.access_request_id).await?;
    let (permissions, departments) = (with.permissions.clone(), with.departments.clone());
    let member = Member { user_id: request.user_id, permissions, departments, added_at: cx.now };
    join(tx, &scope, &member).await?;
    give(tx, cx, &scope, (request.user_id, &with.roles)).await?;
    decide(tx, cx, &scope, &request, (AccessRequestState::Approved, None)).await?;
    Ok(member)
}

/// Writes the refusal and tells the person why. Refuses a request that was decided.
pub async fn refuse(tx: &mut Tx<'_>, cx: &Cx, with: &RefusedAccess) -> Result<AccessRequest, No<AccountRefusal>> {
    let (scope, request) = open_request(tx, cx, with.organization_id, with.access_request_id).await?;
    decide(tx, cx, &scope, &request, (AccessRequestState::Refused, Some(&with.reason))).await?;
    find(tx, &scope, with.access_request_id).await
}

/// The organization's requests with the people who made them.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    request: &PageRequest,
) -> Result<Page<(AccessRequest, Option<User>)>, Fault> {
    let found = access_requests::list(from, scope, &after(request), rows(request)).await?;
    let found = page(found, request, |request| request.access_request_id.to_vec());
    let mut items = Vec::with_capacity(found.items.len());
    for request in found.items {
        let user = users::find(from, request.user_id).await?;
        items.push((request, user));
    }
    Ok(Page { items, next: found.next })
}

async fn open_request(
    tx: &mut Tx<'_>,
    cx: &Cx,
    organization_id: OrganizationId,
    id: AccessRequestId,
) -> Result<(OrgScope, AccessRequest), No<AccountRefusal>> {
    let scope = authorize(tx, cx, organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let request = find(tx, &scope, id).await?;
    request.demand_open()?;
    Ok((scope, request))
}

async fn decide(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    request: &AccessRequest,
    (state, reason): (AccessRequestState, Option<&str>),
) -> Result<(), Fault> {
    access_requests::decide(tx, scope, (request.access_request_id, state, reason), cx.now).await?;
    let organization = organizations::get(tx, scope).await?.name.shown();
    let kind = if reason.is_some() { NoticeKind::AccessRefused } else { NoticeKind::AccessApproved };
    let arguments = [("organization", organization.as_str()), ("reason", reason.unwrap_or_default())];
    notify(tx, cx, scope, request.user_id, (kind, &arguments)).await
}
