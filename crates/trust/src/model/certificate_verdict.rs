//! The verdict on a certificate alone.

use crate::model::{Chain, Part, SignatureKind};

/// What is found of a certificate at a moment, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateVerdict {
    /// The chain of certificates.
    pub chain: Chain,
    /// Which kind of signature its key makes, by the root.
    pub kind: SignatureKind,
    /// Whether any link was revoked at the moment.
    pub revocation: Part,
}

impl CertificateVerdict {
    /// Trusted up to a root, and shown not revoked.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.chain.is_trusted() && self.revocation.is_good()
    }
}
