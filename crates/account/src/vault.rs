//! The room's keys, made of the host's secret: one for each purpose, so that none is used for two.

use kernel::Chance;
use std::fmt;
use zeroize::Zeroizing;

/// Keys of the room. Clones share nothing but their octets; none is printed.
#[derive(Clone)]
pub struct Vault {
    challenges: Zeroizing<[u8; 32]>,
    people: Zeroizing<[u8; 32]>,
}

impl Vault {
    /// From the host's stretched secret. Every process of one host makes the same keys.
    #[must_use]
    pub fn new(secret: &[u8; 32]) -> Self {
        let key = |purpose| Zeroizing::new(blake3::derive_key(purpose, secret));
        Self {
            challenges: key("svitok account challenges v1"),
            people: key("svitok account persons of certificates v1"),
        }
    }

    /// Keys that no other program has, gone when it ends: for stories, and for programs that serve nobody.
    #[must_use]
    pub fn of_chance(chance: &Chance) -> Self {
        Self::new(&chance.octets())
    }

    /// Tag of a challenge.
    pub(crate) fn challenge_tag(&self, parts: &[&[u8]]) -> blake3::Hash {
        tag(&self.challenges, parts)
    }

    /// Hash by which a person is known again in another certificate.
    pub(crate) fn person_hash(&self, snils: &str) -> blake3::Hash {
        tag(&self.people, &[snils.as_bytes()])
    }
}

/// Each part after its length, so that no two lists of parts are alike.
fn tag(key: &[u8; 32], parts: &[&[u8]]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new_keyed(key);
    for part in parts {
        hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes()).update(part);
    }
    hasher.finalize()
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_key_and_parts_do_not_run_together() {
        let vault = Vault::new(&[7; 32]);
        assert_ne!(vault.challenge_tag(&[b"a"]), vault.person_hash("a"));
        assert_ne!(vault.challenge_tag(&[b"ab", b"c"]), vault.challenge_tag(&[b"a", b"bc"]));
        assert_eq!(vault.challenge_tag(&[b"a"]), Vault::new(&[7; 32]).challenge_tag(&[b"a"]));
        assert_ne!(vault.challenge_tag(&[b"a"]), Vault::new(&[8; 32]).challenge_tag(&[b"a"]));
        assert_eq!(format!("{vault:?}"), "Vault(..)");
    }
}
