//! The report on a detached signature: who signed, whether the bytes are the signed ones, up to whom the chain leads, what is known of
//! revocation, and what was not checked. Never a bare "valid".

mod chain;
mod revocation;
mod signature;

use crate::algorithm::DigestAlgorithm;
use crate::asn1::Result;
use crate::certificate::Certificate;
use crate::cms::{Content, SignedMessage, SignerId, SignerInfo};
use crate::oid::Oid;
use crate::refusal::{PkiRefusal, Reason};
use crate::report::{Check, NamedCheck, Steps};
use crate::revocation_list::RevocationList;
use kernel::Moment;

/// What the verifier trusts and knows. All parts are cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// Trusted certificates: roots, or anything else one chooses to trust, a signer's own certificate included.
    pub roots: Vec<Certificate>,
    /// Certificates known but not trusted: issuers between, signers' certificates that messages leave out.
    pub intermediates: Vec<Certificate>,
    /// Revocation lists; whose they are is found out by their signatures.
    pub crls: Vec<RevocationList>,
}

impl Anchors {
    /// Trusts every certificate of a PEM text and takes the revocation lists that stand among them.
    /// Refuses a text without a certificate.
    pub fn from_pem(text: &str) -> Result<Self> {
        let roots = Certificate::list_from_pem(text)?;
        let crls = match RevocationList::list_from_pem(text) {
            Err(PkiRefusal::Pem(_)) if !text.contains("CRL-----") => Vec::new(),
            lists => lists?,
        };
        Ok(Self { roots, intermediates: Vec::new(), crls })
    }
}

/// How much is demanded about revocation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Revocation {
    /// Every certificate below the anchor must be shown not revoked.
    Require,
    /// Lists at hand are used; a missing one is no objection.
    IfPresent,
    /// Not looked at; the report says so.
    NotAsked,
}

/// In which order signed attributes may be hashed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum AttributeOrder {
    /// DER's only (RFC 5652 §5.4).
    #[default]
    Der,
    /// DER's, and if that fails the order as sent: some old signers hashed what they sent. The report tells.
    DerOrAsSent,
}

/// What is asked of a verification.
#[derive(Clone, Copy, Debug)]
pub struct Demands {
    /// The moment for which validity and revocation are judged.
    pub at: Moment,
    /// Revocation.
    pub revocation: Revocation,
    /// Compatibility switch.
    pub attribute_order: AttributeOrder,
}

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
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
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
    /// Every check made, in order, with its clause.
    pub steps: Vec<NamedCheck>,
}

/// The report on a certificate alone.
#[derive(Clone, Debug)]
pub struct CertificateReport {
    /// It leads to an anchor, and every certificate on the way was good at the moment.
    pub chain: Check,
    /// From the certificate to the anchor, as far as it was found.
    pub path: Vec<Certificate>,
    /// No certificate of the path was revoked at the moment.
    pub revocation: Check,
    /// Every check made, in order.
    pub steps: Vec<NamedCheck>,
}

impl VerificationReport {
    /// The worst of all that was demanded: No, then Unknown, then Yes. Every signer counts.
    #[must_use]
    pub fn outcome(&self) -> Check {
        let each = self.signers.iter().map(|signer| signer.outcome(self.revocation_demanded));
        each.reduce(Check::and).unwrap_or(Check::Unknown { reason: Reason::NotPresent })
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
        let revocation = match (demanded, self.revocation) {
            (Revocation::Require, check) => check,
            (_, Check::Unknown { .. }) => Check::Yes,
            (_, check) => check,
        };
        self.integrity.and(attribute).and(self.chain).and(revocation)
    }

    /// The anchor the chain ends in.
    #[must_use]
    pub fn anchor(&self) -> Option<&Certificate> {
        if self.chain.is_yes() { self.path.last() } else { None }
    }
}

/// Reads and verifies a detached signature with strict demands on the order of attributes. Refuses what cannot be read.
pub fn verify_detached<'a>(
    content: impl Into<Content<'a>>,
    signature_der: &[u8],
    anchors: &Anchors,
    at: Moment,
    revocation: Revocation,
) -> Result<VerificationReport> {
    let message = SignedMessage::parse(signature_der)?;
    Ok(verify_message(content, &message, anchors, &Demands { at, revocation, attribute_order: AttributeOrder::Der }))
}

/// Verifies a message already read.
pub fn verify_message<'a>(
    content: impl Into<Content<'a>>,
    message: &SignedMessage,
    anchors: &Anchors,
    demands: &Demands,
) -> VerificationReport {
    let content = content.into();
    let known = Known { anchors, certificates: message.certificates(), lists: message.revocation_lists() };
    let signers: Vec<SignerReport> =
        message.signers().iter().map(|signer| report_signer(content, message, signer, &known, demands)).collect();
    let is_signers =
        |embedded: &&Certificate| signers.iter().any(|signer| signer.certificate.as_ref() == Some(embedded));
    let covered = message.certificates().iter().filter(is_signers).count();
    let unsigned = UnsignedParts {
        certificates: message.certificates().len().saturating_sub(covered),
        certificates_unread: message.unread_certificates(),
        revocation_lists: message.revocation_lists().len(),
        revocation_lists_unread: message.unread_revocation_lists(),
        attributes: message.signers().iter().flat_map(|signer| signer.unsigned_attributes().iter().copied()).collect(),
    };
    VerificationReport { at: demands.at, revocation_demanded: demands.revocation, signers, unsigned }
}

/// Judges a certificate alone: chain and revocation at a moment.
#[must_use]
pub fn check_certificate(
    certificate: &Certificate,
    anchors: &Anchors,
    at: Moment,
    revocation: Revocation,
) -> CertificateReport {
    let known = Known { anchors, certificates: &[], lists: &[] };
    let demands = Demands { at, revocation, attribute_order: AttributeOrder::Der };
    judge_certificate(certificate, &known, &demands)
}

fn judge_certificate(certificate: &Certificate, known: &Known<'_>, demands: &Demands) -> CertificateReport {
    let found = chain::build(certificate, known, demands.at);
    let mut steps = Steps(found.steps);
    let when = (demands.at, demands.revocation);
    let revocation = revocation::check(&found.path, found.check, known, when, &mut steps);
    CertificateReport { chain: found.check, path: found.path, revocation, steps: steps.0 }
}

/// The report on a certificate that is not there.
fn without_certificate(demands: &Demands) -> CertificateReport {
    let missing = Check::unknown(Reason::SignerCertificateMissing);
    let revocation =
        if demands.revocation == Revocation::NotAsked { Check::unknown(Reason::NotAsked) } else { missing };
    CertificateReport { chain: missing, path: Vec::new(), revocation, steps: Vec::new() }
}

/// Anchors, and what the message brought along.
pub(crate) struct Known<'a> {
    pub(crate) anchors: &'a Anchors,
    pub(crate) certificates: &'a [Certificate],
    pub(crate) lists: &'a [RevocationList],
}

impl<'a> Known<'a> {
    /// What the verifier knows comes first: its certificates remember signatures found good.
    pub(crate) fn certificates(&self) -> impl Iterator<Item = &'a Certificate> {
        self.anchors.roots.iter().chain(&self.anchors.intermediates).chain(self.certificates)
    }

    pub(crate) fn lists(&self) -> impl Iterator<Item = &'a RevocationList> {
        self.anchors.crls.iter().chain(self.lists)
    }
}

fn report_signer(
    content: Content<'_>,
    message: &SignedMessage,
    signer: &SignerInfo,
    known: &Known<'_>,
    demands: &Demands,
) -> SignerReport {
    let mut steps = Steps::default();
    let subject = signature::Subject { content, message, signer, order: demands.attribute_order };
    let judged = signature::judge(&subject, known, &mut steps);
    let of_certificate = match &judged.certificate {
        Some(certificate) => judge_certificate(certificate, known, demands),
        None => without_certificate(demands),
    };
    steps.0.extend(of_certificate.steps);
    SignerReport {
        id: signer.id().clone(),
        certificate: judged.certificate,
        signing_time: judged.signing_time,
        form: judged.form,
        digest: signer.digest(),
        integrity: judged.integrity,
        cades_attribute: judged.cades_attribute,
        chain: of_certificate.chain,
        path: of_certificate.path,
        revocation: of_certificate.revocation,
        steps: steps.0,
    }
}
