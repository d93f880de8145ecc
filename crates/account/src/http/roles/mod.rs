pub(super) mod change;
pub(super) mod create;
pub(super) mod give;
pub(super) mod list;
pub(super) mod remove;
