//! Hostile clients against the whole program: each is bounded in a named time and in named bytes, and meanwhile an
//! ordinary client of the same surface is answered as always.
//!
//! [`world`] has the surfaces, one [`world::Row`] each: a new surface is a new row. [`raw`] speaks octets.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "../support/mod.rs"]
mod support;

mod bystander;
mod memory;
mod raw;
mod reading;
mod sending;
mod world;
