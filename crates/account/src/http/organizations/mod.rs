pub(super) mod boxes;
pub(super) mod change_address;
pub(super) mod create;
pub(super) mod get;
pub(super) mod get_box;
pub(super) mod list;
pub(super) mod look_up;
