//! The vocabulary of a verdict: checks by name, each with its clause and its outcome.

use core::fmt;

/// Outcome of one check.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Check {
    /// Checked and good.
    Yes,
    /// Checked and bad.
    No {
        /// Which rule was broken.
        reason: Reason,
    },
    /// Could not be checked, or was not asked for.
    Unknown {
        /// What was missing.
        reason: Reason,
    },
}

impl Check {
    pub(crate) fn no(reason: Reason) -> Self {
        Self::No { reason }
    }

    pub(crate) fn unknown(reason: Reason) -> Self {
        Self::Unknown { reason }
    }

    pub(crate) fn or_no(good: bool, reason: Reason) -> Self {
        if good { Self::Yes } else { Self::No { reason } }
    }

    /// Checked and good.
    #[must_use]
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Checked and bad.
    #[must_use]
    pub fn is_no(self) -> bool {
        matches!(self, Self::No { .. })
    }

    /// Why it is not Yes.
    #[must_use]
    pub fn reason(self) -> Option<Reason> {
        match self {
            Self::Yes => None,
            Self::No { reason } | Self::Unknown { reason } => Some(reason),
        }
    }

    /// The worse of two: No before Unknown before Yes, the first of equals.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No { .. }, _) => self,
            (_, Self::No { .. }) => other,
            (Self::Unknown { .. }, _) => self,
            _ => other,
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
    CertificateVersion = "pki.check.certificate-version", "the certificate's version or its two signature algorithms contradict each other";
    SignerKeyUsage = "pki.check.signer-key-usage", "the key may not sign documents";
    PurposeForbids = "pki.check.purpose-forbids", "the critical purposes of the certificate leave no signing of documents";
    // revocation
    NoList = "pki.check.no-list", "no usable revocation list of the issuer is at hand";
    ListExpired = "pki.check.list-expired", "the revocation list was out of date at the moment";
    ListSignature = "pki.check.list-signature", "the signature on the revocation list is wrong";
    ListIssuerUsage = "pki.check.list-issuer-usage", "the issuer's key may not sign revocation lists";
    ListKind = "pki.check.list-kind", "the revocation list is of a kind that is not understood";
    Revoked = "pki.check.revoked", "the certificate was revoked at the moment";
    ChainNotBuilt = "pki.check.chain-not-built", "revocation cannot be checked without a chain";
}

/// One check as it was made.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NamedCheck {
    /// Stable name, as `signature` or `validity`.
    pub name: &'static str,
    /// The clause that demands it.
    pub clause: &'static str,
    /// What it was made on: `content`, or the serial number of a certificate.
    pub about: String,
    /// How it ended.
    pub check: Check,
}

/// The checks of one signer, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Steps(pub(crate) Vec<NamedCheck>);

impl Steps {
    pub(crate) fn note(&mut self, rule: Rule, about: &str, check: Check) -> Check {
        self.0.push(NamedCheck { name: rule.0, clause: rule.1, about: about.to_owned(), check });
        check
    }
}

/// Name and clause of a check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule(pub(crate) &'static str, pub(crate) &'static str);
