//! The store's stories, each on SQLite and on a real PostgreSQL.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story fails by panicking"
)]

mod content;
mod demo;
mod durability;
mod jobs;
mod opening;
mod writing;
