pub(super) mod ask_reset;
pub(super) mod change;
pub(super) mod reset;
