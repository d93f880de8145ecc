//! Gamma: the counter encrypted and added to the data.

use super::block::{BlockCipher, KEY_BYTES};
use super::refusals::CipherRefusal;
use zeroize::Zeroize;

/// Counter blocks encrypted at once: the ciphers take several side by side.
const BATCH_BLOCKS: usize = 16;

/// The gamma of a cipher from a counter on, with what is left of the last block of it.
pub(super) struct Gamma<C: BlockCipher> {
    cipher: C,
    counter: u128,
    spare: C::Block,
    /// Octets of `spare` that are used up.
    used: usize,
}

impl<C: BlockCipher> Gamma<C> {
    /// Begins with the initialization vector in the high half of the counter and zeros in the low half.
    pub(super) fn new(key: &[u8; KEY_BYTES], iv: &[u8]) -> Result<Self, CipherRefusal> {
        let expected = C::BLOCK_BYTES / 2;
        if iv.len() != expected {
            return Err(CipherRefusal::IvLength { expected, given: iv.len() });
        }
        let mut first = C::Block::default();
        for (place, octet) in first.as_mut().iter_mut().zip(iv) {
            *place = *octet;
        }
        Ok(Self { cipher: C::new(key), counter: C::number(&first), spare: C::Block::default(), used: C::BLOCK_BYTES })
    }

    pub(super) const fn cipher(&self) -> &C {
        &self.cipher
    }

    /// Goes on under another key; what is left of the last block is still used first.
    pub(super) fn change_cipher(&mut self, cipher: C) {
        self.cipher = cipher;
    }

    /// Adds the next octets of the gamma.
    pub(super) fn add(&mut self, data: &mut [u8]) {
        let (rest, data) = data.split_at_mut(data.len().min(C::BLOCK_BYTES - self.used));
        self.add_spare(rest);
        let mut batch = [C::Block::default(); BATCH_BLOCKS];
        for part in data.chunks_mut(BATCH_BLOCKS * C::BLOCK_BYTES) {
            let blocks = batch.get_mut(..part.len().div_ceil(C::BLOCK_BYTES)).unwrap_or_default();
            for block in &mut *blocks {
                *block = C::block(self.counter);
                self.counter = self.counter.wrapping_add(1);
            }
            self.cipher.encrypt_blocks(blocks);
            for (place, block) in part.chunks_mut(C::BLOCK_BYTES).zip(&*blocks) {
                add(place, block.as_ref());
                if place.len() < C::BLOCK_BYTES {
                    self.spare = *block;
                    self.used = place.len();
                }
            }
        }
        batch.iter_mut().for_each(Zeroize::zeroize);
    }

    fn add_spare(&mut self, data: &mut [u8]) {
        add(data, self.spare.as_ref().get(self.used..).unwrap_or_default());
        self.used += data.len();
    }
}

impl<C: BlockCipher> Drop for Gamma<C> {
    fn drop(&mut self) {
        self.spare.zeroize();
    }
}

/// Adds octets without carry.
pub(super) fn add(data: &mut [u8], gamma: &[u8]) {
    for (place, octet) in data.iter_mut().zip(gamma) {
        *place ^= *octet;
    }
}

/// Gamma mode: encryption and decryption are the same.
///
/// The pair of key and initialization vector must never be used for two messages: their difference would show. It does
/// not notice changes; add a code ([`crate::cipher::Omac`]). Source: GOST R 34.13-2015, clause 5.2.
///
/// ```
/// use gost::cipher::{Ctr, Kuznyechik};
///
/// let mut data = *b"a document of any length";
/// Ctr::<Kuznyechik>::new(&[7; 32], &[1; 8])?.apply(&mut data)?;
/// assert_ne!(&data, b"a document of any length");
/// Ctr::<Kuznyechik>::new(&[7; 32], &[1; 8])?.apply(&mut data)?;
/// assert_eq!(&data, b"a document of any length");
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub struct Ctr<C: BlockCipher> {
    gamma: Gamma<C>,
    bytes: ByteCount,
}

impl<C: BlockCipher> Ctr<C> {
    /// Takes an initialization vector of half a block (8 bytes for Kuznyechik, 4 for Magma) and refuses others.
    pub fn new(key: &[u8; KEY_BYTES], iv: &[u8]) -> Result<Self, CipherRefusal> {
        Ok(Self { gamma: Gamma::new(key, iv)?, bytes: ByteCount::new::<C>() })
    }

    /// Encrypts or decrypts the next part of the message, in place, of any length.
    /// Refuses what would make the counter come round: 32 GiB with Magma, 2^68 bytes with Kuznyechik.
    pub fn apply(&mut self, data: &mut [u8]) -> Result<(), CipherRefusal> {
        self.bytes.take(data.len())?;
        self.gamma.add(data);
        Ok(())
    }

    /// Whether as many bytes may still follow.
    #[cfg(feature = "traits")]
    pub(crate) const fn holds(&self, length: usize) -> bool {
        self.bytes.holds(length)
    }

    /// [`Ctr::apply`] without its refusal.
    #[cfg(feature = "traits")]
    pub(crate) fn apply_unchecked(&mut self, data: &mut [u8]) {
        self.bytes.spend(data.len());
        self.gamma.add(data);
    }
}

impl<C: BlockCipher> core::fmt::Debug for Ctr<C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Ctr(..)")
    }
}

/// Bytes that may still go under one initialization vector.
pub(super) struct ByteCount(u128);

impl ByteCount {
    pub(super) const fn new<C: BlockCipher>() -> Self {
        Self((1 << (4 * C::BLOCK_BYTES)) * C::BLOCK_BYTES as u128)
    }

    #[cfg(feature = "traits")]
    pub(super) const fn holds(&self, length: usize) -> bool {
        length as u128 <= self.0
    }

    /// Counts bytes whether there is place for them or not.
    #[cfg(feature = "traits")]
    pub(super) const fn spend(&mut self, length: usize) {
        self.0 = self.0.saturating_sub(length as u128);
    }

    pub(super) fn take(&mut self, length: usize) -> Result<(), CipherRefusal> {
        self.0 = self.0.checked_sub(length as u128).ok_or(CipherRefusal::CounterExhausted)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::ByteCount;
    use crate::cipher::{CipherRefusal, Kuznyechik, Magma};

    #[test]
    fn the_counter_does_not_come_round() {
        let mut bytes = ByteCount::new::<Magma>();
        assert_eq!(bytes.take(1 << 35), Ok(()));
        assert_eq!(bytes.take(0), Ok(()));
        assert_eq!(bytes.take(1), Err(CipherRefusal::CounterExhausted));
        assert_eq!(ByteCount::new::<Kuznyechik>().take(usize::MAX), Ok(()));
    }
}
