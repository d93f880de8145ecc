//! A key of an integrator's program.

use kernel::{IntegratorKeyId, Moment, UserId};

/// A key: the client id names the program to us and to the vendors' surfaces; its secret is stored as a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntegratorKey {
    /// Its id.
    pub integrator_key_id: IntegratorKeyId,
    /// What the program shows: public.
    pub client_id: String,
    /// What people call it.
    pub name: String,
    /// Who made it.
    pub created_by: UserId,
    /// When.
    pub created_at: Moment,
    /// When it was revoked.
    pub ended_at: Option<Moment>,
}
