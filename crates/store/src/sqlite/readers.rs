//! The connections that only read: a bounded number, opened when needed, used on the thread that asks.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::limits::{ACQUIRE_TIME_MAX, CLOSE_TIME_MAX, READ_IN_PLACE_TIME_MAX, STATEMENT_TIME_MAX};
use crate::link::Link;
use crate::settings::{self, Use};
use crate::sql::{Binds, Sql};
use crate::sqlite::SqliteConnection;
use crate::{Fault, Row};

/// The connections that only read.
#[derive(Debug)]
pub(crate) struct Readers {
    path: PathBuf,
    unsynced: bool,
    places: Arc<Semaphore>,
    places_max: u32,
    idle: Mutex<Vec<SqliteConnection>>,
    is_closed: AtomicBool,
}

impl Readers {
    pub fn new(path: PathBuf, unsynced: bool, places_max: u32) -> Arc<Self> {
        let places = usize::try_from(places_max).unwrap_or(Semaphore::MAX_PERMITS);
        Arc::new(Self {
            path,
            unsynced,
            places: Arc::new(Semaphore::new(places)),
            places_max,
            idle: Mutex::default(),
            is_closed: AtomicBool::new(false),
        })
    }

    /// A connection as soon as one of the bounded number is free.
    pub async fn borrow(self: &Arc<Self>) -> Result<Borrowed, Fault> {
        if self.is_closed.load(Ordering::Acquire) {
            return Err(Fault::Closed);
        }
        let place = match self.places.clone().try_acquire_owned() {
            Ok(place) => place,
            Err(_) => match tokio::time::timeout(ACQUIRE_TIME_MAX, self.places.clone().acquire_owned()).await {
                Ok(place) => place.map_err(|_| Fault::Closed)?,
                Err(_) => return Err(Fault::Busy("no free database connection within the time limit")),
            },
        };
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.open().await?,
        };
        Ok(Borrowed(Some(Held { connection: Some(connection), home: self.clone(), _place: place })))
    }

    async fn open(&self) -> Result<SqliteConnection, Fault> {
        let mut connection = SqliteConnection::open(&self.path)?;
        let mut link = Link::Sqlite(&mut connection);
        settings::apply(&mut link, Use::Read, self.unsynced).await?;
        settings::check(&mut link, Use::Read, self.unsynced).await?;
        Ok(connection)
    }

    /// Gives out no more, waits for those in use, closes all.
    pub async fn close(&self) {
        self.is_closed.store(true, Ordering::Release);
        // One that is still in use after that is closed when it is given back.
        drop(tokio::time::timeout(CLOSE_TIME_MAX, self.places.acquire_many(self.places_max)).await);
        self.places.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A borrowed connection; it goes back when dropped.
#[derive(Debug)]
pub(crate) struct Borrowed(Option<Held>);

#[derive(Debug)]
struct Held {
    connection: Option<SqliteConnection>,
    home: Arc<Readers>,
    _place: OwnedSemaphorePermit,
}

impl Drop for Held {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let mut idle = self.home.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // Asked under the lock: closing empties the list under it after the sign is set.
        if !self.home.is_closed.load(Ordering::Acquire) {
            idle.push(connection);
        }
    }
}

impl Held {
    fn fetch(
        &mut self,
        (sql, binds): (&Sql, &Binds),
        rows_max: usize,
        limit: std::time::Duration,
    ) -> Result<Vec<Row>, Fault> {
        let connection = self.connection.as_mut().ok_or(Fault::Closed)?;
        connection.stop_after(limit);
        let rows = connection.fetch(sql, binds, rows_max);
        connection.never_stop();
        rows
    }
}

impl Borrowed {
    pub fn connection(&mut self) -> Result<&mut SqliteConnection, Fault> {
        self.0.as_mut().and_then(|held| held.connection.as_mut()).ok_or(Fault::Closed)
    }

    /// Reads on the thread that asks, as most reads take microseconds. One that is not done within
    /// [`READ_IN_PLACE_TIME_MAX`] is stopped there and begun anew on a thread that may block, where it has
    /// [`STATEMENT_TIME_MAX`]: so no read keeps other requests of this thread waiting for longer.
    pub async fn fetch(&mut self, sql: &Sql, binds: Binds, rows_max: usize) -> Result<Vec<Row>, Fault> {
        let held = self.0.as_mut().ok_or(Fault::Closed)?;
        match held.fetch((sql, &binds), rows_max, READ_IN_PLACE_TIME_MAX) {
            Err(Fault::TimedOut { .. }) => self.fetch_elsewhere(sql, binds, rows_max).await,
            answer => answer,
        }
    }

    async fn fetch_elsewhere(&mut self, sql: &Sql, binds: Binds, rows_max: usize) -> Result<Vec<Row>, Fault> {
        let (sql, mut held) = (*sql, self.0.take().ok_or(Fault::Closed)?);
        // Whoever stops waiting leaves the connection there; it goes home when the read is done.
        let read = tokio::task::spawn_blocking(move || {
            let rows = held.fetch((&sql, &binds), rows_max, STATEMENT_TIME_MAX);
            (held, rows)
        });
        let (held, rows) = read.await.map_err(|error| Fault::Panicked(format!("a read: {error}")))?;
        self.0 = Some(held);
        rows
    }
}
