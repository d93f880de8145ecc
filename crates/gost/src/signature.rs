//! A signature as octets.

use crate::limbs::{from_be, write_be};
use crate::param_set::ParamSet;
use crate::refusals::SignRefusal;

/// A signature `s ‖ r`, both big-endian, 64 or 128 bytes: the form of certificates and signed messages.
///
/// Only the length is checked here; a zero or too large number makes verification answer "no".
/// The octets fill the BIT STRING of a certificate and the OCTET STRING of a signed message.
/// Source: RFC 4491, section 2.2.2; RFC 9215, section 2; RFC 4490, section 3.
///
/// ```
/// use gost::{ParamSet, PrivateKey, Signature};
///
/// let key = PrivateKey::from_le(ParamSet::XA, &[7; 32])?;
/// let signature = key.sign_digest(&[9; 32], b"fresh chance")?;
/// let read = Signature::from_octets(ParamSet::XA, signature.as_octets())?;
/// assert!(key.public_key().verify_digest(&[9; 32], &read));
/// assert!(Signature::from_octets(ParamSet::XA, &[9; 63]).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    octets: [u8; 128],
    length: usize,
}

impl Signature {
    /// Takes `s ‖ r`; refuses a length other than twice the size of the set.
    pub fn from_octets(set: ParamSet, octets: &[u8]) -> Result<Self, SignRefusal> {
        let length = 2 * set.size_bytes();
        if octets.len() != length {
            return Err(SignRefusal::SignatureLength { expected: length, given: octets.len() });
        }
        let mut copy = [0; 128];
        for (place, octet) in copy.iter_mut().zip(octets) {
            *place = *octet;
        }
        Ok(Self { octets: copy, length })
    }

    /// `s ‖ r` as it is written into certificates and signed messages.
    #[must_use]
    pub fn as_octets(&self) -> &[u8] {
        self.octets.get(..self.length).unwrap_or(&self.octets)
    }

    pub(crate) fn from_numbers<const N: usize>(r: &[u64; N], s: &[u64; N]) -> Self {
        let mut octets = [0; 128];
        let (left, right) = octets.split_at_mut(8 * N);
        write_be(s, left);
        write_be(r, right.get_mut(..8 * N).unwrap_or_default());
        Self { octets, length: 16 * N }
    }

    /// `(r, s)`; `None` when the signature is of the other size.
    pub(crate) fn numbers<const N: usize>(&self) -> Option<([u64; N], [u64; N])> {
        if self.length != 16 * N {
            return None;
        }
        let (s, r) = self.as_octets().split_at(8 * N);
        Some((from_be(r), from_be(s)))
    }
}

impl core::fmt::Debug for Signature {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Signature(")?;
        for octet in self.as_octets() {
            write!(f, "{octet:02x}")?;
        }
        f.write_str(")")
    }
}
