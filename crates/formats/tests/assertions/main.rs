//! The control assertions embedded in the official schemas: each fires on a document made to break just it, and what
//! fires is what an independent evaluator of the same expressions (libxslt) says.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "../support/mod.rs"]
mod support;

mod branch;
mod breaking;
mod places;
mod sheet;

use breaking::Maker;
use formats::definition::Definition;
use formats::{Document, FormatId, Layer, Registry, write};
use places::Check;
use std::collections::BTreeMap;
use support::Seeded;

/// Documents with a random change that are compared besides those made to break one assertion.
const STRAYS: usize = 20;

/// Assertions that no document breaks, with the reason.
const UNBREAKABLE: [(&str, &str, &str); 0] = [];

/// What is known of an assertion that fired.
type Fired = Vec<(String, String, String)>;

fn fired(document: &Document, file_name: Option<&str>) -> Fired {
    let bytes = write(document).unwrap();
    let found = match file_name {
        Some(name) => formats::check_named(&bytes, name),
        None => formats::check_as(&bytes, document.format()),
    };
    let embedded = found.findings.into_iter().filter(|f| f.layer == Layer::Embedded);
    let mut fired: Fired = embedded.map(|f| (f.code, f.accepted, f.shape)).collect();
    fired.sort();
    fired
}

fn with_checks() -> Vec<(FormatId, &'static Definition)> {
    let registry = Registry::embedded();
    let all = registry.formats().map(|f| (f.clone(), registry.definition(f).unwrap()));
    all.filter(|(_, definition)| !places::checks(definition).is_empty()).collect()
}

#[test]
fn each_fires_on_a_document_that_breaks_just_it() {
    let (mut table, mut unbroken, mut crowded) = (String::new(), Vec::new(), Vec::new());
    let mut judged: BTreeMap<String, Vec<(Document, Fired)>> = BTreeMap::new();
    for (format, definition) in with_checks() {
        let checks = places::checks(definition);
        let mut maker = Maker::new(&format, definition, &checks);
        let (mut alone, mut entangled) = (0, 0);
        for check in &checks {
            match maker.breaking(check) {
                Some(made) => {
                    match made.others.is_empty() {
                        true => alone += 1,
                        false if is_entangled(check, &made.others, &checks) => entangled += 1,
                        false => crowded.push((format.official_name(), check.check.test.clone(), made.others)),
                    }
                    judged.entry(format.official_name()).or_default().push((made.document, made.judged));
                }
                None => unbroken.push((format.official_name(), check.check.context.clone(), check.check.test.clone())),
            }
        }
        table.push_str(&format!("{:<40} {:>4} | {alone:>4} | {entangled:>4}\n", format.official_name(), checks.len()));
        let strays = (0..STRAYS).map(|_| maker.stray());
        judged.entry(format.official_name()).or_default().extend(strays);
    }
    eprintln!("format | assertions | fire alone | fire with others on the same fields\n{table}");
    assert!(crowded.is_empty(), "fired in company only: {crowded:#?}");
    let named = |known: &(String, String, String)| {
        UNBREAKABLE.iter().any(|(format, context, test)| known.0 == *format && known.1 == *context && known.2 == *test)
    };
    let unexplained: Vec<_> = unbroken.iter().filter(|known| !named(known)).collect();
    assert!(unexplained.is_empty(), "{} assertions were never seen to fire: {unexplained:#?}", unexplained.len());
    assert_eq!(unbroken.len(), UNBREAKABLE.len(), "an assertion named as unbreakable was broken");
    same_as_libxslt(&judged);
}

/// Whether every other assertion that fired speaks of the same fields: «no A without B» and «no B without A» are one
/// condition written twice, and what breaks «one of three must be there» breaks it in each of its three wordings.
fn is_entangled(check: &Check<'_>, others: &Fired, checks: &[Check<'_>]) -> bool {
    let own = breaking::looked_at(check);
    let shares = |other: &Check<'_>| {
        breaking::looked_at(other).iter().any(|theirs| own.iter().any(|fields| !fields.is_disjoint(theirs)))
    };
    others.iter().all(|one| checks.iter().any(|other| told(other) == *one && shares(other)))
}

/// The independent evaluator on every document made above.
fn same_as_libxslt(judged: &BTreeMap<String, Vec<(Document, Fired)>>) {
    if !sheet::is_here() {
        eprintln!("SKIPPED same_as_libxslt: xsltproc is not here (apt-get install xsltproc)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut compared = 0;
    for (format, definition) in with_checks() {
        let checks = places::checks(definition);
        let documents = &judged[&format.official_name()];
        let theirs = sheet::fired(definition, &checks, documents.iter().map(|(d, _)| d), folder.path());
        for ((document, ours), theirs) in documents.iter().zip(theirs) {
            compared += 1;
            let text = String::from_utf8_lossy(&write(document).unwrap()).into_owned();
            assert_eq!(*ours, theirs, "{}\n{text}", format.official_name());
        }
    }
    eprintln!("{compared} documents compared with libxslt");
    assert!(compared > 500);
}

/// The name of the assertion's own, as [`fired`] tells it.
fn told(check: &Check<'_>) -> (String, String, String) {
    (check.check.code.clone(), check.check.name.clone(), check.check.message.clone())
}

fn chance() -> Seeded {
    Seeded::new(20_261_128)
}
