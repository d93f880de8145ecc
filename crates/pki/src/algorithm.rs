//! Keys, digests and signatures as their identifiers say.
//!
//! ```
//! use pki::{Certificate, DigestAlgorithm, KeyKind};
//!
//! let certificate = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! let kind = certificate.public_key().kind();
//! assert_eq!(kind, KeyKind::Gost(gost::ParamSet::XA));
//! assert_eq!(kind.digest(), Some(DigestAlgorithm::Streebog256));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::asn1::{Fields, Node, Result, whole, write};
use crate::oid::{self, Oid};
use crate::refusal::{PkiRefusal, Reason};
use crate::report::Check;
use der::Tag;
use gost::hash::{gost94, streebog256, streebog512};
use gost::{ParamSet, PublicKey, Signature};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

/// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7; GOST parameters: RFC 9215 §4).
///
/// `SEQUENCE { algorithm { 1.2.643.7.1.1.1.1, SEQUENCE { publicKeyParamSet, digestParamSet OPTIONAL } }, BIT STRING { OCTET STRING X‖Y } }`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct PublicKeyInfo {
    der: Vec<u8>,
    kind: KeyKind,
    bits: Vec<u8>,
}

/// What can be done with a key, by the AlgorithmIdentifier of its SubjectPublicKeyInfo.
///
/// `{ 1.2.643.7.1.1.1.1 or 1.2.643.7.1.1.1.2, { publicKeyParamSet, digestParamSet OPTIONAL } }` (RFC 9215 §4); of 2001
/// `{ 1.2.643.2.2.19, { publicKeyParamSet, digestParamSet, … } }` (RFC 4491 §2.3.2).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum KeyKind {
    /// GOST R 34.10-2012 on a named curve.
    Gost(ParamSet),
    /// GOST R 34.10-2001 on a named curve: the same arithmetic over a digest of GOST R 34.11-94. Verified, never signed with.
    Gost2001(ParamSet),
    /// Any other algorithm or curve, by its identifier.
    Other(Oid),
}

impl KeyKind {
    /// The curve, of a key that signatures can be verified with.
    #[must_use]
    pub fn set(self) -> Option<ParamSet> {
        match self {
            Self::Gost(set) | Self::Gost2001(set) => Some(set),
            Self::Other(_) => None,
        }
    }

    /// The digest that signatures of such a key are over.
    #[must_use]
    pub fn digest(self) -> Option<DigestAlgorithm> {
        match self {
            Self::Gost(set) => Some(DigestAlgorithm::for_keys_of(set)),
            Self::Gost2001(_) => Some(DigestAlgorithm::Gost94),
            Self::Other(_) => None,
        }
    }
}

impl PublicKeyInfo {
    /// Reads the structure; the key itself is looked at by [`Self::gost_key`].
    pub fn from_der(der: &[u8]) -> Result<Self> {
        Self::from_node(&whole(der, "public key")?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self> {
        let mut fields = Fields::new(node.of(Tag::Sequence)?, "public key");
        let mut identifier = fields.sequence()?;
        let algorithm = identifier.oid()?;
        let kind = match algorithm {
            oid::KEY_256 | oid::KEY_512 => {
                let mut parameters = identifier.sequence()?;
                let set = param_set_of(&parameters.oid()?);
                // digestParamSet, then encryptionParamSet, in older keys
                parameters.optional(Tag::ObjectIdentifier)?;
                parameters.optional(Tag::ObjectIdentifier)?;
                parameters.end()?;
                identifier.end()?;
                set.filter(|set| key_algorithm(*set) == algorithm).map_or(KeyKind::Other(algorithm), KeyKind::Gost)
            }
            oid::KEY_2001 => read_2001(identifier)?,
            other => KeyKind::Other(other),
        };
        let bits = fields.expect(Tag::BitString)?.bits()?.to_vec();
        fields.end()?;
        Ok(Self { der: node.raw.to_vec(), kind, bits })
    }

    /// Writes a GOST key; digestParamSet is written for the CryptoPro sets (RFC 9215 §4.2: older readers need it).
    #[must_use]
    pub fn of(key: &PublicKey) -> Self {
        let set = key.set();
        let bits = write::octets(&key.to_octets());
        let identifier = write_key_identifier(set);
        let der = write::sequence(&[&identifier, &write::bits(&bits)]);
        Self { der, kind: KeyKind::Gost(set), bits }
    }

    /// The whole DER.
    #[must_use]
    pub fn to_der(&self) -> &[u8] {
        &self.der
    }

    /// Which algorithm and curve.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The key, checked to be on its curve. Refuses other algorithms and bad points.
    pub fn gost_key(&self) -> Result<PublicKey> {
        let set = self.kind().set().ok_or(PkiRefusal::UnknownAlgorithm)?;
        let octets = whole(&self.bits, "public key")?.octets()?;
        PublicKey::from_octets(set, octets).map_err(|_| PkiRefusal::BadKey)
    }

    /// The key's bits, as OCSP names an issuer by their digest.
    pub(crate) fn bits(&self) -> &[u8] {
        &self.bits
    }

    /// SHA-1 of the key's bits (RFC 5280 §4.2.1.2, method 1).
    #[must_use]
    pub fn key_identifier(&self) -> [u8; 20] {
        Sha1::digest(&self.bits).into()
    }
}

/// Parameters of a key of 2001: curve, digest, cipher (RFC 4491 §2.3.2). Absent ones are the issuer's, which is not followed here.
fn read_2001(mut identifier: Fields<'_>) -> Result<KeyKind> {
    let other = KeyKind::Other(oid::KEY_2001);
    let Some(parameters) = identifier.optional(Tag::Sequence)? else { return Ok(other) };
    let mut parameters = parameters.fields();
    let set = param_set_of(&parameters.oid()?);
    let digest = parameters.optional(Tag::ObjectIdentifier)?.map(|digest| digest.oid()).transpose()?;
    parameters.optional(Tag::ObjectIdentifier)?;
    parameters.end()?;
    identifier.end()?;
    let of_2001 = [ParamSet::A, ParamSet::B, ParamSet::C, ParamSet::XA, ParamSet::XB];
    let is_usual = digest.is_none_or(|digest| digest == oid::DIGEST_94_CRYPTO_PRO);
    Ok(set.filter(|set| is_usual && of_2001.contains(set)).map_or(other, KeyKind::Gost2001))
}

pub(crate) fn param_set_of(set: &Oid) -> Option<ParamSet> {
    ParamSet::from_oid(&set.to_string())
}

pub(crate) fn key_algorithm(set: ParamSet) -> Oid {
    if set.size_bytes() == 64 { oid::KEY_512 } else { oid::KEY_256 }
}

/// AlgorithmIdentifier of a key on the set.
pub(crate) fn write_key_identifier(set: ParamSet) -> Vec<u8> {
    let set_oid = Oid::new(set.oid()).map(|set| write::oid(&set)).unwrap_or_default();
    let digest = match set {
        ParamSet::A | ParamSet::B | ParamSet::C | ParamSet::XA | ParamSet::XB => write::oid(&oid::DIGEST_256),
        _ => Vec::new(),
    };
    write::sequence(&[&write::oid(&key_algorithm(set)), &write::sequence(&[&set_oid, &digest])])
}

/// AlgorithmIdentifier of a signature made with a key on the set: parameters absent (RFC 9215 §3).
pub(crate) fn write_signature_identifier(set: ParamSet) -> Vec<u8> {
    let signature = if set.size_bytes() == 64 { oid::SIGNATURE_512 } else { oid::SIGNATURE_256 };
    write::sequence(&[&write::oid(&signature)])
}

/// A digest we can take, by its AlgorithmIdentifier.
///
/// `{ 1.2.643.7.1.1.2.2 or 1.2.643.7.1.1.2.3, NULL OPTIONAL }` (RFC 5652 §10.1.1, R 1323565.1.023-2018 §5); of 1994
/// `{ 1.2.643.2.2.9, NULL OPTIONAL }` (RFC 4490 §2.1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DigestAlgorithm {
    /// GOST R 34.11-2012, 256 bit.
    Streebog256,
    /// GOST R 34.11-2012, 512 bit.
    Streebog512,
    /// GOST R 34.11-94 with the substitution of CryptoPro: for what was signed with keys of 2001.
    Gost94,
    /// SHA-256: for certificate digests in attributes only.
    Sha256,
    /// Any other.
    Other(Oid),
}

impl DigestAlgorithm {
    /// By its identifier.
    #[must_use]
    pub fn named(algorithm: Oid) -> Self {
        match algorithm {
            oid::DIGEST_256 => Self::Streebog256,
            oid::DIGEST_512 => Self::Streebog512,
            oid::DIGEST_94 => Self::Gost94,
            oid::SHA_256 => Self::Sha256,
            other => Self::Other(other),
        }
    }

    /// The digest that belongs to keys of the set.
    #[must_use]
    pub fn for_keys_of(set: ParamSet) -> Self {
        if set.size_bytes() == 64 { Self::Streebog512 } else { Self::Streebog256 }
    }

    /// Its identifier.
    #[must_use]
    pub fn oid(self) -> Oid {
        match self {
            Self::Streebog256 => oid::DIGEST_256,
            Self::Streebog512 => oid::DIGEST_512,
            Self::Gost94 => oid::DIGEST_94,
            Self::Sha256 => oid::SHA_256,
            Self::Other(other) => other,
        }
    }

    pub(crate) fn digest(self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Streebog256 => Some(streebog256(bytes).to_vec()),
            Self::Streebog512 => Some(streebog512(bytes).to_vec()),
            Self::Gost94 => Some(gost94(bytes).to_vec()),
            Self::Sha256 => Some(Sha256::digest(bytes).to_vec()),
            Self::Other(_) => None,
        }
    }
}

/// AlgorithmIdentifier whose parameters must be absent or NULL when the algorithm is one of ours.
pub(crate) fn read_identifier(node: &Node<'_>, what: &'static str) -> Result<Oid> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, what);
    let algorithm = fields.oid()?;
    if is_gost(&algorithm) {
        if let Some(null) = fields.optional(Tag::Null)? {
            null.body.is_empty().then_some(()).ok_or(PkiRefusal::Malformed(what))?;
        } else if matches!(algorithm, oid::KEY_256 | oid::KEY_512 | oid::KEY_2001) {
            // a key identifier used as a signature's may carry the key's parameters
            fields.optional(Tag::Sequence)?;
        } else if algorithm == oid::DIGEST_94
            && let Some(substitution) = fields.optional(Tag::ObjectIdentifier)?
            && substitution.oid()? != oid::DIGEST_94_CRYPTO_PRO
        {
            // another substitution makes another digest, and none that is known here
            return substitution.oid();
        }
        fields.end()?;
    }
    Ok(algorithm)
}

fn is_gost(algorithm: &Oid) -> bool {
    matches!(
        *algorithm,
        oid::KEY_256
            | oid::KEY_512
            | oid::KEY_2001
            | oid::DIGEST_256
            | oid::DIGEST_512
            | oid::DIGEST_94
            | oid::SIGNATURE_256
            | oid::SIGNATURE_512
            | oid::SIGNATURE_2001
    )
}

/// The digest that a signature over `tbs` uses, when the signature's identifier names key and digest together.
pub(crate) fn digest_of_signature(algorithm: &Oid) -> Option<DigestAlgorithm> {
    match *algorithm {
        oid::SIGNATURE_256 => Some(DigestAlgorithm::Streebog256),
        oid::SIGNATURE_512 => Some(DigestAlgorithm::Streebog512),
        oid::SIGNATURE_2001 => Some(DigestAlgorithm::Gost94),
        _ => None,
    }
}

/// Is a signature, named by `algorithm`, over `bytes` under `key`? Certificates, requests, lists.
pub(crate) fn check_signed(key: &PublicKeyInfo, algorithm: &Oid, bytes: &[u8], signature: &[u8]) -> Check {
    let Some(digest) = digest_of_signature(algorithm) else { return Check::unknown(Reason::UnknownAlgorithm) };
    match digest.digest(bytes) {
        Some(octets) => check_digest(key, digest, &octets, signature),
        None => Check::unknown(Reason::UnknownAlgorithm),
    }
}

/// Is `signature` a signature of the digest under `key`?
pub(crate) fn check_digest(key: &PublicKeyInfo, digest: DigestAlgorithm, octets: &[u8], signature: &[u8]) -> Check {
    let (Some(set), Some(own)) = (key.kind().set(), key.kind().digest()) else {
        return Check::unknown(Reason::UnknownAlgorithm);
    };
    if own != digest {
        return Check::no(Reason::DigestDoesNotFitKey);
    }
    let Ok(public) = key.gost_key() else { return Check::no(Reason::BadKey) };
    let good = Signature::from_octets(set, signature).is_ok_and(|signature| public.verify_digest(octets, &signature));
    if good { Check::Yes } else { Check::no(Reason::SignatureDiffers) }
}
