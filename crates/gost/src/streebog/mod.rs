//! GOST R 34.11-2012: the function and its place among the traits of `digest`.

mod compression;
mod constants;
#[cfg(all(feature = "simd", target_arch = "x86_64"))]
mod wide;

use crate::limbs::add_carry;
use compression::{Compress, compress_function};
use core::marker::PhantomData;
use gost94::digest::array::ArraySize;
use gost94::digest::common::BlockSizeUser;
use gost94::digest::consts::{U32, U64};
use gost94::digest::{FixedOutput, FixedOutputReset, HashMarker, Output, OutputSizeUser, Reset, Update};
use zeroize::Zeroize;

/// A block, in bytes. Source: GOST R 34.11-2012, clause 7.
pub(crate) const BLOCK_BYTES: usize = 64;

/// Streebog with an answer of 256 bits. Source: GOST R 34.11-2012; RFC 6986.
pub type Streebog256 = Streebog<Bits256>;
/// Streebog with an answer of 512 bits. Source: GOST R 34.11-2012; RFC 6986.
pub type Streebog512 = Streebog<Bits512>;

/// The length of an answer: [`Bits256`] or [`Bits512`]. Nobody else can implement it.
pub trait Length: Clone + sealed::Sealed {
    /// Bytes of the answer.
    type Bytes: ArraySize;
    /// Every octet of the initial value. Source: GOST R 34.11-2012, clause 5.1.
    #[doc(hidden)]
    const INITIAL: u8;
}

/// An answer of 256 bits.
#[derive(Clone, Copy, Debug)]
pub struct Bits256;
/// An answer of 512 bits.
#[derive(Clone, Copy, Debug)]
pub struct Bits512;

impl Length for Bits256 {
    type Bytes = U32;
    const INITIAL: u8 = 1;
}

impl Length for Bits512 {
    type Bytes = U64;
    const INITIAL: u8 = 0;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Bits256 {}
    impl Sealed for super::Bits512 {}
}

/// The hash function of GOST R 34.11-2012 over a message that comes in parts: see [`Streebog256`] and [`Streebog512`].
/// Used through the trait [`Digest`](crate::hash::digest::Digest). What it remembers is wiped when it is dropped.
///
/// ```
/// use gost::hash::{Streebog256, digest::Digest, streebog256};
///
/// let mut parts = Streebog256::new();
/// parts.update(b"a document ");
/// parts.update(b"in parts");
/// assert_eq!(parts.finalize()[..], streebog256(b"a document in parts"));
/// ```
#[derive(Clone)]
pub struct Streebog<L: Length> {
    chain: Chain,
    /// What does not yet fill a block.
    pending: [u8; BLOCK_BYTES],
    filled: usize,
    length: PhantomData<L>,
}

/// What the blocks so far have come to.
#[derive(Clone)]
struct Chain {
    h: [u64; 8],
    /// Bits of the message, in a number that no message fills.
    bits: u128,
    /// The sum of the blocks modulo 2^512.
    sum: [u64; 8],
}

impl Chain {
    /// Takes a block of which so many octets are of the message.
    fn absorb(&mut self, compress: Compress, block: &[u8; BLOCK_BYTES], octets: usize) {
        let block = words(block);
        compress(&mut self.h, &words_of_number(self.bits), &block);
        self.bits += 8 * octets as u128;
        let mut carry = false;
        for (sum, word) in self.sum.iter_mut().zip(block) {
            (*sum, carry) = add_carry(*sum, word, carry);
        }
    }

    /// The last block, padded already, of which so many octets are of the message; the length; the sum. Source: GOST R
    /// 34.11-2012, clause 8.3.
    fn close(&mut self, last: &[u8; BLOCK_BYTES], octets: usize) {
        let compress = compress_function();
        self.absorb(compress, last, octets);
        compress(&mut self.h, &[0; 8], &words_of_number(self.bits));
        compress(&mut self.h, &[0; 8], &self.sum);
    }
}

fn words(block: &[u8; BLOCK_BYTES]) -> [u64; 8] {
    let mut words = [0; 8];
    for (word, octets) in words.iter_mut().zip(block.as_chunks().0) {
        *word = u64::from_le_bytes(*octets);
    }
    words
}

#[expect(clippy::cast_possible_truncation, reason = "splitting a number into its halves")]
const fn words_of_number(number: u128) -> [u64; 8] {
    [number as u64, (number >> 64) as u64, 0, 0, 0, 0, 0, 0]
}

impl<L: Length> Streebog<L> {
    /// No more octets than there is room for.
    fn keep(&mut self, octets: &[u8]) {
        let free = self.pending.get_mut(self.filled..);
        if let Some(places) = free.and_then(|free| free.get_mut(..octets.len())) {
            places.copy_from_slice(octets);
            self.filled += octets.len();
        }
    }

    /// The answer; what is left of the message stays to be wiped.
    fn close(&mut self, out: &mut Output<Self>) {
        if let Some([first, rest @ ..]) = self.pending.get_mut(self.filled..) {
            *first = 1;
            rest.fill(0);
        }
        self.chain.close(&self.pending, self.filled);
        // The shorter answer is the higher half.
        let skipped = (BLOCK_BYTES - out.len()) / 8;
        for (places, word) in out.as_chunks_mut().0.iter_mut().zip(self.chain.h.iter().skip(skipped)) {
            *places = word.to_le_bytes();
        }
    }

    fn wipe(&mut self) {
        self.chain.h.zeroize();
        self.chain.bits.zeroize();
        self.chain.sum.zeroize();
        self.pending.zeroize();
    }
}

impl<L: Length> Default for Streebog<L> {
    fn default() -> Self {
        let h = [u64::from_le_bytes([L::INITIAL; 8]); 8];
        Self { chain: Chain { h, bits: 0, sum: [0; 8] }, pending: [0; BLOCK_BYTES], filled: 0, length: PhantomData }
    }
}

impl<L: Length> Update for Streebog<L> {
    fn update(&mut self, mut data: &[u8]) {
        let compress = compress_function();
        if self.filled > 0 {
            let (first, rest) = data.split_at(data.len().min(BLOCK_BYTES - self.filled));
            self.keep(first);
            if self.filled < BLOCK_BYTES {
                return;
            }
            self.chain.absorb(compress, &self.pending, BLOCK_BYTES);
            self.filled = 0;
            data = rest;
        }
        let (blocks, rest) = data.as_chunks();
        for block in blocks {
            self.chain.absorb(compress, block, BLOCK_BYTES);
        }
        self.keep(rest);
    }
}

impl<L: Length> FixedOutput for Streebog<L> {
    fn finalize_into(mut self, out: &mut Output<Self>) {
        self.close(out);
    }
}

impl<L: Length> FixedOutputReset for Streebog<L> {
    fn finalize_into_reset(&mut self, out: &mut Output<Self>) {
        self.close(out);
        self.reset();
    }
}

impl<L: Length> Reset for Streebog<L> {
    fn reset(&mut self) {
        // The old value is wiped as it is dropped.
        *self = Self::default();
    }
}

impl<L: Length> Drop for Streebog<L> {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl<L: Length> zeroize::ZeroizeOnDrop for Streebog<L> {}
impl<L: Length> HashMarker for Streebog<L> {}

impl<L: Length> OutputSizeUser for Streebog<L> {
    type OutputSize = L::Bytes;
}

impl<L: Length> BlockSizeUser for Streebog<L> {
    type BlockSize = U64;
}

impl<L: Length> core::fmt::Debug for Streebog<L> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Streebog(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Chain, Streebog256, Streebog512};
    use crate::streebog::compression;
    use crate::test_numbers::Words;
    use gost94::digest::Digest;
    use std::vec::Vec;

    fn noise(length: usize) -> Vec<u8> {
        let mut words = Words(length as u64);
        (0..length.div_ceil(8)).flat_map(|_| words.next().to_le_bytes()).take(length).collect()
    }

    /// RustCrypto's crate as the oracle: every length up to 31 blocks, and some beyond.
    #[test]
    fn agrees_with_the_crate_streebog() {
        for length in (0..=2000).chain([4096, 100_001]) {
            let message = noise(length);
            assert_eq!(Streebog256::digest(&message)[..], streebog::Streebog256::digest(&message)[..], "{length}");
            assert_eq!(Streebog512::digest(&message)[..], streebog::Streebog512::digest(&message)[..], "{length}");
        }
    }

    /// Parts of chance lengths, none among them, and a copy taken in the middle that goes another way.
    #[test]
    fn parts_of_chance_lengths_agree_with_the_crate_streebog() {
        let mut chance = Words(2012);
        for length in (0..2000).step_by(13) {
            let message = noise(length);
            let (mut parts, mut crates) = (Streebog256::new(), streebog::Streebog256::new());
            let mut rest = &message[..];
            while !rest.is_empty() {
                let (part, later) = rest.split_at((chance.next() % 200) as usize % (rest.len() + 1));
                parts.update(part);
                crates.update(part);
                rest = later;
                assert_eq!(parts.clone().finalize()[..], crates.clone().finalize()[..], "{length}");
            }
            assert_eq!(parts.finalize()[..], streebog::Streebog256::digest(&message)[..], "{length}");
        }
    }

    #[test]
    fn parts_of_every_length_and_a_second_message() {
        let message = noise(700);
        let whole = Streebog512::digest(&message);
        let mut again = Streebog512::new();
        for part in 1..=200 {
            message.chunks(part).for_each(|part| again.update(part));
            again.update(b"");
            assert_eq!(again.finalize_reset(), whole, "{part}");
        }
    }

    /// Blocks of all ones carry through every word of the sum.
    #[test]
    fn carries_of_the_sum() {
        let message = [0xff; 64 * 5 + 1];
        assert_eq!(Streebog512::digest(message)[..], streebog::Streebog512::digest(message)[..]);
    }

    #[test]
    fn the_tables_alone_give_the_same() {
        let message = noise(64 * 3);
        let mut chain = Chain { h: [0; 8], bits: 0, sum: [0; 8] };
        for block in message.as_chunks().0 {
            chain.absorb(compression::compress, block, 64);
        }
        let mut fastest = Chain { h: [0; 8], bits: 0, sum: [0; 8] };
        for block in message.as_chunks().0 {
            fastest.absorb(compression::compress_function(), block, 64);
        }
        assert_eq!(chain.h, fastest.h);
    }
}
