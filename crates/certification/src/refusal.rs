//! What certification refuses.

use crate::model::{ApplicationRefusal, FormRefusal, JournalFlaw, PhraseRefusal, ScanRefusal};
use kernel::RefusalKind;
use store::{Fault, No};

/// A rule of certification said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The caller may not do this, or may not know of the organization.
    #[error(transparent)]
    Account(account::AccountRefusal),
    /// The application's machine refuses.
    #[error(transparent)]
    Application(#[from] ApplicationRefusal),
    /// A field of an application refuses what was typed.
    #[error(transparent)]
    Form(#[from] FormRefusal),
    /// A scan breaks its rule.
    #[error(transparent)]
    Scan(#[from] ScanRefusal),
    /// No such application, or not for this caller.
    #[error("no such application")]
    ApplicationNotFound,
    /// One application of a person for an organization at a time.
    #[error("another application of this person for this organization is open")]
    ApplicationOpen,
    /// The caller's organizations hold none with this ИНН.
    #[error("the caller is a member of no organization with this ИНН")]
    InnNotYours,
    /// Only those who sit at the desk.
    #[error("only for those who sit at the operators' desk in this role")]
    DeskClosed,
    /// Only administrators of the host.
    #[error("only for administrators of this host")]
    AdministratorNeeded,
    /// Nobody signs in with this login.
    #[error("nobody on this host signs in with this login")]
    NoSuchPerson,
    /// The holder did not agree.
    #[error("the holder's consent is needed")]
    ConsentMissing,
    /// Something about the phrase is refused.
    #[error(transparent)]
    Phrase(#[from] PhraseRefusal),
    /// A signature that is not one of the asked text with the asked key.
    #[error("the signature is not one of the asked text with the asked key")]
    SignatureWrong,
    /// The signature is good and its certificate is not in force here.
    #[error("the certificate of the signature is not in force")]
    SignatureNotInForce,
    /// The records changed since, so the old name cannot be taken over.
    #[error("the organization's or the person's record changed since: apply anew")]
    RenewalOutdated,
    /// Certificates of this host come through the desk only.
    #[error("this host issues certificates through its desk: make an application")]
    DeskNeeded,
    /// It is suspended already, or it is not.
    #[error("the certificate is not in the state this asks for")]
    NotSuspendable,
    /// The certificate cannot be read, or is not one of a signer.
    #[error("the certificate cannot be taken: {detail}")]
    ImportUnreadable {
        /// Code of the reader.
        detail: &'static str,
    },
    /// It stands in the list already.
    #[error("the certificate stands in the list already")]
    ImportedBefore,
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
        "certification.application.not-found",
        "certification.application.open",
        "certification.application.inn-not-yours",
        "certification.application.consent-missing",
        "certification.desk.closed",
        "certification.desk.administrator-needed",
        "certification.desk.no-such-person",
        "certification.issuing.desk-needed",
        "certification.phrase.form",
        "certification.phrase.wrong",
        "certification.phrase.too-many-tries",
        "certification.signature.wrong",
        "certification.signature.not-in-force",
        "certification.renewal.outdated",
        "certification.suspension.state",
        "certification.import.unreadable",
        "certification.import.before",
    ];
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Account(refusal) => refusal.code(),
            Self::Application(refusal) => refusal.code(),
            Self::Form(refusal) => refusal.code(),
            Self::Scan(refusal) => refusal.code(),
            Self::Phrase(refusal) => refusal.code(),
            Self::ApplicationNotFound => "certification.application.not-found",
            Self::ApplicationOpen => "certification.application.open",
            Self::InnNotYours => "certification.application.inn-not-yours",
            Self::ConsentMissing => "certification.application.consent-missing",
            Self::DeskClosed => "certification.desk.closed",
            Self::AdministratorNeeded => "certification.desk.administrator-needed",
            Self::NoSuchPerson => "certification.desk.no-such-person",
            Self::DeskNeeded => "certification.issuing.desk-needed",
            Self::SignatureWrong => "certification.signature.wrong",
            Self::SignatureNotInForce => "certification.signature.not-in-force",
            Self::RenewalOutdated => "certification.renewal.outdated",
            Self::NotSuspendable => "certification.suspension.state",
            Self::ImportUnreadable { .. } => "certification.import.unreadable",
            Self::ImportedBefore => "certification.import.before",
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
            Self::Application(refusal) => refusal.kind(),
            Self::IssuingClosed
            | Self::ApplicantNotPerson
            | Self::DeskNeeded
            | Self::DeskClosed
            | Self::AdministratorNeeded => RefusalKind::Forbidden,
            Self::CertificateNotFound
            | Self::AuthorityNotFound
            | Self::ListNotMade
            | Self::ApplicationNotFound
            | Self::InnNotYours => RefusalKind::NotFound,
            Self::KeyReused
            | Self::RequestKeyReused
            | Self::AlreadyRevoked
            | Self::ApplicationOpen
            | Self::NotSuspendable
            | Self::RenewalOutdated
            | Self::ImportedBefore => RefusalKind::Conflict,
            Self::Phrase(refusal) => refusal.kind(),
            Self::NotIssuedYet => RefusalKind::Pending,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Account(refusal) => refusal.field(),
            Self::Application(refusal) => refusal.field(),
            Self::Form(refusal) => kernel::Refusal::field(refusal),
            Self::ConsentMissing => Some("consent".to_owned()),
            Self::NoSuchPerson => Some("login".to_owned()),
            Self::Phrase(refusal) => refusal.field(),
            Self::SignatureWrong | Self::SignatureNotInForce => Some("signature".to_owned()),
            Self::ImportUnreadable { .. } => Some("certificate".to_owned()),
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
