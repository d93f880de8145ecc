//! What tests share: a database of their own on both engines, a clock moved by hand, authorities, jobs that must be done.
//!
//! Start with [`on_both_engines!`] and [`Database`].
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot have its world must fail")]

pub mod authority;
mod clock;
mod database;
pub mod postgres;
mod printer;
pub mod stories;
pub mod world;

pub use clock::HandClock;
pub use database::{Database, databases};
pub use printer::PlainPrinter;
