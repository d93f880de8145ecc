//! The vendor's clients at the Diadoc surface: conversations in both wire forms against the whole program.

#[path = "../town/mod.rs"]
mod town;

mod conversation;
mod scene;
mod sign_in;
mod table;
mod transcript;
mod wire;
mod world;
