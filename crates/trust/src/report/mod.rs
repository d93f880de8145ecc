//! Verifying a file from the command line: no store, no network, only the files given.

mod checks;
mod evidence;
mod recompute;
mod text;

pub use checks::{CheckOutcome, CheckView, InputView};
pub use evidence::{ContentDigestView, DemandsView, EvidenceView};
pub use recompute::{Recomputed, recompute};

use crate::judge;
use crate::limits::REPORT_FILE_BYTES_MAX;
use crate::model::{Origin, Summary, Verdict};
use crate::snapshot::{KnownAuthority, Snapshot, fingerprint};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Moment;
use pki::{Anchors, Certificate, Demands, Evidence, PkiRefusal, Revocation, RevocationList, SignatureMemory};
use serde::Serialize;

/// How a report ends; each has its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Everything asked for was checked and is good.
    Good,
    /// Something is bad, or something asked for could not be checked.
    Bad,
    /// One of the files could not be read.
    Unreadable,
    /// Good, but under a root «ТЕСТ» or «СИМУЛЯТОР».
    Play,
}

impl Outcome {
    /// 0 good, 1 bad, 2 unreadable, 3 simulator or test.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Bad => 1,
            Self::Unreadable => 2,
            Self::Play => 3,
        }
    }

    fn text_key(self) -> &'static str {
        match self {
            Self::Good => "trust-report-outcome-good",
            Self::Bad => "trust-report-outcome-bad",
            Self::Unreadable => "trust-report-outcome-unreadable",
            Self::Play => "trust-report-outcome-play",
        }
    }
}

/// One of the files given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenFile {
    /// The detached signature.
    Signature,
    /// The certificates.
    Ca,
    /// The revocation lists.
    Crl,
}

impl GivenFile {
    fn text_key(self) -> &'static str {
        match self {
            Self::Signature => "trust-report-file-signature",
            Self::Ca => "trust-report-file-ca",
            Self::Crl => "trust-report-file-crl",
        }
    }
}

/// Which file could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// Which one.
    pub file: GivenFile,
    /// Stable code of the reader.
    pub code: String,
}

/// The report on a file and its detached signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// How it ends.
    pub outcome: Outcome,
    /// The exit code that belongs to it.
    pub exit_code: u8,
    /// The file that could not be read.
    pub unreadable: Option<Unreadable>,
    /// Whether revocation lists were given; without them revocation is not asked.
    pub revocation_asked: bool,
    /// The verdict, when the files could be read.
    pub verdict: Option<Verdict>,
    /// What was demanded.
    pub demands: Option<DemandsView>,
    /// Every stored input by its digest.
    pub inputs: Vec<InputView>,
    /// Every check made, as a tree.
    pub checks: Option<CheckView>,
    /// What the report was made from: [`fn@recompute`] makes it again from this alone.
    pub evidence: Option<EvidenceView>,
}

/// Files of one verification.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// What was signed.
    pub content: &'a [u8],
    /// The detached signature: DER, PEM or base64.
    pub signature: &'a [u8],
    /// PEM of certificates to trust and to build the chain from; a signer's own may be among them. A DER of one is taken too.
    pub authorities: &'a [u8],
    /// PEM of revocation lists, or the DER of one. Without them revocation is not asked, and the report says so.
    pub lists: Option<&'a [u8]>,
}

/// Verifies at a moment. Never fails: what cannot be read is the report's outcome.
pub fn verify_files(files: &Files<'_>, at: Moment) -> FileReport {
    let revocation_asked = files.lists.is_some();
    gather(files, at)
        .and_then(|evidence| told(&evidence).map_err(|e| not_read(GivenFile::Signature, e.code())))
        .unwrap_or_else(|unreadable| FileReport {
            outcome: Outcome::Unreadable,
            exit_code: Outcome::Unreadable.exit_code(),
            unreadable: Some(unreadable),
            revocation_asked,
            verdict: None,
            demands: None,
            inputs: Vec::new(),
            checks: None,
            evidence: None,
        })
}

/// The report as a function of the stored inputs and of nothing else.
fn told(evidence: &Evidence) -> Result<FileReport, PkiRefusal> {
    let told = evidence.report()?;
    let verdict = judge::verdict(&snapshot_of(evidence), &told.report, &evidence.message);
    let outcome = outcome(&verdict);
    Ok(FileReport {
        outcome,
        exit_code: outcome.exit_code(),
        unreadable: None,
        revocation_asked: evidence.demands.revocation != Revocation::NotAsked,
        verdict: Some(verdict),
        demands: Some(DemandsView::of(&evidence.demands)),
        inputs: told.inputs.iter().map(InputView::of_stored).collect(),
        checks: Some(CheckView::of(&told.checks())),
        evidence: Some(EvidenceView::of(evidence)),
    })
}

fn outcome(verdict: &Verdict) -> Outcome {
    match verdict.summary {
        Summary::Proven | Summary::ProvenWithoutRevocation if verdict.kind.is_play() => Outcome::Play,
        Summary::Proven | Summary::ProvenWithoutRevocation => Outcome::Good,
        Summary::Undetermined | Summary::Failed => Outcome::Bad,
    }
}

fn not_read(file: GivenFile, code: &str) -> Unreadable {
    Unreadable { file, code: code.to_owned() }
}

fn gather(files: &Files<'_>, at: Moment) -> Result<Evidence, Unreadable> {
    let too_large = |file| not_read(file, "trust.too-many");
    if files.authorities.len() > REPORT_FILE_BYTES_MAX {
        return Err(too_large(GivenFile::Ca));
    }
    let authorities = match pem_text(files.authorities) {
        Some(text) => Certificate::list_from_pem(text),
        None => Certificate::from_der(files.authorities).map(|one| vec![one]),
    }
    .map_err(|e| not_read(GivenFile::Ca, e.code()))?;
    let crls = match files.lists {
        None => Vec::new(),
        Some(lists) if lists.len() > REPORT_FILE_BYTES_MAX => return Err(too_large(GivenFile::Crl)),
        Some(lists) => match pem_text(lists) {
            Some(text) => RevocationList::list_from_pem(text),
            None => RevocationList::from_der(lists).map(|one| vec![one]),
        }
        .map_err(|e| not_read(GivenFile::Crl, e.code()))?,
    };
    let signature = signature_der(files.signature).ok_or_else(|| not_read(GivenFile::Signature, "pki.pem"))?;
    let revocation = if files.lists.is_some() { Revocation::Require } else { Revocation::NotAsked };
    let (roots, intermediates) = roles(authorities);
    let anchors = Anchors { roots, intermediates, crls, memory: None };
    let demands = Demands { revocation, ..Demands::new(at) };
    Evidence::gather(files.content, &signature, &anchors, &demands)
        .map_err(|e| not_read(GivenFile::Signature, e.code()))
}

fn pem_text(octets: &[u8]) -> Option<&str> {
    std::str::from_utf8(octets).ok().filter(|text| text.contains("-----BEGIN"))
}

/// DER as it is; PEM and bare base64 decoded.
pub(crate) fn signature_der(octets: &[u8]) -> Option<Vec<u8>> {
    /// First octet of any CMS message: SEQUENCE.
    const SEQUENCE: u8 = 0x30;
    if octets.first() == Some(&SEQUENCE) && !octets.is_ascii() {
        return Some(octets.to_vec());
    }
    let Ok(text) = std::str::from_utf8(octets) else { return Some(octets.to_vec()) };
    let body: String = match text.split_once("-----BEGIN ") {
        Some((_, after)) => after.lines().skip(1).take_while(|line| !line.starts_with("-----END")).collect(),
        None => text.split_whitespace().collect(),
    };
    STANDARD.decode(body.trim()).ok()
}

/// Everything given is trusted, except that a certificate whose issuer is given too only helps to reach that issuer:
/// so the chain is checked, and revoked, as far up as the files allow.
fn roles(certificates: Vec<Certificate>) -> (Vec<Certificate>, Vec<Certificate>) {
    let is_issued_by_given = |certificate: &Certificate| {
        !certificate.is_self_issued()
            && certificates.iter().any(|other| other.is_ca() && other.subject().matches(certificate.issuer()))
    };
    let given: Vec<bool> = certificates.iter().map(is_issued_by_given).collect();
    let (below, roots): (Vec<_>, Vec<_>) = certificates.into_iter().zip(given).partition(|(_, is_below)| *is_below);
    let alone = |part: Vec<(Certificate, bool)>| part.into_iter().map(|(certificate, _)| certificate).collect();
    (alone(roots), alone(below))
}

fn snapshot_of(evidence: &Evidence) -> Snapshot {
    let known = |is_root| {
        move |certificate: &Certificate| KnownAuthority {
            fingerprint: fingerprint(certificate.to_der()),
            is_root,
            origin: Origin::Imported,
            certificate: certificate.clone(),
        }
    };
    let anchors = &evidence.anchors;
    let authorities = anchors.roots.iter().map(known(true)).chain(anchors.intermediates.iter().map(known(false)));
    let lists = anchors.crls.iter().map(|list| (fingerprint(list.to_der()), list.clone())).collect();
    Snapshot::new(None, authorities.collect(), lists, None, SignatureMemory::new(0))
}
