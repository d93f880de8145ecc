//! A passkey: a public key whose private half a person's device keeps.

use kernel::{Moment, UserId};
use std::fmt;

kernel::typed_id!(
    /// A passkey.
    pub struct PasskeyId
);

/// A passkey as stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its id here.
    pub passkey_id: PasskeyId,
    /// Whose.
    pub user_id: UserId,
    /// By what the authenticator finds it.
    pub credential_id: Vec<u8>,
    /// What the person calls it.
    pub name: String,
    /// As COSE writes it.
    pub public_key: Vec<u8>,
    /// How often it has signed; zero for authenticators that do not count.
    pub sign_count: u32,
    /// Since when.
    pub created_at: Moment,
    /// When it signed in last.
    pub last_used_at: Option<Moment>,
}

impl fmt::Debug for Passkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passkey").field("passkey_id", &self.passkey_id).finish_non_exhaustive()
    }
}
