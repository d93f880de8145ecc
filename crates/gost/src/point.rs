//! The oracle of the tests: points of any of the curves in homogeneous projective coordinates, `x = X/Z`, `y = Y/Z`, with one addition law that
//! has no exceptions on the subgroup of prime order.
//!
//! The formulas are algorithms 1 and 3 of Renes, Costello, Batina, "Complete addition formulas for prime order
//! elliptic curves" (2016). They fail only for two points that differ by a point of order 2, which two points of
//! the subgroup of odd order `q` never do; so public keys outside that subgroup are refused before they come here.

use crate::curves::{Coordinates, Curve, Operations};
use crate::limbs::{bit, is_zero, mask, select, zero_mask};

/// Bits handled at a time by the constant-time multiplication.
const WINDOW_BITS: usize = 4;
/// Multiples 0..=15 of the point.
const WINDOW_POINTS: usize = 1 << WINDOW_BITS;
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point<const N: usize> {
    x: [u64; N],
    y: [u64; N],
    z: [u64; N],
}

impl<const N: usize> Point<N> {
    /// The neutral element, `(0 : 1 : 0)`.
    pub(crate) fn neutral(curve: &Curve<N>) -> Self {
        Self { x: [0; N], y: curve.p.one, z: [0; N] }
    }

    pub(crate) fn base(curve: &Curve<N>) -> Self {
        Self { x: curve.base_x, y: curve.base_y, z: curve.p.one }
    }

    /// A point from its coordinates, plain numbers below p; `None` when they do not satisfy the curve's equation.
    pub(crate) fn from_affine(curve: &Curve<N>, x: &[u64; N], y: &[u64; N]) -> Option<Self> {
        let p = &curve.p;
        let (x, y) = (p.enter(x), p.enter(y));
        let right = p.add(&p.mul(&p.add(&p.square(&x), &curve.a), &x), &curve.b);
        let difference = p.sub(&p.square(&y), &right);
        is_zero(&difference).then_some(Self { x, y, z: p.one })
    }

    /// Plain affine coordinates; zeros for the neutral element.
    pub(crate) fn to_affine(self, curve: &Curve<N>) -> ([u64; N], [u64; N]) {
        let p = &curve.p;
        let inverse = p.invert(&self.z);
        (p.leave(&p.mul(&self.x, &inverse)), p.leave(&p.mul(&self.y, &inverse)))
    }

    /// Exactly the neutral element. `(0 : 0 : 0)`, the mark of an exceptional case, is not it.
    pub(crate) fn is_neutral(&self) -> bool {
        zero_mask(&self.z) & zero_mask(&self.x) & !zero_mask(&self.y) != 0
    }

    fn select(a: &Self, b: &Self, mask: u64) -> Self {
        Self { x: select(&a.x, &b.x, mask), y: select(&a.y, &b.y, mask), z: select(&a.z, &b.z, mask) }
    }

    pub(crate) fn add(&self, other: &Self, curve: &Curve<N>) -> Self {
        let p = &curve.p;
        let xx = p.mul(&self.x, &other.x);
        let yy = p.mul(&self.y, &other.y);
        let zz = p.mul(&self.z, &other.z);
        let cross = |a1: &[u64; N], b1: &[u64; N], a2: &[u64; N], b2: &[u64; N], direct: &[u64; N]| {
            p.sub(&p.mul(&p.add(a1, b1), &p.add(a2, b2)), direct)
        };
        let xy = cross(&self.x, &self.y, &other.x, &other.y, &p.add(&xx, &yy));
        let xz = cross(&self.x, &self.z, &other.x, &other.z, &p.add(&xx, &zz));
        let yz = cross(&self.y, &self.z, &other.y, &other.z, &p.add(&yy, &zz));
        Self::assemble(curve, [&xx, &yy, &zz], [&xy, &xz, &yz])
    }

    pub(crate) fn double(&self, curve: &Curve<N>) -> Self {
        let p = &curve.p;
        let twice = |product: [u64; N]| p.add(&product, &product);
        let squares = [&p.square(&self.x), &p.square(&self.y), &p.square(&self.z)];
        let xy = twice(p.mul(&self.x, &self.y));
        let xz = twice(p.mul(&self.x, &self.z));
        let yz = twice(p.mul(&self.y, &self.z));
        Self::assemble(curve, squares, [&xy, &xz, &yz])
    }

    /// The common second half of addition and doubling, from the products of coordinates with themselves and across.
    #[inline(always)]
    fn assemble(curve: &Curve<N>, direct: [&[u64; N]; 3], crossed: [&[u64; N]; 3]) -> Self {
        let p = &curve.p;
        let [xx, yy, zz] = direct;
        let [xy, xz, yz] = crossed;
        let tail = p.add(&p.mul(&curve.b3, zz), &p.mul(&curve.a, xz));
        let minus = p.sub(yy, &tail);
        let plus = p.add(yy, &tail);
        let a_zz = p.mul(&curve.a, zz);
        let slope = p.add(&p.add(xx, &p.add(xx, xx)), &a_zz);
        let bend = p.add(&p.mul(&curve.b3, xz), &p.mul(&curve.a, &p.sub(xx, &a_zz)));
        Self {
            x: p.sub(&p.mul(xy, &minus), &p.mul(yz, &bend)),
            y: p.add(&p.mul(&minus, &plus), &p.mul(&slope, &bend)),
            z: p.add(&p.mul(yz, &plus), &p.mul(xy, &slope)),
        }
    }

    /// `scalar * self` in constant time: four doublings and one addition of a looked-up multiple for every four bits,
    /// zero digits included; the look-up reads the whole table.
    pub(crate) fn multiply(&self, curve: &Curve<N>, scalar: &[u64; N]) -> Self {
        let mut table = [Self::neutral(curve); WINDOW_POINTS];
        let mut multiple = Self::neutral(curve);
        for entry in &mut table {
            *entry = multiple;
            multiple = multiple.add(self, curve);
        }
        let mut sum = Self::neutral(curve);
        for window in (0..64 * N / WINDOW_BITS).rev() {
            for _ in 0..WINDOW_BITS {
                sum = sum.double(curve);
            }
            let digit = (0..WINDOW_BITS).fold(0, |digit, i| digit | (bit(scalar, WINDOW_BITS * window + i) << i));
            let mut chosen = Self::neutral(curve);
            for (number, entry) in (0u64..).zip(&table) {
                chosen = Self::select(&chosen, entry, mask(number == digit));
            }
            sum = sum.add(&chosen, curve);
        }
        sum
    }
}

/// The operations of a curve on this arithmetic.
pub(crate) const fn operations<const N: usize>() -> Operations<N> {
    Operations {
        multiply_base: |curve, scalar| Point::base(curve).multiply(curve, scalar).to_affine(curve),
        multiply_point: |curve, (x, y), scalar| {
            let product = Point::from_affine(curve, x, y)?.multiply(curve, scalar);
            (!product.is_neutral()).then(|| product.to_affine(curve))
        },
        sum_has_x_vartime: |curve, (x, y), (u, v), r| {
            let Some(key) = Point::from_affine(curve, x, y) else { return false };
            let sum = Point::base(curve).multiply(curve, u).add(&key.multiply(curve, v), curve);
            !sum.is_neutral() && curve.q.reduce(&sum.to_affine(curve).0) == *r
        },
        is_in_subgroup_vartime: is_in_subgroup,
    }
}

/// Points of order 1, 2 and 4 are refused first: only they can meet the exceptional case of the addition.
fn is_in_subgroup<const N: usize>(curve: &Curve<N>, (x, y): &Coordinates<N>) -> bool {
    let Some(point) = Point::from_affine(curve, x, y) else { return false };
    !point.double(curve).double(curve).is_neutral() && point.multiply(curve, &curve.q.m).is_neutral()
}
