//! Contents brought in parts.

use ::store::{Fault, Fetch, Row, Sql, Store, Tx, binds};
use account::OrgScope;
use kernel::{Cx, Moment};

use super::{key, opt_key};
use crate::model::document::ContentKey;
use crate::model::ids::UploadId;
use crate::model::limits::UPLOAD_PARTS_MAX;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_upload",
    "INSERT INTO reporting_upload (organization_id, upload_id, size_bytes, hash, made_at) VALUES ($1, $2, $3, $4, $5)",
);
pub(super) const FINISH: Sql = Sql::org(
    "reporting.finish_upload",
    "UPDATE reporting_upload SET hash = $3, size_bytes = $4 WHERE organization_id = $1 AND upload_id = $2",
);
pub(super) const FIND: Sql = Sql::org(
    "reporting.find_upload",
    "SELECT hash, size_bytes, made_at FROM reporting_upload WHERE organization_id = $1 AND upload_id = $2",
);
pub(super) const ADD_PART: Sql = Sql::org(
    "reporting.add_upload_part",
    "INSERT INTO reporting_upload_part (organization_id, upload_id, first_byte, size_bytes, hash)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization_id, upload_id, first_byte) DO NOTHING",
);
pub(super) const LIST_PARTS: Sql = Sql::org(
    "reporting.list_upload_parts",
    "SELECT first_byte, hash, size_bytes FROM reporting_upload_part WHERE organization_id = $1 AND upload_id = $2
     ORDER BY first_byte",
);
pub(super) const FORGET_OLD: Sql = Sql::global(
    "reporting.forget_old_uploads",
    "DELETE FROM reporting_upload WHERE (organization_id, upload_id) IN
       (SELECT organization_id, upload_id FROM reporting_upload WHERE made_at < $1 LIMIT $2)",
);
pub(super) const FORGET_OLD_PARTS: Sql = Sql::global(
    "reporting.forget_old_upload_parts",
    "DELETE FROM reporting_upload_part WHERE (organization_id, upload_id, first_byte) IN
       (SELECT reporting_upload_part.organization_id, reporting_upload_part.upload_id, reporting_upload_part.first_byte
        FROM reporting_upload_part JOIN reporting_upload
          ON reporting_upload.organization_id = reporting_upload_part.organization_id
         AND reporting_upload.upload_id = reporting_upload_part.upload_id
        WHERE reporting_upload.made_at < $1 LIMIT $2)",
);

/// Content brought or being brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// The whole, once every part is there.
    pub content: Option<ContentKey>,
    /// When it was begun.
    pub made_at: Moment,
}

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Place of its first byte.
    pub first_byte: i64,
    /// Its bytes.
    pub content: ContentKey,
}

/// Begins one, or adds a whole one.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, upload: &Upload) -> Result<(), Fault> {
    let (size, hash) = upload.content.map_or((None, None), |key| (Some(key.size_bytes), Some(key.hash.to_vec())));
    tx.execute(&ADD, binds![scope.organization_id(), upload.id, size, hash, upload.made_at]).await?;
    Ok(())
}

/// Writes the whole.
pub async fn finish(tx: &mut Tx<'_>, scope: &OrgScope, id: UploadId, content: ContentKey) -> Result<(), Fault> {
    tx.execute(&FINISH, binds![scope.organization_id(), id, content.hash, content.size_bytes]).await?;
    Ok(())
}

/// One.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, id: UploadId) -> Result<Option<Upload>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?;
    row.map(|row| Ok(Upload { id, content: opt_key(&row, 0)?, made_at: Moment::from_micros(row.i64(2)?) })).transpose()
}

/// Adds a part; one that is there already changes nothing.
pub async fn add_part(tx: &mut Tx<'_>, scope: &OrgScope, id: UploadId, part: &Part) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), id, part.first_byte, part.content.size_bytes, part.content.hash];
    tx.execute(&ADD_PART, binds).await?;
    Ok(())
}

/// Parts by their places.
pub async fn list_parts(reader: &mut impl Fetch, scope: &OrgScope, id: UploadId) -> Result<Vec<Part>, Fault> {
    let rows = reader.fetch_limited(&LIST_PARTS, binds![scope.organization_id(), id], UPLOAD_PARTS_MAX).await?;
    rows.iter().map(|row: &Row| Ok(Part { first_byte: row.i64(0)?, content: key(row, 1)? })).collect()
}

/// Forgets uploads begun before, with their parts.
pub async fn forget_old(store: &Store, cx: &Cx, before: Moment) -> Result<u64, Fault> {
    let parts = store.sweep_rows(cx, &FORGET_OLD_PARTS, before).await?;
    Ok(parts + store.sweep_rows(cx, &FORGET_OLD, before).await?)
}
