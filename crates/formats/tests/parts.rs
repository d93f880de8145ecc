//! A document that comes in parts is checked as the whole is.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod support;

use formats::{Extent, Findings, Registry, check};
use support::*;

fn in_parts(bytes: &[u8], size: usize) -> Findings {
    let mut parted = Registry::embedded().check_in_parts(None, Extent::Assertions);
    bytes.chunks(size).for_each(|part| parted.push(part));
    parted.finish()
}

/// Small documents of every format, whole, cut and spoilt.
fn documents() -> Vec<Vec<u8>> {
    let mut chance = Seeded::new(5);
    let mut documents = Vec::new();
    for bytes in skeleton::written() {
        for _ in 0..3 {
            let mut spoilt = bytes.clone();
            for _ in 0..=chance.below(3) {
                let at = chance.below(spoilt.len());
                spoilt[at] = u8::try_from(chance.below(256)).unwrap();
            }
            documents.push(spoilt);
        }
        documents.push(bytes[..chance.below(bytes.len())].to_vec());
        documents.push(bytes);
    }
    documents
}

#[test]
fn the_same_is_found_whatever_the_parts() {
    let mut chance = Seeded::new(6);
    let mut compared = 0;
    for bytes in documents() {
        let whole = check(&bytes);
        for size in [1, 1 + chance.below(300), 64 * 1024] {
            let parts = in_parts(&bytes, size);
            let text = String::from_utf8_lossy(&bytes);
            if whole.format.is_none() {
                // Which comes first, an unknown format or a wrong byte far behind, is decided by what is at hand.
                assert!(!parts.is_clean(), "{size}: {text}");
                continue;
            }
            assert_eq!(whole.format, parts.format, "{size}: {text}");
            assert_eq!(whole.findings, parts.findings, "{size}: {text}");
            assert_eq!(whole.cut, parts.cut, "{size}");
            compared += 1;
        }
    }
    assert!(compared > 800, "{compared}");
}

#[test]
fn a_file_of_utf_8_may_be_cut_inside_a_character_and_a_line_end() {
    let decode = |bytes: Vec<u8>| encoding_rs::WINDOWS_1251.decode(&bytes).0.into_owned();
    let text = skeleton::written().into_iter().map(decode).find(|text| text.contains("\"DP_IZVPOL_1\"")).unwrap();
    let text = text.replace("windows-1251", "UTF-8").replace("><", ">\r\n<");
    for size in [1, 2, 3, 7] {
        assert_eq!(check(text.as_bytes()).findings, in_parts(text.as_bytes(), size).findings, "{size}");
    }
}

#[test]
fn only_the_schemas_part_is_found_where_it_is_asked() {
    let registry = Registry::embedded();
    let mut differed = 0;
    for bytes in skeleton::written() {
        let (all, schema) = (registry.check(&bytes), registry.check_schema(&bytes));
        let part: Vec<_> = all.findings.iter().filter(|f| f.layer != formats::Layer::Embedded).collect();
        assert_eq!(part, schema.findings.iter().collect::<Vec<_>>());
        differed += usize::from(all.findings.len() > schema.findings.len());
    }
    assert!(differed > 3, "{differed}");
}
