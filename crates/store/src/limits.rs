//! Every limit of the store, with its unit and reason.

use std::time::Duration;

/// Closures in one commit. Measured: beyond 256 the gain of a shared sync is below 5 % and the tail grows.
pub const BATCH_MAX: usize = 256;
/// A batch stops taking closures after this long, so that the first of them is not kept waiting by the last.
pub const BATCH_TIME_MAX: Duration = Duration::from_millis(250);
/// Closures waiting for the writer; at 20,000 writes a second that is 0.2 s of work. Beyond: [`crate::Fault::Busy`].
pub const QUEUE_MAX: usize = 4_096;
/// One closure awaits only SQL: 5 s is a thousand times its usual time, and all other writers wait behind it.
pub const CLOSURE_TIME_MAX: Duration = Duration::from_secs(5);
/// One statement on PostgreSQL and one read on SQLite, a little under the closure's limit, so that the engine ends it first.
pub const STATEMENT_TIME_MAX: Duration = Duration::from_millis(4_500);
/// Waiting for a row lock on PostgreSQL: under the statement's limit, so that the cause is named.
pub const LOCK_TIME_MAX: Duration = Duration::from_millis(4_000);
/// A transaction on PostgreSQL that asks nothing for this long has lost its program: the server ends it and frees its locks.
/// Whole minutes, as the server shows it.
pub const IDLE_TRANSACTION_MINUTES_MAX: u64 = 1;
/// A read on SQLite runs on the thread that asks for no longer than this, then anew on a thread that may block: other
/// requests of that thread wait no longer. Most reads take a hundredth of it.
pub const READ_IN_PLACE_TIME_MAX: Duration = Duration::from_millis(10);
/// Steps of SQLite's machine between two looks at the clock: some 10 µs of work, a look costs 0.03 µs.
pub const STEPS_BETWEEN_LOOKS: i32 = 500;
/// Prepared statements that each connection keeps: more than all rooms have today, so that none is prepared twice.
pub const STATEMENTS_KEPT_MAX: usize = 1_024;
/// Pages SQLite keeps in memory for the writing connection, KiB: the hot indexes of a small host fit.
pub const SQLITE_CACHE_KIB: u64 = 16 * 1024;
/// The same for each that reads. It forgets them after every commit of the writer, and a large list takes long to empty
/// (measured: 2.5 % of a delivery with 16 MiB); the pages are in the system's memory all the same.
pub const SQLITE_READER_CACHE_KIB: u64 = 2 * 1024;
/// Pages in the log of SQLite before they are put in their places, with a sync of the log and one of the file: 64 MiB.
/// A page that changed many times meanwhile is written once; reading so much log after a crash takes tens of ms.
pub const SQLITE_LOG_PAGES_MAX: u64 = 16_384;
/// Size in bytes that the log file of SQLite is cut to after a large batch.
pub const SQLITE_LOG_BYTES_KEPT: u64 = 64 * 1024 * 1024;
/// How long SQLite waits for another process that holds the write lock.
pub const FILE_LOCK_TIME_MAX: Duration = Duration::from_secs(5);
/// Runs of one closure after the engine asked to repeat; with the pauses below about 1.3 s in all.
pub const RETRIES_MAX: u32 = 8;
/// First pause before a repeated run; doubles each time, with jitter.
pub const RETRY_PAUSE_FIRST: Duration = Duration::from_millis(5);
/// Waiting for a free connection of a pool.
pub const ACQUIRE_TIME_MAX: Duration = Duration::from_secs(5);
/// Reading connections on SQLite: reading is CPU work there, more than cores gain nothing.
pub const SQLITE_READERS_MAX: u32 = 8;
/// Connections that read of one program on PostgreSQL; with as many that write and the group's one, four such programs
/// fit in its default of 100.
pub const POSTGRES_READERS_MAX: u32 = 12;
/// Connections that write of one program on PostgreSQL; measured: beyond 16 nothing is gained on two cores.
pub const POSTGRES_WRITERS_MAX: u32 = 12;
/// Rows of one answer; larger sets are read by pages.
pub const ROWS_MAX: usize = 10_000;
/// Bytes of one job's payload: it names things, it does not carry them.
pub const PAYLOAD_BYTES_MAX: usize = 64 * 1024;
/// Content up to this stays in the room's own table (measured: 20 KB inline costs 18 % against 2 KB).
pub const INLINE_BYTES_MAX: usize = 64 * 1024;
/// One piece of content; it is held in memory while hashed and written.
pub const CONTENT_BYTES_MAX: usize = 128 * 1024 * 1024;
/// A piece of content without a row is an orphan after this long: a prepared write lands within minutes.
pub const ORPHAN_AGE_MIN: Duration = Duration::from_secs(24 * 60 * 60);
/// Pieces of content looked at by one sweep.
pub const SWEEP_MAX: usize = 100_000;
/// Rows removed by one step of a sweep, so that it never holds the writer long.
pub const SWEPT_ROWS_MAX: i64 = 500;
/// Steps of one sweep of rows: what is left waits for the next.
pub const SWEEP_STEPS_MAX: usize = 200;
/// Waiting for the queue to be finished when the store closes.
pub const CLOSE_TIME_MAX: Duration = Duration::from_secs(30);

/// The limits that an installation or a test may set otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Closures in one commit, see [`BATCH_MAX`].
    pub batch_max: usize,
    /// Closures waiting for the writer, see [`QUEUE_MAX`].
    pub queue_max: usize,
    /// One closure, see [`CLOSURE_TIME_MAX`].
    pub closure_time_max: Duration,
    /// Connections of each pool; 0 takes the engine's own number, see [`SQLITE_READERS_MAX`],
    /// [`POSTGRES_READERS_MAX`] and [`POSTGRES_WRITERS_MAX`].
    pub connections_max: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { batch_max: BATCH_MAX, queue_max: QUEUE_MAX, closure_time_max: CLOSURE_TIME_MAX, connections_max: 0 }
    }
}
