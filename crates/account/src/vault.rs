//! The room's keys, made of the host's secret: one for each purpose, so that none is used for two.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::Chance;
use std::fmt;
use zeroize::Zeroizing;

/// Octets of the nonce that stands before sealed octets.
const NONCE: usize = 24;

/// Keys of the room. Clones share nothing but their octets; none is printed.
#[derive(Clone)]
pub struct Vault {
    challenges: Zeroizing<[u8; 32]>,
    codes: Zeroizing<[u8; 32]>,
    people: Zeroizing<[u8; 32]>,
    seals: Zeroizing<[u8; 32]>,
}

impl Vault {
    /// From the host's stretched secret. Every process of one host makes the same keys.
    #[must_use]
    pub fn new(secret: &[u8; 32]) -> Self {
        let key = |purpose| Zeroizing::new(blake3::derive_key(purpose, secret));
        Self {
            challenges: key("svitok account challenges v1"),
            codes: key("svitok account short codes v1"),
            people: key("svitok account persons of certificates v1"),
            seals: key("svitok account seals v1"),
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

    /// Hash of a short code: the host's secret is needed to try all of them.
    pub(crate) fn code_hash(&self, parts: &[&[u8]]) -> blake3::Hash {
        tag(&self.codes, parts)
    }

    /// Hash by which a person is known again in another certificate.
    pub(crate) fn person_hash(&self, snils: &str) -> blake3::Hash {
        tag(&self.people, &[snils.as_bytes()])
    }
}

impl Vault {
    /// Seals octets for one owner: XChaCha20-Poly1305, the nonce first. Opened for another owner they are refused.
    #[must_use]
    pub fn seal(&self, chance: &Chance, owner: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = chance.octets();
        match self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: owner }) {
            Ok(sealed) => [nonce.as_slice(), sealed.as_slice()].concat(),
            Err(_) => kernel::bug!("a secret is too long to seal"),
        }
    }

    /// Opens what [`Vault::seal`] made; nothing for another host's secret, another owner, changed octets.
    #[must_use]
    pub fn open(&self, owner: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let opened = self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: owner });
        opened.ok().map(Zeroizing::new)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.seals).into())
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
        let sealed = vault.seal(&Chance::from_seed([1; 32]), b"anna", b"secret");
        assert_eq!(vault.open(b"anna", &sealed).unwrap().as_slice(), b"secret");
        assert!(vault.open(b"boris", &sealed).is_none() && vault.open(b"anna", &sealed[..20]).is_none());
        assert!(Vault::new(&[8; 32]).open(b"anna", &sealed).is_none());
        assert_eq!(format!("{vault:?}"), "Vault(..)");
    }
}
