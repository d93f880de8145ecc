//! `cargo xtask tidy`: the rules of the house that neither the compiler nor clippy can hold.
//!
//! Each check is a function from texts to findings, so that its tests need no disk. Read [`edges`] and [`sizes`] first.

mod edges;
mod faces;
mod migrations;
mod refusals;
mod sizes;
mod words;

use std::path::Path;

use crate::report::{Fault, Finding};
use crate::source::{RustFile, TextFile, read_all};

/// Runs every check over the tree; with `write` lowers the ratchet first.
pub fn run(root: &Path, write: bool) -> Result<Vec<Finding>, Fault> {
    let files = read_all(root)?;
    let rust = parse(&files)?;
    let edges = edges::Edges::read(&text_of(&files, edges::TABLE)?)?;
    let ratchet = sizes::Ratchet::read(&text_of(&files, sizes::TABLE)?)?;

    let mut findings = edges.check(&edges::packages(root)?);
    findings.extend(faces::check(&rust, &edges.rooms()));
    findings.extend(check_sizes(root, &rust, &ratchet, write)?);
    findings.extend(words::check(&files, &rust));
    findings.extend(migrations::check(&files, &text_of(&files, migrations::TABLE)?)?);
    findings.extend(refusals::check(&files, &rust));
    findings.sort();
    findings.dedup();
    Ok(findings)
}

fn check_sizes(root: &Path, rust: &[RustFile], ratchet: &sizes::Ratchet, write: bool) -> Result<Vec<Finding>, Fault> {
    let sizes = sizes::measure(rust);
    if !write {
        return Ok(ratchet.check(&sizes));
    }
    let lowered = ratchet.lowered(&sizes);
    let path = root.join(sizes::TABLE);
    std::fs::write(&path, lowered.to_toml()).map_err(|error| Fault(format!("{}: {error}", path.display())))?;
    Ok(lowered.check(&sizes))
}

fn parse(files: &[TextFile]) -> Result<Vec<RustFile>, Fault> {
    let rust = files.iter().filter(|file| file.path.ends_with(".rs"));
    rust.map(|file| RustFile::parse(&file.path, &file.text)).collect()
}

fn text_of(files: &[TextFile], path: &str) -> Result<String, Fault> {
    let found = files.iter().find(|file| file.path == path);
    found.map(|file| file.text.clone()).ok_or_else(|| Fault(format!("{path} is not there")))
}
