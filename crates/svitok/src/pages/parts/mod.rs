//! What pages are put together from.

pub mod entry;
mod layout;
pub mod verdict;
mod words;

pub use layout::{bare_problem, leading, problem, scripted, shown};
pub use words::{attachment, escaped, moment};
