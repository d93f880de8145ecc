//! Control ratios: what the authorities compare within a document and between documents of one payer.
//!
//! A second kind of check over the same tree. Ratios are data (`ratios/*.json`, one file a form, or a file of two forms):
//! read [`mod@file`] for what a file holds, [`expression`] for the language of formulas, then [`check()`] and [`check_across`].

mod check;
pub mod expression;
pub mod file;
mod locate;
mod set;

pub use check::{AcrossFinding, check, check_across, check_bytes, check_with};
pub(crate) use file::{RatioText, Source, condition, number, place, rows};
pub use locate::locate;
pub use set::{RatioInfo, Ratios};
