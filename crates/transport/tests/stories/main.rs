//! Stories of containers, sealed contents and signed XML, told with other people's tools as judges.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod archives;
mod containers;
mod rosstat;
mod sealing;
mod support;
