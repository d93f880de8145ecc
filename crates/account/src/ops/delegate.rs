//! A member lets another act in their place for a time.

use super::notify::{name_of, notify};
use super::paging::{after, page, rows};
use crate::limits::DELEGATIONS_MAX;
use crate::model::{
    AccountRefusal, Delegation, DelegationId, GrantSource, Grants, NoticeKind, PeopleRefusal, Permission, Permissions,
};
use crate::scope::{OrgScope, authorize_member};
use crate::store::{delegations, members, organizations};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, Moment, OrganizationId, Page, PageRequest, UserId};

pub use crate::store::delegations::DelegatedAct;

/// To whom, what, for how long.
#[derive(Debug, Clone)]
pub struct NewDelegation {
    /// Where.
    pub organization_id: OrganizationId,
    /// Who will act.
    pub to: UserId,
    /// What they may do; not `administer`.
    pub permissions: Permissions,
    /// Why, for people.
    pub reason: String,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
}

/// Which delegation.
#[derive(Debug, Clone, Copy)]
pub struct WhichDelegation {
    /// Where.
    pub organization_id: OrganizationId,
    /// Which.
    pub delegation_id: DelegationId,
}

/// Writes the delegation and tells both. Refuses what [`Delegation::check`] does, and a delegate who is no member.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewDelegation) -> Result<Delegation, No<AccountRefusal>> {
    let (scope, from, grants) = authorize_member(tx, cx, new.organization_id).await?;
    organizations::lock(tx, &scope).await?;
    let delegation = Delegation {
        delegation_id: cx.new_id(),
        from,
        to: new.to,
        permissions: new.permissions.clone(),
        reason: new.reason.trim().to_owned(),
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        created_at: cx.now,
        revoked_at: None,
        revoked_by: None,
    };
    delegation.check(&own(&grants), cx.now)?;
    if members::find(tx, &scope, new.to).await?.is_none() {
        return Err(AccountRefusal::not_found("member").into());
    }
    if delegations::count_open(tx, &scope, from, cx.now).await? >= DELEGATIONS_MAX {
        let max = usize::try_from(DELEGATIONS_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "open delegations", max }.into());
    }
    delegations::add(tx, &scope, &delegation).await?;
    tell(tx, cx, &scope, &delegation, [NoticeKind::DelegationGiven, NoticeKind::DelegationMade]).await?;
    Ok(delegation)
}

/// Ends a delegation before its time and tells both. The delegator, the delegate and administrators may.
pub async fn revoke(tx: &mut Tx<'_>, cx: &Cx, which: &WhichDelegation) -> Result<(), No<AccountRefusal>> {
    let (scope, _, delegation) = find(tx, cx, *which).await?;
    organizations::lock(tx, &scope).await?;
    if !delegation.is_open(cx.now) {
        return Err(AccountRefusal::from(PeopleRefusal::DelegationOver).into());
    }
    delegations::revoke(tx, &scope, which.delegation_id, (cx.now, scope.user_id())).await?;
    tell(tx, cx, &scope, &delegation, [NoticeKind::DelegationRevoked; 2]).await?;
    Ok(())
}

/// The caller's delegations, from and to them; all of the organization's for an administrator.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
    request: &PageRequest,
) -> Result<Page<Delegation>, No<AccountRefusal>> {
    let (scope, user_id, grants) = authorize_member(from, cx, organization_id).await?;
    let of = (!may_administer(&grants)).then_some(user_id);
    let found = delegations::list(from, &scope, (&after(request), rows(request)), of).await?;
    Ok(page(found, request, |delegation| delegation.delegation_id.to_vec()))
}

/// What was done under a delegation, for those who may see it.
pub async fn list_acts(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    which: WhichDelegation,
    request: &PageRequest,
) -> Result<Page<DelegatedAct>, No<AccountRefusal>> {
    let (scope, id, _) = find(from, cx, which).await?;
    let found = delegations::list_acts(from, &scope, id, (&after(request), rows(request))).await?;
    Ok(page(found, request, |act| act.act_id.to_vec()))
}

/// A delegation the caller may see: theirs from or to, or any for an administrator. Others are not found.
async fn find(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    which: WhichDelegation,
) -> Result<(OrgScope, DelegationId, Delegation), No<AccountRefusal>> {
    let (scope, user_id, grants) = authorize_member(from, cx, which.organization_id).await?;
    let found = delegations::find(from, &scope, which.delegation_id).await?;
    let is_seen = |one: &Delegation| one.from == user_id || one.to == user_id || may_administer(&grants);
    let found = found.filter(is_seen).ok_or(AccountRefusal::not_found("delegation"))?;
    Ok((scope, which.delegation_id, found))
}

fn may_administer(grants: &Grants) -> bool {
    own(grants).allow(Permission::Administer)
}

/// What a person may do themselves: nothing that was lent to them is lent on.
fn own(grants: &Grants) -> Permissions {
    let is_own = |source: &GrantSource| !matches!(source, GrantSource::Delegation { .. });
    grants.0.iter().filter(|grant| is_own(&grant.source)).flat_map(|grant| grant.permissions.iter()).collect()
}

/// Tells the delegate the first, the delegator the second.
async fn tell(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    delegation: &Delegation,
    [to_delegate, to_delegator]: [NoticeKind; 2],
) -> Result<(), Fault> {
    let day = |moment: Moment| moment.civil_date_msk().strftime("%d.%m.%Y").to_string();
    let (since, until) = (day(delegation.starts_at), day(delegation.ends_at));
    let organization = organizations::get(tx, scope).await?.name.shown();
    let (delegator, delegate) = (name_of(tx, delegation.from).await?, name_of(tx, delegation.to).await?);
    for (user_id, kind) in [(delegation.to, to_delegate), (delegation.from, to_delegator)] {
        let arguments = [
            ("organization", organization.as_str()),
            ("delegator", delegator.as_str()),
            ("delegate", delegate.as_str()),
            ("since", since.as_str()),
            ("until", until.as_str()),
        ];
        notify(tx, cx, scope, user_id, (kind, &arguments)).await?;
    }
    Ok(())
}
