//! Signing and verification in numbers, for every curve. Source: GOST R 34.10-2012, clause 6.

use crate::curves::{Coordinates, Curve};
use crate::limbs::{is_less, is_zero, select, zero_mask};
use crate::signature::Signature;
use zeroize::Zeroizing;

/// Affine `scalar * base`, plain numbers. Constant time; `scalar` in `1..q`.
pub(crate) fn multiply_base<const N: usize>(curve: &Curve<N>, scalar: &[u64; N]) -> Coordinates<N> {
    (curve.operations.multiply_base)(curve, scalar)
}

/// Affine `scalar * point`, plain numbers, for key agreement. Constant time in the scalar, which counts modulo `q`; the
/// point is public and must have passed the checks of a public key. `None` when the point is not on the curve or the
/// product is neutral.
///
/// Multiply the cofactor and the other factors of an agreed key modulo `q` first: `4 * (q - 1)` need not fit `N` limbs.
pub(crate) fn multiply_point<const N: usize>(
    curve: &Curve<N>,
    point: &Coordinates<N>,
    scalar: &[u64; N],
) -> Option<Coordinates<N>> {
    let scalar = Zeroizing::new(curve.q.reduce(scalar));
    if is_zero(&scalar) || !curve.contains(point) {
        return None;
    }
    (curve.operations.multiply_point)(curve, point, &scalar)
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
pub(crate) fn verify<const N: usize>(
    curve: &Curve<N>,
    key: &Coordinates<N>,
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
    (curve.operations.sum_has_x_vartime)(curve, key, (&u, &v), r)
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
