//! A signed-in person sets a second factor up, or takes it away.

use super::known_person::{KnownPerson, know};
use super::second_sign_in::unsealed;
use super::second_ways;
use crate::model::{
    AccountRefusal, Device, DeviceId, RECOVERY_CODES, RecoveryCode, SECOND_FAILURES_MAX, SecondWay, TotpSecret,
};
use crate::passwords::PasswordPool;
use crate::settings::Settings;
use crate::store::attempts::Subject;
use crate::store::{devices, second_factors};
use ::store::{Fetch, No, Store, Tx};
use kernel::Cx;

/// What a person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondFactorState {
    /// A generator of codes is in use.
    pub has_totp: bool,
    /// A code sent to the phone is one of the second steps.
    pub has_phone: bool,
    /// A passkey is one.
    pub has_passkey: bool,
    /// Recovery codes that are left.
    pub recovery_codes: i64,
}

/// The caller's state.
pub async fn state(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<SecondFactorState, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let second = second_ways::of(from, user_id).await?;
    Ok(SecondFactorState {
        has_totp: second.has(SecondWay::Totp),
        has_phone: second.has(SecondWay::Phone),
        has_passkey: second.has(SecondWay::Passkey),
        recovery_codes: second_factors::count_codes(from, user_id).await?,
    })
}

/// A generator that waits for its first code.
#[derive(Debug, Clone)]
pub struct NewTotp {
    /// Its secret, shown this once.
    pub secret: TotpSecret,
    /// Whom the generator names beside it.
    pub who: String,
}

/// Makes a generator; the present password is shown again. Refuses while another one is in use.
pub async fn begin_totp(
    (store, passwords): (&Store, &PasswordPool),
    settings: &Settings,
    cx: &Cx,
    password: String,
) -> Result<NewTotp, No<AccountRefusal>> {
    let person = know(store, passwords, cx, password).await?;
    let secret = TotpSecret::draw(&cx.chance);
    let user_id = person.user.user_id;
    let sealed = settings.vault.seal(&cx.chance, user_id.as_bytes(), secret.octets());
    let who = if person.user.login.is_empty() { person.user.name.clone() } else { person.user.login.clone() };
    let put = store.write(cx, (person, sealed), |tx, _, (person, sealed)| Box::pin(put(tx, person, sealed)));
    put.await?;
    Ok(NewTotp { secret, who })
}

async fn put(tx: &mut Tx<'_>, person: &KnownPerson, sealed: &[u8]) -> Result<(), No<AccountRefusal>> {
    person.check_unchanged(tx).await?;
    if second_factors::put(tx, person.user.user_id, sealed).await? {
        Ok(())
    } else {
        Err(AccountRefusal::SecondFactorSet.into())
    }
}

/// Takes the generator into use: the caller shows its first code, and gets ten recovery codes, shown this once.
pub async fn confirm_totp(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    code: &str,
) -> Result<Vec<RecoveryCode>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let totp = {
        let mut reader = store.reader().await?;
        second_factors::find(&mut reader, user_id).await?.filter(|totp| !totp.is_confirmed)
    };
    let totp = totp.ok_or(AccountRefusal::not_found("second factor"))?;
    let subject = Subject::second_factor(user_id);
    let counted = store.write(cx, subject, |tx, cx, subject| {
        Box::pin(async move { super::sign_in::count(tx, cx, subject, SECOND_FAILURES_MAX).await })
    });
    counted.await?;
    let step = unsealed(settings, user_id, &totp.sealed).and_then(|secret| secret.step_of(code, cx.now));
    let step = step.ok_or(AccountRefusal::WrongCode)?;
    let codes = drawn(cx);
    let confirmed = store.write(cx, (totp.sealed, step, codes.clone()), move |tx, cx, (sealed, step, codes)| {
        Box::pin(async move {
            if !second_factors::confirm(tx, user_id, (sealed, *step), cx.now).await? {
                return Err(AccountRefusal::SecondFactorSet.into());
            }
            second_factors::put_codes(tx, user_id, codes).await?;
            super::sign_in::clear(tx, &Subject::second_factor(user_id)).await?;
            Ok::<(), No<AccountRefusal>>(())
        })
    });
    confirmed.await?;
    Ok(codes)
}

pub(super) fn drawn(cx: &Cx) -> Vec<RecoveryCode> {
    (0..RECOVERY_CODES).map(|_| RecoveryCode::draw(&cx.chance)).collect()
}

/// New recovery codes in place of those before; the present password is shown again.
pub async fn renew_codes(
    (store, passwords): (&Store, &PasswordPool),
    cx: &Cx,
    password: String,
) -> Result<Vec<RecoveryCode>, No<AccountRefusal>> {
    let person = know(store, passwords, cx, password).await?;
    let codes = drawn(cx);
    let renewed = store.write(cx, (person, codes.clone()), |tx, _, (person, codes)| {
        Box::pin(async move {
            person.check_unchanged(tx).await?;
            let user_id = person.user.user_id;
            if !second_ways::of(tx, user_id).await?.is_on {
                return Err(AccountRefusal::not_found("second factor").into());
            }
            second_factors::put_codes(tx, user_id, codes).await?;
            Ok::<(), No<AccountRefusal>>(())
        })
    });
    renewed.await?;
    Ok(codes)
}

/// Takes the generator, the other ways, the recovery codes and the remembered devices away; the present password is shown again.
pub async fn remove(
    (store, passwords): (&Store, &PasswordPool),
    cx: &Cx,
    password: String,
) -> Result<(), No<AccountRefusal>> {
    let person = know(store, passwords, cx, password).await?;
    let removed = store.write(cx, person, |tx, cx, person| {
        Box::pin(async move {
            person.check_unchanged(tx).await?;
            let user_id = person.user.user_id;
            devices::remove_all(tx, user_id).await?;
            let was_on = second_ways::of(tx, user_id).await?.is_on;
            crate::store::second_ways::set(tx, user_id, &[], cx.now).await?;
            if second_factors::remove(tx, user_id).await? || was_on {
                Ok(())
            } else {
                Err(AccountRefusal::not_found("second factor").into())
            }
        })
    });
    removed.await
}

/// The caller's remembered devices.
pub async fn list_devices(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<Vec<Device>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(devices::list(from, user_id, cx.now).await?)
}

/// Forgets one of the caller's devices; another person's is not found.
pub async fn forget_device(tx: &mut Tx<'_>, cx: &Cx, device_id: DeviceId) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    if devices::remove(tx, user_id, device_id).await? {
        Ok(())
    } else {
        Err(AccountRefusal::not_found("device").into())
    }
}
