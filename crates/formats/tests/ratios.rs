//! Control ratios: every ratio of every file keeps silent on a document that keeps it and speaks alone on one that breaks just it.
//!
//! `tests/ratios/FORM_VERSION.xml` is a document that keeps every ratio of its form; `tests/ratios/FILE.breaks` says, for each
//! ratio of a ratio file, what to change in it: `code: Файл/Документ/Строка[2]/@Сумма=1; …`; `code @NAME: …` changes another
//! document than the usual one of the form, `ndfl:Файл/…` the document of that short name;
//! `keeps: …` is changed first, so that documents of two forms belong together.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should stop")]

mod support;

use formats::ratios::file::RatioFile;
use formats::ratios::{Ratios, check, check_across, check_bytes, locate};
use formats::{Document, Element, Finding, FormatId, Layer, Node, Registry, Severity, read_tree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratios")
}

fn kept(name: &str) -> Element {
    read_tree(&std::fs::read(folder().join(format!("{name}.xml"))).unwrap()).unwrap()
}

fn document(prefix: &str, root: Element) -> Document {
    let version = root.attribute("ВерсФорм").unwrap().to_owned();
    let format = FormatId { prefix: prefix.to_owned(), number: "1".to_owned(), version, revision: "01".to_owned() };
    Document::new(format, root)
}

/// A copy with one attribute, or the text of one element, changed.
fn changed(element: &Element, steps: &[&str], value: &str) -> Element {
    let mut copy = Element::new(element.name());
    for (name, value) in element.attributes() {
        copy.set(name, value);
    }
    let (step, deeper) = match steps.split_first() {
        Some((step, deeper)) if !step.starts_with('@') => (Some(*step), deeper),
        _ => (None, steps),
    };
    if let [attribute] = steps
        && let Some(name) = attribute.strip_prefix('@')
    {
        copy.set(name, value);
    }
    let (name, wanted) = step.map_or(("", 0), |step| match step.strip_suffix(']').and_then(|s| s.split_once('[')) {
        Some((name, number)) => (name, number.parse().unwrap()),
        None => (step, 1),
    });
    let (mut seen, mut found) = (0, step.is_none());
    for node in element.nodes() {
        match node {
            Node::Text(text) => {
                copy.push_text(text);
            }
            Node::Element(child) => {
                seen += usize::from(child.name() == name);
                let is_it = child.name() == name && seen == wanted;
                found |= is_it;
                copy.push(match (is_it, deeper) {
                    (true, []) => Element::with_text(name, value),
                    (true, _) => changed(child, deeper, value),
                    (false, _) => child.clone(),
                });
            }
        }
    }
    assert!(found, "no {step:?} in {}", element.name());
    copy
}

struct Break {
    code: String,
    /// The document to change, where it is not the usual one of the form.
    base: Option<String>,
    /// Short name of the form (empty for the first), path, new value.
    edits: Vec<(String, String, String)>,
}

fn breaks(file: &str) -> Vec<Break> {
    let text = std::fs::read_to_string(folder().join(format!("{file}.breaks"))).unwrap();
    let edit = |edit: &str| {
        let (path, value) = edit.split_once('=').unwrap();
        let (form, path) = path.split_once(":Файл").map_or(("", path), |(form, _)| (form, &path[form.len() + 1..]));
        (form.trim().to_owned(), path.trim().to_owned(), value.to_owned())
    };
    let line = |line: &str| {
        let (code, edits) = line.split_once(": ").unwrap();
        let (code, base) = code.split_once(" @").map_or((code, None), |(code, base)| (code, Some(base.to_owned())));
        Break { code: code.to_owned(), base, edits: edits.split("; ").map(edit).collect() }
    };
    text.lines().map(line).collect()
}

/// Documents of a ratio file, with the edits of one break made.
fn documents(file: &RatioFile, base: Option<&str>, edits: &[(String, String, String)]) -> Vec<Document> {
    let one = |(index, form): (usize, &formats::ratios::file::FormOf)| {
        let usual = format!("{}_{}", form.prefix, form.versions.first().unwrap());
        let mut root = kept(base.filter(|_| index == 0).unwrap_or(&usual));
        for (of, path, value) in edits {
            if *of == form.name || (of.is_empty() && index == 0) {
                let steps: Vec<&str> = path.split('/').skip(1).collect();
                root = changed(&root, &steps, value);
            }
        }
        document(&form.prefix, root)
    };
    file.forms.iter().enumerate().map(one).collect()
}

fn found(documents: &[Document], ratios: &Ratios) -> Vec<Finding> {
    match documents {
        [one] => check(one, ratios).findings,
        many => check_across(many, ratios).unwrap().into_iter().map(|found| found.finding).collect(),
    }
}

fn files() -> BTreeSet<String> {
    let ratios = Ratios::embedded();
    assert_eq!(ratios.faults(), []);
    ratios.list().map(|ratio| ratio.file.to_owned()).collect()
}

#[test]
fn every_ratio_speaks_alone_on_a_document_that_breaks_just_it() {
    let ratios = Ratios::embedded();
    let mut failures = Vec::new();
    for name in files() {
        let file = ratios.file(&name).unwrap();
        let mut breaks = breaks(&name);
        let keeps = match breaks.first() {
            Some(first) if first.code == "keeps" => breaks.remove(0).edits,
            _ => Vec::new(),
        };
        assert_eq!(found(&documents(file, None, &keeps), ratios), [], "{name}");
        for base in breaks.iter().filter_map(|b| b.base.as_deref()) {
            assert_eq!(found(&documents(file, Some(base), &[]), ratios), [], "{base}");
        }
        let codes: Vec<&str> = breaks.iter().map(|b| b.code.as_str()).collect();
        let wanted: Vec<&str> = file.ratios.iter().map(|r| r.code.as_str()).collect();
        assert_eq!(codes, wanted, "{name}: the table of breaks");
        for broken in &breaks {
            let findings = found(
                &documents(file, broken.base.as_deref(), &[keeps.clone(), broken.edits.clone()].concat()),
                ratios,
            );
            let spoke: BTreeSet<&str> = findings.iter().map(|f| f.code.as_str()).collect();
            if spoke != BTreeSet::from([broken.code.as_str()]) {
                let sides: Vec<_> = findings.iter().map(|f| (&f.code, &f.sides)).collect();
                failures.push(format!("{name}: {} is broken, these spoke: {sides:?}", broken.code));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_documents_that_keep_the_ratios_are_of_the_official_forms() {
    let all = support::files(&folder(), "xml");
    assert!(all.len() >= 9, "{all:?}");
    for file in all {
        let found = formats::check(&std::fs::read(&file).unwrap());
        let errors: Vec<_> = found.findings.iter().filter(|f| f.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
    }
}

#[test]
fn returns_of_others_keep_the_ratios() {
    let Some(shared) = support::shared("returns_of_others_keep_the_ratios") else { return };
    for form in ["NO_BOUPR", "NO_NDFL6.2", "NO_RASCHSV", "NO_USN"] {
        let bytes = std::fs::read(shared.join(format!("reporting-samples/masked_{form}_romashka.xml"))).unwrap();
        let found = check_bytes(Registry::embedded(), Ratios::embedded(), &bytes).unwrap();
        assert_eq!(found.findings, [], "{form}");
    }
}

#[test]
fn a_finding_shows_both_sides_words_norm_and_place() {
    let edits = [("", "Файл/Документ/РасчетСВ/ОбязПлатСВ/УплПерОПС/@СумСВУпл2М", "45000.01")];
    let edits = edits.map(|(form, path, value)| (form.to_owned(), path.to_owned(), value.to_owned()));
    let ratios = Ratios::embedded();
    let documents = documents(ratios.file("NO_RASCHSV_5.08").unwrap(), None, &edits);
    let mut findings = check(&documents[0], ratios).findings;
    locate(&std::fs::read(folder().join("NO_RASCHSV_5.08.xml")).unwrap(), &mut findings);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    let sides = finding.sides.as_ref().unwrap();
    assert_eq!((sides.left.as_str(), sides.right.as_str()), ("45000.01", "45000"));
    assert_eq!((finding.layer, finding.severity), (Layer::Ratio, Severity::Warning));
    assert_eq!(finding.path, "Файл/Документ/РасчетСВ/ОбязПлатСВ/УплПерОПС/@СумСВУпл2М");
    assert_eq!((finding.line, finding.column), (7, 1));
    assert!(finding.norm.contains("БС-4-11/2112@") && finding.shape.contains("раздел"), "{finding:?}");
}

#[test]
fn the_bytes_of_a_document_give_findings_with_their_lines() {
    let text = std::fs::read_to_string(folder().join("NO_RASCHSV_5.08.xml")).unwrap();
    let broken = text.replace("СумСВУпл3М=\"45000.00\"", "СумСВУпл3М=\"1.00\"");
    let found = check_bytes(Registry::embedded(), Ratios::embedded(), broken.as_bytes()).unwrap();
    let told: Vec<_> = found.findings.iter().map(|f| (f.code.as_str(), f.line, f.column)).collect();
    assert_eq!(told, [("rsv.payable.month3", 7, 1)]);
    assert!(found.is_clean() && found.is_schema_valid(), "a ratio that only warns refuses nothing");
    let silent = check_bytes(Registry::embedded(), Ratios::embedded(), text.as_bytes()).unwrap();
    assert_eq!(silent.findings, []);
    assert!(check_bytes(Registry::embedded(), Ratios::embedded(), b"<a/>").is_err());
}

#[test]
fn a_row_is_blamed_by_its_number() {
    let path = "Файл/Документ/РасчетСВ/ПерсСвСтрахЛиц[2]/ДанФЛПолуч/@СНИЛС";
    let edits = [(String::new(), path.to_owned(), "112-233-445 95".to_owned())];
    let ratios = Ratios::embedded();
    let documents = documents(ratios.file("NO_RASCHSV_5.08").unwrap(), None, &edits);
    let paths: Vec<String> = check(&documents[0], ratios).findings.into_iter().map(|f| f.path).collect();
    assert_eq!(paths, ["Файл/Документ/РасчетСВ/ПерсСвСтрахЛиц/ДанФЛПолуч/@СНИЛС", path]);
}

#[test]
fn a_value_that_is_no_number_is_left_to_the_schema() {
    let path = "Файл/Документ/РасчетСВ/ОбязПлатСВ/УплПерОПС/@СумСВУпл2М";
    let edits = [(String::new(), path.to_owned(), "сорок".to_owned())];
    let ratios = Ratios::embedded();
    let documents = documents(ratios.file("NO_RASCHSV_5.08").unwrap(), None, &edits);
    assert_eq!(check(&documents[0], ratios).findings, []);
}

#[test]
fn a_folder_adds_files_replaces_one_of_the_same_name_and_broken_ones_are_told_of() {
    let own = r#"{"title":"","forms":[{"name":"usn","prefix":"NO_RASCHSV","versions":["5.08"]}],
        "sources":{"s":{"norm":"Норма","trust":"one"}},
        "ratios":[{"code":"own","words":"Своё","left":"1","relation":"=","right":"2","blame":"Документ","source":"s"}]}"#;
    let files = [("NO_RASCHSV_5.08.json", own), ("broken.json", "{}")];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let (ratios, refused) = Ratios::layered(files);
    assert_eq!(refused.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["broken.json"]);
    let codes = check(&document("NO_RASCHSV", kept("NO_RASCHSV_5.08")), &ratios).findings;
    assert_eq!(codes.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["own"]);
}

#[test]
fn a_wrong_file_is_refused_with_the_ratio_and_the_reason() {
    let ratio = r#"{"code":"a","words":"б","left":"1","relation":"=","right":"2","blame":"А","source":"s"}"#;
    let form = r#"{"name":"a","prefix":"X","versions":["1"]}"#;
    let file = |forms: &str, ratios: &str| {
        format!(
            r#"{{"title":"","forms":[{forms}],"sources":{{"s":{{"norm":"Н","trust":"unverified"}}}},"ratios":[{ratios}]}}"#
        )
    };
    let with = |from: &str, to: &str| file(form, &ratio.replace(from, to));
    for (name, text, said) in [
        ("no form", file("", ratio), "forms"),
        ("three forms", file(&[form; 3].join(","), ratio), "forms"),
        ("two forms without together", file(&[form; 2].join(","), ratio), "together"),
        ("unknown field", with("\"code\"", "\"colour\":1,\"code\""), "unknown field"),
        ("code twice", file(form, &[ratio; 2].join(",")), "twice"),
        ("unknown source", with("\"source\":\"s\"", "\"source\":\"t\""), "source"),
        ("no words", with("\"б\"", "\" \""), "words"),
        ("refused without a publication", with("\"source\"", "\"refused\":true,\"source\""), "refused"),
        ("unknown relation", with("\"=\"", "\"==\""), "relation"),
        ("a condition for a side", with("\"left\":\"1\"", "\"left\":\"1 = 1\""), "a number or a text"),
        ("a number for a condition", with("\"left\"", "\"when\":\"1\",\"left\""), "a condition"),
        ("a text against a number", with("\"left\":\"1\"", "\"left\":\"'1'\""), "two texts or two numbers"),
        ("tolerance of an inequality", with("\"=\"", "\"<\",\"tolerance\":\"1\""), "tolerance"),
        ("rows from the row", with("\"left\"", "\"each\":\"А\",\"left\""), "each"),
        ("blame above", with("\"blame\":\"А\"", "\"blame\":\"../@А\""), "blame"),
        ("unknown document", with("\"left\":\"1\"", "\"left\":\"b:/А/@Б\""), "document"),
    ] {
        let (_, refused) = Ratios::layered([("x.json".to_owned(), text.into_bytes())]);
        let [(_, refusal)] = refused.as_slice() else { panic!("{name} is taken") };
        assert!(refusal.to_string().contains(said), "{name}: {refusal}");
    }
}
