//! Modular inversion of secret numbers by division steps: always as many, with no branch and no address that depends
//! on the number.
//!
//! The steps are those of `inverse_vartime.rs` in the form that starts half a step later ("delta = 1/2"), for which
//! P. Wuille's computation of convex hulls bounds their number more tightly: `(45907 * bits + 26313) / 19929` bring
//! any number of so many bits to the end. Source: the notes on `safegcd` of libsecp256k1 and its bounds.
#![expect(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "masks and factors are read both ways on purpose"
)]

use crate::inverse_vartime::{STEPS, Signed, Steps, combine, combine_modulo, negate};
use crate::limbs::{add, mask, mul_add, select, sub};

/// Batches that end the work for numbers of `limbs` limbs: 10 for 256 bits, 20 for 512.
const fn batches(limbs: usize) -> usize {
    ((45_907 * 64 * limbs + 26_313) / 19_929).div_ceil(STEPS as usize)
}

/// `1 / a mod m` for odd `m` and `a < m` prime to it; zero for zero. `negated_inverse` is `-1 / m mod 2^64`.
pub(crate) fn invert<const N: usize>(a: &[u64; N], m: &[u64; N], negated_inverse: u64) -> [u64; N] {
    let mut f = Signed { low: *m, high: 0 };
    let mut g = Signed { low: *a, high: 0 };
    // Throughout, f = d * a and g = e * a modulo m.
    let mut d = Signed { low: [0; N], high: 0 };
    let mut e = d;
    e.low[0] = 1;
    let mut zeta = -1;
    for _ in 0..const { batches(N) } {
        let steps = batch(&mut zeta, f.low[0], g.low[0]);
        (f, g) = (combine(&f, &g, (steps.u, steps.v)), combine(&f, &g, (steps.q, steps.r)));
        let modulus = (m, negated_inverse);
        (d, e) =
            (combine_modulo(&d, &e, (steps.u, steps.v), modulus), combine_modulo(&d, &e, (steps.q, steps.r), modulus));
    }
    // f is 1 or -1 now, or m when a is zero, and then d is zero.
    let minus = negate(&d);
    let negative = mask(f.high < 0);
    let low = select(&d.low, &minus.low, negative);
    settle(Signed { low, high: d.high ^ ((d.high ^ minus.high) & negative as i64) }, m)
}

/// [`STEPS`] steps. `zeta` is `-(delta + 1/2)`.
fn batch(zeta: &mut i64, mut f: u64, mut g: u64) -> Steps {
    let (mut u, mut v, mut q, mut r) = (1u64, 0u64, 0u64, 1u64);
    for _ in 0..STEPS {
        let swapping = (*zeta >> 63) as u64;
        let odd = core::hint::black_box((g & 1).wrapping_neg());
        // Adds (f, u, v) to (g, q, r), or takes them off where the two change places; nothing where g is even.
        g = g.wrapping_add(((f ^ swapping).wrapping_sub(swapping)) & odd);
        q = q.wrapping_add(((u ^ swapping).wrapping_sub(swapping)) & odd);
        r = r.wrapping_add(((v ^ swapping).wrapping_sub(swapping)) & odd);
        let both = swapping & odd;
        *zeta = (*zeta ^ both as i64) - 1;
        f = f.wrapping_add(g & both);
        u = u.wrapping_add(q & both) << 1;
        v = v.wrapping_add(r & both) << 1;
        g >>= 1;
    }
    Steps { u: u as i64, v: v as i64, q: q as i64, r: r as i64 }
}

/// The residue below m of a number of less than `16m` in size, which `combine_modulo` keeps to: it adds at most `m / 2`
/// in each batch.
fn settle<const N: usize>(number: Signed<N>, m: &[u64; N]) -> [u64; N] {
    const { assert!(batches(N) / 2 + 1 < 16) };
    let (low, high) = times_power(m, 4);
    let (mut low, carry) = add(&number.low, &low);
    let mut rest = (number.high as u64).wrapping_add(high).wrapping_add(u64::from(carry));
    for power in (0..5).rev() {
        let (step, step_high) = times_power(m, power);
        let (less, borrow) = sub(&low, &step);
        let less_high = rest.wrapping_sub(step_high).wrapping_sub(u64::from(borrow));
        let negative = mask(less_high >> 63 == 1);
        low = select(&less, &low, negative);
        rest = less_high ^ ((less_high ^ rest) & negative);
    }
    low
}

/// `2^power * m` with its high limb; `power` below 64.
fn times_power<const N: usize>(m: &[u64; N], power: u32) -> ([u64; N], u64) {
    let mut carry = 0;
    let shifted = m.map(|limb| {
        let low;
        (low, carry) = mul_add(limb, 1 << power, carry, 0);
        low
    });
    (shifted, carry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::{CRYPTO_PRO_A, CRYPTO_PRO_B, CRYPTO_PRO_C, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C};
    use crate::inverse_vartime::invert_vartime;
    use crate::montgomery::Modulus;
    use crate::test_numbers::{Words, edges_and, slow_reduce, small};

    fn agrees<const N: usize>(modulus: &Modulus<N>) {
        let m = &modulus.m;
        for number in edges_and(m, 300).into_iter().map(|number| slow_reduce(number, m)) {
            let inverse = invert(&number, m, modulus.negated_inverse);
            assert_eq!(inverse, invert_vartime(&number, m, modulus.negated_inverse), "{number:x?}");
            let unit = modulus.mul(&modulus.enter(&number), &inverse);
            assert_eq!(unit, if number == [0; N] { [0; N] } else { small(1) });
        }
    }

    #[test]
    fn agrees_with_the_other_inversion() {
        for curve in [&CRYPTO_PRO_A, &CRYPTO_PRO_B, &CRYPTO_PRO_C, &TC26_256_A] {
            agrees(&curve.p);
            agrees(&curve.q);
        }
        for curve in [&TC26_512_A, &TC26_512_B, &TC26_512_C] {
            agrees(&curve.p);
            agrees(&curve.q);
        }
    }

    /// Numbers of every length and with long runs of one bit, which take most steps.
    #[test]
    fn numbers_of_every_length() {
        let (modulus, mut words) = (&CRYPTO_PRO_A.p, Words(9));
        for bits in 1..256 {
            let mut power = [0; 4];
            power[bits / 64] = 1 << (bits % 64);
            let ones = sub(&power, &small(1)).0;
            let random: [u64; 4] = words.number();
            let short = [0, 1, 2, 3].map(|i| random[i] & ones[i] | 1);
            for number in [power, ones, sub(&modulus.m, &power).0, sub(&modulus.m, &ones).0, short] {
                let number = slow_reduce(number, &modulus.m);
                let inverse = invert(&number, &modulus.m, modulus.negated_inverse);
                assert_eq!(modulus.mul(&modulus.enter(&number), &inverse), small(1), "{number:x?}");
            }
        }
    }
}
