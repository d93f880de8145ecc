//! The store itself: open, write, read, close.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use futures::future::BoxFuture;
use kernel::{Chance, Cx};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyPool};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinHandle;

use crate::command::{Closure, Command};
use crate::content::Blobs;
use crate::engine::{Address, StoreConfig};
use crate::group::{self, Group, Wake};
use crate::limits::{CLOSE_TIME_MAX, POSTGRES_READERS_MAX, POSTGRES_WRITERS_MAX, SQLITE_READERS_MAX};
use crate::settings::{self, Engine, Use};
use crate::{Catalogue, Fault, Limits, No, Reader, Tx, migrate};

/// The database and the content beside it. Clones share everything.
#[derive(Clone)]
pub struct Store(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub engine: Engine,
    pub limits: Limits,
    pub blobs: Blobs,
    pub wake: Wake,
    pub address: Address,
    pub readers: AnyPool,
    /// On PostgreSQL only; SQLite has one writer.
    writers: Option<AnyPool>,
    waiting: Semaphore,
    chance: Chance,
    writer: Mutex<Writer>,
}

/// The queue to the writer task, and the task; both gone once the store is closed.
#[derive(Default)]
struct Writer {
    queue: Option<mpsc::Sender<Box<dyn Command>>>,
    task: Option<JoinHandle<()>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("engine", &self.0.engine).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the database and the content folder: connects, applies migrations, checks settings, starts the writer.
    ///
    /// Refuses a database newer than this program, a migration whose text changed, and a server whose settings lose
    /// acknowledged writes. Must be called inside a tokio runtime, which then runs the writer.
    pub async fn open(config: &StoreConfig, catalogue: &Catalogue) -> Result<Self, Fault> {
        let address = Address::of(config)?;
        if let Some(folder) = address.folder() {
            make_folder(folder)?;
        }
        make_folder(&config.blobs)?;
        let engine = address.engine;
        let mut first = address.connect().await?;
        migrate::run(&mut first, engine, &catalogue.migrations()?, config.migrate).await?;
        let (readers, writers) = open_pools(&address, config.limits.connections_max).await?;
        if let Some(folder) = address.folder() {
            sync_folder(folder)?;
        }
        let limits = config.limits;
        let (wake, _) = watch::channel(0);
        // Only pauses are drawn from it: they need to differ between programs, not to be secret.
        let chance = Chance::from_seed(*blake3::hash(&std::process::id().to_le_bytes()).as_bytes());
        let (queue, waiting) = mpsc::channel(limits.queue_max.max(1));
        let group = Group::new(address.clone(), limits.batch_max.max(1), chance.clone(), wake.clone(), first);
        let task = spawn_writer(group.serve(waiting));
        Ok(Self(Arc::new(Inner {
            engine,
            limits,
            blobs: Blobs::open(&config.blobs)?,
            wake,
            address,
            readers,
            writers,
            waiting: Semaphore::new(limits.queue_max),
            chance,
            writer: Mutex::new(Writer { queue: Some(queue), task: Some(task) }),
        })))
    }

    /// Which database stands behind.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Runs `work` in a transaction and answers once it is durable.
    ///
    /// `work` awaits nothing but SQL and may be run again, so it takes what it needs by reference. A refusal or a fault
    /// undoes only its own work. On SQLite it shares a disk sync with others (see [`Store::append`]); on PostgreSQL it
    /// has a transaction of its own, run again after a serialization failure or a deadlock.
    ///
    /// ```text
    /// store.write(&cx, new_message, |tx, cx, new| Box::pin(ops::post::run(tx, cx, new))).await
    /// ```
    pub async fn write<A, F, T, R>(&self, cx: &Cx, arg: A, work: F) -> Result<T, No<R>>
    where
        A: Send + Sync + 'static,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
        T: Send + 'static,
        R: Send + 'static,
    {
        match self.0.engine {
            Engine::Sqlite => self.append(cx, arg, work).await,
            Engine::Postgres => Box::pin(self.write_pooled(cx, arg, work)).await,
        }
    }

    /// The same as [`Store::write`], always through group commit: up to a batch of closures share one disk sync.
    ///
    /// For short closures that mostly add rows (messages, receipts, events). On PostgreSQL the rows they lock stay
    /// locked until the whole batch is committed.
    pub async fn append<A, F, T, R>(&self, cx: &Cx, arg: A, work: F) -> Result<T, No<R>>
    where
        A: Send + Sync + 'static,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
        T: Send + 'static,
        R: Send + 'static,
    {
        let mut closure = Closure::new(cx, arg, work, self.0.limits.closure_time_max);
        let reply = closure.expect_reply();
        self.enqueue(Box::new(closure))?;
        reply.await.unwrap_or_else(|_| Err(No::Fault(Fault::Unclear("the writer stopped".to_owned()))))
    }

    fn enqueue(&self, command: Box<dyn Command>) -> Result<(), Fault> {
        let writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = writer.queue.as_ref().ok_or(Fault::Closed)?;
        queue.try_send(command).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Fault::Busy("too many writes are waiting"),
            mpsc::error::TrySendError::Closed(_) => Fault::Closed,
        })
    }

    async fn write_pooled<A, F, T, R>(&self, cx: &Cx, arg: A, work: F) -> Result<T, No<R>>
    where
        A: Send + Sync + 'static,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
        T: Send + 'static,
        R: Send + 'static,
    {
        let inner = &self.0;
        let _place = inner.waiting.try_acquire().map_err(|_| Fault::Busy("too many writes are waiting"))?;
        let mut closure = Closure::new(cx, arg, work, inner.limits.closure_time_max);
        let mut loan =
            Loan { connection: acquire(inner.writers.as_ref().unwrap_or(&inner.readers)).await?, is_clean: false };
        group::alone(&mut loan.connection, inner.engine, &mut closure, &inner.chance, &inner.wake).await?;
        // A statement cut off by the time limit may still be running there.
        loan.is_clean = !closure.is_cut_off();
        drop(loan);
        closure.into_result().unwrap_or(Err(No::Fault(Fault::Closed)))
    }

    /// A connection for reading.
    pub async fn reader(&self) -> Result<Reader, Fault> {
        Ok(Reader::new(acquire(&self.0.readers).await?))
    }

    /// Checks the settings of one connection of each kind, as `doctor` does.
    pub async fn check_connection(&self) -> Result<(), Fault> {
        let (engine, unsynced) = (self.0.engine, self.0.address.unsynced());
        settings::check(&mut *acquire(&self.0.readers).await?, engine, Use::Read, unsynced).await?;
        if let Some(writers) = &self.0.writers {
            settings::check(&mut *acquire(writers).await?, engine, Use::Write, unsynced).await?;
        }
        drop(self.0.address.connect().await?);
        Ok(())
    }

    /// Takes no more writes, finishes those that wait, closes the connections.
    pub async fn close(&self) -> Result<(), Fault> {
        let Writer { queue, task } = std::mem::take(&mut *self.0.writer.lock().unwrap_or_else(PoisonError::into_inner));
        drop(queue);
        let finished = match task {
            Some(task) => group::finish(task, CLOSE_TIME_MAX).await,
            None => Ok(()),
        };
        self.0.readers.close().await;
        if let Some(writers) = &self.0.writers {
            writers.close().await;
        }
        finished
    }
}

async fn open_pools(address: &Address, connections_max: u32) -> Result<(AnyPool, Option<AnyPool>), Fault> {
    let or_own = |own: u32| if connections_max == 0 { own } else { connections_max };
    Ok(match address.engine {
        Engine::Sqlite => (address.pool(Use::Read, or_own(SQLITE_READERS_MAX)).await?, None),
        Engine::Postgres => {
            let readers = address.pool(Use::Read, or_own(POSTGRES_READERS_MAX)).await?;
            (readers, Some(address.pool(Use::Write, or_own(POSTGRES_WRITERS_MAX)).await?))
        }
    })
}

pub(crate) async fn acquire(pool: &AnyPool) -> Result<PoolConnection<Any>, Fault> {
    pool.acquire().await.map_err(|error| Fault::from_sqlx("waiting for a connection", &error))
}

/// A pooled connection that goes back to its pool only when nothing is left open on it: also a caller who stops
/// waiting in the middle of a transaction leaves no trace.
struct Loan {
    connection: PoolConnection<Any>,
    is_clean: bool,
}

impl Drop for Loan {
    fn drop(&mut self) {
        if !self.is_clean {
            self.connection.close_on_drop();
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "its owner is the store: close() awaits it, and it ends with its queue")]
fn spawn_writer(writer: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
    tokio::spawn(writer)
}

fn make_folder(folder: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(folder).map_err(|error| Fault::Unreachable {
        doing: format!("making {}", folder.display()),
        detail: error.to_string(),
    })
}

/// Makes the names of new files in the folder durable.
fn sync_folder(folder: &Path) -> Result<(), Fault> {
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| Fault::Unreachable {
        doing: format!("syncing {}", folder.display()),
        detail: error.to_string(),
    })
}
