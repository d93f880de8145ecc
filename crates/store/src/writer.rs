//! Where the group's writer runs, and its queue.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use crate::Fault;
use crate::command::Command;
use crate::group::Group;
use crate::settings::Engine;

/// The queue to the writer, and the sign of its end; both gone once the store is closed.
pub(crate) struct Writer(Mutex<Option<Started>>);

struct Started {
    queue: mpsc::Sender<Box<dyn Command>>,
    /// Answered when the queue is finished; dropped unanswered should the writer panic.
    ended: oneshot::Receiver<()>,
}

impl Writer {
    /// Starts the writer; called inside a tokio runtime.
    ///
    /// SQLite has a thread of its own for it: a closure runs there from its first statement to its last without
    /// changing threads, a disk sync keeps nobody else waiting, and the runtime serves its timers. On PostgreSQL a
    /// closure mostly waits for the network, so there a task of the runtime does.
    pub fn start(group: Group, engine: Engine, queue_max: usize) -> Result<Self, Fault> {
        let (queue, waiting) = mpsc::channel(queue_max);
        let (end, ended) = oneshot::channel();
        let serve = async move {
            group.serve(waiting).await;
            // Whoever dropped the store without closing it does not wait.
            let _ = end.send(());
        };
        match engine {
            Engine::Sqlite => {
                let runtime = tokio::runtime::Handle::current();
                let thread = std::thread::Builder::new().name("store-writer".to_owned());
                let started = thread.spawn(move || runtime.block_on(serve));
                started.map(drop).map_err(|error| Fault::Unreachable {
                    doing: "starting the writer's thread".to_owned(),
                    detail: error.to_string(),
                })?;
            }
            Engine::Postgres => spawn(serve),
        }
        Ok(Self(Mutex::new(Some(Started { queue, ended }))))
    }

    /// Puts a closure into the queue, or refuses at once.
    pub fn enqueue(&self, command: Box<dyn Command>) -> Result<(), Fault> {
        let started = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = &started.as_ref().ok_or(Fault::Closed)?.queue;
        queue.try_send(command).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Fault::Busy("too many writes are waiting"),
            mpsc::error::TrySendError::Closed(_) => Fault::Closed,
        })
    }

    /// Takes no more and waits until the queue is finished.
    pub async fn finish(&self, limit: Duration) -> Result<(), Fault> {
        let started = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Started { queue, ended }) = started else { return Ok(()) };
        drop(queue);
        match tokio::time::timeout(limit, ended).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(Fault::Panicked("the writer".to_owned())),
            Err(_) => Err(Fault::TimedOut { what: "finishing the queue", limit_ms: limit.as_millis() }),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "its owner is the store: close() awaits its end, and it ends with its queue"
)]
fn spawn(writer: impl Future<Output = ()> + Send + 'static) {
    drop(tokio::spawn(writer));
}
