//! One connection to the file.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, OpenFlags, Statement};

use crate::limits::{STATEMENTS_KEPT_MAX, STEPS_BETWEEN_LOOKS};
use crate::row::Answer;
use crate::sql::{Bind, Sql};
use crate::{Fault, Row, machine};

/// Column types of migrations, and what an expression has: none.
const READABLE: [&str; 4] = ["BIGINT", "TEXT", "BYTEA", "INTEGER"];

/// A connection to the file, with its prepared statements and the moment at which it stops a statement by itself.
pub(crate) struct SqliteConnection {
    connection: rusqlite::Connection,
    stop: Arc<Stop>,
    /// What the moment came from, for the fault.
    limit: Duration,
}

impl std::fmt::Debug for SqliteConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteConnection").finish_non_exhaustive()
    }
}

/// When statements are stopped: ticks of the machine's steady clock, `u64::MAX` for never.
struct Stop(AtomicU64);

const NEVER: u64 = u64::MAX;

impl SqliteConnection {
    /// Opens the file, making it where there is none. Its settings are made by [`crate::settings`].
    pub fn open(path: &Path) -> Result<Self, Fault> {
        // No mutex of the library's own: a connection is owned, and lent to one at a time.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let fault = |error| Fault::from_sqlite("connecting to the database", &error);
        let connection = rusqlite::Connection::open_with_flags(path, flags).map_err(fault)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT_MAX);
        // Plans do not look at values, which are bound alike to all: else a statement whose table has a partial index is
        // prepared anew whenever its values differ (measured: 6 % of a delivery).
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(fault)?;
        let stop = Arc::new(Stop(AtomicU64::new(NEVER)));
        let asked = stop.clone();
        let has_to_stop = move || {
            let at = asked.0.load(Ordering::Relaxed);
            at != NEVER && machine::steady_micros() >= at
        };
        connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(has_to_stop)).map_err(fault)?;
        Ok(Self { connection, stop, limit: Duration::ZERO })
    }

    /// From now on statements are stopped once this much time has passed, all together.
    pub fn stop_after(&mut self, limit: Duration) {
        self.limit = limit;
        let limit_micros = u64::try_from(limit.as_micros()).unwrap_or(NEVER);
        self.stop.0.store(machine::steady_micros().saturating_add(limit_micros), Ordering::Relaxed);
    }

    /// Statements run to their end again.
    pub fn never_stop(&mut self) {
        self.stop.0.store(NEVER, Ordering::Relaxed);
    }

    /// Whether no transaction is open.
    pub fn is_outside(&self) -> bool {
        self.connection.is_autocommit()
    }

    /// One word of transaction control, prepared once.
    pub fn control(&mut self, text: &'static str) -> Result<(), Fault> {
        let run = || self.connection.prepare_cached(text)?.raw_query().next().map(drop);
        run().map_err(|error| self.fault(text, &error))
    }

    /// Several statements, without values; what they answer is passed over. `doing` is what a fault names.
    pub fn script(&mut self, text: &str, doing: &str) -> Result<(), Fault> {
        self.connection.execute_batch(text).map_err(|error| self.fault(doing, &error))
    }

    pub fn fetch(&mut self, sql: &Sql, binds: &[Bind], rows_max: usize) -> Result<Vec<Row>, Fault> {
        let fault = |error| self.fault(sql.name, &error);
        let mut statement = self.prepared(sql, binds)?;
        let columns = statement.column_count();
        let mut answer = Answer::default();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(fault)? {
            if answer.rows() == rows_max {
                return Err(Fault::statement(sql.name, format_args!("more than {rows_max} rows")));
            }
            for column in 0..columns {
                match row.get_ref(column).map_err(fault)? {
                    ValueRef::Null => answer.push_null(),
                    ValueRef::Integer(number) => answer.push_i64(number),
                    ValueRef::Text(text) => answer.push_text(text),
                    ValueRef::Blob(bytes) => answer.push_bytes(bytes),
                    ValueRef::Real(_) => {
                        let name = sql.name;
                        return Err(Fault::Decode(format!("{name}: column {column}: a fraction does not cross")));
                    }
                }
            }
            answer.end_row();
        }
        Ok(answer.into_rows(sql.name))
    }

    /// Runs a statement that changes rows; gives how many it changed.
    pub fn execute(&mut self, sql: &Sql, binds: &[Bind]) -> Result<u64, Fault> {
        let mut statement = self.prepared(sql, binds)?;
        let mut rows = statement.raw_query();
        while rows.next().map_err(|error| self.fault(sql.name, &error))?.is_some() {}
        drop(rows);
        // For a statement that changes nothing the library would tell the count of the one before.
        Ok(if statement.readonly() { 0 } else { self.connection.changes() })
    }

    /// What is wrong with a statement's result columns, or why it does not prepare.
    pub fn unreadable(&self, sql: &Sql) -> Vec<String> {
        let prepared = match self.connection.prepare(sql.text) {
            Ok(prepared) => prepared,
            Err(error) => return vec![error.to_string()],
        };
        let types = prepared.columns().into_iter().filter_map(|column| column.decl_type().map(str::to_owned));
        let unreadable = types.filter(|kind| !READABLE.contains(&kind.to_uppercase().as_str()));
        unreadable.map(|kind| format!("a column cannot be read: {kind}")).collect()
    }

    fn prepared(&self, sql: &Sql, binds: &[Bind]) -> Result<CachedStatement<'_>, Fault> {
        let mut statement = self.connection.prepare_cached(sql.text).map_err(|error| self.fault(sql.name, &error))?;
        bind(&mut statement, binds).map_err(|error| self.fault(sql.name, &error))?;
        Ok(statement)
    }

    fn fault(&self, doing: &str, error: &rusqlite::Error) -> Fault {
        let stopped = rusqlite::ErrorCode::OperationInterrupted;
        match error.sqlite_error_code() {
            Some(code) if code == stopped => Fault::TimedOut { what: "a statement", limit_ms: self.limit.as_millis() },
            _ => Fault::from_sqlite(doing, error),
        }
    }
}

/// `$1` is a name to SQLite: its place among the parameters is that of its first appearance in the text.
fn bind(statement: &mut Statement<'_>, binds: &[Bind]) -> Result<(), rusqlite::Error> {
    for place in 1..=statement.parameter_count() {
        let name = statement.parameter_name(place).unwrap_or_default();
        let number = name.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok());
        match number.and_then(|number| binds.get(number.checked_sub(1)?)) {
            Some(value) => statement.raw_bind_parameter(place, value)?,
            None => return Err(rusqlite::Error::InvalidParameterName(name.to_owned())),
        }
    }
    Ok(())
}

impl ToSql for Bind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::I64(Some(number)) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Text(Some(text)) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(Some(bytes)) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Self::I64(None) | Self::Text(None) | Self::Bytes(None) => ToSqlOutput::Owned(Value::Null),
        })
    }
}
