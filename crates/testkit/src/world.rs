//! No story ends with work undone: jobs left over are run, and any that remain or failed fail the story.

use store::{Fault, IdleReport, Runner, Store};

/// Watches the jobs of one story. When dropped it runs what is due and fails the story if a job was given up, or is
/// due and has no handler.
///
/// Needs a runtime of several threads, as [`crate::stories::run`] gives.
#[derive(Debug)]
pub struct JobWatch {
    store: Store,
    runner: Runner,
    clock: crate::HandClock,
    failures_expected: usize,
}

impl JobWatch {
    /// Watches the jobs of a store, run by `runner`, whose clock is `clock`.
    #[must_use]
    pub const fn new(store: Store, runner: Runner, clock: crate::HandClock) -> Self {
        Self { store, runner, clock, failures_expected: 0 }
    }

    /// The story means this many jobs to be given up.
    pub const fn expect_given_up(&mut self, jobs: usize) {
        self.failures_expected = jobs;
    }

    /// Runs due jobs until none is left.
    ///
    /// # Panics
    /// Where the store fails.
    pub async fn run_jobs(&self) -> IdleReport {
        self.runner.run_until_idle().await.expect("running the story's jobs")
    }

    /// What is wrong with the jobs now that none is at work: a line for each trouble.
    pub async fn troubles(&self) -> Result<Vec<String>, Fault> {
        let mut troubles = Vec::new();
        let now = kernel::Clock::now(&self.clock);
        let mut given_up = 0;
        for count in self.store.count_jobs().await? {
            if count.is_given_up {
                given_up += usize::try_from(count.count).unwrap_or(usize::MAX);
            } else if count.due_first <= now {
                troubles.push(format!("{} jobs of kind {} are due and not done", count.count, count.kind));
            }
        }
        if given_up != self.failures_expected {
            troubles.push(format!("{given_up} jobs were given up, the story means {}", self.failures_expected));
            for job in self.store.list_given_up_jobs(&kernel::PageRequest::default()).await?.items {
                troubles.push(format!("given up: {} after {} attempts: {}", job.kind, job.attempts, job.reason));
            }
        }
        Ok(troubles)
    }
}

impl Drop for JobWatch {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let runtime = tokio::runtime::Handle::current();
        let troubles = tokio::task::block_in_place(|| {
            runtime.block_on(async {
                self.runner.run_until_idle().await?;
                self.troubles().await
            })
        });
        match troubles {
            Ok(troubles) => assert!(troubles.is_empty(), "work left undone:\n{}", troubles.join("\n")),
            Err(fault) => panic!("running leftover jobs: {fault}"),
        }
    }
}
