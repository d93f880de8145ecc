//! A box's copy of a message.

use kernel::{BoxId, Moment, OrganizationId};

use super::ids::MessageId;
use super::side::Side;

/// What the two copies of a message say beside their entities; each box has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageCopy {
    /// The message; the same in both copies.
    pub id: MessageId,
    /// Whose copy.
    pub box_id: BoxId,
    /// Which side this box is.
    pub side: Side,
    /// Organization of the other box: where the operator delivers to. Not shown.
    pub counteragent_organization_id: OrganizationId,
    /// The other box.
    pub counteragent_box_id: BoxId,
    /// When the sender posted it.
    pub posted_at: Moment,
    /// Without legal force: one of the two organizations is a test one.
    pub is_test: bool,
}
