//! Points of curves `y^2 = x^3 - 3x + b` in Jacobian coordinates `x = X/Z^2`, `y = Y/Z^3`.
//!
//! Jacobian addition has exceptional cases. Where scalars are secret they are excluded by proof (`multiples.rs`);
//! where everything is public they are met by branches (the `_vartime` functions).

use crate::curves::{Coordinates, Curve};
use crate::field::{Field, invert_all_vartime, is_called};
use crate::group::{Group, Tables};
use alloc::vec::Vec;
use core::marker::PhantomData;
use zeroize::Zeroize;

/// A curve of this form with a field to count in.
pub(crate) trait Short<const N: usize>: 'static {
    type F: Field<Number = [u64; N]>;
    fn tables() -> &'static Tables<Affine<Self::F>>;
}

/// The group of such a curve.
#[derive(Debug)]
pub(crate) struct Weierstrass<C>(PhantomData<C>);

/// A point given by its coordinates; never the neutral element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Affine<F> {
    x: F,
    y: F,
}

/// A point in Jacobian coordinates; `Z = 0` is the neutral element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Jacobian<F> {
    x: F,
    y: F,
    z: F,
}

/// What both kinds of mixed addition compute first: the differences of the two points over a common denominator.
struct Differences<F> {
    h: F,
    r: F,
}

impl<F: Field> Jacobian<F> {
    #[inline(never)]
    fn double_apart(&self) -> Self {
        self.double()
    }

    #[inline(always)]
    fn double(&self) -> Self {
        let delta = self.z.square();
        let gamma = self.y.square();
        let beta = self.x.mul(&gamma);
        let alpha = self.x.sub(&delta).mul(&self.x.add(&delta)).triple();
        let beta4 = beta.double().double();
        let x = alpha.square().sub(&beta4.double());
        let z = self.y.mul(&self.z).double();
        let gamma2 = gamma.double();
        let y = alpha.mul(&beta4.sub(&x)).sub(&gamma2.square().double());
        Self { x, y, z }
    }

    #[inline(always)]
    fn differences(&self, other: &Affine<F>) -> Differences<F> {
        let zz = self.z.square();
        let h = other.x.mul(&zz).sub(&self.x);
        let r = other.y.mul(&self.z.mul(&zz)).sub(&self.y);
        Differences { h, r }
    }

    #[inline(always)]
    fn finish_addition(&self, Differences { h, r }: &Differences<F>) -> Self {
        let hh = h.square();
        let hhh = hh.mul(h);
        let v = self.x.mul(&hh);
        let x = r.square().sub(&hhh).sub(&v.double());
        let y = r.mul(&v.sub(&x)).sub(&self.y.mul(&hhh));
        Self { x, y, z: self.z.mul(h) }
    }

    /// The affine form, given the inverse of `Z`.
    fn to_affine(self, inverse: &F) -> Affine<F> {
        let squared = inverse.square();
        Affine { x: self.x.mul(&squared), y: self.y.mul(&squared.mul(inverse)) }
    }

    /// Affine `self + other` whatever they are, if the sum is not neutral, in constant time: by the complete formula
    /// (see `point.rs`) in homogeneous coordinates. `b3` is three times the curve's `b`.
    fn add_complete(&self, other: &Affine<F>, b3: &F) -> Affine<F> {
        let (x1, y1, zz) = (self.x.mul(&self.z), self.y, self.z.mul(&self.z.square()));
        let (xx, yy) = (x1.mul(&other.x), y1.mul(&other.y));
        let xy = x1.mul(&other.y).add(&other.x.mul(&y1));
        let xz = x1.add(&other.x.mul(&zz));
        let yz = y1.add(&other.y.mul(&zz));
        let tail = b3.mul(&zz).sub(&xz.triple());
        let (minus, plus) = (yy.sub(&tail), yy.add(&tail));
        let slope = xx.sub(&zz).triple();
        let bend = b3.mul(&xz).sub(&xx.add(&zz.triple()).triple());
        let x = xy.mul(&minus).sub(&yz.mul(&bend));
        let y = minus.mul(&plus).add(&slope.mul(&bend));
        let inverse = yz.mul(&plus).add(&xy.mul(&slope)).invert();
        Affine { x: x.mul(&inverse), y: y.mul(&inverse) }
    }
}

impl<F: Field> Zeroize for Jacobian<F> {
    fn zeroize(&mut self) {
        self.x.zeroize();
        self.y.zeroize();
        self.z.zeroize();
    }
}

impl<const N: usize, C: Short<N>> Group<N> for Weierstrass<C> {
    type F = C::F;
    type Start = Affine<C::F>;
    type Entry = Affine<C::F>;
    type Sum = Jacobian<C::F>;
    const NEUTRAL: Self::Sum = Jacobian { x: C::F::ONE, y: C::F::ONE, z: C::F::ZERO };

    const FILLER: Self::Entry = Affine { x: C::F::ZERO, y: C::F::ZERO };

    fn tables() -> &'static Tables<Self::Entry> {
        C::tables()
    }

    fn start((x, y): &Coordinates<N>) -> Option<Self::Start> {
        Some(Affine { x: C::F::from_number(x), y: C::F::from_number(y) })
    }

    fn restart_vartime(sum: &Self::Sum) -> Self::Start {
        sum.to_affine(&sum.z.invert_vartime())
    }

    fn odd_multiples_vartime(point: &Self::Start, count: usize) -> Vec<Self::Entry> {
        // Addition formulas know neither a nor b, so they may run on the isomorphic curve on which 2P is affine:
        // coordinates there are those here times z^2 and z^3, and every Z found there has to be multiplied by z.
        let twice = Self::lift(point).double();
        let step = Affine { x: twice.x, y: twice.y };
        let zz = twice.z.square();
        let mut multiple = Jacobian { x: point.x.mul(&zz), y: point.y.mul(&zz.mul(&twice.z)), z: C::F::ONE };
        let mut multiples = Vec::with_capacity(count);
        let mut inverses = Vec::with_capacity(count);
        for _ in 0..count {
            multiples.push(multiple);
            inverses.push(multiple.z.mul(&twice.z));
            multiple = Self::add_distinct(&multiple, &step);
        }
        invert_all_vartime(&mut inverses);
        let affine = multiples.iter().zip(&inverses).map(|(multiple, inverse)| multiple.to_affine(inverse));
        affine.collect()
    }

    #[inline(always)]
    fn select(a: &Self::Entry, b: &Self::Entry, mask: u64) -> Self::Entry {
        Affine { x: C::F::select(&a.x, &b.x, mask), y: C::F::select(&a.y, &b.y, mask) }
    }

    #[inline(always)]
    fn negate(entry: &Self::Entry) -> Self::Entry {
        Affine { x: entry.x, y: entry.y.negate() }
    }

    #[inline(always)]
    fn negate_where(entry: &Self::Entry, mask: u64) -> Self::Entry {
        Affine { x: entry.x, y: C::F::select(&entry.y, &entry.y.negate(), mask) }
    }

    #[inline(always)]
    fn lift(entry: &Self::Entry) -> Self::Sum {
        Jacobian { x: entry.x, y: entry.y, z: C::F::ONE }
    }

    #[inline(always)]
    fn double(sum: &Self::Sum) -> Self::Sum {
        if const { is_called(N) } { sum.double_apart() } else { sum.double() }
    }

    #[inline(never)]
    fn add_distinct(sum: &Self::Sum, entry: &Self::Entry) -> Self::Sum {
        sum.finish_addition(&sum.differences(entry))
    }

    #[inline(never)]
    fn add_vartime(sum: &Self::Sum, entry: &Self::Entry) -> Self::Sum {
        if sum.z.is_zero() {
            return Self::lift(entry);
        }
        let differences = sum.differences(entry);
        if differences.h.is_zero() {
            return if differences.r.is_zero() { sum.double() } else { Self::NEUTRAL };
        }
        sum.finish_addition(&differences)
    }

    fn add_last(sum: &Self::Sum, entry: &Self::Entry, curve: &Curve<N>) -> Coordinates<N> {
        let b3 = C::F::from_number(&curve.p.leave(&curve.b3));
        let point = sum.add_complete(entry, &b3);
        (point.x.to_number(), point.y.to_number())
    }

    fn is_neutral(sum: &Self::Sum) -> bool {
        sum.z.is_zero()
    }

    fn x_fraction(sum: &Self::Sum) -> (Self::F, Self::F) {
        (sum.x, sum.z.square())
    }
}
