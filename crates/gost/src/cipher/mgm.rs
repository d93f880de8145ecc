//! Encryption that notices changes.

use super::block::{BlockCipher, KEY_BYTES};
use super::chained::block_of;
use super::ctr::add;
use super::refusals::CipherRefusal;
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// Multilinear Galois mode: hides the data and notices every change of them and of the associated data.
///
/// The nonce is a block with its highest bit zero and must never serve two messages under one key.
/// Source: R 1323565.1.026-2019; RFC 9058.
///
/// ```
/// use gost::cipher::{Kuznyechik, Mgm};
///
/// let mgm = Mgm::<Kuznyechik>::new(&[7; 32]);
/// let mut data = *b"secret";
/// let tag = mgm.seal(&[1; 16], b"open heading", &mut data)?;
/// mgm.open(&[1; 16], b"open heading", &mut data, &tag)?;
/// assert_eq!(&data, b"secret");
/// assert!(mgm.open(&[1; 16], b"other heading", &mut data, &tag).is_err());
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub struct Mgm<C: BlockCipher> {
    cipher: C,
}

impl<C: BlockCipher> Mgm<C> {
    /// Half a block, in bits.
    const HALF: usize = 4 * C::BLOCK_BYTES;
    /// The highest bit of a block.
    const TOP: u128 = 1 << (2 * Self::HALF - 1);

    /// Expands a key.
    #[must_use]
    pub fn new(key: &[u8; KEY_BYTES]) -> Self {
        Self { cipher: C::new(key) }
    }

    /// Encrypts in place and gives the tag, a whole block.
    ///
    /// Refuses a nonce of another length or with its highest bit set, data and associated data that are both empty, and
    /// as many as the mode cannot count: 512 MiB together with Magma.
    pub fn seal(&self, nonce: &[u8], associated: &[u8], data: &mut [u8]) -> Result<C::Block, CipherRefusal> {
        let nonce = self.check(nonce, associated, data)?;
        self.add_gamma(nonce, data);
        Ok(self.tag(nonce, associated, data))
    }

    /// Checks the tag, then decrypts in place. Refuses what [`Mgm::seal`] does, and a tag that is not the whole block
    /// that belongs to these data; the data are then left encrypted.
    pub fn open(&self, nonce: &[u8], associated: &[u8], data: &mut [u8], tag: &[u8]) -> Result<(), CipherRefusal> {
        let nonce = self.check(nonce, associated, data)?;
        if !bool::from(self.tag(nonce, associated, data).as_ref().ct_eq(tag)) {
            return Err(CipherRefusal::TagWrong);
        }
        self.add_gamma(nonce, data);
        Ok(())
    }

    fn check(&self, nonce: &[u8], associated: &[u8], data: &[u8]) -> Result<u128, CipherRefusal> {
        if nonce.len() != C::BLOCK_BYTES {
            return Err(CipherRefusal::IvLength { expected: C::BLOCK_BYTES, given: nonce.len() });
        }
        let number = C::number(&block_of::<C>(nonce));
        if number & Self::TOP != 0 {
            return Err(CipherRefusal::NonceTopBit);
        }
        match (associated.len() as u128 + data.len() as u128) * 8 {
            0 => Err(CipherRefusal::Empty),
            bits if bits >> Self::HALF != 0 => Err(CipherRefusal::CounterExhausted),
            _ => Ok(number),
        }
    }

    /// The encrypted number.
    fn encrypt(&self, number: u128) -> u128 {
        let mut block = C::block(number);
        self.cipher.encrypt_block(&mut block);
        C::number(&block)
    }

    /// RFC 9058, section 4.1: the counter is the low half of a block.
    fn add_gamma(&self, nonce: u128, data: &mut [u8]) {
        let low = (1 << Self::HALF) - 1;
        let mut counter = self.encrypt(nonce);
        for place in data.chunks_mut(C::BLOCK_BYTES) {
            let mut gamma = C::block(counter);
            self.cipher.encrypt_block(&mut gamma);
            add(place, gamma.as_ref());
            gamma.zeroize();
            counter = counter & !low | counter.wrapping_add(1) & low;
        }
    }

    /// RFC 9058, section 4.1: the counter is the high half of a block.
    fn tag(&self, nonce: u128, associated: &[u8], data: &[u8]) -> C::Block {
        let low: u128 = (1 << Self::HALF) - 1;
        let high = low << Self::HALF;
        let mut counter = self.encrypt(nonce | Self::TOP);
        let mut sum = 0;
        let mut take = |number: u128| {
            sum ^= C::multiply(self.encrypt(counter), number);
            counter = counter & low | counter.wrapping_add(1 << Self::HALF) & high;
        };
        for part in associated.chunks(C::BLOCK_BYTES).chain(data.chunks(C::BLOCK_BYTES)) {
            take(C::number(&block_of::<C>(part)));
        }
        take((associated.len() as u128 * 8) << Self::HALF | (data.len() as u128 * 8));
        C::block(self.encrypt(sum))
    }
}

impl<C: BlockCipher> core::fmt::Debug for Mgm<C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Mgm(..)")
    }
}
