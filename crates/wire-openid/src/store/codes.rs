//! Codes of authorization by their hashes.

use super::{of_person, scope};
use crate::model::{GrantId, Loaned};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::SecretHash;
use account::lent_sign_in::OfPerson;
use kernel::Moment;

pub const ADD: Sql = Sql::directory(
    "openid.add_code",
    "INSERT INTO openid_code (code_hash, client_id, redirect_uri, user_id, sign_in_id, scope, nonce, challenge,
        authenticated_at, expires_at, grant_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)",
);
pub const FIND: Sql = Sql::directory(
    "openid.find_code",
    "SELECT client_id, redirect_uri, user_id, sign_in_id, scope, nonce, challenge, authenticated_at, expires_at, grant_id
     FROM openid_code WHERE code_hash = $1",
);
pub const USE: Sql =
    Sql::directory("openid.use_code", "UPDATE openid_code SET grant_id = $2 WHERE code_hash = $1 AND grant_id IS NULL");
pub const SWEEP: Sql = Sql::directory(
    "openid.sweep_codes",
    "DELETE FROM openid_code WHERE code_hash IN (SELECT code_hash FROM openid_code WHERE expires_at < $1 LIMIT $2)",
);

/// A code as stored.
#[derive(Debug, Clone)]
pub struct Code {
    /// To whom it was given.
    pub client_id: String,
    /// Where it was sent.
    pub redirect_uri: String,
    /// The sign-in in which the person agreed.
    pub lender: OfPerson,
    /// What was lent.
    pub loaned: Loaned,
    /// What its verifier must hash to.
    pub challenge: Option<String>,
    /// Until when.
    pub expires_at: Moment,
    /// What it became.
    pub grant_id: Option<GrantId>,
}

/// Keeps a new code.
pub async fn add(tx: &mut Tx<'_>, hash: &SecretHash, code: &Code) -> Result<(), Fault> {
    let binds = binds![
        hash.octets(),
        code.client_id.as_str(),
        code.redirect_uri.as_str(),
        code.lender.user_id,
        code.lender.sign_in_id,
        code.loaned.scope.text(),
        code.loaned.nonce.as_deref(),
        code.challenge.as_deref(),
        code.loaned.authenticated_at,
        code.expires_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// A code, used and expired ones too.
pub async fn find(from: &mut (impl Fetch + ?Sized), hash: &SecretHash) -> Result<Option<Code>, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![hash.octets()]).await? else { return Ok(None) };
    let grant_id = row.opt_bytes(9)?.map(|bytes| GrantId::from_bytes(&bytes)).transpose();
    Ok(Some(Code {
        client_id: row.text(0)?,
        redirect_uri: row.text(1)?,
        lender: of_person(&row, 2)?,
        loaned: Loaned { scope: scope(&row, 4)?, nonce: row.opt_text(5)?, authenticated_at: moment(&row, 7)? },
        challenge: row.opt_text(6)?,
        expires_at: moment(&row, 8)?,
        grant_id: grant_id.map_err(|_| super::unreadable("grant of a code"))?,
    }))
}

/// Uses it up for a grant; says whether nobody was first.
pub async fn use_up(tx: &mut Tx<'_>, hash: &SecretHash, grant_id: GrantId) -> Result<bool, Fault> {
    Ok(tx.execute(&USE, binds![hash.octets(), grant_id]).await? == 1)
}

fn moment(row: &Row, at: usize) -> Result<Moment, Fault> {
    Ok(Moment::from_micros(row.i64(at)?))
}
