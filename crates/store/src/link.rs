//! One connection to whichever engine stands behind, and what the store asks of it.

use sqlx::{Connection as _, PgConnection};

use crate::settings::Engine;
use crate::sql::{Binds, Sql};
use crate::sqlite::SqliteConnection;
use crate::{Fault, Row, postgres};

/// An open connection.
pub(crate) enum Connection {
    Sqlite(Box<SqliteConnection>),
    Postgres(Box<PgConnection>),
}

impl Connection {
    pub fn link(&mut self) -> Link<'_> {
        match self {
            Self::Sqlite(connection) => Link::Sqlite(connection),
            Self::Postgres(connection) => Link::Postgres(connection),
        }
    }

    /// Ends it; SQLite ends with the value.
    pub async fn close(self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => {
                connection.close().await.map_err(|error| Fault::from_sqlx("closing a connection", &error))
            }
        }
    }
}

/// A connection in use. On SQLite none of its calls ever waits: they run where they are called.
pub(crate) enum Link<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl std::fmt::Debug for Link<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Link").field(&self.engine()).finish()
    }
}

impl Link<'_> {
    pub const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// The same connection, lent for a shorter time.
    pub fn lend(&mut self) -> Link<'_> {
        match self {
            Self::Sqlite(connection) => Link::Sqlite(connection),
            Self::Postgres(connection) => Link::Postgres(connection),
        }
    }

    /// One word of transaction control.
    pub async fn control(&mut self, text: &'static str) -> Result<(), Fault> {
        match self {
            Self::Sqlite(connection) => connection.control(text),
            Self::Postgres(connection) => postgres::script(connection, text, text).await,
        }
    }

    /// Statements of a migration or a setting; `doing` is what a fault names.
    pub async fn script(&mut self, text: &str, doing: &str) -> Result<(), Fault> {
        match self {
            Self::Sqlite(connection) => connection.script(text, doing),
            Self::Postgres(connection) => postgres::script(connection, text, doing).await,
        }
    }

    pub async fn fetch(&mut self, sql: &Sql, binds: Binds, rows_max: usize) -> Result<Vec<Row>, Fault> {
        match self {
            Self::Sqlite(connection) => connection.fetch(sql, &binds, rows_max),
            Self::Postgres(connection) => postgres::fetch(connection, sql, binds, rows_max).await,
        }
    }

    pub async fn execute(&mut self, sql: &Sql, binds: Binds) -> Result<u64, Fault> {
        match self {
            Self::Sqlite(connection) => connection.execute(sql, &binds),
            Self::Postgres(connection) => postgres::execute(connection, sql, binds).await,
        }
    }
}
