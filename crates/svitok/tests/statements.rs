//! The database of the whole program: every statement is portable and prepares on both engines, every way of
//! migrating ends at the same tables.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use store::{Catalogue, Engine, Fetch as _, Sql, Store, binds};
use svitok::catalogue::catalogue;
use testkit::Database;

/// Everything SQLite knows of its tables and indexes.
const SQLITE_SCHEMA: Sql =
    Sql::global("test.sqlite_schema", "SELECT name, COALESCE(sql, '') FROM sqlite_schema ORDER BY type, name");
/// Columns with types, and indexes, of PostgreSQL.
const POSTGRES_SCHEMA: Sql = Sql::global(
    "test.postgres_schema",
    "SELECT CAST(table_name || '.' || column_name AS TEXT),
            CAST(ordinal_position || ' ' || data_type || ' ' || is_nullable AS TEXT)
     FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT CAST(indexname AS TEXT), CAST(indexdef AS TEXT) FROM pg_indexes WHERE schemaname = 'public'
     ORDER BY 1, 2",
);
const APPLIED: Sql = Sql::global("test.applied", "SELECT COUNT(*) FROM store_migration");

async fn schema(store: &Store, engine: Engine) -> Vec<(String, String)> {
    let sql = if engine == Engine::Sqlite { &SQLITE_SCHEMA } else { &POSTGRES_SCHEMA };
    let rows = store.reader().await.unwrap().fetch_all(sql, binds![]).await.unwrap();
    rows.iter().map(|row| (row.text(0).unwrap().to_owned(), row.text(1).unwrap().to_owned())).collect()
}

async fn applied(store: &Store) -> usize {
    let row = store.reader().await.unwrap().fetch_one(&APPLIED, binds![]).await.unwrap();
    usize::try_from(row.i64(0).unwrap()).unwrap()
}

#[test]
fn every_statement_is_portable() {
    assert_eq!(store::lint_statements(&catalogue()), Ok(Vec::new()));
    assert!(catalogue().statements().len() > 100, "all rooms are in the list");
}

testkit::on_both_engines! {
    catalogue();

    async fn every_statement_prepares(db: Database) {
        let store = db.open().await;
        assert_eq!(store::prepare_all(&store, &catalogue()).await, Ok(Vec::new()));
        store.close().await.unwrap();
    }

    async fn migrating_again_changes_nothing(db: Database) {
        let store = db.open().await;
        let (count, tables) = (applied(&store).await, schema(&store, db.engine()).await);
        assert!(tables.len() > 100, "{} columns and indexes", tables.len());
        assert!(count >= catalogue().migrations().unwrap().len());
        store.close().await.unwrap();
        let again = db.open().await;
        assert_eq!((applied(&again).await, schema(&again, db.engine()).await), (count, tables));
        again.close().await.unwrap();
    }
}

/// From an empty database by one migration at a time to the same tables as at once.
async fn step_by_step(empty: Database) {
    let engine = empty.engine();
    let whole = Database::new(engine, &catalogue()).await;
    let mut so_far = Catalogue::new();
    let mut counts = Vec::new();
    let stores_own = Catalogue::new().migrations().unwrap();
    let of_rooms =
        catalogue().migrations().unwrap().into_iter().filter(|(version, _)| !stores_own.contains_key(version));
    for (_, migration) in of_rooms {
        so_far = so_far.with(&[migration], &[]);
        for _ in 0..2 {
            let store = Store::open(&empty.config(), &so_far).await.unwrap();
            counts.push(applied(&store).await);
            store.close().await.unwrap();
        }
    }
    for (pair, next) in counts.chunks(2).zip(counts.chunks(2).skip(1)) {
        assert!(pair.first() == pair.last() && pair.last() < next.first(), "each once, in order: {counts:?}");
    }
    let (stepped, fresh) = (Store::open(&empty.config(), &catalogue()).await.unwrap(), whole.open().await);
    assert_eq!(schema(&stepped, engine).await, schema(&fresh, engine).await);
    assert_eq!(applied(&stepped).await, applied(&fresh).await);
    stepped.close().await.unwrap();
    fresh.close().await.unwrap();
}

#[test]
fn migrated_in_steps_is_migrated_at_once_on_sqlite() {
    testkit::stories::run(Engine::Sqlite, &Catalogue::new(), step_by_step);
}

#[test]
fn migrated_in_steps_is_migrated_at_once_on_postgres() {
    testkit::stories::run(Engine::Postgres, &Catalogue::new(), step_by_step);
}
