//! The operators' desk.

pub(super) mod certificate;
pub(super) mod check;
mod people;
pub(super) mod queue;
pub(super) mod roles;
