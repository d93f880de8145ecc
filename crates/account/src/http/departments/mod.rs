pub(super) mod archive;
pub(super) mod change;
pub(super) mod create;
pub(super) mod restore;
