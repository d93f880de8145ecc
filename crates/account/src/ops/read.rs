//! Everything that may be looked at.

use super::paging::{after, page, rows};
use crate::model::{
    AccountRefusal, BoxCard, Contact, Department, IntegratorKey, Invitation, JournalEntry, JournalSubject, Login,
    Member, OrgBox, Organization, ParticipantId, Permission, Permissions, Role, RoleKey, SignIn, User,
};
use crate::scope::{OrgScope, authorize};
use crate::store::{
    contacts, directory, integrator_keys, invitations, journal, members, organizations, roles, sign_ins, users,
};
use ::store::{Fault, Fetch, No};
use kernel::{BoxId, Cx, Inn, Kpp, OrganizationId, Page, PageRequest, UserId};
use std::collections::{BTreeMap, BTreeSet};

type Found<T> = Result<T, No<AccountRefusal>>;

/// The caller as a user.
pub async fn me(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Found<User> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(users::find(from, user_id).await?.ok_or(AccountRefusal::SignInNeeded)?)
}

/// The caller's open sign-ins.
pub async fn list_sign_ins(from: &mut (impl Fetch + ?Sized), cx: &Cx, request: &PageRequest) -> Found<Page<SignIn>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let found = sign_ins::list_open(from, user_id, &after(request), cx.now, rows(request)).await?;
    Ok(page(found, request, |sign_in| sign_in.sign_in_id.to_vec()))
}

/// Tries to sign in as the caller, the newest first.
pub async fn list_journal(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    request: &PageRequest,
) -> Found<Page<JournalEntry>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let before = Some(after(request)).filter(|before| !before.is_empty()).unwrap_or_else(|| vec![u8::MAX; 16]);
    let found = journal::list(from, JournalSubject::person(user_id), &before, rows(request)).await?;
    Ok(page(found, request, |entry| entry.entry_id.to_vec()))
}

/// What is known of the caller's address and phone.
pub async fn my_contact(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Found<Contact> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(contacts::find(from, user_id).await?)
}

/// The organizations the caller is a member of, those too where they may do nothing.
pub async fn list_my_organizations(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    request: &PageRequest,
) -> Found<Page<OrganizationId>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let found = directory::list_mine(from, user_id, &after(request), rows(request)).await?;
    Ok(page(found, request, OrganizationId::to_vec))
}

/// One organization of the caller: its boxes, and what the caller may do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The organization.
    pub organization: Organization,
    /// Of the caller.
    pub permissions: Permissions,
    /// Its boxes.
    pub boxes: Vec<OrgBox>,
}

/// The organizations the caller may read: what a person chooses between. A page may be shorter than asked for.
pub async fn list_my_seats(from: &mut (impl Fetch + ?Sized), cx: &Cx, request: &PageRequest) -> Found<Page<Seat>> {
    let mine = list_my_organizations(from, cx, request).await?;
    let mut items = Vec::with_capacity(mine.items.len());
    for organization_id in mine.items {
        match authorize(from, cx, organization_id, Permission::Read).await {
            Ok(scope) => items.push(Seat {
                organization: organization(from, &scope).await?,
                permissions: scope.permissions().clone(),
                boxes: boxes(from, &scope).await?,
            }),
            Err(No::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(Page { items, next: mine.next })
}

/// The same as pairs of an organization and its boxes.
pub async fn list_my_boxes(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    request: &PageRequest,
) -> Found<Page<(Organization, Vec<OrgBox>)>> {
    let Page { items, next } = list_my_seats(from, cx, request).await?;
    Ok(Page { items: items.into_iter().map(|seat| (seat.organization, seat.boxes)).collect(), next })
}

/// The organization, whole: for its members and for jobs that act for it.
pub async fn organization(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Organization, Fault> {
    organizations::get(from, scope).await
}

/// Its departments, the root first; archived ones are not among them.
pub async fn departments(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<Department>, Fault> {
    let mut all = all_departments(from, scope).await?;
    all.retain(|department| department.archived_at.is_none());
    Ok(all)
}

/// Archived ones too.
pub async fn all_departments(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<Department>, Fault> {
    organizations::list_departments(from, scope).await
}

/// Roles of its own.
pub async fn roles(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<Role>, Fault> {
    roles::list(from, scope).await
}

/// Roles of these members, which stand in the order of their ids.
pub async fn held_roles(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    of: &[(Member, Option<User>)],
) -> Result<BTreeMap<UserId, BTreeSet<RoleKey>>, Fault> {
    let (Some((first, _)), Some((last, _))) = (of.first(), of.last()) else { return Ok(BTreeMap::new()) };
    roles::list_held(from, scope, (first.user_id, last.user_id)).await
}

/// Its boxes.
pub async fn boxes(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<OrgBox>, Fault> {
    organizations::list_boxes(from, scope).await
}

/// One of its boxes; another organization's is not found.
pub async fn org_box(from: &mut (impl Fetch + ?Sized), scope: &OrgScope, box_id: BoxId) -> Found<OrgBox> {
    Ok(organizations::find_box(from, scope, box_id).await?.ok_or(AccountRefusal::not_found("box"))?)
}

/// The caller's scope through one of the organization's boxes: for surfaces that name a box, not an organization.
/// An unknown box and a foreign one are the same.
pub async fn authorize_box(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    box_id: BoxId,
    permission: Permission,
) -> Found<(OrgScope, BoxCard)> {
    let no_box = |_| AccountRefusal::not_found("box");
    let card = directory::find_box(from, box_id).await?.ok_or(AccountRefusal::not_found("box"))?;
    let scope = authorize(from, cx, card.organization_id, permission).await;
    let scope = scope.map_err(|no| match no {
        No::Refused(refusal @ AccountRefusal::NotFound { .. }) => No::Refused(no_box(refusal)),
        other => other,
    })?;
    Ok((scope, card))
}

/// Members with their names: `None` for a user whose row is gone.
pub async fn members(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    request: &PageRequest,
) -> Result<Page<(Member, Option<User>)>, Fault> {
    let found = members::list(from, scope, &after(request), rows(request)).await?;
    let found = page(found, request, |member| member.user_id.to_vec());
    let mut named = Vec::with_capacity(found.items.len());
    for member in found.items {
        let user = users::find(from, member.user_id).await?;
        named.push((member, user));
    }
    Ok(Page { items: named, next: found.next })
}

/// One member as a person: for what other rooms write to him. Nobody who is no member of the scope's organization.
pub async fn find_member_user(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    user_id: UserId,
) -> Result<Option<User>, Fault> {
    match members::find(from, scope, user_id).await? {
        Some(_) => users::find(from, user_id).await,
        None => Ok(None),
    }
}

/// These people as others see them, for a desk of the installation that shows who of it did what: the desk has
/// authorised its caller. Who is not there is left out.
pub async fn list_people(
    from: &mut (impl Fetch + ?Sized),
    user_ids: impl IntoIterator<Item = UserId>,
) -> Result<Vec<User>, Fault> {
    let mut people = Vec::new();
    for user_id in BTreeSet::from_iter(user_ids) {
        people.extend(users::find(from, user_id).await?);
    }
    Ok(people)
}

/// The person who signs in with this login: for administrators of the installation alone, since it tells whether one is
/// there. Refuses what is no login.
pub async fn find_person(from: &mut (impl Fetch + ?Sized), login: &str) -> Found<Option<User>> {
    Ok(users::find_login(from, Login::parse(login)?.folded()).await?)
}

/// Keys of integrators' programs, revoked ones too.
pub async fn integrator_keys(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    request: &PageRequest,
) -> Result<Page<IntegratorKey>, Fault> {
    let found = integrator_keys::list(from, scope, &after(request), rows(request)).await?;
    Ok(page(found, request, |key| key.integrator_key_id.to_vec()))
}

/// Invitations, ended ones too.
pub async fn invitations(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    request: &PageRequest,
) -> Result<Page<Invitation>, Fault> {
    let found = invitations::list(from, scope, &after(request), rows(request)).await?;
    Ok(page(found, request, |invitation| invitation.invitation_id.to_vec()))
}

/// Public card of a box.
pub async fn find_card(from: &mut (impl Fetch + ?Sized), box_id: BoxId) -> Result<Option<BoxCard>, Fault> {
    directory::find_box(from, box_id).await
}

/// Public cards of an organization's boxes; at most 100, none for an unknown organization.
pub async fn list_cards_of(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
) -> Result<Vec<BoxCard>, Fault> {
    directory::list_of_organization(from, organization_id).await
}

/// Whether the client id was ever given out here, revoked ones too: for surfaces that also serve programs whose keys
/// others gave out.
pub async fn knows_client(from: &mut (impl Fetch + ?Sized), client_id: &str) -> Result<bool, Fault> {
    integrator_keys::knows_client(from, client_id).await
}

/// Public card of a participant.
pub async fn find_participant(
    from: &mut (impl Fetch + ?Sized),
    participant_id: &ParticipantId,
) -> Result<Option<BoxCard>, Fault> {
    directory::find_participant(from, participant_id).await
}

/// Public cards of an ИНН, and of a КПП where it is given; at most 100.
pub async fn look_up(from: &mut (impl Fetch + ?Sized), inn: &Inn, kpp: Option<&Kpp>) -> Result<Vec<BoxCard>, Fault> {
    directory::list_by_inn(from, inn, kpp).await
}

/// Public cards of boxes, in no order; those that are not there are passed over. For lists: a statement for each hundred.
pub async fn find_cards(from: &mut (impl Fetch + ?Sized), box_ids: &[BoxId]) -> Result<Vec<BoxCard>, Fault> {
    directory::find_boxes(from, box_ids).await
}

/// Public cards of several ИНН, in the order of ИНН and box id; of each hundred at most a thousand cards.
pub async fn look_up_all(from: &mut (impl Fetch + ?Sized), inns: &[Inn]) -> Result<Vec<BoxCard>, Fault> {
    directory::list_by_inns(from, inns).await
}
