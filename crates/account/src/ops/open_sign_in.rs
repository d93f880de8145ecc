//! The end of every way of signing in: the sign-in is written, and the journal says so.

use super::journal;
use super::sign_in::OpenedSignIn;
use super::way_rules;
use crate::model::{AccountRefusal, Door, JournalSubject, Outcome, Secret, SignIn, Way};
use crate::store::{integrator_keys, sign_ins};
use ::store::{No, Tx};
use kernel::{Cx, IntegratorKeyId, UserId};

/// A program whose key was open when it was shown.
#[derive(Debug, Clone)]
pub struct Client {
    /// Its public name.
    pub client_id: String,
    /// Its key.
    pub integrator_key_id: IntegratorKeyId,
}

/// A person who proved who he is.
#[derive(Debug, Clone)]
pub struct Proven {
    /// Who.
    pub user_id: UserId,
    /// By what.
    pub way: Way,
    /// Through which door.
    pub door: Door,
    /// Through whose program.
    pub client: Option<Client>,
}

/// What a sign-in opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Whatever the person may do.
    Whole,
    /// Who the person is, and nothing else.
    Narrow,
}

/// Opens the sign-in as [`reaching`] does, for whatever the person may do.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, proven: &Proven) -> Result<OpenedSignIn, No<AccountRefusal>> {
    reaching(tx, cx, proven, Reach::Whole).await
}

/// Opens the sign-in. Refuses a way that a rule closes, and a program whose key was revoked meanwhile.
pub async fn reaching(
    tx: &mut Tx<'_>,
    cx: &Cx,
    proven: &Proven,
    reach: Reach,
) -> Result<OpenedSignIn, No<AccountRefusal>> {
    way_rules::check(tx, proven.user_id, proven.way).await?;
    // Proving took its time: the key may have been revoked meanwhile.
    if let Some(client) = &proven.client
        && !integrator_keys::hold_client(tx, &client.client_id, client.integrator_key_id).await?
    {
        return Err(AccountRefusal::IntegratorRefused.into());
    }
    let token = Secret::token(&cx.chance);
    let sign_in = SignIn {
        sign_in_id: cx.new_id(),
        user_id: proven.user_id,
        kind: proven.door.kind,
        way: proven.way,
        address: proven.door.address.to_string(),
        device: proven.door.device.as_str().to_owned(),
        integrator_key_id: proven.client.as_ref().map(|client| client.integrator_key_id),
        created_at: cx.now,
        expires_at: cx.now.plus(proven.door.kind.life()),
        renewable_until: proven.door.kind.renewable().map(|time| cx.now.plus(time)),
        is_narrow: reach == Reach::Narrow,
        ended_at: None,
    };
    sign_ins::open(tx, &sign_in, &token.hash()).await?;
    let subject = JournalSubject::person(proven.user_id);
    journal::note(tx, cx, subject, (&proven.door, proven.way), Outcome::Opened(sign_in.sign_in_id)).await?;
    Ok(OpenedSignIn { sign_in, token })
}
