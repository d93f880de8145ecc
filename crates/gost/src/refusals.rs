//! Why a key or a signature was not taken.

use core::fmt;

/// Why octets did not become a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyRefusal {
    /// The octets are not as many as the parameter set asks for.
    Length {
        /// What the set asks for, in bytes.
        expected: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// The private key is zero.
    Zero,
    /// The private key is not below the order of the base point.
    NotBelowOrder,
    /// A coordinate of the public key is not below the prime of the curve.
    NotBelowPrime,
    /// The public point does not satisfy the equation of the curve.
    NotOnCurve,
    /// The public point is outside the subgroup of the base point (sets with cofactor 4 only), so it was not made
    /// from any private key.
    NotInSubgroup,
    /// The source of chance gave no usable number in [`crate::CHANCE_TRIES_MAX`] tries: it is broken.
    ChanceBroken,
}

impl KeyRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "gost.key.length",
            Self::Zero => "gost.key.zero",
            Self::NotBelowOrder => "gost.key.not-below-order",
            Self::NotBelowPrime => "gost.key.not-below-prime",
            Self::NotOnCurve => "gost.key.not-on-curve",
            Self::NotInSubgroup => "gost.key.not-in-subgroup",
            Self::ChanceBroken => "gost.key.chance-broken",
        }
    }
}

impl fmt::Display for KeyRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { expected, given } => write!(f, "key of {given} bytes where {expected} are expected"),
            Self::Zero => f.write_str("private key is zero"),
            Self::NotBelowOrder => f.write_str("private key is not below the order of the base point"),
            Self::NotBelowPrime => f.write_str("coordinate of the public key is not below the prime of the curve"),
            Self::NotOnCurve => f.write_str("public point is not on the curve"),
            Self::NotInSubgroup => f.write_str("public point is outside the subgroup of the base point"),
            Self::ChanceBroken => f.write_str("source of chance gives no usable number"),
        }
    }
}

impl core::error::Error for KeyRefusal {}

/// Why a digest was not signed, or octets did not become a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignRefusal {
    /// The digest is not of the size the parameter set signs.
    DigestLength {
        /// What the set asks for, in bytes.
        expected: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// The signature is not as long as two numbers of the parameter set.
    SignatureLength {
        /// What the set asks for, in bytes.
        expected: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// No usable nonce in [`crate::NONCE_TRIES_MAX`] tries. Cannot happen with a working hash function.
    NonceExhausted,
}

impl SignRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DigestLength { .. } => "gost.sign.digest-length",
            Self::SignatureLength { .. } => "gost.sign.signature-length",
            Self::NonceExhausted => "gost.sign.nonce-exhausted",
        }
    }
}

impl fmt::Display for SignRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DigestLength { expected, given } => {
                write!(f, "digest of {given} bytes where the set signs {expected}")
            }
            Self::SignatureLength { expected, given } => {
                write!(f, "signature of {given} bytes where {expected} are expected")
            }
            Self::NonceExhausted => f.write_str("no usable nonce"),
        }
    }
}

impl core::error::Error for SignRefusal {}
