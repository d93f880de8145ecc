//! The two block ciphers behind one trait.

use kuznyechik::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use kuznyechik::{KuznyechikDec, KuznyechikEnc};
use zeroize::Zeroize;

/// A key of either cipher, in bytes.
pub const KEY_BYTES: usize = 32;

/// A block cipher of GOST R 34.12-2015: [`Kuznyechik`] or [`Magma`]. Nobody else can implement it.
///
/// On its own it is for those who build modes; data goes through the modes of [`crate::cipher`].
pub trait BlockCipher: Sized + sealed::Sealed {
    /// A block, in bytes.
    const BLOCK_BYTES: usize;
    /// A block.
    type Block: Copy + Default + AsRef<[u8]> + AsMut<[u8]> + Zeroize;
    /// The cipher the other way.
    type Inverse;

    /// Expands a key.
    fn new(key: &[u8; KEY_BYTES]) -> Self;
    /// Encrypts one block.
    fn encrypt_block(&self, block: &mut Self::Block);
    /// Encrypts several blocks, each on its own; several at once are faster.
    fn encrypt_blocks(&self, blocks: &mut [Self::Block]);
    /// The cipher the other way, under the same key.
    fn inverse(&self) -> Self::Inverse;
    /// Decrypts one block.
    fn decrypt_block(inverse: &Self::Inverse, block: &mut Self::Block);
    /// A block as a big-endian number.
    #[doc(hidden)]
    fn number(block: &Self::Block) -> u128;
    /// The low octets of a number as a block.
    #[doc(hidden)]
    fn block(number: u128) -> Self::Block;
    /// Product in the field of as many bits as a block has.
    #[doc(hidden)]
    fn multiply(a: u128, b: u128) -> u128;
    /// The low terms of the polynomial of that field.
    #[doc(hidden)]
    const POLYNOMIAL: u128;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Kuznyechik {}
    impl Sealed for super::Magma {}
}

/// Kuznyechik: 16-byte blocks. Source: GOST R 34.12-2015, clause 4; RFC 7801.
///
/// ```
/// use gost::cipher::{BlockCipher, Kuznyechik};
///
/// let cipher = Kuznyechik::new(&[7; 32]);
/// let mut block = *b"sixteen octets!!";
/// cipher.encrypt_block(&mut block);
/// Kuznyechik::decrypt_block(&cipher.inverse(), &mut block);
/// assert_eq!(block, *b"sixteen octets!!");
/// ```
pub struct Kuznyechik(KuznyechikEnc);

/// Magma: 8-byte blocks. Source: GOST R 34.12-2015, clause 5; RFC 8891.
///
/// A short block is worn out soon: below 2^32 blocks (32 GiB) of all data under one key, and far below that where the
/// mode leans on no two blocks being equal.
pub struct Magma(magma::Magma);

impl BlockCipher for Kuznyechik {
    const BLOCK_BYTES: usize = 16;
    type Block = [u8; 16];
    type Inverse = KuznyechikDec;

    fn new(key: &[u8; KEY_BYTES]) -> Self {
        Self(KuznyechikEnc::new(Array::cast_from_core(key)))
    }

    fn encrypt_block(&self, block: &mut Self::Block) {
        self.0.encrypt_block(Array::cast_from_core_mut(block));
    }

    fn encrypt_blocks(&self, blocks: &mut [Self::Block]) {
        self.0.encrypt_blocks(Array::cast_slice_from_core_mut(blocks));
    }

    fn inverse(&self) -> Self::Inverse {
        KuznyechikDec::from(&self.0)
    }

    fn decrypt_block(inverse: &Self::Inverse, block: &mut Self::Block) {
        inverse.decrypt_block(Array::cast_from_core_mut(block));
    }

    fn number(block: &Self::Block) -> u128 {
        u128::from_be_bytes(*block)
    }

    fn block(number: u128) -> Self::Block {
        number.to_be_bytes()
    }

    fn multiply(a: u128, b: u128) -> u128 {
        super::carryless::multiply_128(a, b)
    }

    const POLYNOMIAL: u128 = super::carryless::POLYNOMIAL_128;
}

impl BlockCipher for Magma {
    const BLOCK_BYTES: usize = 8;
    type Block = [u8; 8];
    type Inverse = magma::Magma;

    fn new(key: &[u8; KEY_BYTES]) -> Self {
        Self(magma::Magma::new(Array::cast_from_core(key)))
    }

    fn encrypt_block(&self, block: &mut Self::Block) {
        self.0.encrypt_block(Array::cast_from_core_mut(block));
    }

    fn encrypt_blocks(&self, blocks: &mut [Self::Block]) {
        self.0.encrypt_blocks(Array::cast_slice_from_core_mut(blocks));
    }

    fn inverse(&self) -> Self::Inverse {
        self.0.clone()
    }

    fn decrypt_block(inverse: &Self::Inverse, block: &mut Self::Block) {
        inverse.decrypt_block(Array::cast_from_core_mut(block));
    }

    fn number(block: &Self::Block) -> u128 {
        u128::from(u64::from_be_bytes(*block))
    }

    #[expect(clippy::cast_possible_truncation, reason = "the low eight octets are asked for")]
    fn block(number: u128) -> Self::Block {
        (number as u64).to_be_bytes()
    }

    fn multiply(a: u128, b: u128) -> u128 {
        super::carryless::multiply_64(a, b)
    }

    const POLYNOMIAL: u128 = super::carryless::POLYNOMIAL_64;
}

impl core::fmt::Debug for Kuznyechik {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Kuznyechik(..)")
    }
}

impl core::fmt::Debug for Magma {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Magma(..)")
    }
}
