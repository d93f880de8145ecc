//! A sign-in that was begun with a password or a phone's code waits for a second factor, unless the device is remembered.

use super::journal;
use super::open_sign_in::{self, Client, Proven};
use super::sign_in::{OpenedSignIn, count};
use crate::model::{
    AccountRefusal, DEVICE_LIFE, Device, Door, JournalSubject, Outcome, PendingSignIn, RecoveryCode,
    SECOND_FAILURES_MAX, Secret, SecretHash, TotpSecret,
};
use crate::settings::Settings;
use crate::store::attempts::{self, Subject};
use crate::store::{devices, second_factors};
use ::store::{No, Store, Tx};
use kernel::{Cx, Refusal as _, UserId};
use std::fmt;

/// How far a sign-in has come.
#[derive(Debug, Clone)]
pub enum Begun {
    /// It is open.
    Opened(OpenedSignIn),
    /// It waits for a second factor, shown with this token.
    Second(Secret),
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

/// Opens the sign-in, or lets it wait where the person has a second factor and the device is not remembered.
pub async fn begin(tx: &mut Tx<'_>, cx: &Cx, proven: &Proven) -> Result<Begun, No<AccountRefusal>> {
    let has_second = second_factors::find(tx, proven.user_id).await?.is_some_and(|totp| totp.is_confirmed);
    let is_remembered = match &proven.door.remembered {
        Some(token) if has_second => devices::knows(tx, &SecretHash::of(token), proven.user_id, cx.now).await?,
        _ => false,
    };
    if !has_second || is_remembered {
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
    Ok(Begun::Second(token))
}

/// A second factor as shown.
#[derive(Clone)]
pub struct SecondFactor {
    /// The token of the sign-in that waits.
    pub token: String,
    /// A code of the generator, or a recovery code.
    pub code: String,
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
    let (pending, sealed) = {
        let mut reader = store.reader().await?;
        let pending = devices::find_pending(&mut reader, &SecretHash::of(&shown.token), cx.now).await?;
        let pending = pending.ok_or(AccountRefusal::ChallengeOver)?;
        let totp = second_factors::find(&mut reader, pending.user_id).await?;
        (pending, totp.map(|totp| totp.sealed).unwrap_or_default())
    };
    let right = Right {
        step: unsealed(settings, pending.user_id, &sealed).and_then(|totp| totp.step_of(&shown.code, cx.now)),
        recovery: RecoveryCode::typed(&shown.code).map(|code| code.hash()),
        token: SecretHash::of(&shown.token),
        pending,
        shown,
    };
    let finished: Result<SecondOpened, AccountRefusal> =
        store.write(cx, right, |tx, cx, right| Box::pin(finish(tx, cx, right))).await?;
    Ok(finished?)
}

/// The secret of a person's generator; nothing where the host's secret is another one than it was sealed with.
pub(super) fn unsealed(settings: &Settings, user_id: UserId, sealed: &[u8]) -> Option<TotpSecret> {
    TotpSecret::from_octets(&settings.vault.open(user_id.as_bytes(), sealed)?)
}

struct Right {
    step: Option<i64>,
    recovery: Option<SecretHash>,
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
    let is_right = match (right.step, &right.recovery) {
        (Some(step), _) => second_factors::use_step(tx, user_id, step).await?,
        (None, Some(code)) => second_factors::use_code(tx, user_id, code, cx.now).await?,
        (None, None) => false,
    };
    if !is_right {
        let refusal = AccountRefusal::WrongCode;
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
