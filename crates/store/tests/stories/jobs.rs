//! Jobs: claimed by one runner at a time, done at least once, never lost, never in a hurry.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::demo::{Then, add, catalogue, cx, list, organization, thing};
use kernel::{Chance, Clock as _, JobId, OrganizationId, PageRequest};
use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits, NewJob, No, Runner, Store};
use testkit::world::JobWatch;
use testkit::{Database, HandClock};
use tokio::sync::watch;

const LOOK: &str = "demo.look";

fn clock() -> HandClock {
    HandClock::at(cx(0).now)
}

fn runner(store: &Store, handlers: Handlers, clock: &HandClock) -> Runner {
    Runner::new(store.clone(), handlers, Arc::new(clock.clone()), Chance::from_seed([9; 32]))
}

async fn queue(store: &Store, organization_id: OrganizationId, jobs: usize) {
    static SEED: AtomicU8 = AtomicU8::new(100);
    let cx = cx(SEED.fetch_add(1, Ordering::Relaxed));
    for _ in 0..jobs {
        let job = NewJob::now(&cx, organization_id, LOOK, b"{}".to_vec());
        let queued =
            store.write(&cx, job, |tx, _, job| Box::pin(async move { Ok::<_, No<()>>(tx.queue(job.clone()).await?) }));
        queued.await.unwrap();
    }
}

fn limits() -> KindLimits {
    KindLimits { attempts_max: 3, pause_first: Duration::from_millis(5), ..KindLimits::default() }
}

type Runs = Arc<Mutex<BTreeMap<JobId, Vec<i64>>>>;

fn remembering(runs: &Runs) -> Handlers {
    let runs = runs.clone();
    Handlers::new().on(LOOK, KindLimits { parallel_max: 8, ..limits() }, move |cx: JobCx, _| {
        runs.lock().unwrap().entry(cx.job_id()).or_default().push(cx.attempt());
        async { Ok(JobOutcome::Done) }
    })
}

async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    let mut looks = tokio::time::interval(Duration::from_millis(10));
    let waiting = async {
        while !is_so().await {
            looks.tick().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), waiting).await.expect("within a minute");
}

/// Work that takes this long: leases are of the machine's time, which no hand moves.
async fn work_for(time: Duration) {
    assert!(tokio::time::timeout(time, std::future::pending::<()>()).await.is_err());
}

async fn jobs_left(store: &Store) -> i64 {
    store.count_jobs().await.unwrap().iter().map(|count| count.count).sum()
}

testkit::on_both_engines! {
    catalogue();

    async fn two_runners_never_overlap(db: Database) {
        let (one, other, clock) = (db.open().await, db.open().await, clock());
        let id = organization(&cx(20));
        let runs = Runs::default();
        let running = [runner(&one, remembering(&runs), &clock).start(), runner(&other, remembering(&runs), &clock).start()];
        queue(&one, id, 60).await;
        queue(&other, id, 60).await;
        until(async || jobs_left(&one).await == 0).await;
        for running in running {
            running.stop().await.unwrap();
        }
        let runs = runs.lock().unwrap();
        assert_eq!(runs.len(), 120);
        assert!(runs.values().all(|attempts| *attempts == [1]), "a job ran twice: {runs:?}");
    }

    async fn an_effect_and_the_end_of_its_job_are_one_commit(db: Database) {
        let (store, clock) = (db.open().await, clock());
        let id = organization(&cx(20));
        queue(&store, id, 3).await;
        let n = Arc::new(AtomicUsize::new(0));
        let handler = {
            let store = store.clone();
            move |job: JobCx, _| {
                let (store, n) = (store.clone(), i64::try_from(n.fetch_add(1, Ordering::Relaxed)).unwrap());
                async move {
                    let told = (thing(job.organization_id(), n, Then::Stay), job.ticket);
                    let done = store.write(&job.cx, told, |tx, cx, (thing, ticket)| {
                        Box::pin(async move {
                            tx.execute(&crate::demo::ADD, store::binds![thing.organization_id, thing.n, thing.n, cx.now.to_string()]).await?;
                            Ok::<_, No<()>>(tx.finish_job(ticket).await?)
                        })
                    });
                    done.await.map(|()| JobOutcome::Finished).map_err(|no| match no {
                        No::Fault(fault) => fault,
                        No::Refused(()) => Fault::Closed,
                    })
                }
            }
        };
        let report = runner(&store, Handlers::new().on(LOOK, limits(), handler), &clock).run_until_idle().await.unwrap();
        assert_eq!((report.done, report.given_up.len(), jobs_left(&store).await), (3, 0, 0));
        assert_eq!(list(&store, id).await.len(), 3);
    }

    async fn a_stale_ticket_undoes_its_effect(db: Database) {
        let (store, clock) = (db.open().await, clock());
        let id = organization(&cx(20));
        queue(&store, id, 1).await;
        let stale = Arc::new(Mutex::new(None));
        let keep = stale.clone();
        let handlers = Handlers::new().on(LOOK, limits(), move |job: JobCx, _| {
            *keep.lock().unwrap() = Some(job.ticket);
            async { Ok(JobOutcome::Done) }
        });
        runner(&store, handlers, &clock).run_until_idle().await.unwrap();
        let told = (thing(id, 1, Then::Stay), stale.lock().unwrap().unwrap());
        let cx = cx(22);
        let late = store.write(&cx, told, |tx, cx, (thing, ticket)| {
            Box::pin(async move {
                add(tx, cx, thing).await?;
                Ok::<_, No<&'static str>>(tx.finish_job(ticket).await?)
            })
        });
        assert!(matches!(late.await, Err(No::Fault(Fault::LeaseLost(_)))));
        assert!(list(&store, id).await.is_empty());
        assert_eq!(jobs_left(&store).await, 0);
    }

    async fn a_failing_job_is_tried_again_then_kept_with_its_reason_and_put_back(db: Database) {
        let (store, clock) = (db.open().await, clock());
        let id = organization(&cx(20));
        queue(&store, id, 1).await;
        let is_healed = Arc::new(AtomicUsize::new(0));
        let healed = is_healed.clone();
        let handlers = Handlers::new().on(LOOK, limits(), move |cx: JobCx, _| {
            let (healed, attempt) = (healed.load(Ordering::Relaxed) == 1, cx.attempt());
            async move {
                match attempt {
                    _ if healed => Ok(JobOutcome::Done),
                    1 => Err(Fault::Content("away".to_owned())),
                    2 => kernel::bug!("a handler's invariant"),
                    _ => Err(Fault::Content("still away".to_owned())),
                }
            }
        });
        let runner = runner(&store, handlers, &clock);
        let report = runner.run_until_idle().await.unwrap();
        assert_eq!((report.done, report.postponed, report.given_up.len()), (0, 2, 1));
        let kept = store.list_given_up_jobs(&PageRequest::default()).await.unwrap().items;
        assert_eq!((kept[0].attempts, kept[0].kind.as_str(), kept[0].reason.as_str()), (3, LOOK, "content: still away"));
        assert_eq!(runner.run_until_idle().await.unwrap(), store::IdleReport::default());

        is_healed.store(1, Ordering::Relaxed);
        let job_id = kept[0].job_id;
        let cx = cx(23);
        let put_back = store.write(&cx, (id, job_id), |tx, cx, (id, job_id)| {
            Box::pin(async move { Ok::<_, No<()>>(tx.requeue_job(cx, *id, *job_id).await?) })
        });
        assert_eq!(put_back.await, Ok(true));
        assert_eq!(runner.run_until_idle().await.unwrap().done, 1);
        assert_eq!(jobs_left(&store).await, 0);
    }

    async fn business_time_decides_when(db: Database) {
        let (store, clock) = (db.open().await, clock());
        let cx = cx(24);
        let id = organization(&cx);
        let job = NewJob::now(&cx, id, LOOK, Vec::new()).at(cx.now.plus(Duration::from_secs(3600)));
        let queued = store.write(&cx, job, |tx, _, job| Box::pin(async move { Ok::<_, No<()>>(tx.queue(job.clone()).await?) }));
        queued.await.unwrap();
        let handlers = Handlers::new().on(LOOK, limits(), |cx: JobCx, _| async move {
            if cx.attempt() == 1 {
                return Ok(JobOutcome::RetryAfter { after: Duration::from_secs(60), reason: "not yet".to_owned() });
            }
            Ok(JobOutcome::Done)
        });
        let watch = JobWatch::new(store.clone(), runner(&store, handlers, &clock), clock.clone());
        assert_eq!(watch.run_jobs().await, store::IdleReport::default());
        clock.advance(Duration::from_secs(3600));
        assert_eq!(watch.run_jobs().await.postponed, 1);
        clock.advance(Duration::from_secs(59));
        assert_eq!(watch.run_jobs().await, store::IdleReport::default());
        clock.advance(Duration::from_secs(1));
        assert_eq!(watch.run_jobs().await.done, 1);
        assert!(clock.now() > cx.now);
    }

    async fn a_dead_runners_job_comes_back_when_its_lease_ends(db: Database) {
        let (dying, living, clock) = (db.open().await, db.open().await, clock());
        let id = organization(&cx(20));
        queue(&dying, id, 1).await;
        let short = KindLimits { lease: Duration::from_millis(600), ..limits() };
        let entered = Arc::new(AtomicUsize::new(0));
        let counting = entered.clone();
        let stuck = Handlers::new().on(LOOK, short, move |_, _| {
            counting.fetch_add(1, Ordering::Relaxed);
            std::future::pending()
        });
        let idle = runner(&dying, stuck, &clock);
        // Dropping the future in the middle is what a dying program does: nobody renews the lease any more.
        let cut = tokio::time::timeout(Duration::from_millis(250), idle.run_until_idle()).await;
        assert!(cut.is_err() && entered.load(Ordering::Relaxed) == 1);
        let runs = Runs::default();
        let running = runner(&living, remembering(&runs), &clock).start();
        until(async || jobs_left(&living).await == 0).await;
        running.stop().await.unwrap();
        assert_eq!(runs.lock().unwrap().values().collect::<Vec<_>>(), [&vec![2]]);
    }

    async fn a_long_job_keeps_its_lease(db: Database) {
        let (one, other, clock) = (db.open().await, db.open().await, clock());
        let id = organization(&cx(20));
        queue(&one, id, 1).await;
        let short = KindLimits { lease: Duration::from_millis(900), ..limits() };
        let runs = Arc::new(AtomicUsize::new(0));
        let slow = |runs: &Arc<AtomicUsize>| {
            let runs = runs.clone();
            Handlers::new().on(LOOK, short, move |_, _| {
                runs.fetch_add(1, Ordering::Relaxed);
                async {
                    work_for(Duration::from_millis(2500)).await;
                    Ok(JobOutcome::Done)
                }
            })
        };
        let running = [runner(&one, slow(&runs), &clock).start(), runner(&other, slow(&runs), &clock).start()];
        until(async || jobs_left(&one).await == 0).await;
        for running in running {
            running.stop().await.unwrap();
        }
        assert_eq!(runs.load(Ordering::Relaxed), 1);
    }

    async fn parallel_work_is_bounded(db: Database) {
        let (store, clock) = (db.open().await, clock());
        let id = organization(&cx(20));
        queue(&store, id, 20).await;
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (at_work, peak) = (now.clone(), most.clone());
        let handlers = Handlers::new().on(LOOK, KindLimits { parallel_max: 3, ..limits() }, move |_, _| {
            let (at_work, peak) = (at_work.clone(), peak.clone());
            async move {
                peak.fetch_max(at_work.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                work_for(Duration::from_millis(20)).await;
                at_work.fetch_sub(1, Ordering::SeqCst);
                Ok(JobOutcome::Done)
            }
        });
        let running = runner(&store, handlers, &clock).start();
        until(async || jobs_left(&store).await == 0).await;
        running.stop().await.unwrap();
        assert_eq!(most.load(Ordering::SeqCst), 3);
    }

    async fn a_few_long_jobs_do_not_keep_the_last_free_place_empty(db: Database) {
        let (store, clock) = (db.open().await, clock());
        queue(&store, organization(&cx(20)), 40).await;
        let (entered, done) = (Arc::new(AtomicUsize::new(0)), watch::Sender::new(0_usize));
        let (entering, ending) = (entered.clone(), done.clone());
        let handlers = Handlers::new().on(LOOK, KindLimits { parallel_max: 16, ..limits() }, move |_, _| {
            let (place, ending, mut others) = (entering.fetch_add(1, Ordering::SeqCst), ending.clone(), ending.subscribe());
            async move {
                if place < 15 {
                    others.wait_for(|done| *done >= 25).await.unwrap();
                }
                ending.send_modify(|done| *done += 1);
                Ok(JobOutcome::Done)
            }
        });
        let running = runner(&store, handlers, &clock).start();
        until(async || jobs_left(&store).await == 0).await;
        running.stop().await.unwrap();
        assert_eq!((entered.load(Ordering::SeqCst), *done.borrow()), (40, 40));
    }
}

#[test]
#[should_panic(expected = "1 jobs of kind demo.look are due and not done")]
fn a_story_that_leaves_a_job_fails() {
    testkit::stories::run(store::Engine::Sqlite, &catalogue(), async |db: Database| {
        let (store, clock) = (db.open().await, clock());
        queue(&store, organization(&cx(20)), 1).await;
        let _watch = JobWatch::new(store.clone(), runner(&store, Handlers::new(), &clock), clock.clone());
    });
}

#[test]
fn on_sqlite_claims_of_a_killed_program_are_free_at_once() {
    testkit::stories::run(store::Engine::Sqlite, &catalogue(), async |db: Database| {
        let (dying, living, clock) = (db.open().await, db.open().await, clock());
        let id = organization(&cx(20));
        queue(&dying, id, 1).await;
        let stuck = Handlers::new().on(LOOK, limits(), |_, _| std::future::pending());
        let idle = runner(&dying, stuck, &clock);
        let cut = tokio::time::timeout(Duration::from_millis(250), idle.run_until_idle()).await;
        assert!(cut.is_err());
        let runs = Runs::default();
        let running = runner(&living, remembering(&runs), &clock).start();
        let within_lease = until(async || jobs_left(&living).await == 0);
        tokio::time::timeout(limits().lease / 4, within_lease).await.expect("long before the lease ends");
        running.stop().await.unwrap();
        assert_eq!(runs.lock().unwrap().values().collect::<Vec<_>>(), [&vec![2]]);
    });
}

#[test]
fn on_sqlite_claims_of_a_living_program_are_kept() {
    testkit::stories::run(store::Engine::Sqlite, &catalogue(), async |db: Database| {
        let (one, other, clock) = (db.open().await, db.open().await, clock());
        let entered = Arc::new(AtomicUsize::new(0));
        let slow = {
            let entered = entered.clone();
            Handlers::new().on(LOOK, limits(), move |_, _| {
                entered.fetch_add(1, Ordering::Relaxed);
                async {
                    work_for(Duration::from_millis(1500)).await;
                    Ok(JobOutcome::Done)
                }
            })
        };
        queue(&one, organization(&cx(20)), 1).await;
        let first = runner(&one, slow.clone(), &clock).start();
        until(async || entered.load(Ordering::Relaxed) == 1).await;
        let second = runner(&other, slow, &clock).start();
        until(async || jobs_left(&one).await == 0).await;
        first.stop().await.unwrap();
        second.stop().await.unwrap();
        assert_eq!(entered.load(Ordering::Relaxed), 1);
    });
}
