//! The report table.

pub(super) mod mark;
pub(super) mod show;
