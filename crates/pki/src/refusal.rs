//! What this crate refuses, with stable codes.

/// A structure could not be read, or may not be made as asked. One variant per rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PkiRefusal {
    /// Not DER, or not the structure expected. Says which part.
    #[error("{0} is not well-formed DER of the expected shape")]
    Malformed(&'static str),
    /// Bytes follow the structure.
    #[error("bytes follow the end of {0}")]
    TrailingBytes(&'static str),
    /// Over a named limit of [`crate::limits`].
    #[error("{what} is over its limit of {limit}")]
    OverLimit {
        /// The thing counted.
        what: &'static str,
        /// The limit, in the thing's unit.
        limit: usize,
    },
    /// Not PEM, or without the block asked for.
    #[error("no PEM block {0} could be read")]
    Pem(&'static str),
    /// A signed message that is not SignedData (RFC 5652 §5).
    #[error("the message is not CMS SignedData")]
    NotSignedData,
    /// A message without a signer.
    #[error("the message has no signer")]
    NoSigner,
    /// The key or signature algorithm is not GOST R 34.10-2012.
    #[error("the algorithm is not GOST R 34.10-2012")]
    UnknownAlgorithm,
    /// A key that is no number below the group order, or no point of the curve.
    #[error("the key is out of range or not on its curve")]
    BadKey,
    /// A moment before 1970 or after 9999.
    #[error("a moment outside the years 1970 to 9999")]
    MomentOutOfRange,
    /// A value of a name that its rule forbids. Says which attribute.
    #[error("the value of the name attribute {0} is not allowed")]
    NameValue(&'static str),
    /// A serial number that is zero, negative or longer than 20 bytes (RFC 5280 §4.1.2.2).
    #[error("the serial number is not a positive integer of at most 20 bytes")]
    Serial,
    /// The to-be-signed certificate breaks its profile.
    #[error("the certificate breaks its profile: {0}")]
    Profile(crate::lint::LintFinding),
    /// The request's own signature is wrong (RFC 2986 §4.2): the asker does not hold the key.
    #[error("the request is not signed by its own key")]
    RequestSignature,
    /// The digest given does not have the length of the signer's digest.
    #[error("the digest has the wrong length for the signer's key")]
    DigestLength,
    /// The signer's device failed.
    #[error("the signer failed: {0}")]
    Signer(SignerFault),
}

impl PkiRefusal {
    /// The stable code, the key of the Russian text.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "pki.malformed",
            Self::TrailingBytes(_) => "pki.trailing-bytes",
            Self::OverLimit { .. } => "pki.over-limit",
            Self::Pem(_) => "pki.pem",
            Self::NotSignedData => "pki.not-signed-data",
            Self::NoSigner => "pki.no-signer",
            Self::UnknownAlgorithm => "pki.unknown-algorithm",
            Self::BadKey => "pki.bad-key",
            Self::MomentOutOfRange => "pki.moment-out-of-range",
            Self::NameValue(_) => "pki.name-value",
            Self::Serial => "pki.serial",
            Self::Profile(_) => "pki.profile",
            Self::RequestSignature => "pki.request-signature",
            Self::DigestLength => "pki.digest-length",
            Self::Signer(_) => "pki.signer",
        }
    }
}

impl From<SignerFault> for PkiRefusal {
    fn from(fault: SignerFault) -> Self {
        Self::Signer(fault)
    }
}

/// A signer could not sign. A key in memory fails only on a digest of a wrong length; a token may be away.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SignerFault {
    /// The digest does not have the key's length.
    #[error("the digest has the wrong length for the key")]
    DigestLength,
    /// The device or the remote signer is away or failed.
    #[error("the signer is not available")]
    Unavailable,
    /// The device answered that it will not sign.
    #[error("the signer refused")]
    Refused,
}

impl kernel::Refusal for PkiRefusal {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn kind(&self) -> kernel::RefusalKind {
        match self {
            Self::OverLimit { .. } => kernel::RefusalKind::TooLarge,
            _ => kernel::RefusalKind::Invalid,
        }
    }
}
