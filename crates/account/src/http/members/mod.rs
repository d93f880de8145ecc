pub(super) mod add;
pub(super) mod change;
pub(super) mod colleagues;
pub(super) mod list;
pub(super) mod remove;
