//! Arithmetic modulo any odd number of `64 * N` bits or less, in Montgomery form (`x * 2^(64N) mod m`).
//!
//! Serves the prime fields without a dedicated file and the scalars of every curve. Values are always below the
//! modulus, so equality of limbs is equality of numbers. Constant time in the values; the modulus is public.
#![expect(clippy::indexing_slicing, reason = "every index is below N, the fixed length of the array")]

use crate::inverse::invert;
use crate::inverse_vartime::invert_vartime;
use crate::limbs::{add, add_carry, mask, mul_add, select, sub};

/// An odd modulus with what Montgomery reduction needs.
#[derive(Debug)]
pub(crate) struct Modulus<const N: usize> {
    pub(crate) m: [u64; N],
    /// `-1 / m mod 2^64`.
    pub(crate) negated_inverse: u64,
    /// `2^(64N) mod m`: one in Montgomery form.
    pub(crate) one: [u64; N],
    /// `2^(128N) mod m`.
    square: [u64; N],
}

impl<const N: usize> Modulus<N> {
    pub(crate) const fn new(m: [u64; N]) -> Self {
        // Newton's iteration doubles the number of right bits; an odd m is its own inverse modulo 8.
        let mut inverse = m[0];
        let mut round = 0;
        while round < 5 {
            inverse = inverse.wrapping_mul(2u64.wrapping_sub(m[0].wrapping_mul(inverse)));
            round += 1;
        }
        let mut modulus = Self { m, negated_inverse: inverse.wrapping_neg(), one: [0; N], square: [0; N] };
        let mut power = [0; N];
        power[0] = 1;
        let mut i = 0;
        while i < 128 * N {
            power = modulus.add(&power, &power);
            i += 1;
            if i == 64 * N {
                modulus.one = power;
            }
        }
        modulus.square = power;
        modulus
    }

    /// `value - m` when `value` (with its carry limb) is `m` or more; `value` must be below `2m`.
    #[inline(always)]
    const fn reduce_once(&self, value: &[u64; N], carry: bool) -> [u64; N] {
        let (reduced, borrow) = sub(value, &self.m);
        select(&reduced, value, mask(borrow & !carry))
    }

    #[inline(always)]
    pub(crate) const fn add(&self, a: &[u64; N], b: &[u64; N]) -> [u64; N] {
        let (sum, carry) = add(a, b);
        self.reduce_once(&sum, carry)
    }

    #[inline(always)]
    pub(crate) const fn sub(&self, a: &[u64; N], b: &[u64; N]) -> [u64; N] {
        let (difference, borrow) = sub(a, b);
        let masked = select(&[0; N], &self.m, mask(borrow));
        add(&difference, &masked).0
    }

    #[inline(always)]
    pub(crate) const fn negate(&self, a: &[u64; N]) -> [u64; N] {
        self.sub(&[0; N], a)
    }

    /// Montgomery product `a * b / 2^(64N) mod m`. One factor may be any number, the other must be below m.
    #[inline]
    pub(crate) const fn mul(&self, a: &[u64; N], b: &[u64; N]) -> [u64; N] {
        self.product(a, b)
    }

    /// [`Modulus::mul`] written into its caller, for a modulus that is a constant there.
    #[inline(always)]
    pub(crate) const fn product(&self, a: &[u64; N], b: &[u64; N]) -> [u64; N] {
        let mut t = [0; N];
        let mut top = 0u64;
        let mut i = 0;
        while i < N {
            let mut carry = 0;
            let mut j = 0;
            while j < N {
                (t[j], carry) = mul_add(a[j], b[i], t[j], carry);
                j += 1;
            }
            let (first, overflow) = add_carry(top, carry, false);
            let factor = t[0].wrapping_mul(self.negated_inverse);
            (_, carry) = mul_add(factor, self.m[0], t[0], 0);
            j = 1;
            while j < N {
                (t[j - 1], carry) = mul_add(factor, self.m[j], t[j], carry);
                j += 1;
            }
            let (second, again) = add_carry(first, carry, false);
            t[N - 1] = second;
            top = overflow as u64 + again as u64;
            i += 1;
        }
        self.reduce_once(&t, top != 0)
    }

    #[inline]
    pub(crate) const fn square(&self, a: &[u64; N]) -> [u64; N] {
        self.mul(a, a)
    }

    /// Montgomery form of any `64N`-bit number, reduced on the way.
    pub(crate) const fn enter(&self, a: &[u64; N]) -> [u64; N] {
        self.mul(a, &self.square)
    }

    /// The number itself, below m, out of Montgomery form.
    pub(crate) const fn leave(&self, a: &[u64; N]) -> [u64; N] {
        let mut unit = [0; N];
        unit[0] = 1;
        self.mul(a, &unit)
    }

    /// Any `64N`-bit number modulo m, not in Montgomery form.
    pub(crate) const fn reduce(&self, a: &[u64; N]) -> [u64; N] {
        self.leave(&self.enter(a))
    }

    /// `1 / a` for plain public numbers; zero gives zero.
    pub(crate) fn invert_plain_vartime(&self, a: &[u64; N]) -> [u64; N] {
        invert_vartime(a, &self.m, self.negated_inverse)
    }

    /// `1 / a`, in and out of Montgomery form; zero gives zero. The modulus must be prime.
    pub(crate) fn invert(&self, a: &[u64; N]) -> [u64; N] {
        self.enter(&invert(&self.leave(a), &self.m, self.negated_inverse))
    }
}

#[cfg(test)]
mod tests {
    use crate::curves::{CRYPTO_PRO_A, CRYPTO_PRO_B, CRYPTO_PRO_C, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C};
    use crate::montgomery::Modulus;
    use crate::test_numbers::{edges_and, slow_add, slow_mul, slow_reduce, small};

    fn agrees_with_the_reference<const N: usize>(modulus: &Modulus<N>) {
        let m = &modulus.m;
        let numbers: std::vec::Vec<_> = edges_and(m, 12).into_iter().map(|number| slow_reduce(number, m)).collect();
        for a in &numbers {
            let x = modulus.enter(a);
            assert_eq!(modulus.leave(&x), *a);
            assert_eq!(modulus.invert_plain_vartime(a), modulus.leave(&modulus.invert(&x)));
            let unit = modulus.leave(&modulus.mul(&x, &modulus.invert(&x)));
            assert_eq!(unit, if *a == [0; N] { [0; N] } else { small(1) });
            for b in &numbers {
                let y = modulus.enter(b);
                assert_eq!(modulus.leave(&modulus.add(&x, &y)), slow_add(a, b, m));
                assert_eq!(modulus.add(&modulus.sub(&x, &y), &y), x);
                assert_eq!(modulus.leave(&modulus.mul(&x, &y)), slow_mul(a, b, m));
            }
        }
        for any in edges_and(m, 12) {
            assert_eq!(modulus.reduce(&any), slow_reduce(any, m));
        }
    }

    #[test]
    fn agrees_with_the_reference_256() {
        for curve in [&CRYPTO_PRO_A, &CRYPTO_PRO_B, &CRYPTO_PRO_C, &TC26_256_A] {
            agrees_with_the_reference(&curve.p);
            agrees_with_the_reference(&curve.q);
        }
    }

    #[test]
    fn agrees_with_the_reference_512() {
        for curve in [&TC26_512_A, &TC26_512_B, &TC26_512_C] {
            agrees_with_the_reference(&curve.p);
            agrees_with_the_reference(&curve.q);
        }
    }
}
