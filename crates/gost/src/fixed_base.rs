//! Multiples of a fixed base point in constant time, from a table, with no doublings.
//!
//! The scalar is made odd (`q - k` replaces an even `k`) and written with odd signed digits,
//! `k = sum of d_i * 16^i`, `d_i` one of -15, -13, ..., 13, 15. No digit is zero, so nothing is skipped.
//! The table holds `1, 3, ..., 15` times `16^i * base` for every place; each look-up reads all eight entries.
//!
//! The sum runs from the lowest place up. Before place `i` is added, the partial sum is an odd number below `16^i` in
//! size and the addend is an odd multiple of `16^i`, at most `15 * 16^i`. So as numbers they are neither equal nor
//! opposite nor zero, and their sum and difference stay below `16^(i+1)`, which is below `q` for all places but the
//! last: the two points are distinct and not opposite, and plain mixed addition is right. At the last place
//! the difference can reach `q` (for one single `k`), so that addition is the complete one.

use crate::jacobian::Affine;
use crate::limbs::{bit, mask, select, sub};
use crate::special_prime::Element;
use zeroize::{Zeroize, Zeroizing};

/// Bits of a digit.
pub(crate) const DIGIT_BITS: usize = 4;
/// Odd multiples kept for a place.
pub(crate) const ENTRIES: usize = 1 << (DIGIT_BITS - 1);

/// One table row: odd multiples of `16^i * base`.
pub(crate) type Row<const N: usize, const C: u64> = [Affine<N, C>; ENTRIES];

/// `scalar * base` for `0 < scalar < q`, with `PLACES = 16 * N` rows of the base. `b3` is three times the curve's b.
pub(crate) fn multiply<const N: usize, const C: u64, const PLACES: usize>(
    table: &[Row<N, C>; PLACES],
    (q, b3): (&[u64; N], &Element<N, C>),
    scalar: &[u64; N],
) -> Affine<N, C> {
    const { assert!(PLACES * DIGIT_BITS == 64 * N, "a row for every digit") };
    let even = mask(bit(scalar, 0) == 0);
    let odd = Zeroizing::new(select(scalar, &sub(q, scalar).0, even));
    let [first, middle @ .., last] = table.as_slice() else { return Affine { x: Element::ZERO, y: Element::ZERO } };
    let mut sum = look_up(first, digit(&odd, 0)).lift();
    for (place, row) in (1..).zip(middle) {
        sum = sum.add_distinct(&look_up(row, digit(&odd, place)));
    }
    // The highest digit is positive: the bit above the scalar counts as set.
    let top = digit(&odd, PLACES - 1) | 8;
    let point = sum.add_complete(&look_up(last, top), b3);
    sum.x.0.zeroize();
    sum.y.0.zeroize();
    sum.z.0.zeroize();
    Affine { x: point.x, y: Element::select(&point.y, &point.y.negate(), even) }
}

/// Bits `4i + 1 ..= 4i + 4` of an odd scalar: `h` stands for the digit `2h - 15`.
#[inline(always)]
fn digit<const N: usize>(scalar: &[u64; N], place: usize) -> u64 {
    let low = DIGIT_BITS * place + 1;
    bit(scalar, low) | bit(scalar, low + 1) << 1 | bit(scalar, low + 2) << 2 | bit(scalar, low + 3) << 3
}

/// The multiple for digit `2h - 15`: entry `h - 8` when that is positive, entry `7 - h` negated when not.
#[inline(always)]
fn look_up<const N: usize, const C: u64>(row: &Row<N, C>, h: u64) -> Affine<N, C> {
    let negative = mask(h & 8 == 0);
    let index = (h ^ negative) & 7;
    let (mut x, mut y) = ([0; N], [0; N]);
    for (number, entry) in (0u64..).zip(row) {
        let chosen = mask(number == index);
        for (limb, value) in x.iter_mut().zip(&entry.x.0) {
            *limb |= value & chosen;
        }
        for (limb, value) in y.iter_mut().zip(&entry.y.0) {
            *limb |= value & chosen;
        }
    }
    let y = Element(y);
    Affine { x: Element(x), y: Element::select(&y, &y.negate(), negative) }
}
