//! The settings a connection must have, and the check that it has them.

use sqlx::AnyConnection;
use sqlx::{AssertSqlSafe, Executor as _};

use crate::Fault;
use crate::limits::{FILE_LOCK_TIME_MAX, LOCK_TIME_MAX, STATEMENT_TIME_MAX};
use crate::row::Row;

/// Which database stands behind the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file beside the program, by the bundled library.
    Sqlite,
    /// A server, when one machine is not enough.
    Postgres,
}

/// How a connection will be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Reads and writes.
    Write,
    /// Reads only (on SQLite the connection itself refuses to write).
    Read,
}

/// One setting: how it is set, how it is asked, what must come back.
struct Setting {
    set: String,
    ask: &'static str,
    wanted: String,
}

fn setting(set: impl Into<String>, ask: &'static str, wanted: impl ToString) -> Setting {
    Setting { set: set.into(), ask, wanted: wanted.to_string() }
}

fn settings(engine: Engine, used: Use, unsynced: bool) -> Vec<Setting> {
    match engine {
        Engine::Sqlite => sqlite_settings(used, unsynced),
        Engine::Postgres => postgres_settings(),
    }
}

fn sqlite_settings(used: Use, unsynced: bool) -> Vec<Setting> {
    let wait_ms = FILE_LOCK_TIME_MAX.as_millis();
    let read_only = i64::from(used == Use::Read);
    // 2 is FULL: the log is synced on every commit. 0 (OFF) exists for the durability test only.
    let synchronous = if unsynced { 0 } else { 2 };
    vec![
        setting(format!("PRAGMA busy_timeout = {wait_ms}"), "PRAGMA busy_timeout", wait_ms),
        setting("PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"),
        setting(format!("PRAGMA synchronous = {synchronous}"), "PRAGMA synchronous", synchronous),
        setting("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1),
        setting("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2),
        // A mapped file would be written past the log; reads gain little.
        setting("PRAGMA mmap_size = 0", "PRAGMA mmap_size", 0),
        setting("PRAGMA cache_size = -16384", "PRAGMA cache_size", -16384),
        // After a large batch the log shrinks to 64 MiB again.
        setting("PRAGMA journal_size_limit = 67108864", "PRAGMA journal_size_limit", 67_108_864),
        // Schema functions cannot be used by a damaged or hostile file.
        setting("PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", 0),
        setting(format!("PRAGMA query_only = {read_only}"), "PRAGMA query_only", read_only),
    ]
}

fn postgres_settings() -> Vec<Setting> {
    let ms = |name: &str, value: u128| format!("SET {name} = {value}");
    let (statement, lock) = (STATEMENT_TIME_MAX.as_millis(), LOCK_TIME_MAX.as_millis());
    vec![
        setting(
            "SET default_transaction_isolation = 'read committed'",
            "SELECT current_setting('default_transaction_isolation')",
            "read committed",
        ),
        setting("SET synchronous_commit = 'on'", "SELECT current_setting('synchronous_commit')", "on"),
        setting(
            ms("statement_timeout", statement),
            "SELECT CAST(extract(epoch FROM CAST(current_setting('statement_timeout') AS interval)) * 1000 AS BIGINT)",
            statement,
        ),
        setting(
            ms("lock_timeout", lock),
            "SELECT CAST(extract(epoch FROM CAST(current_setting('lock_timeout') AS interval)) * 1000 AS BIGINT)",
            lock,
        ),
        setting(
            ms("idle_in_transaction_session_timeout", 60_000),
            "SELECT current_setting('idle_in_transaction_session_timeout')",
            "1min",
        ),
        setting("SET timezone = 'UTC'", "SELECT current_setting('timezone')", "UTC"),
        setting("SET client_encoding = 'UTF8'", "SELECT current_setting('client_encoding')", "UTF8"),
    ]
}

/// Sets what a URL cannot carry; called for every connection the store opens.
pub(crate) async fn apply(
    connection: &mut AnyConnection,
    engine: Engine,
    used: Use,
    unsynced: bool,
) -> Result<(), sqlx::Error> {
    for setting in settings(engine, used, unsynced) {
        connection.execute(sqlx::raw_sql(AssertSqlSafe(setting.set))).await?;
    }
    Ok(())
}

/// Refuses a connection whose settings are not the ones the store's promises stand on.
///
/// On PostgreSQL it also refuses a server that runs with `fsync` or `full_page_writes` off and a database that is not UTF-8.
pub(crate) async fn check(
    connection: &mut AnyConnection,
    engine: Engine,
    used: Use,
    unsynced: bool,
) -> Result<(), Fault> {
    let mut wanted = settings(engine, used, unsynced);
    if engine == Engine::Postgres {
        for (ask, value) in [
            ("SELECT current_setting('fsync')", "on"),
            ("SELECT current_setting('full_page_writes')", "on"),
            ("SELECT current_setting('server_encoding')", "UTF8"),
        ] {
            wanted.push(setting(String::new(), ask, value));
        }
    }
    for setting in wanted {
        let row = connection
            .fetch_one(setting.ask)
            .await
            .map_err(|error| Fault::from_sqlx("asking a connection's settings", &error))?;
        let got = Row::new(row, "a connection's setting").any_text(0)?;
        if got != setting.wanted {
            return Err(Fault::Settings(format!("«{}» gives {got}, wanted {}", setting.ask, setting.wanted)));
        }
    }
    Ok(())
}
