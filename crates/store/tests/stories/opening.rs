//! Opening: migrations once, in order, unchanged; settings on every connection; statements on both engines.

use futures::future::join_all;
use sqlx::{Connection as _, Executor as _};
use store::{
    Catalogue, Engine, Fault, Fetch as _, Migrate, Migration, Sql, Store, binds, lint_statements, prepare_all,
};
use testkit::Database;

use crate::demo::{Then, add, catalogue, cx, list, organization, thing};

const LATER: Migration =
    Migration::new("20270101000000_demo_later", "CREATE TABLE demo_later (id BYTEA NOT NULL, PRIMARY KEY (id))");
const BROKEN: Migration = Migration::new(
    "20270201000000_demo_broken",
    "CREATE TABLE demo_half (id BYTEA NOT NULL, PRIMARY KEY (id)); CREATE TABLE demo_half (id BYTEA)",
);
const COUNT_APPLIED: Sql = Sql::global("store.count_applied", "SELECT COUNT(*) FROM store_migration");
const COUNT_LATER: Sql = Sql::global("demo.count_later", "SELECT COUNT(*) FROM demo_later");
const COUNT_HALF: Sql = Sql::global("demo.count_half", "SELECT COUNT(*) FROM demo_half");

async fn count(store: &Store, sql: &Sql) -> Result<i64, Fault> {
    store.reader().await?.fetch_one(sql, binds![]).await?.i64(0)
}

testkit::on_both_engines! {
    catalogue();

    async fn migrations_twice_are_once(db: Database) {
        let applied = count(&db.open().await, &COUNT_APPLIED).await.unwrap();
        let again = db.open().await;
        assert_eq!(count(&again, &COUNT_APPLIED).await, Ok(applied));
        let cx = cx(31);
        let id = organization(&cx);
        again.write(&cx, thing(id, 1, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await.unwrap();
        let more = catalogue().with(&[LATER], &[]);
        let opening = (0..4).map(|_| async { Store::open(&db.config(), &more).await });
        for opened in join_all(opening).await {
            assert_eq!(count(&opened.unwrap(), &COUNT_APPLIED).await, Ok(applied + 1));
        }
        assert_eq!((count(&again, &COUNT_LATER).await, list(&again, id).await.len()), (Ok(0), 1));
    }

    async fn a_newer_database_a_changed_text_and_a_missing_migration_are_refused(db: Database) {
        drop(Store::open(&db.config(), &catalogue().with(&[LATER], &[])).await.unwrap());
        let refusal = |opened: Result<Store, Fault>| match opened {
            Err(Fault::Migration(text)) => text,
            other => panic!("{other:?}"),
        };
        let older = refusal(Store::open(&db.config(), &catalogue()).await);
        assert!(older.contains("newer than this program: it has 20270101000000_demo_later"), "{older}");
        let changed = Migration::new(LATER.name, "CREATE TABLE demo_later (id TEXT NOT NULL, PRIMARY KEY (id))");
        let changed = refusal(Store::open(&db.config(), &catalogue().with(&[changed], &[])).await);
        assert!(changed.contains("applied with another text"), "{changed}");
        let far = Migration::new("20280101000000_demo_far", "SELECT 1");
        let unknown = refusal(Store::open(&db.config(), &catalogue().with(&[far], &[])).await);
        assert!(unknown.contains("20270101000000_demo_later, which this program does not know"), "{unknown}");
        let mut careful = db.config();
        careful.migrate = Migrate::Refuse;
        let lacking = refusal(Store::open(&careful, &catalogue().with(&[LATER, far], &[])).await);
        assert!(lacking.contains("lacks 20280101000000_demo_far: run «svitok migrate»"), "{lacking}");
    }

    async fn a_broken_migration_leaves_nothing(db: Database) {
        assert!(Store::open(&db.config(), &catalogue().with(&[BROKEN], &[])).await.is_err());
        let store = db.open().await;
        assert!(count(&store, &COUNT_HALF).await.is_err(), "half of a migration stayed");
        assert_eq!(count(&store, &COUNT_APPLIED).await, Ok(2));
    }

    async fn every_connection_has_its_settings(db: Database) {
        let store = db.open().await;
        store.check_connection().await.unwrap();
        // As many at once as the pool gives: each was checked when it was opened, and is asked again.
        let checks = join_all((0..8).map(|_| store.check_connection())).await;
        assert_eq!(checks, vec![Ok(()); 8]);
    }

    async fn every_statement_prepares_and_is_portable(db: Database) {
        let store = db.open().await;
        assert_eq!(prepare_all(&store, &catalogue()).await, Ok(Vec::new()));
        assert_eq!(lint_statements(&catalogue()), Ok(Vec::new()));
    }

    async fn a_statement_that_does_not_prepare_is_named(db: Database) {
        static BAD: &[&Sql] = &[
            &Sql::global("demo.no_column", "SELECT nothing FROM demo_thing"),
            &Sql::global("demo.good", "SELECT n, name, organization_id, COUNT(*) FROM demo_thing GROUP BY n, name, organization_id"),
        ];
        let bad = Catalogue::new().with(&[], BAD);
        let found = prepare_all(&db.open().await, &bad).await.unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("demo.no_column: "), "{found:?}");
    }

    async fn a_reader_cannot_write(db: Database) {
        let store = db.open().await;
        let write = Sql::global("demo.sneak", "DELETE FROM demo_thing RETURNING n");
        let answer = store.reader().await.unwrap().fetch_all(&write, binds![]).await;
        assert!(answer.is_err(), "{answer:?}");
    }
}

#[test]
fn what_postgres_cannot_give_as_a_whole_number_is_named() {
    testkit::stories::run(Engine::Postgres, &catalogue(), async |db: Database| {
        static BAD: &[&Sql] = &[
            &Sql::global("demo.sum", "SELECT SUM(n) FROM demo_thing"),
            &Sql::global("demo.flag", "SELECT n > 1 FROM demo_thing"),
        ];
        let found = prepare_all(&db.open().await, &Catalogue::new().with(&[], BAD)).await.unwrap();
        assert_eq!(found.len(), 2, "{found:?}");
    });
}

#[test]
fn what_an_administrator_set_for_the_database_does_not_reach_us() {
    testkit::stories::run(Engine::Postgres, &catalogue(), async |db: Database| {
        let mut admin = sqlx::PgConnection::connect(&db.config().url).await.unwrap();
        let name: String = sqlx::query_scalar("SELECT current_database()").fetch_one(&mut admin).await.unwrap();
        for setting in ["default_transaction_isolation = 'serializable'", "synchronous_commit = 'off'"] {
            let text = format!("ALTER DATABASE {name} SET {setting}");
            admin.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(text))).await.unwrap();
        }
        db.open().await.check_connection().await.unwrap();
    });
}
