//! Signed sparse digits of a public number, for double multiplication in verification.

use crate::limbs::bit;

/// Digits of a number of 512 bits.
pub(crate) const DIGITS_MAX: usize = 513;

/// Width-`width` non-adjacent form: odd digits below `2^(width-1)` in size, at least `width` places apart, place `i`
/// weighing `2^i`. `width` at most 8.
pub(crate) fn recode_vartime<const N: usize>(scalar: &[u64; N], width: usize) -> [i8; DIGITS_MAX] {
    const { assert!(DIGITS_MAX > 64 * N, "one digit more than bits, for the last carry") };
    let mut digits = [0; DIGITS_MAX];
    let mut carry = 0;
    let mut wait = 0usize;
    for (place, out) in digits.iter_mut().enumerate().take(64 * N + 1) {
        if wait > 0 {
            wait -= 1;
            continue;
        }
        if bit(scalar, place) == carry {
            continue;
        }
        let window = (0..width).fold(carry, |window, i| window + (bit(scalar, place + i) << i));
        carry = (window >> (width - 1)) & 1;
        // At most 2^8 - 1 before the carry is taken off, so the difference fits the eight signed bits exactly.
        *out = i8::from_le_bytes([window.wrapping_sub(carry << width).to_le_bytes()[0]]);
        wait = width - 1;
    }
    digits
}
