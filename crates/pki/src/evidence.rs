//! Everything a report was made from, kept so that the report can be made again by anyone, without a network, a clock or a store.

use crate::algorithm::DigestAlgorithm;
use crate::asn1::Result;
use crate::certificate::Certificate;
use crate::cms::{Content, ContentDigest, SignedMessage};
use crate::report::CheckNode;
use crate::verify::{Anchors, Demands, VerificationReport, verify_message};
use gost::hash::streebog256;

/// The stored inputs of one verification: digests of the content (never the content), the message, what the verifier knew and trusted,
/// what he demanded. The report is a function of these and of nothing else.
///
/// ```
/// use pki::{Anchors, Certificate, Demands, Evidence};
///
/// let root = Certificate::from_der(&std::fs::read("doc/root.cer")?)?;
/// let anchors = Anchors { roots: vec![root], ..Anchors::default() };
/// let demands = Demands::new(kernel::Moment::parse_rfc3339("2026-11-22T09:00:00Z")?);
/// let evidence = Evidence::gather(b"content", &std::fs::read("doc/content.p7s")?, &anchors, &demands)?;
/// // the content itself is not kept
/// assert_eq!(evidence.report()?, evidence.clone().report()?);
/// assert!(evidence.report()?.report.signers[0].integrity.is_yes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Digests of the content: Streebog-256, and every digest that a signer of the message uses and this program knows.
    pub content: Vec<ContentDigest>,
    /// The message's exact bytes.
    pub message: Vec<u8>,
    /// What was trusted and known, in its order.
    pub anchors: Anchors,
    /// What was demanded.
    pub demands: Demands,
}

/// A stored input by its Streebog-256 digest.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InputDigest {
    /// What it is.
    pub kind: InputKind,
    /// Streebog-256 of its exact bytes; of the content, of the content's bytes.
    pub streebog256: [u8; 32],
}

/// What a stored input is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum InputKind {
    /// The content.
    Content,
    /// The signed message.
    Message,
    /// A trusted certificate.
    Root,
    /// A certificate known but not trusted.
    Intermediate,
    /// A revocation list.
    List,
}

/// A report with the inputs it was made from: equal inputs give equal values, another input gives another value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EvidencedReport {
    /// Every stored input.
    pub inputs: Vec<InputDigest>,
    /// What was demanded.
    pub demands: Demands,
    /// The report.
    pub report: VerificationReport,
}

impl EvidencedReport {
    /// The tree of checks.
    #[must_use]
    pub fn checks(&self) -> CheckNode {
        self.report.checks()
    }
}

impl Evidence {
    /// Takes the inputs of a verification that is to be made. Refuses a message that cannot be read.
    pub fn gather(content: &[u8], message: &[u8], anchors: &Anchors, demands: &Demands) -> Result<Self> {
        let read = SignedMessage::parse(message)?;
        let mut wanted = vec![DigestAlgorithm::Streebog256];
        for signer in read.signers() {
            if !wanted.contains(&signer.digest()) {
                wanted.push(signer.digest());
            }
        }
        let digest =
            |algorithm: DigestAlgorithm| algorithm.digest(content).map(|octets| ContentDigest { algorithm, octets });
        Ok(Self {
            content: wanted.into_iter().filter_map(digest).collect(),
            message: message.to_vec(),
            anchors: Anchors { memory: None, ..anchors.clone() },
            demands: demands.clone(),
        })
    }

    /// Makes the report from the stored inputs alone. Refuses a message that cannot be read.
    pub fn report(&self) -> Result<EvidencedReport> {
        let message = SignedMessage::parse(&self.message)?;
        let report = verify_message(Content::Digests(&self.content), &message, &self.anchors, &self.demands);
        Ok(EvidencedReport { inputs: self.inputs(), demands: self.demands.clone(), report })
    }

    /// Digests of every stored input.
    #[must_use]
    pub fn inputs(&self) -> Vec<InputDigest> {
        let of = |kind, streebog256: [u8; 32]| InputDigest { kind, streebog256 };
        let content = self.content.iter().find(|digest| digest.algorithm == DigestAlgorithm::Streebog256);
        let content = content.and_then(|digest| digest.octets.as_slice().try_into().ok());
        let mut inputs: Vec<InputDigest> =
            content.map(|streebog256| InputDigest { kind: InputKind::Content, streebog256 }).into_iter().collect();
        inputs.push(of(InputKind::Message, streebog256(&self.message)));
        let certificates = |kind, list: &[Certificate]| {
            list.iter().map(|certificate| of(kind, certificate.digest_streebog256())).collect::<Vec<_>>()
        };
        inputs.extend(certificates(InputKind::Root, &self.anchors.roots));
        inputs.extend(certificates(InputKind::Intermediate, &self.anchors.intermediates));
        inputs.extend(self.anchors.crls.iter().map(|list| of(InputKind::List, list.digest_streebog256())));
        inputs
    }
}
