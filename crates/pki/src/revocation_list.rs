//! Revocation lists (RFC 5280 §5): СОС, read and looked up.
//!
//! ```
//! use pki::{Certificate, RevocationList, RevocationReason};
//!
//! let list = RevocationList::from_der(&std::fs::read("doc/authority.crl")?)?;
//! let authority = Certificate::from_der(&std::fs::read("doc/authority.cer")?)?;
//! let romashka = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! assert!(list.check_signature(authority.public_key()).is_yes());
//! assert_eq!(list.is_revoked(romashka.serial()), None);
//! let (serial, revoked) = list.entries().next().ok_or("an empty list")?;
//! assert_eq!(list.is_revoked(serial), Some(revoked));
//! assert_eq!(revoked.reason, RevocationReason::KeyCompromise);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod build;
mod read;

pub use build::RevocationListDraft;

use crate::algorithm::{PublicKeyInfo, check_signed};
use crate::asn1::{Fields, Result, whole};
use crate::extensions::{AuthorityKeyId, Extension};
use crate::limits::REVOCATION_LIST_BYTES_MAX;
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::pem;
use crate::refusal::PkiRefusal;
use crate::report::Check;
use crate::serial::Serial;
use core::fmt;
use der::Tag;
use kernel::Moment;
use std::sync::{Arc, OnceLock};

pub(crate) const PEM_LABEL: &str = "X509 CRL";

/// Why a certificate was revoked: 2.5.29.21, `ENUMERATED` in an extension of the entry (RFC 5280 §5.3.1).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum RevocationReason {
    /// No reason given.
    #[default]
    Unspecified,
    /// The key became known to others.
    KeyCompromise,
    /// The authority's key became known to others.
    CaCompromise,
    /// The owner left the organization, or its name changed.
    AffiliationChanged,
    /// Another certificate took its place.
    Superseded,
    /// No longer needed.
    CessationOfOperation,
    /// Suspended; may come back.
    CertificateHold,
    /// Came back (delta lists only).
    RemoveFromCrl,
    /// A right named in it was withdrawn.
    PrivilegeWithdrawn,
    /// The attribute authority's key became known.
    AaCompromise,
}

impl RevocationReason {
    /// The number in the list.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Unspecified => 0,
            Self::KeyCompromise => 1,
            Self::CaCompromise => 2,
            Self::AffiliationChanged => 3,
            Self::Superseded => 4,
            Self::CessationOfOperation => 5,
            Self::CertificateHold => 6,
            Self::RemoveFromCrl => 8,
            Self::PrivilegeWithdrawn => 9,
            Self::AaCompromise => 10,
        }
    }

    /// From the number; 7 and above 10 are no reasons.
    #[must_use]
    pub fn from_number(number: u32) -> Option<Self> {
        let all = [
            Self::Unspecified,
            Self::KeyCompromise,
            Self::CaCompromise,
            Self::AffiliationChanged,
            Self::Superseded,
            Self::CessationOfOperation,
            Self::CertificateHold,
            Self::RemoveFromCrl,
            Self::PrivilegeWithdrawn,
            Self::AaCompromise,
        ];
        all.into_iter().find(|reason| u32::from(reason.number()) == number)
    }
}

/// When and why a certificate was revoked: `{ userCertificate, revocationDate, crlEntryExtensions }` without the serial number
/// (RFC 5280 §5.1.2.6).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Revoked {
    /// Since when.
    pub at: Moment,
    /// Why.
    pub reason: RevocationReason,
}

/// What part of an issuer's revocations a list holds: 2.5.29.28, `{ [0] distributionPoint, [1] onlyContainsUserCerts,
/// [2] onlyContainsCACerts, [3] onlySomeReasons, [4] indirectCRL, [5] onlyContainsAttributeCerts }` (RFC 5280 §5.2.5).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct IssuingPoint {
    /// Addresses the list is published at; empty when not named.
    pub urls: Vec<String>,
    /// No certificates of authorities.
    pub only_users: bool,
    /// Certificates of authorities only.
    pub only_authorities: bool,
    /// Names certificates of other issuers too.
    pub indirect: bool,
    /// Anything else this crate does not judge: some reasons only, attribute certificates only.
    pub beyond_us: bool,
}

/// The extensions of a list that this crate understands.
#[derive(Default)]
struct OwnExtensions {
    number: Option<Vec<u8>>,
    authority_key_id: Option<AuthorityKeyId>,
    issuing_point: Option<IssuingPoint>,
}

/// A revocation list that could be read whole. Cheap to clone.
///
/// `{ { version, signature, issuer, thisUpdate, nextUpdate OPTIONAL, SEQUENCE OF entry OPTIONAL, [0] extensions },
/// signatureAlgorithm, BIT STRING s‖r }` (RFC 5280 §5.1).
#[derive(Clone)]
pub struct RevocationList(Arc<Inner>);

struct Inner {
    der: Vec<u8>,
    tbs: std::ops::Range<usize>,
    algorithm: Oid,
    issuer: Name,
    this_update: Moment,
    next_update: Option<Moment>,
    /// Ordered by serial number.
    entries: Vec<(Serial, Revoked)>,
    has_critical_entry_extension: bool,
    extensions: Vec<Extension>,
    own: OwnExtensions,
    signature: Vec<u8>,
    good_under: OnceLock<PublicKeyInfo>,
    digest: OnceLock<[u8; 32]>,
}

impl RevocationList {
    /// Reads one list. Refuses over [`REVOCATION_LIST_BYTES_MAX`] and [`crate::limits::REVOCATION_ENTRIES_MAX`], anything but DER, trailing bytes.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        if der.len() > REVOCATION_LIST_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "revocation list bytes", limit: REVOCATION_LIST_BYTES_MAX });
        }
        let outer = whole(der, "revocation list")?;
        let mut fields = Fields::new(outer.of(Tag::Sequence)?, "revocation list");
        let tbs = fields.expect(Tag::Sequence)?;
        let algorithm = fields.expect(Tag::Sequence)?;
        let signature = fields.expect(Tag::BitString)?.bits()?.to_vec();
        fields.end()?;
        let mut inner = read::read_tbs(tbs.fields(), &algorithm)?;
        let start = der.len().saturating_sub(outer.body.len());
        inner.tbs = start..start.saturating_add(tbs.raw.len());
        inner.der = der.to_vec();
        inner.signature = signature;
        Ok(Self(Arc::new(inner)))
    }

    /// The first list of a PEM text.
    pub fn from_pem(text: &str) -> Result<Self> {
        Self::list_from_pem(text)?.into_iter().next().ok_or(PkiRefusal::Pem(PEM_LABEL))
    }

    /// All lists of a PEM text, in order; refuses a text without any.
    pub fn list_from_pem(text: &str) -> Result<Vec<Self>> {
        pem::blocks(text, &[PEM_LABEL, "CRL"])?.iter().map(|der| Self::from_der(der)).collect()
    }

    /// The exact bytes.
    #[must_use]
    pub fn to_der(&self) -> &[u8] {
        &self.0.der
    }

    /// Streebog-256 of the DER, by which reports name it. Hashes the whole list once.
    #[must_use]
    pub fn digest_streebog256(&self) -> [u8; 32] {
        *self.0.digest.get_or_init(|| gost::hash::streebog256(&self.0.der))
    }

    /// One PEM block.
    pub fn to_pem(&self) -> Result<String> {
        pem::write(PEM_LABEL, &self.0.der)
    }

    /// Who signed it.
    #[must_use]
    pub fn issuer(&self) -> &Name {
        &self.0.issuer
    }

    /// When it was made.
    #[must_use]
    pub fn this_update(&self) -> Moment {
        self.0.this_update
    }

    /// By when the next one comes.
    #[must_use]
    pub fn next_update(&self) -> Option<Moment> {
        self.0.next_update
    }

    /// Number of the list, big-endian bytes (RFC 5280 §5.2.3).
    #[must_use]
    pub fn number(&self) -> Option<&[u8]> {
        self.0.own.number.as_deref()
    }

    /// How many certificates it names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.entries.len()
    }

    /// Names none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.entries.is_empty()
    }

    /// Its entries, by serial number.
    pub fn entries(&self) -> impl Iterator<Item = (&Serial, Revoked)> {
        self.0.entries.iter().map(|(serial, revoked)| (serial, *revoked))
    }

    /// Looks a serial number up; logarithmic in the number of entries.
    #[must_use]
    pub fn is_revoked(&self, serial: &Serial) -> Option<Revoked> {
        let at = self.0.entries.binary_search_by(|(listed, _)| listed.cmp(serial)).ok()?;
        self.0.entries.get(at).map(|(_, revoked)| *revoked)
    }

    /// Which key signed it, when it says so.
    #[must_use]
    pub fn authority_key_id(&self) -> Option<&AuthorityKeyId> {
        self.0.own.authority_key_id.as_ref()
    }

    /// What part of the revocations it holds; `None`: all of the issuer's.
    #[must_use]
    pub fn issuing_point(&self) -> Option<&IssuingPoint> {
        self.0.own.issuing_point.as_ref()
    }

    /// All extensions, raw.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.0.extensions
    }

    /// Has a critical extension, of its own or of an entry, that this crate does not understand; a delta list counts as such.
    #[must_use]
    pub fn is_beyond_us(&self) -> bool {
        let known = [oid::EXT_ISSUING_POINT, oid::EXT_CRL_NUMBER, oid::EXT_AUTHORITY_KEY_ID];
        self.0.has_critical_entry_extension
            || self.0.own.issuing_point.as_ref().is_some_and(|point| point.beyond_us || point.indirect)
            || self.0.extensions.iter().any(|extension| extension.critical && !known.contains(&extension.oid))
            || self.is_delta()
    }

    /// Tells only what changed since another list (RFC 5280 §5.2.4).
    #[must_use]
    pub fn is_delta(&self) -> bool {
        self.0.extensions.iter().any(|extension| extension.oid == oid::EXT_DELTA_CRL)
    }

    /// Names certificates of other issuers than its own (RFC 5280 §5.2.5).
    #[must_use]
    pub fn is_indirect(&self) -> bool {
        self.0.own.issuing_point.as_ref().is_some_and(|point| point.indirect)
    }

    /// Its signature is one of this key. A good answer is remembered in the list, so a large one is hashed once.
    #[must_use]
    pub fn check_signature(&self, issuer_key: &PublicKeyInfo) -> Check {
        if self.0.good_under.get() == Some(issuer_key) {
            return Check::Yes;
        }
        let tbs = self.0.der.get(self.0.tbs.clone()).unwrap_or_default();
        let check = check_signed(issuer_key, &self.0.algorithm, tbs, &self.0.signature);
        if check.is_yes() {
            // another key was remembered already: then this one is checked again next time
            let _ = self.0.good_under.set(issuer_key.clone());
        }
        check
    }
}

impl PartialEq for RevocationList {
    fn eq(&self, other: &Self) -> bool {
        self.0.der == other.0.der
    }
}

impl Eq for RevocationList {}

impl fmt::Debug for RevocationList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RevocationList({} entries, {})", self.len(), self.0.this_update)
    }
}
