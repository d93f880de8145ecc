//! Known answers that need a chosen nonce or a curve of the standard's own examples, so they cannot be asked over the
//! public face. Their origin stands in the files of `tests/vectors/`.

use crate::arithmetic;
use crate::curves::{AnyCurve, Curve, Published, curve_of};
use crate::limbs::{from_be, from_le, sub};
use crate::param_set::ParamSet;
use crate::point;
use crate::test_numbers::{Words, small};
use serde_json::Value;
use std::{format, string::String, vec::Vec};

const CURVES: &str = include_str!("../tests/vectors/curves.json");
const KNOWN: &str = include_str!("../tests/vectors/signature_kat.json");
const STANDARD: &str = include_str!("../tests/vectors/signature_rfc7091.json");

fn table(json: &str, name: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(json).unwrap();
    all[name].as_array().unwrap().clone()
}

fn number<const N: usize>(case: &Value, name: &str) -> [u64; N] {
    from_be(&octets(case, name, 8 * N))
}

fn octets(case: &Value, name: &str, size: usize) -> Vec<u8> {
    hex::decode(digits(case, name, size)).unwrap()
}

fn digits(case: &Value, name: &str, size: usize) -> String {
    format!("{:0>1$}", case[name].as_str().unwrap(), 2 * size)
}

fn check_curve<const N: usize>(curve: &Curve<N>, case: &Value) {
    let p = &curve.p;
    assert_eq!(p.m, number(case, "p"));
    assert_eq!(p.leave(&curve.a), number(case, "a"));
    assert_eq!(p.leave(&curve.b), number(case, "b"));
    assert_eq!(curve.q.m, number(case, "q"));
    assert_eq!(p.leave(&curve.base_x), number(case, "gx"));
    assert_eq!(p.leave(&curve.base_y), number(case, "gy"));
    assert_eq!(u64::from(curve.cofactor), case["cofactor"].as_u64().unwrap());
}

#[test]
fn curves_are_the_published_ones() {
    let cases = table(CURVES, "curves");
    assert_eq!(cases.len(), 7);
    for case in cases {
        let set = ParamSet::from_oid(case["oid"].as_str().unwrap()).unwrap();
        assert_eq!(u64::try_from(set.size_bytes()).unwrap(), case["bytes"].as_u64().unwrap());
        match curve_of(set) {
            AnyCurve::Bits256(curve) => check_curve(curve, &case),
            AnyCurve::Bits512(curve) => check_curve(curve, &case),
        }
        for alias in case["same_curve_as"].as_array().unwrap() {
            let (_, oid) = alias.as_str().unwrap().split_once(' ').unwrap();
            assert!(ParamSet::from_oid(oid).unwrap().is_same_curve(set));
        }
    }
}

fn check_standard<const N: usize>(case: &Value) {
    let text = |name| digits(case, name, 8 * N);
    let curve = Curve::<N>::new(
        &Published {
            p: &text("p"),
            a: &text("a"),
            b: &text("b"),
            q: &text("q"),
            cofactor: 1,
            base_x: &text("gx"),
            base_y: &text("gy"),
        },
        point::operations(),
    );
    let d = number(case, "d");
    let key = arithmetic::multiply_base(&curve, &d);
    assert_eq!(key, (number(case, "qx"), number(case, "qy")));
    let e = number(case, "e");
    let (r, s) = arithmetic::sign(&curve, &d, &e, &number(case, "k")).unwrap().numbers().unwrap();
    assert_eq!((r, s), (number(case, "r"), number(case, "s")));
    assert!(arithmetic::verify(&curve, &key, &e, &(r, s)));
    assert!(!arithmetic::verify(&curve, &key, &e, &(s, r)));
}

#[test]
fn examples_of_the_standard() {
    let cases = table(STANDARD, "cases");
    check_standard::<4>(&cases[0]);
    check_standard::<8>(&cases[1]);
    assert_eq!(cases.len(), 2);
}

/// The set a case is about: the file names curves in the order of TC 26.
pub(crate) fn set_of(case: &Value) -> ParamSet {
    match case["curve"].as_str().unwrap() {
        "256-A" => ParamSet::TcA,
        "256-B" => ParamSet::TcB,
        "256-C" => ParamSet::TcC,
        "256-D" => ParamSet::TcD,
        "512-A" => ParamSet::Tc512A,
        "512-B" => ParamSet::Tc512B,
        "512-C" => ParamSet::Tc512C,
        other => panic!("unknown curve {other}"),
    }
}

fn check_known<const N: usize>(curve: &Curve<N>, case: &Value) {
    let d = number(case, "d");
    assert_eq!(arithmetic::multiply_base(curve, &d), (number(case, "qx"), number(case, "qy")));
    let digest = from_le(&octets(case, "digest", 8 * N));
    let signature = arithmetic::sign(curve, &d, &digest, &number(case, "k")).unwrap();
    assert_eq!(signature.as_octets(), octets(case, "signature_s_r", 16 * N), "{case}");
}

#[test]
fn signatures_with_known_nonces() {
    let cases = table(KNOWN, "cases");
    assert_eq!(cases.len(), 42);
    for case in cases {
        match curve_of(set_of(&case)) {
            AnyCurve::Bits256(curve) => check_known(curve, &case),
            AnyCurve::Bits512(curve) => check_known(curve, &case),
        }
    }
}

fn check_largest_key<const N: usize>(curve: &Curve<N>) {
    let (p, q) = (&curve.p, &curve.q);
    let largest = sub(&q.m, &small(1)).0;
    let (x, y) = (p.leave(&curve.base_x), p.leave(&curve.base_y));
    assert_eq!(arithmetic::multiply_base(curve, &small(1)), (x, y));
    assert_eq!(arithmetic::multiply_base(curve, &largest), (x, sub(&p.m, &y).0));
    for k in [small(1), largest] {
        let signature = arithmetic::sign(curve, &small(5), &small(9), &k);
        // Where the base point has x = 0 these nonces give r = 0 and another one is due.
        assert_eq!(signature.is_none(), x == [0; N]);
        if let Some(signature) = signature {
            assert_eq!(signature.numbers().unwrap().0, q.reduce(&x));
        }
    }
    // s = r * d + k * e vanishes for d = -k * e / r; with k = e = 1 that is -1 / r.
    if x != [0; N] {
        let d = q.leave(&q.negate(&q.invert(&q.enter(&q.reduce(&x)))));
        assert!(arithmetic::sign(curve, &d, &small(1), &small(1)).is_none());
    }
}

#[test]
fn the_smallest_and_largest_keys_and_nonces() {
    for set in ParamSet::ALL {
        match curve_of(set) {
            AnyCurve::Bits256(curve) => check_largest_key(curve),
            AnyCurve::Bits512(curve) => check_largest_key(curve),
        }
    }
}

fn check_agreement<const N: usize>(curve: &Curve<N>) {
    let q = &curve.q.m;
    let mut words = Words(3);
    let (first, second) = (words.below(q), words.below(q));
    let (left, right) = (arithmetic::multiply_base(curve, &first), arithmetic::multiply_base(curve, &second));
    let agreed = arithmetic::multiply_point(curve, &right, &first);
    assert_eq!(agreed, arithmetic::multiply_point(curve, &left, &second));
    let product = curve.q.mul(&curve.q.enter(&first), &second);
    assert_eq!(agreed, Some(arithmetic::multiply_base(curve, &product)));
    let (x, y) = left;
    let opposite = (x, sub(&curve.p.m, &y).0);
    assert_eq!(arithmetic::multiply_point(curve, &left, &small(1)), Some(left));
    assert_eq!(arithmetic::multiply_point(curve, &left, &sub(q, &small(1)).0), Some(opposite));
    assert_eq!(arithmetic::multiply_point(curve, &(y, x), &first), None, "off the curve");
}

#[test]
fn two_sides_agree_on_a_point() {
    for set in ParamSet::ALL {
        match curve_of(set) {
            AnyCurve::Bits256(curve) => check_agreement(curve),
            AnyCurve::Bits512(curve) => check_agreement(curve),
        }
    }
}
