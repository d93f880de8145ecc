//! Points of curves with `a = -3` over a special prime, in Jacobian coordinates `x = X/Z^2`, `y = Y/Z^3`.
//!
//! Jacobian addition has exceptional cases. Where scalars are secret they are excluded by proof (`fixed_base.rs`);
//! where everything is public they are met by branches (the `_vartime` functions).

use crate::special_prime::Element;

/// A point given by its coordinates; never the neutral element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Affine<const N: usize, const C: u64> {
    pub(crate) x: Element<N, C>,
    pub(crate) y: Element<N, C>,
}

/// A point in Jacobian coordinates; `Z = 0` is the neutral element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Jacobian<const N: usize, const C: u64> {
    pub(crate) x: Element<N, C>,
    pub(crate) y: Element<N, C>,
    pub(crate) z: Element<N, C>,
}

impl<const N: usize, const C: u64> Affine<N, C> {
    #[inline(always)]
    pub(crate) fn negate(&self) -> Self {
        Self { x: self.x, y: self.y.negate() }
    }

    #[inline(always)]
    pub(crate) fn lift(&self) -> Jacobian<N, C> {
        Jacobian { x: self.x, y: self.y, z: Element::ONE }
    }
}

/// What both kinds of mixed addition compute first: the differences of the two points over a common denominator.
struct Differences<const N: usize, const C: u64> {
    h: Element<N, C>,
    r: Element<N, C>,
}

impl<const N: usize, const C: u64> Jacobian<N, C> {
    pub(crate) const NEUTRAL: Self = Self { x: Element::ONE, y: Element::ONE, z: Element::ZERO };

    #[inline(always)]
    pub(crate) fn double(&self) -> Self {
        let delta = self.z.square();
        let gamma = self.y.square();
        let beta = self.x.mul(&gamma);
        let third = self.x.sub(&delta).mul(&self.x.add(&delta));
        let alpha = third.double().add(&third);
        let beta4 = beta.double().double();
        let x = alpha.square().sub(&beta4.double());
        let z = self.y.mul(&self.z).double();
        let gamma2 = gamma.double();
        let y = alpha.mul(&beta4.sub(&x)).sub(&gamma2.square().double());
        Self { x, y, z }
    }

    #[inline(always)]
    fn differences(&self, other: &Affine<N, C>) -> Differences<N, C> {
        let zz = self.z.square();
        let h = other.x.mul(&zz).sub(&self.x);
        let r = other.y.mul(&self.z.mul(&zz)).sub(&self.y);
        Differences { h, r }
    }

    #[inline(always)]
    fn finish_addition(&self, Differences { h, r }: &Differences<N, C>) -> Self {
        let hh = h.square();
        let hhh = hh.mul(h);
        let v = self.x.mul(&hh);
        let x = r.square().sub(&hhh).sub(&v.double());
        let y = r.mul(&v.sub(&x)).sub(&self.y.mul(&hhh));
        Self { x, y, z: self.z.mul(h) }
    }

    /// `self + other` for points that are neither equal nor opposite, `self` not neutral: the caller proves it.
    #[inline(always)]
    pub(crate) fn add_distinct(&self, other: &Affine<N, C>) -> Self {
        self.finish_addition(&self.differences(other))
    }

    /// `self + other` whatever they are.
    #[inline(always)]
    pub(crate) fn add_vartime(&self, other: &Affine<N, C>) -> Self {
        if self.z.is_zero() {
            return other.lift();
        }
        let differences = self.differences(other);
        if differences.h.is_zero() {
            return if differences.r.is_zero() { self.double() } else { Self::NEUTRAL };
        }
        self.finish_addition(&differences)
    }

    /// Affine `self + other` whatever they are, if the sum is not neutral, in constant time: by the complete formula
    /// (see `point.rs`) in homogeneous coordinates. `b3` is three times the curve's `b`.
    pub(crate) fn add_complete(&self, other: &Affine<N, C>, b3: &Element<N, C>) -> Affine<N, C> {
        let times3 = |value: &Element<N, C>| value.double().add(value);
        let (x1, y1, zz) = (self.x.mul(&self.z), self.y, self.z.mul(&self.z.square()));
        let (xx, yy) = (x1.mul(&other.x), y1.mul(&other.y));
        let xy = x1.mul(&other.y).add(&other.x.mul(&y1));
        let xz = x1.add(&other.x.mul(&zz));
        let yz = y1.add(&other.y.mul(&zz));
        let tail = b3.mul(&zz).sub(&times3(&xz));
        let (minus, plus) = (yy.sub(&tail), yy.add(&tail));
        let slope = times3(&xx.sub(&zz));
        let bend = b3.mul(&xz).sub(&times3(&xx.add(&times3(&zz))));
        let x = xy.mul(&minus).sub(&yz.mul(&bend));
        let y = minus.mul(&plus).add(&slope.mul(&bend));
        let inverse = yz.mul(&plus).add(&xy.mul(&slope)).invert();
        Affine { x: x.mul(&inverse), y: y.mul(&inverse) }
    }
}

/// Affine forms of `POINTS` points, none neutral, with one inversion. The points are public.
fn normalize_vartime<const N: usize, const C: u64, const POINTS: usize>(
    points: &[Jacobian<N, C>; POINTS],
) -> [Affine<N, C>; POINTS] {
    let mut products = [Element::ONE; POINTS];
    let mut product = Element::ONE;
    for (before, point) in products.iter_mut().zip(points) {
        *before = product;
        product = product.mul(&point.z);
    }
    let mut inverse = product.invert_vartime();
    let mut normal = [Affine { x: Element::ZERO, y: Element::ZERO }; POINTS];
    for ((out, before), point) in normal.iter_mut().zip(&products).zip(points).rev() {
        let own = inverse.mul(before);
        inverse = inverse.mul(&point.z);
        let squared = own.square();
        *out = Affine { x: point.x.mul(&squared), y: point.y.mul(&squared.mul(&own)) };
    }
    normal
}

/// `1, 3, 5, ..., 2 * POINTS - 1` times a point of large prime order, affine. The point is public.
pub(crate) fn odd_multiples_vartime<const N: usize, const C: u64, const POINTS: usize>(
    point: &Affine<N, C>,
) -> [Affine<N, C>; POINTS] {
    // Addition formulas know neither a nor b, so they may run on the isomorphic curve on which 2P is affine:
    // coordinates there are those here times z^2 and z^3, and every Z found there has to be multiplied by z.
    let twice = point.lift().double();
    let step = Affine { x: twice.x, y: twice.y };
    let zz = twice.z.square();
    let mut multiple = Jacobian { x: point.x.mul(&zz), y: point.y.mul(&zz.mul(&twice.z)), z: Element::ONE };
    let multiples = [(); POINTS].map(|()| {
        let entry = Jacobian { z: multiple.z.mul(&twice.z), ..multiple };
        multiple = multiple.add_distinct(&step);
        entry
    });
    normalize_vartime(&multiples)
}
