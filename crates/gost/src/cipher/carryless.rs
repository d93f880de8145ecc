//! Products of polynomials over the field of two elements, for MGM, in a time that does not depend on the factors.

/// x^128 + x^7 + x^2 + x + 1 without its highest term. Source: RFC 9058, section 3.
pub(super) const POLYNOMIAL_128: u128 = 0x87;
/// x^64 + x^4 + x^3 + x + 1 without its highest term. Source: RFC 9058, section 3.
pub(super) const POLYNOMIAL_64: u128 = 0x1b;

/// One bit in five, begun at each of the five places. With factors cut so, a place of an ordinary product counts at
/// most 13 ones, and the carry of that stays in the four places above, which belong to nobody.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places are below five")]
const FIFTHS: [u128; 5] = {
    let mut masks = [0; 5];
    let mut place = 0;
    while place < 128 {
        masks[place % 5] |= 1 << place;
        place += 1;
    }
    masks
};

/// Product without carries of two 64-bit polynomials.
#[expect(clippy::cast_possible_truncation, reason = "the factors have 64 places")]
#[expect(clippy::indexing_slicing, reason = "places are below five, constants after unrolling")]
fn multiply(a: u64, b: u64) -> u128 {
    let a = FIFTHS.map(|mask| u128::from(a & mask as u64));
    let b = FIFTHS.map(|mask| u128::from(b & mask as u64));
    let mut product = 0;
    for place in 0..5 {
        let mut sum = 0;
        for left in 0..5 {
            sum ^= a[left] * b[(place + 5 - left) % 5];
        }
        product ^= sum & FIFTHS[place];
    }
    product
}

#[expect(clippy::cast_possible_truncation, reason = "splitting a number into its halves")]
const fn halves(number: u128) -> (u64, u64) {
    ((number >> 64) as u64, number as u64)
}

/// Product modulo the polynomial of degree 128.
pub(super) fn multiply_128(a: u128, b: u128) -> u128 {
    let ((a1, a0), (b1, b0)) = (halves(a), halves(b));
    let (high, low) = (multiply(a1, b1), multiply(a0, b0));
    let middle = multiply(a1 ^ a0, b1 ^ b0) ^ high ^ low;
    let (high, low) = (high ^ (middle >> 64), low ^ (middle << 64));
    // x^128 stands for x^7 + x^2 + x + 1; what that pushes over the edge once more has seven places at most.
    let over = (high >> 127) ^ (high >> 126) ^ (high >> 121);
    low ^ times_low_terms_128(high) ^ times_low_terms_128(over)
}

const fn times_low_terms_128(a: u128) -> u128 {
    a ^ (a << 1) ^ (a << 2) ^ (a << 7)
}

/// Product modulo the polynomial of degree 64; both factors and the answer are below 2^64.
pub(super) fn multiply_64(a: u128, b: u128) -> u128 {
    let (high, low) = halves(multiply(halves(a).1, halves(b).1));
    let fold = |a: u64| u128::from(a) ^ (u128::from(a) << 1) ^ (u128::from(a) << 3) ^ (u128::from(a) << 4);
    let (over, folded) = halves(fold(high));
    u128::from(low ^ folded) ^ fold(over)
}

#[cfg(test)]
mod tests {
    use super::{POLYNOMIAL_64, POLYNOMIAL_128, multiply_64, multiply_128};
    use crate::test_numbers::Words;

    /// Bit by bit, with nothing in common with the code above.
    fn slow(a: u128, b: u128, bits: u32, polynomial: u128) -> u128 {
        let mask = u128::MAX >> (128 - bits);
        (0..bits).rev().fold(0, |sum, place| {
            let carry = sum >> (bits - 1) & 1;
            let twice = (sum << 1) & mask ^ (carry * polynomial);
            if b >> place & 1 == 1 { twice ^ a } else { twice }
        })
    }

    fn numbers() -> std::vec::Vec<u128> {
        let mut words = Words(9058);
        let mut numbers = std::vec::Vec::from([0, 1, 2, u128::MAX, 1 << 127, u128::from(u64::MAX), 1 << 63, 1 << 64]);
        numbers.extend((0..30).map(|_| u128::from(words.next()) << 64 | u128::from(words.next())));
        numbers
    }

    #[test]
    fn agrees_with_the_reference() {
        for a in numbers() {
            for b in numbers() {
                assert_eq!(multiply_128(a, b), slow(a, b, 128, POLYNOMIAL_128));
                let (a, b) = (a & u128::from(u64::MAX), b & u128::from(u64::MAX));
                assert_eq!(multiply_64(a, b), slow(a, b, 64, POLYNOMIAL_64));
            }
        }
    }
}
