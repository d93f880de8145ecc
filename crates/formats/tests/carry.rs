//! A document carried to another revision of its form: nothing is lost without being told, what both know comes back as it was.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use formats::carry::{Carried, Moves};
use formats::{Document, Element, FormatId, FormatRefusal, Registry, read};
use std::collections::BTreeMap;
use support::{files, shared, skeleton};

fn carry(bytes: &[u8], to: &FormatId) -> Carried {
    Registry::embedded().carry(bytes, to, Moves::embedded()).unwrap()
}

fn format(name: &str) -> FormatId {
    FormatId::from_schema_name(name).unwrap()
}

/// Every value of a document with its number; values inside `lost` places are left out.
fn values(root: &Element, lost: &[String]) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    collect(root, root.name(), lost, &mut found);
    found
}

fn collect(element: &Element, path: &str, lost: &[String], found: &mut BTreeMap<String, usize>) {
    if lost.iter().any(|place| place == path) {
        return;
    }
    for (name, value) in element.attributes() {
        if !lost.contains(&format!("{path}/@{name}")) {
            *found.entry(value.to_owned()).or_default() += 1;
        }
    }
    let text = element.text();
    if !text.trim().is_empty() {
        *found.entry(text).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for child in element.elements() {
        let number = seen.entry(child.name()).or_default();
        *number += 1;
        let place = match *number {
            1 => format!("{path}/{}", child.name()),
            number => format!("{path}/{}[{number}]", child.name()),
        };
        collect(child, &place, lost, found);
    }
}

/// The other revisions of a document's form.
fn others(of: &FormatId) -> Vec<FormatId> {
    let root = |f: &FormatId| Registry::embedded().definition(f).unwrap().root.name.clone();
    let is_other = |f: &&FormatId| f.prefix == of.prefix && f.number == of.number && *f != of && root(f) == root(of);
    Registry::embedded().formats().filter(is_other).cloned().collect()
}

/// Asserts that each value is in the carried document or told as lost; returns whether it was carried whole.
fn nothing_is_lost_untold(document: &Document, bytes: &[u8], to: &FormatId) -> bool {
    let carried = carry(bytes, to);
    assert_eq!(carried.document.format(), to);
    let versions = &Registry::embedded().definition(to).unwrap().versions;
    let again = read(&carried.bytes).unwrap_or_else(|why| panic!("{} → {to}: {why}", document.format()));
    assert!(versions.iter().any(|known| Some(&**known) == again.version()), "{to}");
    // A moved value is told by the place it was moved to when the newer revision has none for it.
    let kept = values(carried.document.root(), &[]);
    let is_constant = |value: &str| Some(value) == document.version() || Some(value) == document.knd();
    if carried.lost.is_empty() {
        for (value, count) in values(document.root(), &[]) {
            let there = kept.get(&value).copied().unwrap_or_default();
            assert!(there >= count || is_constant(&value), "{} → {to}: {value}", document.format());
        }
    }
    carried.is_whole()
}

#[test]
fn every_form_is_carried_to_each_of_its_revisions_with_what_is_lost_told() {
    let (mut whole, mut all) = (0, 0);
    // A part of a register that has no version of its own is no document that can be recognised.
    for (document, bytes) in skeleton::written().into_iter().filter_map(|bytes| Some((read(&bytes).ok()?, bytes))) {
        for to in others(document.format()) {
            all += 1;
            whole += usize::from(nothing_is_lost_untold(&document, &bytes, &to));
        }
    }
    println!("{all} carried, {whole} of them whole");
    assert!(all > 50 && whole > 10, "{whole} of {all}");
}

#[test]
fn official_samples_are_carried_with_what_is_lost_told() {
    let Some(folder) = shared("official_samples_are_carried_with_what_is_lost_told") else { return };
    let mut all = 0;
    for file in files(&folder.join("edo-samples"), "xml") {
        let bytes = std::fs::read(&file).unwrap();
        let Ok(document) = read(&bytes) else { continue };
        for to in others(document.format()) {
            nothing_is_lost_untold(&document, &bytes, &to);
            all += 1;
        }
    }
    assert!(all > 0);
}

fn transfer_document(version: &str) -> (Document, Vec<u8>) {
    let read = skeleton::written().into_iter().map(|bytes| (read(&bytes).unwrap(), bytes));
    let mut of = read.filter(|(d, _)| d.format().prefix == "ON_NSCHFDOPPR" && d.version() == Some(version));
    of.next().unwrap()
}

#[test]
fn a_transfer_document_comes_back_from_the_former_version_as_it_was() {
    let (document, bytes) = transfer_document("5.02");
    let there = carry(&bytes, &format("ON_NSCHFDOPPR_1_997_01_05_03_05"));
    assert_eq!(there.lost, Vec::<String>::new());
    assert_eq!(there.document.version(), Some("5.03"));
    let row = there.document.root().at(&["Документ", "ТаблСчФакт", "СведТов", "ДопСведТов"]).unwrap();
    let former = document.root().at(&["Документ", "ТаблСчФакт", "СведТов", "ДопСведТов"]).unwrap();
    assert_eq!(row.attribute("КрНаимСтрПр"), None);
    assert_eq!(row.child("КрНаимСтрПр").map(Element::text).as_deref(), former.attribute("КрНаимСтрПр"));
    assert_eq!(row.attribute("КодТовОКПД2"), former.attribute("КодТовОКДП2"));
    let back = carry(&there.bytes, document.format());
    assert_eq!((back.lost, values(back.document.root(), &[])), (Vec::new(), values(document.root(), &[])));
}

#[test]
fn what_only_a_person_can_say_is_named() {
    let (document, bytes) = transfer_document("5.01");
    let carried = carry(&bytes, &format("ON_NSCHFDOPPR_1_997_01_05_03_05"));
    assert!(!carried.is_whole());
    let invoice = carried.document.root().at(&["Документ", "СвСчФакт"]).unwrap();
    let former = document.root().at(&["Документ", "СвСчФакт"]).unwrap();
    assert_eq!(invoice.attribute("НомерДок"), former.attribute("НомерСчФ"));
    assert_eq!(invoice.at(&["ДенИзм"]).unwrap().attribute("КодОКВ"), former.attribute("КодОКВ"));
    assert!(carried.lost.contains(&"Файл/СвУчДокОбор".to_owned()), "{:?}", carried.lost);
    let asked: Vec<&str> = carried.findings.findings.iter().map(|finding| &*finding.path).collect();
    assert!(asked.contains(&"Файл/Документ/Подписант/@СпосПодтПолном"), "{asked:?}");
}

#[test]
fn another_form_is_refused_and_the_same_revision_changes_nothing() {
    let (document, bytes) = transfer_document("5.03");
    let other = Registry::embedded().carry(&bytes, &format("ON_NSCHFDOPPOK_1_997_02_05_03_01"), Moves::embedded());
    assert!(matches!(other, Err(FormatRefusal::OtherFormat { .. })));
    assert_eq!(carry(&bytes, document.format()).bytes, bytes);
    assert_eq!(Moves::layered([]).1, [], "the program's own tables");
    let wrong = Moves::layered([("X.json".to_owned(), b"{}".to_vec())]).1;
    assert_eq!(wrong.len(), 1);
    let table =
        r#"{"prefix":"ON_NSCHFDOPPR","moves":[{"between":["5.02","5.03"],"at":"//X","from":"@a","to":"b","c":1}]}"#;
    assert_eq!(Moves::layered([("X.json".to_owned(), table.into())]).1.len(), 1);
}
