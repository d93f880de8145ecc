//! Exact bytes by their hash.

use account::OrgScope;
use kernel::{BoxId, Cx, Moment, OrganizationId};
use store::{Binds, ContentHash, Fault, Fetch, Row, Sql, Store, Tx, binds};

use super::entity::CopyKey;
use super::multi_row::{chunks, multi_row};
use crate::model::ids::PatchId;
use crate::model::limits::ENTITIES_PER_MESSAGE_MAX;

const HEAD: &str = "INSERT INTO exchange_content (organization_id, hash, size_bytes, bytes) VALUES ";
const TAIL: &str = " ON CONFLICT (organization_id, hash) DO NOTHING";
const COLUMNS: usize = 4;
pub(super) const ADD_ONE: Sql = multi_row!("exchange.add_content", HEAD, COLUMNS, 1, TAIL);
pub(super) const ADD_TWO: Sql = multi_row!("exchange.add_2_contents", HEAD, COLUMNS, 2, TAIL);
pub(super) const ADD_FOUR: Sql = multi_row!("exchange.add_4_contents", HEAD, COLUMNS, 4, TAIL);

pub(super) const FIND: Sql = Sql::org(
    "exchange.find_content",
    "SELECT hash, size_bytes, bytes FROM exchange_content WHERE organization_id = $1 AND hash = $2",
);
pub(super) const LIST_OF_PATCH: Sql = Sql::org(
    "exchange.list_contents_of_patch",
    "SELECT hash, size_bytes, bytes FROM exchange_content WHERE organization_id = $1 AND hash IN
       (SELECT content_hash FROM exchange_entity
        WHERE organization_id = $1 AND box_id = $2 AND message_id = $3 AND patch_id = $4)",
);
pub(super) const IS_REFERENCED: Sql = Sql::org(
    "exchange.is_content_referenced",
    "SELECT size_bytes FROM exchange_content WHERE organization_id = $1 AND hash = $2
     UNION ALL SELECT size_bytes FROM exchange_upload WHERE organization_id = $1 AND hash = $2
     UNION ALL SELECT size_bytes FROM exchange_draft_content WHERE organization_id = $1 AND hash = $2 LIMIT 1",
);
pub(super) const ADD_UPLOAD: Sql = Sql::org(
    "exchange.add_upload",
    "INSERT INTO exchange_upload (organization_id, box_id, hash, uploaded_at, size_bytes, bytes)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organization_id, box_id, hash) DO UPDATE SET uploaded_at = $4",
);
pub(super) const FIND_UPLOAD: Sql = Sql::org(
    "exchange.find_upload",
    "SELECT hash, size_bytes, bytes FROM exchange_upload WHERE organization_id = $1 AND box_id = $2 AND hash = $3",
);
pub(super) const FORGET_UPLOADS: Sql = Sql::global(
    "exchange.forget_uploads",
    "DELETE FROM exchange_upload WHERE (organization_id, box_id, hash) IN
       (SELECT organization_id, box_id, hash FROM exchange_upload WHERE uploaded_at < $1 LIMIT $2)",
);

/// Content as its row holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentRow {
    /// BLAKE3 of the bytes.
    pub hash: [u8; 32],
    /// Their number.
    pub size_bytes: i64,
    /// The bytes, when they are small; else they lie in the object store.
    pub bytes: Option<Vec<u8>>,
}

/// Adds contents that are not there yet.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, contents: &[ContentRow]) -> Result<(), Fault> {
    let rows: Vec<&ContentRow> = contents.iter().collect();
    for (size, chunk) in chunks(&rows, &[4, 2, 1]) {
        let statement = match size {
            4 => &ADD_FOUR,
            2 => &ADD_TWO,
            _ => &ADD_ONE,
        };
        let values = chunk.iter().fold(Binds::with_capacity(size * COLUMNS), |mut values, row| {
            values.extend(binds![scope.organization_id(), row.hash, row.size_bytes, row.bytes.clone()]);
            values
        });
        tx.execute(statement, values).await?;
    }
    Ok(())
}

/// One content.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, hash: &[u8; 32]) -> Result<Option<ContentRow>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), hash]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Contents of all entities of a patch.
pub async fn list_of_patch(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    copy: CopyKey,
    patch_id: PatchId,
) -> Result<Vec<ContentRow>, Fault> {
    let binds = binds![scope.organization_id(), copy.box_id, copy.message_id, patch_id];
    let rows = reader.fetch_limited(&LIST_OF_PATCH, binds, ENTITIES_PER_MESSAGE_MAX).await?;
    rows.iter().map(read).collect()
}

/// Keeps content that was brought to the box, until a message names it or it is forgotten.
pub async fn add_upload(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    box_id: BoxId,
    row: &ContentRow,
    at: Moment,
) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), box_id, row.hash, at, row.size_bytes, row.bytes.clone()];
    tx.execute(&ADD_UPLOAD, binds).await?;
    Ok(())
}

/// Content that was brought to the box and not forgotten.
pub async fn find_upload(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    hash: &[u8; 32],
) -> Result<Option<ContentRow>, Fault> {
    let row = reader.fetch_optional(&FIND_UPLOAD, binds![scope.organization_id(), box_id, hash]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Whether any row of the organization names the content: what the sweeper of large content asks.
pub async fn is_referenced(
    reader: &mut impl Fetch,
    organization_id: OrganizationId,
    hash: ContentHash,
) -> Result<bool, Fault> {
    Ok(reader.fetch_optional(&IS_REFERENCED, binds![organization_id, hash]).await?.is_some())
}

/// Forgets uploads older than `before`.
pub async fn forget_uploads(store: &Store, cx: &Cx, before: Moment) -> Result<u64, Fault> {
    store.sweep_rows(cx, &FORGET_UPLOADS, before).await
}

/// A row of hash, size and bytes.
pub(super) fn read(row: &Row) -> Result<ContentRow, Fault> {
    Ok(ContentRow {
        hash: row.parsed(0, Row::bytes, |hash| <[u8; 32]>::try_from(hash).map_err(|_| "a hash has 32 octets"))?,
        size_bytes: row.i64(1)?,
        bytes: row.opt_bytes(2)?,
    })
}
