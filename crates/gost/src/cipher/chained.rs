//! The two modes in which a block of ciphertext goes into the next one.

use super::block::{BlockCipher, KEY_BYTES};
use super::ctr::add;
use super::refusals::CipherRefusal;
use alloc::vec::Vec;

/// Blocks an initialization vector may have. The standard sets no limit; its examples use two, everybody else one.
pub const REGISTER_BLOCKS_MAX: usize = 8;

/// The last ciphertext blocks, as many as the initialization vector had: a message of `z` blocks of vector is `z`
/// chains in turn.
struct Register<C: BlockCipher> {
    blocks: Vec<C::Block>,
    turn: usize,
}

impl<C: BlockCipher> Register<C> {
    fn new(iv: &[u8]) -> Result<Self, CipherRefusal> {
        let blocks = iv.len() / C::BLOCK_BYTES;
        if !iv.len().is_multiple_of(C::BLOCK_BYTES) || blocks == 0 || blocks > REGISTER_BLOCKS_MAX {
            return Err(CipherRefusal::IvLength { expected: C::BLOCK_BYTES, given: iv.len() });
        }
        Ok(Self { blocks: iv.chunks(C::BLOCK_BYTES).map(block_of::<C>).collect(), turn: 0 })
    }

    /// What the next block is added to.
    fn current(&self) -> C::Block {
        self.blocks.get(self.turn).copied().unwrap_or_default()
    }

    /// Takes the block of ciphertext that came out or in.
    fn push(&mut self, ciphertext: C::Block) {
        if let Some(place) = self.blocks.get_mut(self.turn) {
            *place = ciphertext;
        }
        self.turn = (self.turn + 1) % self.blocks.len();
    }
}

/// Up to a block of octets as a block, zeros behind them.
pub(super) fn block_of<C: BlockCipher>(octets: &[u8]) -> C::Block {
    let mut block = C::Block::default();
    for (place, octet) in block.as_mut().iter_mut().zip(octets) {
        *place = *octet;
    }
    block
}

fn check_whole<C: BlockCipher>(data: &[u8]) -> Result<(), CipherRefusal> {
    if data.len().is_multiple_of(C::BLOCK_BYTES) {
        Ok(())
    } else {
        Err(CipherRefusal::NotWholeBlocks { block: C::BLOCK_BYTES, given: data.len() })
    }
}

/// Encrypts whole blocks in place, each added to the ciphertext before it. Padding is the caller's, and so is a code
/// against changes. The initialization vector must be unpredictable.
///
/// Refuses data that are not whole blocks, and a vector that is not one to [`REGISTER_BLOCKS_MAX`] whole blocks.
/// Source: GOST R 34.13-2015, clause 5.4.
///
/// ```
/// use gost::cipher::{Kuznyechik, cbc_decrypt, cbc_encrypt};
///
/// let mut data = *b"two blocks of sixteen octets....";
/// cbc_encrypt::<Kuznyechik>(&[7; 32], &[1; 16], &mut data)?;
/// cbc_decrypt::<Kuznyechik>(&[7; 32], &[1; 16], &mut data)?;
/// assert_eq!(&data, b"two blocks of sixteen octets....");
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub fn cbc_encrypt<C: BlockCipher>(key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]) -> Result<(), CipherRefusal> {
    check_whole::<C>(data)?;
    let mut register = Register::<C>::new(iv)?;
    let cipher = C::new(key);
    for place in data.chunks_mut(C::BLOCK_BYTES) {
        let mut block = register.current();
        add(block.as_mut(), place);
        cipher.encrypt_block(&mut block);
        place.copy_from_slice(block.as_ref());
        register.push(block);
    }
    Ok(())
}

/// The inverse of [`cbc_encrypt`], with the same refusals.
pub fn cbc_decrypt<C: BlockCipher>(key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]) -> Result<(), CipherRefusal> {
    check_whole::<C>(data)?;
    let mut register = Register::<C>::new(iv)?;
    let inverse = C::new(key).inverse();
    for place in data.chunks_mut(C::BLOCK_BYTES) {
        let ciphertext = block_of::<C>(place);
        let mut block = ciphertext;
        C::decrypt_block(&inverse, &mut block);
        add(block.as_mut(), register.current().as_ref());
        place.copy_from_slice(block.as_ref());
        register.push(ciphertext);
    }
    Ok(())
}

/// Encrypts data of any length in place: gamma made of the ciphertext before, a whole block at a time.
///
/// Refuses an initialization vector that is not one to [`REGISTER_BLOCKS_MAX`] whole blocks.
/// Source: GOST R 34.13-2015, clause 5.5, with `s = n`.
///
/// ```
/// use gost::cipher::{Magma, cfb_decrypt, cfb_encrypt};
///
/// let mut data = *b"any length";
/// cfb_encrypt::<Magma>(&[7; 32], &[1; 8], &mut data)?;
/// cfb_decrypt::<Magma>(&[7; 32], &[1; 8], &mut data)?;
/// assert_eq!(&data, b"any length");
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub fn cfb_encrypt<C: BlockCipher>(key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]) -> Result<(), CipherRefusal> {
    let mut register = Register::<C>::new(iv)?;
    let cipher = C::new(key);
    for place in data.chunks_mut(C::BLOCK_BYTES) {
        let mut gamma = register.current();
        cipher.encrypt_block(&mut gamma);
        add(place, gamma.as_ref());
        register.push(block_of::<C>(place));
    }
    Ok(())
}

/// The inverse of [`cfb_encrypt`], with the same refusals.
pub fn cfb_decrypt<C: BlockCipher>(key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]) -> Result<(), CipherRefusal> {
    let mut register = Register::<C>::new(iv)?;
    let cipher = C::new(key);
    for place in data.chunks_mut(C::BLOCK_BYTES) {
        let mut gamma = register.current();
        cipher.encrypt_block(&mut gamma);
        register.push(block_of::<C>(place));
        add(place, gamma.as_ref());
    }
    Ok(())
}
