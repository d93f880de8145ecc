//! Sign-ins by the hash of their token: a directory table.

use crate::model::{SecretHash, SignIn, SignInKind, Way};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{IntegratorKeyId, Moment, SignInId, UserId};

pub const OPEN: Sql = Sql::directory(
    "account.open_sign_in",
    "INSERT INTO account_sign_in
       (token_hash, sign_in_id, user_id, kind, integrator_key_id, created_at, expires_at, ended_at, way, address, device,
        renewable_until, is_narrow)
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, $8, $9, $10, $11, $12)",
);
pub const FIND: Sql = Sql::directory(
    "account.find_sign_in",
    "SELECT s.sign_in_id, s.user_id, s.kind, s.integrator_key_id, s.created_at, s.expires_at, s.ended_at,
       s.way, s.address, s.device, s.renewable_until, s.is_narrow
     FROM account_sign_in s JOIN account_user u ON u.user_id = s.user_id
     WHERE s.token_hash = $1 AND u.is_active = 1",
);
pub const IS_OPEN: Sql = Sql::directory(
    "account.is_sign_in_open",
    "SELECT s.sign_in_id FROM account_sign_in s JOIN account_user u ON u.user_id = s.user_id
     WHERE s.user_id = $1 AND s.sign_in_id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND u.is_active = 1",
);
pub const LIST: Sql = Sql::directory(
    "account.list_sign_ins",
    "SELECT sign_in_id, user_id, kind, integrator_key_id, created_at, expires_at, ended_at, way, address, device,
       renewable_until, is_narrow
     FROM account_sign_in
     WHERE user_id = $1 AND sign_in_id > $2 AND ended_at IS NULL AND COALESCE(renewable_until, expires_at) > $3
     ORDER BY sign_in_id LIMIT $4",
);
pub const GET: Sql = Sql::directory(
    "account.get_sign_in",
    "SELECT s.sign_in_id, s.user_id, s.kind, s.integrator_key_id, s.created_at, s.expires_at, s.ended_at,
       s.way, s.address, s.device, s.renewable_until, s.is_narrow
     FROM account_sign_in s JOIN account_user u ON u.user_id = s.user_id
     WHERE s.user_id = $1 AND s.sign_in_id = $2 AND u.is_active = 1",
);
pub const RENEW: Sql = Sql::directory(
    "account.renew_sign_in",
    "UPDATE account_sign_in SET token_hash = $3, expires_at = $4, renewable_until = $5
     WHERE user_id = $1 AND sign_in_id = $2 AND ended_at IS NULL AND renewable_until > $6",
);
pub const END: Sql = Sql::directory(
    "account.end_sign_in",
    "UPDATE account_sign_in SET ended_at = $3 WHERE user_id = $1 AND sign_in_id = $2 AND ended_at IS NULL",
);
pub const END_OF_KEY: Sql = Sql::directory(
    "account.end_sign_ins_of_key",
    "UPDATE account_sign_in SET ended_at = $2 WHERE integrator_key_id = $1 AND ended_at IS NULL",
);
pub const END_ALL: Sql = Sql::directory(
    "account.end_all_sign_ins",
    "UPDATE account_sign_in SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL AND COALESCE(renewable_until, expires_at) > $2",
);
pub const END_OTHERS: Sql = Sql::directory(
    "account.end_other_sign_ins",
    "UPDATE account_sign_in SET ended_at = $2
     WHERE user_id = $1 AND sign_in_id <> $3 AND ended_at IS NULL AND COALESCE(renewable_until, expires_at) > $2",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_sign_ins",
    "DELETE FROM account_sign_in WHERE token_hash IN
       (SELECT token_hash FROM account_sign_in
        WHERE expires_at < $1 AND (renewable_until IS NULL OR renewable_until < $1) LIMIT $2)",
);

/// Writes a new sign-in under the hash of its token.
pub async fn open(tx: &mut Tx<'_>, sign_in: &SignIn, token: &SecretHash) -> Result<(), Fault> {
    let binds = binds![
        token.octets(),
        sign_in.sign_in_id,
        sign_in.user_id,
        sign_in.kind.name(),
        sign_in.integrator_key_id,
        sign_in.created_at,
        sign_in.expires_at,
        sign_in.way.word(),
        sign_in.address.as_str(),
        sign_in.device.as_str(),
        sign_in.renewable_until,
        i64::from(sign_in.is_narrow)
    ];
    tx.execute(&OPEN, binds).await?;
    Ok(())
}

/// The sign-in of a token, ended and expired ones too.
pub async fn find(from: &mut (impl Fetch + ?Sized), token: &SecretHash) -> Result<Option<SignIn>, Fault> {
    from.fetch_optional(&FIND, binds![token.octets()]).await?.map(|row| read(&row)).transpose()
}

/// A person's sign-in, ended and expired ones too.
pub async fn get(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    sign_in_id: SignInId,
) -> Result<Option<SignIn>, Fault> {
    from.fetch_optional(&GET, binds![user_id, sign_in_id]).await?.map(|row| read(&row)).transpose()
}

/// Puts a new token in the place of the last one; says whether the sign-in could still be renewed.
pub async fn renew(tx: &mut Tx<'_>, renewed: &SignIn, token: &SecretHash, now: Moment) -> Result<bool, Fault> {
    let binds =
        binds![renewed.user_id, renewed.sign_in_id, token.octets(), renewed.expires_at, renewed.renewable_until, now];
    Ok(tx.execute(&RENEW, binds).await? == 1)
}

/// Whether a person's sign-in is open.
pub async fn is_open(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    sign_in_id: SignInId,
    now: Moment,
) -> Result<bool, Fault> {
    Ok(from.fetch_optional(&IS_OPEN, binds![user_id, sign_in_id, now]).await?.is_some())
}

/// Open sign-ins of a person after `after`, in the order they were made.
pub async fn list_open(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    after: &[u8],
    now: Moment,
    limit: i64,
) -> Result<Vec<SignIn>, Fault> {
    from.fetch_all(&LIST, binds![user_id, after, now, limit]).await?.iter().map(read).collect()
}

/// Ends one of the person's sign-ins; says whether it was open.
pub async fn end(tx: &mut Tx<'_>, user_id: UserId, sign_in_id: SignInId, now: Moment) -> Result<bool, Fault> {
    tx.tell(user_id);
    Ok(tx.execute(&END, binds![user_id, sign_in_id, now]).await? == 1)
}

/// Ends every open sign-in of a person, but not the one that is kept; says how many.
pub async fn end_all(tx: &mut Tx<'_>, user_id: UserId, kept: Option<SignInId>, now: Moment) -> Result<u64, Fault> {
    tx.tell(user_id);
    match kept {
        None => tx.execute(&END_ALL, binds![user_id, now]).await,
        Some(kept) => tx.execute(&END_OTHERS, binds![user_id, now, kept]).await,
    }
}

/// Ends every sign-in made through an integrator's key.
pub async fn end_of_key(tx: &mut Tx<'_>, key_id: IntegratorKeyId, now: Moment) -> Result<u64, Fault> {
    tx.execute(&END_OF_KEY, binds![key_id, now]).await
}

fn read(row: &Row) -> Result<SignIn, Fault> {
    let key = row.opt_bytes(3)?.map(|bytes| IntegratorKeyId::from_bytes(&bytes)).transpose();
    Ok(SignIn {
        sign_in_id: row.parsed(0, Row::bytes, |bytes| SignInId::from_bytes(&bytes))?,
        user_id: row.parsed(1, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        kind: SignInKind::parse(&row.text(2)?).ok_or_else(|| unreadable("kind of a sign-in"))?,
        integrator_key_id: key.map_err(|_| unreadable("integrator key of a sign-in"))?,
        created_at: Moment::from_micros(row.i64(4)?),
        expires_at: Moment::from_micros(row.i64(5)?),
        ended_at: row.opt_i64(6)?.map(Moment::from_micros),
        way: match row.opt_text(7)? {
            Some(way) => Way::parse(&way).ok_or_else(|| unreadable("way of a sign-in"))?,
            None => Way::Password,
        },
        address: row.opt_text(8)?.unwrap_or_default(),
        device: row.opt_text(9)?.unwrap_or_default(),
        renewable_until: row.opt_i64(10)?.map(Moment::from_micros),
        is_narrow: row.opt_i64(11)? == Some(1),
    })
}
