//! The transaction a closure writes in, and the reader beside it.

use futures::TryStreamExt as _;
use futures::future::BoxFuture;
use sqlx::Any;
use sqlx::AnyConnection;
use sqlx::any::AnyArguments;
use sqlx::pool::PoolConnection;
use sqlx::query::Query;

use crate::limits::ROWS_MAX;
use crate::sql::{Bind, Binds, Sql};
use crate::{Fault, Row};

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

fn query(sql: &Sql, binds: Binds) -> Query<'static, Any, AnyArguments> {
    binds.into_iter().fold(sqlx::query::<Any>(sql.text), |query, bind| match bind {
        Bind::I64(value) => query.bind(value),
        Bind::Text(value) => query.bind(value),
        Bind::Bytes(value) => query.bind(value),
    })
}

async fn fetch(connection: &mut AnyConnection, sql: &Sql, binds: Binds, rows_max: usize) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    let mut stream = query(sql, binds).fetch(connection);
    while let Some(row) = stream.try_next().await.map_err(|error| Fault::from_sqlx(sql.name, &error))? {
        if rows.len() == rows_max {
            return Err(Fault::statement(sql.name, format_args!("more than {rows_max} rows")));
        }
        rows.push(Row::new(row, sql.name));
    }
    Ok(rows)
}

/// A transaction as a closure sees it: the closure awaits nothing but these calls.
///
/// The first fault ends it: what follows in the same closure is refused, and nothing of the closure stays.
#[derive(Debug)]
pub struct Tx<'c> {
    connection: &'c mut AnyConnection,
    fault: Option<Fault>,
    queued: bool,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: &'c mut AnyConnection) -> Self {
        Self { connection, fault: None, queued: false }
    }

    /// Runs a statement that changes rows; gives how many it changed.
    pub async fn execute(&mut self, sql: &Sql, binds: Binds) -> Result<u64, Fault> {
        self.go_on()?;
        let done = query(sql, binds).execute(&mut *self.connection).await;
        let done = done.map(|result| result.rows_affected()).map_err(|error| Fault::from_sqlx(sql.name, &error));
        self.remember(done)
    }

    pub(crate) const fn mark_queued(&mut self) {
        self.queued = true;
    }

    pub(crate) const fn has_queued(&self) -> bool {
        self.queued
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
            let rows = fetch(self.connection, sql, binds, rows_max).await;
            self.remember(rows)
        })
    }
}

/// A connection that only reads. Each statement sees what was committed before it; hold it briefly.
#[derive(Debug)]
pub struct Reader {
    connection: PoolConnection<Any>,
}

impl Reader {
    pub(crate) const fn new(connection: PoolConnection<Any>) -> Self {
        Self { connection }
    }
}

impl Fetch for Reader {
    fn fetch_limited<'a>(
        &'a mut self,
        sql: &'a Sql,
        binds: Binds,
        rows_max: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>, Fault>> {
        Box::pin(fetch(&mut self.connection, sql, binds, rows_max))
    }
}
