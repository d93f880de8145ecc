pub(super) mod accept;
pub(super) mod invite;
pub(super) mod list;
pub(super) mod withdraw;
