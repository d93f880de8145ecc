pub(super) mod ask;
pub(super) mod confirm;
