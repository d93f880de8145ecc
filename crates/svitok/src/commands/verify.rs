//! `svitok verify`: who signed, with what, when, and each part of the verdict; or a stored report made again.

use super::{Failure, read_file};
use crate::clock::MachineClock;
use crate::command_line::VerifyArgs;
use crate::words::Words;
use kernel::Clock;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use trust::report::{FileReport, Files, recompute, verify_files};

/// Exit code of a stored report that says something else than its inputs give.
const DIFFERS: u8 = 1;

/// Prints the report, in the person's language or as JSON. The exit code is the report's.
pub fn run(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    if let Some(stored) = &args.recompute {
        return again(stored, args.json);
    }
    let (content, signature) = (read_given(args.file.as_ref())?, read_given(args.signature.as_ref())?);
    let authorities = read_given(args.ca.as_ref())?;
    let lists = args.crl.as_deref().map(read_file).transpose()?;
    let files = Files { content: &content, signature: &signature, authorities: &authorities, lists: lists.as_deref() };
    let report = verify_files(&files, MachineClock.now());
    print_report(&report, args.json)?;
    Ok(ExitCode::from(report.exit_code))
}

/// The command line refuses to be without these.
fn read_given(path: Option<&PathBuf>) -> Result<Vec<u8>, Failure> {
    path.map_or_else(|| Err(Failure::Unreadable("FILE SIGNATURE --ca CA.pem".to_owned())), |path| read_file(path))
}

fn again(stored: &Path, json: bool) -> Result<ExitCode, Failure> {
    let words = Words::open()?;
    let made = recompute(&read_file(stored)?).map_err(|refusal| {
        let (texts, language) = words.texts();
        let code = kernel::Refusal::code(&refusal);
        let told = texts.of_code(language, code).unwrap_or_else(|| code.to_owned());
        Failure::Unreadable(format!("{}: {told} ({refusal})", stored.display()))
    })?;
    print_report(&made.report, json)?;
    let same = made.differences.is_empty();
    let places = made.differences.join(", ");
    let key = if same { "trust-recomputed-same" } else { "trust-recomputed-differs" };
    eprintln!("{}", words.say(key, &[("places", &places)]));
    Ok(ExitCode::from(if same { made.report.exit_code } else { DIFFERS }))
}

fn print_report(report: &FileReport, json: bool) -> Result<(), Failure> {
    if json {
        let text = serde_json::to_string_pretty(report).map_err(|why| Failure::failed("the report", why))?;
        println!("{text}");
    } else {
        let words = Words::open()?;
        let (texts, language) = words.texts();
        print!("{}", report.to_text(texts, language));
    }
    Ok(())
}
