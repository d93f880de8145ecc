//! The vendor's clients at the Diadoc surface: conversations in both wire forms against the whole program.

#[path = "../town/mod.rs"]
mod town;

mod letters;
mod shapes;
mod sign_in;
mod trade;
mod world;
