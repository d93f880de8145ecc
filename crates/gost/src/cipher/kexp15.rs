//! A key under two other keys.

use super::block::{BlockCipher, KEY_BYTES};
use super::ctr::Ctr;
use super::omac::omac;
use super::refusals::CipherRefusal;
use alloc::vec::Vec;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// The longest key that is exported, in bytes: a private key of a 512-bit set.
pub const EXPORTED_KEY_BYTES_MAX: usize = 64;

/// Exports a key (KExp15): the key and its code, encrypted; a block longer than the key.
///
/// `iv` is half a block. With one pair of keys every exported key needs its own. Refuses other vectors, an empty key
/// and one longer than [`EXPORTED_KEY_BYTES_MAX`]. Source: R 1323565.1.017-2018, clause 5; RFC 9189, section 8.2.1.
///
/// ```
/// use gost::cipher::{Kuznyechik, kexp15, kimp15};
///
/// let exported = kexp15::<Kuznyechik>(&[9; 32], &[1; 32], &[2; 32], &[3; 8])?;
/// assert_eq!(kimp15::<Kuznyechik>(&exported, &[1; 32], &[2; 32], &[3; 8])?[..], [9; 32]);
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub fn kexp15<C: BlockCipher>(
    key: &[u8],
    mac_key: &[u8; KEY_BYTES],
    cipher_key: &[u8; KEY_BYTES],
    iv: &[u8],
) -> Result<Vec<u8>, CipherRefusal> {
    if key.is_empty() || key.len() > EXPORTED_KEY_BYTES_MAX {
        return Err(CipherRefusal::KeyLength { expected: EXPORTED_KEY_BYTES_MAX, given: key.len() });
    }
    let mut ctr = Ctr::<C>::new(cipher_key, iv)?;
    // Sized at once: a growing vector would leave a piece of the key in freed memory.
    let mut exported = Vec::with_capacity(key.len() + C::BLOCK_BYTES);
    exported.extend_from_slice(key);
    exported.extend_from_slice(omac::<C>(mac_key, &[iv, key]).as_ref());
    ctr.apply(&mut exported)?;
    Ok(exported)
}

/// Imports a key that [`kexp15`] exported; the key is wiped when dropped.
/// Refuses a length that no exported key has, a wrong initialization vector and a code that does not fit.
pub fn kimp15<C: BlockCipher>(
    exported: &[u8],
    mac_key: &[u8; KEY_BYTES],
    cipher_key: &[u8; KEY_BYTES],
    iv: &[u8],
) -> Result<Zeroizing<Vec<u8>>, CipherRefusal> {
    let longest = EXPORTED_KEY_BYTES_MAX + C::BLOCK_BYTES;
    if exported.len() <= C::BLOCK_BYTES || exported.len() > longest {
        return Err(CipherRefusal::KeyLength { expected: longest, given: exported.len() });
    }
    let mut ctr = Ctr::<C>::new(cipher_key, iv)?;
    let mut opened = Zeroizing::new(exported.to_vec());
    ctr.apply(&mut opened)?;
    let (key, tag) = opened.split_at(opened.len() - C::BLOCK_BYTES);
    if !bool::from(omac::<C>(mac_key, &[iv, key]).as_ref().ct_eq(tag)) {
        return Err(CipherRefusal::TagWrong);
    }
    Ok(Zeroizing::new(key.to_vec()))
}
