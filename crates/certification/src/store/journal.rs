use crate::model::{AuthorityId, JournalEvent, JournalRow};
use crate::store::authority::{self, LockedAuthority};
use kernel::Moment;
use store::{Fault, Fetch, Row, Sql, Tx, binds};

/// Rows read at once by a check of the journal.
pub(crate) const PAGE_ROWS: i64 = 1_000;

pub(crate) const INSERT: Sql = Sql::global(
    "certification.insert_journal_row",
    "INSERT INTO certification_journal (authority_id, seq, at, kind, body, previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);

pub(crate) const PAGE: Sql = Sql::global(
    "certification.page_journal",
    "SELECT seq, at, kind, body, previous_hash, hash FROM certification_journal \
     WHERE authority_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
);

pub(crate) const HEAD: Sql = Sql::global(
    "certification.get_journal_head",
    "SELECT journal_seq, journal_head FROM certification_authority WHERE authority_id = $1",
);

/// Adds the next row under the authority's lock and moves its head. Gives the row's number.
pub(crate) async fn write(
    tx: &mut Tx<'_>,
    locked: &mut LockedAuthority,
    at: Moment,
    event: &JournalEvent,
) -> Result<i64, Fault> {
    let authority_id = locked.authority_id;
    let seq = locked.journal_seq.saturating_add(1);
    let row = JournalRow::next(authority_id.as_bytes(), seq, at, event, &locked.journal_head);
    let binds = binds![authority_id, seq, at, &row.kind, &row.body, &row.previous_hash, &row.hash];
    tx.execute(&INSERT, binds).await?;
    locked.journal_seq = seq;
    locked.journal_head = row.hash;
    authority::set_head(tx, locked).await?;
    Ok(seq)
}

pub(crate) async fn page(
    fetch: &mut dyn Fetch,
    authority_id: AuthorityId,
    after: i64,
) -> Result<Vec<JournalRow>, Fault> {
    let rows = fetch.fetch_all(&PAGE, binds![authority_id, after, PAGE_ROWS]).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<JournalRow, Fault> {
    Ok(JournalRow {
        seq: row.i64(0)?,
        at: Moment::from_micros(row.i64(1)?),
        kind: row.text(2)?,
        body: row.text(3)?,
        previous_hash: row.bytes(4)?,
        hash: row.bytes(5)?,
    })
}

/// Number and hash the authority counted last.
pub(crate) async fn head(fetch: &mut dyn Fetch, authority_id: AuthorityId) -> Result<(i64, Vec<u8>), Fault> {
    let row = fetch.fetch_one(&HEAD, binds![authority_id]).await?;
    Ok((row.i64(0)?, row.bytes(1)?))
}
