//! The edge, its bounds, the writes that happen once, the server.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that cannot have its world must fail"
)]

mod bounds;
mod edge;
mod once;
mod server;
mod world;
