//! Certificates, requests, revocation lists and signed messages with GOST R 34.10-2012 keys: read, made, verified.
//!
//! Pure: no input or output, no clock, no chance of its own — moments, serial numbers and nonce hedges are given by the caller.
//! Read first [`certificate`], then [`cms`] (making a detached signature) and [`verify`] (the report on one).
//!
//! DER headers, identifiers and times come from the `der` crate; the structures are read by our own code, because the signed bytes
//! must stay exactly as they came: `x509-cert` and `cms` sort sets while reading and would verify something else than what was sent.
//!
//! ```
//! use pki::{Anchors, Certificate, KeySigner, Revocation, SignForm, keys, sign_detached, verify_detached};
//!
//! let read = |name: &str| Certificate::from_der(&std::fs::read(format!("doc/{name}")).unwrap_or_default());
//! let (root, authority, romashka) = (read("root.cer")?, read("authority.cer")?, read("romashka.cer")?);
//! let key = keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem")?)?;
//! // in earnest a cryptographic source of chance
//! let chance = Box::new(|hedge: &mut [u8]| hedge.fill(7));
//! let signer = KeySigner::new(key, romashka, vec![authority], chance)?;
//! let at = kernel::Moment::parse_rfc3339("2026-11-22T09:00:00Z")?;
//! let signature = sign_detached(b"a document", &signer, SignForm::CadesBes { at })?;
//!
//! let anchors = Anchors { roots: vec![root], ..Anchors::default() };
//! let judge = |document: &[u8]| verify_detached(document, &signature, &anchors, at, Revocation::NotAsked);
//! assert!(judge(b"a document")?.signers[0].integrity.is_yes());
//! assert!(judge(b"another document")?.signers[0].integrity.is_no());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod algorithm;
mod asn1;
pub mod certificate;
mod ciphers;
pub mod cms;
mod content_cipher;
mod evidence;
pub mod extensions;
pub mod issue;
pub mod key_container;
pub mod keys;
pub mod limits;
pub mod lint;
mod memory;
pub mod name;
mod name_text;
pub mod ocsp;
pub mod oid;
mod password;
mod pbes2;
mod pem;
pub mod pfx;
pub mod refusal;
pub mod report;
pub mod request;
pub mod revocation_list;
pub mod serial;
pub mod signer;
pub mod verify;

pub use algorithm::{DigestAlgorithm, KeyKind, PublicKeyInfo};
pub use certificate::Certificate;
pub use cms::{
    Content, ContentDigest, Enclosing, Enclosure, SignForm, SignedMessage, add_signer, enclose, sign_by_all,
    sign_detached,
};
pub use content_cipher::Cipher;
pub use evidence::{Evidence, EvidencedReport, InputDigest, InputKind};
pub use extensions::{
    AuthorityKeyId, BasicConstraints, Extension, GeneralName, IssuerSignTool, KeyUsage, NameConstraints,
    PolicyConstraints, Subtree,
};
pub use issue::{Authority, CertificateOrder, CertificateProfile, issue, issue_root};
pub use lint::LintFinding;
pub use memory::{REMEMBERED_USUAL, SignatureMemory};
pub use name::{Name, NameAttribute, NameBuilder};
pub use ocsp::{OcspAnswer, OcspFailure, OcspRequest, OcspStatus, RequestedCertificate, respond};
pub use oid::Oid;
pub use pbes2::PasswordProtection;
pub use refusal::{PkiRefusal, Reason, SignerFault};
pub use report::{Check, CheckNode, Input};
pub use request::CertificateRequest;
pub use revocation_list::{RevocationList, RevocationListDraft, RevocationReason, Revoked};
pub use serial::Serial;
pub use signer::{HedgeSource, KeySigner, Signer};
pub use verify::{
    Anchors, AttributeOrder, CertificateReport, Demands, PolicyDemands, Revocation, SignatureForm, SignerReport,
    UnsignedParts, VerificationReport, check_certificate, judge_certificate, verify_attached, verify_detached,
    verify_message,
};

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0x0f)]).collect()
}
