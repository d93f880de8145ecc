//! Gamma whose key changes every section.

use super::block::{BlockCipher, KEY_BYTES};
use super::ctr::{ByteCount, Gamma};
use super::refusals::CipherRefusal;
use zeroize::{Zeroize, Zeroizing};

/// What the key encrypts to give its successor: octets 0x80 to 0x9f. Source: RFC 8645, section 6.2.1.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; the place is below the length")]
const SUCCESSION: [u8; KEY_BYTES] = {
    let mut octets = [0; KEY_BYTES];
    let mut place = 0;
    let mut octet = 0x80;
    while place < KEY_BYTES {
        octets[place] = octet;
        octet += 1;
        place += 1;
    }
    octets
};

/// Gamma mode in which the key is replaced after every section of the message (CTR-ACPKM): the mode of encrypted
/// messages and of key containers. Encryption and decryption are the same; what [`crate::cipher::Ctr`] says about
/// initialization vectors and changes holds here.
///
/// Source: R 1323565.1.017-2018, clause 4.1; RFC 8645, section 6.2.2.
///
/// ```
/// use gost::cipher::{CtrAcpkm, Kuznyechik};
///
/// let mut data = *b"a document of any length";
/// CtrAcpkm::<Kuznyechik>::new(&[7; 32], &[1; 8], 4096)?.apply(&mut data)?;
/// assert_ne!(&data, b"a document of any length");
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub struct CtrAcpkm<C: BlockCipher> {
    gamma: Gamma<C>,
    bytes: ByteCount,
    section_bytes: usize,
    /// Octets the present key may still encrypt.
    left: usize,
}

impl<C: BlockCipher> CtrAcpkm<C> {
    /// Takes an initialization vector of half a block and the length of a section in bytes.
    /// Refuses other vectors, and sections that are not one or more whole blocks.
    pub fn new(key: &[u8; KEY_BYTES], iv: &[u8], section_bytes: usize) -> Result<Self, CipherRefusal> {
        if section_bytes == 0 || !section_bytes.is_multiple_of(C::BLOCK_BYTES) {
            return Err(CipherRefusal::SectionLength { block: C::BLOCK_BYTES, given: section_bytes });
        }
        let gamma = Gamma::new(key, iv)?;
        Ok(Self { gamma, bytes: ByteCount::new::<C>(), section_bytes, left: section_bytes })
    }

    /// Encrypts or decrypts the next part of the message, in place, of any length.
    /// Refuses what would make the counter come round.
    pub fn apply(&mut self, data: &mut [u8]) -> Result<(), CipherRefusal> {
        self.bytes.take(data.len())?;
        self.add(data);
        Ok(())
    }

    /// Whether as many bytes may still follow.
    #[cfg(feature = "traits")]
    pub(crate) const fn holds(&self, length: usize) -> bool {
        self.bytes.holds(length)
    }

    /// [`CtrAcpkm::apply`] without its refusal.
    #[cfg(feature = "traits")]
    pub(crate) fn apply_unchecked(&mut self, data: &mut [u8]) {
        self.bytes.spend(data.len());
        self.add(data);
    }

    fn add(&mut self, mut data: &mut [u8]) {
        while !data.is_empty() {
            if self.left == 0 {
                let next = next_key(self.gamma.cipher());
                self.gamma.change_cipher(C::new(&next));
                self.left = self.section_bytes;
            }
            let (part, rest) = data.split_at_mut(data.len().min(self.left));
            self.gamma.add(part);
            self.left -= part.len();
            data = rest;
        }
    }
}

/// The successor of a key.
fn next_key<C: BlockCipher>(cipher: &C) -> Zeroizing<[u8; KEY_BYTES]> {
    let mut key = Zeroizing::new(SUCCESSION);
    for part in key.chunks_mut(C::BLOCK_BYTES) {
        let mut block = C::Block::default();
        block.as_mut().copy_from_slice(part);
        cipher.encrypt_block(&mut block);
        part.copy_from_slice(block.as_ref());
        block.zeroize();
    }
    key
}

impl<C: BlockCipher> core::fmt::Debug for CtrAcpkm<C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CtrAcpkm(..)")
    }
}
