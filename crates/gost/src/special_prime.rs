//! Arithmetic modulo primes of the form `2^(64N) - C` with a small `C`: `2^256 - 617` (CryptoPro-A, tc26-256-A) and
//! `2^512 - 569` (tc26-512-A and C). One fold by `C` replaces Montgomery reduction.
//!
//! An element is any `64N`-bit number, so each residue below `C` has two forms; only [`Field::to_number`] and what
//! is built on it tells residues apart. Constant time throughout.
#![expect(clippy::indexing_slicing, reason = "every index is below N, the fixed length of the array")]

use crate::field::{Field, is_called};
use crate::inverse::invert;
use crate::inverse_vartime::invert_vartime;
use crate::limbs::{add, add_carry, for_each_limb, mask, mul_add, select, sub, sub_borrow, zero_mask};
use zeroize::Zeroize;

/// `1 / odd mod 2^64`. For `m = 2^(64N) - C` this is `-1 / m` when `odd = C`.
const fn inverse_of(odd: u64) -> u64 {
    let mut inverse = odd;
    let mut round = 0;
    while round < 5 {
        inverse = inverse.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(inverse)));
        round += 1;
    }
    inverse
}

/// A residue modulo `2^(64N) - C`, not necessarily the least one. `C` must be below `2^31` and odd.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<const N: usize, const C: u64>(pub(crate) [u64; N]);

impl<const N: usize, const C: u64> Element<N, C> {
    const P: [u64; N] = {
        assert!(C % 2 == 1);
        let mut p = [u64::MAX; N];
        p[0] -= C - 1;
        p
    };

    /// Adds `addend`, the carry of weight `2^(64N)` times `C`, at most `C * C`.
    #[inline(always)]
    fn absorb(mut value: [u64; N], addend: u64) -> Self {
        let mut carry;
        (value[0], carry) = add_carry(value[0], addend, false);
        let mut i = 1;
        while i < N {
            (value[i], carry) = add_carry(value[i], 0, carry);
            i += 1;
        }
        // A second carry leaves less than the addend in the lowest limb and zeros above, so this cannot carry again.
        // Only about one number in 2^(64N - 20) gets here, none of which can be aimed at with a secret: should the
        // compiler make a branch of it, the branch says nothing. Hence no `mask`, which costs a few cycles.
        value[0] = value[0].wrapping_add(u64::from(carry).wrapping_neg() & C);
        Self(value)
    }

    /// `low + 2^(64N) * high` folded to `64N` bits.
    #[inline(always)]
    fn fold(low: &[u64; N], high: &[u64; N]) -> Self {
        let mut folded = [0; N];
        let mut carry = 0;
        let mut i = 0;
        while i < N {
            (folded[i], carry) = mul_add(high[i], C, low[i], carry);
            i += 1;
        }
        // The carry is at most C, so carry * C fits a limb.
        Self::absorb(folded, carry * C)
    }

    /// Twice the number `low + 2^(64N) * high`, plus `a[i]^2 * 2^(128i)` for every limb.
    #[inline(always)]
    fn double_and_add_squares(a: &[u64; N], low: &mut [u64; N], high: &mut [u64; N]) {
        let mut carry = false;
        let mut shifted = 0;
        for_each_limb!(i < N, {
            let (square, above) = mul_add(a[i], a[i], 0, 0);
            let (number, place) = if 2 * i < N { (&mut *low, 2 * i) } else { (&mut *high, 2 * i - N) };
            let (first, second) = (number[place], number[place + 1]);
            (number[place], carry) = add_carry(first << 1 | shifted, square, carry);
            (number[place + 1], carry) = add_carry(second << 1 | first >> 63, above, carry);
            shifted = second >> 63;
        });
        debug_assert!(!carry && shifted == 0, "a square fits twice the limbs");
    }

    #[inline(always)]
    fn product(&self, other: &Self) -> Self {
        let (a, b) = (&self.0, &other.0);
        let mut low = [0; N];
        // What is above the limbs already written to `low`.
        let mut high = [0; N];
        for_each_limb!(i < N, {
            let (first, mut carry) = mul_add(a[0], b[i], high[0], 0);
            low[i] = first;
            let mut j = 1;
            while j < N {
                (high[j - 1], carry) = mul_add(a[j], b[i], high[j], carry);
                j += 1;
            }
            high[N - 1] = carry;
        });
        Self::fold(&low, &high)
    }

    #[inline(always)]
    fn own_product(&self) -> Self {
        let a = &self.0;
        let (mut low, mut high) = ([0; N], [0; N]);
        // Products of different limbs once; the diagonal comes after they are doubled.
        for_each_limb!(i < N, {
            let mut carry = 0;
            let mut j = i + 1;
            while j < N {
                if i + j < N {
                    (low[i + j], carry) = mul_add(a[j], a[i], low[i + j], carry);
                } else {
                    (high[i + j - N], carry) = mul_add(a[j], a[i], high[i + j - N], carry);
                }
                j += 1;
            }
            high[i] = carry;
        });
        Self::double_and_add_squares(a, &mut low, &mut high);
        Self::fold(&low, &high)
    }

    #[inline(never)]
    fn mul_apart(&self, other: &Self) -> Self {
        self.product(other)
    }

    #[inline(never)]
    fn square_apart(&self) -> Self {
        self.own_product()
    }
}

impl<const N: usize, const C: u64> Zeroize for Element<N, C> {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize, const C: u64> Field for Element<N, C> {
    type Number = [u64; N];
    const ZERO: Self = Self([0; N]);
    const ONE: Self = {
        let mut one = [0; N];
        one[0] = 1;
        Self(one)
    };

    #[inline(always)]
    fn from_number(number: &[u64; N]) -> Self {
        Self(*number)
    }

    #[inline]
    fn to_number(self) -> [u64; N] {
        let mut c = [0; N];
        c[0] = C;
        // Adding C carries out exactly when the number is p or more, and then leaves the number less p.
        let (wrapped, carry) = add(&self.0, &c);
        select(&self.0, &wrapped, mask(carry))
    }

    #[inline(always)]
    fn add(&self, other: &Self) -> Self {
        let (sum, carry) = add(&self.0, &other.0);
        Self::absorb(sum, mask(carry) & C)
    }

    #[inline(always)]
    fn sub(&self, other: &Self) -> Self {
        let (mut value, borrow) = sub(&self.0, &other.0);
        let mut again;
        (value[0], again) = sub_borrow(value[0], mask(borrow) & C, false);
        let mut i = 1;
        while i < N {
            (value[i], again) = sub_borrow(value[i], 0, again);
            i += 1;
        }
        // A second borrow leaves at least 2^(64N) - C, whose lowest limb is large enough. As rare as in `absorb`.
        value[0] = value[0].wrapping_sub(u64::from(again).wrapping_neg() & C);
        Self(value)
    }

    #[inline(always)]
    fn mul(&self, other: &Self) -> Self {
        if const { is_called(N) } { self.mul_apart(other) } else { self.product(other) }
    }

    #[inline(always)]
    fn square(&self) -> Self {
        if const { is_called(N) } { self.square_apart() } else { self.own_product() }
    }

    fn invert(&self) -> Self {
        Self(invert(&self.to_number(), &Self::P, const { inverse_of(C) }))
    }

    fn invert_vartime(&self) -> Self {
        Self(invert_vartime(&self.to_number(), &Self::P, const { inverse_of(C) }))
    }

    #[inline(always)]
    fn select(a: &Self, b: &Self, mask: u64) -> Self {
        Self(select(&a.0, &b.0, mask))
    }

    #[inline]
    fn is_zero(&self) -> bool {
        zero_mask(&self.to_number()) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_numbers::{edges_and, slow_add, slow_mul, small};

    fn agrees_with_the_reference<const N: usize, const C: u64>() {
        let p = sub(&[u64::MAX; N], &small(C - 1)).0;
        let numbers = edges_and(&p, 40);
        for a in &numbers {
            let x = Element::<N, C>(*a);
            let residue = slow_add(a, &[0; N], &p);
            assert_eq!(x.to_number(), residue);
            assert_eq!(x.is_zero(), residue == [0; N]);
            assert_eq!(x.square().to_number(), slow_mul(a, a, &p));
            assert_eq!(x.add(&x.negate()).to_number(), [0; N]);
            assert_eq!(x.invert_vartime().to_number(), x.invert().to_number());
            let unit = x.mul(&x.invert()).to_number();
            assert_eq!(unit, if residue == [0; N] { [0; N] } else { small(1) });
            for b in &numbers {
                let y = Element(*b);
                assert_eq!(x.add(&y).to_number(), slow_add(a, b, &p), "{a:x?} + {b:x?}");
                assert_eq!(x.sub(&y).add(&y).to_number(), residue, "{a:x?} - {b:x?}");
                assert_eq!(x.mul(&y).to_number(), slow_mul(a, b, &p), "{a:x?} * {b:x?}");
            }
        }
    }

    #[test]
    fn agrees_with_the_reference_256() {
        agrees_with_the_reference::<4, 617>();
    }

    #[test]
    fn agrees_with_the_reference_512() {
        agrees_with_the_reference::<8, 569>();
    }
}
