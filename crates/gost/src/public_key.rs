//! The public key: read with every check, used for verification.

use crate::arithmetic;
use crate::curves::{AnyCurve, Curve, curve_of};
use crate::limbs::{from_le, is_less, write_le};
use crate::param_set::ParamSet;
use crate::refusals::KeyRefusal;
use crate::signature::Signature;

/// A public key: a point of the subgroup of prime order, not its neutral element, with its parameter set.
///
/// Its octets are the content of an OCTET STRING, whose DER fills the BIT STRING of SubjectPublicKeyInfo (RFC 9215,
/// section 4.3).
///
/// ```
/// use gost::{KeyRefusal, ParamSet, PrivateKey, PublicKey};
///
/// let octets = PrivateKey::from_le(ParamSet::XA, &[7; 32])?.public_key().to_octets();
/// assert_eq!(PublicKey::from_octets(ParamSet::XA, &octets)?.to_octets(), octets);
/// // No point of the curve.
/// assert_eq!(PublicKey::from_octets(ParamSet::XA, &[7; 64]).err(), Some(KeyRefusal::NotOnCurve));
/// # Ok::<(), KeyRefusal>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey {
    set: ParamSet,
    /// `X ‖ Y`, little-endian each; octets beyond the size of the set are zero.
    octets: [u8; 128],
}

impl PublicKey {
    /// Takes `X ‖ Y`, each little-endian: the content of the OCTET STRING in a certificate's public key.
    ///
    /// Refuses a wrong length, coordinates not below the prime, a point off the curve and, for the sets with cofactor
    /// 4, a point outside the subgroup of the base point. The neutral element has no such octets.
    /// Source: RFC 4491, section 2.3.2; RFC 9215, section 4.1.
    pub fn from_octets(set: ParamSet, octets: &[u8]) -> Result<Self, KeyRefusal> {
        let expected = 2 * set.size_bytes();
        if octets.len() != expected {
            return Err(KeyRefusal::Length { expected, given: octets.len() });
        }
        match curve_of(set) {
            AnyCurve::Bits256(curve) => check_point(curve, octets)?,
            AnyCurve::Bits512(curve) => check_point(curve, octets)?,
        }
        let mut copy = [0; 128];
        for (place, octet) in copy.iter_mut().zip(octets) {
            *place = *octet;
        }
        Ok(Self { set, octets: copy })
    }

    /// `X ‖ Y`, each little-endian.
    #[must_use]
    pub fn to_octets(&self) -> alloc::vec::Vec<u8> {
        self.as_octets().to_vec()
    }

    /// The parameter set the key was made under.
    #[must_use]
    pub const fn set(&self) -> ParamSet {
        self.set
    }

    /// Whether this is the signature of this digest (as the hash function gives it) by this key.
    ///
    /// "No" also for a digest or signature of the other size, and for `r` or `s` that are zero or not below the order.
    /// Takes a time that depends on its inputs, all of which are public.
    /// Source: GOST R 34.10-2012, clause 6.2 (RFC 7091, section 6.2).
    #[must_use]
    pub fn verify_digest(&self, digest: &[u8], signature: &Signature) -> bool {
        if digest.len() != self.set.size_bytes() {
            return false;
        }
        match curve_of(self.set) {
            AnyCurve::Bits256(curve) => signature.numbers().is_some_and(|numbers| {
                arithmetic::verify(curve, &read_point(self.as_octets()), &from_le(digest), &numbers)
            }),
            AnyCurve::Bits512(curve) => signature.numbers().is_some_and(|numbers| {
                arithmetic::verify(curve, &read_point(self.as_octets()), &from_le(digest), &numbers)
            }),
        }
    }

    /// A key just computed from a private one, which needs no checks.
    pub(crate) const fn from_own(set: ParamSet, octets: [u8; 128]) -> Self {
        Self { set, octets }
    }

    pub(crate) fn write_point<const N: usize>((x, y): &([u64; N], [u64; N]), out: &mut [u8; 128]) {
        let (left, right) = out.split_at_mut(8 * N);
        write_le(x, left);
        write_le(y, right);
    }

    fn as_octets(&self) -> &[u8] {
        self.octets.get(..2 * self.set.size_bytes()).unwrap_or(&self.octets)
    }
}

fn read_point<const N: usize>(octets: &[u8]) -> ([u64; N], [u64; N]) {
    let (x, y) = octets.split_at(8 * N);
    (from_le(x), from_le(y))
}

fn check_point<const N: usize>(curve: &Curve<N>, octets: &[u8]) -> Result<(), KeyRefusal> {
    let point @ (x, y) = &read_point(octets);
    if !is_less(x, &curve.p.m) || !is_less(y, &curve.p.m) {
        return Err(KeyRefusal::NotBelowPrime);
    }
    if !curve.contains(point) {
        return Err(KeyRefusal::NotOnCurve);
    }
    if curve.cofactor == 1 || (curve.operations.is_in_subgroup_vartime)(curve, point) {
        Ok(())
    } else {
        Err(KeyRefusal::NotInSubgroup)
    }
}

impl core::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "PublicKey({:?}, ", self.set)?;
        for octet in self.as_octets() {
            write!(f, "{octet:02x}")?;
        }
        f.write_str(")")
    }
}
