//! The operators' desk.

pub(super) mod check;
pub(super) mod queue;
pub(super) mod roles;
