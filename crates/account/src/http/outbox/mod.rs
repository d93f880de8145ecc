//! The installation's own outbox: what belongs to no organization.

pub(super) mod letters;
pub(super) mod sms;
