use crate::model::{AuthorityId, RevocationReason};
use kernel::Moment;
use store::{Fault, Fetch, Row, Sql, Tx, binds};

/// Revoked certificates read at once.
pub(crate) const PAGE_ROWS: i64 = 5_000;

pub(crate) const INSERT_REVOKED: Sql = Sql::global(
    "certification.insert_revoked",
    "INSERT INTO certification_revoked (authority_id, journal_seq, serial, revoked_at, reason) VALUES ($1, $2, $3, $4, $5)",
);

pub(crate) const PAGE_REVOKED: Sql = Sql::global(
    "certification.page_revoked",
    "SELECT journal_seq, serial, revoked_at, reason FROM certification_revoked \
     WHERE authority_id = $1 AND journal_seq > $2 AND journal_seq <= $3 ORDER BY journal_seq LIMIT $4",
);

pub(crate) const INSERT: Sql = Sql::global(
    "certification.insert_list",
    "INSERT INTO certification_list (authority_id, number, journal_seq, this_update, next_update, content) \
     VALUES ($1, $2, $3, $4, $5, NULL)",
);

pub(crate) const FIND_LATEST: Sql = Sql::global(
    "certification.find_latest_list",
    "SELECT number, journal_seq, this_update, next_update, content FROM certification_list \
     WHERE authority_id = $1 AND content IS NOT NULL ORDER BY number DESC LIMIT 1",
);

pub(crate) const FIND_UNSIGNED: Sql = Sql::global(
    "certification.find_unsigned_list",
    "SELECT number, journal_seq, this_update, next_update, content FROM certification_list \
     WHERE authority_id = $1 AND number = (SELECT MAX(number) FROM certification_list WHERE authority_id = $1) \
     AND content IS NULL",
);

pub(crate) const SET_CONTENT: Sql = Sql::global(
    "certification.set_list_content",
    "UPDATE certification_list SET content = $3 WHERE authority_id = $1 AND number = $2 AND content IS NULL",
);

/// A numbered revocation list.
#[derive(Clone, Debug)]
pub(crate) struct ListRow {
    pub number: i64,
    pub journal_seq: i64,
    pub this_update: Moment,
    pub next_update: Moment,
    pub content: Option<Vec<u8>>,
}

fn read(row: &Row) -> Result<ListRow, Fault> {
    Ok(ListRow {
        number: row.i64(0)?,
        journal_seq: row.i64(1)?,
        this_update: Moment::from_micros(row.i64(2)?),
        next_update: Moment::from_micros(row.i64(3)?),
        content: row.opt_bytes(4)?,
    })
}

/// A revoked certificate as a list names it.
#[derive(Clone, Debug)]
pub(crate) struct RevokedRow {
    pub journal_seq: i64,
    pub serial: Vec<u8>,
    pub revoked_at: Moment,
    pub reason: RevocationReason,
}

fn read_revoked(row: &Row) -> Result<RevokedRow, Fault> {
    let reason = RevocationReason::from_word(&row.text(3)?);
    Ok(RevokedRow {
        journal_seq: row.i64(0)?,
        serial: row.bytes(1)?,
        revoked_at: Moment::from_micros(row.i64(2)?),
        reason: reason.ok_or_else(|| Fault::Decode("certification_revoked.reason".to_owned()))?,
    })
}

pub(crate) async fn insert_revoked(tx: &mut Tx<'_>, authority_id: AuthorityId, row: &RevokedRow) -> Result<(), Fault> {
    let binds = binds![authority_id, row.journal_seq, &row.serial, row.revoked_at, row.reason.word()];
    tx.execute(&INSERT_REVOKED, binds).await.map(drop)
}

/// Revoked up to a journal number, after another, one page.
pub(crate) async fn page_revoked(
    fetch: &mut dyn Fetch,
    authority_id: AuthorityId,
    after: i64,
    up_to: i64,
) -> Result<Vec<RevokedRow>, Fault> {
    let rows = fetch.fetch_all(&PAGE_REVOKED, binds![authority_id, after, up_to, PAGE_ROWS]).await?;
    rows.iter().map(read_revoked).collect()
}

/// Writes the intention of a list.
pub(crate) async fn insert(tx: &mut Tx<'_>, authority_id: AuthorityId, row: &ListRow) -> Result<(), Fault> {
    let binds = binds![authority_id, row.number, row.journal_seq, row.this_update, row.next_update];
    tx.execute(&INSERT, binds).await.map(drop)
}

/// The list in force: the highest number that is signed.
pub(crate) async fn find_latest(fetch: &mut dyn Fetch, authority_id: AuthorityId) -> Result<Option<ListRow>, Fault> {
    fetch.fetch_optional(&FIND_LATEST, binds![authority_id]).await?.as_ref().map(read).transpose()
}

/// The highest number, when it was written and never signed.
pub(crate) async fn find_unsigned(fetch: &mut dyn Fetch, authority_id: AuthorityId) -> Result<Option<ListRow>, Fault> {
    fetch.fetch_optional(&FIND_UNSIGNED, binds![authority_id]).await?.as_ref().map(read).transpose()
}

/// False when another process signed this number first.
pub(crate) async fn set_content(
    tx: &mut Tx<'_>,
    authority_id: AuthorityId,
    number: i64,
    content: &[u8],
) -> Result<bool, Fault> {
    Ok(tx.execute(&SET_CONTENT, binds![authority_id, number, content]).await? > 0)
}

pub(crate) const INSERT_HOLD: Sql = Sql::global(
    "certification.insert_hold",
    "INSERT INTO certification_hold (authority_id, journal_seq, serial, held_at, lifted_seq) \
     VALUES ($1, $2, $3, $4, NULL)",
);

pub(crate) const LIFT_HOLD: Sql = Sql::global(
    "certification.lift_hold",
    "UPDATE certification_hold SET lifted_seq = $3 WHERE authority_id = $1 AND serial = $2 AND lifted_seq IS NULL",
);

pub(crate) const PAGE_HELD: Sql = Sql::global(
    "certification.page_held",
    "SELECT journal_seq, serial, held_at FROM certification_hold WHERE authority_id = $1 AND journal_seq > $2 \
     AND journal_seq <= $3 AND (lifted_seq IS NULL OR lifted_seq > $3) ORDER BY journal_seq LIMIT $4",
);

pub(crate) const LAST_HELD: Sql = Sql::global(
    "certification.last_held",
    "SELECT COALESCE(MAX(journal_seq), 0), COALESCE(MAX(lifted_seq), 0) FROM certification_hold \
     WHERE authority_id = $1",
);

/// A suspended certificate as a list names it.
#[derive(Clone, Debug)]
pub(crate) struct HeldRow {
    pub journal_seq: i64,
    pub serial: Vec<u8>,
    pub held_at: Moment,
}

pub(crate) async fn insert_hold(tx: &mut Tx<'_>, authority_id: AuthorityId, row: &HeldRow) -> Result<(), Fault> {
    tx.execute(&INSERT_HOLD, binds![authority_id, row.journal_seq, &row.serial, row.held_at]).await.map(drop)
}

/// From this journal number on it is not held any more: it came back, or it was revoked.
pub(crate) async fn lift_hold(
    tx: &mut Tx<'_>,
    authority_id: AuthorityId,
    serial: &[u8],
    lifted_seq: i64,
) -> Result<(), Fault> {
    tx.execute(&LIFT_HOLD, binds![authority_id, serial, lifted_seq]).await.map(drop)
}

/// Held at a journal number, after another, one page.
pub(crate) async fn page_held(
    fetch: &mut dyn Fetch,
    authority_id: AuthorityId,
    after: i64,
    up_to: i64,
) -> Result<Vec<HeldRow>, Fault> {
    let rows = fetch.fetch_all(&PAGE_HELD, binds![authority_id, after, up_to, PAGE_ROWS]).await?;
    let read = |row: &Row| {
        Ok(HeldRow { journal_seq: row.i64(0)?, serial: row.bytes(1)?, held_at: Moment::from_micros(row.i64(2)?) })
    };
    rows.iter().map(read).collect()
}

pub(crate) const LAST_REVOKED: Sql = Sql::global(
    "certification.last_revoked",
    "SELECT journal_seq FROM certification_revoked WHERE authority_id = $1 ORDER BY journal_seq DESC LIMIT 1",
);

/// Journal number of the last revocation, suspension or its end; 0 when there was none.
pub(crate) async fn last_change_seq(fetch: &mut dyn Fetch, authority_id: AuthorityId) -> Result<i64, Fault> {
    let revoked = fetch.fetch_optional(&LAST_REVOKED, binds![authority_id]).await?.map_or(Ok(0), |row| row.i64(0))?;
    let held = fetch.fetch_one(&LAST_HELD, binds![authority_id]).await?;
    Ok(revoked.max(held.i64(0)?).max(held.i64(1)?))
}
