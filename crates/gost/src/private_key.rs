//! The private key: made, read, used for signing, wiped.

use crate::arithmetic;
use crate::curves::{AnyCurve, curve_of};
use crate::limbs::{from_be, from_le, is_less, is_zero, write_le};
use crate::nonce::{self, NonceSource};
use crate::param_set::ParamSet;
use crate::public_key::PublicKey;
use crate::refusals::{KeyRefusal, SignRefusal};
use crate::signature::Signature;
use alloc::vec::Vec;
use zeroize::{Zeroize, Zeroizing};

/// Numbers drawn from the source of chance before it is called broken. A good source fails one try in two at worst,
/// so this many in a row happen once in 2^128 keys.
pub const CHANCE_TRIES_MAX: u32 = 128;
/// Candidates for the nonce before signing gives up; all of them are usable but for one in 2^120 at worst.
pub const NONCE_TRIES_MAX: u8 = 255;

/// A private key: a number `0 < d < q` with its parameter set.
///
/// Wiped from memory when dropped, never shown by `Debug`, and not `Clone`: copies are asked for by
/// [`PrivateKey::to_le`]. Everything done with it takes a time that does not depend on its value.
///
/// ```
/// use gost::{ParamSet, PrivateKey, hash};
///
/// let key = PrivateKey::from_le(ParamSet::XA, &[7; 32])?;
/// let digest = hash::streebog256("Счёт-фактура № 1".as_bytes());
/// let signature = key.sign_digest(&digest, b"fresh chance")?;
/// assert!(key.public_key().verify_digest(&digest, &signature));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PrivateKey {
    set: ParamSet,
    /// Little-endian; octets beyond the size of the set are zero.
    octets: [u8; 64],
}

impl PrivateKey {
    /// Takes little-endian octets, the order of GOST key containers and of PKCS#8 OCTET STRINGs.
    /// Refuses a length other than the size of the set, zero, and numbers not below the order.
    pub fn from_le(set: ParamSet, octets: &[u8]) -> Result<Self, KeyRefusal> {
        check_length(set, octets)?;
        match curve_of(set) {
            AnyCurve::Bits256(curve) => Self::from_number(set, &curve.q.m, Zeroizing::new(from_le(octets))),
            AnyCurve::Bits512(curve) => Self::from_number(set, &curve.q.m, Zeroizing::new(from_le(octets))),
        }
    }

    /// Takes big-endian octets, the order in which the standard prints numbers and of PKCS#8 INTEGERs.
    /// Refuses what [`PrivateKey::from_le`] does.
    pub fn from_be(set: ParamSet, octets: &[u8]) -> Result<Self, KeyRefusal> {
        check_length(set, octets)?;
        match curve_of(set) {
            AnyCurve::Bits256(curve) => Self::from_number(set, &curve.q.m, Zeroizing::new(from_be(octets))),
            AnyCurve::Bits512(curve) => Self::from_number(set, &curve.q.m, Zeroizing::new(from_be(octets))),
        }
    }

    /// Makes a key from a cryptographic source of chance, which fills the slice it is given.
    /// Every key is equally likely; a source that never gives a usable number is refused.
    pub fn generate(set: ParamSet, chance: &mut dyn FnMut(&mut [u8])) -> Result<Self, KeyRefusal> {
        let mut octets = Zeroizing::new([0u8; 64]);
        let (drawn, _) = octets.split_at_mut(set.size_bytes());
        for _ in 0..CHANCE_TRIES_MAX {
            chance(drawn);
            let key = match curve_of(set) {
                AnyCurve::Bits256(curve) => {
                    nonce::drawn(from_le(drawn), &curve.q.m).map(|d| Self::from_number(set, &curve.q.m, d))
                }
                AnyCurve::Bits512(curve) => {
                    nonce::drawn(from_le(drawn), &curve.q.m).map(|d| Self::from_number(set, &curve.q.m, d))
                }
            };
            if let Some(key) = key {
                return key;
            }
        }
        Err(KeyRefusal::ChanceBroken)
    }

    fn from_number<const N: usize>(
        set: ParamSet,
        q: &[u64; N],
        number: Zeroizing<[u64; N]>,
    ) -> Result<Self, KeyRefusal> {
        if is_zero(&number) {
            return Err(KeyRefusal::Zero);
        }
        if !is_less(&number, q) {
            return Err(KeyRefusal::NotBelowOrder);
        }
        let mut key = Self { set, octets: [0; 64] };
        write_le(&number, &mut key.octets);
        Ok(key)
    }

    /// The parameter set the key was made under.
    #[must_use]
    pub const fn set(&self) -> ParamSet {
        self.set
    }

    /// The key as little-endian octets, as many as the set's size; wiped when dropped.
    #[must_use]
    pub fn to_le(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.le().to_vec())
    }

    fn le(&self) -> &[u8] {
        self.octets.get(..self.set.size_bytes()).unwrap_or(&self.octets)
    }

    fn number<const N: usize>(&self) -> Zeroizing<[u64; N]> {
        Zeroizing::new(from_le(self.le()))
    }

    /// The public key `d * P`.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        let mut octets = [0; 128];
        match curve_of(self.set) {
            AnyCurve::Bits256(curve) => {
                PublicKey::write_point(&arithmetic::multiply_base(curve, &self.number()), &mut octets);
            }
            AnyCurve::Bits512(curve) => {
                PublicKey::write_point(&arithmetic::multiply_base(curve, &self.number()), &mut octets);
            }
        }
        PublicKey::from_own(self.set, octets)
    }

    /// Signs a Streebog digest (32 bytes for 256-bit sets, 64 for 512-bit ones), given as the hash function gives it.
    ///
    /// `hedge` should be 32 bytes or more of fresh chance; any length is taken, and an empty one makes the signature
    /// deterministic. A poor hedge never endangers the key (`src/nonce.rs` in the source says why).
    /// Source: GOST R 34.10-2012, clause 6.1 (RFC 7091, section 6.1).
    pub fn sign_digest(&self, digest: &[u8], hedge: &[u8]) -> Result<Signature, SignRefusal> {
        let expected = self.set.size_bytes();
        if digest.len() != expected {
            return Err(SignRefusal::DigestLength { expected, given: digest.len() });
        }
        let source = NonceSource { set: self.set, key_le: self.le(), digest, hedge };
        for index in 0..NONCE_TRIES_MAX {
            let signature = match curve_of(self.set) {
                AnyCurve::Bits256(curve) => source
                    .candidate(&curve.q, index)
                    .and_then(|k| arithmetic::sign(curve, &self.number(), &from_le(digest), &k)),
                AnyCurve::Bits512(curve) => source
                    .candidate(&curve.q, index)
                    .and_then(|k| arithmetic::sign(curve, &self.number(), &from_le(digest), &k)),
            };
            if let Some(signature) = signature {
                return Ok(signature);
            }
        }
        Err(SignRefusal::NonceExhausted)
    }
}

fn check_length(set: ParamSet, octets: &[u8]) -> Result<(), KeyRefusal> {
    let expected = set.size_bytes();
    if octets.len() == expected { Ok(()) } else { Err(KeyRefusal::Length { expected, given: octets.len() }) }
}

impl Drop for PrivateKey {
    fn drop(&mut self) {
        self.octets.zeroize();
    }
}

impl zeroize::ZeroizeOnDrop for PrivateKey {}

impl core::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "PrivateKey({:?}, ..)", self.set)
    }
}
