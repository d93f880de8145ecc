//! Fixed-size little-endian numbers: arrays of 64-bit limbs, no reduction.
//!
//! Everything here runs in the same time for every value unless its name ends in `_vartime`.
#![expect(clippy::indexing_slicing, reason = "every index is below N, the fixed length of the array")]

/// `a * b + c + d` as (low limb, high limb); the largest case still fits 128 bits.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "splitting a 128-bit product into its two limbs")]
pub(crate) const fn mul_add(a: u64, b: u64, c: u64, d: u64) -> (u64, u64) {
    let wide = (a as u128) * (b as u128) + (c as u128) + (d as u128);
    (wide as u64, (wide >> 64) as u64)
}

/// Sum of two limbs and a carry.
#[inline(always)]
pub(crate) const fn add_carry(a: u64, b: u64, carry: bool) -> (u64, bool) {
    let (sum, first) = a.overflowing_add(b);
    let (sum, second) = sum.overflowing_add(carry as u64);
    (sum, first | second)
}

/// Difference of two limbs and a borrow.
#[inline(always)]
pub(crate) const fn sub_borrow(a: u64, b: u64, borrow: bool) -> (u64, bool) {
    let (difference, first) = a.overflowing_sub(b);
    let (difference, second) = difference.overflowing_sub(borrow as u64);
    (difference, first | second)
}

/// Writes a statement out for every limb number below `N`, 8 at most: a loop of loops of that size is left a loop by the
/// compiler, with its numbers in memory instead of registers, at half the speed.
macro_rules! for_each_limb {
    ($i:ident < $limbs:expr, $body:block) => {
        for_each_limb!(@ $i, $limbs, $body, 0, 1, 2, 3, 4, 5, 6, 7);
    };
    (@ $i:ident, $limbs:expr, $body:block, $($number:literal),*) => {
        $(
            if $number < $limbs {
                let $i: usize = $number;
                $body
            }
        )*
    };
}
pub(crate) use for_each_limb;

/// All ones for `true`, zero for `false`, in a form the compiler cannot see through: otherwise it turns the choice made
/// with the mask back into a branch (seen on x86-64 in the subtraction of field elements).
#[inline(always)]
pub(crate) const fn mask(bit: bool) -> u64 {
    core::hint::black_box((bit as u64).wrapping_neg())
}

/// Sum and the carry out of the top limb.
#[inline(always)]
pub(crate) const fn add<const N: usize>(a: &[u64; N], b: &[u64; N]) -> ([u64; N], bool) {
    let mut sum = [0; N];
    let mut carry = false;
    let mut i = 0;
    while i < N {
        (sum[i], carry) = add_carry(a[i], b[i], carry);
        i += 1;
    }
    (sum, carry)
}

/// Difference and the borrow out of the top limb.
#[inline(always)]
pub(crate) const fn sub<const N: usize>(a: &[u64; N], b: &[u64; N]) -> ([u64; N], bool) {
    let mut difference = [0; N];
    let mut borrow = false;
    let mut i = 0;
    while i < N {
        (difference[i], borrow) = sub_borrow(a[i], b[i], borrow);
        i += 1;
    }
    (difference, borrow)
}

/// `b` where the mask is all ones, `a` where it is zero.
#[inline(always)]
pub(crate) const fn select<const N: usize>(a: &[u64; N], b: &[u64; N], mask: u64) -> [u64; N] {
    let mut chosen = [0; N];
    let mut i = 0;
    while i < N {
        chosen[i] = a[i] ^ (mask & (a[i] ^ b[i]));
        i += 1;
    }
    chosen
}

/// All ones when every limb is zero.
#[inline(always)]
pub(crate) const fn zero_mask<const N: usize>(a: &[u64; N]) -> u64 {
    let mut joined = 0;
    let mut i = 0;
    while i < N {
        joined |= a[i];
        i += 1;
    }
    // The top bit of `x | -x` is set exactly when x is not zero.
    ((joined | joined.wrapping_neg()) >> 63).wrapping_sub(1)
}

/// Whether every limb is zero. The answer is public; the time does not tell which limb differed.
pub(crate) const fn is_zero<const N: usize>(a: &[u64; N]) -> bool {
    zero_mask(a) != 0
}

/// Whether `a < b`. The answer is public.
pub(crate) const fn is_less<const N: usize>(a: &[u64; N], b: &[u64; N]) -> bool {
    sub(a, b).1
}

/// Reads up to `8 * N` little-endian octets; octets beyond that are not looked at.
pub(crate) fn from_le<const N: usize>(octets: &[u8]) -> [u64; N] {
    let mut limbs = [0; N];
    for (limb, chunk) in limbs.iter_mut().zip(octets.chunks(8)) {
        for (place, octet) in chunk.iter().enumerate() {
            *limb |= u64::from(*octet) << (8 * place);
        }
    }
    limbs
}

/// Reads up to `8 * N` big-endian octets; octets before those are not looked at.
pub(crate) fn from_be<const N: usize>(octets: &[u8]) -> [u64; N] {
    let mut limbs = [0; N];
    for (limb, chunk) in limbs.iter_mut().zip(octets.rchunks(8)) {
        for octet in chunk {
            *limb = (*limb << 8) | u64::from(*octet);
        }
    }
    limbs
}

/// Writes little-endian octets, as many as `out` holds (at most `8 * N`).
pub(crate) fn write_le<const N: usize>(limbs: &[u64; N], out: &mut [u8]) {
    for (limb, chunk) in limbs.iter().zip(out.chunks_mut(8)) {
        for (octet, value) in chunk.iter_mut().zip(limb.to_le_bytes()) {
            *octet = value;
        }
    }
}

/// Writes big-endian octets, the low ones last (at most `8 * N`).
pub(crate) fn write_be<const N: usize>(limbs: &[u64; N], out: &mut [u8]) {
    for (limb, chunk) in limbs.iter().zip(out.rchunks_mut(8)) {
        for (octet, value) in chunk.iter_mut().rev().zip(limb.to_le_bytes()) {
            *octet = value;
        }
    }
}

/// Reads a hexadecimal constant of exactly `16 * N` digits; used for the curve tables at build time only.
#[expect(clippy::panic, reason = "evaluated by the compiler: a wrong digit in a table stops the build")]
pub(crate) const fn from_hex<const N: usize>(text: &str) -> [u64; N] {
    let digits = text.as_bytes();
    assert!(digits.len() == 16 * N, "a constant must have 16 digits a limb");
    let mut limbs = [0; N];
    let mut i = 0;
    while i < digits.len() {
        let digit = match digits[i] {
            c @ b'0'..=b'9' => c - b'0',
            c @ b'a'..=b'f' => c - b'a' + 10,
            _ => panic!("not a lower-case hexadecimal digit"),
        };
        let place = digits.len() - 1 - i;
        limbs[place / 16] |= (digit as u64) << (4 * (place % 16));
        i += 1;
    }
    limbs
}

/// Bit `index` of a number whose value is public or whose use does not branch on it.
#[inline(always)]
pub(crate) const fn bit<const N: usize>(a: &[u64; N], index: usize) -> u64 {
    if index < 64 * N { (a[index / 64] >> (index % 64)) & 1 } else { 0 }
}

/// Number of bits up to the highest one set.
pub(crate) const fn bit_length_vartime<const N: usize>(a: &[u64; N]) -> usize {
    let mut i = N;
    while i > 0 {
        i -= 1;
        if a[i] != 0 {
            return 64 * (i + 1) - a[i].leading_zeros() as usize;
        }
    }
    0
}
