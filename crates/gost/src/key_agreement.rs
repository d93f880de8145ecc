//! A secret that two keys share, and keys made of it.

use crate::arithmetic::multiply_point;
use crate::curves::{AnyCurve, Curve, curve_of};
use crate::hash::{gost94, streebog256, streebog512};
use crate::kdf::kdf_tree_256;
use crate::limbs::{from_le, write_le};
use crate::private_key::PrivateKey;
use crate::public_key::PublicKey;
use alloc::vec;
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// The shortest UKM of VKO, in bytes; the longest is half the size of the parameter set. Source: RFC 7836, section
/// 4.3.1, which recommends at least this many where a party keeps its key.
pub const UKM_BYTES_MIN: usize = 8;
/// UKM of VKO as KEG gives it, in bytes.
const KEG_UKM_BYTES: usize = 16;
/// What KEG takes: the UKM, 8 bytes of seed, and 8 that it leaves to others.
pub const KEG_INPUT_BYTES: usize = 32;
const LABEL: &[u8] = b"kdf tree";

/// The shared key VKO_GOSTR3410_2012_256 of 32 bytes, for keys of either size. `ukm` is a little-endian number of
/// [`UKM_BYTES_MIN`] bytes to half the size of the set (16 or 32).
///
/// `None` for keys of different curves, another length of `ukm`, and an `ukm` that is zero modulo the order. Takes a
/// time that does not depend on the private key. Source: RFC 7836, section 4.3.1; R 50.1.113-2016, clause 4.3.1.
///
/// ```
/// use gost::key_agreement::vko_256;
/// use gost::{ParamSet, PrivateKey};
///
/// let (seller, buyer) = (PrivateKey::from_le(ParamSet::XA, &[7; 32])?, PrivateKey::from_le(ParamSet::XA, &[9; 32])?);
/// let shared = vko_256(&seller, &buyer.public_key(), b"8 octets");
/// assert!(shared.is_some());
/// assert_eq!(shared, vko_256(&buyer, &seller.public_key(), b"8 octets"));
/// # Ok::<(), gost::KeyRefusal>(())
/// ```
#[must_use]
pub fn vko_256(key: &PrivateKey, peer: &PublicKey, ukm: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    shared_point(key, peer, ukm).map(|point| Zeroizing::new(streebog256(&point)))
}

/// The shared key VKO_GOSTR3410_2012_512 of 64 bytes, for keys of the 512-bit sets.
///
/// `None` for keys of the 256-bit sets and what [`vko_256`] does not take.
/// Source: RFC 7836, section 4.3.2; R 50.1.113-2016, clause 4.3.2.
#[must_use]
pub fn vko_512(key: &PrivateKey, peer: &PublicKey, ukm: &[u8]) -> Option<Zeroizing<[u8; 64]>> {
    if key.set().size_bytes() != 64 {
        return None;
    }
    shared_point(key, peer, ukm).map(|point| Zeroizing::new(streebog512(&point)))
}

/// The shared key VKO GOST R 34.10-2001 of 32 bytes, for keys of the 256-bit sets: for messages to keys of that
/// standard, whose hash function is GOST R 34.11-94.
///
/// `None` for keys of the 512-bit sets, keys of different curves, and an `ukm` that is zero.
/// Source: RFC 4357, section 5.2.
#[must_use]
pub fn vko_2001(key: &PrivateKey, peer: &PublicKey, ukm: &[u8; 8]) -> Option<Zeroizing<[u8; 32]>> {
    if key.set().size_bytes() != 32 {
        return None;
    }
    shared_point(key, peer, ukm).map(|point| Zeroizing::new(gost94(&point)))
}

/// Two keys of 32 bytes, one after the other, of the shared secret (KEG). With 512-bit keys they are
/// VKO_GOSTR3410_2012_512 under the first 16 bytes of `input`, with 256-bit ones KDF_TREE of VKO_GOSTR3410_2012_256
/// under them with the next 8 as seed.
///
/// The first 16 bytes are a big-endian number, zero counts as one. `None` for keys of different curves and another
/// length than [`KEG_INPUT_BYTES`]. Source: R 1323565.1.020-2018, clause 6.4.5.1; RFC 9189, section 8.3.1.
#[must_use]
pub fn keg(key: &PrivateKey, peer: &PublicKey, input: &[u8]) -> Option<Zeroizing<[u8; 64]>> {
    if input.len() != KEG_INPUT_BYTES {
        return None;
    }
    let (ukm, rest) = input.split_first_chunk::<KEG_UKM_BYTES>()?;
    let mut ukm = *ukm;
    ukm.reverse();
    if ukm == [0; KEG_UKM_BYTES] {
        ukm = 1_u128.to_le_bytes();
    }
    if key.set().size_bytes() == 64 {
        return vko_512(key, peer, &ukm);
    }
    let shared = vko_256(key, peer, &ukm)?;
    let seed = rest.first_chunk::<8>()?;
    let mut keys = Zeroizing::new([0; 64]);
    kdf_tree_256(&shared[..], LABEL, seed, 1, &mut keys[..]).ok()?;
    Some(keys)
}

/// `X ‖ Y` of the shared point, little-endian.
fn shared_point(key: &PrivateKey, peer: &PublicKey, ukm: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let lengths = UKM_BYTES_MIN..=key.set().size_bytes() / 2;
    if !lengths.contains(&ukm.len()) || !key.set().is_same_curve(peer.set()) {
        return None;
    }
    match curve_of(key.set()) {
        AnyCurve::Bits256(curve) => multiply(curve, &key.to_le(), &peer.to_octets(), ukm),
        AnyCurve::Bits512(curve) => multiply(curve, &key.to_le(), &peer.to_octets(), ukm),
    }
}

fn multiply<const N: usize>(curve: &Curve<N>, key: &[u8], peer: &[u8], ukm: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let q = &curve.q;
    let wide = |octets: &[u8]| {
        let mut number = vec![0; 8 * N];
        number.iter_mut().zip(octets).for_each(|(place, octet)| *place = *octet);
        from_le::<N>(&number)
    };
    let key = Zeroizing::new(q.enter(&from_le(key)));
    // all factors modulo the order: cofactor times key need not fit
    let scalar = Zeroizing::new(q.mul(&key, &q.reduce(&wide(ukm))));
    let scalar = Zeroizing::new(q.mul(&q.enter(&scalar), &wide(&[curve.cofactor])));
    let (x, y) = peer.split_at_checked(8 * N)?;
    let (x, y) = multiply_point(curve, &(from_le(x), from_le(y)), &scalar)?;
    let mut octets = Zeroizing::new(vec![0; 16 * N]);
    let (left, right) = octets.split_at_mut(8 * N);
    write_le(&x, left);
    write_le(&y, right);
    Some(octets)
}

#[cfg(test)]
mod tests {
    use super::{keg, vko_256, vko_512, vko_2001};
    use crate::curves::{AnyCurve, curve_of};
    use crate::limbs::{sub, write_le};
    use crate::test_numbers::small;
    use crate::{ParamSet, PrivateKey};
    use std::vec;
    use std::vec::Vec;

    fn octets(text: &str) -> Vec<u8> {
        hex::decode(text).unwrap()
    }

    fn key(set: ParamSet, seed: u8) -> PrivateKey {
        PrivateKey::generate(set, &mut |drawn| drawn.fill(seed)).unwrap()
    }

    /// R 50.1.113-2016, examples A.9 and A.10 (RFC 7836, appendix B).
    #[test]
    fn the_published_keys_are_agreed_on_from_both_sides() {
        let a = octets(
            "c990ecd972fce84ec4db022778f50fcac726f46708384b8d458304962d7147f8\
             c2db41cef22c90b102f2968404f9b9be6d47c79692d81826b32b8daca43cb667",
        );
        let b = octets(
            "48c859f7b6f11585887cc05ec6ef1390cfea739b1a18c0d4662293ef63b79e3b\
             8014070b44918590b4b996acfea4edfbbbcccc8c06edd8bf5bda92a51392d0db",
        );
        let (a, b) =
            (PrivateKey::from_le(ParamSet::Tc512A, &a).unwrap(), PrivateKey::from_le(ParamSet::Tc512A, &b).unwrap());
        let ukm = octets("1d80603c8544c727");
        let expected = octets("c9a9a77320e2cc559ed72dce6f47e2192ccea95fa648670582c054c0ef36c221");
        assert_eq!(vko_256(&a, &b.public_key(), &ukm).unwrap()[..], expected);
        assert_eq!(vko_256(&b, &a.public_key(), &ukm).unwrap()[..], expected);
        let expected = octets(
            "79f002a96940ce7bde3259a52e015297adaad84597a0d205b50e3e1719f97bfa\
             7ee1d2661fa9979a5aa235b558a7e6d9f88f982dd63fc35a8ec0dd5e242d3bdf",
        );
        assert_eq!(vko_512(&a, &b.public_key(), &ukm).unwrap()[..], expected);
        assert_eq!(vko_512(&b, &a.public_key(), &ukm).unwrap()[..], expected);
    }

    #[test]
    fn both_sides_agree_on_every_set() {
        for set in ParamSet::ALL {
            let (a, b) = (key(set, 3), key(set, 5));
            for ukm in [&[1_u8, 0, 0, 0, 0, 0, 0, 0][..], &[0xff; 16]] {
                assert_eq!(vko_256(&a, &b.public_key(), ukm).unwrap(), vko_256(&b, &a.public_key(), ukm).unwrap());
            }
            for input in [[0_u8; 32], [0xff; 32]] {
                assert_eq!(keg(&a, &b.public_key(), &input).unwrap(), keg(&b, &a.public_key(), &input).unwrap());
            }
            assert!(vko_256(&a, &b.public_key(), &[0; 8]).is_none());
            let longest = set.size_bytes() / 2;
            assert!(vko_256(&a, &b.public_key(), &vec![1; longest]).is_some());
            for wrong in [0, 7, longest + 1] {
                assert!(vko_256(&a, &b.public_key(), &vec![1; wrong]).is_none());
            }
            let is_long = set.size_bytes() == 64;
            assert_eq!(vko_512(&a, &b.public_key(), &[1; 8]).is_some(), is_long);
            assert_eq!(vko_2001(&a, &b.public_key(), &[1; 8]).is_some(), !is_long);
            assert_eq!(vko_2001(&a, &b.public_key(), &[1; 8]), vko_2001(&b, &a.public_key(), &[1; 8]));
            assert!(vko_2001(&a, &b.public_key(), &[0; 8]).is_none());
            assert!(keg(&a, &b.public_key(), &[1; 31]).is_none());
            let stranger = if set.is_same_curve(ParamSet::B) { ParamSet::A } else { ParamSet::B };
            assert!(vko_256(&a, &key(stranger, 5).public_key(), &[1; 8]).is_none());
        }
    }

    fn little<const N: usize>(number: &[u64; N]) -> Vec<u8> {
        let mut octets = vec![0; 8 * N];
        write_le(number, &mut octets);
        octets
    }

    /// With the largest keys, and the cofactor 4 of two curves, a product that is not reduced does not fit its limbs.
    #[test]
    fn the_largest_keys_agree() {
        for set in ParamSet::ALL {
            let (one, largest) = match curve_of(set) {
                AnyCurve::Bits256(curve) => (little::<4>(&small(1)), little(&sub(&curve.q.m, &small(1)).0)),
                AnyCurve::Bits512(curve) => (little::<8>(&small(1)), little(&sub(&curve.q.m, &small(1)).0)),
            };
            let (one, largest) = (PrivateKey::from_le(set, &one).unwrap(), PrivateKey::from_le(set, &largest).unwrap());
            let other = key(set, 7);
            for ukm in [&[1_u8, 0, 0, 0, 0, 0, 0, 0][..], &[0xff; 8], &[0xff; 16]] {
                let shared = vko_256(&other, &largest.public_key(), ukm).unwrap();
                assert_eq!(shared, vko_256(&largest, &other.public_key(), ukm).unwrap());
                // (q - 1)^2 is 1 modulo q.
                let squared = vko_256(&largest, &largest.public_key(), ukm).unwrap();
                assert_eq!(squared, vko_256(&one, &one.public_key(), ukm).unwrap());
                assert_ne!(squared, vko_256(&one, &largest.public_key(), ukm).unwrap());
            }
        }
    }
}
