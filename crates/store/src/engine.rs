//! Where the database is and how a connection to it is opened.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use sqlx::AnyConnection;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyPool, ConnectOptions as _};

use crate::limits::ACQUIRE_TIME_MAX;
use crate::settings::{self, Engine, Use};
use crate::{Fault, Limits};

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

/// The database's address as the driver wants it.
#[derive(Clone)]
pub(crate) struct Address {
    pub engine: Engine,
    options: AnyConnectOptions,
    unsynced: bool,
    /// The SQLite file.
    pub file: Option<PathBuf>,
}

impl Address {
    pub fn of(config: &StoreConfig) -> Result<Self, Fault> {
        sqlx::any::install_default_drivers();
        let (engine, url, file) = if let Some(path) = config.url.strip_prefix("sqlite:") {
            let (url, file) = sqlite_url(path.strip_prefix("//").unwrap_or(path))?;
            (Engine::Sqlite, url, Some(file))
        } else if config.url.starts_with("postgres:") || config.url.starts_with("postgresql:") {
            (Engine::Postgres, config.url.clone(), None)
        } else {
            return Err(Fault::Settings("the database's address begins with sqlite: or postgres:".to_owned()));
        };
        let options = AnyConnectOptions::from_str(&url)
            .map_err(|_| Fault::Settings("the database's address cannot be read".to_owned()))?
            .disable_statement_logging();
        Ok(Self { engine, options, unsynced: config.unsynced, file })
    }

    /// A writing connection with its settings made and checked.
    pub async fn connect(&self) -> Result<AnyConnection, Fault> {
        let doing = "connecting to the database";
        let mut connection = self.options.connect().await.map_err(|error| Fault::from_sqlx(doing, &error))?;
        let (engine, unsynced) = (self.engine, self.unsynced);
        settings::apply(&mut connection, engine, Use::Write, unsynced)
            .await
            .map_err(|error| Fault::from_sqlx("setting a connection up", &error))?;
        settings::check(&mut connection, engine, Use::Write, unsynced).await?;
        Ok(connection)
    }

    /// A pool whose every connection has its settings made and checked.
    pub async fn pool(&self, used: Use, connections_max: u32) -> Result<AnyPool, Fault> {
        let (engine, unsynced) = (self.engine, self.unsynced);
        AnyPoolOptions::new()
            .max_connections(connections_max)
            // A file does not hang up: a ping before each use of a SQLite connection tells nothing and costs a switch of threads.
            .test_before_acquire(engine == Engine::Postgres)
            .acquire_timeout(ACQUIRE_TIME_MAX)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    settings::apply(connection, engine, used, unsynced).await?;
                    settings::check(connection, engine, used, unsynced)
                        .await
                        .map_err(|fault| sqlx::Error::Configuration(Box::new(fault)))
                })
            })
            .connect_with(self.options.clone())
            .await
            .map_err(|error| Fault::from_sqlx("connecting to the database", &error))
    }

    /// The folder of the SQLite file.
    pub fn folder(&self) -> Option<&Path> {
        self.file.as_deref().and_then(Path::parent)
    }

    pub const fn unsynced(&self) -> bool {
        self.unsynced
    }
}

/// The driver's URL of a file (any character of its path escaped) and the file's absolute path.
fn sqlite_url(path: &str) -> Result<(String, PathBuf), Fault> {
    if path.is_empty() || path.starts_with(':') {
        return Err(Fault::Settings("sqlite: wants the path of a file".to_owned()));
    }
    let path = std::path::absolute(path).map_err(|error| Fault::Settings(format!("the database's path: {error}")))?;
    let mut url = "sqlite://".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            url.push(char::from(*byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url.push_str("?mode=rwc");
    Ok((url, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let address = |url: &str| Address::of(&StoreConfig::new(url, "/tmp/blobs")).map(|address| address.engine);
        assert_eq!(address("sqlite:/var/lib/svitok/a b?#%.db"), Ok(Engine::Sqlite));
        assert_eq!(address("sqlite:данные/svitok.db"), Ok(Engine::Sqlite));
        assert_eq!(address("postgres:///svitok?host=/run/postgresql"), Ok(Engine::Postgres));
        for bad in ["", "sqlite:", "sqlite::memory:", "mysql://x/y", "/var/lib/svitok.db"] {
            assert!(matches!(address(bad), Err(Fault::Settings(_))), "{bad}");
        }
    }
}
