pub(super) mod set;
pub(super) mod sign_in;
