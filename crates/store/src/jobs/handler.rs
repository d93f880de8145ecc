//! What a room gives the runner: a handler for each kind of job.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use kernel::{Cx, JobId, OrganizationId};

use crate::Fault;
use crate::jobs::JobTicket;

/// What became of one attempt of a job. A fault instead means: try again after a growing pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobOutcome {
    /// Done; the runner removes the job.
    Done,
    /// Done, and the handler's own transaction removed the job by [`Tx::finish_job`](crate::Tx::finish_job).
    Finished,
    /// Not yet: again after this much business time. Counts as an attempt.
    RetryAfter {
        /// How long, in business time.
        after: Duration,
        /// Why, for whoever looks at the job.
        reason: String,
    },
    /// Never: the job is kept with the reason and shown, nobody runs it until it is put back.
    GiveUp(String),
}

/// What a handler receives besides the payload.
#[derive(Debug, Clone)]
pub struct JobCx {
    /// The caller is the job; the moment is the clock's at the beginning of this attempt.
    pub cx: Cx,
    /// Proof of the claim, for [`Tx::finish_job`](crate::Tx::finish_job).
    pub ticket: JobTicket,
}

impl JobCx {
    /// Whose data the job touches, as the transaction that wrote it said.
    #[must_use]
    pub const fn organization_id(&self) -> OrganizationId {
        self.ticket.organization_id
    }

    /// Which job: the same in every attempt, so it serves as the key of an idempotent effect.
    #[must_use]
    pub const fn job_id(&self) -> JobId {
        self.ticket.job_id
    }

    /// Which attempt, from 1.
    #[must_use]
    pub const fn attempt(&self) -> i64 {
        self.ticket.attempt
    }
}

/// The limits of one kind of job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindLimits {
    /// Jobs of this kind at work at once in one program.
    pub parallel_max: u32,
    /// Attempts before the job is given up; an attempt cut off by a dying program counts too.
    pub attempts_max: i64,
    /// How long a claim holds without a sign of life; renewed at a third of it.
    pub lease: Duration,
    /// How long one attempt may take.
    pub run_time_max: Duration,
    /// Pause after the first fault; doubles each time, with jitter.
    pub pause_first: Duration,
    /// The longest pause.
    pub pause_max: Duration,
}

impl Default for KindLimits {
    /// 4 at once; 12 attempts, over about 9 hours; a lease of 60 s; 5 min an attempt; pauses from 8 s to 2 h.
    fn default() -> Self {
        Self {
            parallel_max: 4,
            attempts_max: 12,
            lease: Duration::from_secs(60),
            run_time_max: Duration::from_secs(5 * 60),
            pause_first: Duration::from_secs(8),
            pause_max: Duration::from_secs(2 * 60 * 60),
        }
    }
}

pub(super) type Handle = Arc<dyn Fn(JobCx, Vec<u8>) -> BoxFuture<'static, Result<JobOutcome, Fault>> + Send + Sync>;

#[derive(Clone)]
pub(super) struct Kind {
    pub name: &'static str,
    pub limits: KindLimits,
    pub handle: Handle,
}

/// The handlers of all rooms, by the kind of job.
#[derive(Clone, Default)]
pub struct Handlers(pub(super) BTreeMap<&'static str, Kind>);

impl std::fmt::Debug for Handlers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

impl Handlers {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with a handler for one kind of job; a second handler for a kind is a bug.
    ///
    /// A handler may run twice for one job (the program died after the effect, before the answer), so its effect is
    /// idempotent: keyed by the job's id, or in one transaction with `tx.finish_job(&cx.ticket)`.
    #[must_use]
    pub fn on<H, F>(mut self, kind: &'static str, limits: KindLimits, handler: H) -> Self
    where
        H: Fn(JobCx, Vec<u8>) -> F + Send + Sync + 'static,
        F: Future<Output = Result<JobOutcome, Fault>> + Send + 'static,
    {
        let handle: Handle = Arc::new(move |cx, payload| Box::pin(handler(cx, payload)));
        if self.0.insert(kind, Kind { name: kind, limits, handle }).is_some() {
            kernel::bug!("two handlers for jobs of kind {kind}");
        }
        self
    }

    /// The kinds that have a handler.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.keys().copied()
    }
}
