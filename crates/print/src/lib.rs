//! Print forms: official documents and statements as PDF/A-2b, by typst as a library.
//!
//! Read [`Typesetter`] first: it is the [`paper::Printer`] that `svitok` hands to the rooms. What a paper says is made
//! into one JSON value ([`paper::Paper`] → `statement`, `utd`, `form`), which a template of `templates/` lays out. A
//! template reads that value and nothing else: it has no files, no network, no clock.

mod form;
mod legible;
mod marks;
mod statement;
mod typesetter;
mod utd;
mod words;
mod world;

pub use typesetter::Typesetter;
