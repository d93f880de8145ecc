//! The vendor's clients at the Diadoc surface: conversations in both wire forms against the whole program.

#[path = "../town/mod.rs"]
mod town;

mod document_types;
mod official;
mod service_documents;
mod sign_in;
mod titles;
mod trade;
mod universal_messages;
mod world;
