//! The official form of a document stays as it is: what is read from it is written as the same bytes.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::{read, write};
use support::{files, mutants::family, shared, skeleton};

/// Mutants of each document.
const MUTANTS: usize = 20;

/// Reads and writes the official form; returns whether the document could be read at all.
fn stays(bytes: &[u8]) -> bool {
    let Ok(document) = read(bytes) else { return false };
    assert_eq!(write(&document).unwrap(), bytes, "{}", document.format());
    true
}

#[test]
fn the_official_form_of_every_format_is_written_as_it_was_read() {
    let mut same = 0;
    for bytes in skeleton::written() {
        let Ok(document) = read(&bytes) else { continue };
        same += family(&document, MUTANTS, 3).iter().filter(|bytes| stays(bytes)).count();
    }
    println!("{same} documents");
    assert!(same > 1_000, "{same}");
}

#[test]
fn samples_of_others_keep_their_official_form_once_written() {
    let Some(shared) = shared("samples_of_others_keep_their_official_form_once_written") else { return };
    let folders =
        ["edo-samples", "reporting-samples", "egrul", "mchd", "sfr", "1c/directbank", "1c/commerceml-samples"];
    let mut same = 0;
    for path in folders.iter().flat_map(|folder| files(&shared.join(folder), "xml")) {
        let Ok(document) = read(&std::fs::read(&path).unwrap()) else { continue };
        assert!(stays(&write(&document).unwrap()), "{}", path.display());
        same += 1;
    }
    println!("{same} samples");
    assert!(same > 30, "{same}");
}
