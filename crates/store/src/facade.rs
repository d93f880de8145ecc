//! The store itself: open, write, read, close.

use std::path::Path;
use std::sync::Arc;

use futures::future::BoxFuture;
use kernel::{Chance, Cx};
use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres};
use tokio::sync::Semaphore;

use crate::command::Closure;
use crate::content::Blobs;
use crate::engine::{Address, Pools, StoreConfig};
use crate::group::{self, Group};
use crate::limits::CLOSE_TIME_MAX;
use crate::link::Link;
use crate::news::Wake;
use crate::settings::{self, Engine, Use};
use crate::writer::Writer;
use crate::{Catalogue, Fault, Limits, No, Reader, Tx, migrate, postgres};

/// The database and the content beside it. Clones share everything.
#[derive(Clone)]
pub struct Store(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub limits: Limits,
    pub blobs: Blobs,
    pub wake: Wake,
    pub address: Address,
    pools: Pools,
    waiting: Semaphore,
    chance: Chance,
    writer: Writer,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("engine", &self.engine()).finish_non_exhaustive()
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
        let mut first = address.connect().await?;
        migrate::run(&mut first.link(), &catalogue.migrations()?, config.migrate).await?;
        let pools = address.pools(config.limits.connections_max).await?;
        if let Some(folder) = address.folder() {
            sync_folder(folder)?;
        }
        let limits = config.limits;
        let wake = Wake::new();
        // Only pauses are drawn from it: they need to differ between programs, not to be secret.
        let chance = Chance::from_seed(*blake3::hash(&std::process::id().to_le_bytes()).as_bytes());
        let group = Group::new(address.clone(), limits.batch_max.max(1), chance.clone(), wake.clone(), first);
        let writer = Writer::start(group, address.engine(), limits.queue_max.max(1))?;
        Ok(Self(Arc::new(Inner {
            limits,
            blobs: Blobs::open(&config.blobs)?,
            wake,
            address,
            pools,
            waiting: Semaphore::new(limits.queue_max),
            chance,
            writer,
        })))
    }

    /// Which database stands behind.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.0.address.engine()
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
        match &self.0.pools {
            Pools::Sqlite(_) => self.append(cx, arg, work).await,
            Pools::Postgres { writers, .. } => Box::pin(self.write_pooled(writers, cx, arg, work)).await,
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
        self.0.writer.enqueue(Box::new(closure))?;
        reply.await.unwrap_or_else(|_| Err(No::Fault(Fault::Unclear("the writer stopped".to_owned()))))
    }

    async fn write_pooled<A, F, T, R>(&self, writers: &PgPool, cx: &Cx, arg: A, work: F) -> Result<T, No<R>>
    where
        A: Send + Sync + 'static,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
        T: Send + 'static,
        R: Send + 'static,
    {
        let inner = &self.0;
        let _place = inner.waiting.try_acquire().map_err(|_| Fault::Busy("too many writes are waiting"))?;
        let mut closure = Closure::new(cx, arg, work, inner.limits.closure_time_max);
        let mut loan = Loan { connection: postgres::acquire(writers).await?, is_clean: false };
        let mut link = Link::Postgres(&mut loan.connection);
        group::alone(&mut link, &mut closure, &inner.chance, &inner.wake).await?;
        // A statement cut off by the time limit may still be running there.
        loan.is_clean = !closure.is_cut_off();
        drop(loan);
        closure.into_result().unwrap_or(Err(No::Fault(Fault::Closed)))
    }

    /// A connection for reading.
    pub async fn reader(&self) -> Result<Reader, Fault> {
        Ok(Reader(self.0.pools.reader().await?))
    }

    /// Checks the settings of one connection of each kind, as `doctor` does.
    pub async fn check_connection(&self) -> Result<(), Fault> {
        let unsynced = self.0.address.unsynced();
        settings::check(&mut self.0.pools.reader().await?.link()?, Use::Read, unsynced).await?;
        if let Pools::Postgres { writers, .. } = &self.0.pools {
            let mut writer = postgres::acquire(writers).await?;
            settings::check(&mut Link::Postgres(&mut writer), Use::Write, unsynced).await?;
        }
        self.0.address.connect().await?.close().await
    }

    /// Takes no more writes, finishes those that wait, closes the connections.
    pub async fn close(&self) -> Result<(), Fault> {
        let finished = self.0.writer.finish(CLOSE_TIME_MAX).await;
        self.0.pools.close().await;
        finished
    }
}

/// A pooled connection that goes back to its pool only when nothing is left open on it: also a caller who stops
/// waiting in the middle of a transaction leaves no trace.
struct Loan {
    connection: PoolConnection<Postgres>,
    is_clean: bool,
}

impl Drop for Loan {
    fn drop(&mut self) {
        if !self.is_clean {
            self.connection.close_on_drop();
        }
    }
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
