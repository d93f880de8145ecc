//! Proposals to holders of certificates, by the hash of their token: a directory table.

use crate::model::{PROPOSAL_LIFE, Proposal, SecretHash};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const ADD: Sql = Sql::directory(
    "account.add_proposal",
    "INSERT INTO account_proposal (token_hash, certificate, kind, expires_at, user_id)
     VALUES ($1, $2, $3, $4, NULL)",
);
pub const FIND: Sql = Sql::directory(
    "account.find_proposal",
    "SELECT certificate, kind, expires_at, user_id FROM account_proposal WHERE token_hash = $1",
);
pub const ACCEPT: Sql = Sql::directory(
    "account.accept_proposal",
    "UPDATE account_proposal SET user_id = $2 WHERE token_hash = $1 AND user_id IS NULL",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_proposals",
    "DELETE FROM account_proposal WHERE token_hash IN
       (SELECT token_hash FROM account_proposal WHERE expires_at < $1 LIMIT $2)",
);

/// Writes a proposal: the certificate that was proven, and the word of its kind.
pub async fn add(
    tx: &mut Tx<'_>,
    token: &SecretHash,
    (certificate, kind): (&[u8], &str),
    now: Moment,
) -> Result<(), Fault> {
    tx.execute(&ADD, binds![token.octets(), certificate, kind, now.plus(PROPOSAL_LIFE)]).await?;
    Ok(())
}

/// A proposal, accepted and expired ones too.
pub async fn find(from: &mut (impl Fetch + ?Sized), token: &SecretHash) -> Result<Option<Proposal>, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![token.octets()]).await? else { return Ok(None) };
    let user_id = row.opt_bytes(3)?.map(|bytes| UserId::from_bytes(&bytes)).transpose();
    Ok(Some(Proposal {
        certificate: row.parsed(0, Row::bytes, |bytes| pki::Certificate::from_der(&bytes))?,
        kind: row.text(1)?,
        expires_at: Moment::from_micros(row.i64(2)?),
        user_id: user_id.map_err(|_| crate::scope::unreadable("user of a proposal"))?,
    }))
}

/// Marks it as accepted by the user that was made; of two at once one hears `true`.
pub async fn accept(tx: &mut Tx<'_>, token: &SecretHash, user_id: UserId) -> Result<bool, Fault> {
    Ok(tx.execute(&ACCEPT, binds![token.octets(), user_id]).await? == 1)
}
