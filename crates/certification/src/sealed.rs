//! Private keys at rest: XChaCha20-Poly1305 under the host's secret.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::Chance;
use zeroize::Zeroizing;

/// Octets of the sealing key.
pub const SEALER_KEY_BYTES: usize = 32;
/// Octets of the nonce that stands before the sealed octets.
const NONCE_BYTES: usize = 24;
/// First octet of a sealed key: the way it is sealed.
const SEAL_VERSION: u8 = 1;

/// The host's secret gave another key than the one the octets were sealed with, or they were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sealed key does not open: another secret, or the octets were changed")]
pub struct Unsealable;

/// Seals and opens private keys. `svitok` stretches `SVITOK_SECRET` with argon2id and hands the 32 octets over.
#[derive(Clone)]
pub struct Sealer {
    key: Zeroizing<[u8; SEALER_KEY_BYTES]>,
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer")
    }
}

impl Sealer {
    /// From 32 octets of stretched secret.
    pub fn new(key: [u8; SEALER_KEY_BYTES]) -> Self {
        Self { key: Zeroizing::new(key) }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }

    /// Seals the octets for one purpose and owner (`bound_to`): opened elsewhere they are refused.
    pub fn seal(&self, chance: &Chance, bound_to: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_BYTES] = chance.octets();
        match self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound_to }) {
            Ok(sealed) => [&[SEAL_VERSION], nonce.as_slice(), sealed.as_slice()].concat(),
            Err(_) => kernel::bug!("a private key is too long to seal"),
        }
    }

    /// Opens what [`Sealer::seal`] made. Refuses another secret, another owner, changed octets.
    pub fn open(&self, bound_to: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        let body = sealed.strip_prefix(&[SEAL_VERSION]).ok_or(Unsealable)?;
        let (nonce, sealed) = body.split_first_chunk::<NONCE_BYTES>().ok_or(Unsealable)?;
        self.cipher()
            .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound_to })
            .map(Zeroizing::new)
            .map_err(|_| Unsealable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_only_with_the_same_secret_owner_and_octets() {
        let chance = Chance::from_seed([1; 32]);
        let sealer = Sealer::new([7; SEALER_KEY_BYTES]);
        let sealed = sealer.seal(&chance, b"root", b"private");
        assert_eq!(sealer.open(b"root", &sealed).unwrap().as_slice(), b"private");
        assert_ne!(sealed, sealer.seal(&chance, b"root", b"private"), "a nonce is never used twice");
        assert_eq!(Sealer::new([8; SEALER_KEY_BYTES]).open(b"root", &sealed), Err(Unsealable));
        assert_eq!(sealer.open(b"issuing", &sealed), Err(Unsealable));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(sealer.open(b"root", &changed), Err(Unsealable), "octet {at}");
            assert_eq!(sealer.open(b"root", &sealed[..at]), Err(Unsealable), "cut at {at}");
        }
        assert_eq!(format!("{sealer:?}"), "Sealer");
    }
}
