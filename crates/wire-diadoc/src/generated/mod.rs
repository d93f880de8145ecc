//! Written by `cargo xtask codegen`: types of the messages, their descriptor, the table of methods.

#[expect(missing_docs, clippy::all, clippy::pedantic, reason = "generated: names and shapes are the vendor's contract")]
#[rustfmt::skip]
pub mod proto;

#[rustfmt::skip]
pub mod methods;

/// The descriptor of every message that a built method reaches.
pub static DESCRIPTOR: &[u8] = include_bytes!("descriptor.bin");
