//! What trust refuses.

use kernel::RefusalKind;

/// A rule of trust said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the host's administrator changes what is trusted.
    #[error("only an administrator of this host may change what is trusted")]
    NotAdministrator,
    /// The octets could not be read.
    #[error("cannot be read as {what}: {detail}")]
    Unreadable {
        /// What was expected.
        what: &'static str,
        /// What the reader said; never content.
        detail: String,
    },
    /// Neither certificates nor an accredited list, or both.
    #[error("either certificates or an accredited list must be given, and a signature only with the list")]
    OneOfTwo,
    /// More than a named limit.
    #[error("too many {what}: at most {max}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The limit.
        max: usize,
    },
    /// The certificate is of a signer, not of an authority.
    #[error("the certificate is not one of an authority (basicConstraints cA is not set)")]
    NotAuthority,
    /// The root's own signature is wrong.
    #[error("the certificate names itself as its issuer, and its own signature is wrong")]
    RootSignature,
    /// The list's issuer is not known here.
    #[error("the issuer of the revocation list is not known here: import its certificate first")]
    ListIssuerUnknown,
    /// The list's signature is wrong.
    #[error("the signature of the revocation list is wrong")]
    ListSignature,
    /// The list's issuer may not sign lists.
    #[error("the issuer's key may not sign revocation lists")]
    ListIssuerUsage,
    /// A list of changes to another list.
    #[error("the revocation list tells only what changed since another one")]
    ListDelta,
    /// A newer list of this issuer is here already.
    #[error("a newer revocation list of the same issuer is here already")]
    ListOlder,
    /// The list says it was made later than now.
    #[error("the revocation list says it was made later than now")]
    ListFromFuture,
    /// The same certificate, or the same beginning of its accreditation, stands twice in an accredited list.
    #[error("a certificate, or a beginning of its accreditation, stands twice in the accredited list")]
    AccreditedTwice,
    /// A newer accredited list is here already.
    #[error("a newer accredited list is here already")]
    AccreditedOlder,
    /// The accredited list names a day that has not been yet.
    #[error("the accredited list is of a day to come")]
    AccreditedFromFuture,
    /// The signature on the accredited list is not whole, or its signer is not trusted here.
    #[error("the signature on the accredited list is wrong, or its signer's chain is not trusted here")]
    AccreditedSignature,
    /// A stored report that cannot be made again.
    #[error("the stored report cannot be made again: {detail} is absent or cannot be read")]
    StoredReport {
        /// Which part of it; never content.
        detail: String,
    },
    /// No such trusted authority.
    #[error("no such authority is trusted here")]
    AuthorityNotFound,
    /// Own authorities are not withdrawn by hand.
    #[error("an own authority cannot be withdrawn from trust")]
    OwnAuthority,
}

impl Refusal {
    /// Every code, for the test that each has its texts.
    pub const CODES: &[&str] = &[
        "trust.not-administrator",
        "trust.unreadable",
        "trust.one-of-two",
        "trust.too-many",
        "trust.authority.not-authority",
        "trust.authority.root-signature",
        "trust.authority.not-found",
        "trust.authority.own",
        "trust.list.issuer-unknown",
        "trust.list.signature",
        "trust.list.issuer-usage",
        "trust.list.delta",
        "trust.list.older",
        "trust.list.from-future",
        "trust.accredited.twice",
        "trust.accredited.older",
        "trust.accredited.from-future",
        "trust.accredited.signature",
        "trust.report.stored",
    ];
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAdministrator => "trust.not-administrator",
            Self::Unreadable { .. } => "trust.unreadable",
            Self::OneOfTwo => "trust.one-of-two",
            Self::TooMany { .. } => "trust.too-many",
            Self::NotAuthority => "trust.authority.not-authority",
            Self::RootSignature => "trust.authority.root-signature",
            Self::AuthorityNotFound => "trust.authority.not-found",
            Self::OwnAuthority => "trust.authority.own",
            Self::ListIssuerUnknown => "trust.list.issuer-unknown",
            Self::ListSignature => "trust.list.signature",
            Self::ListIssuerUsage => "trust.list.issuer-usage",
            Self::ListDelta => "trust.list.delta",
            Self::ListOlder => "trust.list.older",
            Self::ListFromFuture => "trust.list.from-future",
            Self::AccreditedTwice => "trust.accredited.twice",
            Self::AccreditedOlder => "trust.accredited.older",
            Self::AccreditedFromFuture => "trust.accredited.from-future",
            Self::AccreditedSignature => "trust.accredited.signature",
            Self::StoredReport { .. } => "trust.report.stored",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::NotAdministrator | Self::OwnAuthority => RefusalKind::Forbidden,
            Self::AuthorityNotFound => RefusalKind::NotFound,
            Self::TooMany { .. } => RefusalKind::TooLarge,
            Self::ListOlder | Self::AccreditedOlder => RefusalKind::Conflict,
            _ => RefusalKind::Invalid,
        }
    }
}

impl From<Refusal> for store::No<Refusal> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
