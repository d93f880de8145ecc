//! An organization closes ways of signing in to its members, a person to themselves. Who is refused has proven by the way itself
//! who they are, so they may be told whose rule it is; nobody else is told that there is one.

use super::second_ways;
use crate::limits::{LEFT_OUT_NAMED_MAX, MEMBERS_MAX};
use crate::model::{AccountRefusal, ClosedWay, Permission, Way, WayRule};
use crate::scope::authorize;
use crate::store::{certificates, contacts, members, organizations, passkeys, users, way_rules};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, OrganizationId, UserId};

/// A way of the caller's, and the rules that close it.
#[derive(Debug, Clone)]
pub struct MyWay {
    /// Of signing in, or `WithoutSecond`.
    pub rule: WayRule,
    /// The caller has what it needs.
    pub is_set: bool,
    /// Whose rules close it; none: it is open.
    pub closed_by: Vec<ClosedWay>,
}

/// Refuses a way that a rule closes.
pub(super) async fn check(tx: &mut Tx<'_>, user_id: UserId, way: Way) -> Result<(), No<AccountRefusal>> {
    let rules = way_rules::list_for(tx, user_id).await?;
    match rules.into_iter().find(|closed| closed.rule.closes(way)) {
        Some(closed) => Err(AccountRefusal::WayClosed(Box::new(closed)).into()),
        None => Ok(()),
    }
}

/// The rule that demands a second step of this person.
pub(super) async fn demanding_second(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
) -> Result<Option<ClosedWay>, Fault> {
    let rules = way_rules::list_for(from, user_id).await?;
    Ok(rules.into_iter().find(|closed| closed.rule == WayRule::WithoutSecond))
}

/// Rules of an organization. Needs `administer`.
pub async fn of_organization(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<Vec<ClosedWay>, No<AccountRefusal>> {
    let scope = authorize(from, cx, organization_id, Permission::Administer).await?;
    Ok(way_rules::list(from, scope.organization_id().as_bytes()).await?)
}

/// Makes these the organization's rules. Needs `administer`; refuses to leave the caller without a way in.
pub async fn set_of_organization(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, rules): &(OrganizationId, Vec<WayRule>),
) -> Result<Vec<ClosedWay>, No<AccountRefusal>> {
    let scope = authorize(tx, cx, *organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let name = organizations::get(tx, &scope).await?.name.shown();
    set(tx, cx, (organization_id.as_bytes(), Some(&name)), rules).await
}

/// Makes these the caller's own rules. Refuses to leave them without a way in.
pub async fn set_mine(tx: &mut Tx<'_>, cx: &Cx, rules: &[WayRule]) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    set(tx, cx, (user_id.as_bytes(), None), rules).await?;
    Ok(())
}

async fn set(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (subject, organization): (&[u8], Option<&str>),
    rules: &[WayRule],
) -> Result<Vec<ClosedWay>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let user = users::find(tx, user_id).await?.ok_or(AccountRefusal::SignInNeeded)?;
    let closed = rules.iter().map(|rule| ClosedWay {
        rule: *rule,
        organization: organization.map(str::to_owned),
        set_by: user_id,
        set_by_name: user.name.clone(),
        set_at: cx.now,
    });
    way_rules::set(tx, subject, &closed.collect::<Vec<_>>()).await?;
    // Whoever makes a rule of an organization administers it: an administrator is always left with a way in.
    let holding: Vec<WayRule> = way_rules::list_for(tx, user_id).await?.iter().map(|closed| closed.rule).collect();
    if way_rules::held(tx, user_id).await?.is_none_or(|(_, held)| held.is_left_out(&holding)) {
        return Err(AccountRefusal::LastWayIn.into());
    }
    Ok(way_rules::list(tx, subject).await?)
}

/// A member whom rules would leave without a way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutMember {
    /// Who.
    pub user_id: UserId,
    /// What they are called.
    pub name: String,
}

/// Whom rules would leave without a way in.
#[derive(Debug, Clone, Default)]
pub struct LeftOut {
    /// How many, the caller among them.
    pub count: usize,
    /// The first hundred.
    pub named: Vec<LeftOutMember>,
    /// The caller is among them: such rules are refused.
    pub is_caller: bool,
}

/// Whom these rules of the organization would leave without a way in, with what they closed themselves. Needs `administer`.
/// Rules of other organizations of theirs are not looked at: they are not this organization's to know.
pub async fn left_out(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    (organization_id, rules): (OrganizationId, &[WayRule]),
) -> Result<LeftOut, No<AccountRefusal>> {
    let scope = authorize(from, cx, organization_id, Permission::Administer).await?;
    let mut left = LeftOut::default();
    for user_id in members::list_users(from, &scope, MEMBERS_MAX).await? {
        let Some((name, held)) = way_rules::held(from, user_id).await? else { continue };
        let own = way_rules::list(from, user_id.as_bytes()).await?;
        let closed: Vec<WayRule> = rules.iter().copied().chain(own.into_iter().map(|own| own.rule)).collect();
        if !held.is_left_out(&closed) {
            continue;
        }
        left.count += 1;
        left.is_caller |= cx.caller.user_id() == Some(user_id);
        if left.named.len() < LEFT_OUT_NAMED_MAX {
            left.named.push(LeftOutMember { user_id, name });
        }
    }
    Ok(left)
}

/// The caller's ways with the rules that close them.
pub async fn mine(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<Vec<MyWay>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(ways_of(from, user_id).await?)
}

async fn ways_of(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Vec<MyWay>, Fault> {
    let rules = way_rules::list_for(from, user_id).await?;
    let mut ways = Vec::new();
    for rule in WayRule::ALL {
        let is_set = match rule {
            WayRule::Password => {
                let has_login = users::find(from, user_id).await?.is_some_and(|user| !user.login.is_empty());
                has_login && users::find_password(from, user_id).await?.is_some()
            }
            WayRule::Certificate => !certificates::list(from, user_id).await?.is_empty(),
            WayRule::Phone => contacts::find(from, user_id).await?.phone.is_some(),
            WayRule::Passkey => !passkeys::list(from, user_id).await?.is_empty(),
            WayRule::WithoutSecond => second_ways::of(from, user_id).await?.is_on,
        };
        let closed_by = rules.iter().filter(|closed| closed.rule == rule).cloned().collect();
        ways.push(MyWay { rule, is_set, closed_by });
    }
    Ok(ways)
}
