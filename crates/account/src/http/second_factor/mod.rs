pub(super) mod devices;
pub(super) mod phone;
pub(super) mod set_up;
pub(super) mod sign_in;
pub(super) mod ways;
