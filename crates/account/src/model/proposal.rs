//! What is proposed to who holds a certificate and has no account.

use kernel::{Moment, UserId};
use pki::Certificate;
use std::fmt;

/// A proposal as stored, without its token.
#[derive(Clone)]
pub struct Proposal {
    /// The certificate whose key was proven.
    pub certificate: Certificate,
    /// Word of its kind: `qualified`, `unqualified`, `test`.
    pub kind: String,
    /// Until when it may be accepted.
    pub expires_at: Moment,
    /// The user that was made when it was accepted.
    pub user_id: Option<UserId>,
}

impl fmt::Debug for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proposal").field("kind", &self.kind).finish_non_exhaustive()
    }
}
