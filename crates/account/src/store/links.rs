//! Links of letters by the hash of their code: a directory table.

use crate::model::{Link, LinkWork, SecretHash};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const ADD: Sql = Sql::directory(
    "account.add_link",
    "INSERT INTO account_link (code_hash, user_id, work, created_at, expires_at, used_at)
     VALUES ($1, $2, $3, $4, $5, NULL)",
);
pub const FIND: Sql = Sql::directory(
    "account.find_link",
    "SELECT user_id, work, expires_at, used_at FROM account_link WHERE code_hash = $1",
);
pub const USE: Sql = Sql::directory(
    "account.use_link",
    "UPDATE account_link SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2",
);
pub const END_OF_USER: Sql = Sql::directory(
    "account.end_links_of_user",
    "UPDATE account_link SET expires_at = $2 WHERE user_id = $1 AND used_at IS NULL AND expires_at > $2",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_links",
    "DELETE FROM account_link WHERE code_hash IN
       (SELECT code_hash FROM account_link WHERE expires_at < $1 LIMIT $2)",
);

/// Writes a new link under the hash of its code.
pub async fn add(
    tx: &mut Tx<'_>,
    code: &SecretHash,
    (user_id, work): (UserId, &LinkWork),
    now: Moment,
) -> Result<(), Fault> {
    let kept = serde_json::to_vec(work).map_err(|error| Fault::Decode(format!("work of a link: {error}")))?;
    tx.execute(&ADD, binds![code.octets(), user_id, kept, now, now.plus(work.life())]).await?;
    Ok(())
}

/// The link of a code, used and expired ones too.
pub async fn find(from: &mut (impl Fetch + ?Sized), code: &SecretHash) -> Result<Option<Link>, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![code.octets()]).await? else { return Ok(None) };
    Ok(Some(Link {
        user_id: row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        work: serde_json::from_slice(row.bytes_ref(1)?).map_err(|_| unreadable("work of a link"))?,
        expires_at: Moment::from_micros(row.i64(2)?),
        used_at: row.opt_i64(3)?.map(Moment::from_micros),
    }))
}

/// Uses an open link up; of two who follow it at once one hears `true`.
pub async fn use_up(tx: &mut Tx<'_>, code: &SecretHash, now: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&USE, binds![code.octets(), now]).await? == 1)
}

/// Ends every open link of a person: after a password or an address was changed older letters are worth nothing.
pub async fn end_of_user(tx: &mut Tx<'_>, user_id: UserId, now: Moment) -> Result<(), Fault> {
    tx.execute(&END_OF_USER, binds![user_id, now]).await?;
    Ok(())
}
