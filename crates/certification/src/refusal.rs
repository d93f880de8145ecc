//! What certification refuses.

use crate::model::JournalFlaw;
use kernel::RefusalKind;
use store::{Fault, No};

/// A rule of certification said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The caller may not do this, or may not know of the organization.
    #[error(transparent)]
    Account(account::AccountRefusal),
    /// The request is neither base64 nor PEM nor DER of PKCS#10.
    #[error("the request is not PKCS#10: {detail}")]
    RequestUnreadable {
        /// Code of the reader.
        detail: &'static str,
    },
    /// The request is not signed with its own key.
    #[error("the request is not signed with its own key")]
    RequestSignature,
    /// The key is of another algorithm.
    #[error("the key is not one of GOST R 34.10-2012")]
    RequestKeyKind,
    /// The key is not on its curve, or anyone can guess it.
    #[error("the key is not on its curve, or can be guessed")]
    RequestKeyWeak,
    /// A key is certified once.
    #[error("this key was certified here before; make a new one")]
    KeyReused,
    /// The request key was used with another request.
    #[error("this request key was used with another certificate request")]
    RequestKeyReused,
    /// The request key is empty or too long.
    #[error("the request key must have 1 to 128 characters")]
    RequestKeyForm,
    /// The organization's or the member's record lacks what a certificate must name.
    #[error("the record lacks {field}, which a certificate must name")]
    SubjectIncomplete {
        /// What is missing.
        field: &'static str,
    },
    /// The administrator does not issue for this organization.
    #[error("this host does not issue certificates for this organization")]
    IssuingClosed,
    /// Only a person applies.
    #[error("a certificate is applied for by a person who signed in")]
    ApplicantNotPerson,
    /// No such certificate, or not for this caller.
    #[error("no such certificate")]
    CertificateNotFound,
    /// The certificate is still an intention.
    #[error("the certificate is not issued yet")]
    NotIssuedYet,
    /// It was revoked before.
    #[error("the certificate is revoked already")]
    AlreadyRevoked,
    /// No such authority.
    #[error("no such authority here")]
    AuthorityNotFound,
    /// The first list is being made.
    #[error("the revocation list is not made yet")]
    ListNotMade,
    /// Not a page of this list.
    #[error("{0}")]
    Page(kernel::PageRefusal),
    /// A serial number or thumbprint that is none.
    #[error("not a serial number or a thumbprint: hexadecimal digits are expected")]
    LookupForm,
}

impl Refusal {
    /// Own codes, for the test that each has its texts.
    pub const CODES: &[&str] = &[
        "certification.request.unreadable",
        "certification.request.signature",
        "certification.request.key-kind",
        "certification.request.key-weak",
        "certification.request.key-reused",
        "certification.request.request-key-reused",
        "certification.request.request-key-form",
        "certification.subject.incomplete",
        "certification.issuing.closed",
        "certification.issuing.not-person",
        "certification.certificate.not-found",
        "certification.revocation.not-issued",
        "certification.revocation.already-revoked",
        "certification.authority.not-found",
        "certification.list.not-made",
        "certification.page",
        "certification.lookup-form",
    ];
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Account(refusal) => refusal.code(),
            Self::RequestUnreadable { .. } => "certification.request.unreadable",
            Self::RequestSignature => "certification.request.signature",
            Self::RequestKeyKind => "certification.request.key-kind",
            Self::RequestKeyWeak => "certification.request.key-weak",
            Self::KeyReused => "certification.request.key-reused",
            Self::RequestKeyReused => "certification.request.request-key-reused",
            Self::RequestKeyForm => "certification.request.request-key-form",
            Self::SubjectIncomplete { .. } => "certification.subject.incomplete",
            Self::IssuingClosed => "certification.issuing.closed",
            Self::ApplicantNotPerson => "certification.issuing.not-person",
            Self::CertificateNotFound => "certification.certificate.not-found",
            Self::NotIssuedYet => "certification.revocation.not-issued",
            Self::AlreadyRevoked => "certification.revocation.already-revoked",
            Self::AuthorityNotFound => "certification.authority.not-found",
            Self::ListNotMade => "certification.list.not-made",
            Self::Page(_) => "certification.page",
            Self::LookupForm => "certification.lookup-form",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Account(refusal) => refusal.kind(),
            Self::IssuingClosed | Self::ApplicantNotPerson => RefusalKind::Forbidden,
            Self::CertificateNotFound | Self::AuthorityNotFound | Self::ListNotMade => RefusalKind::NotFound,
            Self::KeyReused | Self::RequestKeyReused | Self::AlreadyRevoked => RefusalKind::Conflict,
            Self::NotIssuedYet => RefusalKind::Pending,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Account(refusal) => refusal.field(),
            Self::RequestUnreadable { .. }
            | Self::RequestSignature
            | Self::RequestKeyKind
            | Self::RequestKeyWeak
            | Self::KeyReused => Some("request".to_owned()),
            Self::SubjectIncomplete { field } => Some((*field).to_owned()),
            Self::RequestKeyReused | Self::RequestKeyForm => Some("Idempotency-Key".to_owned()),
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::Account(refusal) => refusal.accepted(),
            Self::RequestUnreadable { .. } => Some("PKCS#10 in PEM, or base64 of its DER".to_owned()),
            Self::RequestKeyKind => Some("GOST R 34.10-2012; the default set is CryptoPro-A / XchA".to_owned()),
            _ => None,
        }
    }

    fn norm(&self) -> Option<kernel::NormRef> {
        match self {
            Self::Account(refusal) => refusal.norm(),
            _ => None,
        }
    }
}

impl From<account::AccountRefusal> for Refusal {
    fn from(refusal: account::AccountRefusal) -> Self {
        Self::Account(refusal)
    }
}

impl From<Refusal> for No<Refusal> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Why the room cannot open.
#[derive(Debug, thiserror::Error)]
pub enum StartRefusal {
    /// The secret is not the one the keys were sealed with.
    #[error(
        "the keys of the authorities do not open with this secret (SVITOK_SECRET or <data>/secret): \
         put the former secret back; nothing was changed"
    )]
    SecretWrong,
    /// A kept certificate or key is not what was written.
    #[error("a kept {what} cannot be used: {refusal}")]
    Damaged {
        /// Of what.
        what: &'static str,
        /// What the reader said.
        refusal: pki::PkiRefusal,
    },
    /// The host's configuration cannot be written into a certificate.
    #[error("the certificate of the {what} cannot be made: {refusal}")]
    CannotMake {
        /// Of whom.
        what: &'static str,
        /// Why.
        refusal: pki::PkiRefusal,
    },
    /// A machine failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl StartRefusal {
    /// Stable code, the key of its text.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SecretWrong => "certification.start.secret-wrong",
            Self::Damaged { .. } => "certification.start.damaged",
            Self::CannotMake { .. } => "certification.start.cannot-make",
            Self::Fault(_) => "certification.start.fault",
        }
    }

    /// Every code, for the test that each has its texts.
    pub const CODES: &[&str] = &[
        "certification.start.secret-wrong",
        "certification.start.damaged",
        "certification.start.cannot-make",
        "certification.start.fault",
    ];
}

/// Why a journal check ended badly.
#[derive(Debug, thiserror::Error)]
pub enum JournalRefusal {
    /// The journal of this authority was tampered with.
    #[error("authority {authority_id}: {flaw}")]
    Flaw {
        /// Whose journal.
        authority_id: crate::AuthorityId,
        /// What is wrong.
        flaw: JournalFlaw,
    },
    /// A machine failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}
