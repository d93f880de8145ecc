//! Devices that wait for a person, by the hashes of both codes.

use super::{of_person, scope};
use crate::model::Scope;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::SecretHash;
use account::lent_sign_in::OfPerson;
use kernel::Moment;

pub const ADD: Sql = Sql::directory(
    "openid.add_device",
    "INSERT INTO openid_device (device_hash, user_code_hash, client_id, scope, state, user_id, sign_in_id,
        authenticated_at, polled_at, interval_seconds, expires_at)
     VALUES ($1, $2, $3, $4, 'waiting', NULL, NULL, NULL, NULL, $5, $6)",
);
pub const COUNT: Sql = Sql::directory(
    "openid.count_devices",
    "SELECT count(*) FROM openid_device WHERE client_id = $1 AND expires_at > $2",
);
pub const FIND: Sql = Sql::directory(
    "openid.find_device",
    "SELECT client_id, scope, state, polled_at, interval_seconds, expires_at, user_id, sign_in_id, authenticated_at
     FROM openid_device WHERE device_hash = $1",
);
pub const FIND_BY_USER_CODE: Sql = Sql::directory(
    "openid.find_device_by_user_code",
    "SELECT client_id, scope, state, polled_at, interval_seconds, expires_at, user_id, sign_in_id, authenticated_at
     FROM openid_device WHERE user_code_hash = $1",
);
pub const POLL: Sql = Sql::directory(
    "openid.poll_device",
    "UPDATE openid_device SET polled_at = $2, interval_seconds = $3 WHERE device_hash = $1",
);
pub const DECIDE: Sql = Sql::directory(
    "openid.decide_device",
    "UPDATE openid_device SET state = $2, user_id = $3, sign_in_id = $4, authenticated_at = $5
     WHERE user_code_hash = $1 AND state = 'waiting' AND expires_at > $6",
);
pub const REMOVE: Sql = Sql::directory("openid.remove_device", "DELETE FROM openid_device WHERE device_hash = $1");
pub const SWEEP: Sql = Sql::directory(
    "openid.sweep_devices",
    "DELETE FROM openid_device WHERE device_hash IN
       (SELECT device_hash FROM openid_device WHERE expires_at < $1 LIMIT $2)",
);

/// What the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet.
    Waiting,
    /// Yes, in this sign-in, made at this moment.
    Allowed(OfPerson, Moment),
    /// No.
    Denied,
}

/// A device as stored.
#[derive(Debug, Clone)]
pub struct Device {
    /// Of which program.
    pub client_id: String,
    /// What it asks for.
    pub scope: Scope,
    /// What the person said.
    pub decision: Decision,
    /// When it asked the last time.
    pub polled_at: Option<Moment>,
    /// How often it may ask.
    pub interval_seconds: i64,
    /// Until when.
    pub expires_at: Moment,
}

/// Keeps a new one.
pub async fn add(tx: &mut Tx<'_>, codes: (&SecretHash, &SecretHash), device: &Device) -> Result<(), Fault> {
    let binds = binds![
        codes.0.octets(),
        codes.1.octets(),
        device.client_id.as_str(),
        device.scope.text(),
        device.interval_seconds,
        device.expires_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// How many of a program's wait.
pub async fn count(tx: &mut Tx<'_>, client_id: &str, now: Moment) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT, binds![client_id, now]).await?.i64(0)
}

/// By its own code.
pub async fn find(from: &mut (impl Fetch + ?Sized), device: &SecretHash) -> Result<Option<Device>, Fault> {
    from.fetch_optional(&FIND, binds![device.octets()]).await?.map(|row| read(&row)).transpose()
}

/// By the code that a person typed.
pub async fn find_typed(from: &mut (impl Fetch + ?Sized), typed: &SecretHash) -> Result<Option<Device>, Fault> {
    from.fetch_optional(&FIND_BY_USER_CODE, binds![typed.octets()]).await?.map(|row| read(&row)).transpose()
}

/// It asked now, and may ask again after so many seconds.
pub async fn poll(tx: &mut Tx<'_>, device: &SecretHash, (now, interval): (Moment, i64)) -> Result<(), Fault> {
    tx.execute(&POLL, binds![device.octets(), now, interval]).await?;
    Ok(())
}

/// Writes what the person said; says whether it was still asked.
pub async fn decide(tx: &mut Tx<'_>, typed: &SecretHash, decision: Decision, now: Moment) -> Result<bool, Fault> {
    let (word, lender, at) = match decision {
        Decision::Waiting => return Ok(false),
        Decision::Allowed(lender, at) => ("allowed", Some(lender), Some(at)),
        Decision::Denied => ("denied", None, None),
    };
    let (user_id, sign_in_id) = lender.map(|lender| (lender.user_id, lender.sign_in_id)).unzip();
    Ok(tx.execute(&DECIDE, binds![typed.octets(), word, user_id, sign_in_id, at, now]).await? == 1)
}

/// Forgets it.
pub async fn remove(tx: &mut Tx<'_>, device: &SecretHash) -> Result<(), Fault> {
    tx.execute(&REMOVE, binds![device.octets()]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Device, Fault> {
    let decision = match row.text_ref(2)? {
        "waiting" => Decision::Waiting,
        "allowed" => Decision::Allowed(of_person(row, 6)?, Moment::from_micros(row.i64(8)?)),
        _ => Decision::Denied,
    };
    Ok(Device {
        client_id: row.text(0)?,
        scope: scope(row, 1)?,
        decision,
        polled_at: row.opt_i64(3)?.map(Moment::from_micros),
        interval_seconds: row.i64(4)?,
        expires_at: Moment::from_micros(row.i64(5)?),
    })
}
