//! SQLite in this very process: a connection is used on the thread that asks, so no statement changes threads.

mod connection;
mod readers;

pub(crate) use connection::SqliteConnection;
pub(crate) use readers::{Borrowed, Readers};
