//! Official documents as data: definitions, one engine that reads, checks and writes them, typed models on top.
//!
//! Read [`definition`] first (what a format is), then [`check`] and [`fn@read`], then [`utd`] and [`service`].

mod beside;
pub mod carry;
pub mod definition;
pub mod difference;
mod engine;
mod file_name;
mod finding;
pub mod form;
mod id;
pub mod import;
pub mod limits;
mod place;
pub mod ratios;
mod read;
mod refusal;
mod registry;
mod relation;
pub mod service;
pub mod standing;
mod stream;
mod tree;
pub mod utd;

pub use engine::check::Extent;
pub use engine::text::Encoding;
pub use file_name::{FileName, TransferFlags};
pub use finding::{Finding, Findings, Layer, Severity, Sides};
pub use id::FormatId;
pub use read::{Head, check, check_as, check_named, detect, read, read_checked, read_tree, write, write_checked};
pub use refusal::FormatRefusal;
pub use registry::{PackRefusal, Registry};
pub use stream::PartedCheck;
pub use tree::{Document, Element, Node};
