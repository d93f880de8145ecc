pub(super) mod ask;
pub(super) mod ask_phone;
pub(super) mod confirm;
