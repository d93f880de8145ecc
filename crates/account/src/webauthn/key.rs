//! Public keys of authenticators, as COSE writes them (RFC 9053): ES256, EdDSA, RS256.

use super::cbor::{self, Value};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

/// Kinds of signatures that are asked for, the best first (IANA's register of COSE algorithms).
pub const ALGORITHMS: [i64; 3] = [EDDSA, ES256, RS256];
const EDDSA: i64 = -8;
const ES256: i64 = -7;
const RS256: i64 = -257;
/// Octets of a coordinate of P-256 and of an Ed25519 key.
const COORDINATE: usize = 32;

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// ECDSA on P-256 with SHA-256: the point, uncompressed.
    Es256(Vec<u8>),
    /// Ed25519.
    Ed25519(Vec<u8>),
    /// RSA with SHA-256, PKCS #1 v1.5, 2048 bits and more: what Windows' own authenticators make.
    Rs256 {
        /// Modulus.
        n: Vec<u8>,
        /// Exponent.
        e: Vec<u8>,
    },
}

impl PublicKey {
    /// Reads a COSE_Key; nothing where it is of another kind, or its parts do not fit.
    #[must_use]
    pub fn read(cose: &[u8]) -> Option<Self> {
        let key = cbor::read_whole(cose)?;
        let integer = |label| key.integer_key(label).and_then(Value::integer);
        let octets = |label| key.integer_key(label).and_then(Value::bytes);
        let coordinate = |label| octets(label).filter(|octets| octets.len() == COORDINATE);
        match (integer(1)?, integer(3)?) {
            (2, ES256) if integer(-1)? == 1 => Some(Self::Es256([&[4], coordinate(-2)?, coordinate(-3)?].concat())),
            (1, EDDSA) if integer(-1)? == 6 => Some(Self::Ed25519(coordinate(-2)?.to_vec())),
            (3, RS256) => Some(Self::Rs256 { n: octets(-1)?.to_vec(), e: octets(-2)?.to_vec() }),
            _ => None,
        }
    }

    /// Whether the key signed the octets.
    #[must_use]
    pub fn verifies(&self, signed: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(signed, signature).is_ok()
            }
            Self::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(signed, signature).is_ok(),
            Self::Rs256 { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature).is_ok()
            }
        }
    }
}
