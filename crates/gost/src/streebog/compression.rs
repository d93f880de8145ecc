//! The compression function.
//!
//! The substitution, the permutation and the linear transformation of a round are one look into tables for each octet.
//! Word by word and octet by octet, so that the eight sums stay in registers: the other order is a third slower.

use super::constants::{POLYNOMIAL, ROUNDS, ROWS, SUBSTITUTION};

/// The compression function of a chain value, the bits before the block, and the block.
pub(super) type Compress = fn(&mut [u64; 8], &[u64; 8], &[u64; 8]);

/// The fastest one that this processor has.
pub(super) fn compress_function() -> Compress {
    #[cfg(all(feature = "simd", target_arch = "x86_64"))]
    if super::wide::is_available() {
        return super::wide::compress;
    }
    compress
}

/// For each place of an octet in a word: what each octet there, substituted, adds to the transformed word.
static TABLES: [[u64; 256]; 8] = tables();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places follow from the lengths")]
const fn tables() -> [[u64; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut place = 0;
    while place < 8 * 256 {
        tables[place / 256][place % 256] = product(ROWS[place / 256], SUBSTITUTION[place % 256]);
        place += 1;
    }
    tables
}

/// Every octet of a word times a factor, in the field of octets.
pub(super) const fn product(word: u64, factor: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    let (mut sum, mut power, mut bit) = (0, word, 0);
    while bit < 8 {
        if factor >> bit & 1 == 1 {
            sum ^= power;
        }
        // The highest term of the polynomial answers the bit that leaves the octet; its low terms are added.
        power = ((power & !(LOW << 7)) << 1) ^ ((power >> 7 & LOW) * (POLYNOMIAL & 0xff));
        bit += 1;
    }
    sum
}

/// Source: GOST R 34.11-2012, clause 7 (the function g).
pub(super) fn compress(h: &mut [u64; 8], bits: &[u64; 8], block: &[u64; 8]) {
    let mut key = round(h, bits);
    let mut state = *block;
    for constant in &ROUNDS {
        let next = round(&state, &key);
        key = round(&key, constant);
        state = next;
    }
    let sums = state.iter().zip(&key).zip(block);
    for (h, ((state, key), block)) in h.iter_mut().zip(sums) {
        *h ^= state ^ key ^ block;
    }
}

/// The functions X, S, P and L one after another.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "an octet is below 256")]
fn round(state: &[u64; 8], key: &[u64; 8]) -> [u64; 8] {
    let mut sums = [0; 8];
    for ((state, key), table) in state.iter().zip(key).zip(&TABLES) {
        for (sum, octet) in sums.iter_mut().zip((state ^ key).to_le_bytes()) {
            *sum ^= table[usize::from(octet)];
        }
    }
    sums
}
