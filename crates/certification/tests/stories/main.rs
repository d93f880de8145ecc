//! Stories over the room's face, on SQLite and PostgreSQL.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that cannot go on must fail"
)]

mod applications;
mod desk;
mod host;
mod issue;
mod journal;
mod openssl;
mod renewal;
mod revoke;
mod routes;
mod status;
mod world;
