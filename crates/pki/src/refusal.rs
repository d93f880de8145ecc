//! What this crate refuses, and why a check is not good: all stable codes in one place.
//!
//! ```
//! use pki::{Certificate, PkiRefusal};
//!
//! let refusal = Certificate::from_der(b"text").unwrap_err();
//! assert!(matches!(refusal, PkiRefusal::Malformed(_)));
//! // the key of its text in texts/*/pki.ftl
//! assert_eq!(refusal.code(), "pki.malformed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

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
    /// A name's text that is not `LABEL=value` with commas between, or an unknown label.
    #[error("a name is written LABEL=value, LABEL=value with known labels or dotted identifiers")]
    NameText,
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
    /// One message has one digest, and the signer's key wants another.
    #[error("the signer's key needs another digest than the message has")]
    SeveralDigests,
    /// His signature is in the message.
    #[error("the signer has signed this message already")]
    AlreadySigned,
    /// The content is neither given nor enclosed, or only its digest was given where the bytes are needed.
    #[error("the content is not given")]
    ContentNotGiven,
    /// The content given is not the one enclosed.
    #[error("the message encloses other content than the one given")]
    ContentDiffers,
    /// Without signed attributes only plain data may be signed (RFC 5652 §5.3).
    #[error("content of this type needs signed attributes")]
    ContentType,
    /// The signer's device failed.
    #[error("the signer failed: {0}")]
    Signer(SignerFault),
    /// A wrong password, or protected bytes that were changed: one answer for both, which does not help to guess.
    #[error("the password is wrong or the protected content is damaged")]
    NotOpened,
    /// A way of protection this program does not read. Says which.
    #[error("protection that is not read: {0}")]
    UnknownProtection(&'static str),
    /// Fewer rounds of password derivation than protect, or more than one may be made to compute.
    #[error("the rounds of password derivation are outside {min} to {max}")]
    Iterations {
        /// The fewest.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A password that cannot be used: too long, or with characters the format has no room for.
    #[error("the password cannot be used here: {0}")]
    Password(&'static str),
    /// The source of chance gave nothing usable.
    #[error("the source of chance is broken")]
    Chance,
    /// No private key inside, or no certificate where one is needed. Says which.
    #[error("there is no {0} inside")]
    Absent(&'static str),
    /// A message that is not EnvelopedData (RFC 5652 §6).
    #[error("the message is not CMS EnvelopedData")]
    NotEnveloped,
    /// An enveloped message that names no recipient with this certificate or key.
    #[error("the message is not addressed to this certificate")]
    NotAddressed,
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
            Self::NameText => "pki.name-text",
            Self::Serial => "pki.serial",
            Self::Profile(_) => "pki.profile",
            Self::RequestSignature => "pki.request-signature",
            Self::DigestLength => "pki.digest-length",
            Self::SeveralDigests => "pki.several-digests",
            Self::AlreadySigned => "pki.already-signed",
            Self::ContentNotGiven => "pki.content-not-given",
            Self::ContentDiffers => "pki.content-differs",
            Self::ContentType => "pki.content-type",
            Self::Signer(_) => "pki.signer",
            Self::NotOpened => "pki.not-opened",
            Self::UnknownProtection(_) => "pki.unknown-protection",
            Self::Iterations { .. } => "pki.iterations",
            Self::Password(_) => "pki.password",
            Self::Chance => "pki.chance",
            Self::Absent(_) => "pki.absent",
            Self::NotEnveloped => "pki.not-enveloped",
            Self::NotAddressed => "pki.not-addressed",
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

macro_rules! reasons {
    ($($name:ident = $code:literal, $text:literal;)+) => {
        /// Why a check is not Yes. The code is stable and is the key of the Russian text.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Reason { $(#[doc = $text] $name,)+ }
        impl Reason {
            /// The stable code.
            #[must_use]
            pub fn code(self) -> &'static str { match self { $(Self::$name => $code,)+ } }
        }
        impl fmt::Display for Reason {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(match self { $(Self::$name => $text,)+ }) }
        }
    };
}

reasons! {
    // not known
    NotAsked = "pki.check.not-asked", "the check was not asked for";
    NotPresent = "pki.check.not-present", "the message carries nothing to check";
    UnknownAlgorithm = "pki.check.unknown-algorithm", "the algorithm is not one this program knows";
    DigestNotGiven = "pki.check.digest-not-given", "only the digest of the content was given, and the signer used another digest";
    SignerCertificateMissing = "pki.check.signer-certificate-missing", "the signer's certificate is neither in the message nor supplied";
    NotReached = "pki.check.not-reached", "an earlier check failed first";
    // the message
    DigestDiffers = "pki.check.digest-differs", "the content is not what was signed";
    SignatureDiffers = "pki.check.signature-differs", "the signature does not fit the key and the signed bytes";
    DigestDoesNotFitKey = "pki.check.digest-does-not-fit-key", "the digest algorithm is not the one of the key";
    AlgorithmsDiffer = "pki.check.algorithms-differ", "signature, digest and key name different algorithms";
    BadKey = "pki.check.bad-key", "the public key is not a point of its curve";
    ContentDiffers = "pki.check.content-differs", "the message encloses other content than the one given";
    ContentTypeAttribute = "pki.check.content-type-attribute", "the content-type attribute is missing, repeated or names another type";
    DigestAttribute = "pki.check.digest-attribute", "the message-digest attribute is missing or repeated";
    AttributeRepeated = "pki.check.attribute-repeated", "a signed attribute that may stand once stands twice or has several values";
    AttributesNotDer = "pki.check.attributes-not-der", "the signed attributes verify only in the order they were sent";
    SigningTimeAttribute = "pki.check.signing-time-attribute", "the signing-time attribute cannot be read";
    CertificateAttribute = "pki.check.certificate-attribute", "the signing-certificate attribute names another certificate or cannot be read";
    // the chain
    NoIssuer = "pki.check.no-issuer", "no certificate of the issuer is known";
    NotTrusted = "pki.check.not-trusted", "the chain ends in a certificate that is not among the trusted ones";
    ChainTooLong = "pki.check.chain-too-long", "the chain is longer than the limit";
    TooManyTrials = "pki.check.too-many-trials", "too many issuers of the same name had to be tried";
    NotYetValid = "pki.check.not-yet-valid", "the certificate was not yet valid at the moment";
    Expired = "pki.check.expired", "the certificate had expired at the moment";
    IssuerSignature = "pki.check.issuer-signature", "the issuer's signature on the certificate is wrong";
    IssuerNotCa = "pki.check.issuer-not-ca", "the issuer's certificate is not one of an authority";
    IssuerKeyUsage = "pki.check.issuer-key-usage", "the issuer's key may not sign certificates";
    PathLength = "pki.check.path-length", "more authorities in the chain than the issuer allows";
    CriticalExtension = "pki.check.critical-extension", "a critical extension is not understood";
    NameConstraint = "pki.check.name-constraint", "a name in the certificate is not one that an authority above it allows";
    NameForm = "pki.check.name-form", "an authority above limits names of a kind that is not understood";
    Policy = "pki.check.policy", "a policy is demanded, and none holds along the whole chain";
    PolicyMapping = "pki.check.policy-mapping", "an authority maps the policy that stands for all";
    CertificateVersion = "pki.check.certificate-version", "the certificate's version or its two signature algorithms contradict each other";
    SignerKeyUsage = "pki.check.signer-key-usage", "the key may not sign documents";
    PurposeForbids = "pki.check.purpose-forbids", "the critical purposes of the certificate leave no signing of documents";
    // revocation
    NoList = "pki.check.no-list", "no usable revocation list of the issuer is at hand";
    ListExpired = "pki.check.list-expired", "the revocation list was out of date at the moment";
    ListSignature = "pki.check.list-signature", "the signature on the revocation list is wrong";
    ListIssuerUsage = "pki.check.list-issuer-usage", "the issuer's key may not sign revocation lists";
    ListKind = "pki.check.list-kind", "the revocation list is of a kind that is not understood";
    ListDelta = "pki.check.list-delta", "the revocation list tells only what changed since another one";
    ListIndirect = "pki.check.list-indirect", "the revocation list speaks of certificates of other issuers than the one who signed it";
    Revoked = "pki.check.revoked", "the certificate was revoked at the moment";
    ChainNotBuilt = "pki.check.chain-not-built", "revocation cannot be checked without a chain";
}
