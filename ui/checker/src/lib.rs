#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod exports;
mod state;

pub use exports::*;
