//! Exact bytes by their hash.

use ::store::{ContentHash, Fault, Fetch, Row, Sql, Store, Stored, Tx, binds};
use account::OrgScope;
use bytes::Bytes;
use kernel::{Moment, OrganizationId};

use crate::model::document::ContentKey;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_content",
    "INSERT INTO reporting_content (organization_id, hash, size_bytes, bytes, kept_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id, hash) DO NOTHING",
);
pub(super) const FIND: Sql = Sql::org(
    "reporting.find_content",
    "SELECT hash, size_bytes, bytes FROM reporting_content WHERE organization_id = $1 AND hash = $2",
);
pub(super) const IS_REFERENCED: Sql = Sql::org(
    "reporting.is_content_referenced",
    "SELECT size_bytes FROM reporting_content WHERE organization_id = $1 AND hash = $2
     UNION ALL SELECT size_bytes FROM reporting_upload_part WHERE organization_id = $1 AND hash = $2 LIMIT 1",
);

/// Content on its way into a transaction: hashed and, when large, durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentRow {
    /// Which.
    pub key: ContentKey,
    /// The bytes, when they are small; else they lie in the object store.
    pub bytes: Option<Vec<u8>>,
}

/// Makes bytes ready for a transaction.
pub async fn ready(store: &Store, organization_id: OrganizationId, bytes: &Bytes) -> Result<ContentRow, Fault> {
    let content = store.put_content(organization_id, bytes).await?;
    let hash =
        content.hash.to_vec().try_into().map_err(|_| Fault::Decode("a content hash has 32 octets".to_owned()))?;
    let inline = (content.stored == Stored::Inline).then(|| bytes.to_vec());
    Ok(ContentRow { key: ContentKey { hash, size_bytes: content.size_bytes }, bytes: inline })
}

/// Adds contents that are not there yet.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, rows: &[ContentRow], at: Moment) -> Result<(), Fault> {
    for row in rows {
        let binds = binds![scope.organization_id(), row.key.hash, row.key.size_bytes, row.bytes.clone(), at];
        tx.execute(&ADD, binds).await?;
    }
    Ok(())
}

/// The bytes; a fault where no row names them.
pub async fn load(store: &Store, scope: &OrgScope, key: &ContentKey) -> Result<Bytes, Fault> {
    let mut reader = store.reader().await?;
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), key.hash]).await?;
    drop(reader);
    let row = row.ok_or_else(|| Fault::Decode("content that no row holds".to_owned()))?;
    match row.opt_bytes(2)? {
        Some(bytes) => Ok(Bytes::from(bytes)),
        None => store.get_content(scope.organization_id(), ContentHash::from_bytes(&key.hash)?).await,
    }
}

/// Whether any row of the organization names the content.
pub async fn is_referenced(
    reader: &mut impl Fetch,
    organization_id: OrganizationId,
    hash: ContentHash,
) -> Result<bool, Fault> {
    let row: Option<Row> = reader.fetch_optional(&IS_REFERENCED, binds![organization_id, hash]).await?;
    Ok(row.is_some())
}
