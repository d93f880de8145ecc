//! What a verification tells.

use super::demands::Revocation;
use crate::algorithm::DigestAlgorithm;
use crate::certificate::Certificate;
use crate::cms::SignerId;
use crate::oid::Oid;
use crate::refusal::Reason;
use crate::report::{Check, CheckNode, Input, Rule};
use kernel::Moment;

const MESSAGE: Rule = Rule("message", "RFC 5652 §5.1");

/// What a signer signed besides the content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SignatureForm {
    /// Signed attributes with the signing certificate among them: CAdES-BES.
    CadesBes,
    /// Signed attributes without the signing certificate.
    SignedAttributes,
    /// None: the signature is over the content.
    NoAttributes,
}

/// The report on a message.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct VerificationReport {
    /// The moment it speaks of.
    pub at: Moment,
    /// What was demanded about revocation.
    pub revocation_demanded: Revocation,
    /// One report per signer, in the message's order.
    pub signers: Vec<SignerReport>,
    /// Parts of the message that no signature covers.
    pub unsigned: UnsignedParts,
}

/// Parts of a message that anyone could have changed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct UnsignedParts {
    /// Certificates sent along that are none of the signers'.
    pub certificates: usize,
    /// Certificates sent along that could not be read.
    pub certificates_unread: usize,
    /// Revocation lists sent along (each has its own signature).
    pub revocation_lists: usize,
    /// Revocation information sent along that could not be read.
    pub revocation_lists_unread: usize,
    /// Unsigned attributes of all signers.
    pub attributes: Vec<Oid>,
}

/// The report on one signer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignerReport {
    /// How the message names the signer's certificate.
    pub id: SignerId,
    /// The signer's certificate, if it was found.
    pub certificate: Option<Certificate>,
    /// The time the signer claims; nobody else has confirmed it.
    pub signing_time: Option<Moment>,
    /// What was signed besides the content.
    pub form: SignatureForm,
    /// Digest of the content.
    pub digest: DigestAlgorithm,
    /// The content is what the key signed.
    pub integrity: Check,
    /// The signed attribute names this certificate. `Unknown { NotPresent }` when there is none.
    pub cades_attribute: Check,
    /// The certificate leads to an anchor, and every certificate on the way was good at the moment.
    pub chain: Check,
    /// From the signer's certificate to the anchor, as far as it was found.
    pub path: Vec<Certificate>,
    /// No certificate of the path was revoked at the moment.
    pub revocation: Check,
    /// Every check made, as a tree: `signer`, and under it `integrity`, `signature.certificate-named`, `chain`, `revocation`.
    pub checks: CheckNode,
}

/// The report on a certificate alone.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CertificateReport {
    /// It leads to an anchor, and every certificate on the way was good at the moment.
    pub chain: Check,
    /// From the certificate to the anchor, as far as it was found.
    pub path: Vec<Certificate>,
    /// No certificate of the path was revoked at the moment.
    pub revocation: Check,
    /// Every check made, as a tree: `certificate`, and under it `chain` and `revocation`.
    pub checks: CheckNode,
}

impl VerificationReport {
    /// The worst of all that was demanded: No, then Unknown, then Yes. Every signer counts.
    #[must_use]
    pub fn outcome(&self) -> Check {
        let each = self.signers.iter().map(|signer| signer.outcome(self.revocation_demanded));
        each.reduce(Check::and).unwrap_or(Check::Unknown { reason: Reason::NotPresent })
    }

    /// The whole tree: `message`, and under it each `signer`.
    #[must_use]
    pub fn checks(&self) -> CheckNode {
        let signers = self.signers.iter().map(|signer| signer.checks.clone()).collect();
        CheckNode::new(MESSAGE, vec![Input::Message, Input::Moment, Input::Demands], self.outcome(), signers)
    }
}

impl SignerReport {
    /// The worst of what was demanded of this signer.
    #[must_use]
    pub fn outcome(&self, demanded: Revocation) -> Check {
        let attribute = match self.cades_attribute {
            // a form without the attribute is lawful
            Check::Unknown { reason: Reason::NotPresent } => Check::Yes,
            check => check,
        };
        self.integrity.and(attribute).and(self.chain).and(Self::demanded(self.revocation, demanded))
    }

    /// What is not known of revocation is an objection only where it was required.
    pub(crate) fn demanded(revocation: Check, demanded: Revocation) -> Check {
        match (demanded, revocation) {
            (Revocation::Require, check) => check,
            (_, Check::Unknown { .. }) => Check::Yes,
            (_, check) => check,
        }
    }

    /// The anchor the chain ends in.
    #[must_use]
    pub fn anchor(&self) -> Option<&Certificate> {
        if self.chain.is_yes() { self.path.last() } else { None }
    }
}
