//! Signed messages: CMS SignedData (RFC 5652 §5) with GOST keys (R 1323565.1.025-2019), detached or attached, by one
//! signer or several. Encrypted ones are in [`enveloped`].
//!
//! Two forms are made: CAdES-BES with signed attributes (ETSI EN 319 122-1 §5), and the form of the vendors' kits without any
//! attributes, where the signature stands directly over the content's digest.
//!
//! ```
//! use pki::{Certificate, Enclosure, KeySigner, SignForm, SignedMessage, keys, sign_by_all};
//!
//! let certificate = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! let key = keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem")?)?;
//! // in earnest a cryptographic source of chance
//! let signer = KeySigner::new(key, certificate, Vec::new(), Box::new(|hedge| hedge.fill(7)))?;
//! let at = kernel::Moment::parse_rfc3339("2026-11-22T09:00:00Z")?;
//! let message = sign_by_all(b"a document", &[&signer], SignForm::CadesBes { at }, Enclosure::Attached)?;
//! let read = SignedMessage::parse(&message)?;
//! assert_eq!(read.content(), Some(&b"a document"[..]));
//! assert_eq!(read.signers().len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod enclose;
pub mod enveloped;
mod message;
mod sign;

pub use enclose::{Enclosing, enclose};
pub use message::{Attribute, SignedAttributes, SignedMessage, SignerId, SignerInfo};
pub use sign::{Enclosure, SignForm, add_signer, sign_by_all, sign_detached};

use crate::algorithm::DigestAlgorithm;

/// Content, or its digest when it was hashed already: Streebog is slow enough that nothing is hashed twice.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// The bytes themselves.
    Bytes(&'a [u8]),
    /// Streebog-256 or -512 of the bytes.
    Digest {
        /// Which digest.
        algorithm: DigestAlgorithm,
        /// Its octets.
        octets: &'a [u8],
    },
    /// Several digests of the same content: what is stored of it beside a report.
    Digests(&'a [ContentDigest]),
}

/// A digest of a content, kept for itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ContentDigest {
    /// Which digest.
    pub algorithm: DigestAlgorithm,
    /// Its octets.
    pub octets: Vec<u8>,
}

impl<'a> Content<'a> {
    /// A Streebog-256 digest.
    #[must_use]
    pub fn streebog256(octets: &'a [u8; 32]) -> Self {
        Self::Digest { algorithm: DigestAlgorithm::Streebog256, octets }
    }

    /// The digest by the algorithm; `None` when only another digest is at hand or the algorithm is unknown.
    pub(crate) fn digest(&self, wanted: DigestAlgorithm) -> Option<Vec<u8>> {
        match *self {
            Self::Bytes(bytes) => wanted.digest(bytes),
            Self::Digest { algorithm, octets } => (algorithm == wanted).then(|| octets.to_vec()),
            Self::Digests(digests) => {
                digests.iter().find(|digest| digest.algorithm == wanted).map(|digest| digest.octets.clone())
            }
        }
    }
}

impl<'a> From<&'a [u8]> for Content<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Content<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Content<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}
