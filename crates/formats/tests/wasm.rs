//! The checker as WebAssembly in Node says of each document what the native engine says.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod support;

use formats::ratios::{Ratios, check_with};
use formats::{FormatId, Registry, read};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::mutants::family;
use support::{Seeded, skeleton};

/// Documents compared: in short, and in full (`SVITOK_PROVE=full`).
const DOCUMENTS: (usize, usize) = (600, 10_000);
/// What the checker tells beside a finding: its words for a person.
const WORDS: [&str; 3] = ["crumbs", "found", "accepted_phrase"];

/// The module as `cargo xtask wasm` leaves it; says aloud when it is not built.
fn module(test: &str) -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(target, PathBuf::from);
    let built = std::fs::read_dir(target.join("checker")).into_iter().flatten().filter_map(Result::ok);
    let module = built.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|e| e == "wasm"));
    if module.is_none() {
        eprintln!("SKIPPED {test}: target/checker is not built (cargo xtask wasm)");
    }
    module
}

/// Mutants of every format, of each as many, and some with a spoilt byte or cut short: those of one prefix together.
fn documents(count: usize) -> BTreeMap<String, Vec<Vec<u8>>> {
    let starts: Vec<_> = skeleton::written().into_iter().filter_map(|bytes| read(&bytes).ok()).collect();
    let each = count.div_ceil(starts.len());
    let mut documents: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    for (at, document) in starts.iter().enumerate() {
        let seed = 7 + u64::try_from(at).unwrap();
        let mut chance = Seeded::new(seed);
        let spoilt = family(document, each, seed).into_iter().map(|mut bytes| {
            let at = chance.below(bytes.len());
            match chance.below(5) {
                0 => bytes.truncate(at),
                1 => *bytes.get_mut(at).unwrap() ^= 1 << chance.below(8),
                _ => {}
            }
            bytes
        });
        documents.entry(document.format().prefix.clone()).or_default().extend(spoilt);
    }
    documents
}

/// Lays down what the script reads: for each prefix its definitions and its documents, each after its length.
fn lay_down(folder: &Path, documents: &BTreeMap<String, Vec<Vec<u8>>>) -> PathBuf {
    let registry = Registry::embedded();
    let mut groups = Vec::new();
    for (prefix, documents) in documents {
        let named: Vec<&FormatId> = registry.formats().filter(|format| format.prefix == *prefix).collect();
        let definitions: Vec<Value> = named
            .into_iter()
            .map(|format| {
                let path = folder.join(format!("{}.json", format.official_name()));
                std::fs::write(&path, registry.source(format).unwrap()).unwrap();
                json!({ "name": format.official_name(), "path": path })
            })
            .collect();
        let path = folder.join(format!("{prefix}.bin"));
        let framed = documents.iter().flat_map(|bytes| {
            let length = u32::try_from(bytes.len()).unwrap();
            [length.to_le_bytes().to_vec(), bytes.clone()].concat()
        });
        std::fs::write(&path, framed.collect::<Vec<u8>>()).unwrap();
        groups.push(json!({ "definitions": definitions, "documents": path }));
    }
    let manifest = folder.join("groups.json");
    std::fs::write(&manifest, Value::from(groups).to_string()).unwrap();
    manifest
}

fn native(bytes: &[u8]) -> Value {
    let found = check_with(Registry::embedded(), &Ratios::default(), bytes, None);
    let format = found.format.as_ref().map(FormatId::official_name);
    json!({ "format": format, "cut": found.cut, "findings": found.findings })
}

/// What the module said, without the words for people.
fn bare(line: &str) -> Value {
    let mut told: Value = serde_json::from_str(line).unwrap();
    for finding in told["findings"].as_array_mut().unwrap() {
        let finding = finding.as_object_mut().unwrap();
        WORDS.iter().for_each(|word| drop(finding.remove(*word)));
    }
    json!({ "format": told["format"], "cut": told["cut"], "findings": told["findings"] })
}

#[test]
fn the_checker_in_a_browser_finds_what_the_native_one_finds() {
    let Some(module) = module("the_checker_in_a_browser_finds_what_the_native_one_finds") else { return };
    let is_full = std::env::var("SVITOK_PROVE").is_ok_and(|length| length == "full");
    let documents = documents(if is_full { DOCUMENTS.1 } else { DOCUMENTS.0 });
    let folder = tempfile::tempdir().unwrap();
    let manifest = lay_down(folder.path(), &documents);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wasm.mjs");
    let output = Command::new("node").arg(script).arg(module).arg(manifest).output();
    let output = output.unwrap_or_else(|why| panic!("Node is needed ({why})"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let all: Vec<&Vec<u8>> = documents.values().flatten().collect();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), all.len());
    let mut with_findings = 0;
    for (bytes, line) in all.iter().zip(lines) {
        let native = native(bytes);
        with_findings += usize::from(native["findings"] != json!([]));
        assert_eq!(bare(line), native, "{}", String::from_utf8_lossy(bytes));
    }
    println!("{} documents, {with_findings} with findings", all.len());
    assert!(with_findings > all.len() / 2);
}
