//! Stories of payment orders over the crate's face.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should stop")]

mod client_bank;
mod direct_bank;
mod dues;
mod order;
mod support;
