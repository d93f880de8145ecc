//! The look at a certificate before it is signed: it is read back from its bytes, so that what is judged is what will be signed.
//!
//! ```
//! # use pki::{Authority, CertificateOrder, CertificateProfile, KeyUsage, Name, PublicKeyInfo, Serial, issue_root, oid};
//! #
//! # let key = gost::PrivateKey::from_le(gost::ParamSet::XA, &[7; 32])?;
//! # let profile = CertificateProfile {
//! #     name: "root".to_owned(),
//! #     validity_days_max: 3_700,
//! #     authority: Authority::Issues { path_len: Some(0) },
//! #     key_usage: KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN,
//! #     purposes: vec![],
//! #     policies: vec![],
//! #     subject_requires: vec![oid::COMMON_NAME],
//! #     names_issuer_in_key_id: false,
//! # };
//! # let order = CertificateOrder {
//! #     serial: Serial::from_chance([7; 16]),
//! #     subject: Name::builder().cn("Свиток НЕКВАЛИФИЦИРОВАННЫЙ").build()?,
//! #     public_key: PublicKeyInfo::of(&key.public_key()),
//! #     not_before: kernel::Moment::parse_rfc3339("2026-11-22T00:00:00Z")?,
//! #     not_after: kernel::Moment::parse_rfc3339("2036-11-22T00:00:00Z")?,
//! #     crl_urls: vec![],
//! #     ocsp_urls: vec![],
//! #     issuer_urls: vec![],
//! # };
//! use pki::{LintFinding, Oid, PkiRefusal};
//!
//! // the class КС1, which only the holder of a certified tool may claim
//! let profile = CertificateProfile { policies: vec![Oid::new("1.2.643.100.113.1")?], ..profile };
//! let refusal = PkiRefusal::Profile(LintFinding::KsPolicy);
//! assert_eq!(issue_root(&profile, &order, &key, &[7; 32]).err(), Some(refusal));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::asn1::{Fields, Result, context, whole};
use crate::extensions::{Extension, KeyUsage, Known, read_known, read_tagged_list};
use crate::issue::{Authority, CertificateProfile};
use crate::name::Name;
use crate::oid::{self, Oid};
use der::Tag;
use kernel::Moment;

/// What the lint found. The first five are invariants of the house: Svitok claims nothing it does not hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum LintFinding {
    /// A policy of a КС class (1.2.643.100.113.*).
    #[error("a КС class policy may not be written")]
    KsPolicy,
    /// issuerSignTool.
    #[error("issuerSignTool may not be written")]
    IssuerSignTool,
    /// identificationKind.
    #[error("identificationKind may not be written")]
    IdentificationKind,
    /// An extension this crate does not write.
    #[error("an extension outside the profile")]
    UnknownExtension,
    /// Not readable after being written.
    #[error("the certificate cannot be read back")]
    Unreadable,
    /// A zero or too long serial number (RFC 5280 §4.1.2.2).
    #[error("the serial number is zero or longer than 20 bytes")]
    Serial,
    /// Ends before it begins, or lasts longer than the profile allows.
    #[error("the validity is empty or longer than the profile allows")]
    Validity,
    /// The subject lacks an attribute that the profile requires, or is empty.
    #[error("the subject lacks a required attribute")]
    Subject,
    /// Key usage is absent, not critical, or not the profile's.
    #[error("key usage is not the critical one of the profile")]
    KeyUsage,
    /// Basic constraints do not fit the profile; an authority without keyCertSign, or the reverse (RFC 5280 §4.2.1.9).
    #[error("basic constraints and key usage do not fit the profile")]
    BasicConstraints,
    /// Policies or purposes are not the profile's.
    #[error("policies or purposes are not those of the profile")]
    Lists,
    /// A key identifier is missing (RFC 5280 §4.2.1.1, §4.2.1.2).
    #[error("a key identifier is missing")]
    KeyId,
}

const MICROS_PER_DAY: i64 = 86_400_000_000;
const WRITTEN_SERIAL_BYTES_MAX: usize = 20;

struct ToBeSigned {
    serial: Vec<u8>,
    not_before: Moment,
    not_after: Moment,
    subject: Name,
    extensions: Vec<Extension>,
    known: Known,
}

/// Judges the bytes of a to-be-signed certificate whose algorithm identifier is left out.
pub(crate) fn lint(profile: &CertificateProfile, tbs: &[u8]) -> core::result::Result<(), LintFinding> {
    let tbs = read(tbs).map_err(|_| LintFinding::Unreadable)?;
    let has = |oid: Oid| tbs.extensions.iter().any(|extension| extension.oid == oid);
    let findings = [
        (tbs.known.policies.iter().any(is_ks_policy), LintFinding::KsPolicy),
        (has(oid::EXT_ISSUER_SIGN_TOOL), LintFinding::IssuerSignTool),
        (has(oid::EXT_IDENTIFICATION_KIND), LintFinding::IdentificationKind),
        (tbs.extensions.iter().any(|extension| !WRITTEN.contains(&extension.oid)), LintFinding::UnknownExtension),
        (
            tbs.serial.is_empty() || tbs.serial.len() > WRITTEN_SERIAL_BYTES_MAX || tbs.serial == [0],
            LintFinding::Serial,
        ),
        (!validity_fits(profile, &tbs), LintFinding::Validity),
        (!subject_fits(profile, &tbs.subject), LintFinding::Subject),
        (!key_usage_fits(profile, &tbs), LintFinding::KeyUsage),
        (!constraints_fit(profile, &tbs.known), LintFinding::BasicConstraints),
        (tbs.known.policies != profile.policies || tbs.known.purposes != profile.purposes, LintFinding::Lists),
        (tbs.known.subject_key_id.is_none() || tbs.known.authority_key_id.is_none(), LintFinding::KeyId),
    ];
    findings.into_iter().find(|(found, _)| *found).map_or(Ok(()), |(_, finding)| Err(finding))
}

/// Extensions Svitok writes.
const WRITTEN: [Oid; 8] = [
    oid::EXT_BASIC_CONSTRAINTS,
    oid::EXT_KEY_USAGE,
    oid::EXT_PURPOSES,
    oid::EXT_SUBJECT_KEY_ID,
    oid::EXT_AUTHORITY_KEY_ID,
    oid::EXT_POLICIES,
    oid::EXT_CRL_POINTS,
    oid::EXT_AUTHORITY_ACCESS,
];

fn is_ks_policy(policy: &Oid) -> bool {
    policy.as_bytes().starts_with(oid::POLICY_KS_ARC.as_bytes())
}

fn read(tbs: &[u8]) -> Result<ToBeSigned> {
    let mut fields = Fields::new(whole(tbs, "certificate")?.of(Tag::Sequence)?, "certificate");
    fields.expect(context(0))?;
    let serial = fields.expect(Tag::Integer)?.unsigned()?.to_vec();
    fields.next()?;
    let mut validity = fields.sequence()?;
    let (not_before, not_after) = (validity.next()?.moment()?, validity.next()?.moment()?);
    let subject = Name::from_node(&fields.next()?)?;
    fields.next()?;
    let extensions = read_tagged_list(&mut fields, context(3))?;
    let known = read_known(&extensions)?;
    Ok(ToBeSigned { serial, not_before, not_after, subject, extensions, known })
}

fn validity_fits(profile: &CertificateProfile, tbs: &ToBeSigned) -> bool {
    let longest = i64::from(profile.validity_days_max).saturating_mul(MICROS_PER_DAY);
    let length = tbs.not_after.micros().saturating_sub(tbs.not_before.micros());
    (1..=longest).contains(&length)
}

fn subject_fits(profile: &CertificateProfile, subject: &Name) -> bool {
    !subject.attributes().is_empty() && profile.subject_requires.iter().all(|oid| subject.get(oid).is_some())
}

fn key_usage_fits(profile: &CertificateProfile, tbs: &ToBeSigned) -> bool {
    let is_critical = tbs.extensions.iter().any(|extension| extension.oid == oid::EXT_KEY_USAGE && extension.critical);
    is_critical && tbs.known.key_usage == Some(profile.key_usage) && profile.key_usage != KeyUsage::default()
}

fn constraints_fit(profile: &CertificateProfile, known: &Known) -> bool {
    let Some(basic) = known.basic else { return false };
    let signs_certificates = known.key_usage.is_some_and(|usage| usage.contains(KeyUsage::KEY_CERT_SIGN));
    match profile.authority {
        Authority::None => !basic.is_ca && basic.path_len.is_none() && !signs_certificates,
        Authority::Issues { path_len } => {
            basic.is_ca && basic.path_len == path_len.map(u32::from) && signs_certificates
        }
    }
}
