//! CryptoPro-A (also XchA and tc26-256-B): the curve Svitok signs with, on its own arithmetic.

use crate::curves::{CRYPTO_PRO_A, Dedicated};
use crate::fixed_base::{self, DIGIT_BITS, ENTRIES, Row};
use crate::jacobian::{Affine, Jacobian, odd_multiples_vartime};
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

/// Odd multiples of `16^i * base` for signing, 32 KiB. A test computes them anew, and writes them when asked.
static ROWS: [Row<4, C>; PLACES] = read_rows(include_bytes!("crypto_pro_a_rows.bin"));
/// `1, 3, ..., 127` times the base point for verification, 4 KiB; likewise.
static BASE_MULTIPLES: [Affine<4, C>; BASE_POINTS] = read_points(include_bytes!("crypto_pro_a_odd.bin"), 0);

fn multiply_base(scalar: &[u64; 4]) -> ([u64; 4], [u64; 4]) {
    let point = fixed_base::multiply(&ROWS, (&CRYPTO_PRO_A.q.m, &B3), scalar);
    (point.x.canonical(), point.y.canonical())
}

/// Whether `u * base + v * key` has an `x` that equals `r` modulo `q`; `0 < r < q`.
fn sum_has_x_vartime(key: &([u64; 4], [u64; 4]), u: &[u64; 4], v: &[u64; 4], r: &[u64; 4]) -> bool {
    let key_multiples: [_; KEY_POINTS] = odd_multiples_vartime(&Affine { x: Element(key.0), y: Element(key.1) });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::Curve;
    use crate::limbs::{bit, sub, write_le};
    use crate::point::Point;
    use crate::test_numbers::{Words, small};
    use std::{fs, path::Path, vec::Vec};

    /// The slow way on other arithmetic: double and add, bit by bit.
    fn naive(scalar: &[u64; 4], point: &Point<4>) -> Point<4> {
        let curve: &Curve<4> = &CRYPTO_PRO_A;
        (0..256).rev().fold(Point::neutral(curve), |sum, index| {
            let twice = sum.double(curve);
            if bit(scalar, index) == 1 { twice.add(point, curve) } else { twice }
        })
    }

    fn naive_base(scalar: &[u64; 4]) -> ([u64; 4], [u64; 4]) {
        naive(scalar, &Point::base(&CRYPTO_PRO_A)).to_affine(&CRYPTO_PRO_A)
    }

    fn less(number: &[u64; 4], step: u64) -> [u64; 4] {
        sub(number, &small(step)).0
    }

    /// Scalars with the digits of a table at their limits, around q, and the one whose last addition is a doubling.
    fn scalars() -> Vec<[u64; 4]> {
        let q = &CRYPTO_PRO_A.q.m;
        let mut scalars: Vec<[u64; 4]> = (1..40).map(small).collect();
        scalars.extend((1..40).map(|step| less(q, step)));
        // 30 * 16^63 - q; the subtraction wraps at 2^256, which 30 * 16^63 exceeds by less than q.
        let doubling = sub(&[0, 0, 0, 0xe000_0000_0000_0000], q).0;
        scalars.extend([doubling, [0x1111_1111_1111_1111; 4], [0xeeee_eeee_eeee_eeee; 4]]);
        scalars.extend((0..256).map(|index| {
            let mut power = [0; 4];
            power[index / 64] = 1 << (index % 64);
            power
        }));
        let mut words = Words(1);
        scalars.extend((0..200).map(|_| words.below(q)));
        scalars
    }

    #[test]
    fn base_multiples_agree_with_double_and_add() {
        for scalar in scalars() {
            assert_eq!(multiply_base(&scalar), naive_base(&scalar), "{scalar:x?}");
        }
        let (x, y) = naive_base(&less(&CRYPTO_PRO_A.q.m, 1));
        assert_eq!((x, sub(&CRYPTO_PRO_A.p.m, &y).0), naive_base(&small(1)));
    }

    /// The sum by the other arithmetic, asked the same question.
    fn slow_answer(key: &[u64; 4], (u, v): (&[u64; 4], &[u64; 4])) -> Option<[u64; 4]> {
        let curve: &Curve<4> = &CRYPTO_PRO_A;
        let base = Point::base(curve);
        let sum = naive(u, &base).add(&naive(v, &naive(key, &base)), curve);
        (!sum.is_neutral()).then(|| curve.q.reduce(&sum.to_affine(curve).0))
    }

    fn check_sum(key: &[u64; 4], u: &[u64; 4], v: &[u64; 4]) {
        let point = naive_base(key);
        match slow_answer(key, (u, v)) {
            Some(r) => {
                assert!(sum_has_x_vartime(&point, u, v, &r), "{key:x?} {u:x?} {v:x?}");
                let other = if r[0] > 5 { less(&r, 1) } else { small(77) };
                assert!(!sum_has_x_vartime(&point, u, v, &other));
            }
            None => assert!(!sum_has_x_vartime(&point, u, v, &small(1))),
        }
    }

    #[test]
    fn sums_agree_with_double_and_add() {
        let q = &CRYPTO_PRO_A.q.m;
        let mut words = Words(2);
        for _ in 0..60 {
            check_sum(&words.below(q), &words.below(q), &words.below(q));
        }
        // Keys that are small multiples of the base make the partial sums meet: equal, opposite, neutral.
        let factors: Vec<[u64; 4]> = [1, 2, 3, 5, 15, 16, 31, 127].into_iter().map(small).collect();
        for key in factors.iter().copied().chain([1, 2, 3].map(|step| less(q, step))) {
            for u in &factors {
                for v in factors.iter().copied().chain([1, 2].map(|step| less(q, step))) {
                    check_sum(&key, u, &v);
                }
            }
        }
    }

    /// `x` of a sum may lie between q and p, where `r` and `x` differ by q.
    #[test]
    fn an_x_above_the_order_is_found() {
        let (x, z) = (sub(&CRYPTO_PRO_A.p.m, &small(9)).0, Element::<4, C>([5, 6, 7, 8]));
        let sum = Jacobian { x: Element(x).mul(&z.square()), y: Element::ONE, z };
        assert!(has_x(&sum, &sub(&x, &CRYPTO_PRO_A.q.m).0));
        assert!(!has_x(&sum, &sub(&x, &CRYPTO_PRO_A.q.m).0.map(|limb| limb ^ 1)));
    }

    fn octets((x, y): ([u64; 4], [u64; 4])) -> [u8; 64] {
        let mut octets = [0; 64];
        write_le(&x, &mut octets[..32]);
        write_le(&y, &mut octets[32..]);
        octets
    }

    /// Computes the files anew on other arithmetic. With `GOST_WRITE_TABLES` set they are written first.
    #[test]
    fn tables_are_what_they_should_be() {
        let curve: &Curve<4> = &CRYPTO_PRO_A;
        let odd = |point: &Point<4>, count: u64| -> Vec<u8> {
            (0..count).flat_map(|i| octets(naive(&small(2 * i + 1), point).to_affine(curve))).collect()
        };
        let mut rows = Vec::new();
        let mut base = Point::base(curve);
        for _ in 0..PLACES {
            rows.extend(odd(&base, 8));
            base = (0..DIGIT_BITS).fold(base, |point, _| point.double(curve));
        }
        let multiples = odd(&Point::base(curve), 64);
        if std::env::var_os("GOST_WRITE_TABLES").is_some() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            fs::write(folder.join("crypto_pro_a_rows.bin"), &rows).unwrap();
            fs::write(folder.join("crypto_pro_a_odd.bin"), &multiples).unwrap();
        }
        assert!(rows == include_bytes!("crypto_pro_a_rows.bin"), "run this test with GOST_WRITE_TABLES=1");
        assert!(multiples == include_bytes!("crypto_pro_a_odd.bin"), "run this test with GOST_WRITE_TABLES=1");
    }
}
