//! The compression function.
//!
//! The substitution, the permutation and the linear transformation of a round are one look into tables for each octet.
//! Word by word and octet by octet, so that the eight sums stay in registers: the other order is a third slower.
//! Compilers undo that order if they can: 64 looks that depend on nothing but the state are all begun at once, and far
//! more values are alive than there are registers. [`black_box`] is what keeps them from it; it changes no answer, and a
//! compiler that ignores it makes the same function, a fifth slower.

use super::constants::{POLYNOMIAL, ROUNDS, ROWS, SUBSTITUTION};
use core::hint::black_box;

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
static TABLES: Tables = tables();

type Tables = [[u64; 256]; 8];

#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places follow from the lengths")]
const fn tables() -> Tables {
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
    // Not known to be constant, or else looks into them are ordered without regard to anything.
    let tables = black_box(&TABLES);
    let mut key = round(tables, h, bits);
    let mut state = *block;
    for constant in &ROUNDS {
        // The next key first: so whatever a round waits for was begun two rounds before it.
        let next = round(tables, &key, constant);
        state = round(tables, &state, &key);
        key = next;
    }
    let sums = state.iter().zip(&key).zip(block);
    for (h, ((state, key), block)) in h.iter_mut().zip(sums) {
        *h ^= state ^ key ^ block;
    }
}

/// The functions X, S, P and L one after another.
#[inline(always)]
fn round(tables: &Tables, state: &[u64; 8], key: &[u64; 8]) -> [u64; 8] {
    let mut words = [[0; 2]; 8];
    for (word, (state, key)) in words.iter_mut().zip(state.iter().zip(key)) {
        *word = halves(state ^ key);
    }
    let [a, b, c, d, e, f, g, h] = black_box(&words);
    let [for_a, for_b, for_c, for_d, for_e, for_f, for_g, for_h] = tables;
    let mut sums = [0; 8];
    // Not a loop: the compiler would keep it one, and the processor guesses its end wrong.
    add(&mut sums, for_a, a);
    add(&mut sums, for_b, b);
    add(&mut sums, for_c, c);
    add(&mut sums, for_d, d);
    add(&mut sums, for_e, e);
    add(&mut sums, for_f, f);
    add(&mut sums, for_g, g);
    add(&mut sums, for_h, h);
    sums
}

/// Octets are taken out of 32 bits with fewer instructions than out of 64.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "splitting a number into its halves")]
const fn halves(word: u64) -> [u32; 2] {
    [word as u32, (word >> 32) as u32]
}

/// What one word adds to the sums. It comes by reference: loaded as a whole, it would be taken apart as 64 bits.
#[inline(always)]
fn add(sums: &mut [u64; 8], table: &[u64; 256], halves: &[u32; 2]) {
    let [a, b, c, d, e, f, g, h] = sums;
    let [low, high] = halves;
    // Not a loop: the compiler keeps it one when it optimizes for size, as it does for the browser, and hashes half as much.
    look(table, low.to_le_bytes(), [a, b, c, d]);
    look(table, high.to_le_bytes(), [e, f, g, h]);
    // The looks of the next word do not begin before these.
    black_box(());
}

/// What four octets add.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "an octet is below 256")]
fn look(table: &[u64; 256], [i, j, k, l]: [u8; 4], [a, b, c, d]: [&mut u64; 4]) {
    *a ^= table[usize::from(i)];
    *b ^= table[usize::from(j)];
    *c ^= table[usize::from(k)];
    *d ^= table[usize::from(l)];
}
