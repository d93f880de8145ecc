//! The settings a connection must have, and the check that it has them.

use crate::Fault;
use crate::limits::{
    FILE_LOCK_TIME_MAX, IDLE_TRANSACTION_MINUTES_MAX, LOCK_TIME_MAX, SQLITE_CACHE_KIB, SQLITE_LOG_BYTES_KEPT,
    SQLITE_LOG_PAGES_MAX, SQLITE_READER_CACHE_KIB, STATEMENT_TIME_MAX,
};
use crate::link::Link;
use crate::sql::Sql;

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
    /// Reads only: the connection itself refuses to write.
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
        Engine::Postgres => postgres_settings(used),
    }
}

fn sqlite_settings(used: Use, unsynced: bool) -> Vec<Setting> {
    let wait_ms = FILE_LOCK_TIME_MAX.as_millis();
    let read_only = i64::from(used == Use::Read);
    let cache_kib = if used == Use::Read { SQLITE_READER_CACHE_KIB } else { SQLITE_CACHE_KIB };
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
        // Negative: KiB, not pages.
        setting(format!("PRAGMA cache_size = -{cache_kib}"), "PRAGMA cache_size", format!("-{cache_kib}")),
        setting(
            format!("PRAGMA journal_size_limit = {SQLITE_LOG_BYTES_KEPT}"),
            "PRAGMA journal_size_limit",
            SQLITE_LOG_BYTES_KEPT,
        ),
        setting(
            format!("PRAGMA wal_autocheckpoint = {SQLITE_LOG_PAGES_MAX}"),
            "PRAGMA wal_autocheckpoint",
            SQLITE_LOG_PAGES_MAX,
        ),
        // Schema functions cannot be used by a damaged or hostile file.
        setting("PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", 0),
        setting(format!("PRAGMA query_only = {read_only}"), "PRAGMA query_only", read_only),
    ]
}

fn postgres_settings(used: Use) -> Vec<Setting> {
    let read_only = if used == Use::Read { "on" } else { "off" };
    let ms = |name: &str, value: u128| format!("SET {name} = {value}");
    let (statement, lock) = (STATEMENT_TIME_MAX.as_millis(), LOCK_TIME_MAX.as_millis());
    vec![
        setting(
            "SET default_transaction_isolation = 'read committed'",
            "SELECT current_setting('default_transaction_isolation')",
            "read committed",
        ),
        setting(
            format!("SET default_transaction_read_only = '{read_only}'"),
            "SELECT current_setting('default_transaction_read_only')",
            read_only,
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
            format!("SET idle_in_transaction_session_timeout = '{IDLE_TRANSACTION_MINUTES_MAX}min'"),
            "SELECT current_setting('idle_in_transaction_session_timeout')",
            format!("{IDLE_TRANSACTION_MINUTES_MAX}min"),
        ),
        setting("SET timezone = 'UTC'", "SELECT current_setting('timezone')", "UTC"),
        setting("SET client_encoding = 'UTF8'", "SELECT current_setting('client_encoding')", "UTF8"),
    ]
}

/// Sets what an address cannot carry; called for every connection the store opens.
pub(crate) async fn apply(link: &mut Link<'_>, used: Use, unsynced: bool) -> Result<(), Fault> {
    for setting in settings(link.engine(), used, unsynced) {
        link.script(&setting.set, "setting a connection up").await?;
    }
    Ok(())
}

/// Refuses a connection whose settings are not the ones the store's promises stand on.
///
/// On PostgreSQL it also refuses a server that runs with `fsync` or `full_page_writes` off and a database that is not UTF-8.
pub(crate) async fn check(link: &mut Link<'_>, used: Use, unsynced: bool) -> Result<(), Fault> {
    let mut wanted = settings(link.engine(), used, unsynced);
    if link.engine() == Engine::Postgres {
        for (ask, value) in [
            ("SELECT current_setting('fsync')", "on"),
            ("SELECT current_setting('full_page_writes')", "on"),
            ("SELECT current_setting('server_encoding')", "UTF8"),
        ] {
            wanted.push(setting(String::new(), ask, value));
        }
    }
    for setting in wanted {
        let ask = Sql::global("asking a connection's settings", setting.ask);
        let rows = link.fetch(&ask, Vec::new(), 1).await?;
        let got = rows.first().map(|row| row.any_text(0)).transpose()?.unwrap_or_default();
        if got != setting.wanted {
            return Err(Fault::Settings(format!("«{}» gives {got}, wanted {}", setting.ask, setting.wanted)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreConfig;
    use crate::engine::Address;

    async fn refusal(url: &str, spoil: &str) -> String {
        let mut connection = Address::of(&StoreConfig::new(url, "")).unwrap().connect().await.unwrap();
        let mut link = connection.link();
        assert_eq!(check(&mut link, Use::Write, false).await, Ok(()));
        link.script(spoil, "spoiling").await.unwrap();
        match check(&mut link, Use::Write, false).await {
            Err(Fault::Settings(text)) => text,
            other => format!("{spoil}: {other:?}"),
        }
    }

    #[tokio::test]
    async fn another_setting_is_refused_on_sqlite() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/settings.db", folder.path().display());
        for (spoil, named) in [
            ("PRAGMA synchronous = NORMAL", "PRAGMA synchronous» gives 1, wanted 2"),
            ("PRAGMA synchronous = OFF", "PRAGMA synchronous» gives 0, wanted 2"),
            ("PRAGMA journal_mode = DELETE", "PRAGMA journal_mode» gives delete, wanted wal"),
            ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys» gives 0, wanted 1"),
            ("PRAGMA busy_timeout = 1", "PRAGMA busy_timeout» gives 1, wanted 5000"),
            ("PRAGMA mmap_size = 1000000", "PRAGMA mmap_size» gives 1000000, wanted 0"),
        ] {
            assert!(refusal(&url, spoil).await.contains(named), "{spoil}");
        }
    }

    #[tokio::test]
    async fn another_setting_is_refused_on_postgres() {
        let url = testkit::postgres::address();
        for (spoil, named) in [
            ("SET synchronous_commit = 'off'", "gives off, wanted on"),
            ("SET default_transaction_isolation = 'serializable'", "gives serializable, wanted read committed"),
            ("SET statement_timeout = 0", "gives 0, wanted 4500"),
            ("SET lock_timeout = 1", "gives 1, wanted 4000"),
            ("SET default_transaction_read_only = 'on'", "gives on, wanted off"),
            ("SET timezone = 'Europe/Moscow'", "gives Europe/Moscow, wanted UTC"),
        ] {
            let text = refusal(&url, spoil).await;
            assert!(text.contains(named), "{spoil}: {text}");
        }
    }
}
