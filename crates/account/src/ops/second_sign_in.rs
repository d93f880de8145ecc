//! A sign-in that was begun with a password or a phone's code waits for a second factor, unless the device is remembered.
//! It is made by a generator, a code sent to the phone, a passkey, or a recovery code.

use super::journal;
use super::open_sign_in::{self, Client, Proven};
use super::passkey::{self, Asserted, ShownPasskey};
use super::phone;
use super::second_ways::{self, SecondWays};
use super::sign_in::{OpenedSignIn, count};
use super::way_rules;
use crate::model::{
    AccountRefusal, DEVICE_LIFE, Device, Digits, Door, JournalSubject, Outcome, PendingSignIn, PhoneCodeId,
    RecoveryCode, SECOND_FAILURES_MAX, SecondWay, Secret, SecretHash, TotpSecret,
};
use crate::settings::Settings;
use crate::store::attempts::{self, Subject};
use crate::store::{devices, second_factors};
use ::store::{Fetch, No, Store, Tx};
use kernel::{Cx, Refusal as _, UserId};
use std::fmt;
use web::Language;

/// How far a sign-in has come.
#[derive(Debug, Clone)]
pub enum Begun {
    /// It is open.
    Opened(OpenedSignIn),
    /// It waits for a second factor.
    Second(Waiting),
}

/// A sign-in that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What the second factor is shown with.
    pub token: Secret,
    /// What it can be.
    pub ways: SecondWays,
}

impl Begun {
    /// For doors that have no place for a second factor: refuses one that waits.
    pub fn opened(self) -> Result<OpenedSignIn, AccountRefusal> {
        match self {
            Self::Opened(opened) => Ok(opened),
            Self::Second(_) => Err(AccountRefusal::SecondFactorNeeded),
        }
    }
}

/// Opens the sign-in, or lets it wait where the person has a second factor and the device is not remembered. Refuses what a
/// rule closes.
pub async fn begin(tx: &mut Tx<'_>, cx: &Cx, proven: &Proven) -> Result<Begun, No<AccountRefusal>> {
    way_rules::check(tx, proven.user_id, proven.way).await?;
    let second = second_ways::of(tx, proven.user_id).await?;
    if !second.is_on
        && let Some(rule) = way_rules::demanding_second(tx, proven.user_id).await?
    {
        return Err(AccountRefusal::SecondDemanded(Box::new(rule)).into());
    }
    let is_remembered = match &proven.door.remembered {
        Some(token) if second.is_on => devices::knows(tx, &SecretHash::of(token), proven.user_id, cx.now).await?,
        _ => false,
    };
    if !second.is_on || is_remembered {
        return Ok(Begun::Opened(open_sign_in::run(tx, cx, proven).await?));
    }
    let token = Secret::pending(&cx.chance);
    let pending = PendingSignIn {
        user_id: proven.user_id,
        way: proven.way,
        client: proven.client.as_ref().map(|client| (client.client_id.clone(), client.integrator_key_id)),
        expires_at: devices::pending_until(cx.now),
    };
    devices::add_pending(tx, &token.hash(), &pending).await?;
    Ok(Begun::Second(Waiting { token, ways: second.after(proven.way) }))
}

/// What the second factor of a sign-in that waits can be. Refuses one that waits no more.
pub async fn ways(from: &mut (impl Fetch + ?Sized), cx: &Cx, token: &str) -> Result<SecondWays, No<AccountRefusal>> {
    let pending = find(from, cx, token).await?;
    Ok(second_ways::of(from, pending.user_id).await?.after(pending.way))
}

async fn find(from: &mut (impl Fetch + ?Sized), cx: &Cx, token: &str) -> Result<PendingSignIn, No<AccountRefusal>> {
    let pending = devices::find_pending(from, &SecretHash::of(token), cx.now).await?;
    Ok(pending.ok_or(AccountRefusal::ChallengeOver)?)
}

/// Sends a code to the phone of who waits. Refuses where the phone is no second step of this sign-in.
pub async fn ask_phone(
    store: &Store,
    cx: &Cx,
    token: &str,
    language: Language,
) -> Result<PhoneCodeId, No<AccountRefusal>> {
    let (user_id, second) = {
        let mut reader = store.reader().await?;
        let pending = find(&mut reader, cx, token).await?;
        (pending.user_id, second_ways::of(&mut reader, pending.user_id).await?.after(pending.way))
    };
    let phone = second.phone.as_deref().filter(|_| second.has(SecondWay::Phone));
    let phone = phone.ok_or(AccountRefusal::not_found("phone"))?;
    phone::ask_second(store, cx, (user_id, phone), language).await
}

/// What is shown as a second factor.
#[derive(Debug, Clone)]
pub enum SecondShown {
    /// A code of the generator, or a recovery code.
    Code(String),
    /// A code that was sent to the phone.
    Phone {
        /// Which.
        code_id: PhoneCodeId,
        /// As typed.
        digits: Digits,
    },
    /// What an authenticator answered.
    Passkey(Box<ShownPasskey>),
}

/// A second factor as shown.
#[derive(Clone)]
pub struct SecondFactor {
    /// The token of the sign-in that waits.
    pub token: String,
    /// What proves the person.
    pub shown: SecondShown,
    /// Remember this device for 30 days.
    pub remember: bool,
    /// Through which door.
    pub door: Door,
}

impl fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactor").field("door", &self.door).finish_non_exhaustive()
    }
}

/// An open sign-in, and the token of the device where it is remembered from now on.
#[derive(Debug, Clone)]
pub struct SecondOpened {
    /// The sign-in.
    pub opened: OpenedSignIn,
    /// What the device shows next time.
    pub device: Option<Secret>,
}

/// Finishes a sign-in. Refuses a wrong code, and after 10 of a person in 15 minutes every code; a sign-in that waits no
/// more.
pub async fn run(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    shown: SecondFactor,
) -> Result<SecondOpened, No<AccountRefusal>> {
    let (pending, proof) = {
        let mut reader = store.reader().await?;
        let pending = find(&mut reader, cx, &shown.token).await?;
        let proof = proof_of(&mut reader, settings, cx, (&pending, &shown.shown)).await?;
        (pending, proof)
    };
    let right = Right { proof, token: SecretHash::of(&shown.token), pending, shown };
    let finished: Result<SecondOpened, AccountRefusal> =
        store.write(cx, right, |tx, cx, right| Box::pin(finish(tx, cx, right))).await?;
    Ok(finished?)
}

/// The secret of a person's generator; nothing where the host's secret is another one than it was sealed with.
pub(super) fn unsealed(settings: &Settings, user_id: UserId, sealed: &[u8]) -> Option<TotpSecret> {
    TotpSecret::from_octets(&settings.vault.open(user_id.as_bytes(), sealed)?)
}

/// What was shown, as far as it can be judged before the transaction.
enum Proof {
    /// A step of the generator.
    Step(i64),
    /// A recovery code, perhaps.
    Recovery(SecretHash),
    /// A code of the phone, perhaps.
    Phone(PhoneCodeId, [u8; 32]),
    /// A passkey whose answer is right.
    Passkey(Asserted),
    /// Nothing of these.
    Wrong,
}

async fn proof_of(
    from: &mut (impl Fetch + ?Sized),
    settings: &Settings,
    cx: &Cx,
    (pending, shown): (&PendingSignIn, &SecondShown),
) -> Result<Proof, No<AccountRefusal>> {
    let user_id = pending.user_id;
    Ok(match shown {
        SecondShown::Phone { code_id, digits } => Proof::Phone(*code_id, digits.hash(&settings.vault, *code_id)),
        SecondShown::Passkey(shown) => {
            let second = second_ways::of(from, user_id).await?;
            let asserted = passkey::asserted(from, settings, cx, shown).await?;
            let own = asserted.filter(|own| own.user_id == user_id && second.has(SecondWay::Passkey));
            own.map_or(Proof::Wrong, Proof::Passkey)
        }
        SecondShown::Code(code) => {
            let sealed = second_factors::find(from, user_id).await?.map(|totp| totp.sealed).unwrap_or_default();
            let step = unsealed(settings, user_id, &sealed).and_then(|totp| totp.step_of(code, cx.now));
            let recovery = || RecoveryCode::typed(code).map(|code| Proof::Recovery(code.hash()));
            step.map(Proof::Step).or_else(recovery).unwrap_or(Proof::Wrong)
        }
    })
}

async fn is_right(tx: &mut Tx<'_>, cx: &Cx, user_id: UserId, proof: &Proof) -> Result<bool, No<AccountRefusal>> {
    Ok(match proof {
        Proof::Step(step) => second_factors::use_step(tx, user_id, *step).await?,
        Proof::Recovery(code) => second_factors::use_code(tx, user_id, code, cx.now).await?,
        Proof::Phone(code_id, hash) => phone::is_second(tx, cx, user_id, (*code_id, hash)).await?,
        Proof::Passkey(asserted) => {
            asserted.use_up(tx, cx).await?;
            true
        }
        Proof::Wrong => false,
    })
}

struct Right {
    proof: Proof,
    token: SecretHash,
    pending: PendingSignIn,
    shown: SecondFactor,
}

/// A wrong code is no refusal of the transaction, for what was counted must stay.
async fn finish(
    tx: &mut Tx<'_>,
    cx: &Cx,
    right: &Right,
) -> Result<Result<SecondOpened, AccountRefusal>, No<AccountRefusal>> {
    let (user_id, door) = (right.pending.user_id, &right.shown.door);
    let way = right.pending.way.with_second();
    let subject = Subject::second_factor(user_id);
    count(tx, cx, &subject, SECOND_FAILURES_MAX).await?;
    if !is_right(tx, cx, user_id, &right.proof).await? {
        let refusal = match right.shown.shown {
            SecondShown::Passkey(_) => AccountRefusal::PasskeyRefused,
            SecondShown::Code(_) | SecondShown::Phone { .. } => AccountRefusal::WrongCode,
        };
        let outcome = Outcome::Refused(refusal.code().to_owned());
        journal::note(tx, cx, JournalSubject::person(user_id), (door, way), outcome).await?;
        return Ok(Err(refusal));
    }
    if !devices::end_pending(tx, &right.token).await? {
        return Err(AccountRefusal::ChallengeOver.into());
    }
    let counted = attempts::lock(tx, &subject).await?;
    attempts::save(tx, &subject, crate::model::Attempts { count: 0, ..counted }).await?;
    let client = right.pending.client.clone();
    let client = client.map(|(client_id, integrator_key_id)| Client { client_id, integrator_key_id });
    let opened = open_sign_in::run(tx, cx, &Proven { user_id, way, door: door.clone(), client }).await?;
    let device = if right.shown.remember { Some(remember(tx, cx, (user_id, door)).await?) } else { None };
    Ok(Ok(SecondOpened { opened, device }))
}

async fn remember(tx: &mut Tx<'_>, cx: &Cx, (user_id, door): (UserId, &Door)) -> Result<Secret, No<AccountRefusal>> {
    let token = Secret::device(&cx.chance);
    let device = Device {
        device_id: cx.new_id(),
        name: door.device.as_str().to_owned(),
        address: door.address.to_string(),
        created_at: cx.now,
        expires_at: cx.now.plus(DEVICE_LIFE),
    };
    devices::add(tx, user_id, (&token.hash(), &device)).await?;
    Ok(token)
}
