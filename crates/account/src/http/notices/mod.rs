pub(super) mod list;
pub(super) mod live;
pub(super) mod read;
pub(super) mod read_all;
