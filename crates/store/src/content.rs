//! Content by its hash: small in the room's own table, large in the object store.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use futures::StreamExt as _;
use futures::future::BoxFuture;
use kernel::{Moment, OrganizationId};
use object_store::local::LocalFileSystem;
use object_store::path::Path as BlobPath;
use object_store::{Error, ObjectMeta, ObjectStore as _, ObjectStoreExt as _, PutMode, PutOptions};
use tokio::sync::RwLock;

use crate::limits::{CONTENT_BYTES_MAX, INLINE_BYTES_MAX, ORPHAN_AGE_MIN, SWEEP_MAX};
use crate::{Fault, Store, machine};

/// BLAKE3 of the exact bytes, 32 octets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// From a table column; refuses anything but 32 octets.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        bytes.try_into().map(Self).map_err(|_| Fault::Decode("a content hash has 32 octets".to_owned()))
    }

    /// The octets, for a table column.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }

    /// 64 hexadecimal digits.
    #[must_use]
    pub fn to_hex(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }
}

impl std::fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ContentHash({})", self.to_hex())
    }
}

impl crate::IntoBind for ContentHash {
    fn into_bind(self) -> crate::Bind {
        crate::Bind::Bytes(Some(self.to_vec()))
    }
}

impl crate::IntoBind for &ContentHash {
    fn into_bind(self) -> crate::Bind {
        (*self).into_bind()
    }
}

/// Where content lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// At most [`INLINE_BYTES_MAX`]: the room writes the bytes into its own `…_content` table.
    Inline,
    /// In the object store, already durable.
    Blob,
}

/// Content made ready for a transaction: what the room's row says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentRef {
    /// Of the exact bytes.
    pub hash: ContentHash,
    /// How many bytes.
    pub size_bytes: i64,
    /// Where they lie.
    pub stored: Stored,
}

/// What a sweep did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Pieces of content looked at.
    pub seen: usize,
    /// Orphans removed.
    pub removed: usize,
}

/// Whether any row of the organization names the content: rooms answer it, the sweeper asks.
pub type IsReferenced<'a> =
    dyn Fn(OrganizationId, ContentHash) -> BoxFuture<'a, Result<bool, Fault>> + Send + Sync + 'a;

/// The folder of large content: `<organization_id>/<aa>/<bb>/<hash>`. The organization stands in the name, so that no
/// tenant can learn what another one holds.
pub(crate) struct Blobs {
    files: LocalFileSystem,
    /// Putting shares it; the sweeper's last look and removal hold it alone.
    in_use: RwLock<()>,
}

impl Blobs {
    pub fn open(folder: &Path) -> Result<Self, Fault> {
        let files =
            LocalFileSystem::new_with_prefix(folder).map_err(|error| fault("opening the content folder", &error))?;
        Ok(Self { files: files.with_fsync(true), in_use: RwLock::new(()) })
    }

    async fn put(&self, path: &BlobPath, hash: ContentHash, bytes: Bytes) -> Result<(), Fault> {
        let _in_use = self.in_use.read().await;
        let create = PutOptions::from(PutMode::Create);
        match self.files.put_opts(path, bytes.clone().into(), create).await {
            Ok(_) => {}
            Err(Error::AlreadyExists { .. }) => {
                // The same content again. An old file may be an orphan about to be swept: writing it anew makes it young.
                let held = self.files.head(path).await.map_err(|error| fault("looking at content", &error))?;
                if age(&held) > ORPHAN_AGE_MIN / 2 || self.get(path, hash).await.is_err() {
                    self.files.put(path, bytes.into()).await.map_err(|error| fault("storing content", &error))?;
                }
            }
            Err(error) => return Err(fault("storing content", &error)),
        }
        self.get(path, hash).await.map(drop)
    }

    async fn get(&self, path: &BlobPath, hash: ContentHash) -> Result<Bytes, Fault> {
        let found = self.files.get(path).await.map_err(|error| fault("reading content", &error))?;
        if found.meta.size > CONTENT_BYTES_MAX as u64 {
            return Err(Fault::Content(format!("{path} is larger than any content the store wrote")));
        }
        let bytes = found.bytes().await.map_err(|error| fault("reading content", &error))?;
        if ContentHash::of(&bytes) == hash { Ok(bytes) } else { Err(Fault::Content(format!("{path} is damaged"))) }
    }

    /// Removes the file if it is still old and still without a row.
    async fn remove(&self, path: &BlobPath, is_referenced: BoxFuture<'_, Result<bool, Fault>>) -> Result<bool, Fault> {
        let _alone = self.in_use.write().await;
        let held = self.files.head(path).await.map_err(|error| fault("looking at content", &error))?;
        if age(&held) < ORPHAN_AGE_MIN || is_referenced.await? {
            return Ok(false);
        }
        self.files.delete(path).await.map_err(|error| fault("removing content", &error))?;
        Ok(true)
    }
}

fn age(meta: &ObjectMeta) -> Duration {
    machine::now().since(Moment::from_micros(meta.last_modified.timestamp_micros()))
}

fn path_of(organization_id: OrganizationId, hash: ContentHash) -> BlobPath {
    let hex = hash.to_hex();
    let (first, second) = (hex.get(..2).unwrap_or_default(), hex.get(2..4).unwrap_or_default());
    BlobPath::from(format!("{organization_id}/{first}/{second}/{hex}"))
}

/// The organization and the hash of a path; nothing for a file the store did not name.
fn read_path(path: &BlobPath) -> Option<(OrganizationId, ContentHash)> {
    let organization_id = path.parts().next()?.as_ref().parse().ok()?;
    let hash = ContentHash(*blake3::Hash::from_hex(path.filename()?).ok()?.as_bytes());
    (path_of(organization_id, hash) == *path).then_some((organization_id, hash))
}

fn fault(doing: &str, error: &Error) -> Fault {
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<std::io::Error>()
            && matches!(io.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
        {
            return Fault::DiskFull(doing.to_owned());
        }
        source = cause.source();
    }
    match error {
        Error::NotFound { path, .. } => Fault::Content(format!("{path} is not there")),
        other => Fault::Unreachable { doing: doing.to_owned(), detail: other.to_string() },
    }
}

impl Store {
    /// Makes content ready, before and outside any transaction. Larger content is durable when this returns, read
    /// back and compared by its hash; smaller content is only hashed, and the room's row will carry it.
    ///
    /// Refuses more than [`CONTENT_BYTES_MAX`]. Without a row within a day the content is swept.
    pub async fn put_content(&self, organization_id: OrganizationId, bytes: &Bytes) -> Result<ContentRef, Fault> {
        let size_bytes = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        if bytes.len() > CONTENT_BYTES_MAX {
            return Err(Fault::Content(format!("{size_bytes} bytes; at most {CONTENT_BYTES_MAX} are held")));
        }
        let hash = ContentHash::of(bytes);
        if bytes.len() <= INLINE_BYTES_MAX {
            return Ok(ContentRef { hash, size_bytes, stored: Stored::Inline });
        }
        self.0.blobs.put(&path_of(organization_id, hash), hash, bytes.clone()).await?;
        Ok(ContentRef { hash, size_bytes, stored: Stored::Blob })
    }

    /// The bytes of content that lies in the object store; refuses absent and damaged ones.
    pub async fn get_content(&self, organization_id: OrganizationId, hash: ContentHash) -> Result<Bytes, Fault> {
        self.0.blobs.get(&path_of(organization_id, hash), hash).await
    }

    /// Removes content older than a day that no row names, looking at no more than [`SWEEP_MAX`] pieces.
    pub async fn sweep_content(&self, is_referenced: &IsReferenced<'_>) -> Result<Swept, Fault> {
        let mut swept = Swept::default();
        let mut listed = self.0.blobs.files.list(None).take(SWEEP_MAX);
        while let Some(meta) = listed.next().await {
            let meta = meta.map_err(|error| fault("listing content", &error))?;
            swept.seen += 1;
            let Some((organization_id, hash)) = read_path(&meta.location) else { continue };
            if age(&meta) < ORPHAN_AGE_MIN || is_referenced(organization_id, hash).await? {
                continue;
            }
            let still = is_referenced(organization_id, hash);
            swept.removed += usize::from(self.0.blobs.remove(&meta.location, still).await?);
        }
        Ok(swept)
    }
}
