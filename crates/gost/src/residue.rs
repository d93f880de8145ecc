//! Elements of prime fields without a dedicated form, on Montgomery products. The prime is a constant of the type, so
//! the compiler drops what its zero limbs make idle: for `2^255 + 3225` and `2^511 + 111` that is half of the reduction.

use crate::field::{Field, is_called};
use crate::limbs::{is_zero, select};
use crate::montgomery::Modulus;
use core::marker::PhantomData;
use zeroize::Zeroize;

/// A prime as a type.
pub(crate) trait Prime<const N: usize>: Copy + Send + Sync + 'static {
    const MODULUS: Modulus<N>;
}

/// A residue below the prime, in Montgomery form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Residue<P, const N: usize>([u64; N], PhantomData<P>);

impl<P: Prime<N>, const N: usize> Residue<P, N> {
    #[inline(always)]
    const fn of(limbs: [u64; N]) -> Self {
        Self(limbs, PhantomData)
    }

    #[inline(always)]
    fn product(&self, other: &Self) -> Self {
        Self::of(const { P::MODULUS }.product(&self.0, &other.0))
    }

    #[inline(never)]
    fn mul_apart(&self, other: &Self) -> Self {
        self.product(other)
    }
}

impl<P, const N: usize> Zeroize for Residue<P, N> {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

impl<P: Prime<N>, const N: usize> Field for Residue<P, N> {
    type Number = [u64; N];
    const ZERO: Self = Self::of([0; N]);
    const ONE: Self = Self::of(P::MODULUS.one);

    fn from_number(number: &[u64; N]) -> Self {
        Self::of(const { P::MODULUS }.enter(number))
    }

    fn to_number(self) -> [u64; N] {
        const { P::MODULUS }.leave(&self.0)
    }

    #[inline(always)]
    fn add(&self, other: &Self) -> Self {
        Self::of(const { P::MODULUS }.add(&self.0, &other.0))
    }

    #[inline(always)]
    fn sub(&self, other: &Self) -> Self {
        Self::of(const { P::MODULUS }.sub(&self.0, &other.0))
    }

    #[inline(always)]
    fn mul(&self, other: &Self) -> Self {
        if const { is_called(N) } { self.mul_apart(other) } else { self.product(other) }
    }

    #[inline(always)]
    fn square(&self) -> Self {
        self.mul(self)
    }

    fn invert(&self) -> Self {
        Self::of(const { P::MODULUS }.invert(&self.0))
    }

    fn invert_vartime(&self) -> Self {
        let modulus = const { P::MODULUS };
        Self::of(modulus.enter(&modulus.invert_plain_vartime(&modulus.leave(&self.0))))
    }

    #[inline(always)]
    fn select(a: &Self, b: &Self, mask: u64) -> Self {
        Self::of(select(&a.0, &b.0, mask))
    }

    #[inline(always)]
    fn is_zero(&self) -> bool {
        is_zero(&self.0)
    }
}
