//! A database of its own for each test, already migrated.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::{Connection as _, Executor as _, PgConnection, Row as _};
use store::{Catalogue, Engine, Store, StoreConfig};
use tempfile::TempDir;
use tokio::sync::Mutex;

use crate::postgres;

/// Both engines: what every story runs on.
#[must_use]
pub const fn databases() -> [Engine; 2] {
    [Engine::Sqlite, Engine::Postgres]
}

/// A migrated database and a content folder of one test; gone when dropped.
#[derive(Debug)]
pub struct Database {
    engine: Engine,
    url: String,
    catalogue: Catalogue,
    folder: TempDir,
    /// The database's name on the cluster.
    name: Option<String>,
}

/// Migrated SQLite files by the digest of their migrations.
static FILES: Mutex<Option<HashMap<String, Vec<u8>>>> = Mutex::const_new(None);
static NEXT: AtomicU64 = AtomicU64::new(0);

impl Database {
    /// A new one: on SQLite a copy of a migrated file, on PostgreSQL made from a migrated template.
    ///
    /// # Panics
    /// Where the database cannot be made: the test must fail.
    pub async fn new(engine: Engine, catalogue: &Catalogue) -> Self {
        let folder = tempfile::Builder::new().prefix("svitok-test-").tempdir().expect("a temporary folder");
        let (url, name) = match engine {
            Engine::Sqlite => {
                let file = folder.path().join("svitok.db");
                std::fs::write(&file, migrated_file(catalogue).await).expect("copying a migrated file");
                (sqlite_url(&file), None)
            }
            Engine::Postgres => {
                let name = make_from_template(catalogue).await;
                (postgres::address_of(&name), Some(name))
            }
        };
        Self { engine, url, catalogue: catalogue.clone(), folder, name }
    }

    /// Which engine.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// What to open the store with; a test may change limits first.
    #[must_use]
    pub fn config(&self) -> StoreConfig {
        StoreConfig::new(self.url.clone(), self.folder.path().join("blobs"))
    }

    /// The migrations and statements it was made with.
    #[must_use]
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// A folder of this test alone.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A store over it; two of them are two programs on one database.
    ///
    /// # Panics
    /// Where it does not open.
    pub async fn open(&self) -> Store {
        Store::open(&self.config(), &self.catalogue).await.expect("opening the store")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Some(name) = self.name.take() else { return };
        // A runtime of its own: dropping happens inside the test's.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let mut cluster = PgConnection::connect(&postgres::address()).await.map_err(std::io::Error::other)?;
                let text = sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
                cluster.execute(sqlx::raw_sql(text)).await.map(drop).map_err(std::io::Error::other)
            })
        });
        match dropping.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => eprintln!("dropping a test's database: {error}"),
            Err(_) => eprintln!("dropping a test's database: panicked"),
        }
    }
}

fn sqlite_url(file: &std::path::Path) -> String {
    format!("sqlite:{}", file.display())
}

/// Names the set of migrations: 16 hexadecimal digits.
fn digest(catalogue: &Catalogue) -> String {
    let mut hasher = blake3::Hasher::new();
    for (version, migration) in catalogue.migrations().expect("migrations in order") {
        hasher.update(&version.to_be_bytes()).update(migration.checksum().as_bytes());
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

async fn migrate(url: &str, blobs: PathBuf, catalogue: &Catalogue) {
    let store = Store::open(&StoreConfig::new(url, blobs), catalogue).await.expect("migrating a template");
    store.close().await.expect("closing a template");
}

async fn migrated_file(catalogue: &Catalogue) -> Vec<u8> {
    let digest = digest(catalogue);
    let mut files = FILES.lock().await;
    let files = files.get_or_insert_default();
    if let Some(bytes) = files.get(&digest) {
        return bytes.clone();
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("template.db");
    migrate(&sqlite_url(&file), folder.path().join("blobs"), catalogue).await;
    let bytes = std::fs::read(&file).expect("reading a migrated file");
    files.insert(digest, bytes.clone());
    bytes
}

async fn make_from_template(catalogue: &Catalogue) -> String {
    let template = format!("svitok_template_{}", digest(catalogue));
    let address = postgres::address();
    let mut cluster = PgConnection::connect(&address).await.expect("connecting to the test cluster");
    ensure_template(&mut cluster, &template, catalogue).await;
    let name = format!("svitok_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    // An earlier process of the same number may have been killed before it dropped its own.
    execute(&mut cluster, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    execute(&mut cluster, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    name
}

/// One process makes the template, the others wait for it.
async fn ensure_template(cluster: &mut PgConnection, template: &str, catalogue: &Catalogue) {
    execute(cluster, "SELECT pg_advisory_lock(20261122)".to_owned()).await;
    let there = sqlx::query("SELECT count(*) FROM pg_database WHERE datname = $1").bind(template);
    let there: i64 = there.fetch_one(&mut *cluster).await.expect("asking for the template").get(0);
    if there == 0 {
        let building = format!("{template}_building");
        execute(cluster, format!("DROP DATABASE IF EXISTS {building} WITH (FORCE)")).await;
        execute(cluster, format!("CREATE DATABASE {building}")).await;
        let folder = tempfile::tempdir().expect("a temporary folder");
        migrate(&postgres::address_of(&building), folder.path().join("blobs"), catalogue).await;
        execute(cluster, format!("ALTER DATABASE {building} RENAME TO {template}")).await;
    }
    execute(cluster, "SELECT pg_advisory_unlock(20261122)".to_owned()).await;
}

async fn execute(cluster: &mut PgConnection, text: String) {
    let done = cluster.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(text.clone()))).await;
    if let Err(error) = done {
        panic!("{text}: {error}");
    }
}
