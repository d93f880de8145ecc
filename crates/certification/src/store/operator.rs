use crate::model::AuthorityId;
use kernel::Moment;
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(crate) const FIND_LATEST: Sql = Sql::global(
    "certification.find_latest_operator",
    "SELECT generation, authority_id, serial, certificate, sealed_key, not_after FROM certification_operator \
     ORDER BY generation DESC LIMIT 1",
);

pub(crate) const INSERT: Sql = Sql::global(
    "certification.insert_operator",
    "INSERT INTO certification_operator (generation, authority_id, serial, certificate, sealed_key, not_after, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
);

pub(crate) const FIND_AUTHORITY: Sql = Sql::global(
    "certification.find_operator_authority",
    "SELECT authority_id FROM certification_operator WHERE serial = $1",
);

/// One of the operator's own certificates.
#[derive(Clone, Debug)]
pub(crate) struct OperatorRow {
    pub generation: i64,
    pub authority_id: AuthorityId,
    pub serial: Vec<u8>,
    pub certificate: Vec<u8>,
    pub sealed_key: Vec<u8>,
    pub not_after: Moment,
}

fn read(row: &Row) -> Result<OperatorRow, Fault> {
    Ok(OperatorRow {
        generation: row.i64(0)?,
        authority_id: row.parsed(1, Row::bytes, |b: Vec<u8>| AuthorityId::from_bytes(&b))?,
        serial: row.bytes(2)?,
        certificate: row.bytes(3)?,
        sealed_key: row.bytes(4)?,
        not_after: Moment::from_micros(row.i64(5)?),
    })
}

pub(crate) async fn find_latest(fetch: &mut dyn Fetch) -> Result<Option<OperatorRow>, Fault> {
    fetch.fetch_optional(&FIND_LATEST, binds![]).await?.as_ref().map(read).transpose()
}

/// False when another process made this generation first.
pub(crate) async fn insert(tx: &mut Tx<'_>, row: &OperatorRow, at: Moment) -> Result<bool, Fault> {
    let binds =
        binds![row.generation, row.authority_id, &row.serial, &row.certificate, &row.sealed_key, row.not_after, at];
    Ok(tx.execute(&INSERT, binds).await? > 0)
}

/// Which authority issued an operator's certificate of this serial number.
pub(crate) async fn find_authority(fetch: &mut dyn Fetch, serial: &[u8]) -> Result<Option<AuthorityId>, Fault> {
    let row = fetch.fetch_optional(&FIND_AUTHORITY, binds![serial]).await?;
    row.map(|row| row.parsed(0, Row::bytes, |b: Vec<u8>| AuthorityId::from_bytes(&b))).transpose()
}
