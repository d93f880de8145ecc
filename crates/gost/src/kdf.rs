//! Keys made of a key: one, or as many as are wanted.

use crate::hash::HmacStreebog256;
use core::fmt;
use zeroize::Zeroizing;

/// Octets of one key that comes out.
const KEY_BYTES: usize = 32;
/// The longest counter of [`kdf_tree_256`], in bytes. Source: RFC 7836, section 4.5, where it is `R`.
pub const COUNTER_BYTES_MAX: usize = 4;

/// A key of 32 bytes made of a key, a label that says what it is for, and a seed: KDF_GOSTR3411_2012_256.
/// Source: RFC 7836, section 4.4; R 50.1.113-2016, clause 4.4.
///
/// ```
/// let key = gost::kdf::kdf_256(&[7; 32], b"what the key is for", b"seed");
/// assert_ne!(key, gost::kdf::kdf_256(&[7; 32], b"another use", b"seed"));
/// ```
#[must_use]
pub fn kdf_256(key: &[u8], label: &[u8], seed: &[u8]) -> Zeroizing<[u8; KEY_BYTES]> {
    branch(key, &[&[1], label, &[0], seed, &[1, 0]])
}

/// Fills `keys` with as many octets as it holds, made of a key, a label and a seed: KDF_TREE_GOSTR3411_2012_256. Octets
/// of another length in all are other octets.
///
/// `counter_bytes` (`R` of the source) is 1 in messages and TLS. Refuses a counter of no or more than
/// [`COUNTER_BYTES_MAX`] bytes, nothing to fill, and more than the counter can count (8160 bytes with one byte).
/// Source: RFC 7836, section 4.5; R 50.1.113-2016, clause 4.5.
///
/// ```
/// let mut keys = [0; 64];
/// gost::kdf::kdf_tree_256(&[7; 32], b"kdf tree", b"the seed", 1, &mut keys)?;
/// assert_ne!(keys[..32], keys[32..]);
/// # Ok::<(), gost::kdf::KdfRefusal>(())
/// ```
pub fn kdf_tree_256(
    key: &[u8],
    label: &[u8],
    seed: &[u8],
    counter_bytes: usize,
    keys: &mut [u8],
) -> Result<(), KdfRefusal> {
    let unused =
        COUNTER_BYTES_MAX.checked_sub(counter_bytes).ok_or(KdfRefusal::CounterLength { given: counter_bytes })?;
    if counter_bytes == 0 {
        return Err(KdfRefusal::CounterLength { given: counter_bytes });
    }
    let refusal = KdfRefusal::Length { given: keys.len() };
    let branches = u32::try_from(keys.len().div_ceil(KEY_BYTES)).map_err(|_| refusal)?;
    if branches == 0 || branches > u32::MAX >> (8 * unused) {
        return Err(refusal);
    }
    let bits = (keys.len() as u128 * 8).to_be_bytes();
    let bits = bits.get(bits.iter().take_while(|octet| **octet == 0).count()..).unwrap_or_default();
    for (part, number) in keys.chunks_mut(KEY_BYTES).zip(1u32..) {
        let number = number.to_be_bytes();
        let number = number.get(unused..).unwrap_or_default();
        let octets = branch(key, &[number, label, &[0], seed, bits]);
        for (place, octet) in part.iter_mut().zip(octets.iter()) {
            *place = *octet;
        }
    }
    Ok(())
}

fn branch(key: &[u8], message: &[&[u8]]) -> Zeroizing<[u8; KEY_BYTES]> {
    let mut hmac = HmacStreebog256::new(key);
    message.iter().for_each(|part| hmac.update(part));
    Zeroizing::new(hmac.finish())
}

/// Why no keys were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KdfRefusal {
    /// The counter has no bytes, or more than [`COUNTER_BYTES_MAX`].
    CounterLength {
        /// What was given, in bytes.
        given: usize,
    },
    /// No octets are wanted, or more than the counter can count.
    Length {
        /// What was asked for, in bytes.
        given: usize,
    },
}

impl KdfRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CounterLength { .. } => "gost.kdf.counter-length",
            Self::Length { .. } => "gost.kdf.length",
        }
    }
}

impl fmt::Display for KdfRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CounterLength { given } => {
                write!(f, "counter of {given} bytes where 1 to {COUNTER_BYTES_MAX} are possible")
            }
            Self::Length { given } => write!(f, "{given} bytes are none or more than the counter can count"),
        }
    }
}

impl core::error::Error for KdfRefusal {}

#[cfg(test)]
mod tests {
    use super::{KdfRefusal, kdf_256, kdf_tree_256};
    use std::vec;
    use std::vec::Vec;

    const LABEL: [u8; 4] = [0x26, 0xbd, 0xb8, 0x78];
    const SEED: [u8; 8] = [0xaf, 0x21, 0x43, 0x41, 0x45, 0x65, 0x63, 0x78];

    fn key() -> Vec<u8> {
        (0..32).collect()
    }

    fn tree(counter_bytes: usize, length: usize) -> Result<Vec<u8>, KdfRefusal> {
        let mut keys = vec![0; length];
        kdf_tree_256(&key(), &LABEL, &SEED, counter_bytes, &mut keys).map(|()| keys)
    }

    /// RFC 7836, appendix B (R 50.1.113-2016, examples A.11 and A.12).
    #[test]
    fn published_keys() {
        let single = "a1aa5f7de402d7b3d323f2991c8d4534013137010a83754fd0af6d7cd4922ed9";
        assert_eq!(hex::encode(kdf_256(&key(), &LABEL, &SEED)), single);
        let pair = "22b6837845c6bef65ea71672b265831086d3c76aebe6dae91cad51d83f79d16b\
                    074c9330599d7f8d712fca54392f4ddde93751206b3584c8f43f9e6dc51531f9";
        assert_eq!(hex::encode(tree(1, 64).unwrap()), pair);
        // One key of 256 bits is the length field of the single one.
        assert_eq!(hex::encode(tree(1, 32).unwrap()), single);
    }

    #[test]
    fn counter_and_length_are_part_of_the_keys() {
        assert_ne!(tree(2, 64), tree(1, 64));
        assert_ne!(tree(1, 64).unwrap()[..33], tree(1, 33).unwrap());
        assert_eq!(tree(1, 33).unwrap().len(), 33);
        assert_eq!(tree(1, 255 * 32).unwrap().len(), 8160);
        assert_eq!(tree(2, 255 * 32 + 1).unwrap().len(), 8161);
    }

    #[test]
    fn refused_counters_and_lengths() {
        for given in [0, 5, usize::MAX] {
            assert_eq!(tree(given, 32), Err(KdfRefusal::CounterLength { given }));
        }
        for (counter_bytes, given) in [(1, 0), (4, 0), (1, 255 * 32 + 1)] {
            assert_eq!(tree(counter_bytes, given), Err(KdfRefusal::Length { given }));
        }
    }
}
