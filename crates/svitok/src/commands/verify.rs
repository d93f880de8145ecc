//! `svitok verify`: who signed, with what, when, and each part of the verdict.

use super::{Failure, read_file};
use crate::clock::MachineClock;
use crate::command_line::VerifyArgs;
use crate::words::Words;
use kernel::Clock;
use std::process::ExitCode;
use trust::report::{Files, verify_files};

/// Prints the report, in the person's language or as JSON. The exit code is the report's.
pub fn run(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    let (content, signature) = (read_file(&args.file)?, read_file(&args.signature)?);
    let authorities = read_file(&args.ca)?;
    let lists = args.crl.as_deref().map(read_file).transpose()?;
    let files = Files { content: &content, signature: &signature, authorities: &authorities, lists: lists.as_deref() };
    let report = verify_files(&files, MachineClock.now());
    if args.json {
        let text = serde_json::to_string_pretty(&report).map_err(|why| Failure::failed("the report", why))?;
        println!("{text}");
    } else {
        let words = Words::open()?;
        let (texts, language) = words.texts();
        print!("{}", report.to_text(texts, language));
    }
    Ok(ExitCode::from(report.exit_code))
}
