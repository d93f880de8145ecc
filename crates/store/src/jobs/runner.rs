//! The runner: claims due jobs of each kind and runs them, a bounded number at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use kernel::{Caller, Chance, Clock, Cx};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, MissedTickBehavior};

use crate::group::{ANY_KIND, Woken};
use crate::jobs::JobTicket;
use crate::jobs::claim::{Claimed, Pauses};
use crate::jobs::handler::{Handlers, Kind};
use crate::jobs::presence::Presence;
use crate::jobs::run::{self, Ended};
use crate::{Fault, Store};

/// How often every kind is looked at without being woken: other programs write jobs too, and moments pass.
const POLL_EVERY: Duration = Duration::from_millis(500);
/// A kind that is busy claims anew when this part of its places is free, so that one transaction takes many: a claim for
/// each place that gets free would be as many commits as jobs.
const CLAIM_PART: u32 = 4;
/// How long fewer free places than that wait: jobs that take long must not keep them empty.
const CLAIM_WAIT_MAX: Duration = Duration::from_millis(10);
/// How long stopping waits for jobs at work; what is cut off runs again when its lease ends.
const STOP_TIME_MAX: Duration = Duration::from_secs(30);
/// Attempts that one [`Runner::run_until_idle`] makes: more means that jobs breed jobs without end.
const IDLE_ATTEMPTS_MAX: usize = 10_000;

/// Runs jobs: by [`Runner::start`] until stopped, or by [`Runner::run_until_idle`] until none is due.
#[derive(Debug, Clone)]
pub struct Runner {
    store: Store,
    handlers: Arc<Handlers>,
    clock: Arc<dyn Clock>,
    chance: Chance,
}

/// What [`Runner::run_until_idle`] did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IdleReport {
    /// Jobs done.
    pub done: usize,
    /// Attempts after which the job waits again.
    pub postponed: usize,
    /// Jobs given up.
    pub given_up: Vec<GaveUp>,
}

/// A job that was given up while running until idle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GaveUp {
    /// Which job, and which attempt was the last.
    pub ticket: JobTicket,
    /// Its kind.
    pub kind: &'static str,
    /// Why.
    pub reason: String,
}

/// A started runner; dropping it stops nothing, [`Running::stop`] does.
#[derive(Debug)]
pub struct Running {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Running {
    /// Claims no more jobs and waits for those at work, at most 30 s.
    pub async fn stop(self) -> Result<(), Fault> {
        self.stop.send_replace(true);
        crate::group::finish(self.task, STOP_TIME_MAX * 2).await
    }
}

impl Runner {
    /// A runner of these handlers; business time comes from `clock`.
    #[must_use]
    pub fn new(store: Store, handlers: Handlers, clock: Arc<dyn Clock>, chance: Chance) -> Self {
        Self { store, handlers: Arc::new(handlers), clock, chance }
    }

    /// Runs in the background of this tokio runtime until stopped.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "its owner is Running, whose stop() awaits it")]
    pub fn start(self) -> Running {
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(self.serve(stopped));
        Running { stop, task }
    }

    /// Runs due jobs one after another, in an order that depends only on the table and the handlers, until none is
    /// due. Pauses after faults are not waited for; moments of business time are.
    pub async fn run_until_idle(&self) -> Result<IdleReport, Fault> {
        let mut report = IdleReport::default();
        let mut attempts = 0;
        loop {
            let before = attempts;
            for kind in self.handlers.0.values() {
                for job in self.claim(kind, 1, Pauses::Skip).await? {
                    attempts += 1;
                    let cx = self.cx_of(&job);
                    match run::attempt(&self.store, kind, cx, job).await {
                        Ended::Done => report.done += 1,
                        Ended::Postponed => report.postponed += 1,
                        Ended::GivenUp(job) => report.given_up.push(job),
                        Ended::Lost => return Err(Fault::LeaseLost(format!("of kind {}", kind.name))),
                    }
                }
            }
            if attempts == before {
                return Ok(report);
            }
            if attempts > IDLE_ATTEMPTS_MAX {
                return Err(Fault::Busy("jobs breed jobs without end"));
            }
        }
    }

    async fn serve(self, mut stopped: watch::Receiver<bool>) {
        // Held until this ends, however it ends.
        let _presence = match Presence::announce(&self.store, &self.cx_of_runner()).await {
            Ok(presence) => presence,
            Err(fault) => {
                tracing::warn!(%fault, "claims of killed programs are not released; they end with their leases");
                None
            }
        };
        // Subscribed before the first look: a job written meanwhile wakes the next one.
        let mut wake = self.store.0.wake.jobs();
        let (mut at_work, mut due) = (AtWork::default(), Due::default());
        let mut poll = tokio::time::interval(POLL_EVERY);
        poll.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while !*stopped.borrow_and_update() {
            due.hear(&wake.borrow_and_update(), self.handlers.kinds());
            let waits = self.claim_round(&mut at_work, &mut due).await.unwrap_or_else(|fault| {
                tracing::warn!(%fault, "jobs are not claimed");
                false
            });
            tokio::select! {
                _ = stopped.changed() => {}
                _ = wake.changed() => {}
                Some(ended) = at_work.tasks.join_next_with_id() => at_work.forget(ended),
                () = tokio::time::sleep(CLAIM_WAIT_MAX), if waits => {}
                _ = poll.tick() => due.kinds.extend(self.handlers.kinds()),
            }
            while let Some(ended) = at_work.tasks.try_join_next_with_id() {
                at_work.forget(ended);
            }
        }
        let rest = async { while at_work.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(STOP_TIME_MAX, rest).await.is_err() {
            tracing::warn!("jobs are cut off while stopping; they run again when their leases end");
        }
    }

    /// One look at every kind that may have something due and has room. Tells whether a kind waits for more room.
    async fn claim_round(&self, at_work: &mut AtWork, due: &mut Due) -> Result<bool, Fault> {
        let mut waits = false;
        for kind in self.handlers.0.values() {
            if !due.kinds.contains(kind.name) {
                continue;
            }
            let room = kind.limits.parallel_max.saturating_sub(at_work.count(kind.name));
            if room == 0 {
                continue;
            }
            if room < kind.limits.parallel_max / CLAIM_PART && due.is_claimed_lately(kind.name) {
                waits = true;
                continue;
            }
            due.claimed.insert(kind.name, Instant::now());
            let claimed = self.claim(kind, room, Pauses::Keep).await?;
            if claimed.len() < usize::try_from(room).unwrap_or(usize::MAX) {
                due.kinds.remove(kind.name);
            }
            for job in claimed {
                let (runner, kind, cx) = (self.clone(), kind.clone(), self.cx_of(&job));
                let name = kind.name;
                let task = at_work.tasks.spawn(async move {
                    run::attempt(&runner.store, &kind, cx, job).await;
                });
                at_work.kinds.insert(task.id(), name);
            }
        }
        Ok(waits)
    }

    async fn claim(&self, kind: &Kind, jobs_max: u32, pauses: Pauses) -> Result<Vec<Claimed>, Fault> {
        let cx = self.cx_of_runner();
        self.store.claim_jobs(&cx, (kind.name, &kind.limits), jobs_max, pauses).await
    }

    fn cx_of_runner(&self) -> Cx {
        Cx::new(Caller::System, self.clock.now(), self.chance.clone())
    }

    fn cx_of(&self, job: &Claimed) -> Cx {
        Cx::new(Caller::Job { job_id: job.ticket.job_id }, self.clock.now(), self.chance.clone())
    }
}

/// Kinds of which jobs may be due: looked at anew until a look leaves none behind.
#[derive(Default)]
struct Due {
    kinds: BTreeSet<&'static str>,
    heard: Woken,
    /// When each kind was claimed last.
    claimed: BTreeMap<&'static str, Instant>,
}

impl Due {
    fn is_claimed_lately(&self, kind: &str) -> bool {
        self.claimed.get(kind).is_some_and(|at| at.elapsed() < CLAIM_WAIT_MAX)
    }

    /// Takes note of the kinds that were queued since the last time.
    fn hear(&mut self, woken: &Woken, all: impl Iterator<Item = &'static str>) {
        let is_new = |kind: &&'static str| woken.get(kind) != self.heard.get(kind);
        let is_any = is_new(&ANY_KIND);
        self.kinds.extend(all.filter(|kind| is_any || is_new(kind)));
        self.heard.clone_from(woken);
    }
}

/// The jobs a started runner has in hand.
#[derive(Default)]
struct AtWork {
    tasks: JoinSet<()>,
    kinds: BTreeMap<tokio::task::Id, &'static str>,
}

impl AtWork {
    fn count(&self, kind: &str) -> u32 {
        u32::try_from(self.kinds.values().filter(|name| **name == kind).count()).unwrap_or(u32::MAX)
    }

    fn forget(&mut self, ended: Result<(tokio::task::Id, ()), tokio::task::JoinError>) {
        let id = ended.map_or_else(|error| error.id(), |(id, ())| id);
        self.kinds.remove(&id);
    }
}
