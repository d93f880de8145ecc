//! Applying migrations: each in its own transaction with the row that records it.

use std::collections::BTreeMap;

use sqlx::AnyConnection;
use sqlx::{Connection as _, Executor as _};

use crate::catalogue::Migration;
use crate::engine::Migrate;
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
pub(crate) async fn run(
    connection: &mut AnyConnection,
    engine: Engine,
    known: &BTreeMap<i64, Migration>,
    wanted: Migrate,
) -> Result<(), Fault> {
    create_table(connection).await?;
    let earlier = applied(connection, known).await?;
    for (version, migration) in known.iter().filter(|(version, _)| !earlier.contains(version)) {
        let fault = |error: sqlx::Error| Fault::from_sqlx(migration.name, &error);
        let begin = if engine == Engine::Sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        let mut transaction = connection.begin_with(begin).await.map_err(fault)?;
        if engine == Engine::Postgres {
            // Readers of the table go on; another program that migrates waits here.
            let lock = "LOCK TABLE store_migration IN SHARE ROW EXCLUSIVE MODE";
            transaction.execute(sqlx::raw_sql(lock)).await.map_err(fault)?;
        }
        let applied = applied(&mut transaction, known).await?;
        if applied.contains(version) {
            transaction.rollback().await.map_err(fault)?;
            continue;
        }
        if wanted == Migrate::Refuse {
            return Err(Fault::Migration(format!("the database lacks {}: run «svitok migrate»", migration.name)));
        }
        transaction.execute(sqlx::raw_sql(migration.text)).await.map_err(fault)?;
        let binds = binds![*version, migration.name, migration.checksum(), machine::now()];
        Tx::new(&mut transaction).execute(&RECORD_APPLIED, binds).await?;
        transaction.commit().await.map_err(fault)?;
        tracing::info!(migration = migration.name, "applied");
    }
    applied(connection, known).await.map(drop)
}

/// Two programs creating it at once on PostgreSQL: one of them gets a violation, and the table is there.
async fn create_table(connection: &mut AnyConnection) -> Result<(), Fault> {
    for last in [false, true] {
        match connection.execute(sqlx::raw_sql(CREATE_TABLE)).await {
            Ok(_) => break,
            Err(error) if last => return Err(Fault::from_sqlx("creating store_migration", &error)),
            Err(_) => {}
        }
    }
    Ok(())
}

/// The versions in the database; refuses what this program does not know and what was changed since.
async fn applied(connection: &mut AnyConnection, known: &BTreeMap<i64, Migration>) -> Result<Vec<i64>, Fault> {
    let newest = known.keys().next_back().copied().unwrap_or_default();
    let mut versions = Vec::new();
    for row in Tx::new(connection).fetch_all(&LIST_APPLIED, binds![]).await? {
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
