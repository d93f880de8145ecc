//! CryptoPro-A (also XchA and tc26-256-B): the curve Svitok signs with, on its own arithmetic.

use crate::curves::{CRYPTO_PRO_A, Dedicated};
use crate::fixed_base::{self, DIGIT_BITS, ENTRIES, Row};
use crate::jacobian::{Affine, Jacobian, odd_multiples};
use crate::limbs::{add, is_less};
use crate::special_prime::Element;
use crate::wnaf;

/// `2^256 - 617` is the prime.
const C: u64 = 617;
/// `b = 0xa6`.
const B3: Element<4, C> = Element([3 * 0xa6, 0, 0, 0]);
/// Digits of a scalar in the fixed-base table.
const PLACES: usize = 256 / DIGIT_BITS;
/// Width of the signed digits of the base point's factor in verification.
const BASE_WIDTH: usize = 8;
const BASE_POINTS: usize = 1 << (BASE_WIDTH - 2);
/// Width of the signed digits of the key's factor in verification.
const KEY_WIDTH: usize = 5;
const KEY_POINTS: usize = 1 << (KEY_WIDTH - 2);

/// What `Curve` refers to.
pub(crate) const DEDICATED: Dedicated<4> = Dedicated { multiply_base, sum_has_x_vartime };

/// Multiples for signing, 32 KiB. Made by [`rows`], which a test compares.
static ROWS: [Row<4, C>; PLACES] = read_rows(include_bytes!("crypto_pro_a_rows.bin"));
/// `1, 3, ..., 127` times the base point for verification, 4 KiB. Made by `odd_multiples`, which a test compares.
static BASE_MULTIPLES: [Affine<4, C>; BASE_POINTS] = read_points(include_bytes!("crypto_pro_a_odd.bin"), 0);

fn multiply_base(scalar: &[u64; 4]) -> ([u64; 4], [u64; 4]) {
    let point = fixed_base::multiply(&ROWS, (&CRYPTO_PRO_A.q.m, &B3), scalar);
    (point.x.canonical(), point.y.canonical())
}

/// Whether `u * base + v * key` has an `x` that equals `r` modulo `q`; `0 < r < q`.
fn sum_has_x_vartime(key: &([u64; 4], [u64; 4]), u: &[u64; 4], v: &[u64; 4], r: &[u64; 4]) -> bool {
    let key_multiples: [_; KEY_POINTS] = odd_multiples(&Affine { x: Element(key.0), y: Element(key.1) });
    let base_digits = wnaf::recode_vartime::<4, 257>(u, BASE_WIDTH);
    let key_digits = wnaf::recode_vartime::<4, 257>(v, KEY_WIDTH);
    let mut sum = Jacobian::NEUTRAL;
    for (base_digit, key_digit) in base_digits.iter().zip(&key_digits).rev() {
        if !sum.z.is_zero() {
            sum = sum.double();
        }
        sum = add_digit(sum, &BASE_MULTIPLES, *base_digit);
        sum = add_digit(sum, &key_multiples, *key_digit);
    }
    !sum.z.is_zero() && has_x(&sum, r)
}

#[inline(always)]
fn add_digit(sum: Jacobian<4, C>, multiples: &[Affine<4, C>], digit: i8) -> Jacobian<4, C> {
    match multiples.get(usize::from(digit.unsigned_abs() / 2)) {
        Some(entry) if digit > 0 => sum.add_vartime(entry),
        Some(entry) if digit < 0 => sum.add_vartime(&entry.negate()),
        _ => sum,
    }
}

/// Compares `X` with `x * Z^2` for every `x` below the prime that equals `r` modulo `q`, sparing the inversion.
fn has_x(sum: &Jacobian<4, C>, r: &[u64; 4]) -> bool {
    let zz = sum.z.square();
    let mut x = *r;
    loop {
        if Element(x).mul(&zz).sub(&sum.x).is_zero() {
            return true;
        }
        let (next, carry) = add(&x, &CRYPTO_PRO_A.q.m);
        if carry || !is_less(&next, &CRYPTO_PRO_A.p.m) {
            return false;
        }
        x = next;
    }
}

/// Little-endian coordinates `x ‖ y` of one point after the other, read while compiling.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler: a short file stops the build")]
const fn read_points<const POINTS: usize>(octets: &[u8], first: usize) -> [Affine<4, C>; POINTS] {
    let mut points = [Affine { x: Element::ZERO, y: Element::ZERO }; POINTS];
    let mut i = 0;
    while i < 64 * POINTS {
        let octet = (octets[64 * first + i] as u64) << (8 * (i % 8));
        let limb = (i % 32) / 8;
        if i % 64 < 32 {
            points[i / 64].x.0[limb] |= octet;
        } else {
            points[i / 64].y.0[limb] |= octet;
        }
        i += 1;
    }
    points
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler: a short file stops the build")]
const fn read_rows(octets: &[u8; 64 * ENTRIES * PLACES]) -> [Row<4, C>; PLACES] {
    let mut rows = [[Affine { x: Element::ZERO, y: Element::ZERO }; ENTRIES]; PLACES];
    let mut place = 0;
    while place < PLACES {
        rows[place] = read_points(octets, ENTRIES * place);
        place += 1;
    }
    rows
}
