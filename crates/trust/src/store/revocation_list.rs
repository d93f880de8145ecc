use kernel::Moment;
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(super) const LISTS_AS_OF: Sql = Sql::global(
    "trust.revocation_lists_as_of",
    "SELECT fingerprint, issuer, number, this_update, next_update FROM trust_revocation_list \
     WHERE added_version <= $1 AND (replaced_version IS NULL OR replaced_version > $1) ORDER BY fingerprint",
);

pub(super) const FIND_CURRENT: Sql = Sql::global(
    "trust.find_current_revocation_list",
    "SELECT fingerprint, issuer, number, this_update, next_update FROM trust_revocation_list WHERE issuer = $1 AND replaced_version IS NULL",
);

pub(super) const HAS: Sql = Sql::global(
    "trust.has_revocation_list",
    "SELECT fingerprint, issuer, number, this_update, next_update FROM trust_revocation_list WHERE fingerprint = $1",
);

pub(super) const GET_CONTENT: Sql = Sql::global(
    "trust.get_revocation_list_content",
    "SELECT content FROM trust_revocation_list WHERE fingerprint = $1",
);

pub(super) const REPLACE: Sql = Sql::global(
    "trust.replace_revocation_list",
    "UPDATE trust_revocation_list SET replaced_version = $2 WHERE issuer = $1 AND replaced_version IS NULL",
);

pub(super) const INSERT: Sql = Sql::global(
    "trust.insert_revocation_list",
    "INSERT INTO trust_revocation_list (fingerprint, issuer, number, this_update, next_update, content, added_version, added_at, replaced_version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)",
);

/// A revocation list, without its octets.
#[derive(Clone, Debug)]
pub(crate) struct ListRow {
    pub fingerprint: Vec<u8>,
    pub issuer: Vec<u8>,
    /// In one width, so that it compares as a number.
    pub number: Option<Vec<u8>>,
    pub this_update: Moment,
    pub next_update: Option<Moment>,
}

fn read(row: &Row) -> Result<ListRow, Fault> {
    Ok(ListRow {
        fingerprint: row.bytes(0)?,
        issuer: row.bytes(1)?,
        number: row.opt_bytes(2)?,
        this_update: Moment::from_micros(row.i64(3)?),
        next_update: row.opt_i64(4)?.map(Moment::from_micros),
    })
}

/// Those that counted at a version.
pub(crate) async fn lists_as_of(fetch: &mut dyn Fetch, version: i64) -> Result<Vec<ListRow>, Fault> {
    fetch.fetch_all(&LISTS_AS_OF, binds![version]).await?.iter().map(read).collect()
}

pub(crate) async fn find_current(fetch: &mut dyn Fetch, issuer: &[u8]) -> Result<Option<ListRow>, Fault> {
    fetch.fetch_optional(&FIND_CURRENT, binds![issuer]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn has_list(fetch: &mut dyn Fetch, fingerprint: &[u8]) -> Result<bool, Fault> {
    Ok(fetch.fetch_optional(&HAS, binds![fingerprint]).await?.is_some())
}

pub(crate) async fn get_content(fetch: &mut dyn Fetch, fingerprint: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
    fetch.fetch_optional(&GET_CONTENT, binds![fingerprint]).await?.map(|row| row.bytes(0)).transpose()
}

pub(crate) async fn replace_current(tx: &mut Tx<'_>, issuer: &[u8], version: i64) -> Result<u64, Fault> {
    tx.execute(&REPLACE, binds![issuer, version]).await
}

pub(crate) async fn insert_revocation_list(
    tx: &mut Tx<'_>,
    version: i64,
    at: Moment,
    row: &ListRow,
    content: &[u8],
) -> Result<(), Fault> {
    let next_update = row.next_update.map(Moment::micros);
    let number = row.number.clone();
    let binds = binds![&row.fingerprint, &row.issuer, number, row.this_update, next_update, content, version, at];
    tx.execute(&INSERT, binds).await.map(drop)
}
