//! The secret number `k` of a signature: deterministic and hedged.
//!
//! `k` is the first candidate below the order of the base point, and not zero, among
//!
//! ```text
//! candidate(i) = HMAC-Streebog(key = d, i ‖ curve ‖ digest ‖ hedge), read little-endian, its low `bits` bits
//! ```
//!
//! where HMAC-Streebog has the length of the set (256 or 512), `d` is the private key as `size_bytes` little-endian
//! octets, `i` is one octet counting from 0 and `curve` one octet naming the curve. All parts but the last have fixed
//! length, so no two inputs give the same message.
//!
//! `2^bits` is the power of two next to `q`, below it or above. All orders but one lie so near theirs that a number
//! of `bits` bits is as good as one below `q`: they differ by less than one part in 2^120, and no candidate is ever
//! thrown away in practice, so that a signature always takes the same work. The order of CryptoPro-C lies near no power;
//! there the candidate is all of HMAC-Streebog-512 modulo `q`, uniform to one part in 2^256.
//!
//! - With an empty hedge it is the idea of RFC 6979: one key and digest always give one `k`, and `k` is uniform below
//!   `q` to anyone without `d` as long as HMAC-Streebog is a pseudo-random function. A failed random source
//!   cannot repeat a `k` under two digests.
//! - With fresh chance as hedge, faults and power traces of one signature do not repeat in the next one
//!   (the reasoning of RFC 6979bis drafts on hedged signatures). A bad hedge costs nothing but that.
//!
//! RFC 6979's own HMAC_DRBG is not used: its six or more HMAC calls would cost more than the curve, and its
//! output is not prescribed by GOST R 34.10-2012, which only asks for a random `k`.

use crate::hash::{HmacStreebog256, HmacStreebog512};
use crate::limbs::{bit_length_vartime, from_le, is_less, is_zero, sub};
use crate::montgomery::Modulus;
use crate::param_set::ParamSet;
use zeroize::Zeroizing;

/// How near a power of two an order has to be for numbers of so many bits to pass for numbers below it.
const NEAR_BITS: usize = 120;

/// Everything a nonce is made from.
pub(crate) struct NonceSource<'a> {
    pub(crate) set: ParamSet,
    pub(crate) key_le: &'a [u8],
    pub(crate) digest: &'a [u8],
    pub(crate) hedge: &'a [u8],
}

impl NonceSource<'_> {
    /// Candidate number `index`, or `None` when it is zero or not below `q`.
    pub(crate) fn candidate<const N: usize>(&self, q: &Modulus<N>, index: u8) -> Option<Zeroizing<[u64; N]>> {
        let octets = self.octets(index, near_power_bits(&q.m).is_none());
        let number = Zeroizing::new(from_le(octets.as_slice()));
        match near_power_bits(&q.m) {
            Some(bits) => usable(cut(*number, bits), &q.m),
            None => {
                let high = Zeroizing::new(from_le(octets.get(8 * N..).unwrap_or_default()));
                // Entering multiplies by 2^(64N), which is what the high limbs weigh.
                usable(q.add(&q.enter(&high), &q.reduce(&number)), &q.m)
            }
        }
    }

    /// The code, with zeros behind it when it is the short one.
    fn octets(&self, index: u8, long: bool) -> Zeroizing<[u8; 64]> {
        let head = [index, self.set.curve_octet()];
        let mut octets = Zeroizing::new([0u8; 64]);
        if long || self.set.size_bytes() == 64 {
            let mut hmac = HmacStreebog512::new(self.key_le);
            hmac.update(&head);
            hmac.update(self.digest);
            hmac.update(self.hedge);
            *octets = hmac.finish();
        } else {
            let mut hmac = HmacStreebog256::new(self.key_le);
            hmac.update(&head);
            hmac.update(self.digest);
            hmac.update(self.hedge);
            let short = Zeroizing::new(hmac.finish::<32>());
            for (place, octet) in octets.iter_mut().zip(short.iter()) {
                *place = *octet;
            }
        }
        octets
    }
}

/// The power of two that `q` differs from by less than one part in 2^[`NEAR_BITS`], as the exponent.
fn near_power_bits<const N: usize>(q: &[u64; N]) -> Option<usize> {
    let length = bit_length_vartime(q);
    let is_near = |difference: [u64; N]| bit_length_vartime(&difference) + NEAR_BITS <= length;
    if is_near(sub(q, &power_of_two(length - 1)).0) {
        return Some(length - 1);
    }
    is_near(sub(&power_of_two(length), q).0).then_some(length)
}

/// `2^exponent` modulo `2^(64N)`.
fn power_of_two<const N: usize>(exponent: usize) -> [u64; N] {
    let mut power = [0; N];
    if let Some(limb) = power.get_mut(exponent / 64) {
        *limb = 1 << (exponent % 64);
    }
    power
}

/// The low `bits` bits, of more than `64 * (N - 1)`.
fn cut<const N: usize>(mut number: [u64; N], bits: usize) -> [u64; N] {
    if let Some(top) = number.last_mut() {
        *top &= u64::MAX >> (64 * N - bits);
    }
    number
}

/// The number if it lies in `1..q`.
fn usable<const N: usize>(number: [u64; N], q: &[u64; N]) -> Option<Zeroizing<[u64; N]>> {
    let number = Zeroizing::new(number);
    (!is_zero(&number) && is_less(&number, q)).then_some(number)
}

/// The number cut to as many bits as `q` has, if it then lies in `1..q`: a private key from chance.
pub(crate) fn drawn<const N: usize>(number: [u64; N], q: &[u64; N]) -> Option<Zeroizing<[u64; N]>> {
    usable(cut(number, bit_length_vartime(q)), q)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::{
        AnyCurve, CRYPTO_PRO_A, CRYPTO_PRO_B, CRYPTO_PRO_C, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C, curve_of,
    };
    use crate::hash::{hmac_streebog256, hmac_streebog512};
    use crate::limbs::sub;
    use crate::test_numbers::{slow_add, slow_reduce, small};

    fn source(set: ParamSet, hedge: &'static [u8]) -> NonceSource<'static> {
        let size = set.size_bytes();
        NonceSource { set, key_le: &[3; 64][..size], digest: &[4; 64][..size], hedge }
    }

    /// The formula at the head of the file, written out.
    #[test]
    fn candidates_follow_the_written_formula() {
        let short = source(ParamSet::XA, b"chance").candidate(&CRYPTO_PRO_A.q, 9).unwrap();
        let message = [&[9, 0][..], &[4; 32], b"chance"].concat();
        assert_eq!(*short, from_le(&hmac_streebog256(&[3; 32], &message)));
        let long = source(ParamSet::Tc512A, b"").candidate(&TC26_512_A.q, 0).unwrap();
        let message = [&[9, 0][1..], &[ParamSet::Tc512A.curve_octet()], &[4; 64]].concat();
        assert_eq!(*long, from_le(&hmac_streebog512(&[3; 64], &message)));
    }

    #[test]
    fn every_part_of_the_source_changes_the_candidate() {
        let q = &CRYPTO_PRO_A.q;
        let first = source(ParamSet::XA, b"chance").candidate(q, 0).unwrap();
        assert_eq!(first, source(ParamSet::A, b"chance").candidate(q, 0).unwrap(), "A and XA are one curve");
        let others = [
            source(ParamSet::XA, b"chance").candidate(q, 1),
            source(ParamSet::XA, b"chancf").candidate(q, 0),
            source(ParamSet::XA, b"").candidate(q, 0),
            source(ParamSet::C, b"chance").candidate(q, 0),
            NonceSource { digest: &[5; 32], ..source(ParamSet::XA, b"chance") }.candidate(q, 0),
            NonceSource { key_le: &[5; 32], ..source(ParamSet::XA, b"chance") }.candidate(q, 0),
        ];
        assert!(others.iter().all(|other| other.as_ref().unwrap() != &first));
    }

    #[test]
    fn only_numbers_from_one_to_the_order_are_usable() {
        let q = &CRYPTO_PRO_A.q.m;
        let less = |step| sub(q, &small(step)).0;
        for refused in [[0; 4], *q, [u64::MAX; 4]] {
            assert!(usable(refused, q).is_none(), "{refused:x?}");
        }
        for taken in [small(1), less(1), less(2)] {
            assert_eq!(usable(taken, q).as_deref(), Some(&taken));
        }
        // TcA has an order of 255 bits: the top bit is cut off, about half of the rest is refused.
        assert_eq!(drawn([1, 0, 0, 1 << 63], &TC26_256_A.q.m).as_deref(), Some(&small(1)));
        assert!(drawn([0, 0, 0, 1 << 63], &TC26_256_A.q.m).is_none());
    }

    #[test]
    fn orders_and_their_powers() {
        let short = [&CRYPTO_PRO_A, &CRYPTO_PRO_B, &CRYPTO_PRO_C, &TC26_256_A];
        assert_eq!(short.map(|curve| near_power_bits(&curve.q.m)), [Some(256), Some(255), None, Some(254)]);
        let long = [&TC26_512_A, &TC26_512_B, &TC26_512_C];
        assert_eq!(long.map(|curve| near_power_bits(&curve.q.m)), [Some(512), Some(511), Some(510)]);
    }

    /// A signature takes one candidate, whatever the set, key and digest.
    #[test]
    fn no_candidate_is_thrown_away() {
        for set in ParamSet::ALL {
            for index in 0..200 {
                let source = source(set, b"hedge");
                let found = match curve_of(set) {
                    AnyCurve::Bits256(curve) => source.candidate(&curve.q, index).is_some(),
                    AnyCurve::Bits512(curve) => source.candidate(&curve.q, index).is_some(),
                };
                assert!(found, "{set:?} {index}");
            }
        }
    }

    /// `high * 2^256 + low` modulo q by doubling and adding.
    #[test]
    fn the_long_code_is_reduced_right() {
        let q = &CRYPTO_PRO_C.q;
        let code = hmac_streebog512(&[3; 32], &[&[7, ParamSet::C.curve_octet()][..], &[4; 32], b"x"].concat());
        let (low, high): ([u64; 4], [u64; 4]) = (from_le(&code[..32]), from_le(&code[32..]));
        let high = (0..256).fold(slow_reduce(high, &q.m), |sum, _| slow_add(&sum, &sum, &q.m));
        let expected = slow_add(&slow_reduce(low, &q.m), &high, &q.m);
        assert_eq!(source(ParamSet::XB, b"x").candidate(q, 7).as_deref(), Some(&expected));
    }
}
