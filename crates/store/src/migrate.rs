//! Applying migrations: each in its own transaction with the row that records it.

use std::collections::BTreeMap;

use crate::catalogue::Migration;
use crate::engine::Migrate;
use crate::link::Link;
use crate::settings::Engine;
use crate::sql::Sql;
use crate::{Fault, Fetch as _, Tx, binds, machine};

const CREATE_TABLE: &str = "CREATE TABLE IF NOT EXISTS store_migration (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at BIGINT NOT NULL
)";

const LIST_APPLIED: Sql =
    Sql::global("store.list_applied", "SELECT version, name, checksum FROM store_migration ORDER BY version");

const RECORD_APPLIED: Sql = Sql::global(
    "store.record_applied",
    "INSERT INTO store_migration (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
);

pub(crate) const STATEMENTS: &[&Sql] = &[&LIST_APPLIED, &RECORD_APPLIED];

/// Brings the schema up to this program. Two programs may start at once: one applies, the other finds it done.
pub(crate) async fn run(link: &mut Link<'_>, known: &BTreeMap<i64, Migration>, wanted: Migrate) -> Result<(), Fault> {
    create_table(link).await?;
    let earlier = applied(link, known).await?;
    for (version, migration) in known.iter().filter(|(version, _)| !earlier.contains(version)) {
        begin(link, migration.name).await?;
        if applied(link, known).await?.contains(version) {
            link.control("ROLLBACK").await?;
            continue;
        }
        // A connection on which it breaks off is closed by whoever opened it, which undoes it.
        if wanted == Migrate::Refuse {
            return Err(Fault::Migration(format!("the database lacks {}: run «svitok migrate»", migration.name)));
        }
        link.script(migration.text, migration.name).await?;
        let binds = binds![*version, migration.name, migration.checksum(), machine::now()];
        Tx::new(link.lend()).execute(&RECORD_APPLIED, binds).await?;
        link.script("COMMIT", migration.name).await?;
        tracing::info!(migration = migration.name, "applied");
    }
    applied(link, known).await.map(drop)
}

/// From here on another program that migrates waits.
async fn begin(link: &mut Link<'_>, doing: &str) -> Result<(), Fault> {
    match link.engine() {
        Engine::Sqlite => link.script("BEGIN IMMEDIATE", doing).await,
        Engine::Postgres => {
            link.script("BEGIN", doing).await?;
            // Readers of the table go on.
            link.script("LOCK TABLE store_migration IN SHARE ROW EXCLUSIVE MODE", doing).await
        }
    }
}

/// Two programs creating it at once on PostgreSQL: one of them gets a violation, and the table is there.
async fn create_table(link: &mut Link<'_>) -> Result<(), Fault> {
    for last in [false, true] {
        match link.script(CREATE_TABLE, "creating store_migration").await {
            Ok(()) => break,
            Err(fault) if last => return Err(fault),
            Err(_) => {}
        }
    }
    Ok(())
}

/// The versions in the database; refuses what this program does not know and what was changed since.
async fn applied(link: &mut Link<'_>, known: &BTreeMap<i64, Migration>) -> Result<Vec<i64>, Fault> {
    let newest = known.keys().next_back().copied().unwrap_or_default();
    let mut versions = Vec::new();
    for row in Tx::new(link.lend()).fetch_all(&LIST_APPLIED, binds![]).await? {
        let (version, name, checksum) = (row.i64(0)?, row.text(1)?, row.text(2)?);
        match known.get(&version) {
            Some(migration) if migration.checksum() == checksum => versions.push(version),
            Some(migration) => {
                return Err(Fault::Migration(format!(
                    "{} was applied with another text; an applied migration is never edited",
                    migration.name
                )));
            }
            None if version > newest => {
                return Err(Fault::Migration(format!(
                    "the database is newer than this program: it has {name}, the program knows up to {newest}; \
                     start the newer program"
                )));
            }
            None => {
                return Err(Fault::Migration(format!("the database has {name}, which this program does not know")));
            }
        }
    }
    Ok(versions)
}
