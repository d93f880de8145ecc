//! Modular inversion of public numbers by division steps.
//!
//! Method: D. J. Bernstein, B.-Y. Yang, "Fast constant-time gcd computation and modular inversion" (2019), in its
//! variable-time form: zero bits of `g` are shifted out together. Steps are taken 62 at a time on the lowest limbs,
//! which gives a 2x2 matrix of factors; the long numbers are multiplied by it once per batch.
#![expect(clippy::indexing_slicing, reason = "every index is below N, the fixed length of the array")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "limbs of signed numbers in two's complement are cut and read both ways on purpose"
)]

use crate::limbs::{add, is_less, is_zero, sub};

/// Division steps in a batch: the factors then stay within 2^62 and their sums of products within 127 bits.
pub(crate) const STEPS: u32 = 62;
/// A number of `64N` bits is done after at most `(49 * 64N + 80) / 17` steps (theorem 11.2 of the paper): 12 batches
/// for 256 bits, 24 for 512. Reaching this is impossible; the loop must have an end.
const BATCHES_PER_LIMB_MAX: usize = 4;

/// A signed number in two's complement, `high` on top of `low`.
#[derive(Clone, Copy)]
pub(crate) struct Signed<const N: usize> {
    pub(crate) low: [u64; N],
    pub(crate) high: i64,
}

/// `2^62` times what a batch of steps does to `(f, g)`: `|u| + |v|` and `|q| + |r|` are at most `2^62`.
pub(crate) struct Steps {
    pub(crate) u: i64,
    pub(crate) v: i64,
    pub(crate) q: i64,
    pub(crate) r: i64,
}

/// `1 / a mod m` for odd `m` and `0 < a < m` prime to it; otherwise some number below m.
/// `negated_inverse` is `-1 / m mod 2^64`. The time depends on `a`, which must be public.
pub(crate) fn invert_vartime<const N: usize>(a: &[u64; N], m: &[u64; N], negated_inverse: u64) -> [u64; N] {
    let mut f = Signed { low: *m, high: 0 };
    let mut g = Signed { low: *a, high: 0 };
    // Throughout, f = d * a and g = e * a modulo m.
    let mut d = Signed { low: [0; N], high: 0 };
    let mut e = d;
    e.low[0] = 1;
    let mut delta = 1;
    for _ in 0..BATCHES_PER_LIMB_MAX * N {
        if is_zero(&g.low) && g.high == 0 {
            break;
        }
        let steps = batch(&mut delta, f.low[0], g.low[0]);
        (f, g) = (combine(&f, &g, (steps.u, steps.v)), combine(&f, &g, (steps.q, steps.r)));
        let modulus = (m, negated_inverse);
        (d, e) =
            (combine_modulo(&d, &e, (steps.u, steps.v), modulus), combine_modulo(&d, &e, (steps.q, steps.r), modulus));
    }
    // f is 1 or -1 now.
    settle(if f.high < 0 { negate(&d) } else { d }, m)
}

fn batch(delta: &mut i64, mut f: u64, mut g: u64) -> Steps {
    let Steps { mut u, mut v, mut q, mut r } = Steps { u: 1, v: 0, q: 0, r: 1 };
    let mut left = STEPS;
    loop {
        let zeros = g.trailing_zeros().min(left);
        g >>= zeros;
        u <<= zeros;
        v <<= zeros;
        *delta += i64::from(zeros);
        left -= zeros;
        if left == 0 {
            return Steps { u, v, q, r };
        }
        if *delta > 0 {
            *delta = -*delta;
            (f, g) = (g, f.wrapping_neg());
            (u, v, q, r) = (q, r, -u, -v);
        }
        g = g.wrapping_add(f);
        q += u;
        r += v;
    }
}

/// `(a * f + b * g) / 2^62`, which is exact.
pub(crate) fn combine<const N: usize>(f: &Signed<N>, g: &Signed<N>, (a, b): (i64, i64)) -> Signed<N> {
    let mut sum = Signed { low: [0; N], high: 0 };
    let (a, b) = (i128::from(a), i128::from(b));
    let mut carry = 0i128;
    for i in 0..N {
        carry += a * i128::from(f.low[i]) + b * i128::from(g.low[i]);
        sum.low[i] = carry as u64;
        carry >>= 64;
    }
    carry += a * i128::from(f.high) + b * i128::from(g.high);
    shift(sum.low, carry)
}

/// `(a * d + b * e) / 2^62` modulo m: a multiple of m that makes the division exact is added first. The result grows
/// by at most m / 2 over the larger of the two, so `high` never overflows.
pub(crate) fn combine_modulo<const N: usize>(
    d: &Signed<N>,
    e: &Signed<N>,
    (a, b): (i64, i64),
    (m, negated_inverse): (&[u64; N], u64),
) -> Signed<N> {
    let lowest = (a as u64).wrapping_mul(d.low[0]).wrapping_add((b as u64).wrapping_mul(e.low[0]));
    // The lowest 62 bits, as a signed number.
    let times = i128::from((lowest.wrapping_mul(negated_inverse) << 2) as i64 >> 2);
    let (a, b) = (i128::from(a), i128::from(b));
    let mut low = [0; N];
    let mut carry = 0i128;
    for i in 0..N {
        carry += a * i128::from(d.low[i]) + b * i128::from(e.low[i]) + times * i128::from(m[i]);
        low[i] = carry as u64;
        carry >>= 64;
    }
    carry += a * i128::from(d.high) + b * i128::from(e.high);
    shift(low, carry)
}

/// The number `high * 2^(64N) + low` less its lowest 62 bits.
fn shift<const N: usize>(mut low: [u64; N], high: i128) -> Signed<N> {
    for i in 0..N {
        let next = if i + 1 < N { low[i + 1] } else { high as u64 };
        low[i] = low[i] >> STEPS | next << (64 - STEPS);
    }
    Signed { low, high: (high >> STEPS) as i64 }
}

pub(crate) fn negate<const N: usize>(number: &Signed<N>) -> Signed<N> {
    let (low, borrow) = sub(&[0; N], &number.low);
    Signed { low, high: -number.high - i64::from(borrow) }
}

/// The residue below m of a number not many times larger than m.
fn settle<const N: usize>(mut number: Signed<N>, m: &[u64; N]) -> [u64; N] {
    while number.high < 0 {
        let (low, carry) = add(&number.low, m);
        number = Signed { low, high: number.high + i64::from(carry) };
    }
    while number.high > 0 || !is_less(&number.low, m) {
        let (low, borrow) = sub(&number.low, m);
        number = Signed { low, high: number.high - i64::from(borrow) };
    }
    number.low
}
