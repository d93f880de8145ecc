#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod certificates;
mod chance;
mod containers;
mod envelopes;
mod exports;
mod folders;
mod keys;
mod limits;
mod message;
mod names;
mod refusal;
mod requests;
mod signing;
mod state;
mod streams;
mod tables;
mod verifying;
mod views;

pub use exports::*;
pub use refusal::SignerRefusal;
