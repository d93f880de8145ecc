//! A person who is signed in lets a program act in their name: the program gets a sign-in of its own, opened by the same way
//! as theirs. What is renewable stays the same sign-in under a new token, so that whatever ends sign-ins (signing out
//! everywhere, a new password, a revoked key) ends its renewals too.

use super::open_sign_in::{self, Client, Proven, Reach};
use super::sign_in::OpenedSignIn;
use super::way_rules;
use crate::model::{AccountRefusal, Door, Secret, SignIn};
use crate::store::attempts::Subject;
use crate::store::{integrator_keys, sign_ins};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Caller, Cx, IntegratorKeyId, SignInId, UserId};

/// A person's sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfPerson {
    /// Whose.
    pub user_id: UserId,
    /// Which.
    pub sign_in_id: SignInId,
}

/// What is lent to a program.
#[derive(Debug, Clone)]
pub struct Loan {
    /// The sign-in in which the person agreed.
    pub lender: OfPerson,
    /// At which door the program came for it.
    pub door: Door,
    /// The program.
    pub client: Client,
    /// What it opens.
    pub reach: Reach,
}

/// The sign-in that asks. Refuses nobody.
pub async fn own(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<SignIn, No<AccountRefusal>> {
    let Caller::User { user_id, sign_in_id, .. } = cx.caller else { return Err(AccountRefusal::SignInNeeded.into()) };
    let own = sign_ins::get(from, user_id, sign_in_id).await?.filter(|own| own.is_open(cx.now));
    Ok(own.ok_or(AccountRefusal::SignInNeeded)?)
}

/// Opens the program's sign-in. Refuses when the lender's is open no more, a way that a rule closed meanwhile, a program whose
/// key was revoked.
pub async fn lend(tx: &mut Tx<'_>, cx: &Cx, loan: &Loan) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let OfPerson { user_id, sign_in_id } = loan.lender;
    let lender = sign_ins::get(tx, user_id, sign_in_id).await?.filter(|lender| lender.is_open(cx.now));
    let way = lender.ok_or(AccountRefusal::TokenRefused)?.way;
    let proven = Proven { user_id, way, door: loan.door.clone(), client: Some(loan.client.clone()) };
    open_sign_in::reaching(tx, cx, &proven, loan.reach).await
}

/// Renews a sign-in: a new token takes the place of the last one. Refuses what was ended or waited too long, a way that a
/// rule closed meanwhile, and a person who is no longer let in.
pub async fn renew(tx: &mut Tx<'_>, cx: &Cx, of: OfPerson) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let last = sign_ins::get(tx, of.user_id, of.sign_in_id).await?.ok_or(AccountRefusal::TokenRefused)?;
    way_rules::check(tx, of.user_id, last.way).await?;
    let renewed = SignIn {
        expires_at: cx.now.plus(last.kind.life()),
        renewable_until: last.kind.renewable().map(|time| cx.now.plus(time)),
        ..last
    };
    let token = Secret::token(&cx.chance);
    if !sign_ins::renew(tx, &renewed, &token.hash(), cx.now).await? {
        return Err(AccountRefusal::TokenRefused.into());
    }
    Ok(OpenedSignIn { sign_in: renewed, token })
}

/// Ends a sign-in that was lent, or opened through a program; one that has ended stays so.
pub async fn end(tx: &mut Tx<'_>, cx: &Cx, of: OfPerson) -> Result<(), Fault> {
    sign_ins::end(tx, of.user_id, of.sign_in_id, cx.now).await?;
    Ok(())
}

/// One more try of the caller at a code that a program shows; more than 10 in 15 minutes are refused. It counts in a
/// transaction of its own, before the code is looked at.
pub async fn count_code_try(tx: &mut Tx<'_>, cx: &Cx) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    super::sign_in::count(tx, cx, &Subject::shown_codes(user_id), crate::model::SECOND_FAILURES_MAX).await
}

/// The code was right: earlier tries count no more.
pub async fn clear_code_tries(tx: &mut Tx<'_>, cx: &Cx) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(super::sign_in::clear(tx, &Subject::shown_codes(user_id)).await?)
}

/// A program as the person is told of it.
#[derive(Debug, Clone)]
pub struct ProgramCard {
    /// The program, its key open.
    pub client: Client,
    /// What its organization calls it.
    pub name: String,
    /// The organization that made the key.
    pub organization: String,
}

/// The program of an open key.
pub async fn find_program(from: &mut (impl Fetch + ?Sized), client_id: &str) -> Result<Option<ProgramCard>, Fault> {
    let found = integrator_keys::find_program(from, client_id).await?;
    Ok(found.map(|(integrator_key_id, name, organization)| ProgramCard {
        client: Client { client_id: client_id.to_owned(), integrator_key_id },
        name,
        organization,
    }))
}

/// The program whose secret was shown. Refuses an unknown, revoked or wrong one with one answer.
pub async fn prove_program(
    from: &mut (impl Fetch + ?Sized),
    client_id: &str,
    secret: &str,
) -> Result<Client, No<AccountRefusal>> {
    super::sign_in::prove_client(from, client_id, Some(secret)).await
}

/// The client id of an organization's open key. Needs `administer`.
pub async fn client_id_of(
    from: &mut (impl Fetch + ?Sized),
    scope: &crate::scope::OrgScope,
    key_id: IntegratorKeyId,
) -> Result<String, No<AccountRefusal>> {
    let key = integrator_keys::find(from, scope, key_id).await?.filter(|key| key.ended_at.is_none());
    Ok(key.ok_or(AccountRefusal::not_found("integrator key"))?.client_id)
}
