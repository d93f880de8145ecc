//! Numbers for the tests of arithmetic: repeatable chance, edge values, and a slow reference that shares no method
//! with what it checks.

use crate::limbs::{add, bit, is_less, sub};
use std::vec::Vec;

/// A repeatable stream of 64-bit words (SplitMix64).
pub(crate) struct Words(pub(crate) u64);

impl Words {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn number<const N: usize>(&mut self) -> [u64; N] {
        [0; N].map(|_| self.next())
    }

    /// A number in `1..limit`.
    pub(crate) fn below<const N: usize>(&mut self, limit: &[u64; N]) -> [u64; N] {
        loop {
            let number = self.number();
            if is_less(&number, limit) && number != [0; N] {
                return number;
            }
        }
    }
}

pub(crate) fn small<const N: usize>(value: u64) -> [u64; N] {
    let mut limbs = [0; N];
    limbs[0] = value;
    limbs
}

/// 0, 1, 2, m - 2, m - 1, m, m + 1 (when it fits), all ones, a lone top bit, limbs of ones and zeros in turn, and
/// `random` more.
pub(crate) fn edges_and<const N: usize>(m: &[u64; N], random: usize) -> Vec<[u64; N]> {
    let mut words = Words(617);
    let mut numbers = Vec::from([[0; N], small(1), small(2), *m, [u64::MAX; N], add(m, &small(1)).0]);
    numbers.extend([1, 2, 3].map(|step| sub(m, &small(step)).0));
    numbers.extend([1, 2, 616, 618].map(|step| sub(&[u64::MAX; N], &small(step)).0));
    let mut top = [0; N];
    top[N - 1] = 1 << 63;
    numbers.push(top);
    for odd in [0, 1] {
        let mut striped = [0; N];
        striped.iter_mut().skip(odd).step_by(2).for_each(|limb| *limb = u64::MAX);
        numbers.push(striped);
    }
    numbers.extend((0..random).map(|_| words.number::<N>()));
    numbers
}

/// `value mod m` by subtraction; `value` must be a small number of times `m`.
pub(crate) fn slow_reduce<const N: usize>(mut value: [u64; N], m: &[u64; N]) -> [u64; N] {
    while !is_less(&value, m) {
        value = sub(&value, m).0;
    }
    value
}

pub(crate) fn slow_add<const N: usize>(a: &[u64; N], b: &[u64; N], m: &[u64; N]) -> [u64; N] {
    let (a, b) = (slow_reduce(*a, m), slow_reduce(*b, m));
    let (sum, carry) = add(&a, &b);
    if carry { sub(&sum, m).0 } else { slow_reduce(sum, m) }
}

/// Product by doubling and adding, bit by bit.
pub(crate) fn slow_mul<const N: usize>(a: &[u64; N], b: &[u64; N], m: &[u64; N]) -> [u64; N] {
    (0..64 * N).rev().fold([0; N], |sum, index| {
        let twice = slow_add(&sum, &sum, m);
        if bit(b, index) == 1 { slow_add(&twice, a, m) } else { twice }
    })
}
