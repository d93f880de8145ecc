//! What can go wrong with a machine, as opposed to what a rule refuses.

use std::fmt;

/// A machine failed: the disk, the database, the network between. Never a rule's refusal.
///
/// Texts are for developers and logs; they carry statement names and engine messages, never bound values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// More work waits than the named limit allows; nothing was done. Try again later.
    #[error("the store is busy: {0}")]
    Busy(&'static str),
    /// The disk is full; nothing was stored. Writes work again by themselves once there is room.
    #[error("the disk is full: {0}")]
    DiskFull(String),
    /// A named time limit passed; the work was rolled back.
    #[error("{what} took longer than {limit_ms} ms")]
    TimedOut {
        /// Whose limit.
        what: &'static str,
        /// The limit.
        limit_ms: u128,
    },
    /// The engine asked to run the transaction again (serialization failure, deadlock, a locked file).
    #[error("{doing}: the engine asks to run it again: {detail}")]
    Retry {
        /// Which statement or step.
        doing: String,
        /// What the engine said.
        detail: String,
    },
    /// The database or the content store cannot be reached; nothing was stored.
    #[error("{doing}: out of reach: {detail}")]
    Unreachable {
        /// Which statement or step.
        doing: String,
        /// What the engine said.
        detail: String,
    },
    /// The connection broke while committing: the work may or may not be there. Ask again with the same idempotency key.
    #[error("the commit's outcome is not known: {0}")]
    Unclear(String),
    /// A constraint of the schema said no (unique, foreign key, check, not null).
    #[error("{doing}: constraint: {detail}")]
    Constraint {
        /// Which statement or step.
        doing: String,
        /// What the engine said.
        detail: String,
    },
    /// Any other error of a statement.
    #[error("{doing}: {detail}")]
    Statement {
        /// Which statement or step.
        doing: String,
        /// What the engine said.
        detail: String,
    },
    /// A stored value has not the shape the program expects.
    #[error("stored value: {0}")]
    Decode(String),
    /// Migrations cannot be applied or do not match this program.
    #[error("migrations: {0}")]
    Migration(String),
    /// A connection has not the settings the store relies on, or the configuration is wrong.
    #[error("settings: {0}")]
    Settings(String),
    /// Content is absent, damaged or larger than allowed.
    #[error("content: {0}")]
    Content(String),
    /// A closure broke an invariant and panicked; its work was rolled back.
    #[error("bug: {0}")]
    Panicked(String),
    /// The job's lease was lost: another runner may own the job now.
    #[error("the lease of job {0} was lost")]
    LeaseLost(String),
    /// The store is shutting down; nothing was done.
    #[error("the store is closed")]
    Closed,
}

impl Fault {
    /// Whether the same call may succeed later without anybody changing anything: answered as "try again later".
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(
            self,
            Self::Busy(_)
                | Self::DiskFull(_)
                | Self::TimedOut { .. }
                | Self::Retry { .. }
                | Self::Unreachable { .. }
                | Self::Unclear(_)
                | Self::Closed
        )
    }

    /// Whether the store itself should run the closure again.
    pub(crate) const fn asks_retry(&self) -> bool {
        matches!(self, Self::Retry { .. })
    }

    /// Whether the connection that gave it must not be used again.
    pub(crate) const fn breaks_connection(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Unclear(_))
    }

    pub(crate) fn statement(doing: impl Into<String>, detail: impl fmt::Display) -> Self {
        Self::Statement { doing: doing.into(), detail: detail.to_string() }
    }

    /// Sorts an engine's error by its code; `doing` names the statement or the step.
    pub(crate) fn from_sqlx(doing: &str, error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(database) => Self::from_database(doing, database.as_ref()),
            sqlx::Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => Self::DiskFull(doing.to_owned()),
            sqlx::Error::PoolTimedOut => Self::Busy("no free database connection within the time limit"),
            sqlx::Error::PoolClosed => Self::Closed,
            // A fault of the store's own, carried through the driver by whoever set the connection up.
            sqlx::Error::Configuration(carried) => {
                carried.downcast_ref::<Self>().cloned().unwrap_or_else(|| Self::statement(doing, error))
            }
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => {
                Self::Unreachable { doing: doing.to_owned(), detail: error.to_string() }
            }
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) | sqlx::Error::ColumnIndexOutOfBounds { .. } => {
                Self::Decode(format!("{doing}: {error}"))
            }
            _ => Self::statement(doing, error),
        }
    }

    fn from_database(doing: &str, database: &dyn sqlx::error::DatabaseError) -> Self {
        use sqlx::error::ErrorKind;
        let detail = database.message().to_owned();
        let doing = doing.to_owned();
        if !matches!(database.kind(), ErrorKind::Other) {
            return Self::Constraint { doing, detail };
        }
        let code = database.code().unwrap_or_default();
        Self::of_code(Code::of_postgres(&code), doing, detail, code)
    }

    /// The same for SQLite.
    pub(crate) fn from_sqlite(doing: &str, error: &rusqlite::Error) -> Self {
        let code = match error {
            rusqlite::Error::SqliteFailure(code, _) | rusqlite::Error::SqlInputError { error: code, .. } => code,
            _ => return Self::statement(doing, error),
        };
        let code = code.extended_code;
        Self::of_code(Code::of_sqlite(code), doing.to_owned(), error.to_string(), code)
    }

    fn of_code(meaning: Code, doing: String, detail: String, code: impl fmt::Display) -> Self {
        match meaning {
            Code::DiskFull => Self::DiskFull(doing),
            Code::Retry => Self::Retry { doing, detail },
            Code::TimedOut => {
                Self::TimedOut { what: "a statement", limit_ms: crate::limits::STATEMENT_TIME_MAX.as_millis() }
            }
            Code::Unreachable => Self::Unreachable { doing, detail },
            Code::Constraint => Self::Constraint { doing, detail },
            Code::Other => Self::Statement { doing, detail: format!("[{code}] {detail}") },
        }
    }
}

/// What an engine's code means to the store.
#[derive(Debug, PartialEq, Eq)]
enum Code {
    DiskFull,
    Retry,
    TimedOut,
    Unreachable,
    Constraint,
    Other,
}

impl Code {
    /// Five characters, by PostgreSQL's appendix A.
    fn of_postgres(code: &str) -> Self {
        match code {
            "53100" => Self::DiskFull,
            "40001" | "40P01" | "53300" => Self::Retry,
            "57014" | "55P03" | "25P03" | "25P04" => Self::TimedOut,
            "57P01" | "57P02" | "57P03" | "57P05" | "25006" => Self::Unreachable,
            _ if code.starts_with("08") => Self::Unreachable,
            _ if code.starts_with("23") => Self::Constraint,
            _ => Self::Other,
        }
    }

    /// An extended result code (sqlite.org/rescode.html). Its low byte is the primary code: 5 busy, 6 locked,
    /// 9 interrupted, 13 full, 14 cannot open, 19 constraint.
    const fn of_sqlite(code: i32) -> Self {
        match code & 0xFF {
            5 | 6 => Self::Retry,
            9 => Self::TimedOut,
            13 => Self::DiskFull,
            14 => Self::Unreachable,
            19 => Self::Constraint,
            _ => Self::Other,
        }
    }
}

/// Why a write did not happen: a rule refused it, or a machine failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No<R> {
    /// A rule said no; the room's own enum.
    Refused(R),
    /// A machine failed.
    Fault(Fault),
}

impl<R> From<Fault> for No<R> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<R> No<R> {
    /// The same with another refusal type: a room that calls another room's face uses it.
    pub fn map_refused<Q>(self, map: impl FnOnce(R) -> Q) -> No<Q> {
        match self {
            Self::Refused(refusal) => No::Refused(map(refusal)),
            Self::Fault(fault) => No::Fault(fault),
        }
    }
}

impl<R: fmt::Display> fmt::Display for No<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "refused: {refusal}"),
            Self::Fault(fault) => write!(f, "fault: {fault}"),
        }
    }
}

impl<R: fmt::Debug + fmt::Display> std::error::Error for No<R> {}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_of_both_engines() {
        for (code, meaning) in [
            ("53100", Code::DiskFull),
            ("40001", Code::Retry),
            ("40P01", Code::Retry),
            ("57014", Code::TimedOut),
            ("08006", Code::Unreachable),
            ("57P01", Code::Unreachable),
            ("23505", Code::Constraint),
            ("42601", Code::Other),
            ("", Code::Other),
        ] {
            assert_eq!(Code::of_postgres(code), meaning, "{code}");
        }
        for (code, meaning) in [
            (13, Code::DiskFull),
            (5, Code::Retry),
            (517, Code::Retry),
            (9, Code::TimedOut),
            (14, Code::Unreachable),
            (2067, Code::Constraint),
            (1, Code::Other),
            (0, Code::Other),
        ] {
            assert_eq!(Code::of_sqlite(code), meaning, "{code}");
        }
    }
}
