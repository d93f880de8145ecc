//! The cipher on one block. The crate `magma` has the same rounds, but neither the sixteen of the code nor a
//! substitution chosen at run time.

use super::sbox::{SBox, Table};
use crate::cipher::KEY_BYTES;
use zeroize::{Zeroize, Zeroizing};

/// A block, in bytes.
pub const BLOCK_BYTES: usize = 8;

/// GOST 28147-89 under a key; wiped when dropped.
///
/// ```
/// use gost::gost28147::{Gost28147, SBox};
///
/// let cipher = Gost28147::new(&[7; 32], SBox::Z);
/// let mut block = *b"8 octets";
/// cipher.encrypt_block(&mut block);
/// cipher.decrypt_block(&mut block);
/// assert_eq!(&block, b"8 octets");
/// ```
pub struct Gost28147 {
    key: [u32; 8],
    sbox: SBox,
}

impl Gost28147 {
    /// Takes a key, in the order of octets it is stored in everywhere.
    #[must_use]
    pub fn new(key: &[u8; KEY_BYTES], sbox: SBox) -> Self {
        let mut words = [0; 8];
        let (parts, _) = key.as_chunks::<4>();
        for (word, part) in words.iter_mut().zip(parts) {
            *word = u32::from_le_bytes(*part);
        }
        Self { key: words, sbox }
    }

    /// The substitution.
    #[must_use]
    pub const fn sbox(&self) -> SBox {
        self.sbox
    }

    /// Encrypts one block.
    pub fn encrypt_block(&self, block: &mut [u8; BLOCK_BYTES]) {
        let table = self.sbox.table();
        let forward = self.key.iter().cycle().take(24);
        *block = join(rounds(split(block), table, forward.chain(self.key.iter().rev())));
    }

    /// Decrypts one block.
    pub fn decrypt_block(&self, block: &mut [u8; BLOCK_BYTES]) {
        let table = self.sbox.table();
        let backward = self.key.iter().rev().cycle().take(24);
        *block = join(rounds(split(block), table, self.key.iter().chain(backward)));
    }

    /// The sixteen rounds of the code: not swapped at the end.
    pub(super) fn half_encrypt(&self, block: &mut [u8; BLOCK_BYTES]) {
        let (left, right) = rounds(split(block), self.sbox.table(), self.key.iter().cycle().take(16));
        *block = join((right, left));
    }

    /// Decrypts a key block by block.
    pub(super) fn decrypt_key(&self, key: &[u8; KEY_BYTES]) -> Zeroizing<[u8; KEY_BYTES]> {
        let mut decrypted = Zeroizing::new(*key);
        decrypted.as_chunks_mut().0.iter_mut().for_each(|block| self.decrypt_block(block));
        decrypted
    }
}

/// The two halves, the one the round function works on first.
fn split(block: &[u8; BLOCK_BYTES]) -> (u32, u32) {
    let both = u64::from_le_bytes(*block);
    halves(both)
}

#[expect(clippy::cast_possible_truncation, reason = "splitting a number into its halves")]
pub(super) const fn halves(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}

/// The halves after an even number of rounds of which the last one does not swap.
fn join((low, high): (u32, u32)) -> [u8; BLOCK_BYTES] {
    (u64::from(high) << 32 | u64::from(low)).to_le_bytes()
}

/// Runs the rounds; the answer is in the order of the last round that does not swap.
fn rounds<'a>((mut low, mut high): (u32, u32), table: &Table, keys: impl Iterator<Item = &'a u32>) -> (u32, u32) {
    for key in keys {
        (low, high) = (high ^ substitute(low.wrapping_add(*key), table), low);
    }
    (high, low)
}

#[expect(clippy::indexing_slicing, reason = "an octet is below 256")]
fn substitute(sum: u32, table: &Table) -> u32 {
    let octets = sum.to_le_bytes();
    u32::from_le_bytes([
        table[0][usize::from(octets[0])],
        table[1][usize::from(octets[1])],
        table[2][usize::from(octets[2])],
        table[3][usize::from(octets[3])],
    ])
    .rotate_left(11)
}

impl Drop for Gost28147 {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

impl zeroize::ZeroizeOnDrop for Gost28147 {}

impl ::core::fmt::Debug for Gost28147 {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "Gost28147({:?}, ..)", self.sbox)
    }
}

#[cfg(test)]
mod tests {
    use super::{Gost28147, SBox};
    use crate::test_numbers::Words;
    use magma::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};

    fn number<const BYTES: usize>(words: &mut Words) -> [u8; BYTES] {
        core::array::from_fn(|_| words.next().to_le_bytes()[0])
    }

    /// The crate `magma` reads the words of the key, and the block, from the other end.
    fn agrees<M: KeyInit + BlockCipherEncrypt + BlockCipherDecrypt>(sbox: SBox) {
        let mut words = Words(28147);
        for _ in 0..200 {
            let (key, block) = (number::<32>(&mut words), number::<8>(&mut words));
            let mut turned = key;
            turned.chunks_mut(4).for_each(<[u8]>::reverse);
            let magma = M::new(&Array::try_from(&turned[..]).unwrap());
            let mut theirs = Array::try_from(&block.iter().rev().copied().collect::<std::vec::Vec<u8>>()[..]).unwrap();
            magma.encrypt_block(&mut theirs);
            let mut ours = block;
            let cipher = Gost28147::new(&key, sbox);
            cipher.encrypt_block(&mut ours);
            assert!(ours.iter().eq(theirs.iter().rev()));
            cipher.decrypt_block(&mut ours);
            assert_eq!(ours, block);
        }
    }

    /// Under its names for CryptoPro-D and the test substitution it has those of GOST R 34.11-94.
    #[test]
    fn agrees_with_the_crate_magma() {
        agrees::<magma::Gost89CryptoProA>(SBox::CryptoProA);
        agrees::<magma::Gost89CryptoProB>(SBox::CryptoProB);
        agrees::<magma::Gost89CryptoProC>(SBox::CryptoProC);
        agrees::<magma::Magma>(SBox::Z);
    }
}
