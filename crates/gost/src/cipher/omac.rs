//! The authentication code.

use super::block::{BlockCipher, KEY_BYTES};
use super::chained::block_of;
use super::ctr::add;
use super::refusals::CipherRefusal;
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// The shortest code that [`Omac::verify`] believes, in bytes: the standard's own example for Magma.
pub const TAG_BYTES_MIN: usize = 4;

/// Authentication code of a message that comes in parts (also known as CMAC).
/// Source: GOST R 34.13-2015, clause 5.6.
///
/// ```
/// use gost::cipher::{Kuznyechik, Omac};
///
/// let mut code = Omac::<Kuznyechik>::new(&[7; 32]);
/// code.update(b"a document ");
/// code.update(b"in parts");
/// let tag = code.finish();
/// let mut code = Omac::<Kuznyechik>::new(&[7; 32]);
/// code.update(b"a document in parts");
/// assert!(code.verify(&tag).is_ok());
/// ```
pub struct Omac<C: BlockCipher> {
    cipher: C,
    sum: C::Block,
    /// Octets added to `sum` since it was encrypted; a full block waits, since the last one is treated otherwise.
    pending: usize,
}

impl<C: BlockCipher> Omac<C> {
    /// Begins a message.
    #[must_use]
    pub fn new(key: &[u8; KEY_BYTES]) -> Self {
        Self { cipher: C::new(key), sum: C::Block::default(), pending: 0 }
    }

    /// Takes the next part of the message.
    pub fn update(&mut self, mut part: &[u8]) {
        while !part.is_empty() {
            if self.pending == C::BLOCK_BYTES {
                self.cipher.encrypt_block(&mut self.sum);
                self.pending = 0;
            }
            let (now, later) = part.split_at(part.len().min(C::BLOCK_BYTES - self.pending));
            add(self.sum.as_mut().get_mut(self.pending..).unwrap_or_default(), now);
            self.pending += now.len();
            part = later;
        }
    }

    /// The code, a whole block; a shorter one is its first octets.
    #[must_use]
    pub fn finish(mut self) -> C::Block {
        let mut zero = C::Block::default();
        self.cipher.encrypt_block(&mut zero);
        let mut last = double::<C>(C::number(&zero));
        if self.pending < C::BLOCK_BYTES {
            last = double::<C>(last);
            add(self.sum.as_mut().get_mut(self.pending..).unwrap_or_default(), &[0x80]);
        }
        let mut tag = C::block(C::number(&self.sum) ^ last);
        self.cipher.encrypt_block(&mut tag);
        zero.zeroize();
        tag
    }

    /// Whether the code is the first octets of [`Omac::finish`], compared in constant time.
    /// Refuses another code and one shorter than [`TAG_BYTES_MIN`] or longer than a block.
    pub fn verify(self, tag: &[u8]) -> Result<(), CipherRefusal> {
        let whole = self.finish();
        let expected = whole.as_ref().get(..tag.len()).ok_or(CipherRefusal::TagWrong)?;
        if tag.len() >= TAG_BYTES_MIN && bool::from(expected.ct_eq(tag)) {
            Ok(())
        } else {
            Err(CipherRefusal::TagWrong)
        }
    }
}

/// The element of the field twice, without a branch on its highest bit.
fn double<C: BlockCipher>(number: u128) -> u128 {
    let bits = 8 * C::BLOCK_BYTES;
    let carry = number >> (bits - 1) & 1;
    let mask = u128::MAX >> (128 - bits);
    (number << 1) & mask ^ (carry.wrapping_neg() & C::POLYNOMIAL)
}

impl<C: BlockCipher> Drop for Omac<C> {
    fn drop(&mut self) {
        self.sum.zeroize();
    }
}

impl<C: BlockCipher> core::fmt::Debug for Omac<C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Omac(..)")
    }
}

/// The code of a message that is all here.
pub(super) fn omac<C: BlockCipher>(key: &[u8; KEY_BYTES], parts: &[&[u8]]) -> C::Block {
    let mut code = Omac::<C>::new(key);
    for part in parts {
        code.update(part);
    }
    block_of::<C>(code.finish().as_ref())
}
