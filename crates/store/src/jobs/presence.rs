//! Who else runs the jobs of a SQLite file.
//!
//! A killed program leaves claims behind, and their jobs would wait for the leases to end. Beside the file lies a lock
//! that every runner holds, shared, as long as it lives; the system drops it with the program, however that dies. A
//! starting runner that gets the lock for itself alone knows that every claim is a dead one's and frees all of them.
//! On PostgreSQL runners of other machines may hold claims, so there the leases decide.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use kernel::Cx;

use crate::{Fault, Store};

/// What is added to the database's name, as SQLite itself names the files beside it.
const LOCK_SUFFIX: &str = "-runners";

/// The sign that a runner lives; dropping it takes the sign away.
#[derive(Debug)]
pub(super) struct Presence {
    _lock: File,
}

impl Presence {
    /// Frees the claims of dead programs if no other is at work, then shows that this one is. `None` on PostgreSQL.
    pub(super) async fn announce(store: &Store, cx: &Cx) -> Result<Option<Self>, Fault> {
        let Some(path) = store.0.address.file().map(lock_path) else { return Ok(None) };
        let (lock, is_alone) = blocking(&path, open_alone).await?;
        if is_alone {
            let released = store.release_claims(cx).await?;
            if released > 0 {
                tracing::info!(released, "claims of a killed program are released");
            }
        }
        // Another runner may get the lock alone in between: nothing is claimed here yet, so it takes nothing away.
        let lock = blocking(&path, move |_| lock.lock_shared().map(|()| lock)).await?;
        Ok(Some(Self { _lock: lock }))
    }
}

fn lock_path(database: &Path) -> PathBuf {
    let mut path = OsString::from(database);
    path.push(LOCK_SUFFIX);
    PathBuf::from(path)
}

/// The open lock, and whether it is held alone.
fn open_alone(path: &Path) -> std::io::Result<(File, bool)> {
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match lock.try_lock() {
        Ok(()) => Ok((lock, true)),
        Err(TryLockError::WouldBlock) => Ok((lock, false)),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

async fn blocking<T: Send + 'static>(
    path: &Path,
    work: impl FnOnce(&Path) -> std::io::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    let unreachable = |detail: String| Fault::Unreachable { doing: format!("locking {}", path.display()), detail };
    let path = path.to_owned();
    match tokio::task::spawn_blocking(move || work(&path)).await {
        Ok(done) => done.map_err(|error| unreachable(error.to_string())),
        Err(error) => Err(unreachable(error.to_string())),
    }
}
