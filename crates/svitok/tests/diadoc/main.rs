//! The vendor's clients at the Diadoc surface: conversations in both wire forms against the whole program.

#[path = "../town/mod.rs"]
mod town;

mod conversation;
mod document_types;
mod feeds;
mod host;
mod letters;
mod official;
mod repeats;
mod scene;
mod service_documents;
mod shapes;
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
