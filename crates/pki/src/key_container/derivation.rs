//! The key of a container from its password, for keys of GOST R 34.10-2012.
//!
//! ```text
//! P    every byte of the password followed by three zero bytes
//! h    H(salt ‖ P); H is Streebog-256 throughout
//! c    64 bytes: the constant below, then zeros; 2 000 times (2 for an empty password): H((c ⊕ 36…) ‖ h ‖ (c ⊕ 5c…) ‖ h), then zeros
//! key  H(H((c ⊕ 36…)[..32] ‖ salt ‖ (c ⊕ 5c…)[..32] ‖ P))
//! ```

use crate::asn1::Result;
use crate::ciphers::Key;
use crate::refusal::PkiRefusal;
use gost::hash::Streebog256;
use sha2::Digest as _;
use zeroize::Zeroizing;

/// The first value of the chain.
const SEED: &[u8; 32] = b"DENEFH028.760246785.IUEFHWUIO.EF";
/// Rounds with a password.
const ROUNDS: usize = 2_000;
/// Rounds without one.
const ROUNDS_EMPTY: usize = 2;
/// Characters of a password that the format has room for.
const CHARACTERS_MAX: usize = 256;
const BLOCK_BYTES: usize = 64;
const DIGEST_BYTES: usize = 32;

pub(super) fn check_length(password: &str) -> Result<()> {
    if password.len() > CHARACTERS_MAX { Err(PkiRefusal::Password("too long")) } else { Ok(()) }
}

pub(super) fn container_key(password: &str, salt: &[u8]) -> Key {
    let spread: Zeroizing<Vec<u8>> = Zeroizing::new(password.bytes().flat_map(|byte| [byte, 0, 0, 0]).collect());
    let start = digest(&[salt, &spread]);
    let mut link = Zeroizing::new([0_u8; BLOCK_BYTES]);
    link.iter_mut().zip(SEED).for_each(|(place, octet)| *place = *octet);
    let rounds = if password.is_empty() { ROUNDS_EMPTY } else { ROUNDS };
    for _ in 0..rounds {
        let next = digest(&[
            masked(&link, 0x36).as_slice(),
            start.as_slice(),
            masked(&link, 0x5c).as_slice(),
            start.as_slice(),
        ]);
        let padded = next.iter().copied().chain(core::iter::repeat(0));
        link.iter_mut().zip(padded).for_each(|(place, octet)| *place = octet);
    }
    let (inner, outer) = (masked(&link, 0x36), masked(&link, 0x5c));
    let half =
        |block: &[u8; BLOCK_BYTES]| Zeroizing::new(block.first_chunk::<DIGEST_BYTES>().copied().unwrap_or_default());
    let last = digest(&[half(&inner).as_slice(), salt, half(&outer).as_slice(), &spread]);
    digest(&[last.as_slice()])
}

fn masked(block: &[u8; BLOCK_BYTES], mask: u8) -> Zeroizing<[u8; BLOCK_BYTES]> {
    Zeroizing::new(block.map(|octet| octet ^ mask))
}

fn digest(parts: &[&[u8]]) -> Key {
    let mut hash = Streebog256::default();
    parts.iter().for_each(|part| hash.update(part));
    Zeroizing::new(hash.finalize().into())
}
