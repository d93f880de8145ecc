//! The vendor's clients at the Diadoc surface: conversations in both wire forms against the whole program.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "../town/mod.rs"]
mod town;

mod conversation;
mod counteragents;
mod document_types;
mod feeds;
mod host;
mod letters;
mod limits;
mod official;
mod repeats;
mod scene;
mod service_documents;
mod shapes;
mod shelf;
mod sign_in;
mod signers;
mod table;
mod titles;
mod trade;
mod traders;
mod transcript;
mod universal_messages;
mod wire;
mod world;
