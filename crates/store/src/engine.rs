//! Where the database is and how a connection to it is opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::PgPool;
use sqlx::postgres::PgConnectOptions;

use crate::limits::{POSTGRES_READERS_MAX, POSTGRES_WRITERS_MAX, SQLITE_READERS_MAX};
use crate::link::Connection;
use crate::settings::{self, Engine, Use};
use crate::sqlite::{Readers, SqliteConnection};
use crate::tx::Held;
use crate::{Fault, Limits, postgres};

/// Where the store keeps its things.
#[derive(Clone)]
pub struct StoreConfig {
    /// `sqlite:<path>` (a path as the file system spells it) or `postgres://…`.
    pub url: String,
    /// Folder of content too large for a row; created when absent.
    pub blobs: PathBuf,
    /// Limits; the defaults are the named constants of [`crate::limits`].
    pub limits: Limits,
    /// What happens when the program knows migrations that the database has not.
    pub migrate: Migrate,
    /// For the durability test, which must turn red with it: SQLite does not sync. The check of settings is told too.
    #[doc(hidden)]
    pub unsynced: bool,
}

/// What opening does with migrations the database has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Migrate {
    /// Applies them.
    Apply,
    /// Refuses to open.
    Refuse,
}

impl StoreConfig {
    /// The usual store: applies migrations, keeps the default limits.
    pub fn new(url: impl Into<String>, blobs: impl Into<PathBuf>) -> Self {
        let limits = Limits::default();
        Self { url: url.into(), blobs: blobs.into(), limits, migrate: Migrate::Apply, unsynced: false }
    }
}

impl std::fmt::Debug for StoreConfig {
    /// Without the URL: it may carry a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoreConfig").field("blobs", &self.blobs).field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// The database's address as its driver wants it.
#[derive(Clone)]
pub(crate) struct Address {
    place: Place,
    unsynced: bool,
}

#[derive(Clone)]
enum Place {
    /// The absolute path of the SQLite file.
    File(PathBuf),
    Server(Box<PgConnectOptions>),
}

/// The connections besides that of group commit.
pub(crate) enum Pools {
    /// SQLite has one writer, which is the group's.
    Sqlite(Arc<Readers>),
    Postgres {
        readers: PgPool,
        writers: PgPool,
    },
}

impl Address {
    pub fn of(config: &StoreConfig) -> Result<Self, Fault> {
        let place = if let Some(path) = config.url.strip_prefix("sqlite:") {
            Place::File(file(path.strip_prefix("//").unwrap_or(path))?)
        } else if config.url.starts_with("postgres:") || config.url.starts_with("postgresql:") {
            Place::Server(Box::new(postgres::options(&config.url)?))
        } else {
            return Err(Fault::Settings("the database's address begins with sqlite: or postgres:".to_owned()));
        };
        Ok(Self { place, unsynced: config.unsynced })
    }

    pub const fn engine(&self) -> Engine {
        match self.place {
            Place::File(_) => Engine::Sqlite,
            Place::Server(_) => Engine::Postgres,
        }
    }

    /// A writing connection with its settings made and checked.
    pub async fn connect(&self) -> Result<Connection, Fault> {
        let mut connection = match &self.place {
            Place::File(path) => Connection::Sqlite(Box::new(SqliteConnection::open(path)?)),
            Place::Server(options) => Connection::Postgres(Box::new(postgres::connect(options).await?)),
        };
        let mut link = connection.link();
        settings::apply(&mut link, Use::Write, self.unsynced).await?;
        settings::check(&mut link, Use::Write, self.unsynced).await?;
        Ok(connection)
    }

    /// The pools; 0 takes the engine's own numbers.
    pub async fn pools(&self, connections_max: u32) -> Result<Pools, Fault> {
        let or_own = |own: u32| if connections_max == 0 { own } else { connections_max };
        Ok(match &self.place {
            Place::File(path) => Pools::Sqlite(Readers::new(path.clone(), self.unsynced, or_own(SQLITE_READERS_MAX))),
            Place::Server(options) => Pools::Postgres {
                readers: postgres::pool(options, Use::Read, or_own(POSTGRES_READERS_MAX)).await?,
                writers: postgres::pool(options, Use::Write, or_own(POSTGRES_WRITERS_MAX)).await?,
            },
        })
    }

    /// The SQLite file.
    pub fn file(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) => Some(path),
            Place::Server(_) => None,
        }
    }

    /// The folder of the SQLite file.
    pub fn folder(&self) -> Option<&Path> {
        self.file().and_then(Path::parent)
    }

    pub const fn unsynced(&self) -> bool {
        self.unsynced
    }
}

impl Pools {
    pub async fn reader(&self) -> Result<Held, Fault> {
        Ok(match self {
            Self::Sqlite(readers) => Held::Sqlite(readers.borrow().await?),
            Self::Postgres { readers, .. } => Held::Postgres(postgres::acquire(readers).await?),
        })
    }

    pub async fn close(&self) {
        match self {
            Self::Sqlite(readers) => readers.close().await,
            Self::Postgres { readers, writers } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
}

/// The file's absolute path.
fn file(path: &str) -> Result<PathBuf, Fault> {
    if path.is_empty() || path.starts_with(':') {
        return Err(Fault::Settings("sqlite: wants the path of a file".to_owned()));
    }
    std::path::absolute(path).map_err(|error| Fault::Settings(format!("the database's path: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let address = |url: &str| Address::of(&StoreConfig::new(url, "/tmp/blobs")).map(|address| address.engine());
        assert_eq!(address("sqlite:/var/lib/svitok/a b?#%.db"), Ok(Engine::Sqlite));
        assert_eq!(address("sqlite:данные/svitok.db"), Ok(Engine::Sqlite));
        assert_eq!(address("postgres:///svitok?host=/run/postgresql"), Ok(Engine::Postgres));
        for bad in ["", "sqlite:", "sqlite::memory:", "mysql://x/y", "/var/lib/svitok.db"] {
            assert!(matches!(address(bad), Err(Fault::Settings(_))), "{bad}");
        }
    }
}
