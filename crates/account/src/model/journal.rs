//! One try to sign in, as the person reads it later.

use super::{SignInKind, Way};
use kernel::{Moment, SignInId, UserId};
use std::time::Duration;

kernel::typed_id!(
    /// A try to sign in.
    pub struct JournalEntryId
);

/// A try stays in the journal so long: who asks "was it me?" asks within half a year.
pub const JOURNAL_KEPT: Duration = Duration::from_secs(180 * 24 * 60 * 60);

/// Under whom tries are written: the person, or for a login, phone or certificate nobody has, what it hashes to. Both
/// cost the same, so that time does not tell who exists; what stands under a hash is read by nobody and swept alike.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct JournalSubject([u8; 16]);

impl JournalSubject {
    /// A person's.
    #[must_use]
    pub fn person(user_id: UserId) -> Self {
        let mut octets = [0; 16];
        octets.copy_from_slice(user_id.as_bytes());
        Self(octets)
    }

    /// Of a name that nobody has.
    #[must_use]
    pub fn nobody(name: &str) -> Self {
        let mut octets = [0; 16];
        blake3::Hasher::new().update(b"nobody\0").update(name.as_bytes()).finalize_xof().fill(&mut octets);
        Self(octets)
    }

    /// The octets, for a column.
    #[must_use]
    pub const fn octets(&self) -> &[u8; 16] {
        &self.0
    }
}

impl std::fmt::Debug for JournalSubject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JournalSubject(..)")
    }
}

/// What came of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A sign-in was opened.
    Opened(SignInId),
    /// Refused, by the code of the refusal: `account.sign-in.wrong-password`.
    Refused(String),
}

/// A try to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its id.
    pub entry_id: JournalEntryId,
    /// When.
    pub tried_at: Moment,
    /// At which door.
    pub kind: SignInKind,
    /// By what.
    pub way: Way,
    /// From which network address.
    pub address: String,
    /// What the client called itself.
    pub device: String,
    /// What came of it.
    pub outcome: Outcome,
}
