//! Remembered devices, and sign-ins that wait for a second factor: directory tables.

use crate::model::{Device, DeviceId, PENDING_LIFE, PendingSignIn, SecretHash, Way};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{IntegratorKeyId, Moment, UserId};

pub const ADD: Sql = Sql::directory(
    "account.add_device",
    "INSERT INTO account_device (token_hash, device_id, user_id, name, address, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
pub const KNOWS: Sql = Sql::directory(
    "account.knows_device",
    "SELECT device_id FROM account_device WHERE token_hash = $1 AND user_id = $2 AND expires_at > $3",
);
pub const LIST: Sql = Sql::directory(
    "account.list_devices",
    "SELECT device_id, name, address, created_at, expires_at FROM account_device
     WHERE user_id = $1 AND expires_at > $2 ORDER BY device_id LIMIT 200",
);
pub const REMOVE: Sql =
    Sql::directory("account.remove_device", "DELETE FROM account_device WHERE user_id = $1 AND device_id = $2");
pub const REMOVE_ALL: Sql = Sql::directory("account.remove_devices", "DELETE FROM account_device WHERE user_id = $1");
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_devices",
    "DELETE FROM account_device WHERE token_hash IN
       (SELECT token_hash FROM account_device WHERE expires_at < $1 LIMIT $2)",
);
pub const ADD_PENDING: Sql = Sql::directory(
    "account.add_pending_sign_in",
    "INSERT INTO account_pending_sign_in (token_hash, user_id, way, client_id, integrator_key_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
pub const FIND_PENDING: Sql = Sql::directory(
    "account.find_pending_sign_in",
    "SELECT user_id, way, client_id, integrator_key_id, expires_at FROM account_pending_sign_in
     WHERE token_hash = $1 AND expires_at > $2",
);
pub const END_PENDING: Sql =
    Sql::directory("account.end_pending_sign_in", "DELETE FROM account_pending_sign_in WHERE token_hash = $1");
pub const SWEEP_PENDING: Sql = Sql::directory(
    "account.sweep_pending_sign_ins",
    "DELETE FROM account_pending_sign_in WHERE token_hash IN
       (SELECT token_hash FROM account_pending_sign_in WHERE expires_at < $1 LIMIT $2)",
);

/// Remembers a device.
pub async fn add(tx: &mut Tx<'_>, user_id: UserId, (token, device): (&SecretHash, &Device)) -> Result<(), Fault> {
    let (name, address) = (device.name.as_str(), device.address.as_str());
    let binds = binds![token.octets(), device.device_id, user_id, name, address, device.created_at, device.expires_at];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Whether the device is remembered for this person.
pub async fn knows(
    from: &mut (impl Fetch + ?Sized),
    token: &SecretHash,
    user_id: UserId,
    now: Moment,
) -> Result<bool, Fault> {
    Ok(from.fetch_optional(&KNOWS, binds![token.octets(), user_id, now]).await?.is_some())
}

/// Devices of a person that are remembered now.
pub async fn list(from: &mut (impl Fetch + ?Sized), user_id: UserId, now: Moment) -> Result<Vec<Device>, Fault> {
    from.fetch_all(&LIST, binds![user_id, now]).await?.iter().map(read).collect()
}

/// Forgets one of the person's devices; says whether it was remembered.
pub async fn remove(tx: &mut Tx<'_>, user_id: UserId, device_id: DeviceId) -> Result<bool, Fault> {
    Ok(tx.execute(&REMOVE, binds![user_id, device_id]).await? == 1)
}

/// Forgets all of them.
pub async fn remove_all(tx: &mut Tx<'_>, user_id: UserId) -> Result<(), Fault> {
    tx.execute(&REMOVE_ALL, binds![user_id]).await?;
    Ok(())
}

/// Writes a sign-in that waits.
pub async fn add_pending(tx: &mut Tx<'_>, token: &SecretHash, pending: &PendingSignIn) -> Result<(), Fault> {
    let (client_id, key) = pending.client.as_ref().map(|(id, key)| (id.as_str(), *key)).unzip();
    let binds = binds![token.octets(), pending.user_id, pending.way.word(), client_id, key, pending.expires_at];
    tx.execute(&ADD_PENDING, binds).await?;
    Ok(())
}

/// A sign-in that still waits.
pub async fn find_pending(
    from: &mut (impl Fetch + ?Sized),
    token: &SecretHash,
    now: Moment,
) -> Result<Option<PendingSignIn>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_PENDING, binds![token.octets(), now]).await? else { return Ok(None) };
    let key = row.opt_bytes(3)?.map(|bytes| IntegratorKeyId::from_bytes(&bytes)).transpose();
    let key = key.map_err(|_| unreadable("integrator key of a pending sign-in"))?;
    Ok(Some(PendingSignIn {
        user_id: row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        way: Way::parse(&row.text(1)?).ok_or_else(|| unreadable("way of a pending sign-in"))?,
        client: row.opt_text(2)?.zip(key),
        expires_at: Moment::from_micros(row.i64(4)?),
    }))
}

/// It waits no more; of two who show the second factor at once one hears `true`.
pub async fn end_pending(tx: &mut Tx<'_>, token: &SecretHash) -> Result<bool, Fault> {
    Ok(tx.execute(&END_PENDING, binds![token.octets()]).await? == 1)
}

/// When a sign-in that begins now waits no more.
pub fn pending_until(now: Moment) -> Moment {
    now.plus(PENDING_LIFE)
}

fn read(row: &Row) -> Result<Device, Fault> {
    Ok(Device {
        device_id: row.parsed(0, Row::bytes, |bytes| DeviceId::from_bytes(&bytes))?,
        name: row.text(1)?,
        address: row.text(2)?,
        created_at: Moment::from_micros(row.i64(3)?),
        expires_at: Moment::from_micros(row.i64(4)?),
    })
}
