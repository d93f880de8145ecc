//! Stories of the simulator, told over HTTP on both engines: an operator sends, the authorities answer.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod bad_input;
mod faults;
mod replay;
mod reports;
mod schema;
mod scripts;
mod test_data;
mod world;
