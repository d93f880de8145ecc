//! Every curve's own arithmetic against the oracle (`point.rs`): other coordinates, other addition law, other products.

use crate::curves::{AnyCurve, Coordinates, Curve, Operations, curve_of};
use crate::group::ENTRIES;
use crate::limbs::{add, bit_length_vartime, is_less, sub};
use crate::multiples::DIGIT_BITS;
use crate::param_set::ParamSet;
use crate::point;
use crate::test_numbers::{Words, slow_add, small};
use std::vec::Vec;

/// One name of each curve.
const CURVES: [ParamSet; 7] =
    [ParamSet::A, ParamSet::B, ParamSet::C, ParamSet::TcA, ParamSet::Tc512A, ParamSet::Tc512B, ParamSet::Tc512C];

fn less<const N: usize>(number: &[u64; N], step: u64) -> [u64; N] {
    sub(number, &small(step)).0
}

/// `factor * 32^place` modulo q.
fn at_place<const N: usize>(q: &[u64; N], factor: u64, place: usize) -> [u64; N] {
    (0..DIGIT_BITS * place).fold(small(factor), |number, _| slow_add(&number, &number, q))
}

/// Scalars with digits at their limits, around 0 and q, and those for which the last addition of either multiplication
/// is a doubling.
fn scalars<const N: usize>(q: &[u64; N], random: usize) -> Vec<[u64; N]> {
    let mut scalars: Vec<[u64; N]> = (1..40).map(small).collect();
    scalars.extend((1..70).map(|step| less(q, step)));
    let places = bit_length_vartime(q).div_ceil(DIGIT_BITS);
    for digit in (1..2 * u64::try_from(ENTRIES).unwrap()).step_by(2) {
        let doubling = at_place(q, 2 * digit, places - 1);
        scalars.extend([doubling, sub(q, &doubling).0]);
    }
    for pattern in [0x1111_1111_1111_1111, 0x1084_2108_4210_8421, 0x0f83_e0f8_3e0f_83e0, u64::MAX / 3] {
        let mut number = [pattern; N];
        number[N - 1] >>= 64 * N - bit_length_vartime(q) + 1;
        scalars.push(number);
    }
    scalars.extend((0..bit_length_vartime(q) - 1).step_by(7).map(|index| {
        let mut power = [0; N];
        power[index / 64] = 1 << (index % 64);
        power
    }));
    let mut words = Words(1);
    scalars.extend((0..random).map(|_| words.below(q)));
    scalars.retain(|scalar| *scalar != [0; N] && is_less(scalar, q));
    scalars
}

fn base_multiples_agree<const N: usize>(curve: &Curve<N>) {
    let oracle: Operations<N> = point::operations();
    for scalar in scalars(&curve.q.m, 50) {
        let expected = (oracle.multiply_base)(curve, &scalar);
        assert_eq!((curve.operations.multiply_base)(curve, &scalar), expected, "{scalar:x?}");
    }
}

fn point_multiples_agree<const N: usize>(curve: &Curve<N>) {
    let oracle: Operations<N> = point::operations();
    let mut words = Words(2);
    for factor in [small(1), words.below(&curve.q.m)] {
        let point = (oracle.multiply_base)(curve, &factor);
        for scalar in scalars(&curve.q.m, 20) {
            let expected = (oracle.multiply_point)(curve, &point, &scalar);
            assert!(expected.is_some());
            assert_eq!((curve.operations.multiply_point)(curve, &point, &scalar), expected, "{scalar:x?}");
        }
    }
}

/// The `x` of `u * base + v * key` modulo q by the oracle; `None` for the neutral element.
fn slow_x<const N: usize>(curve: &Curve<N>, key: &[u64; N], u: &[u64; N], v: &[u64; N]) -> Option<[u64; N]> {
    let product = curve.q.mul(&curve.q.enter(key), v);
    let factor = curve.q.add(&product, u);
    (factor != [0; N]).then(|| curve.q.reduce(&(point::operations().multiply_base)(curve, &factor).0))
}

fn check_sum<const N: usize>(curve: &Curve<N>, key: &[u64; N], u: &[u64; N], v: &[u64; N]) {
    let point = (curve.operations.multiply_base)(curve, key);
    let has_x = |r: &[u64; N]| (curve.operations.sum_has_x_vartime)(curve, &point, (u, v), r);
    match slow_x(curve, key, u, v) {
        Some(r) if r == [0; N] => assert!(!has_x(&small(1))),
        Some(r) => {
            assert!(has_x(&r), "{key:x?} {u:x?} {v:x?}");
            assert!(!has_x(&if r[0] > 5 { less(&r, 1) } else { small(77) }));
        }
        None => assert!(!has_x(&small(1))),
    }
}

fn sums_agree<const N: usize>(curve: &Curve<N>) {
    let q = &curve.q.m;
    let mut words = Words(3);
    for _ in 0..15 {
        check_sum(curve, &words.below(q), &words.below(q), &words.below(q));
    }
    // Keys that are small multiples of the base make the partial sums meet: equal, opposite, neutral.
    let factors: Vec<[u64; N]> = [1, 2, 3, 15, 31, 127].into_iter().map(small).collect();
    for key in factors.iter().copied().chain([1, 2, 3].map(|step| less(q, step))) {
        for u in &factors {
            for v in factors.iter().copied().chain([1, 2].map(|step| less(q, step))) {
                check_sum(curve, &key, u, &v);
            }
        }
    }
}

/// An `x` may lie above the order, where `r` and `x` differ by `q` or, on a curve of cofactor 4, up to three times that.
fn an_x_above_the_order_is_found<const N: usize>(curve: &Curve<N>) {
    let mut above = 0;
    for factor in (2..60).map(small) {
        let (x, _) = (curve.operations.multiply_base)(curve, &factor);
        let r = curve.q.reduce(&x);
        above += u32::from(r != x);
        assert!((curve.operations.sum_has_x_vartime)(curve, &curve.base(), (&less(&factor, 1), &small(1)), &r));
    }
    // Orders next to the prime leave hardly an x above them.
    assert!(curve.cofactor == 1 || above > 20, "{above}");
}

/// The sum of two different points by the schoolbook, on the oracle's field.
fn schoolbook_sum<const N: usize>(curve: &Curve<N>, left: &Coordinates<N>, right: &Coordinates<N>) -> Coordinates<N> {
    let p = &curve.p;
    let [x1, y1, x2, y2] = [left.0, left.1, right.0, right.1].map(|number| p.enter(&number));
    let slope = p.mul(&p.sub(&y2, &y1), &p.invert(&p.sub(&x2, &x1)));
    let x = p.sub(&p.square(&slope), &p.add(&x1, &x2));
    let y = p.sub(&p.mul(&slope, &p.sub(&x1, &x)), &y1);
    (p.leave(&x), p.leave(&y))
}

/// Points of order 2 and 4 and their sums with a good point; `t` is the `x` of the point of order 2.
fn low_orders_are_told<const N: usize>(curve: &Curve<N>, t: &[u64; N], s: &[u64; N]) {
    let p = &curve.p;
    let is_in_subgroup = |point: &Coordinates<N>| {
        assert!(curve.contains(point), "{point:x?}");
        (curve.operations.is_in_subgroup_vartime)(curve, point)
    };
    assert!(is_in_subgroup(&curve.base()));
    let second = (*t, [0; N]);
    // x = t + s has y^2 = s^2 * (3t + 2s) = s^2, for 3t + 2s = 1.
    let fourth = (p.add(&p.enter(t), &p.enter(s)), p.enter(s));
    let fourth = (p.leave(&fourth.0), p.leave(&fourth.1));
    let opposite = (fourth.0, sub(&p.m, &fourth.1).0);
    for low in [second, fourth, opposite] {
        assert!(!is_in_subgroup(&low), "{low:x?}");
        assert!(!is_in_subgroup(&schoolbook_sum(curve, &low, &curve.base())));
    }
    assert!(is_in_subgroup(&schoolbook_sum(curve, &(curve.operations.multiply_base)(curve, &small(5)), &curve.base())));
}

/// Runs a check on every curve.
macro_rules! on_every_curve {
    ($check:ident) => {
        for set in CURVES {
            match curve_of(set) {
                AnyCurve::Bits256(curve) => $check(curve),
                AnyCurve::Bits512(curve) => $check(curve),
            }
        }
    };
}

#[test]
fn multiples_of_the_base() {
    on_every_curve!(base_multiples_agree);
}

#[test]
fn multiples_of_a_point() {
    on_every_curve!(point_multiples_agree);
}

#[test]
fn sums_of_verification() {
    on_every_curve!(sums_agree);
}

#[test]
fn large_coordinates() {
    on_every_curve!(an_x_above_the_order_is_found);
}

#[test]
fn low_orders() {
    use crate::curves::{TC26_256_A, TC26_512_C};
    use crate::dedicated::{Tc256A, Tc512C};
    use crate::edwards::Twisted;
    use crate::field::Field;
    low_orders_are_told(&TC26_256_A, &Tc256A::T.to_number(), &Tc256A::S.to_number());
    low_orders_are_told(&TC26_512_C, &Tc512C::T.to_number(), &Tc512C::S.to_number());
}

/// The scalar of a product counts modulo `q`, zero gives no point.
fn scalars_count_modulo_the_order<const N: usize>(curve: &Curve<N>) {
    let (q, base) = (&curve.q.m, curve.base());
    let multiply = |scalar: &[u64; N]| crate::arithmetic::multiply_point(curve, &base, scalar);
    assert_eq!(multiply(&[0; N]), None);
    assert_eq!(multiply(q), None);
    let (above, carry) = add(q, &small(7));
    if !carry {
        assert_eq!(multiply(&above), multiply(&small(7)));
    }
    assert_eq!(multiply(&[u64::MAX; N]), multiply(&curve.q.reduce(&[u64::MAX; N])));
}

#[test]
fn scalars_of_agreement() {
    on_every_curve!(scalars_count_modulo_the_order);
}
