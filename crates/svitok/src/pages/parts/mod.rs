//! What pages are put together from.

pub mod entry;
pub mod file;
mod layout;
pub mod state;
pub mod timeline;
pub mod verdict;
mod words;

pub use layout::{bare_problem, problem, scripted, shown};
pub use words::{attachment, escaped, function_words, moment, money, of_kopecks, shell_quoted};
