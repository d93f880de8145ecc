//! Passkeys by the hash of their credential's id: a directory table.

use crate::model::{Passkey, PasskeyId};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

macro_rules! columns {
    () => {
        "k.passkey_id, k.user_id, k.credential_id, k.name, k.public_key, k.sign_count, k.created_at, k.last_used_at"
    };
}

pub const ADD: Sql = Sql::directory(
    "account.add_passkey",
    "INSERT INTO account_passkey
       (credential_hash, passkey_id, user_id, credential_id, name, public_key, sign_count, created_at, last_used_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL) ON CONFLICT (credential_hash) DO NOTHING",
);
pub const FIND: Sql = Sql::directory(
    "account.find_passkey",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_passkey k JOIN account_user u ON u.user_id = k.user_id
         WHERE k.credential_hash = $1 AND u.is_active = 1"
    ),
);
pub const LIST: Sql = Sql::directory(
    "account.list_passkeys",
    concat!("SELECT ", columns!(), " FROM account_passkey k WHERE k.user_id = $1 ORDER BY k.passkey_id LIMIT 200"),
);
pub const COUNT: Sql = Sql::directory(
    "account.count_passkey_use",
    "UPDATE account_passkey SET sign_count = $2, last_used_at = $3
     WHERE credential_hash = $1 AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0))",
);
pub const REMOVE: Sql =
    Sql::directory("account.remove_passkey", "DELETE FROM account_passkey WHERE user_id = $1 AND passkey_id = $2");

pub const RENAME: Sql = Sql::directory(
    "account.rename_passkey",
    "UPDATE account_passkey SET name = $3 WHERE user_id = $1 AND passkey_id = $2",
);

fn hash(credential_id: &[u8]) -> [u8; 32] {
    *blake3::hash(credential_id).as_bytes()
}

/// Writes a passkey; says whether its id was free.
pub async fn add(tx: &mut Tx<'_>, passkey: &Passkey) -> Result<bool, Fault> {
    let binds = binds![
        &hash(&passkey.credential_id),
        passkey.passkey_id,
        passkey.user_id,
        passkey.credential_id.as_slice(),
        passkey.name.as_str(),
        passkey.public_key.as_slice(),
        i64::from(passkey.sign_count),
        passkey.created_at
    ];
    Ok(tx.execute(&ADD, binds).await? == 1)
}

/// The passkey of a credential's id, of an active user.
pub async fn find(from: &mut (impl Fetch + ?Sized), credential_id: &[u8]) -> Result<Option<Passkey>, Fault> {
    from.fetch_optional(&FIND, binds![&hash(credential_id)]).await?.map(|row| read(&row)).transpose()
}

/// Passkeys of a person, the oldest first.
pub async fn list(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Vec<Passkey>, Fault> {
    from.fetch_all(&LIST, binds![user_id]).await?.iter().map(read).collect()
}

/// Writes that it was used, and its counter; says whether the counter grew.
pub async fn count(tx: &mut Tx<'_>, credential_id: &[u8], sign_count: u32, now: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&COUNT, binds![&hash(credential_id), i64::from(sign_count), now]).await? == 1)
}

/// Takes one of the person's passkeys away; says whether there was one.
pub async fn remove(tx: &mut Tx<'_>, user_id: UserId, passkey_id: PasskeyId) -> Result<bool, Fault> {
    Ok(tx.execute(&REMOVE, binds![user_id, passkey_id]).await? == 1)
}

/// Calls one of the person's passkeys by another name; says whether there was one.
pub async fn rename(tx: &mut Tx<'_>, user_id: UserId, passkey_id: PasskeyId, name: &str) -> Result<bool, Fault> {
    Ok(tx.execute(&RENAME, binds![user_id, passkey_id, name]).await? == 1)
}

fn read(row: &Row) -> Result<Passkey, Fault> {
    Ok(Passkey {
        passkey_id: row.parsed(0, Row::bytes, |bytes| PasskeyId::from_bytes(&bytes))?,
        user_id: row.parsed(1, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        credential_id: row.bytes(2)?,
        name: row.text(3)?,
        public_key: row.bytes(4)?,
        sign_count: row.parsed(5, Row::i64, u32::try_from)?,
        created_at: Moment::from_micros(row.i64(6)?),
        last_used_at: row.opt_i64(7)?.map(Moment::from_micros),
    })
}
