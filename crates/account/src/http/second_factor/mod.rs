pub(super) mod devices;
pub(super) mod set_up;
pub(super) mod sign_in;
