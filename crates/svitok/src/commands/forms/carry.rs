//! `svitok forms carry`: a document of one revision made one of another, and what only a person can say.

use super::super::check::tell_finding;
use super::super::{Failure, read_file, write_file};
use super::{CarryArgs, named, tell_refused};
use crate::form_shelf;
use crate::words::Words;
use formats::{FormatRefusal, Severity};
use std::process::ExitCode;

pub(super) fn run(words: &Words, args: &CarryArgs) -> Result<ExitCode, Failure> {
    let (registry, refused) = args.place.open()?;
    tell_refused(words, &refused);
    let (moves, refused) = form_shelf::moves(&args.place.folder())?;
    tell_refused(words, &refused);
    let bytes = read_file(&args.file)?;
    let impossible = |why: FormatRefusal| Failure::Unreadable(format!("{}: {why}", args.file.display()));
    let from = registry.detect(&bytes).map_err(impossible)?;
    let to = match registry.newest(&from.prefix, &args.to) {
        Some(newest) => newest,
        None => named(words, &registry, &args.to)?,
    };
    let carried = registry.carry(&bytes, to, &moves).map_err(impossible)?;
    let ends = [("from", from.official_name()), ("to", to.official_name())];
    println!("{}", words.say("svitok-forms-carried", &ends.each_ref().map(|(key, name)| (*key, name.as_str()))));
    for path in &carried.lost {
        println!("  {}", words.say("svitok-forms-lost", &[("path", path)]));
    }
    for finding in carried.findings.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        println!("  {} {}", finding.code, finding.path);
        tell_finding(words, finding);
    }
    if let Some(out) = &args.out {
        write_file(out, &carried.bytes)?;
        println!("{}", words.say("svitok-forms-carried-to", &[("path", &out.display().to_string())]));
    }
    Ok(if carried.is_whole() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
