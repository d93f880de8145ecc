pub(super) mod ask_confirmation;
pub(super) mod change;
