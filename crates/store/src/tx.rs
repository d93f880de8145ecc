//! The transaction a closure writes in, and the reader beside it.

use std::time::Duration;

use futures::future::BoxFuture;
use kernel::TypedId;
use sqlx::Postgres;
use sqlx::pool::PoolConnection;

use crate::limits::ROWS_MAX;
use crate::link::Link;
use crate::news::Told;
use crate::sql::{Binds, Sql};
use crate::sqlite::Borrowed;
use crate::{Fault, Row, postgres};

/// Reading, alike inside a transaction and beside it.
pub trait Fetch: Send {
    /// Every row, at most `rows_max` of them; more is a fault, since larger sets are read by pages.
    fn fetch_limited<'a>(
        &'a mut self,
        sql: &'a Sql,
        binds: Binds,
        rows_max: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>, Fault>>;

    /// Every row, at most [`ROWS_MAX`].
    fn fetch_all<'a>(&'a mut self, sql: &'a Sql, binds: Binds) -> BoxFuture<'a, Result<Vec<Row>, Fault>> {
        self.fetch_limited(sql, binds, ROWS_MAX)
    }

    /// The row or nothing; two rows are a fault.
    fn fetch_optional<'a>(&'a mut self, sql: &'a Sql, binds: Binds) -> BoxFuture<'a, Result<Option<Row>, Fault>> {
        let rows = self.fetch_limited(sql, binds, 1);
        Box::pin(async move { Ok(rows.await?.pop()) })
    }

    /// The one row; none or two are a fault.
    fn fetch_one<'a>(&'a mut self, sql: &'a Sql, binds: Binds) -> BoxFuture<'a, Result<Row, Fault>> {
        let row = self.fetch_optional(sql, binds);
        Box::pin(async move { row.await?.ok_or_else(|| Fault::statement(sql.name, "one row expected, none came")) })
    }
}

/// A transaction as a closure sees it: the closure awaits nothing but these calls.
///
/// The first fault ends it: what follows in the same closure is refused, and nothing of the closure stays.
#[derive(Debug)]
pub struct Tx<'c> {
    link: Link<'c>,
    fault: Option<Fault>,
    told: Told,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(link: Link<'c>) -> Self {
        Self { link, fault: None, told: Told::default() }
    }

    /// Once this is committed, whoever listens to the thing is woken; undone, nobody is.
    pub fn tell(&mut self, thing: impl TypedId) {
        self.told.things.insert(thing.uuid().into_bytes());
    }

    /// Runs a statement that changes rows; gives how many it changed.
    pub async fn execute(&mut self, sql: &Sql, binds: Binds) -> Result<u64, Fault> {
        self.go_on()?;
        let done = self.link.execute(sql, binds).await;
        self.remember(done)
    }

    /// SQLite stops the closure's statements by itself when its time is over: they run on the writer's own thread, where
    /// nobody else could. PostgreSQL has its own limit for a statement.
    pub(crate) fn stop_after(&mut self, limit: Duration) {
        if let Link::Sqlite(connection) = &mut self.link {
            connection.stop_after(limit);
        }
    }

    /// The closure is over: what ends its transaction runs to its end.
    pub(crate) fn never_stop(&mut self) {
        if let Link::Sqlite(connection) = &mut self.link {
            connection.never_stop();
        }
    }

    /// Jobs of this kind are in the table once this is committed.
    pub(crate) fn mark_queued(&mut self, kind: &'static str) {
        self.told.kinds.insert(kind);
    }

    pub(crate) fn take_told(&mut self) -> Told {
        std::mem::take(&mut self.told)
    }

    /// The fault that ended the transaction, if the closure passed over one.
    pub(crate) fn fault(&self) -> Option<Fault> {
        self.fault.clone()
    }

    fn go_on(&self) -> Result<(), Fault> {
        self.fault.clone().map_or(Ok(()), Err)
    }

    pub(crate) fn remember<T>(&mut self, result: Result<T, Fault>) -> Result<T, Fault> {
        if let Err(fault) = &result {
            self.fault.get_or_insert_with(|| fault.clone());
        }
        result
    }
}

impl Fetch for Tx<'_> {
    fn fetch_limited<'a>(
        &'a mut self,
        sql: &'a Sql,
        binds: Binds,
        rows_max: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>, Fault>> {
        Box::pin(async move {
            self.go_on()?;
            let rows = self.link.fetch(sql, binds, rows_max).await;
            self.remember(rows)
        })
    }
}

/// A connection that only reads. Each statement sees what was committed before it; hold it briefly.
#[derive(Debug)]
pub struct Reader(pub(crate) Held);

/// Whose connection it is.
#[derive(Debug)]
pub(crate) enum Held {
    Sqlite(Borrowed),
    Postgres(PoolConnection<Postgres>),
}

impl Held {
    pub fn link(&mut self) -> Result<Link<'_>, Fault> {
        Ok(match self {
            Self::Sqlite(borrowed) => Link::Sqlite(borrowed.connection()?),
            Self::Postgres(connection) => Link::Postgres(connection),
        })
    }
}

impl Fetch for Reader {
    fn fetch_limited<'a>(
        &'a mut self,
        sql: &'a Sql,
        binds: Binds,
        rows_max: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>, Fault>> {
        match &mut self.0 {
            Held::Sqlite(borrowed) => Box::pin(borrowed.fetch(sql, binds, rows_max)),
            Held::Postgres(connection) => Box::pin(postgres::fetch(connection, sql, binds, rows_max)),
        }
    }
}
