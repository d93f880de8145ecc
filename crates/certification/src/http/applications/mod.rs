//! Applications, as their holder sees and fills them.

pub(super) mod create;
pub(super) mod get;
pub(super) mod issue;
pub(super) mod item;
pub(super) mod list;
pub(super) mod renewal;
pub(super) mod rules;
pub(super) mod statement;
pub(super) mod step;
pub(super) mod view;
