//! A device without a browser asks, shows a code, and waits until a person types it elsewhere (RFC 8628).

use super::issue::{self, Issued};
use super::refused;
use crate::limits::{DEVICE_INTERVAL_SECONDS, DEVICE_LIFE, DEVICE_SLOWER_SECONDS, DEVICES_WAITING_MAX};
use crate::model::{Loaned, Scope, UserCode, drawn_device};
use crate::refusal::OpenidRefusal;
use crate::store::devices::{self, Decision, Device};
use ::store::{Fetch, No, Store, Tx};
use account::lent_sign_in::{self, Loan, ProgramCard, clear_code_tries, count_code_try, find_program, lend};
use account::{AccountRefusal, Client, Door, Reach, SecretHash};
use kernel::{Cx, Moment};
use std::fmt;
use std::time::Duration;

/// What a device gets; shown this once.
#[derive(Clone)]
pub struct Begun {
    /// What it asks with.
    pub device_code: String,
    /// What the person types.
    pub user_code: UserCode,
}

impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Begun(..)")
    }
}

/// Begins. Refuses a program of which a thousand devices wait.
pub async fn begin(tx: &mut Tx<'_>, cx: &Cx, (client_id, scope): &(String, Scope)) -> Result<Begun, No<OpenidRefusal>> {
    if devices::count(tx, client_id, cx.now).await? >= DEVICES_WAITING_MAX {
        return Err(OpenidRefusal::DevicesTooMany.into());
    }
    let begun = Begun { device_code: drawn_device(&cx.chance), user_code: UserCode::drawn(&cx.chance) };
    let device = Device {
        client_id: client_id.clone(),
        scope: *scope,
        decision: Decision::Waiting,
        polled_at: None,
        interval_seconds: DEVICE_INTERVAL_SECONDS,
        expires_at: cx.now.plus(DEVICE_LIFE),
    };
    devices::add(tx, (&SecretHash::of(&begun.device_code), &begun.user_code.hash()), &device).await?;
    Ok(begun)
}

/// A device's code as it asks.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The code's hash.
    pub device: SecretHash,
    /// The program, proven.
    pub client: Client,
    /// At which door.
    pub door: Door,
}

/// Tokens, once the person has said yes. That a device asked too soon is written down, so it is no refusal of the transaction.
pub async fn ask(tx: &mut Tx<'_>, cx: &Cx, asked: &Asked) -> Result<Result<Issued, OpenidRefusal>, No<OpenidRefusal>> {
    let found = devices::find(tx, &asked.device).await?;
    let device = found.filter(|device| device.client_id == asked.client.client_id).ok_or(OpenidRefusal::Grant)?;
    if device.expires_at <= cx.now {
        return Err(OpenidRefusal::DeviceExpired.into());
    }
    let (lender, authenticated_at) = match device.decision {
        Decision::Denied => return Err(OpenidRefusal::DeviceDenied.into()),
        Decision::Waiting => {
            let (interval, refusal) = paced(&device, cx.now);
            devices::poll(tx, &asked.device, (cx.now, interval)).await?;
            return Ok(Err(refusal));
        }
        Decision::Allowed(lender, at) => (lender, at),
    };
    devices::remove(tx, &asked.device).await?;
    let reach = if device.scope.api { Reach::Whole } else { Reach::Narrow };
    let loan = Loan { lender, door: asked.door.clone(), client: asked.client.clone(), reach };
    let opened = lend(tx, cx, &loan).await.map_err(refused)?;
    let loaned = Loaned { scope: device.scope, nonce: None, authenticated_at };
    let begun = issue::begin(tx, cx, (Some(&asked.client.client_id), &opened), (cx.new_id(), loaned));
    Ok(Ok(begun.await?))
}

fn paced(device: &Device, now: Moment) -> (i64, OpenidRefusal) {
    let pause = Duration::from_secs(device.interval_seconds.unsigned_abs());
    match device.polled_at {
        Some(last) if now.since(last) < pause => {
            (device.interval_seconds + DEVICE_SLOWER_SECONDS, OpenidRefusal::DeviceTooOften)
        }
        _ => (device.interval_seconds, OpenidRefusal::DevicePending),
    }
}

/// A device that waits, as the person is told of it.
#[derive(Debug, Clone)]
pub struct WaitingDevice {
    /// Whose program it runs.
    pub program: ProgramCard,
    /// What it asks for.
    pub scope: Scope,
}

/// The device of a code that the caller typed. The try is counted first; more than 10 in 15 minutes are refused.
pub async fn find(store: &Store, cx: &Cx, typed: &str) -> Result<WaitingDevice, No<AccountRefusal>> {
    store.write(cx, (), |tx, cx, ()| Box::pin(count_code_try(tx, cx))).await?;
    let mut reader = store.reader().await?;
    waiting(&mut reader, cx, typed).await
}

async fn waiting(from: &mut (impl Fetch + ?Sized), cx: &Cx, typed: &str) -> Result<WaitingDevice, No<AccountRefusal>> {
    let unknown = || AccountRefusal::not_found("device");
    let code = UserCode::typed(typed).ok_or_else(unknown)?;
    let found = devices::find_typed(from, &code.hash()).await?;
    let is_waiting = |device: &Device| device.expires_at > cx.now && device.decision == Decision::Waiting;
    let device = found.filter(is_waiting).ok_or_else(unknown)?;
    let program = find_program(from, &device.client_id).await?.ok_or_else(unknown)?;
    Ok(WaitingDevice { program, scope: device.scope })
}

/// Writes what the caller said of the device with this code; the try is counted as in [`find`].
pub async fn decide(store: &Store, cx: &Cx, typed: &str, is_allowed: bool) -> Result<(), No<AccountRefusal>> {
    find(store, cx, typed).await?;
    let code = UserCode::typed(typed).ok_or_else(|| AccountRefusal::not_found("device"))?;
    store.write(cx, (code, is_allowed), |tx, cx, said| Box::pin(decided(tx, cx, said))).await
}

async fn decided(tx: &mut Tx<'_>, cx: &Cx, (code, is_allowed): &(UserCode, bool)) -> Result<(), No<AccountRefusal>> {
    let own = lent_sign_in::own(tx, cx).await?;
    let said = if *is_allowed { Decision::Allowed(issue::of_person(&own), own.created_at) } else { Decision::Denied };
    if !devices::decide(tx, &code.hash(), said, cx.now).await? {
        return Err(AccountRefusal::not_found("device").into());
    }
    clear_code_tries(tx, cx).await
}
