//! A person's shelf. Every statement takes the owner's id, which only [`Owner`] gives: nobody else's name is ever found.

use kernel::{Caller, Cx, Moment, OrganizationId, TypedId as _, UserId};
use store::{ContentHash, Fault, Fetch, Row, Sql, Store, Tx, binds};

use super::content::{self, ContentRow};
use crate::model::limits::SHELF_PARTS_MAX;
use crate::model::shelf::{ShelfFile, ShelfLoad, ShelfName, ShelfPart};

pub(super) const LOCK: Sql = Sql::directory(
    "exchange.lock_shelf",
    "INSERT INTO exchange_shelf (user_id, writes) VALUES ($1, 1)
     ON CONFLICT (user_id) DO UPDATE SET writes = exchange_shelf.writes + 1",
);
pub(super) const LOAD: Sql = Sql::directory(
    "exchange.find_shelf_load",
    "SELECT count(*), CAST(COALESCE(sum(size_bytes), 0) AS BIGINT) FROM exchange_shelf_file WHERE user_id = $1",
);
pub(super) const FIND: Sql = Sql::directory(
    "exchange.find_shelf_file",
    "SELECT part_count, begun_at FROM exchange_shelf_file WHERE user_id = $1 AND name = $2",
);
pub(super) const LIST_PARTS: Sql = Sql::directory(
    "exchange.list_shelf_parts",
    "SELECT part, hash, size_bytes FROM exchange_shelf_part WHERE user_id = $1 AND name = $2 ORDER BY part",
);
pub(super) const FIND_PART: Sql = Sql::directory(
    "exchange.find_shelf_part",
    "SELECT hash, size_bytes, bytes FROM exchange_shelf_part WHERE user_id = $1 AND name = $2 AND part = $3",
);
pub(super) const SET: Sql = Sql::directory(
    "exchange.set_shelf_file",
    "INSERT INTO exchange_shelf_file (user_id, name, part_count, size_bytes, begun_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (user_id, name) DO UPDATE SET part_count = $3, size_bytes = $4",
);
pub(super) const ADD_PART: Sql = Sql::directory(
    "exchange.add_shelf_part",
    "INSERT INTO exchange_shelf_part (user_id, name, part, hash, size_bytes, bytes, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
pub(super) const FORGET_PARTS: Sql = Sql::directory(
    "exchange.forget_shelf_parts",
    "DELETE FROM exchange_shelf_part WHERE (user_id, name, part) IN
       (SELECT user_id, name, part FROM exchange_shelf_part WHERE begun_at < $1 LIMIT $2)",
);
pub(super) const FORGET_FILES: Sql = Sql::directory(
    "exchange.forget_shelf_files",
    "DELETE FROM exchange_shelf_file WHERE (user_id, name) IN
       (SELECT user_id, name FROM exchange_shelf_file WHERE begun_at < $1 LIMIT $2)",
);
pub(super) const IS_REFERENCED: Sql = Sql::directory(
    "exchange.is_shelf_content_referenced",
    "SELECT size_bytes FROM exchange_shelf_part WHERE user_id = $1 AND hash = $2 LIMIT 1",
);

/// Whose shelf: the caller's own, never another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner(UserId);

impl Owner {
    /// The person who asks; nobody, a job and the program itself have no shelf.
    #[must_use]
    pub fn of(cx: &Cx) -> Option<Self> {
        match cx.caller {
            Caller::User { user_id, .. } => Some(Self(user_id)),
            Caller::Nobody | Caller::Job { .. } | Caller::System => None,
        }
    }

    /// In whose folder of the object store large parts lie: the person's own, as if he were an organization.
    #[must_use]
    pub fn folder(self) -> OrganizationId {
        OrganizationId::from_uuid(self.0.uuid())
    }
}

/// Locks the shelf for the rest of the transaction: the first statement of every write.
pub async fn lock(tx: &mut Tx<'_>, owner: Owner) -> Result<(), Fault> {
    tx.execute(&LOCK, binds![owner.0]).await?;
    Ok(())
}

/// What lies there.
pub async fn load(reader: &mut impl Fetch, owner: Owner) -> Result<ShelfLoad, Fault> {
    let row = reader.fetch_one(&LOAD, binds![owner.0]).await?;
    Ok(ShelfLoad { files: row.i64(0)?, bytes: row.i64(1)? })
}

/// A file with its parts.
pub async fn find(reader: &mut impl Fetch, owner: Owner, name: &ShelfName) -> Result<Option<ShelfFile>, Fault> {
    let Some(row) = reader.fetch_optional(&FIND, binds![owner.0, name.as_str()]).await? else { return Ok(None) };
    let parts_max = usize::try_from(SHELF_PARTS_MAX).unwrap_or(usize::MAX);
    let parts = reader.fetch_limited(&LIST_PARTS, binds![owner.0, name.as_str()], parts_max).await?;
    let hash = |hash: Vec<u8>| <[u8; 32]>::try_from(hash).map_err(|_| "a hash has 32 octets");
    let part = |row: &Row| {
        Ok(ShelfPart { index: row.i64(0)?, hash: row.parsed(1, Row::bytes, hash)?, size_bytes: row.i64(2)? })
    };
    let parts = parts.iter().map(part).collect::<Result<Vec<_>, Fault>>()?;
    let (part_count, begun_at) = (row.opt_i64(0)?, Moment::from_micros(row.i64(1)?));
    Ok(Some(ShelfFile { name: name.clone(), part_count, begun_at, parts }))
}

/// The bytes of one part.
pub async fn find_part(
    reader: &mut impl Fetch,
    owner: Owner,
    name: &ShelfName,
    index: i64,
) -> Result<Option<ContentRow>, Fault> {
    let row = reader.fetch_optional(&FIND_PART, binds![owner.0, name.as_str(), index]).await?;
    row.map(|row| content::read(&row)).transpose()
}

/// Writes what is known of a file, parts aside.
pub async fn set(tx: &mut Tx<'_>, owner: Owner, file: &ShelfFile) -> Result<(), Fault> {
    let binds = binds![owner.0, file.name.as_str(), file.part_count, file.size_bytes(), file.begun_at];
    tx.execute(&SET, binds).await?;
    Ok(())
}

/// Adds a part of a file.
pub async fn add_part(
    tx: &mut Tx<'_>,
    owner: Owner,
    file: &ShelfFile,
    (index, row): (i64, &ContentRow),
) -> Result<(), Fault> {
    let binds = binds![owner.0, file.name.as_str(), index, row.hash, row.size_bytes, row.bytes.clone(), file.begun_at];
    tx.execute(&ADD_PART, binds).await?;
    Ok(())
}

/// Forgets files begun before `before` with their parts, and says how many files.
pub async fn forget(store: &Store, cx: &Cx, before: Moment) -> Result<u64, Fault> {
    store.sweep_rows(cx, &FORGET_PARTS, before).await?;
    store.sweep_rows(cx, &FORGET_FILES, before).await
}

/// Whether a part on the shelf of the person whose folder this is names the content.
pub async fn is_referenced(reader: &mut impl Fetch, folder: OrganizationId, hash: ContentHash) -> Result<bool, Fault> {
    Ok(reader.fetch_optional(&IS_REFERENCED, binds![folder, hash]).await?.is_some())
}
