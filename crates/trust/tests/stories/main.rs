//! Stories over the face of trust: reports on files, lists in the store.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a story that cannot go on must fail")]

mod accredited;
mod cast;
mod crafted;
mod lists;
mod report;
mod routes;
mod vectors;
