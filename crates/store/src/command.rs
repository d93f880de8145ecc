//! A closure waiting to be written, whatever its types.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use kernel::Cx;
use tokio::sync::oneshot;

use crate::{Fault, No, Tx};

/// What became of one run of a closure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Its work stays.
    Keep,
    /// A rule refused it or a machine failed: its work goes.
    Undo,
    /// The engine asks to run it again.
    Again,
}

/// A closure waiting to be written: it can be run many times and is answered once.
pub(crate) trait Command: Send {
    /// Runs the closure within its time limit, catching its panic; remembers the result.
    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>) -> BoxFuture<'a, Verdict>;
    /// Answers with the result of the last run.
    fn answer(self: Box<Self>);
    /// Answers with a fault.
    fn fail(self: Box<Self>, fault: Fault);
    /// The last run was ended for want of time: another would be too.
    fn is_out_of_time(&self) -> bool;
    /// Nobody waits for it any more.
    fn is_abandoned(&self) -> bool;
}

/// A closure with its arguments and the one who waits for it.
pub(crate) struct Closure<A, F, T, R> {
    pub cx: Cx,
    pub arg: Arc<A>,
    pub work: Arc<F>,
    pub time_max: Duration,
    result: Option<Result<T, No<R>>>,
    reply: Option<oneshot::Sender<Result<T, No<R>>>>,
}

impl<A, F, T, R> Closure<A, F, T, R> {
    pub fn new(cx: &Cx, arg: A, work: F, time_max: Duration) -> Self {
        Self { cx: cx.clone(), arg: Arc::new(arg), work: Arc::new(work), time_max, result: None, reply: None }
    }

    /// The end on which the answer will come.
    pub fn expect_reply(&mut self) -> oneshot::Receiver<Result<T, No<R>>> {
        let (sender, receiver) = oneshot::channel();
        self.reply = Some(sender);
        receiver
    }

    /// The result of the last run, where there is nobody to reply to.
    pub fn into_result(self) -> Option<Result<T, No<R>>> {
        self.result
    }

    /// Whether a statement may still be running on the connection: the last run was ended from outside.
    pub const fn is_cut_off(&self) -> bool {
        matches!(&self.result, Some(Err(No::Fault(Fault::TimedOut { .. } | Fault::Panicked(_)))))
    }

    fn reply(&mut self, result: Result<T, No<R>>) {
        if let Some(reply) = self.reply.take() {
            // Whoever stopped waiting does not need the answer; the work itself is committed or undone all the same.
            drop(reply.send(result));
        }
    }
}

impl<A, F, T, R> Command for Closure<A, F, T, R>
where
    A: Send + Sync + 'static,
    F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
    T: Send + 'static,
    R: Send + 'static,
{
    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>) -> BoxFuture<'a, Verdict> {
        Box::pin(async move {
            tx.stop_after(self.time_max);
            let run = AssertUnwindSafe(async { (self.work)(tx, &self.cx, &self.arg).await }).catch_unwind();
            let result = match tokio::time::timeout(self.time_max, run).await {
                Ok(Ok(result)) => result,
                Ok(Err(panic)) => Err(No::Fault(Fault::Panicked(panic_text(panic.as_ref())))),
                Err(_) => Err(No::Fault(Fault::TimedOut { what: "a write", limit_ms: self.time_max.as_millis() })),
            };
            tx.never_stop();
            let result = match (result, tx.fault()) {
                (Ok(_), Some(fault)) => Err(No::Fault(fault)),
                (result, _) => result,
            };
            let verdict = match &result {
                Ok(_) => Verdict::Keep,
                Err(No::Fault(fault)) if fault.asks_retry() => Verdict::Again,
                Err(_) => Verdict::Undo,
            };
            self.result = Some(result);
            verdict
        })
    }

    fn answer(mut self: Box<Self>) {
        let result = self.result.take().unwrap_or(Err(No::Fault(Fault::Closed)));
        self.reply(result);
    }

    fn fail(mut self: Box<Self>, fault: Fault) {
        self.reply(Err(No::Fault(fault)));
    }

    fn is_out_of_time(&self) -> bool {
        matches!(&self.result, Some(Err(No::Fault(Fault::TimedOut { .. }))))
    }

    fn is_abandoned(&self) -> bool {
        self.reply.as_ref().is_some_and(oneshot::Sender::is_closed)
    }
}

/// The text of a panic; texts of our own invariants carry no values.
pub(crate) fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a text".to_owned())
}
