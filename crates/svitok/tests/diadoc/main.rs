//! The vendor's clients at the Diadoc surface: conversations in both wire forms against the whole program.

#[path = "../town/mod.rs"]
mod town;

mod conversation;
mod feeds;
mod letters;
mod repeats;
mod scene;
mod shapes;
mod sign_in;
mod table;
mod trade;
mod transcript;
mod wire;
mod world;
