//! The engine against xmllint with the official schemas: the same verdict on samples, on what we compose, on mutants of both.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use formats::{Document, Element, FormatId, Node, check_as, read, write};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
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

/// A change at one place: an element dropped, doubled, moved, renamed; an attribute dropped, renamed, its value spoilt.
fn mutate(root: &Element, chance: &mut Seeded) -> Element {
    let count = size(root);
    let target = chance.below(count);
    let mut seen = 0;
    rebuild(root, target, &mut seen, chance)
}

fn size(element: &Element) -> usize {
    1 + element.elements().map(size).sum::<usize>()
}

fn rebuild(element: &Element, target: usize, seen: &mut usize, chance: &mut Seeded) -> Element {
    let here = *seen == target;
    *seen += 1;
    let mut nodes: Vec<Node> = element
        .nodes()
        .iter()
        .map(|node| match node {
            Node::Element(child) => Node::Element(rebuild(child, target, seen, chance)),
            text => text.clone(),
        })
        .collect();
    let mut attributes: Vec<(String, String)> =
        element.attributes().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    let mut name = element.name().to_owned();
    if here {
        match chance.below(9) {
            0 if !nodes.is_empty() => drop(nodes.remove(chance.below(nodes.len()))),
            1 if !nodes.is_empty() => nodes.push(nodes[chance.below(nodes.len())].clone()),
            2 if nodes.len() > 1 => nodes.swap(0, 1),
            3 => name.push('Х'),
            4 if !attributes.is_empty() => drop(attributes.remove(chance.below(attributes.len()))),
            5 => attributes.push(("Лишний".into(), "1".into())),
            6 => nodes.push(Node::Element(Element::new("Чужой"))),
            7 if nodes.is_empty() => nodes.push(Node::Text("текст".into())),
            _ if !attributes.is_empty() => {
                let at = chance.below(attributes.len());
                attributes[at].1 = spoil(&attributes[at].1, chance);
            }
            _ => nodes = vec![Node::Text(spoil(&element.text(), chance).into())],
        }
    }
    let mut result = Element::new(&name);
    for (n, v) in &attributes {
        result.set(n, v);
    }
    for node in nodes {
        match node {
            Node::Element(child) => drop(result.push(child).name()),
            Node::Text(text) => drop(result.push_text(&text).name()),
        }
    }
    result
}

fn spoil(value: &str, chance: &mut Seeded) -> String {
    let spoilt = [
        "",
        "0",
        "-1",
        "1.005",
        "12345678901234567890",
        "31.02.2026",
        "29.02.2023",
        "24.00.00",
        " ",
        "а",
        "+1",
        ".5",
        "1.",
        "0.00",
        " 1 ",
        "без НДС",
        "22%",
        "643",
        "0643",
        "2XX",
        "00",
        "99",
        "2024-02-29T10:00:00Z",
        "1\t2",
    ];
    match chance.below(4) {
        0 => format!("{value}{value}"),
        1 => value.chars().skip(1).collect(),
        2 => format!("{value}9"),
        _ => spoilt[chance.below(spoilt.len())].to_owned(),
    }
}

/// Mutants of one document, and itself first.
fn family(document: &Document, seed: u64) -> Vec<Vec<u8>> {
    let mut chance = Seeded::new(seed);
    let mutants = (0..mutants()).map(|_| {
        let mut root = mutate(document.root(), &mut chance);
        if chance.below(3) == 0 {
            root = mutate(&root, &mut chance);
        }
        Document::new(document.format().clone(), root)
    });
    std::iter::once(document.clone()).chain(mutants).map(|d| write(&d).unwrap()).collect()
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
        for (j, bytes) in family(document, 1 + u64::try_from(i).unwrap()).iter().enumerate() {
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
