//! Grants, and the refresh tokens that renew them.

use super::{of_person, scope};
use crate::model::{Grant, GrantId, Loaned};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::SecretHash;
use account::lent_sign_in::OfPerson;
use kernel::Moment;

pub const ADD: Sql = Sql::directory(
    "openid.add_grant",
    "INSERT INTO openid_grant
       (grant_id, client_id, user_id, sign_in_id, scope, nonce, authenticated_at, renewable_until, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)",
);
pub const GET: Sql = Sql::directory(
    "openid.get_grant",
    "SELECT grant_id, client_id, user_id, sign_in_id, scope, nonce, authenticated_at, renewable_until, ended_at
     FROM openid_grant WHERE grant_id = $1",
);
pub const FIND_OF_SIGN_IN: Sql = Sql::directory(
    "openid.find_grant_of_sign_in",
    "SELECT grant_id, client_id, user_id, sign_in_id, scope, nonce, authenticated_at, renewable_until, ended_at
     FROM openid_grant WHERE user_id = $1 AND sign_in_id = $2",
);
pub const RENEW: Sql =
    Sql::directory("openid.renew_grant", "UPDATE openid_grant SET renewable_until = $2 WHERE grant_id = $1");
pub const END: Sql = Sql::directory(
    "openid.end_grant",
    "UPDATE openid_grant SET ended_at = $2 WHERE grant_id = $1 AND ended_at IS NULL",
);
pub const SWEEP: Sql = Sql::directory(
    "openid.sweep_grants",
    "DELETE FROM openid_grant WHERE grant_id IN (SELECT grant_id FROM openid_grant WHERE renewable_until < $1 LIMIT $2)",
);
pub const ADD_REFRESH: Sql = Sql::directory(
    "openid.add_refresh",
    "INSERT INTO openid_refresh (token_hash, grant_id, expires_at, used_at) VALUES ($1, $2, $3, NULL)",
);
pub const FIND_REFRESH: Sql = Sql::directory(
    "openid.find_refresh",
    "SELECT grant_id, expires_at, used_at FROM openid_refresh WHERE token_hash = $1",
);
pub const USE_REFRESH: Sql = Sql::directory(
    "openid.use_refresh",
    "UPDATE openid_refresh SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL",
);
pub const SWEEP_REFRESH: Sql = Sql::directory(
    "openid.sweep_refresh",
    "DELETE FROM openid_refresh WHERE token_hash IN
       (SELECT token_hash FROM openid_refresh WHERE expires_at < $1 LIMIT $2)",
);

/// A refresh token as stored.
#[derive(Debug, Clone, Copy)]
pub struct Refresh {
    /// What it renews.
    pub grant_id: GrantId,
    /// Until when.
    pub expires_at: Moment,
    /// When it was used.
    pub used_at: Option<Moment>,
}

/// Keeps a new grant.
pub async fn add(tx: &mut Tx<'_>, grant: &Grant) -> Result<(), Fault> {
    let binds = binds![
        grant.grant_id,
        grant.client_id.as_deref(),
        grant.of.user_id,
        grant.of.sign_in_id,
        grant.loaned.scope.text(),
        grant.loaned.nonce.as_deref(),
        grant.loaned.authenticated_at,
        grant.renewable_until
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// A grant, ended ones too.
pub async fn find(from: &mut (impl Fetch + ?Sized), grant_id: GrantId) -> Result<Option<Grant>, Fault> {
    from.fetch_optional(&GET, binds![grant_id]).await?.map(|row| read(&row)).transpose()
}

/// The grant of a sign-in.
pub async fn find_of(from: &mut (impl Fetch + ?Sized), of: OfPerson) -> Result<Option<Grant>, Fault> {
    let row = from.fetch_optional(&FIND_OF_SIGN_IN, binds![of.user_id, of.sign_in_id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Lets it last longer.
pub async fn renew(tx: &mut Tx<'_>, grant_id: GrantId, until: Moment) -> Result<(), Fault> {
    tx.execute(&RENEW, binds![grant_id, until]).await?;
    Ok(())
}

/// Ends it.
pub async fn end(tx: &mut Tx<'_>, grant_id: GrantId, now: Moment) -> Result<(), Fault> {
    tx.execute(&END, binds![grant_id, now]).await?;
    Ok(())
}

/// Keeps a new refresh token.
pub async fn add_refresh(tx: &mut Tx<'_>, hash: &SecretHash, grant: (GrantId, Moment)) -> Result<(), Fault> {
    tx.execute(&ADD_REFRESH, binds![hash.octets(), grant.0, grant.1]).await?;
    Ok(())
}

/// A refresh token, used and expired ones too.
pub async fn find_refresh(from: &mut (impl Fetch + ?Sized), hash: &SecretHash) -> Result<Option<Refresh>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_REFRESH, binds![hash.octets()]).await? else { return Ok(None) };
    Ok(Some(Refresh {
        grant_id: row.parsed(0, Row::bytes, |bytes| GrantId::from_bytes(&bytes))?,
        expires_at: Moment::from_micros(row.i64(1)?),
        used_at: row.opt_i64(2)?.map(Moment::from_micros),
    }))
}

/// Uses it up; says whether nobody was first.
pub async fn use_refresh(tx: &mut Tx<'_>, hash: &SecretHash, now: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&USE_REFRESH, binds![hash.octets(), now]).await? == 1)
}

fn read(row: &Row) -> Result<Grant, Fault> {
    Ok(Grant {
        grant_id: row.parsed(0, Row::bytes, |bytes| GrantId::from_bytes(&bytes))?,
        client_id: row.opt_text(1)?,
        of: of_person(row, 2)?,
        loaned: Loaned {
            scope: scope(row, 4)?,
            nonce: row.opt_text(5)?,
            authenticated_at: Moment::from_micros(row.i64(6)?),
        },
        renewable_until: Moment::from_micros(row.i64(7)?),
        ended_at: row.opt_i64(8)?.map(Moment::from_micros),
    })
}
