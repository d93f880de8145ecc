//! Writing: what is acknowledged is there, what is refused leaves nothing, whoever misbehaves harms only itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::demo::{COUNT_UP, FIND_SEQ, LIST, Then, add, catalogue, cx, list, organization, thing};
use futures::future::join_all;
use kernel::OrganizationId;
use sqlx::{Connection as _, Executor as _};
use store::{Engine, Fault, Fetch as _, No, Sql, Store, Tx, binds};
use testkit::Database;
use tokio::sync::Barrier;

testkit::on_both_engines! {
    catalogue();

    async fn many_writers_are_answered_in_order_and_all_is_there(db: Database) {
        let (store, cx) = (db.open().await, cx(1));
        let id = organization(&cx);
        let adding = (0..600).map(|n| store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))));
        let seqs: Vec<i64> = join_all(adding).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(seqs, (1..=600).collect::<Vec<_>>(), "closures run in the order they were given");
        assert_eq!(list(&store, id).await, (0..600).map(|n| (n, n + 1)).collect::<Vec<_>>());
        store.close().await.unwrap();
    }

    async fn whoever_misbehaves_harms_only_itself(db: Database) {
        let mut config = db.config();
        config.limits.closure_time_max = Duration::from_millis(400);
        let store = Store::open(&config, db.catalogue()).await.unwrap();
        let cx = cx(2);
        let id = organization(&cx);
        let told = |n: i64| match n % 10 {
            3 => Then::Refuse,
            5 => Then::Fail,
            6 => Then::Swallow,
            7 => Then::Panic,
            8 if n == 18 => Then::Sleep,
            _ => Then::Stay,
        };
        let adding = (0..40).map(|n| store.append(&cx, thing(id, n, told(n)), |tx, cx, t| Box::pin(add(tx, cx, t))));
        let answers = join_all(adding).await;
        let mut stayed = Vec::new();
        for (n, answer) in (0..).zip(answers) {
            match (told(n), answer) {
                (Then::Stay, Ok(seq)) => stayed.push((n, seq)),
                (Then::Refuse, Err(No::Refused("told to"))) => {}
                (Then::Fail | Then::Swallow, Err(No::Fault(Fault::Constraint { .. }))) => {}
                (Then::Panic, Err(No::Fault(Fault::Panicked(text)))) => assert!(text.contains("told to")),
                (Then::Sleep, Err(No::Fault(Fault::TimedOut { what: "a write", limit_ms: 400 }))) => {}
                (told, answer) => panic!("{n} {told:?}: {answer:?}"),
            }
        }
        assert_eq!(list(&store, id).await, stayed);
        // No gap: what was undone took its number of the counter with it.
        assert!(stayed.iter().zip(1..).all(|((_, seq), place)| *seq == place));
        let waiting: i64 = store.count_jobs().await.unwrap().iter().map(|count| count.count).sum();
        assert_eq!(usize::try_from(waiting).unwrap(), stayed.len(), "jobs went with what was undone");
    }

    async fn the_same_one_by_one(db: Database) {
        let mut config = db.config();
        config.limits.closure_time_max = Duration::from_millis(300);
        let store = Store::open(&config, db.catalogue()).await.unwrap();
        let cx = cx(3);
        let id = organization(&cx);
        for (n, then) in (0..).zip([Then::Refuse, Then::Fail, Then::Panic, Then::Sleep, Then::Swallow, Then::Stay]) {
            let answer = store.write(&cx, thing(id, n, then), |tx, cx, t| Box::pin(add(tx, cx, t))).await;
            assert_eq!(answer.is_ok(), then == Then::Stay, "{then:?}: {answer:?}");
        }
        assert_eq!(list(&store, id).await, [(5, 1)]);
    }

    async fn a_full_queue_says_busy_and_a_closed_store_says_closed(db: Database) {
        let mut config = db.config();
        config.limits.queue_max = 4;
        let store = Store::open(&config, db.catalogue()).await.unwrap();
        let cx = cx(4);
        let id = organization(&cx);
        let adding = (0..200).map(|n| store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))));
        let answers = join_all(adding).await;
        let busy = answers.iter().filter(|answer| matches!(answer, Err(No::Fault(Fault::Busy(_))))).count();
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        assert!(busy > 0 && done > 0 && busy + done == 200, "{busy} busy, {done} done");
        assert_eq!(list(&store, id).await.len(), done);
        store.close().await.unwrap();
        for answer in [
            store.write(&cx, thing(id, 900, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await,
            store.append(&cx, thing(id, 901, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await,
        ] {
            assert_eq!(answer, Err(No::Fault(Fault::Closed)));
        }
    }

    async fn closing_finishes_what_waits(db: Database) {
        let (store, cx) = (db.open().await, cx(5));
        let id = organization(&cx);
        let mut adding = tokio::task::JoinSet::new();
        for n in 0..500 {
            let (store, cx) = (store.clone(), cx.clone());
            adding.spawn(async move {
                store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await
            });
        }
        tokio::task::yield_now().await;
        store.close().await.unwrap();
        let done = adding.join_all().await.into_iter().filter(Result::is_ok).count();
        let again = db.open().await;
        assert_eq!(list(&again, id).await.len(), done);
    }

    async fn whoever_stops_waiting_leaves_no_open_transaction(db: Database) {
        let (store, cx) = (db.open().await, cx(6));
        let id = organization(&cx);
        for n in 0..30 {
            let told = thing(id, n, Then::Sleep);
            let write = store.write(&cx, told, |tx, cx, t| Box::pin(add(tx, cx, t)));
            if db.engine() == store::Engine::Postgres {
                assert!(tokio::time::timeout(Duration::from_millis(40), write).await.is_err());
            }
        }
        store.write(&cx, thing(id, 100, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await.unwrap();
        assert_eq!(list(&store, id).await, [(100, 1)]);
    }

    async fn two_programs_write_one_counter(db: Database) {
        let (one, other, cx) = (db.open().await, db.open().await, cx(7));
        let id = organization(&cx);
        // As many as are through well within the time a pooled connection is waited for, on a busy machine too.
        let adding = (0..120).map(|n| {
            let store = if n % 2 == 0 { &one } else { &other };
            let told = thing(id, n, Then::Stay);
            async move {
                if n % 3 == 0 {
                    store.append(&crate::demo::cx(8), told, |tx, cx, t| Box::pin(add(tx, cx, t))).await
                } else {
                    store.write(&crate::demo::cx(u8::try_from(n % 250).unwrap()), told, |tx, cx, t| Box::pin(add(tx, cx, t))).await
                }
            }
        });
        let answers = join_all(adding).await;
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        assert!(answers.iter().all(|answer| matches!(answer, Ok(_) | Err(No::Fault(Fault::Constraint { .. })))), "{answers:?}");
        let things = list(&one, id).await;
        assert_eq!(things.len(), done);
        assert!(things.iter().zip(1..).all(|((_, seq), place)| *seq == place), "a gap or a double");
    }
}

/// Counts for longer than any test lives.
const ENDLESS: Sql = Sql::global(
    "demo.endless",
    "WITH RECURSIVE step AS (SELECT CAST(1 AS BIGINT) AS n UNION ALL SELECT step.n + 1 FROM step)
     SELECT CAST(SUM(n) AS BIGINT) FROM step",
);

#[test]
fn a_statement_without_end_is_stopped_and_harms_only_its_closure() {
    testkit::stories::run(Engine::Sqlite, &catalogue(), async |db: Database| {
        let mut config = db.config();
        config.limits.closure_time_max = Duration::from_millis(300);
        let store = Store::open(&config, db.catalogue()).await.unwrap();
        let cx = cx(12);
        let id = organization(&cx);
        let runs = Arc::new(AtomicUsize::new(0));
        let before = (0..10).map(|n| store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))));
        let endless = store.append(&cx, (thing(id, 50, Then::Stay), runs.clone()), |tx, cx, (thing, runs)| {
            Box::pin(async move {
                runs.fetch_add(1, Ordering::SeqCst);
                add(tx, cx, thing).await?;
                Ok::<_, No<&'static str>>(tx.fetch_one(&ENDLESS, binds![]).await?.i64(0)?)
            })
        });
        let after = (60..70).map(|n| store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))));
        let (before, endless, after) = tokio::join!(join_all(before), endless, join_all(after));
        assert_eq!(endless, Err(No::Fault(Fault::TimedOut { what: "a statement", limit_ms: 300 })));
        assert_eq!(runs.load(Ordering::SeqCst), 1, "what took too long is not run again");
        assert!(before.iter().chain(&after).all(Result::is_ok), "{before:?} {after:?}");
        let stayed: Vec<_> = (0..10).chain(60..70).zip(1..).collect();
        assert_eq!(list(&store, id).await, stayed);
    });
}

#[test]
fn a_long_read_keeps_nobody_waiting_and_a_read_without_end_is_stopped() {
    // One thread for everything: a read that stayed on it would stop the others.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Database::new(Engine::Sqlite, &catalogue()).await;
        let (store, cx) = (db.open().await, cx(13));
        let id = organization(&cx);
        let endless = async {
            let mut reader = store.reader().await.unwrap();
            let stopped = reader.fetch_one(&ENDLESS, binds![]).await.unwrap_err();
            assert!(matches!(stopped, Fault::TimedOut { what: "a statement", limit_ms: 4500 }), "{stopped:?}");
            // The connection is whole: it reads on.
            assert_eq!(reader.fetch_all(&LIST, binds![id]).await.unwrap().len(), 20);
        };
        let others = async {
            for n in 0..20 {
                store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await.unwrap();
                assert_eq!(list(&store, id).await.len(), usize::try_from(n).unwrap() + 1);
            }
        };
        let begun = tokio::time::Instant::now();
        let ((), took) = tokio::join!(endless, async {
            others.await;
            begun.elapsed()
        });
        assert!(took < Duration::from_secs(4), "the others waited {took:?} for the long read");
        store.close().await.unwrap();
        assert_eq!(store.reader().await.unwrap_err(), Fault::Closed);
    });
}

#[test]
fn readers_are_bounded_and_wait_for_one_another() {
    testkit::stories::run(Engine::Sqlite, &catalogue(), async |db: Database| {
        let mut config = db.config();
        config.limits.connections_max = 2;
        let (store, cx) = (Store::open(&config, db.catalogue()).await.unwrap(), cx(14));
        let id = organization(&cx);
        let (one, other) = (store.reader().await.unwrap(), store.reader().await.unwrap());
        let waiting = tokio::time::timeout(Duration::from_millis(50), store.reader());
        assert!(waiting.await.is_err(), "a third reader of two");
        drop(one);
        assert!(store.reader().await.is_ok());
        drop(other);
        let reads = join_all((0..50).map(|_| list(&store, id))).await;
        assert!(reads.iter().all(Vec::is_empty));
    });
}

/// Two organizations counted up in an order, and where two first runs meet between them.
#[derive(Clone)]
struct Both {
    ids: [OrganizationId; 2],
    runs: Arc<AtomicUsize>,
    meeting: Arc<Barrier>,
}

async fn count_both(tx: &mut Tx<'_>, both: &Both) -> Result<(), No<()>> {
    let [first, second] = both.ids;
    tx.fetch_one(&COUNT_UP, binds![first]).await?;
    if both.runs.fetch_add(1, Ordering::SeqCst) < 2 {
        both.meeting.wait().await;
    }
    tx.fetch_one(&COUNT_UP, binds![second]).await?;
    Ok(())
}

async fn administer(db: &Database, text: &str) {
    let mut admin = sqlx::PgConnection::connect(&db.config().url).await.unwrap();
    let name: String = sqlx::query_scalar("SELECT current_database()").fetch_one(&mut admin).await.unwrap();
    let text = text.replace("DATABASE_NAME", &name);
    admin.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(text))).await.unwrap();
}

#[test]
fn a_deadlock_is_run_again_on_postgres() {
    testkit::stories::run(Engine::Postgres, &catalogue(), async |db: Database| {
        let (store, cx) = (db.open().await, cx(9));
        for is_grouped in [false, true] {
            let (romashka, vasilek) = (organization(&cx), organization(&cx));
            let runs = Arc::new(AtomicUsize::new(0));
            let one = Both { ids: [romashka, vasilek], runs: runs.clone(), meeting: Arc::new(Barrier::new(2)) };
            let other = Both { ids: [vasilek, romashka], ..one.clone() };
            let write = async |both| store.write(&cx, both, |tx, _, both| Box::pin(count_both(tx, both))).await;
            let append = async |both| store.append(&cx, both, |tx, _, both| Box::pin(count_both(tx, both))).await;
            let answers = if is_grouped {
                tokio::join!(write(one), append(other))
            } else {
                tokio::join!(write(one), write(other))
            };
            assert_eq!(answers, (Ok(()), Ok(())));
            // The server looks for deadlocks in each waiting session by itself: two that look at once may both be victims.
            let runs = runs.load(Ordering::SeqCst);
            assert!((3..=4).contains(&runs), "each victim of the deadlock runs once more, not {runs} times in all");
            let mut reader = store.reader().await.unwrap();
            for id in [romashka, vasilek] {
                assert_eq!(reader.fetch_one(&FIND_SEQ, binds![id]).await.unwrap().i64(0), Ok(2));
            }
        }
    });
}

#[test]
fn a_lost_connection_is_opened_again_on_postgres() {
    testkit::stories::run(Engine::Postgres, &catalogue(), async |db: Database| {
        let (store, cx) = (db.open().await, cx(10));
        let id = organization(&cx);
        for n in 0..6 {
            store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await.unwrap();
            let write = store.write(&cx, thing(id, 100 + n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t)));
            write.await.unwrap();
            let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                       WHERE pid <> pg_backend_pid() AND datname = 'DATABASE_NAME'";
            administer(&db, cut).await;
        }
        assert_eq!(list(&store, id).await.len(), 12);
    });
}

#[test]
fn a_file_that_another_program_keeps_locked_is_a_fault_and_no_hang() {
    testkit::stories::run(Engine::Sqlite, &catalogue(), async |db: Database| {
        let (store, cx) = (db.open().await, cx(11));
        let id = organization(&cx);
        let stranger = rusqlite::Connection::open(db.folder().join("svitok.db")).unwrap();
        stranger.execute_batch("BEGIN IMMEDIATE").unwrap();
        let write = |n| store.write(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t)));
        let waiting = tokio::time::timeout(Duration::from_secs(40), join_all((0..50).map(write)));
        for answer in waiting.await.unwrap() {
            assert!(
                matches!(&answer, Err(No::Fault(fault @ Fault::Retry { .. })) if fault.is_temporary()),
                "{answer:?}"
            );
        }
        assert!(list(&store, id).await.is_empty());
        stranger.execute_batch("ROLLBACK").unwrap();
        write(1).await.unwrap();
        assert_eq!(list(&store, id).await, [(1, 1)]);
    });
}
