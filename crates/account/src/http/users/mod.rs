pub(super) mod me;
pub(super) mod register;
