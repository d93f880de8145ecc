//! Passkeys: made by a signed-in person, and signing in by them. The device verifies its user, so no second factor is
//! asked for.

use super::bind_certificate::check_way_in;
use super::certificate_sign_in::{begin, desk};
use super::journal;
use super::open_sign_in::{self, Proven};
use super::sign_in::OpenedSignIn;
use crate::limits::PASSKEYS_MAX;
use crate::model::{
    AccountRefusal, Challenge, Door, JournalSubject, Passkey, PasskeyId, PersonTitle, Purpose, SecondWay, User, Way,
};
use crate::settings::Settings;
use crate::store::attempts::{self, Subject};
use crate::store::{challenges, passkeys, second_ways, users};
use crate::webauthn::{Ceremony, counter_grows};
use ::store::{Fault, Fetch, No, Store, Tx};
use kernel::{Cx, UserId};
use std::fmt;

/// What a browser needs to make a passkey.
#[derive(Debug, Clone)]
pub struct MakingPasskey {
    /// To be answered within 5 minutes.
    pub challenge: Challenge,
    /// Whose it will be.
    pub user: User,
    /// Ids of the passkeys the person has.
    pub known: Vec<Vec<u8>>,
}

/// Begins to make one.
pub async fn begin_making(
    from: &mut (impl Fetch + ?Sized),
    settings: &Settings,
    cx: &Cx,
) -> Result<MakingPasskey, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let user = users::find(from, user_id).await?.ok_or(AccountRefusal::SignInNeeded)?;
    let known = passkeys::list(from, user_id).await?.into_iter().map(|passkey| passkey.credential_id).collect();
    let challenge = desk(settings, Purpose::NewPasskey, user_id.as_bytes()).draw(cx.now, &cx.chance);
    Ok(MakingPasskey { challenge, user, known })
}

/// What the browser answers.
#[derive(Clone)]
pub struct MadePasskey {
    /// The challenge as it was given out.
    pub challenge: String,
    /// What the person calls it.
    pub name: String,
    /// `clientDataJSON`.
    pub client_data: Vec<u8>,
    /// `attestationObject`.
    pub attestation: Vec<u8>,
}

impl fmt::Debug for MadePasskey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MadePasskey(..)")
    }
}

/// Checked.
#[derive(Debug, Clone)]
pub struct PreparedPasskey {
    challenge: Challenge,
    passkey: Passkey,
}

/// Checks the answer. Refuses, with one answer, whatever was not made for this challenge, here, by a verified user.
pub fn prepare(settings: &Settings, cx: &Cx, made: &MadePasskey) -> Result<PreparedPasskey, AccountRefusal> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let name = PersonTitle::parse(&made.name)?.as_str().to_owned();
    let challenge = desk(settings, Purpose::NewPasskey, user_id.as_bytes()).read_code(&made.challenge, cx.now)?;
    let ceremony = ceremony(settings, &challenge);
    let new = ceremony.registered(&made.client_data, &made.attestation).map_err(|_| AccountRefusal::PasskeyRefused)?;
    let passkey = Passkey {
        passkey_id: cx.new_id(),
        user_id,
        credential_id: new.credential_id,
        name,
        public_key: new.public_key,
        sign_count: new.sign_count,
        created_at: cx.now,
        last_used_at: None,
    };
    Ok(PreparedPasskey { challenge, passkey })
}

fn ceremony<'a>(settings: &'a Settings, challenge: &'a Challenge) -> Ceremony<'a> {
    Ceremony { rp_id: settings.rp_id(), origin: &settings.public_url, challenge: challenge.octets() }
}

/// Writes it. Refuses an id that is somebody's, and more than 20 of a person.
pub async fn run(tx: &mut Tx<'_>, _: &Cx, prepared: &PreparedPasskey) -> Result<Passkey, No<AccountRefusal>> {
    challenges::spend(tx, &prepared.challenge).await?;
    if passkeys::list(tx, prepared.passkey.user_id).await?.len() >= PASSKEYS_MAX {
        return Err(AccountRefusal::TooMany { what: "passkeys", max: PASSKEYS_MAX }.into());
    }
    if passkeys::add(tx, &prepared.passkey).await? {
        Ok(prepared.passkey.clone())
    } else {
        Err(AccountRefusal::PasskeyRefused.into())
    }
}

/// A challenge for nobody in particular.
#[must_use]
pub fn challenge(settings: &Settings, cx: &Cx) -> Challenge {
    desk(settings, Purpose::Passkey, b"").draw(cx.now, &cx.chance)
}

/// What an authenticator answers.
#[derive(Clone)]
pub struct ShownPasskey {
    /// The challenge as it was given out.
    pub challenge: String,
    /// Id of the credential.
    pub credential_id: Vec<u8>,
    /// `clientDataJSON`.
    pub client_data: Vec<u8>,
    /// `authenticatorData`.
    pub authenticator_data: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
    /// Through which door.
    pub door: Door,
}

impl fmt::Debug for ShownPasskey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShownPasskey").field("door", &self.door).finish_non_exhaustive()
    }
}

/// Signs a person in. Refuses an unknown passkey, a wrong signature, another host's answer and a counter that does not
/// grow with one answer.
pub async fn sign_in(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    shown: ShownPasskey,
) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let challenge = desk(settings, Purpose::Passkey, b"").read_code(&shown.challenge, cx.now)?;
    let address = Subject::address(shown.door.address);
    begin(store, cx, address).await?;
    let (owner, asserted) = {
        let mut reader = store.reader().await?;
        look(&mut reader, settings, challenge, &shown).await?
    };
    let Some(asserted) = asserted else {
        let subject = owner.map_or_else(|| JournalSubject::nobody(&challenge.code()), JournalSubject::person);
        let at = (shown.door, Way::Passkey);
        return Err(journal::refuse(store, cx, subject, at, AccountRefusal::PasskeyRefused).await);
    };
    let (user_id, at) = (asserted.user_id, (shown.door.clone(), Way::Passkey));
    let proven = Proven { user_id, way: Way::Passkey, door: shown.door, client: None };
    let right = Right { address, asserted, proven };
    let opened = store.write(cx, right, |tx, cx, right| Box::pin(open(tx, cx, right))).await;
    journal::with_closed(store, cx, (user_id, at), opened).await
}

/// A passkey whose answer was right, to be used up.
pub(super) struct Asserted {
    challenge: Challenge,
    credential_id: Vec<u8>,
    sign_count: u32,
    pub user_id: UserId,
}

impl Asserted {
    /// Refuses one that was taken away meanwhile, or used with the same counter at once, and a challenge that was answered.
    pub async fn use_up(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), No<AccountRefusal>> {
        challenges::spend(tx, &self.challenge).await?;
        if passkeys::count(tx, &self.credential_id, self.sign_count, cx.now).await? {
            Ok(())
        } else {
            Err(AccountRefusal::PasskeyRefused.into())
        }
    }
}

/// What was answered to a challenge for nobody in particular; nothing where it is not right.
pub(super) async fn asserted(
    from: &mut (impl Fetch + ?Sized),
    settings: &Settings,
    cx: &Cx,
    shown: &ShownPasskey,
) -> Result<Option<Asserted>, No<AccountRefusal>> {
    let challenge = desk(settings, Purpose::Passkey, b"").read_code(&shown.challenge, cx.now)?;
    Ok(look(from, settings, challenge, shown).await?.1)
}

/// Whose passkey it is, and whether its answer is right.
async fn look(
    from: &mut (impl Fetch + ?Sized),
    settings: &Settings,
    challenge: Challenge,
    shown: &ShownPasskey,
) -> Result<(Option<UserId>, Option<Asserted>), Fault> {
    let Some(passkey) = passkeys::find(from, &shown.credential_id).await? else { return Ok((None, None)) };
    let parts = (shown.client_data.as_slice(), shown.authenticator_data.as_slice(), shown.signature.as_slice());
    let counted = ceremony(settings, &challenge).asserted(&passkey.public_key, parts).ok();
    let counted = counted.filter(|shown| counter_grows(passkey.sign_count, *shown));
    let (user_id, credential_id) = (passkey.user_id, shown.credential_id.clone());
    let asserted = counted.map(|sign_count| Asserted { challenge, credential_id, sign_count, user_id });
    Ok((Some(user_id), asserted))
}

struct Right {
    address: Subject,
    asserted: Asserted,
    proven: Proven,
}

async fn open(tx: &mut Tx<'_>, cx: &Cx, right: &Right) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let counted = attempts::lock(tx, &right.address).await?;
    attempts::save(tx, &right.address, counted.forgive()).await?;
    right.asserted.use_up(tx, cx).await?;
    open_sign_in::run(tx, cx, &right.proven).await
}

/// The caller's passkeys.
pub async fn list(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<Vec<Passkey>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(passkeys::list(from, user_id).await?)
}

/// Calls one of the caller's by another name. Refuses what is no name; another person's is not found.
pub async fn rename(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (passkey_id, name): &(PasskeyId, PersonTitle),
) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    if passkeys::rename(tx, user_id, *passkey_id, name.as_str()).await? {
        Ok(())
    } else {
        Err(AccountRefusal::not_found("passkey").into())
    }
}

/// Takes one away. Refuses the last way in, and the last one that is a second step; another person's is not found.
pub async fn remove(tx: &mut Tx<'_>, cx: &Cx, passkey_id: PasskeyId) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    if !passkeys::remove(tx, user_id, passkey_id).await? {
        return Err(AccountRefusal::not_found("passkey").into());
    }
    // It would end the second step unseen.
    if second_ways::list(tx, user_id).await?.contains(&SecondWay::Passkey)
        && passkeys::list(tx, user_id).await?.is_empty()
    {
        return Err(AccountRefusal::SecondFactorSet.into());
    }
    check_way_in(tx, user_id).await
}
