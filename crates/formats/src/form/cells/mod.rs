//! Cells that follow from others: named in files of their own, computed in the language of the control ratios, by exact decimals.
//!
//! Read [`mod@file`] first (what a file holds), then [`Filling`] (a document whose cells are kept computed while it is filled in).

pub mod file;
mod filling;
mod rule;
mod set;

pub use filling::{Computed, Filling};
pub use rule::{CellRule, CellRules};
pub use set::Cells;
