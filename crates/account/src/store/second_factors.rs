//! Generators of codes and recovery codes: directory tables.

use crate::model::{RecoveryCode, SecretHash};
use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const PUT: Sql = Sql::directory(
    "account.put_totp",
    "INSERT INTO account_totp (user_id, sealed, confirmed_at, last_step) VALUES ($1, $2, NULL, 0)
     ON CONFLICT (user_id) DO UPDATE SET sealed = excluded.sealed, last_step = 0
     WHERE account_totp.confirmed_at IS NULL",
);
pub const FIND: Sql =
    Sql::directory("account.find_totp", "SELECT sealed, confirmed_at FROM account_totp WHERE user_id = $1");
pub const CONFIRM: Sql = Sql::directory(
    "account.confirm_totp",
    "UPDATE account_totp SET confirmed_at = $2, last_step = $3
     WHERE user_id = $1 AND confirmed_at IS NULL AND sealed = $4",
);
pub const STEP: Sql = Sql::directory(
    "account.use_totp_step",
    "UPDATE account_totp SET last_step = $2 WHERE user_id = $1 AND last_step < $2 AND confirmed_at IS NOT NULL",
);
pub const REMOVE: Sql = Sql::directory("account.remove_totp", "DELETE FROM account_totp WHERE user_id = $1");
pub const ADD_CODE: Sql = Sql::directory(
    "account.add_recovery_code",
    "INSERT INTO account_recovery_code (user_id, code_hash, used_at) VALUES ($1, $2, NULL)",
);
pub const REMOVE_CODES: Sql =
    Sql::directory("account.remove_recovery_codes", "DELETE FROM account_recovery_code WHERE user_id = $1");
pub const USE_CODE: Sql = Sql::directory(
    "account.use_recovery_code",
    "UPDATE account_recovery_code SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL",
);
pub const COUNT_CODES: Sql = Sql::directory(
    "account.count_recovery_codes",
    "SELECT count(*) FROM account_recovery_code WHERE user_id = $1 AND used_at IS NULL",
);

/// A generator as stored.
pub struct StoredTotp {
    /// Its secret, sealed.
    pub sealed: Vec<u8>,
    /// Whether the person has shown a code of it.
    pub is_confirmed: bool,
}

/// Writes a generator that waits for its first code; says whether there was none that is in use.
pub async fn put(tx: &mut Tx<'_>, user_id: UserId, sealed: &[u8]) -> Result<bool, Fault> {
    Ok(tx.execute(&PUT, binds![user_id, sealed]).await? == 1)
}

/// The person's generator.
pub async fn find(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Option<StoredTotp>, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![user_id]).await? else { return Ok(None) };
    Ok(Some(StoredTotp { sealed: row.bytes(0)?, is_confirmed: row.opt_i64(1)?.is_some() }))
}

/// The generator is in use from now on; says whether it is still the one that was looked at.
pub async fn confirm(
    tx: &mut Tx<'_>,
    user_id: UserId,
    (sealed, step): (&[u8], i64),
    now: Moment,
) -> Result<bool, Fault> {
    Ok(tx.execute(&CONFIRM, binds![user_id, now, step, sealed]).await? == 1)
}

/// Uses a step up; a code is taken once, and none before it any more.
pub async fn use_step(tx: &mut Tx<'_>, user_id: UserId, step: i64) -> Result<bool, Fault> {
    Ok(tx.execute(&STEP, binds![user_id, step]).await? == 1)
}

/// Takes the generator and the recovery codes away.
pub async fn remove(tx: &mut Tx<'_>, user_id: UserId) -> Result<bool, Fault> {
    tx.execute(&REMOVE_CODES, binds![user_id]).await?;
    Ok(tx.execute(&REMOVE, binds![user_id]).await? == 1)
}

/// Writes new recovery codes in place of those before.
pub async fn put_codes(tx: &mut Tx<'_>, user_id: UserId, codes: &[RecoveryCode]) -> Result<(), Fault> {
    tx.execute(&REMOVE_CODES, binds![user_id]).await?;
    for code in codes {
        tx.execute(&ADD_CODE, binds![user_id, code.hash().octets()]).await?;
    }
    Ok(())
}

/// Uses a recovery code up; says whether it was one that was left.
pub async fn use_code(tx: &mut Tx<'_>, user_id: UserId, code: &SecretHash, now: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&USE_CODE, binds![user_id, code.octets(), now]).await? == 1)
}

/// How many recovery codes are left.
pub async fn count_codes(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<i64, Fault> {
    from.fetch_one(&COUNT_CODES, binds![user_id]).await?.i64(0)
}
