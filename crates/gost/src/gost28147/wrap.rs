//! A content key under a key that was agreed on.

use super::core::Gost28147;
use super::gamma::{KeyMeshing, cfb_encrypt_from};
use super::imit::{IMIT_BYTES, Imit};
use super::sbox::SBox;
use crate::cipher::{CipherRefusal, KEY_BYTES};
use alloc::vec::Vec;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// User keying material of a wrapped key, in bytes.
pub const UKM_BYTES: usize = 8;
/// Keys that are wrapped, in bytes: content keys and private keys of 256-bit sets, private keys of 512-bit sets.
const WRAPPED_KEY_BYTES: [usize; 2] = [KEY_BYTES, 2 * KEY_BYTES];

/// Wraps a key: the key encrypted block by block, then its code begun from the UKM, [`IMIT_BYTES`] more than the key
/// (RFC 4490 puts the two into `encryptedKey` and `macKey`). Refuses a key of other than 32 or 64 bytes.
/// Source: RFC 4357, section 6.1.
///
/// ```
/// use gost::gost28147::{SBox, unwrap, wrap};
///
/// let wrapped = wrap(&[9; 32], &[1; 32], SBox::Z, &[2; 8])?;
/// assert_eq!(unwrap(&wrapped, &[1; 32], SBox::Z, &[2; 8])?[..], [9; 32]);
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub fn wrap(
    key: &[u8],
    wrapping_key: &[u8; KEY_BYTES],
    sbox: SBox,
    ukm: &[u8; UKM_BYTES],
) -> Result<Vec<u8>, CipherRefusal> {
    check_length(key.len(), key.len())?;
    // Sized at once: a growing vector would leave a piece of the key in freed memory.
    let mut wrapped = Vec::with_capacity(key.len() + IMIT_BYTES);
    wrapped.extend_from_slice(key);
    let cipher = Gost28147::new(wrapping_key, sbox);
    wrapped.as_chunks_mut().0.iter_mut().for_each(|block| cipher.encrypt_block(block));
    wrapped.extend(code(key, wrapping_key, sbox, ukm));
    Ok(wrapped)
}

/// Unwraps what [`wrap`] wrapped. Refuses other lengths and a code that does not fit.
/// Source: RFC 4357, section 6.2.
pub fn unwrap(
    wrapped: &[u8],
    wrapping_key: &[u8; KEY_BYTES],
    sbox: SBox,
    ukm: &[u8; UKM_BYTES],
) -> Result<Zeroizing<Vec<u8>>, CipherRefusal> {
    let (encrypted, tag) = wrapped.split_at(wrapped.len().saturating_sub(IMIT_BYTES));
    check_length(encrypted.len(), wrapped.len())?;
    let mut key = Zeroizing::new(encrypted.to_vec());
    let cipher = Gost28147::new(wrapping_key, sbox);
    key.as_chunks_mut().0.iter_mut().for_each(|block| cipher.decrypt_block(block));
    if bool::from(code(&key, wrapping_key, sbox, ukm).ct_eq(tag)) { Ok(key) } else { Err(CipherRefusal::TagWrong) }
}

fn check_length(key: usize, given: usize) -> Result<(), CipherRefusal> {
    if WRAPPED_KEY_BYTES.contains(&key) {
        Ok(())
    } else {
        Err(CipherRefusal::KeyLength { expected: KEY_BYTES + given.saturating_sub(key), given })
    }
}

/// [`wrap`] under the diversified key: "CryptoPro key wrap", 1.2.643.2.2.13.1, with the same refusal.
/// Source: RFC 4357, section 6.3.
pub fn wrap_diversified(
    key: &[u8],
    wrapping_key: &[u8; KEY_BYTES],
    sbox: SBox,
    ukm: &[u8; UKM_BYTES],
) -> Result<Vec<u8>, CipherRefusal> {
    wrap(key, &diversify(wrapping_key, sbox, ukm), sbox, ukm)
}

/// [`unwrap`] under the diversified key, with the same refusals. Source: RFC 4357, section 6.4.
pub fn unwrap_diversified(
    wrapped: &[u8],
    wrapping_key: &[u8; KEY_BYTES],
    sbox: SBox,
    ukm: &[u8; UKM_BYTES],
) -> Result<Zeroizing<Vec<u8>>, CipherRefusal> {
    unwrap(wrapped, &diversify(wrapping_key, sbox, ukm), sbox, ukm)
}

/// A key made of a key and the UKM. Source: RFC 4357, section 6.5.
#[must_use]
pub fn diversify(key: &[u8; KEY_BYTES], sbox: SBox, ukm: &[u8; UKM_BYTES]) -> Zeroizing<[u8; KEY_BYTES]> {
    let mut key = Zeroizing::new(*key);
    for octet in ukm {
        let mut sums = [0u32; 2];
        for (place, word) in key.as_chunks().0.iter().enumerate() {
            let [unset, set] = &mut sums;
            let sum = if octet >> place & 1 == 1 { set } else { unset };
            *sum = sum.wrapping_add(u32::from_le_bytes(*word));
        }
        let [unset, set] = sums.map(u64::from);
        let under = key.clone();
        cfb_encrypt_from(&under, (sbox, KeyMeshing::None), (unset << 32 | set).to_le_bytes(), &mut key[..]);
    }
    key
}

/// The code of a key, which is never empty.
fn code(key: &[u8], wrapping_key: &[u8; KEY_BYTES], sbox: SBox, ukm: &[u8; UKM_BYTES]) -> [u8; IMIT_BYTES] {
    let mut imit = Imit::from_state(wrapping_key, (sbox, KeyMeshing::None), *ukm);
    imit.update(key);
    imit.close()
}
