//! PostgreSQL: statements by the driver's own protocol, answers in the store's shape, pools whose connections are set up.

use std::str::FromStr as _;

use futures::TryStreamExt as _;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::query::Query;
use sqlx::{
    AssertSqlSafe, Column as _, ConnectOptions as _, Executor as _, PgConnection, PgPool, Postgres, Row as _,
    SqlSafeStr as _, Statement as _, TypeInfo as _,
};

use crate::limits::{ACQUIRE_TIME_MAX, STATEMENTS_KEPT_MAX};
use crate::link::Link;
use crate::row::Answer;
use crate::settings::{self, Use};
use crate::sql::{Bind, Binds, Sql};
use crate::{Fault, Row};

/// The server's address as the driver wants it.
pub(crate) fn options(url: &str) -> Result<PgConnectOptions, Fault> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| Fault::Settings("the database's address cannot be read".to_owned()))?;
    Ok(options.statement_cache_capacity(STATEMENTS_KEPT_MAX).disable_statement_logging())
}

pub(crate) async fn connect(options: &PgConnectOptions) -> Result<PgConnection, Fault> {
    options.connect().await.map_err(|error| Fault::from_sqlx("connecting to the database", &error))
}

/// A pool whose every connection has its settings made and checked.
pub(crate) async fn pool(options: &PgConnectOptions, used: Use, connections_max: u32) -> Result<PgPool, Fault> {
    PgPoolOptions::new()
        .max_connections(connections_max)
        .acquire_timeout(ACQUIRE_TIME_MAX)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                let mut link = Link::Postgres(connection);
                let set_up = async {
                    settings::apply(&mut link, used, false).await?;
                    settings::check(&mut link, used, false).await
                };
                set_up.await.map_err(|fault: Fault| sqlx::Error::Configuration(Box::new(fault)))
            })
        })
        .connect_with(options.clone())
        .await
        .map_err(|error| Fault::from_sqlx("connecting to the database", &error))
}

pub(crate) async fn acquire(pool: &PgPool) -> Result<PoolConnection<Postgres>, Fault> {
    pool.acquire().await.map_err(|error| Fault::from_sqlx("waiting for a connection", &error))
}

/// Several statements at once, without values; `doing` is what a fault names.
pub(crate) async fn script(connection: &mut PgConnection, text: &str, doing: &str) -> Result<(), Fault> {
    // Texts of migrations, settings and transaction control: constants of the program, never input.
    let script = sqlx::raw_sql(AssertSqlSafe(text.to_owned()));
    connection.execute(script).await.map(drop).map_err(|error| Fault::from_sqlx(doing, &error))
}

pub(crate) async fn execute(connection: &mut PgConnection, sql: &Sql, binds: Binds) -> Result<u64, Fault> {
    let done = query(sql, binds).execute(connection).await;
    done.map(|result| result.rows_affected()).map_err(|error| Fault::from_sqlx(sql.name, &error))
}

pub(crate) async fn fetch(
    connection: &mut PgConnection,
    sql: &Sql,
    binds: Binds,
    rows_max: usize,
) -> Result<Vec<Row>, Fault> {
    let mut answer = Answer::default();
    let mut stream = query(sql, binds).fetch(connection);
    while let Some(row) = stream.try_next().await.map_err(|error| Fault::from_sqlx(sql.name, &error))? {
        if answer.rows() == rows_max {
            return Err(Fault::statement(sql.name, format_args!("more than {rows_max} rows")));
        }
        keep(&mut answer, &row).map_err(|error| Fault::from_sqlx(sql.name, &error))?;
    }
    Ok(answer.into_rows(sql.name))
}

/// What is wrong with a statement's result columns, or why it does not prepare.
pub(crate) async fn unreadable(connection: &mut PgConnection, sql: &Sql) -> Vec<String> {
    match connection.prepare(sql.text.into_sql_str()).await {
        Ok(prepared) => {
            let columns = prepared.columns().iter().filter(|column| Kind::of(column.type_info().name()).is_none());
            columns.map(|column| format!("a column cannot be read: {column:?}")).collect()
        }
        Err(error) => vec![error.to_string()],
    }
}

fn query(sql: &Sql, binds: Binds) -> Query<'static, Postgres, PgArguments> {
    binds.into_iter().fold(sqlx::query::<Postgres>(sql.text), |query, bind| match bind {
        Bind::I64(value) => query.bind(value),
        Bind::Text(value) => query.bind(value),
        Bind::Bytes(value) => query.bind(value),
    })
}

/// What a column's type means to the store.
#[derive(Clone, Copy)]
enum Kind {
    I64,
    I32,
    I16,
    Text,
    Bytes,
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "INT8" => Self::I64,
            "INT4" => Self::I32,
            "INT2" => Self::I16,
            "TEXT" | "VARCHAR" | "NAME" => Self::Text,
            "BYTEA" => Self::Bytes,
            _ => return None,
        })
    }
}

/// Copies a row's values once, out of the driver's network buffer.
fn keep(answer: &mut Answer, row: &PgRow) -> Result<(), sqlx::Error> {
    for (at, column) in row.columns().iter().enumerate() {
        let name = column.type_info().name();
        match Kind::of(name) {
            Some(Kind::I64) => push_i64(answer, row.try_get(at)?),
            Some(Kind::I32) => push_i64(answer, row.try_get::<Option<i32>, _>(at)?.map(i64::from)),
            Some(Kind::I16) => push_i64(answer, row.try_get::<Option<i16>, _>(at)?.map(i64::from)),
            Some(Kind::Text) => match row.try_get::<Option<&str>, _>(at)? {
                Some(text) => answer.push_text(text.as_bytes()),
                None => answer.push_null(),
            },
            Some(Kind::Bytes) => match row.try_get::<Option<&[u8]>, _>(at)? {
                Some(bytes) => answer.push_bytes(bytes),
                None => answer.push_null(),
            },
            None => {
                let source = format!("{name} does not cross the store").into();
                return Err(sqlx::Error::ColumnDecode { index: at.to_string(), source });
            }
        }
    }
    answer.end_row();
    Ok(())
}

fn push_i64(answer: &mut Answer, number: Option<i64>) {
    match number {
        Some(number) => answer.push_i64(number),
        None => answer.push_null(),
    }
}
