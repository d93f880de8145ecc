//! Private keys in PKCS#8 (RFC 5208), as gost-engine writes and reads them:
//! `SEQUENCE { INTEGER 0, AlgorithmIdentifier of the key, OCTET STRING d }`, d little-endian, of the curve's length.
//! Also read: d in an OCTET STRING or an INTEGER inside that OCTET STRING (RFC 9337 allows the first, older engines wrote the second).
//!
//! ```
//! use pki::{PasswordProtection, PkiRefusal, keys};
//!
//! let key = keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem")?)?;
//! // in earnest a cryptographic source of chance
//! let mut chance = |octets: &mut [u8]| octets.fill(7);
//! let protection = PasswordProtection { iterations: 1_000, ..PasswordProtection::default() };
//! let protected = keys::private_key_to_encrypted_der(&key, "пароль", protection, &mut chance)?;
//! let opened = keys::private_key_from_encrypted_der(&protected, "пароль")?;
//! assert_eq!(opened.public_key(), key.public_key());
//! let wrong = keys::private_key_from_encrypted_der(&protected, "другой");
//! assert_eq!(wrong.err(), Some(PkiRefusal::NotOpened));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::algorithm::{key_algorithm, param_set_of, write_key_identifier};
use crate::asn1::{Fields, Result, whole, write};
use crate::limits::KEY_BYTES_MAX;
use crate::oid;
use crate::pem;
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::{ParamSet, PrivateKey};
use zeroize::Zeroizing;

pub(crate) mod encrypted;

pub use encrypted::{
    private_key_from_encrypted_der, private_key_from_encrypted_der_within, private_key_from_encrypted_pem,
    private_key_to_encrypted_der, private_key_to_encrypted_pem,
};

const PEM_LABEL: &str = "PRIVATE KEY";

/// Reads the first `PRIVATE KEY` block of a PEM text. Encrypted keys have another label and are not found.
pub fn private_key_from_pem(text: &str) -> Result<PrivateKey> {
    let blocks = pem::blocks(text, &[PEM_LABEL])?;
    private_key_from_der(blocks.first().ok_or(PkiRefusal::Pem(PEM_LABEL))?)
}

/// Reads a PKCS#8 structure. Refuses other algorithms, numbers that are zero or not below the group's order, trailing bytes.
pub fn private_key_from_der(der: &[u8]) -> Result<PrivateKey> {
    if der.len() > KEY_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what: "key bytes", limit: KEY_BYTES_MAX });
    }
    let mut fields = Fields::new(whole(der, "private key")?.of(Tag::Sequence)?, "private key");
    if fields.next()?.small()? > 1 {
        return Err(PkiRefusal::Malformed("private key version"));
    }
    let set = read_set(fields.sequence()?)?;
    let secret = fields.next()?.octets()?;
    // attributes and, in version 2, the public key may follow: neither is needed
    fields.collect(2)?;
    let size = set.size_bytes();
    if secret.len() == size {
        return PrivateKey::from_le(set, secret).map_err(|_| PkiRefusal::BadKey);
    }
    let inner = whole(secret, "private key")?;
    match inner.tag {
        Tag::OctetString if inner.body.len() == size => {
            PrivateKey::from_le(set, inner.body).map_err(|_| PkiRefusal::BadKey)
        }
        Tag::Integer => {
            let number = inner.unsigned()?;
            let padding = size.checked_sub(number.len()).ok_or(PkiRefusal::BadKey)?;
            let mut octets = Zeroizing::new(vec![0; padding]);
            octets.extend_from_slice(number);
            PrivateKey::from_be(set, &octets).map_err(|_| PkiRefusal::BadKey)
        }
        _ => Err(PkiRefusal::Malformed("private key")),
    }
}

fn read_set(mut identifier: Fields<'_>) -> Result<ParamSet> {
    let algorithm = identifier.oid()?;
    if !matches!(algorithm, oid::KEY_256 | oid::KEY_512) {
        return Err(PkiRefusal::UnknownAlgorithm);
    }
    let set = param_set_of(&identifier.sequence()?.oid()?).ok_or(PkiRefusal::UnknownAlgorithm)?;
    identifier.end()?;
    if key_algorithm(set) == algorithm { Ok(set) } else { Err(PkiRefusal::UnknownAlgorithm) }
}

/// Writes the key as gost-engine does.
#[must_use]
pub fn private_key_to_der(key: &PrivateKey) -> Zeroizing<Vec<u8>> {
    let secret = Zeroizing::new(write::octets(&key.to_le()));
    Zeroizing::new(write::sequence(&[&write::small(0), &write_key_identifier(key.set()), &secret]))
}

/// The same in PEM.
pub fn private_key_to_pem(key: &PrivateKey) -> Result<Zeroizing<String>> {
    pem::write(PEM_LABEL, &private_key_to_der(key)).map(Zeroizing::new)
}
