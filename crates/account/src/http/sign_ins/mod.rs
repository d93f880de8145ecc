pub(super) mod end;
pub(super) mod end_all;
pub(super) mod end_current;
pub(super) mod list;
pub(super) mod open;
