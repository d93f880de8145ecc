//! The compression function for processors with AVX-512 VBMI and GFNI (Intel since 2019, AMD since 2022): a state is one
//! register, and a round some twenty-five instructions without a look into memory, so neither the time nor the cache
//! tells anything of what is hashed.
//!
//! A register holds eight words of eight octets. The permutation P makes the octets of one place of all words a word,
//! which is how the linear transformation L wants them: an octet of a place of the answer is a sum over the eight
//! places of the octet there times a matrix of bits. So L multiplies the register, turned by 0 to 7 words, by eight
//! registers of matrices; and the octets change places once, at the end.
#![expect(unsafe_code, reason = "a function that needs instructions is called where they were found")]

use super::compression::product;
use super::constants::{ROUNDS, ROWS, SUBSTITUTION};
use core::arch::x86_64::{
    __m512i, _mm_cvtsi128_si64, _mm_extract_epi64, _mm256_extracti128_si256, _mm512_alignr_epi64,
    _mm512_extracti64x4_epi64, _mm512_gf2p8affine_epi64_epi8, _mm512_mask_blend_epi8, _mm512_movepi8_mask,
    _mm512_permutex2var_epi8, _mm512_permutexvar_epi8, _mm512_set_epi64, _mm512_ternarylogic_epi64, _mm512_xor_si512,
};

/// Whether this processor, and the system under it, has the instructions.
pub(super) fn is_available() -> bool {
    std::arch::is_x86_feature_detected!("avx512f")
        && std::arch::is_x86_feature_detected!("avx512bw")
        && std::arch::is_x86_feature_detected!("avx512vbmi")
        && std::arch::is_x86_feature_detected!("gfni")
}

/// [`super::compression::compress`] where [`is_available`] says yes; elsewhere it falls back to that.
pub(super) fn compress(h: &mut [u64; 8], bits: &[u64; 8], block: &[u64; 8]) {
    if is_available() {
        // SAFETY: the processor has every instruction that the function asks for, as was just found.
        unsafe { compress_wide(h, bits, block) }
    } else {
        super::compression::compress(h, bits, block);
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,gfni")]
fn compress_wide(h: &mut [u64; 8], bits: &[u64; 8], block: &[u64; 8]) {
    let round = Round::new();
    let (before, message) = (register(h), register(block));
    let mut key = round.apply(_mm512_xor_si512(before, register(bits)));
    let mut state = message;
    for constant in &ROUNDS {
        let next = round.apply(_mm512_xor_si512(state, key));
        key = round.apply(_mm512_xor_si512(key, register(constant)));
        state = next;
    }
    *h = words(_mm512_ternarylogic_epi64::<SUM>(before, message, _mm512_xor_si512(state, key)));
}

/// The truth table of a sum of three bits.
const SUM: i32 = 0x96;

/// What a round needs, kept in registers.
struct Round {
    substitution: [__m512i; 4],
    matrices: [__m512i; 8],
    transposition: __m512i,
}

impl Round {
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi,gfni")]
    fn new() -> Self {
        let [a, b, c, d] = &SUBSTITUTION_WORDS;
        let [e, f, g, h, i, j, k, l] = &MATRICES;
        let first = [register(e), register(f), register(g), register(h)];
        let second = [register(i), register(j), register(k), register(l)];
        let [e, f, g, h] = first;
        let [i, j, k, l] = second;
        Self {
            substitution: [register(a), register(b), register(c), register(d)],
            matrices: [e, f, g, h, i, j, k, l],
            transposition: register(&TRANSPOSITION),
        }
    }

    /// The functions S, P and L one after another.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi,gfni")]
    fn apply(&self, state: __m512i) -> __m512i {
        let [a, b, c, d] = self.substitution;
        let low = _mm512_permutex2var_epi8(a, state, b);
        let high = _mm512_permutex2var_epi8(c, state, d);
        let octets = _mm512_mask_blend_epi8(_mm512_movepi8_mask(state), low, high);
        let [a, b, c, d, e, f, g, h] = self.matrices;
        let a = times(octets, a);
        let b = times(_mm512_alignr_epi64::<1>(octets, octets), b);
        let c = times(_mm512_alignr_epi64::<2>(octets, octets), c);
        let d = times(_mm512_alignr_epi64::<3>(octets, octets), d);
        let e = times(_mm512_alignr_epi64::<4>(octets, octets), e);
        let f = times(_mm512_alignr_epi64::<5>(octets, octets), f);
        let g = times(_mm512_alignr_epi64::<6>(octets, octets), g);
        let h = times(_mm512_alignr_epi64::<7>(octets, octets), h);
        let left = _mm512_ternarylogic_epi64::<SUM>(a, b, c);
        let middle = _mm512_ternarylogic_epi64::<SUM>(d, e, f);
        let sum = _mm512_ternarylogic_epi64::<SUM>(left, middle, _mm512_xor_si512(g, h));
        _mm512_permutexvar_epi8(self.transposition, sum)
    }
}

#[inline]
#[target_feature(enable = "avx512f,gfni")]
fn times(octets: __m512i, matrices: __m512i) -> __m512i {
    _mm512_gf2p8affine_epi64_epi8::<0>(octets, matrices)
}

#[inline]
#[target_feature(enable = "avx512f")]
fn register(words: &[u64; 8]) -> __m512i {
    let [a, b, c, d, e, f, g, h] = words.map(u64::cast_signed);
    _mm512_set_epi64(h, g, f, e, d, c, b, a)
}

#[inline]
#[target_feature(enable = "avx512f")]
fn words(register: __m512i) -> [u64; 8] {
    let (low, high) = (_mm512_extracti64x4_epi64::<0>(register), _mm512_extracti64x4_epi64::<1>(register));
    let (a, c) = (_mm256_extracti128_si256::<0>(low), _mm256_extracti128_si256::<1>(low));
    let (e, g) = (_mm256_extracti128_si256::<0>(high), _mm256_extracti128_si256::<1>(high));
    let (b, d) = (_mm_extract_epi64::<1>(a), _mm_extract_epi64::<1>(c));
    let (f, h) = (_mm_extract_epi64::<1>(e), _mm_extract_epi64::<1>(g));
    let [a, c, e, g] = [_mm_cvtsi128_si64(a), _mm_cvtsi128_si64(c), _mm_cvtsi128_si64(e), _mm_cvtsi128_si64(g)];
    [a, b, c, d, e, f, g, h].map(i64::cast_unsigned)
}

static SUBSTITUTION_WORDS: [[u64; 8]; 4] = substitution_words();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places follow from the lengths")]
const fn substitution_words() -> [[u64; 8]; 4] {
    let mut words = [[0; 8]; 4];
    let mut place = 0;
    while place < 256 {
        words[place / 64][place % 64 / 8] |= (SUBSTITUTION[place] as u64) << (8 * (place % 8));
        place += 1;
    }
    words
}

/// From where each octet comes: the octets of a place of all words become a word.
static TRANSPOSITION: [u64; 8] = transposition();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places follow from the lengths")]
const fn transposition() -> [u64; 8] {
    let mut words = [0; 8];
    let mut place = 0;
    while place < 64 {
        words[place / 8] |= ((place % 8 * 8 + place / 8) as u64) << (8 * (place % 8));
        place += 1;
    }
    words
}

/// For each turn of the register and each place of the answer: what the octet there adds to it.
static MATRICES: [[u64; 8]; 8] = matrices();

#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places follow from the lengths")]
const fn matrices() -> [[u64; 8]; 8] {
    let mut matrices = [[0; 8]; 8];
    let mut place = 0;
    while place < 64 {
        let (turn, answer) = (place / 8, place % 8);
        matrices[turn][answer] = matrix(ROWS[(answer + turn) % 8], answer);
        place += 1;
    }
    matrices
}

/// The matrix of an octet that adds this row to a word, to one octet of the word, as the instruction wants it: the row
/// of the highest bit first.
const fn matrix(row_of_one: u64, place: usize) -> u64 {
    let (mut matrix, mut bit) = (0, 0);
    while bit < 8 {
        let column = product(row_of_one, 1 << bit) >> (8 * place);
        let mut row = 0;
        while row < 8 {
            matrix |= (column >> row & 1) << (8 * (7 - row) + bit);
            row += 1;
        }
        bit += 1;
    }
    matrix
}

#[cfg(test)]
mod tests {
    use crate::streebog::compression;
    use crate::test_numbers::Words;

    #[test]
    fn agrees_with_the_tables() {
        if !super::is_available() {
            std::eprintln!("streebog::wide is not tried: this processor has no AVX-512 VBMI or no GFNI");
            return;
        }
        let mut words = Words(341_112);
        for _ in 0..2_000 {
            let (h, bits, block) = (words.number(), words.number(), words.number());
            let (mut ours, mut theirs) = (h, h);
            super::compress(&mut ours, &bits, &block);
            compression::compress(&mut theirs, &bits, &block);
            assert_eq!(ours, theirs);
        }
    }
}
