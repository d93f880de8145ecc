//! `svitok check`: a verdict on documents of official formats, and what is wrong where.

mod across;

use super::Failure;
use crate::form_shelf::{self, FormsPlace};
use crate::words::Words;
use across::Across;
use clap::Args;
use formats::limits::FILE_BYTES_MAX;
use formats::ratios::{Ratios, check_bytes};
use formats::{Extent, Finding, Findings, FormatRefusal, Layer, PartedCheck, Registry, Severity};
use serde::Serialize;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Bytes read of a document at once: enough for the disk's speed, little enough for many checks side by side.
const PART_BYTES: usize = 256 * 1024;

/// Of `svitok check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Documents.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The answer as JSON: an array with an object for each file.
    #[arg(long)]
    pub json: bool,
    /// Only what the official schema (XSD) states: no control assertions, nothing about the file's name.
    #[arg(long)]
    pub schema_only: bool,
    #[command(flatten)]
    pub place: FormsPlace,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    /// No error was found.
    Clean,
    /// Errors were found.
    Findings,
    /// Not a document that can be read, or of no known format.
    Unreadable,
}

impl Verdict {
    fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Unreadable => 2,
        }
    }
}

/// The answer about one file.
#[derive(Debug, Serialize)]
struct Checked {
    file: String,
    /// Official name of the schema; `null` where none was recognised.
    format: Option<String>,
    version: Option<String>,
    revision: Option<String>,
    verdict: Verdict,
    findings: Vec<Finding>,
    /// What differs from the other files of the call.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    across: Vec<Across>,
    /// More was found than is told.
    cut: bool,
    #[serde(skip)]
    prefix: Option<String>,
}

/// Checks each file; the exit code is that of the worst.
pub fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let words = Words::open()?;
    let (registry, refused) = args.place.open()?;
    let (ratios, unread) = form_shelf::ratios(&args.place.folder())?;
    super::forms::tell_refused(&words, &refused);
    super::forms::tell_refused(&words, &unread);
    let ratios = (!args.schema_only).then_some(&ratios);
    let read = args.files.iter().map(|file| checked(&registry, ratios, file));
    let mut checked = read.collect::<Result<Vec<_>, _>>()?;
    if let Some(ratios) = ratios {
        across::compare(&registry, ratios, &mut checked)?;
    }
    if args.json {
        let text = serde_json::to_string_pretty(&checked).map_err(|why| Failure::failed("the answer", why))?;
        println!("{text}");
    } else {
        checked.iter().for_each(|file| tell(&words, file));
    }
    let worst = checked.iter().map(|file| file.verdict).max();
    Ok(ExitCode::from(worst.map_or(0, Verdict::exit_code)))
}

/// Without ratios only the schema's part is asked.
fn checked(registry: &Registry, ratios: Option<&Ratios>, path: &Path) -> Result<Checked, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let extent = if ratios.is_some() { Extent::Assertions } else { Extent::Schema };
    let mut check = registry.check_in_parts(Some(&name), extent);
    let unreadable = |why: io::Error| Failure::Unreadable(format!("{}: {why}", path.display()));
    feed(path, &mut check).map_err(unreadable)?;
    let mut found = check.finish();
    match ratios {
        None => found.findings.retain(is_of_schema),
        Some(ratios) if found.format.as_ref().is_some_and(|format| ratios.speaks_of(&format.prefix)) => {
            ask_ratios((registry, ratios), path, &mut found).map_err(unreadable)?
        }
        Some(_) => {}
    }
    let verdict = verdict(&found);
    let Findings { format, findings, cut } = found;
    Ok(Checked {
        file: path.display().to_string(),
        format: format.as_ref().map(formats::FormatId::official_name),
        version: format.as_ref().map(|format| format.version.clone()),
        prefix: format.as_ref().map(|format| format.prefix.clone()),
        revision: format.map(|format| format.revision),
        verdict,
        findings,
        across: Vec::new(),
        cut,
    })
}

/// Asks the control ratios of a document that can be whole in memory; of a larger one the answer says that they were not.
fn ask_ratios((registry, ratios): (&Registry, &Ratios), path: &Path, found: &mut Findings) -> io::Result<()> {
    let size = usize::try_from(path.metadata()?.len()).unwrap_or(usize::MAX);
    if size > FILE_BYTES_MAX {
        found.findings.push(not_asked(size));
        return Ok(());
    }
    // What cannot be read was told of by the check itself.
    if let Ok(more) = check_bytes(registry, ratios, &std::fs::read(path)?) {
        found.cut |= more.cut;
        found.findings.extend(more.findings);
    }
    Ok(())
}

fn not_asked(size_bytes: usize) -> Finding {
    let refusal = FormatRefusal::TooLarge { size_bytes, size_bytes_max: FILE_BYTES_MAX };
    Finding {
        code: "formats.ratios.not-asked".to_owned(),
        severity: Severity::Warning,
        layer: Layer::Ratio,
        path: String::new(),
        line: 1,
        column: 1,
        shape: refusal.to_string(),
        accepted: format!("at most {FILE_BYTES_MAX} bytes"),
        norm: String::new(),
        sides: None,
    }
}

/// The document is never whole in memory.
fn feed(path: &Path, check: &mut PartedCheck<'_>) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut part = vec![0; PART_BYTES];
    while !check.is_over() {
        let read = file.read(&mut part)?;
        if read == 0 {
            break;
        }
        check.push(part.get(..read).unwrap_or_default());
    }
    Ok(())
}

/// What a schema can say: the document is read at all, its structure, its values.
fn is_of_schema(finding: &Finding) -> bool {
    match finding.layer {
        Layer::Schema => true,
        Layer::Xml => finding.severity == Severity::Error,
        _ => false,
    }
}

fn verdict(found: &Findings) -> Verdict {
    let is_broken = |finding: &Finding| finding.layer == Layer::Xml && finding.severity == Severity::Error;
    if found.format.is_none() || found.findings.iter().any(is_broken) {
        return Verdict::Unreadable;
    }
    if found.is_clean() { Verdict::Clean } else { Verdict::Findings }
}

fn tell(words: &Words, checked: &Checked) {
    let key = match checked.verdict {
        Verdict::Clean => "svitok-check-clean",
        Verdict::Findings => "svitok-check-findings",
        Verdict::Unreadable => "svitok-check-unreadable",
    };
    let format = checked.format.clone().unwrap_or_else(|| words.say("svitok-check-no-format", &[]));
    println!("{}", words.say(key, &[("file", &checked.file), ("format", &format)]));
    for finding in &checked.findings {
        println!("  {}:{} {} {}", finding.line, finding.column, finding.code, finding.path);
        tell_finding(words, finding);
    }
    for Across { with, finding } in &checked.across {
        println!("  {} {}", finding.code, finding.path);
        println!("      {}", words.say("svitok-check-with", &[("file", with)]));
        tell_finding(words, finding);
    }
    if checked.cut {
        println!("  {}", words.say("svitok-check-cut", &[]));
    }
}

/// What a finding says, indented below its place.
pub(super) fn tell_finding(words: &Words, finding: &Finding) {
    if let Some(sides) = &finding.sides {
        println!("      {}", finding.shape);
        println!("      {}", words.say("svitok-check-sides", &[("left", &sides.left), ("right", &sides.right)]));
        return;
    }
    let (texts, language) = words.texts();
    let told = texts.of_code(language, &finding.code).unwrap_or_default();
    let shape = [("told", told.as_str()), ("shape", &finding.shape), ("accepted", &finding.accepted)];
    println!("      {}", words.say("svitok-check-finding", &shape));
}
