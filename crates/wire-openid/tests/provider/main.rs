//! The provider over HTTP on both engines: every grant, its abuse, and the keys of id_tokens.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that cannot have its world must fail"
)]

mod codes;
mod devices;
mod keys;
mod passwords;
mod programs;
mod refresh;
mod sessions;
mod world;
