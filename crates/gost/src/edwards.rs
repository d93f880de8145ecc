//! Points of Edwards curves `u^2 + v^2 = 1 + d*u^2*v^2` in extended coordinates `u = X/Z`, `v = Y/Z`, `u*v = T/Z`.
//!
//! `d` is not a square, so the addition law has no exceptions at all: it adds any two points of the curve, equal,
//! opposite, neutral or of low order, in constant time. Source of the formulas: Hisil, Wong, Carter, Dawson, "Twisted
//! Edwards curves revisited" (2008), with `a = 1`. `T` is kept as two factors and multiplied out only by an addition,
//! since a doubling has no use for it.
//!
//! Keys and signatures are written in Weierstrass coordinates: with `s = (1 - d) / 4` and `t = (1 + d) / 6`
//!
//! ```text
//! x = s * (1 + v) / (1 - v) + t        u = (x - t) / y
//! y = (x - t) / u                      v = (x - t - s) / (x - t + s)
//! ```
//!
//! Source: RFC 7836, section 5.2. Of the finite points of the curve only the one of order 2, `(t, 0)`, has no image by these
//! fractions: `x = t - s` would need `d` to be a square.

use crate::curves::{Coordinates, Curve};
use crate::field::{Field, invert_all_vartime, is_called};
use crate::group::{Group, Tables};
use alloc::vec::Vec;
use core::marker::PhantomData;
use zeroize::Zeroize;

/// A curve of this form with a field to count in.
pub(crate) trait Twisted<const N: usize>: 'static {
    type F: Field<Number = [u64; N]>;
    const D: Self::F;
    /// `(1 - d) / 4`.
    const S: Self::F;
    /// `(1 + d) / 6`.
    const T: Self::F;
    fn tables() -> &'static Tables<Entry<Self::F>>;
}

/// The group of such a curve.
#[derive(Debug)]
pub(crate) struct Edwards<C>(PhantomData<C>);

/// A point given by its coordinates, with `d * u * v` beside them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<F> {
    u: F,
    v: F,
    duv: F,
}

/// A point in extended coordinates, `T = e * h`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extended<F> {
    x: F,
    y: F,
    z: F,
    e: F,
    h: F,
}

impl<F: Field> Extended<F> {
    #[inline(always)]
    fn finish([e, f, g, h]: [F; 4]) -> Self {
        Self { x: e.mul(&f), y: g.mul(&h), z: f.mul(&g), e, h }
    }

    #[inline(never)]
    fn double_apart(&self) -> Self {
        self.double()
    }

    #[inline(always)]
    fn double(&self) -> Self {
        let (xx, yy) = (self.x.square(), self.y.square());
        let g = xx.add(&yy);
        let e = self.x.add(&self.y).square().sub(&g);
        let f = g.sub(&self.z.square().double());
        Self::finish([e, f, g, xx.sub(&yy)])
    }

    #[inline(never)]
    fn add_apart(&self, other: &Entry<F>) -> Self {
        self.add(other, &self.z)
    }

    /// The sum with a point of coordinates `u`, `v`; `zz` is the product of the denominators.
    #[inline(always)]
    fn add(&self, other: &Entry<F>, zz: &F) -> Self {
        let (xx, yy) = (self.x.mul(&other.u), self.y.mul(&other.v));
        let tt = self.e.mul(&self.h).mul(&other.duv);
        let cross = self.x.add(&self.y).mul(&other.u.add(&other.v));
        let e = cross.sub(&xx.add(&yy));
        Self::finish([e, zz.sub(&tt), zz.add(&tt), yy.sub(&xx)])
    }
}

impl<F: Field> Zeroize for Extended<F> {
    fn zeroize(&mut self) {
        for coordinate in [&mut self.x, &mut self.y, &mut self.z, &mut self.e, &mut self.h] {
            coordinate.zeroize();
        }
    }
}

impl<const N: usize, C: Twisted<N>> Group<N> for Edwards<C> {
    type F = C::F;
    type Start = Extended<C::F>;
    type Entry = Entry<C::F>;
    type Sum = Extended<C::F>;
    const NEUTRAL: Self::Sum = Extended { x: C::F::ZERO, y: C::F::ONE, z: C::F::ONE, e: C::F::ZERO, h: C::F::ONE };

    const FILLER: Self::Entry = Entry { u: C::F::ZERO, v: C::F::ZERO, duv: C::F::ZERO };

    fn tables() -> &'static Tables<Self::Entry> {
        C::tables()
    }

    fn start((x, y): &Coordinates<N>) -> Option<Self::Start> {
        let y = C::F::from_number(y);
        let numerator = C::F::from_number(x).sub(&C::T);
        let (minus, plus) = (numerator.sub(&C::S), numerator.add(&C::S));
        let point = Extended { x: numerator.mul(&plus), y: minus.mul(&y), z: y.mul(&plus), e: numerator, h: minus };
        (!point.z.is_zero()).then_some(point)
    }

    fn restart_vartime(sum: &Self::Sum) -> Self::Start {
        *sum
    }

    fn odd_multiples_vartime(point: &Self::Start, count: usize) -> Vec<Self::Entry> {
        let twice = point.double();
        let step = Entry { u: twice.x, v: twice.y, duv: twice.e.mul(&twice.h).mul(&C::D) };
        let mut multiple = *point;
        let mut multiples = Vec::with_capacity(count);
        for _ in 0..count {
            multiples.push(multiple);
            multiple = multiple.add(&step, &multiple.z.mul(&twice.z));
        }
        let mut inverses: Vec<C::F> = multiples.iter().map(|multiple| multiple.z).collect();
        invert_all_vartime(&mut inverses);
        let entries = multiples.iter().zip(&inverses).map(|(multiple, inverse)| {
            let (u, v) = (multiple.x.mul(inverse), multiple.y.mul(inverse));
            Entry { u, v, duv: u.mul(&v).mul(&C::D) }
        });
        entries.collect()
    }

    #[inline(always)]
    fn select(a: &Self::Entry, b: &Self::Entry, mask: u64) -> Self::Entry {
        Entry {
            u: C::F::select(&a.u, &b.u, mask),
            v: C::F::select(&a.v, &b.v, mask),
            duv: C::F::select(&a.duv, &b.duv, mask),
        }
    }

    #[inline(always)]
    fn negate(entry: &Self::Entry) -> Self::Entry {
        Entry { u: entry.u.negate(), v: entry.v, duv: entry.duv.negate() }
    }

    #[inline(always)]
    fn negate_where(entry: &Self::Entry, mask: u64) -> Self::Entry {
        let u = C::F::select(&entry.u, &entry.u.negate(), mask);
        Entry { u, v: entry.v, duv: C::F::select(&entry.duv, &entry.duv.negate(), mask) }
    }

    #[inline(always)]
    fn lift(entry: &Self::Entry) -> Self::Sum {
        Extended { x: entry.u, y: entry.v, z: C::F::ONE, e: entry.u, h: entry.v }
    }

    #[inline(always)]
    fn double(sum: &Self::Sum) -> Self::Sum {
        if const { is_called(N) } { sum.double_apart() } else { sum.double() }
    }

    #[inline(always)]
    fn add_distinct(sum: &Self::Sum, entry: &Self::Entry) -> Self::Sum {
        if const { is_called(N) } { sum.add_apart(entry) } else { sum.add(entry, &sum.z) }
    }

    #[inline(always)]
    fn add_vartime(sum: &Self::Sum, entry: &Self::Entry) -> Self::Sum {
        if const { is_called(N) } { sum.add_apart(entry) } else { sum.add(entry, &sum.z) }
    }

    fn add_last(sum: &Self::Sum, entry: &Self::Entry, _: &Curve<N>) -> Coordinates<N> {
        let Extended { x, y, z, .. } = sum.add(entry, &sum.z);
        let (minus, plus) = (z.sub(&y), z.add(&y).mul(&C::S));
        let inverse = minus.mul(&x).invert();
        let shifted = plus.mul(&inverse);
        (shifted.mul(&x).add(&C::T).to_number(), shifted.mul(&z).to_number())
    }

    fn is_neutral(sum: &Self::Sum) -> bool {
        sum.x.is_zero() && sum.y.sub(&sum.z).is_zero()
    }

    fn x_fraction(sum: &Self::Sum) -> (Self::F, Self::F) {
        let minus = sum.z.sub(&sum.y);
        (sum.z.add(&sum.y).mul(&C::S).add(&minus.mul(&C::T)), minus)
    }
}
