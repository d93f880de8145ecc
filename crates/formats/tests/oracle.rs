//! The engine against xmllint with the official schemas: the same verdict on samples, on what we compose, on mutants of both.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use formats::{Document, FormatId, check_as, read};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use support::mutants::family;
use support::*;

/// Mutants of each document: in short, and in full (`SVITOK_PROVE=full`).
const MUTANTS: (usize, usize) = (60, 250);

/// Where libxml2 is wrong: schema, our finding, the clause it breaks.
const FAULTS_OF_LIBXML2: [(&str, &str, &str); 1] = [(
    "ON_SFAKT_1_897_01_05_02_01",
    "formats.schema.pattern Файл/Документ/ТаблСчФакт/ВсегоОпл/@СтТовБезНДСВсего 20 characters: digits",
    "XML Schema Part 2, F: `\\d{1,19}` takes at most 19 digits; libxml2 mixes up the counts of alternatives that begin alike",
)];

/// Where samples lie.
const SAMPLES: [&str; 3] = ["edo-samples", "reporting-samples", "egrul"];

fn mutants() -> usize {
    if std::env::var("SVITOK_PROVE").is_ok_and(|length| length == "full") { MUTANTS.1 } else { MUTANTS.0 }
}

#[test]
fn the_verdict_is_the_oracles() {
    let Some(shared) = shared("the_verdict_is_the_oracles") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut batches: BTreeMap<String, (Vec<PathBuf>, Vec<bool>)> = BTreeMap::new();
    let mut documents: Vec<Document> = SAMPLES
        .iter()
        .flat_map(|folder| files(&shared.join(folder), "xml"))
        .filter_map(|path| read(&std::fs::read(path).unwrap()).ok())
        .collect();
    documents.extend(skeleton::all());
    let shown: BTreeMap<String, FormatId> =
        documents.iter().map(|d| (d.format().official_name(), d.format().clone())).collect();
    for (i, document) in documents.iter().enumerate() {
        let schema = document.format().official_name();
        for (j, bytes) in family(document, mutants(), 1 + u64::try_from(i).unwrap()).iter().enumerate() {
            let file = folder.path().join(format!("{i}-{j}.xml"));
            std::fs::write(&file, bytes).unwrap();
            let batch = batches.entry(schema.clone()).or_default();
            batch.0.push(file);
            batch.1.push(check_as(bytes, document.format()).is_schema_valid());
        }
    }
    let (mut compared, mut good) = (0, 0);
    let mut mismatches = Vec::new();
    for (schema, (files, ours)) in &batches {
        let theirs = xmllint(&schema_file(&shared, schema), files);
        for ((file, ours), theirs) in files.iter().zip(ours).zip(&theirs) {
            compared += 1;
            good += usize::from(*theirs);
            if ours != theirs {
                if is_explained(schema, file, &shown) {
                    continue;
                }
                let named = shown.get(schema).map(|format| show(file, format)).unwrap_or_default();
                mismatches.push(format!("{schema}: {} ours {ours}, oracle {theirs}{named}", file.display()));
            }
        }
    }
    eprintln!("{compared} documents of {} formats compared, {good} valid", batches.len());
    assert!(compared > 50 * mutants() && good > 30);
    assert!(mismatches.is_empty(), "{}", mismatches.join("\n"));
}

/// The official schema, in whichever folder it lies.
fn schema_file(shared: &Path, schema: &str) -> PathBuf {
    let folders =
        ["edo", "reporting-fns", "fns-receipts", "reporting-fns-old", "egrul"].map(|folder| shared.join(folder));
    let files = folders.map(|folder| folder.join(format!("{schema}.xsd")));
    files.into_iter().find(|file| file.is_file()).unwrap_or_else(|| panic!("no official schema {schema}"))
}

/// Whether all that we found is what libxml2 is known to overlook.
fn is_explained(schema: &str, file: &Path, shown: &BTreeMap<String, FormatId>) -> bool {
    let Some(format) = shown.get(schema) else { return false };
    let found = check_as(&std::fs::read(file).unwrap(), format).findings;
    let told = |finding: &formats::Finding| format!("{} {} {}", finding.code, finding.path, finding.shape);
    let is_known = |told: &String| FAULTS_OF_LIBXML2.iter().any(|(s, finding, _)| *s == schema && finding == told);
    let mut schemas_part = found.iter().filter(|f| f.layer == formats::Layer::Schema).map(told).peekable();
    schemas_part.peek().is_some() && schemas_part.all(|told| is_known(&told))
}

fn show(file: &Path, format: &FormatId) -> String {
    let found = check_as(&std::fs::read(file).unwrap(), format);
    found.findings.iter().map(|f| format!("\n   {} {} {} {}", f.code, f.path, f.shape, f.accepted)).collect()
}
