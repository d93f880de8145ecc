//! Official documents and schemas of anybody's making: what is asked of `formats` for any octets.
//!
//! A file of its own, which `crates/formats/tests/corpus.rs` reads too: the replay of the other targets knows no formats.

use formats::import::{from_xsd, to_json};
use formats::{Extent, Registry};

/// A target by its name.
pub type Target = fn(&[u8]);

/// Every target: the folder of its corpus, and what it does.
pub const TARGETS: &[(&str, Target)] = &[("document", document), ("schema", schema)];

/// The name under which schemas are imported.
const SCHEMA: &str = "DP_PROBA_1_999_01_01_01_01";

/// The size of parts in one octet, then a document: checked whole and in parts alike; what was read is written and read alike.
pub fn document(octets: &[u8]) {
    let Some((size, bytes)) = octets.split_first() else { return };
    let registry = Registry::embedded();
    let whole = registry.check(bytes);
    let mut parted = registry.check_in_parts(None, Extent::Assertions);
    bytes.chunks(usize::from(*size) + 1).for_each(|part| parted.push(part));
    let parts = parted.finish();
    if whole.format.is_some() {
        assert_eq!((&whole.format, &whole.findings, whole.cut), (&parts.format, &parts.findings, parts.cut));
    } else {
        assert!(!parts.is_clean());
    }
    let Ok(read) = registry.read(bytes) else { return };
    if let Ok(written) = registry.write(&read) {
        assert_eq!(registry.read(&written).as_ref(), Ok(&read));
        assert_eq!(registry.write(&read), Ok(written));
    }
}

/// A schema: what an importer takes it takes alike again, and can write down.
pub fn schema(octets: &[u8]) {
    let Ok(definition) = from_xsd(SCHEMA, octets) else { return };
    assert!(to_json(&definition).is_ok_and(|text| !text.is_empty()));
    assert_eq!(from_xsd(SCHEMA, octets), Ok(definition));
}
