//! Counting, and looking at what was counted.

mod count_outgoing;
mod read;

pub use count_outgoing::{Outgoing, count_outgoing};
pub use read::{list_counts, read_meter};
