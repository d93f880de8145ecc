//! Signing and verification in numbers, for every curve. Source: GOST R 34.10-2012, clause 6.

use crate::curves::Curve;
use crate::limbs::{bit, is_less, is_zero, select, zero_mask};
use crate::point::Point;
use crate::signature::Signature;
use zeroize::Zeroizing;

/// Affine `scalar * base`, plain numbers. Constant time; `scalar` in `1..q`.
pub(crate) fn multiply_base<const N: usize>(curve: &Curve<N>, scalar: &[u64; N]) -> ([u64; N], [u64; N]) {
    match &curve.dedicated {
        Some(dedicated) => (dedicated.multiply_base)(scalar),
        None => Point::base(curve).multiply(curve, scalar).to_affine(curve),
    }
}

/// Affine `scalar * point`, plain numbers, for key agreement. Constant time in the scalar, which must be in `1..q`;
/// the point is public and must have passed the checks of a public key. `None` when the point is not on the curve.
///
/// Multiply the cofactor and the other factors of an agreed key modulo `q` first: on a checked point the scalar
/// counts modulo `q` only, and `4 * (q - 1)` need not fit `N` limbs otherwise.
#[cfg_attr(not(test), expect(dead_code, reason = "key agreement is its caller; the line goes when that is here"))]
pub(crate) fn multiply_point<const N: usize>(
    curve: &Curve<N>,
    point: &([u64; N], [u64; N]),
    scalar: &[u64; N],
) -> Option<([u64; N], [u64; N])> {
    let point = Point::from_affine(curve, &point.0, &point.1)?;
    let product = point.multiply(curve, scalar);
    (!product.is_neutral()).then(|| product.to_affine(curve))
}

/// Clause 6.1 with a given `k` in `1..q`; `None` when `r` or `s` comes out zero and another `k` is due.
pub(crate) fn sign<const N: usize>(
    curve: &Curve<N>,
    d: &[u64; N],
    digest: &[u64; N],
    k: &[u64; N],
) -> Option<Signature> {
    let q = &curve.q;
    let (x, _) = multiply_base(curve, k);
    let r = q.reduce(&x);
    let e = digest_number(curve, digest);
    // Two Montgomery products leave both terms divided by the same power of two; entering the sum restores it.
    let first = Zeroizing::new(q.mul(&r, d));
    let second = Zeroizing::new(q.mul(&e, k));
    let s = q.enter(&q.add(&first, &second));
    (!is_zero(&r) && !is_zero(&s)).then(|| Signature::from_numbers(&r, &s))
}

/// Clause 6.2. The point must have passed the checks of a public key.
pub(crate) fn verify<const N: usize, const DIGITS: usize>(
    curve: &Curve<N>,
    key: &([u64; N], [u64; N]),
    digest: &[u64; N],
    (r, s): &([u64; N], [u64; N]),
) -> bool {
    let q = &curve.q;
    if is_zero(r) || is_zero(s) || !is_less(r, &q.m) || !is_less(s, &q.m) {
        return false;
    }
    let inverse = q.enter(&q.invert_plain_vartime(&digest_number(curve, digest)));
    let u = q.mul(s, &inverse);
    let v = q.mul(&q.negate(r), &inverse);
    if let Some(dedicated) = &curve.dedicated {
        return (dedicated.sum_has_x_vartime)(key, &u, &v, r);
    }
    let Some(point) = Point::from_affine(curve, &key.0, &key.1) else { return false };
    let sum = point.combine_vartime::<DIGITS>(curve, &u, &v);
    // The neutral element comes out as x = 0, and r is not zero.
    q.reduce(&sum.x_vartime(curve)) == *r
}

/// The digest as a number modulo q; zero counts as one (clause 6.1, step 2).
fn digest_number<const N: usize>(curve: &Curve<N>, digest: &[u64; N]) -> [u64; N] {
    let e = curve.q.reduce(digest);
    let mut one = [0; N];
    if let Some(low) = one.first_mut() {
        *low = 1;
    }
    select(&e, &one, zero_mask(&e))
}

/// Whether a point of the curve lies in the subgroup of order `q` and is not neutral. The point is public.
///
/// Points of order 1, 2 and 4 are refused first: only they can meet the exceptional case of the addition below.
pub(crate) fn is_in_subgroup<const N: usize>(curve: &Curve<N>, point: &Point<N>) -> bool {
    if point.double(curve).double(curve).is_neutral() {
        return false;
    }
    let mut sum = Point::neutral(curve);
    for index in (0..64 * N).rev() {
        sum = sum.double(curve);
        if bit(&curve.q.m, index) == 1 {
            sum = sum.add(point, curve);
        }
    }
    sum.is_neutral()
}
