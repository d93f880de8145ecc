//! What the story leaves: contents with signatures, the authority's files, the report. All of it is checked here as
//! `svitok verify` would check it, with chain and revocation.

use super::told::{Hall, StepName, Told};
use super::{Failure, put};
use crate::client::{Client, list, text};
use crate::story::{Held, StoryFault};
use crate::words::Words;
use pki::{Certificate, RevocationList};
use serde::Serialize;
use std::path::Path;
use trust::report::{FileReport, Files, Outcome, verify_files};
use trust::{SignatureKind, Verdict};

/// `report.json`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// `valid` only if integrity, chain and revocation of every signature were checked and good.
    verdict: &'static str,
    /// Parts of the verdict, over all signatures.
    integrity: &'static str,
    chain: &'static str,
    revocation: &'static str,
    /// What kind of signature these are by law.
    signature_kind: Option<SignatureKind>,
    /// From the post to the document in the recipient's box.
    delivered_ms: f64,
    /// From the post to the finished docflow on both sides.
    finished_ms: f64,
    /// What was done, with times.
    steps: Vec<StepReport>,
    /// Every file left.
    documents: Vec<DocumentReport>,
    /// The document's function, number and state in the end, as the seller sees it.
    document: serde_json::Value,
}

#[derive(Debug, Serialize)]
struct StepReport {
    name: StepName,
    ms: f64,
}

#[derive(Debug, Serialize)]
struct DocumentReport {
    /// The file; its signature is beside, with `.sig`.
    name: String,
    kind: String,
    author: String,
    size_bytes: usize,
    signer: Option<String>,
    outcome: Outcome,
    exit_code: u8,
}

impl Report {
    /// Whether everything was checked and good.
    pub fn is_valid(&self) -> bool {
        self.verdict == "valid"
    }

    /// The report for a person.
    pub fn to_text(&self, words: &Words) -> String {
        let mut lines: Vec<String> = self.steps.iter().map(|step| step.to_text(words)).collect();
        lines.push(String::new());
        lines.extend(self.documents.iter().map(|document| document.to_text(words)));
        lines.push(String::new());
        let (delivered, finished) = (format!("{:.1}", self.delivered_ms), format!("{:.1}", self.finished_ms));
        lines.push(words.say("svitok-demo-times", &[("delivered", &delivered), ("finished", &finished)]));
        let key = if self.is_valid() { "svitok-demo-proven" } else { "svitok-demo-not-proven" };
        lines.push(words.say(key, &[]));
        lines.join("\n") + "\n"
    }
}

impl StepReport {
    fn to_text(&self, words: &Words) -> String {
        let (took, what) = (format!("{:>9.1}", self.ms), words.say(self.name.text_key(), &[]));
        words.say("svitok-demo-step", &[("took", &took), ("what", &what)])
    }
}

impl DocumentReport {
    fn to_text(&self, words: &Words) -> String {
        let good = self.outcome == Outcome::Good;
        let key = if good { "svitok-demo-signature-good" } else { "svitok-demo-signature-bad" };
        let signer = self.signer.clone().unwrap_or_else(|| words.say("svitok-demo-signer-unknown", &[]));
        words.say(key, &[("name", &self.name), ("signer", &signer)])
    }
}

/// Writes every file of the proof, verifies them and writes the report.
pub async fn leave(out: &Path, told: &Told, hall: &Hall) -> Result<Report, Failure> {
    let folder = out.join("ca");
    std::fs::create_dir_all(&folder).map_err(|why| Failure::failed(&folder.display().to_string(), why))?;
    let authority = authority(&hall.client).await.map_err(|why| Failure::failed("the authority's files", why))?;
    put(&folder, "chain.pem", authority.chain.as_bytes())?;
    put(&folder, "root.pem", authority.root.as_bytes())?;
    put(&folder, "crl.pem", authority.lists.as_bytes())?;
    let mut documents = Vec::new();
    let mut verdicts = Vec::new();
    for held in &told.held {
        put(out, &held.name, &held.content)?;
        let Some(signature) = &held.signature else { continue };
        put(out, &format!("{}.sig", held.name), signature)?;
        let report = verify_files(&authority.files(&held.content, signature), hall.app.clock.now());
        documents.push(DocumentReport::new(held, &report));
        verdicts.push(report);
    }
    let report = report(told, documents, &verdicts);
    let text = serde_json::to_string_pretty(&report).map_err(|why| Failure::failed("report.json", why))?;
    put(out, "report.json", text.as_bytes())?;
    Ok(report)
}

/// The unqualified authority as anybody gets it over HTTP.
struct Authority {
    chain: String,
    root: String,
    lists: String,
}

impl Authority {
    fn files<'a>(&'a self, content: &'a [u8], signature: &'a [u8]) -> Files<'a> {
        let (authorities, lists) = (self.chain.as_bytes(), Some(self.lists.as_bytes()));
        Files { content, signature, authorities, lists }
    }
}

async fn authority(client: &Client) -> Result<Authority, StoryFault> {
    let answer = client.get("/api/v1/certification/authorities").await?;
    let mut found = Authority { chain: String::new(), root: String::new(), lists: String::new() };
    for item in
        list(&answer, "/items")?.iter().filter(|item| text(item, "/line").is_ok_and(|line| line == "unqualified"))
    {
        let place = format!("/api/v1/certification/authorities/{}", text(item, "/authority_id")?);
        let certificate = Certificate::from_der(&client.get_octets(&format!("{place}/certificate")).await?)?;
        let pem = certificate.to_pem()?;
        if certificate.is_self_issued() {
            found.root.push_str(&pem);
        }
        found.chain.push_str(&pem);
        let revoked = RevocationList::from_der(&client.get_octets(&format!("{place}/crl")).await?)?;
        found.lists.push_str(&revoked.to_pem()?);
    }
    Ok(found)
}

impl DocumentReport {
    fn new(held: &Held, report: &FileReport) -> Self {
        let signer = report.verdict.as_ref().and_then(|verdict| verdict.signers.first());
        let certificate = signer.and_then(|signer| signer.certificate.as_ref());
        Self {
            name: held.name.clone(),
            kind: held.kind.clone(),
            author: held.author.clone(),
            size_bytes: held.content.len(),
            signer: certificate.and_then(|certificate| certificate.common_name.clone()),
            outcome: report.outcome,
            exit_code: report.exit_code,
        }
    }
}

/// Whether a part is good in every report; never of an empty list.
fn every(reports: &[FileReport], good: impl Fn(&Verdict) -> bool) -> bool {
    !reports.is_empty() && reports.iter().all(|report| report.verdict.as_ref().is_some_and(&good))
}

fn report(told: &Told, documents: Vec<DocumentReport>, reports: &[FileReport]) -> Report {
    let integrity = every(reports, |verdict| verdict.integrity.is_good());
    let chain = every(reports, |verdict| verdict.chain.is_trusted());
    let revocation = every(reports, |verdict| verdict.revocation.is_good());
    let valid = integrity && chain && revocation && reports.iter().all(|report| report.outcome == Outcome::Good);
    Report {
        verdict: if valid { "valid" } else { "not_proven" },
        integrity: word(integrity),
        chain: word(chain),
        revocation: word(revocation),
        signature_kind: reports.first().and_then(|report| report.verdict.as_ref()).map(|verdict| verdict.kind),
        delivered_ms: milliseconds(told.delivered),
        finished_ms: milliseconds(told.finished),
        steps: told.steps.iter().map(|step| StepReport { name: step.name, ms: milliseconds(step.took) }).collect(),
        documents,
        document: told.document.clone(),
    }
}

fn word(good: bool) -> &'static str {
    if good { "good" } else { "not_proven" }
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "milliseconds of a measurement, for people")]
fn milliseconds(took: std::time::Duration) -> f64 {
    took.as_micros() as f64 / 1000.0
}
