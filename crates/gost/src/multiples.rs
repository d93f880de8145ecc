//! Multiples of points: of the base point and of any public point by a secret number in constant time, and the double
//! multiplication of verification, where everything is public.
//!
//! A secret scalar `k` is made odd (`q - k` replaces an even `k`, and the product is negated) and written with odd
//! signed digits, `k = sum of d_i * 32^i`, `d_i` one of -31, -29, ..., 29, 31. No digit is zero, so nothing is skipped.
//! Each look-up reads all entries `1, 3, ..., 31` times the point.
//!
//! **Base point** ([`multiply_base`]): a row of entries for every place, no doublings. The sum runs from the lowest place
//! up. Before place `i` is added, the partial sum is an odd number below `32^i` in size and the addend is an
//! odd multiple of `32^i`, at most `31 * 32^i`. So as numbers they are neither equal nor opposite nor zero, and their
//! sum and difference stay below `32^(i+1)`, which is below `q` for all places but the last: the two points are distinct
//! and not opposite, and an addition with exceptions is right. At the last place the difference can reach `q` (for one
//! single `k`), so that addition is the complete one. The last sum is `k`, which is not 0 modulo `q`.
//!
//! **Any point of order `q`** ([`multiply_point`]): one row, from the highest place down. Before place `i` is added, the
//! partial sum is `32 * n` with `n >= 1`, more than any digit; and it is less than `k / 32^i + 32`, so that at all places
//! but the lowest neither the sum nor the difference reaches `q`. The lowest addition is the complete one.

use crate::curves::{Coordinates, Curve};
use crate::field::Field;
use crate::group::{BASE_POINTS, ENTRIES, Group};
use crate::limbs::{add, bit, bit_length_vartime, is_less, mask, select, sub};
use crate::wnaf;
use alloc::vec::Vec;
use zeroize::{Zeroize, Zeroizing};

/// Bits of a digit of a secret scalar.
pub(crate) const DIGIT_BITS: usize = 5;
/// Width of the signed digits of the base point's factor in verification.
const BASE_WIDTH: usize = 8;
/// Width of the signed digits of the key's factor in verification.
const KEY_WIDTH: usize = 5;
const KEY_POINTS: usize = 1 << (KEY_WIDTH - 2);

/// Digits of a scalar below `q`.
fn places<const N: usize>(curve: &Curve<N>) -> usize {
    bit_length_vartime(&curve.q.m).div_ceil(DIGIT_BITS)
}

/// An odd scalar with what leads back from it.
struct OddScalar<const N: usize> {
    scalar: Zeroizing<[u64; N]>,
    places: usize,
    /// All ones when the product has to be negated.
    even: u64,
}

impl<const N: usize> OddScalar<N> {
    fn new(curve: &Curve<N>, scalar: &[u64; N]) -> Self {
        let even = mask(bit(scalar, 0) == 0);
        let scalar = Zeroizing::new(select(scalar, &sub(&curve.q.m, scalar).0, even));
        Self { scalar, places: places(curve), even }
    }

    /// Bits `5i + 1 ..= 5i + 5`: `h` stands for the digit `2h - 31`. The bit above all digits counts as set.
    #[inline(always)]
    fn digit(&self, place: usize) -> u64 {
        let digit = (1..=DIGIT_BITS).fold(0, |h, i| h | (bit(&self.scalar, DIGIT_BITS * place + i) << (i - 1)));
        if place + 1 == self.places { digit | 1 << (DIGIT_BITS - 1) } else { digit }
    }

    /// The multiple in a row for the digit at a place.
    #[inline(always)]
    fn look_up<G: Group<N>>(&self, row: &[G::Entry], place: usize) -> G::Entry {
        look_up::<G, N>(row, self.digit(place))
    }

    fn undo_negation(&self, curve: &Curve<N>, (x, y): Coordinates<N>) -> Coordinates<N> {
        // y is not zero: the order is odd.
        (x, select(&y, &sub(&curve.p.m, &y).0, self.even))
    }
}

/// The multiple for digit `2h - 31`: entry `h - 16` when that is positive, entry `15 - h` negated when not.
#[inline(always)]
fn look_up<G: Group<N>, const N: usize>(row: &[G::Entry], h: u64) -> G::Entry {
    const HALF: u64 = 1 << (DIGIT_BITS - 1);
    let negative = mask(h & HALF == 0);
    let index = (h ^ negative) & (HALF - 1);
    let mut chosen = G::FILLER;
    for (number, entry) in (0u64..).zip(row) {
        chosen = G::select(&chosen, entry, mask(number == index));
    }
    G::negate_where(&chosen, negative)
}

/// Affine `scalar * base`, plain numbers. Constant time; `scalar` in `1..q`.
pub(crate) fn multiply_base<G: Group<N>, const N: usize>(curve: &Curve<N>, scalar: &[u64; N]) -> Coordinates<N> {
    match G::tables().rows(|| base_rows::<G, N>(curve)) {
        Some(rows) => multiply_by_rows::<G, N>(curve, rows, scalar),
        None => multiply_point::<G, N>(curve, &curve.base(), scalar).unwrap_or(([0; N], [0; N])),
    }
}

fn multiply_by_rows<G: Group<N>, const N: usize>(
    curve: &Curve<N>,
    rows: &[G::Entry],
    scalar: &[u64; N],
) -> Coordinates<N> {
    let odd = OddScalar::new(curve, scalar);
    let mut entries = rows.chunks(ENTRIES).enumerate().map(|(place, row)| odd.look_up::<G>(row, place));
    let mut sum = entries.next().map_or(G::NEUTRAL, |first| G::lift(&first));
    for entry in entries.by_ref().take(odd.places - 2) {
        sum = G::add_distinct(&sum, &entry);
    }
    let last = entries.next().unwrap_or(G::FILLER);
    let product = G::add_last(&sum, &last, curve);
    sum.zeroize();
    odd.undo_negation(curve, product)
}

/// Affine `scalar * point`, plain numbers, for a public point of order `q`; `None` for a point without coordinates in
/// the group. Constant time in the scalar, which must be in `1..q`.
pub(crate) fn multiply_point<G: Group<N>, const N: usize>(
    curve: &Curve<N>,
    point: &Coordinates<N>,
    scalar: &[u64; N],
) -> Option<Coordinates<N>> {
    let row = G::odd_multiples_vartime(&G::start(point)?, ENTRIES);
    let odd = OddScalar::new(curve, scalar);
    let mut sum = G::lift(&odd.look_up::<G>(&row, odd.places - 1));
    for place in (1..odd.places - 1).rev() {
        sum = G::add_distinct(&double_times::<G, N>(sum, DIGIT_BITS), &odd.look_up::<G>(&row, place));
    }
    sum = double_times::<G, N>(sum, DIGIT_BITS);
    let product = G::add_last(&sum, &odd.look_up::<G>(&row, 0), curve);
    sum.zeroize();
    Some(odd.undo_negation(curve, product))
}

fn double_times<G: Group<N>, const N: usize>(sum: G::Sum, times: usize) -> G::Sum {
    (0..times).fold(sum, |sum, _| G::double(&sum))
}

/// Odd multiples of `32^i * base` for every place, [`ENTRIES`] each.
fn base_rows<G: Group<N>, const N: usize>(curve: &Curve<N>) -> Vec<G::Entry> {
    let places = places(curve);
    let mut rows = Vec::with_capacity(places * ENTRIES);
    let mut start = G::start(&curve.base());
    for _ in 0..places {
        let row = start.map(|start| G::odd_multiples_vartime(&start, ENTRIES)).unwrap_or_default();
        let next = row.first().map(|once| double_times::<G, N>(G::lift(once), DIGIT_BITS));
        start = next.map(|next| G::restart_vartime(&next));
        rows.extend(row);
    }
    rows
}

fn base_odd<G: Group<N>, const N: usize>(curve: &Curve<N>, count: usize) -> Vec<G::Entry> {
    G::start(&curve.base()).map(|start| G::odd_multiples_vartime(&start, count)).unwrap_or_default()
}

/// Whether `u * base + v * key` has an `x` that equals `r` modulo `q`; all are public, `0 < r < q`.
pub(crate) fn sum_has_x_vartime<G: Group<N>, const N: usize>(
    curve: &Curve<N>,
    key: &Coordinates<N>,
    (u, v): (&[u64; N], &[u64; N]),
    r: &[u64; N],
) -> bool {
    let Some(key) = G::start(key) else { return false };
    let sum = match G::tables().odd(|| base_odd::<G, N>(curve, BASE_POINTS)) {
        Some(base) => combine_vartime::<G, N>((base, BASE_WIDTH, u), (&key, v)),
        None => combine_vartime::<G, N>((&base_odd::<G, N>(curve, KEY_POINTS), KEY_WIDTH, u), (&key, v)),
    };
    !G::is_neutral(&sum) && has_x::<G, N>(curve, &sum, r)
}

/// Whether a public point has order `q`, for groups whose addition has no exceptions.
pub(crate) fn is_in_subgroup_vartime<G: Group<N>, const N: usize>(curve: &Curve<N>, point: &Coordinates<N>) -> bool {
    let product = G::start(point).map(|start| combine_vartime::<G, N>((&[], KEY_WIDTH, &[0; N]), (&start, &curve.q.m)));
    product.is_some_and(|product| G::is_neutral(&product))
}

/// `u * base + v * key` from odd multiples of the base for signed digits of a width.
fn combine_vartime<G: Group<N>, const N: usize>(
    (base, width, u): (&[G::Entry], usize, &[u64; N]),
    (key, v): (&G::Start, &[u64; N]),
) -> G::Sum {
    let key = G::odd_multiples_vartime(key, KEY_POINTS);
    let (base_digits, key_digits) = (wnaf::recode_vartime(u, width), wnaf::recode_vartime(v, KEY_WIDTH));
    let mut sum = G::NEUTRAL;
    let digits = base_digits.iter().zip(&key_digits).rev();
    for (base_digit, key_digit) in digits.skip_while(|digits| *digits == (&0, &0)) {
        sum = G::double(&sum);
        sum = add_digit::<G, N>(sum, base, *base_digit);
        sum = add_digit::<G, N>(sum, &key, *key_digit);
    }
    sum
}

#[inline(always)]
fn add_digit<G: Group<N>, const N: usize>(sum: G::Sum, multiples: &[G::Entry], digit: i8) -> G::Sum {
    match multiples.get(usize::from(digit.unsigned_abs() / 2)) {
        Some(entry) if digit > 0 => G::add_vartime(&sum, entry),
        Some(entry) if digit < 0 => G::add_vartime(&sum, &G::negate(entry)),
        _ => sum,
    }
}

/// Compares the numerator of `x` with the denominator times every number below the prime that equals `r` modulo `q`,
/// sparing the inversion.
fn has_x<G: Group<N>, const N: usize>(curve: &Curve<N>, sum: &G::Sum, r: &[u64; N]) -> bool {
    let (numerator, denominator) = G::x_fraction(sum);
    let mut x = *r;
    loop {
        if G::F::from_number(&x).mul(&denominator).sub(&numerator).is_zero() {
            return true;
        }
        let (next, carry) = add(&x, &curve.q.m);
        if carry || !is_less(&next, &curve.p.m) {
            return false;
        }
        x = next;
    }
}
