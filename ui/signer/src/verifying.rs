//! Verifying messages and certificates; the report is the one of `pki`, as JSON.

use crate::certificates::{all, lists, one};
use crate::message::{Answer, Request};
use crate::names::digest_name;
use crate::refusal::SignerRefusal;
use crate::signing::moment;
use crate::state::State;
use crate::streams::Stream;
use crate::views::{CertificateReportView, ReportView, hex};
use pki::{
    Anchors, Demands, DigestAlgorithm, PkiRefusal, Revocation, SignedMessage, judge_certificate, verify_message,
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
    let answer = Answer::of(&json!({
        "digests": digests(&message).into_iter().map(digest_name).collect::<Vec<_>>(),
        "signers": message.signers().len(),
        "named": message.signers().iter().filter_map(|signer| signer.named_digest().map(hex)).collect::<Vec<_>>(),
        "encloses": message.content().map(<[u8]>::len),
        "lists": message.revocation_lists().len(),
    }))?;
    Ok(message.certificates().iter().fold(answer, |answer, certificate| answer.with(certificate.to_der().to_vec())))
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
    let wanted = digests(&message);
    let content = asked.stream.map(|stream| state.take_stream(stream)).transpose()?.map(Stream::end);
    let demands = demands(asked.at_ms, asked.revocation)?;
    match (content, message.content()) {
        (Some(content), _) => {
            let report = verify_message(content.content(&wanted)?, &message, &anchors, &demands);
            Answer::of(&ReportView::of(&report))
        }
        (None, Some(enclosed)) => {
            let report = verify_message(enclosed, &message, &anchors, &demands);
            Ok(Answer::of(&ReportView::of(&report))?.with(enclosed.to_vec()))
        }
        (None, None) => Err(PkiRefusal::ContentNotGiven.into()),
    }
}

fn demands(at_ms: i64, revocation: Wanted) -> Result<Demands, SignerRefusal> {
    Ok(Demands { revocation: revocation.into(), ..Demands::new(moment(at_ms)?) })
}

fn anchors(request: &mut Request<'_>, [trusted, known, crls]: [usize; 3]) -> Result<Anchors, SignerRefusal> {
    let mut certificates = |count, what: &str| {
        let files = request.parts(count, what)?;
        Ok::<_, SignerRefusal>(files.into_iter().map(all).collect::<Result<Vec<_>, _>>()?.concat())
    };
    let (roots, intermediates) = (certificates(trusted, "trusted")?, certificates(known, "known")?);
    let files = request.parts(crls, "lists")?;
    let crls = files.into_iter().map(lists).collect::<Result<Vec<_>, _>>()?.concat();
    Ok(Anchors { roots, intermediates, crls, memory: None })
}

pub fn verify_certificate(_: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let asked: VerifyCertificate = request.fields()?;
    let certificate = one(request.part("certificate")?)?;
    let anchors = anchors(&mut request, [asked.trusted, asked.known, asked.lists])?;
    request.end()?;
    let demands = demands(asked.at_ms, asked.revocation)?;
    let report = judge_certificate(&certificate, &anchors, &demands);
    Answer::of(&CertificateReportView::of(&report, &certificate, demands.at))
}
