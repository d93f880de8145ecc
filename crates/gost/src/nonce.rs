//! The secret number `k` of a signature: deterministic and hedged.
//!
//! `k` is the first candidate below the order of the base point, and not zero, among
//!
//! ```text
//! candidate(i) = the low bits(q) bits of HMAC-Streebog(key = d, i ‖ curve ‖ digest ‖ hedge), read little-endian
//! ```
//!
//! where HMAC-Streebog has the length of the set (256 or 512), `d` is the private key as `size_bytes` little-endian
//! octets, `i` is one octet counting from 0 and `curve` one octet naming the curve. All parts but the last have fixed
//! length, so no two inputs give the same message.
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
use crate::limbs::{bit_length_vartime, from_le, is_less, is_zero};
use crate::param_set::ParamSet;
use zeroize::Zeroizing;

/// Everything a nonce is made from.
pub(crate) struct NonceSource<'a> {
    pub(crate) set: ParamSet,
    pub(crate) key_le: &'a [u8],
    pub(crate) digest: &'a [u8],
    pub(crate) hedge: &'a [u8],
}

impl NonceSource<'_> {
    /// Candidate number `index`, or `None` when it is zero or not below `q`. That a candidate was thrown away says
    /// nothing of the one that is kept.
    pub(crate) fn candidate<const N: usize>(&self, q: &[u64; N], index: u8) -> Option<Zeroizing<[u64; N]>> {
        let head = [index, self.set.curve_octet()];
        let mut octets = Zeroizing::new([0u8; 64]);
        if self.set.size_bytes() == 64 {
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
        usable(from_le(octets.as_slice()), q)
    }
}

/// The number cut to as many bits as `q` has, if it then lies in `1..q`.
pub(crate) fn usable<const N: usize>(mut number: [u64; N], q: &[u64; N]) -> Option<Zeroizing<[u64; N]>> {
    let spare_bits = 64 * N - bit_length_vartime(q);
    if let Some(top) = number.last_mut() {
        *top &= u64::MAX >> spare_bits;
    }
    let number = Zeroizing::new(number);
    (!is_zero(&number) && is_less(&number, q)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::{CRYPTO_PRO_A, CRYPTO_PRO_B, TC26_256_A, TC26_512_A};
    use crate::hash::{hmac_streebog256, hmac_streebog512};
    use crate::limbs::sub;
    use crate::test_numbers::small;
    use std::vec::Vec;

    fn source(set: ParamSet, hedge: &'static [u8]) -> NonceSource<'static> {
        let size = set.size_bytes();
        NonceSource { set, key_le: &[3; 64][..size], digest: &[4; 64][..size], hedge }
    }

    /// The formula at the head of the file, written out.
    #[test]
    fn candidates_follow_the_written_formula() {
        let short = source(ParamSet::XA, b"chance").candidate(&CRYPTO_PRO_A.q.m, 9).unwrap();
        let message = [&[9, 0][..], &[4; 32], b"chance"].concat();
        assert_eq!(*short, from_le(&hmac_streebog256(&[3; 32], &message)));
        let long = source(ParamSet::Tc512A, b"").candidate(&TC26_512_A.q.m, 0).unwrap();
        let message = [&[9, 0][1..], &[ParamSet::Tc512A.curve_octet()], &[4; 64]].concat();
        assert_eq!(*long, from_le(&hmac_streebog512(&[3; 64], &message)));
    }

    #[test]
    fn every_part_of_the_source_changes_the_candidate() {
        let q = &CRYPTO_PRO_A.q.m;
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
        assert_eq!(usable([1, 0, 0, 1 << 63], &TC26_256_A.q.m).as_deref(), Some(&small(1)));
        assert!(usable([0, 0, 0, 1 << 63], &TC26_256_A.q.m).is_none());
        let taken: Vec<bool> =
            (0..200).map(|index| source(ParamSet::TcA, b"").candidate(&TC26_256_A.q.m, index).is_some()).collect();
        let count = taken.iter().filter(|taken| **taken).count();
        assert!((60..140).contains(&count), "{count} of 200");
        assert!(usable([7; 4], &CRYPTO_PRO_B.q.m).is_some());
    }
}
