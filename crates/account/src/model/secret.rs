//! Tokens and secrets: shown once, stored as hashes.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Chance;
use std::fmt;

/// Octets of chance in a token.
const OCTETS: usize = 32;
/// A token begins so: scanners of leaked secrets can know it.
const TOKEN_PREFIX: &str = "svt_";
/// A secret of an integrator key begins so.
const SECRET_PREFIX: &str = "svs_";
/// An invitation's token begins so.
const INVITATION_PREFIX: &str = "svi_";
/// A token of a proposal begins so.
const PROPOSAL_PREFIX: &str = "svh_";
/// A token of a remembered device begins so.
const DEVICE_PREFIX: &str = "svd_";
/// A token of a sign-in that waits begins so.
const PENDING_PREFIX: &str = "svp_";
/// A code of a letter's link begins so.
const LINK_PREFIX: &str = "svl_";
/// A token of a shared report begins so.
const REPORT_PREFIX: &str = "svr_";

/// BLAKE3 of a token. 256 bits of chance need no slow hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SecretHash([u8; 32]);

impl SecretHash {
    /// Of a text that a client sent; any text has a hash, a foreign one is found nowhere.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(*blake3::hash(text.as_bytes()).as_bytes())
    }

    /// The octets, for a column.
    #[must_use]
    pub const fn octets(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether stored octets are the same; in the same time for all.
    #[must_use]
    pub fn is(&self, stored: &[u8]) -> bool {
        <[u8; 32]>::try_from(stored).is_ok_and(|stored| blake3::Hash::from(stored) == blake3::Hash::from(self.0))
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash(..)")
    }
}

/// A text of 256 random bits, given out once. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// A bearer token of a sign-in.
pub type Token = Secret;

impl Secret {
    /// A new bearer token.
    #[must_use]
    pub fn token(chance: &Chance) -> Self {
        Self::new(TOKEN_PREFIX, chance)
    }

    /// A new secret of an integrator key.
    #[must_use]
    pub fn integrator(chance: &Chance) -> Self {
        Self::new(SECRET_PREFIX, chance)
    }

    /// A new token of an invitation.
    #[must_use]
    pub fn invitation(chance: &Chance) -> Self {
        Self::new(INVITATION_PREFIX, chance)
    }

    /// A new code of a letter's link.
    #[must_use]
    pub fn link(chance: &Chance) -> Self {
        Self::new(LINK_PREFIX, chance)
    }

    /// A new token of a proposal to a certificate's holder.
    #[must_use]
    pub fn proposal(chance: &Chance) -> Self {
        Self::new(PROPOSAL_PREFIX, chance)
    }

    /// A new token of a remembered device.
    #[must_use]
    pub fn device(chance: &Chance) -> Self {
        Self::new(DEVICE_PREFIX, chance)
    }

    /// A new token of a sign-in that waits for a second factor.
    #[must_use]
    pub fn pending(chance: &Chance) -> Self {
        Self::new(PENDING_PREFIX, chance)
    }

    /// A new token of a shared report.
    #[must_use]
    pub fn report(chance: &Chance) -> Self {
        Self::new(REPORT_PREFIX, chance)
    }

    /// A new client id: public, only hard to guess.
    #[must_use]
    pub fn client_id(chance: &Chance) -> String {
        format!("svc-{}", URL_SAFE_NO_PAD.encode(chance.octets::<15>()))
    }

    fn new(prefix: &str, chance: &Chance) -> Self {
        Self(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(chance.octets::<OCTETS>())))
    }

    /// What is stored of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }

    /// The text itself, for the one answer or letter that shows it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_differ_and_are_not_printed() {
        let chance = Chance::from_seed([5; 32]);
        let (a, b) = (Secret::token(&chance), Secret::token(&chance));
        assert_ne!(a, b);
        assert_eq!(a.reveal().len(), TOKEN_PREFIX.len() + 43);
        assert!(a.hash().is(SecretHash::of(a.reveal()).octets()));
        assert!(!a.hash().is(b.hash().octets()) && !a.hash().is(&[]) && !a.hash().is(&[0; 33]));
        assert_eq!(format!("{a:?} {:?}", a.hash()), "Secret(..) SecretHash(..)");
    }
}
