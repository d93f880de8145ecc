//! User contracts against our fixtures, against the official checks and, when `../shared` is here, against the reference.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod coverage;
mod message;
mod mutants;
mod reference;
mod references;
mod refusals;
mod round;
mod schema;
mod support;
