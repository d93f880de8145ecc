//! An invitation of a person by e-mail.

use super::{AccountRefusal, Permissions};
use kernel::{Moment, UserId};
use std::time::Duration;

kernel::typed_id!(
    /// An invitation to become a member.
    pub struct InvitationId
);

/// A letter is read within days; later a new one is sent.
pub const INVITATION_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// An invitation as stored, without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub invitation_id: InvitationId,
    /// Folded address it was sent to.
    pub address: String,
    /// What the new member may do.
    pub permissions: Permissions,
    /// Who invited.
    pub invited_by: UserId,
    /// When.
    pub created_at: Moment,
    /// Until when it may be accepted.
    pub expires_at: Moment,
    /// When it was accepted or withdrawn.
    pub ended_at: Option<Moment>,
}

impl Invitation {
    /// Refuses an ended or expired one.
    pub fn check_open(&self, now: Moment) -> Result<(), AccountRefusal> {
        if self.ended_at.is_none() && now < self.expires_at { Ok(()) } else { Err(AccountRefusal::InvitationOver) }
    }
}
