//! Verifying messages and certificates; the report is the one of `pki`, as JSON.

use crate::certificates::{all, lists, one};
use crate::message::{Answer, Request};
use crate::names::digest_name;
use crate::refusal::SignerRefusal;
use crate::signing::moment;
use crate::state::State;
use crate::streams::{Hashed, Stream};
use crate::views::{CertificateReportView, ReportView};
use pki::{
    Anchors, AttributeOrder, Demands, DigestAlgorithm, Revocation, SignedMessage, VerificationReport,
    check_certificate, verify_message,
};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verify {
    stream: Option<u32>,
    at_ms: i64,
    revocation: Wanted,
    trusted: usize,
    known: usize,
    lists: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerifyCertificate {
    at_ms: i64,
    revocation: Wanted,
    trusted: usize,
    known: usize,
    lists: usize,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Wanted {
    Require,
    IfPresent,
    NotAsked,
}

impl From<Wanted> for Revocation {
    fn from(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Require => Self::Require,
            Wanted::IfPresent => Self::IfPresent,
            Wanted::NotAsked => Self::NotAsked,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

pub fn read(_: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Nothing {} = request.fields()?;
    let message = parse(request.part("message")?)?;
    request.end()?;
    Answer::of(&json!({
        "digests": digests(&message).into_iter().map(digest_name).collect::<Vec<_>>(),
        "signers": message.signers().len(),
        "encloses": message.content().map(<[u8]>::len),
        "certificates": message.certificates().len(),
        "lists": message.revocation_lists().len(),
    }))
}

/// A message in DER or BER.
fn parse(given: &[u8]) -> Result<SignedMessage, SignerRefusal> {
    Ok(SignedMessage::parse(given)?)
}

/// The digests that the signers name, each once.
fn digests(message: &SignedMessage) -> Vec<DigestAlgorithm> {
    let mut all = Vec::new();
    for digest in message.signers().iter().map(pki::cms::SignerInfo::digest) {
        if !all.contains(&digest) {
            all.push(digest);
        }
    }
    all
}

pub fn verify(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let asked: Verify = request.fields()?;
    let message = parse(request.part("message")?)?;
    let anchors = anchors(&mut request, [asked.trusted, asked.known, asked.lists])?;
    request.end()?;
    let enclosed = message.content();
    let content = match (asked.stream, enclosed) {
        (Some(stream), _) => state.take_stream(stream)?.end(),
        (None, Some(enclosed)) => hashed(&message, enclosed)?,
        (None, None) => return Err(SignerRefusal::Call("the message encloses no content; hash it".to_owned())),
    };
    let (at, order) = (moment(asked.at_ms)?, AttributeOrder::Der);
    let demands = Demands { at, revocation: asked.revocation.into(), attribute_order: order };
    let report = judge(&content, &message, &anchors, &demands)?;
    let answer = Answer::of(&ReportView::of(&report))?;
    Ok(match (asked.stream, enclosed) {
        (None, Some(enclosed)) => answer.with(enclosed.to_vec()),
        _ => answer,
    })
}

fn hashed(message: &SignedMessage, content: &[u8]) -> Result<Hashed, SignerRefusal> {
    let wanted = digests(message);
    let long = wanted.contains(&DigestAlgorithm::Streebog512);
    let mut stream = Stream::new(!long || wanted.contains(&DigestAlgorithm::Streebog256), long)?;
    stream.update(content)?;
    Ok(stream.end())
}

/// The report in which every signer is judged by the digest that he names; one who names none of ours by the first.
fn judge(
    content: &Hashed,
    message: &SignedMessage,
    anchors: &Anchors,
    demands: &Demands,
) -> Result<VerificationReport, SignerRefusal> {
    let under = |(algorithm, octets): &(DigestAlgorithm, Vec<u8>)| {
        let content = pki::Content::Digest { algorithm: *algorithm, octets };
        (*algorithm, verify_message(content, message, anchors, demands))
    };
    let mut reports = content.digests().iter().map(under);
    let (_, mut report) = reports.next().ok_or(SignerRefusal::OtherDigest)?;
    for (algorithm, other) in reports {
        let pairs = report.signers.iter_mut().zip(other.signers);
        pairs.filter(|(_, other)| other.digest == algorithm).for_each(|(place, other)| *place = other);
    }
    Ok(report)
}

fn anchors(request: &mut Request<'_>, [trusted, known, crls]: [usize; 3]) -> Result<Anchors, SignerRefusal> {
    let mut certificates = |count, what: &str| {
        let files = request.parts(count, what)?;
        Ok::<_, SignerRefusal>(files.into_iter().map(all).collect::<Result<Vec<_>, _>>()?.concat())
    };
    let (roots, intermediates) = (certificates(trusted, "trusted")?, certificates(known, "known")?);
    let files = request.parts(crls, "lists")?;
    let crls = files.into_iter().map(lists).collect::<Result<Vec<_>, _>>()?.concat();
    Ok(Anchors { roots, intermediates, crls })
}

pub fn verify_certificate(_: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let asked: VerifyCertificate = request.fields()?;
    let certificate = one(request.part("certificate")?)?;
    let anchors = anchors(&mut request, [asked.trusted, asked.known, asked.lists])?;
    request.end()?;
    let (at, revocation) = (moment(asked.at_ms)?, asked.revocation.into());
    let report = check_certificate(&certificate, &anchors, at, revocation);
    Answer::of(&CertificateReportView::of(&report, (&certificate, at, revocation)))
}
