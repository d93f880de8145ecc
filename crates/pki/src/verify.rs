//! The report on a detached signature: who signed, whether the bytes are the signed ones, up to whom the chain leads, what is known of
//! revocation, and what was not checked. Never a bare "valid".
//!
//! ```
//! use pki::{Anchors, Certificate, Reason, Revocation, verify_detached};
//!
//! let read = |name: &str| Certificate::from_der(&std::fs::read(format!("doc/{name}")).unwrap_or_default());
//! let at = kernel::Moment::parse_rfc3339("2026-11-22T09:00:00Z")?;
//! let anchors = Anchors { roots: vec![read("root.cer")?], ..Anchors::default() };
//! let signature = std::fs::read("doc/content.p7s")?;
//! let judge = |content: &[u8], demanded| verify_detached(content, &signature, &anchors, at, demanded);
//! let report = judge(b"content", Revocation::NotAsked)?;
//! assert!(report.signers[0].integrity.is_yes() && report.signers[0].chain.is_yes());
//! // without a revocation list nobody knows whether it was revoked
//! let outcome = judge(b"content", Revocation::Require)?.outcome();
//! assert!(!outcome.is_yes() && !outcome.is_no());
//! assert_eq!(judge(b"other content", Revocation::NotAsked)?.outcome().reason(), Some(Reason::DigestDiffers));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod chain;
mod demands;
mod names;
mod path;
mod policies;
mod reports;
mod revocation;
mod signature;

pub use demands::{Anchors, AttributeOrder, Demands, PolicyDemands, Revocation};
pub use reports::{CertificateReport, SignatureForm, SignerReport, UnsignedParts, VerificationReport};

use crate::asn1::Result;
use crate::certificate::Certificate;
use crate::cms::{Content, SignedMessage};
use crate::memory;
use crate::refusal::{PkiRefusal, Reason};
use crate::report::{Check, CheckNode, Input, Rule, Steps};
use crate::revocation_list::RevocationList;
use kernel::Moment;

const SIGNER: Rule = Rule("signer", "RFC 5652 §5.3");
const CERTIFICATE: Rule = Rule("certificate", "RFC 5280 §6");

/// Reads and verifies a detached signature with strict demands on the order of attributes. Refuses what cannot be read.
pub fn verify_detached<'a>(
    content: impl Into<Content<'a>>,
    signature_der: &[u8],
    anchors: &Anchors,
    at: Moment,
    revocation: Revocation,
) -> Result<VerificationReport> {
    let message = SignedMessage::parse(signature_der)?;
    Ok(verify_message(content, &message, anchors, &Demands { revocation, ..Demands::new(at) }))
}

/// Reads and verifies a message that encloses its content. Refuses what cannot be read, and a message without content.
pub fn verify_attached(message_der: &[u8], anchors: &Anchors, demands: &Demands) -> Result<VerificationReport> {
    let message = SignedMessage::parse(message_der)?;
    let content = message.content().ok_or(PkiRefusal::ContentNotGiven)?;
    Ok(verify_message(content, &message, anchors, demands))
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
    let subject =
        |(index, signer)| signature::Subject { content, message, signer, index, order: demands.attribute_order };
    let signers: Vec<SignerReport> = message
        .signers()
        .iter()
        .enumerate()
        .map(subject)
        .map(|subject| report_signer(&subject, &known, demands))
        .collect();
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
    judge_certificate(certificate, anchors, &Demands { revocation, ..Demands::new(at) })
}

/// The same with every demand named.
#[must_use]
pub fn judge_certificate(certificate: &Certificate, anchors: &Anchors, demands: &Demands) -> CertificateReport {
    let known = Known { anchors, certificates: &[], lists: &[] };
    let mut made = Steps::default();
    let judged = judge_path(certificate, &known, demands, &mut made);
    let about = vec![Input::Certificate(certificate.clone()), Input::Moment, Input::Demands];
    let outcome = judged.chain.and(SignerReport::demanded(judged.revocation, demands.revocation));
    let Judged { chain, path, revocation } = judged;
    CertificateReport { chain, path, revocation, checks: CheckNode::new(CERTIFICATE, about, outcome, made.0) }
}

/// What is found of a certificate.
struct Judged {
    chain: Check,
    path: Vec<Certificate>,
    revocation: Check,
}

fn judge_path(certificate: &Certificate, known: &Known<'_>, demands: &Demands, steps: &mut Steps) -> Judged {
    let found = chain::build(certificate, known, demands, steps);
    let revocation = revocation::check(&found.path, found.check, known, demands, steps);
    Judged { chain: found.check, path: found.path, revocation }
}

/// What is found of a certificate that is not there.
fn without_certificate(demands: &Demands) -> Judged {
    let missing = Check::unknown(Reason::SignerCertificateMissing);
    let revocation =
        if demands.revocation == Revocation::NotAsked { Check::unknown(Reason::NotAsked) } else { missing };
    Judged { chain: missing, path: Vec::new(), revocation }
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

    /// Is the signature on `of` one of this issuer's key? Asks the verifier's memory first.
    pub(crate) fn check_issued(&self, of: &Certificate, issuer: &Certificate) -> Check {
        let key = issuer.public_key();
        let Some(memory) = &self.anchors.memory else { return of.check_signature(key) };
        if of.is_known_good_under(key) {
            return Check::Yes;
        }
        let pair = memory::pair(of, key);
        if memory.holds(&pair) {
            return Check::Yes;
        }
        let check = of.check_signature(key);
        if check.is_yes() {
            memory.keep(pair);
        }
        check
    }

    pub(crate) fn lists(&self) -> impl Iterator<Item = &'a RevocationList> {
        self.anchors.crls.iter().chain(self.lists)
    }
}

fn report_signer(subject: &signature::Subject<'_>, known: &Known<'_>, demands: &Demands) -> SignerReport {
    let mut made = Steps::default();
    let of_signature = signature::judge(subject, known, &mut made);
    let of_certificate = match &of_signature.certificate {
        Some(certificate) => judge_path(certificate, known, demands, &mut made),
        None => without_certificate(demands),
    };
    let checks = CheckNode::new(SIGNER, vec![Input::Signer(subject.index)], Check::Yes, made.0);
    let mut report = SignerReport {
        id: subject.signer.id().clone(),
        certificate: of_signature.certificate,
        signing_time: of_signature.signing_time,
        form: of_signature.form,
        digest: subject.signer.digest(),
        integrity: of_signature.integrity,
        cades_attribute: of_signature.cades_attribute,
        chain: of_certificate.chain,
        path: of_certificate.path,
        revocation: of_certificate.revocation,
        checks,
    };
    report.checks.check = report.outcome(demands.revocation);
    report
}
