use crate::model::{AuthorityId, AuthorityRank, Line};
use kernel::Moment;
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(crate) const LIST: Sql = Sql::global(
    "certification.list_authorities",
    "SELECT authority_id, line, authority_rank, generation, key_id, certificate, sealed_key, not_after \
     FROM certification_authority ORDER BY line, authority_rank, generation",
);

pub(crate) const INSERT: Sql = Sql::global(
    "certification.insert_authority",
    "INSERT INTO certification_authority (authority_id, line, authority_rank, generation, key_id, certificate, \
     sealed_key, not_after, journal_seq, journal_head, list_number, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, 0, $10) ON CONFLICT DO NOTHING",
);

/// Changes nothing: takes the row's lock, which serialises the authority's writers alike on both engines.
pub(crate) const LOCK: Sql = Sql::global(
    "certification.lock_authority",
    "UPDATE certification_authority SET journal_seq = journal_seq WHERE authority_id = $1 \
     RETURNING journal_seq, journal_head, list_number",
);

pub(crate) const SET_HEAD: Sql = Sql::global(
    "certification.set_journal_head",
    "UPDATE certification_authority SET journal_seq = $2, journal_head = $3 WHERE authority_id = $1",
);

pub(crate) const TAKE_LIST_NUMBER: Sql = Sql::global(
    "certification.take_list_number",
    "UPDATE certification_authority SET list_number = list_number + 1 WHERE authority_id = $1 RETURNING list_number",
);

/// An authority as kept.
#[derive(Clone, Debug)]
pub(crate) struct AuthorityRow {
    pub authority_id: AuthorityId,
    pub line: Line,
    pub rank: AuthorityRank,
    pub generation: i64,
    pub key_id: Vec<u8>,
    pub certificate: Vec<u8>,
    pub sealed_key: Vec<u8>,
    pub not_after: Moment,
}

fn read(row: &Row) -> Result<AuthorityRow, Fault> {
    let line =
        Line::from_word(&row.text(1)?).ok_or_else(|| Fault::Decode("certification_authority.line".to_owned()))?;
    let rank = AuthorityRank::from_word(&row.text(2)?)
        .ok_or_else(|| Fault::Decode("certification_authority.authority_rank".to_owned()))?;
    Ok(AuthorityRow {
        authority_id: row.parsed(0, Row::bytes, |b: Vec<u8>| AuthorityId::from_bytes(&b))?,
        line,
        rank,
        generation: row.i64(3)?,
        key_id: row.bytes(4)?,
        certificate: row.bytes(5)?,
        sealed_key: row.bytes(6)?,
        not_after: Moment::from_micros(row.i64(7)?),
    })
}

pub(crate) async fn list(fetch: &mut dyn Fetch) -> Result<Vec<AuthorityRow>, Fault> {
    fetch.fetch_all(&LIST, binds![]).await?.iter().map(read).collect()
}

/// False when another process made the authority of this line first.
pub(crate) async fn insert(tx: &mut Tx<'_>, row: &AuthorityRow, genesis: &[u8], at: Moment) -> Result<bool, Fault> {
    let binds = binds![
        row.authority_id,
        row.line.word(),
        row.rank.word(),
        row.generation,
        &row.key_id,
        &row.certificate,
        &row.sealed_key,
        row.not_after,
        genesis,
        at
    ];
    Ok(tx.execute(&INSERT, binds).await? > 0)
}

/// The authority's counters, held until the transaction ends.
#[derive(Clone, Debug)]
pub(crate) struct LockedAuthority {
    pub authority_id: AuthorityId,
    pub journal_seq: i64,
    pub journal_head: Vec<u8>,
}

pub(crate) async fn lock(tx: &mut Tx<'_>, authority_id: AuthorityId) -> Result<LockedAuthority, Fault> {
    let row = tx.fetch_one(&LOCK, binds![authority_id]).await?;
    Ok(LockedAuthority { authority_id, journal_seq: row.i64(0)?, journal_head: row.bytes(1)? })
}

pub(crate) async fn set_head(tx: &mut Tx<'_>, locked: &LockedAuthority) -> Result<(), Fault> {
    let binds = binds![locked.authority_id, locked.journal_seq, &locked.journal_head];
    tx.execute(&SET_HEAD, binds).await.map(drop)
}

pub(crate) async fn take_list_number(tx: &mut Tx<'_>, authority_id: AuthorityId) -> Result<i64, Fault> {
    tx.fetch_one(&TAKE_LIST_NUMBER, binds![authority_id]).await?.i64(0)
}
