//! X.509 certificates (RFC 5280 §4).
//!
//! ```
//! use pki::{Certificate, Check};
//!
//! let authority = Certificate::from_der(&std::fs::read("doc/authority.cer")?)?;
//! let romashka = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! assert_eq!(romashka.subject().cn(), Some("ООО Ромашка"));
//! assert!(romashka.issuer().matches(authority.subject()));
//! assert_eq!(romashka.check_signature(authority.public_key()), Check::Yes);
//! assert!(romashka.check_validity(kernel::Moment::parse_rfc3339("2050-01-01T00:00:00Z")?).is_no());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::algorithm::{PublicKeyInfo, check_signed, read_identifier};
use crate::asn1::{Fields, Result, context, context_primitive, whole};
use crate::extensions::{
    AuthorityKeyId, BasicConstraints, Extension, GeneralName, IssuerSignTool, KeyUsage, Known, NameConstraints,
    PolicyConstraints, general_names, read_known, read_tagged_list,
};
use crate::limits::CERTIFICATE_BYTES_MAX;
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::pem;
use crate::refusal::{PkiRefusal, Reason};
use crate::report::Check;
use crate::serial::Serial;
use core::fmt;
use der::Tag;
use kernel::Moment;
use sha1::{Digest as _, Sha1};
use std::sync::{Arc, OnceLock};

pub(crate) const PEM_LABEL: &str = "CERTIFICATE";

/// A certificate that could be read whole; nothing is said about its being valid. Cheap to clone.
///
/// `{ { [0] version, serialNumber, signature, issuer, { notBefore, notAfter }, subject, subjectPublicKeyInfo, [3] extensions },
/// signatureAlgorithm, BIT STRING s‖r }` (RFC 5280 §4.1; the signature: RFC 9215 §2).
#[derive(Clone)]
pub struct Certificate(Arc<Inner>);

struct Inner {
    der: Vec<u8>,
    tbs: Vec<u8>,
    version: u32,
    serial: Serial,
    inner_algorithm: Vec<u8>,
    algorithm: Oid,
    algorithms_agree: bool,
    issuer: Name,
    subject: Name,
    not_before: Moment,
    not_after: Moment,
    public_key: PublicKeyInfo,
    extensions: Vec<Extension>,
    known: Known,
    signature: Vec<u8>,
    /// The key under which the signature was once found good: long-lived issuers are not checked again for every message.
    good_under: OnceLock<PublicKeyInfo>,
}

impl Certificate {
    /// Reads one certificate. Refuses over [`CERTIFICATE_BYTES_MAX`], anything but DER, trailing bytes, an extension that stands
    /// twice, a known extension that cannot be read.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        if der.len() > CERTIFICATE_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "certificate bytes", limit: CERTIFICATE_BYTES_MAX });
        }
        let outer = whole(der, "certificate")?;
        let mut fields = Fields::new(outer.of(Tag::Sequence)?, "certificate");
        let tbs = fields.expect(Tag::Sequence)?;
        let algorithm_node = fields.expect(Tag::Sequence)?;
        let signature = fields.expect(Tag::BitString)?.bits()?.to_vec();
        fields.end()?;
        let mut inner = read_tbs(tbs.fields())?;
        inner.der = der.to_vec();
        inner.tbs = tbs.raw.to_vec();
        inner.algorithm = read_identifier(&algorithm_node, "certificate")?;
        inner.algorithms_agree = inner.inner_algorithm == algorithm_node.raw;
        inner.signature = signature;
        Ok(Self(Arc::new(inner)))
    }

    /// The first certificate of a PEM text.
    pub fn from_pem(text: &str) -> Result<Self> {
        Self::list_from_pem(text)?.into_iter().next().ok_or(PkiRefusal::Pem(PEM_LABEL))
    }

    /// All certificates of a PEM text, in order; refuses a text without any.
    pub fn list_from_pem(text: &str) -> Result<Vec<Self>> {
        pem::blocks(text, &[PEM_LABEL, "X509 CERTIFICATE"])?.iter().map(|der| Self::from_der(der)).collect()
    }

    /// The exact bytes.
    #[must_use]
    pub fn to_der(&self) -> &[u8] {
        &self.0.der
    }

    /// One PEM block.
    pub fn to_pem(&self) -> Result<String> {
        pem::write(PEM_LABEL, &self.0.der)
    }

    /// The signed part, as its bytes stand.
    #[must_use]
    pub fn to_be_signed(&self) -> &[u8] {
        &self.0.tbs
    }

    /// Version as people say it: 1, 2 or 3.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.0.version
    }

    /// Serial number.
    #[must_use]
    pub fn serial(&self) -> &Serial {
        &self.0.serial
    }

    /// Serial number as lower-case hexadecimal.
    #[must_use]
    pub fn serial_hex(&self) -> String {
        self.0.serial.to_hex()
    }

    /// Whose certificate it is.
    #[must_use]
    pub fn subject(&self) -> &Name {
        &self.0.subject
    }

    /// Who issued it.
    #[must_use]
    pub fn issuer(&self) -> &Name {
        &self.0.issuer
    }

    /// Start of validity, inclusive.
    #[must_use]
    pub fn not_before(&self) -> Moment {
        self.0.not_before
    }

    /// End of validity, inclusive.
    #[must_use]
    pub fn not_after(&self) -> Moment {
        self.0.not_after
    }

    /// The subject's key.
    #[must_use]
    pub fn public_key(&self) -> &PublicKeyInfo {
        &self.0.public_key
    }

    /// Algorithm of the issuer's signature.
    #[must_use]
    pub fn signature_algorithm(&self) -> Oid {
        self.0.algorithm
    }

    /// SHA-1 of the DER: the thumbprint the vendors' programs show and ask for.
    #[must_use]
    pub fn thumbprint_sha1(&self) -> [u8; 20] {
        Sha1::digest(&self.0.der).into()
    }

    /// Streebog-256 of the DER, by which reports name it.
    #[must_use]
    pub fn digest_streebog256(&self) -> [u8; 32] {
        gost::hash::streebog256(&self.0.der)
    }

    /// Marked as an authority (RFC 5280 §4.2.1.9).
    #[must_use]
    pub fn is_ca(&self) -> bool {
        self.basic_constraints().is_some_and(|basic| basic.is_ca)
    }

    /// Names itself as its issuer.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.0.issuer.matches(&self.0.subject)
    }

    /// Which names may stand below it (RFC 5280 §4.2.1.10).
    #[must_use]
    pub fn name_constraints(&self) -> Option<&NameConstraints> {
        self.0.known.name_constraints.as_ref()
    }

    /// Which policies must be stated below it (RFC 5280 §4.2.1.11).
    #[must_use]
    pub fn policy_constraints(&self) -> Option<PolicyConstraints> {
        self.0.known.policy_constraints
    }

    /// Pairs of the issuer's policy and the one that counts as it below (RFC 5280 §4.2.1.5).
    #[must_use]
    pub fn policy_mappings(&self) -> &[(Oid, Oid)] {
        &self.0.known.policy_mappings
    }

    /// After how many further certificates anyPolicy counts for nothing (RFC 5280 §4.2.1.14).
    #[must_use]
    pub fn inhibit_any_policy(&self) -> Option<u32> {
        self.0.known.inhibit_any_policy
    }

    /// Further names of the subject (RFC 5280 §4.2.1.6); none when it states none. Refuses ones that cannot be read.
    pub fn alternative_names(&self) -> Result<Vec<GeneralName>> {
        self.extension(&oid::EXT_SUBJECT_ALT_NAME).map_or(Ok(Vec::new()), |stated| general_names(&stated.value))
    }

    /// Basic constraints.
    #[must_use]
    pub fn basic_constraints(&self) -> Option<BasicConstraints> {
        self.0.known.basic
    }

    /// Key usage; `None` when the certificate does not restrict it.
    #[must_use]
    pub fn key_usage(&self) -> Option<KeyUsage> {
        self.0.known.key_usage
    }

    /// Policy identifiers.
    #[must_use]
    pub fn policies(&self) -> &[Oid] {
        &self.0.known.policies
    }

    /// Purposes (extended key usage).
    #[must_use]
    pub fn purposes(&self) -> &[Oid] {
        &self.0.known.purposes
    }

    /// Addresses of the issuer's revocation lists.
    #[must_use]
    pub fn crl_urls(&self) -> &[String] {
        &self.0.known.crl_urls
    }

    /// Addresses of OCSP responders.
    #[must_use]
    pub fn ocsp_urls(&self) -> &[String] {
        &self.0.known.ocsp_urls
    }

    /// Addresses of the issuer's certificate.
    #[must_use]
    pub fn issuer_urls(&self) -> &[String] {
        &self.0.known.issuer_urls
    }

    /// Subject key identifier.
    #[must_use]
    pub fn subject_key_id(&self) -> Option<&[u8]> {
        self.0.known.subject_key_id.as_deref()
    }

    /// Authority key identifier.
    #[must_use]
    pub fn authority_key_id(&self) -> Option<&AuthorityKeyId> {
        self.0.known.authority_key_id.as_ref()
    }

    /// Средство электронной подписи владельца.
    #[must_use]
    pub fn subject_sign_tool(&self) -> Option<&str> {
        self.0.known.subject_sign_tool.as_deref()
    }

    /// Средства издателя, as a qualified certificate must name them.
    #[must_use]
    pub fn issuer_sign_tool(&self) -> Option<&IssuerSignTool> {
        self.0.known.issuer_sign_tool.as_ref()
    }

    /// How the owner was identified: 0 in person, 1 by a qualified signature, 2 by a biometric passport, 3 by the biometric system.
    #[must_use]
    pub fn identification_kind(&self) -> Option<u32> {
        self.0.known.identification_kind
    }

    /// A critical extension this crate does not understand.
    #[must_use]
    pub fn unknown_critical_extension(&self) -> Option<Oid> {
        self.0.known.unknown_critical
    }

    /// All extensions, raw.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.0.extensions
    }

    /// One extension, raw.
    #[must_use]
    pub fn extension(&self, oid: &Oid) -> Option<&Extension> {
        self.0.extensions.iter().find(|extension| extension.oid == *oid)
    }

    /// Valid at the moment by its own dates (RFC 5280 §4.1.2.5).
    #[must_use]
    pub fn check_validity(&self, at: Moment) -> Check {
        if at < self.0.not_before {
            Check::no(Reason::NotYetValid)
        } else if at > self.0.not_after {
            Check::no(Reason::Expired)
        } else {
            Check::Yes
        }
    }

    /// Its signature is one of this key. A good answer is remembered in the certificate.
    #[must_use]
    pub fn check_signature(&self, issuer_key: &PublicKeyInfo) -> Check {
        if self.0.good_under.get() == Some(issuer_key) {
            return Check::Yes;
        }
        let check = check_signed(issuer_key, &self.0.algorithm, &self.0.tbs, &self.0.signature);
        if check.is_yes() {
            // another key was remembered already: then this one is checked again next time
            let _ = self.0.good_under.set(issuer_key.clone());
        }
        check
    }

    pub(crate) fn is_known_good_under(&self, issuer_key: &PublicKeyInfo) -> bool {
        self.0.good_under.get() == Some(issuer_key)
    }

    /// Version 3 when there are extensions (RFC 5280 §4.1.2.1), both algorithm fields alike (§4.1.1.2).
    pub(crate) fn check_shape(&self) -> Check {
        let version_fits = self.0.extensions.is_empty() || self.0.version == 3;
        Check::or_no(version_fits && self.0.algorithms_agree, Reason::CertificateVersion)
    }
}

fn read_tbs(mut fields: Fields<'_>) -> Result<Inner> {
    let version = match fields.optional(context(0))? {
        Some(version) => whole(version.body, "certificate version")?.small()?.saturating_add(1),
        None => 1,
    };
    let serial = Serial::from_bytes(fields.expect(Tag::Integer)?.unsigned()?)?;
    let inner_algorithm = fields.expect(Tag::Sequence)?.raw.to_vec();
    let issuer = Name::from_node(&fields.next()?)?;
    let mut validity = fields.sequence()?;
    let (not_before, not_after) = (validity.next()?.moment()?, validity.next()?.moment()?);
    validity.end()?;
    let subject = Name::from_node(&fields.next()?)?;
    let public_key = PublicKeyInfo::from_node(&fields.next()?)?;
    fields.optional(context_primitive(1))?;
    fields.optional(context_primitive(2))?;
    let extensions = read_tagged_list(&mut fields, context(3))?;
    fields.end()?;
    let known = read_known(&extensions)?;
    Ok(Inner {
        der: Vec::new(),
        tbs: Vec::new(),
        version,
        serial,
        inner_algorithm,
        algorithm: crate::oid::SIGNATURE_256,
        algorithms_agree: false,
        issuer,
        subject,
        not_before,
        not_after,
        public_key,
        extensions,
        known,
        signature: Vec::new(),
        good_under: OnceLock::new(),
    })
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.0.der == other.0.der
    }
}

impl Eq for Certificate {}

impl fmt::Debug for Certificate {
    /// The serial number only: names of people do not belong in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({})", self.0.serial)
    }
}
