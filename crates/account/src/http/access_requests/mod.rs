pub(super) mod approve;
pub(super) mod ask;
pub(super) mod list;
pub(super) mod mine;
pub(super) mod refuse;
pub(super) mod withdraw;
