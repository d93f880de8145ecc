//! A person asks an organization to let them in, and may change their mind.

use super::notify::{name_of, notify};
use super::paging::{after, page, rows};
use crate::limits::{ACCESS_REQUESTS_MAX, ACCESS_REQUESTS_OF_USER_MAX, ADMINISTRATORS_TOLD_MAX};
use crate::model::{AccessRequest, AccessRequestId, AccessRequestState, AccountRefusal, NoticeKind};
use crate::scope::OrgScope;
use crate::store::{access_requests, grants, members, organizations};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, Inn, Kpp, Moment, Page, PageRequest, UserId};
use std::time::Duration;

pub use crate::store::access_requests::Asked;

/// Requests of a person are counted over so long.
const COUNTED_OVER: Duration = Duration::from_secs(30 * 24 * 3600);

/// Whom, and what the person says.
#[derive(Debug, Clone)]
pub struct NewAccessRequest {
    /// ИНН of the organization.
    pub inn: Inn,
    /// КПП of a company.
    pub kpp: Option<Kpp>,
    /// A test organization.
    pub is_test: bool,
    /// Who the person is and why; up to 500 characters, checked.
    pub comment: String,
}

/// Writes the request and tells the administrators. Nothing of the organization is told but what its public card says.
/// Refuses a member, a second request, one within a week of a refusal, and too many.
pub async fn run(
    tx: &mut Tx<'_>,
    cx: &Cx,
    new: &NewAccessRequest,
) -> Result<(AccessRequest, Asked), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let found = access_requests::find_registered(tx, (&new.inn, new.kpp.as_ref()), new.is_test).await?;
    let organization_id = found.ok_or(AccountRefusal::not_found("organization"))?;
    let scope = OrgScope::invited(organization_id, user_id);
    organizations::lock(tx, &scope).await?;
    if grants::find(tx, organization_id, user_id, cx.now).await?.is_some() {
        return Err(AccountRefusal::AlreadyMember.into());
    }
    AccessRequest::check_again(&access_requests::list_of_user(tx, &scope, user_id).await?, cx.now)?;
    check_counts(tx, cx, &scope, user_id).await?;
    let request = AccessRequest {
        access_request_id: cx.new_id(),
        organization_id,
        user_id,
        comment: new.comment.clone(),
        state: AccessRequestState::Open,
        reason: None,
        created_at: cx.now,
        decided_at: None,
    };
    let id = request.access_request_id;
    let asked = Asked { access_request_id: id, organization_id, inn: new.inn.clone(), kpp: new.kpp.clone() };
    access_requests::add(tx, &scope, &request, &asked).await?;
    tell_administrators(tx, cx, &scope, user_id).await?;
    Ok((request, asked))
}

async fn check_counts(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, user_id: UserId) -> Result<(), No<AccountRefusal>> {
    let too_many = |what, max: i64| AccountRefusal::TooMany { what, max: usize::try_from(max).unwrap_or_default() };
    if access_requests::count_open(tx, scope).await? >= ACCESS_REQUESTS_MAX {
        return Err(too_many("open requests for access", ACCESS_REQUESTS_MAX).into());
    }
    let since = first_id_of(cx.now.minus(COUNTED_OVER));
    if access_requests::count_asked(tx, user_id, &since).await? >= ACCESS_REQUESTS_OF_USER_MAX {
        return Err(too_many("requests for access in 30 days", ACCESS_REQUESTS_OF_USER_MAX).into());
    }
    Ok(())
}

/// No id made at this moment is before it: a UUIDv7 begins with 48 bits of milliseconds.
fn first_id_of(moment: Moment) -> Vec<u8> {
    let millis = moment.micros().max(0) / 1000;
    let mut octets = millis.to_be_bytes().into_iter().skip(2).collect::<Vec<_>>();
    octets.resize(16, 0);
    octets
}

async fn tell_administrators(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, who: UserId) -> Result<(), Fault> {
    let organization = organizations::get(tx, scope).await?.name.shown();
    let person = name_of(tx, who).await?;
    let administrators = members::list_administrators(tx, scope).await?;
    for administrator in administrators.into_iter().take(ADMINISTRATORS_TOLD_MAX) {
        let arguments = [("organization", organization.as_str()), ("person", person.as_str())];
        notify(tx, cx, scope, administrator, (NoticeKind::AccessAsked, &arguments)).await?;
    }
    Ok(())
}

/// Takes the caller's own request back. Refuses one that was decided.
pub async fn withdraw(tx: &mut Tx<'_>, cx: &Cx, id: &AccessRequestId) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let asked = access_requests::find_asked(tx, user_id, *id).await?;
    let asked = asked.ok_or(AccountRefusal::not_found("request for access"))?;
    let scope = OrgScope::invited(asked.organization_id, user_id);
    organizations::lock(tx, &scope).await?;
    let request = find(tx, &scope, *id).await?;
    request.demand_open()?;
    access_requests::decide(tx, &scope, (*id, AccessRequestState::Withdrawn, None), cx.now).await?;
    Ok(())
}

/// The caller's own requests, as they named the organizations.
pub async fn list_mine(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    request: &PageRequest,
) -> Result<Page<(AccessRequest, Asked)>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let found = access_requests::list_asked(from, user_id, &after(request), rows(request)).await?;
    let found = page(found, request, |asked| asked.access_request_id.to_vec());
    let mut items = Vec::with_capacity(found.items.len());
    for asked in found.items {
        let scope = OrgScope::invited(asked.organization_id, user_id);
        items.push((find(from, &scope, asked.access_request_id).await?, asked));
    }
    Ok(Page { items, next: found.next })
}

pub(crate) async fn find(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    id: AccessRequestId,
) -> Result<AccessRequest, No<AccountRefusal>> {
    let found = access_requests::find(from, scope, id).await?;
    Ok(found.ok_or(AccountRefusal::not_found("request for access"))?)
}
