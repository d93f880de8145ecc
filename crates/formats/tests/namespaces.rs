//! Formats whose names are in namespaces: МЧД, ЕФС-1, 1C. Documents of others are clean, what is put in another namespace is
//! found, and what is written is read again.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::{check, detect, read, write};
use std::path::{Path, PathBuf};
use support::{files, shared};

/// Samples that the official schemas accept, and the format each has.
fn samples(shared: &Path) -> Vec<(PathBuf, String)> {
    let named = |path: PathBuf, name: &str| (path, name.to_owned());
    let powers = files(&shared.join("mchd"), "xml").into_iter().filter(|p| p.to_string_lossy().contains("EMCHD"));
    let mut found: Vec<_> = powers.map(|path| named(path, "ON_EMCHD_1_928_00_01_01_01")).collect();
    found.push(named(shared.join("sfr/masked_EFS1_2026-01-01_podrazdel_2.1.xml"), "EFS-1_v2026-01-01"));
    for path in files(&shared.join("1c/directbank"), "xml") {
        let stem = path.file_stem().unwrap().to_str().unwrap().split('_').next().unwrap().to_owned();
        found.push((path, format!("DIRECTBANK_{stem}_v2.3.2")));
    }
    for name in ["import.xml", "offers.xml"] {
        found.push(named(shared.join("1c/commerceml-samples").join(name), "CommerceML_v2.10"));
    }
    found
}

#[test]
fn samples_are_known_and_clean() {
    let Some(shared) = shared("samples_are_known_and_clean") else { return };
    let samples = samples(&shared);
    assert_eq!(samples.len(), 17);
    for (path, name) in samples {
        let bytes = std::fs::read(&path).unwrap();
        let found = check(&bytes);
        assert_eq!(found.format.as_ref().map(|f| f.official_name()), Some(name), "{}: {found:?}", path.display());
        assert!(found.findings.is_empty(), "{}: {:?}", path.display(), found.findings);
    }
}

#[test]
fn what_is_written_is_the_same_document() {
    let Some(shared) = shared("what_is_written_is_the_same_document") else { return };
    for (path, _) in samples(&shared) {
        let document = read(&std::fs::read(&path).unwrap()).unwrap();
        let written = write(&document).unwrap();
        let again = read(&written).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        let root = formats::read_tree(&written).unwrap();
        assert_eq!(again.format(), document.format());
        assert_eq!(again.root(), document.root(), "{}", path.display());
        assert!(root.attributes().any(|(name, _)| name.starts_with("xmlns")), "{}", path.display());
        assert!(check(&written).findings.is_empty(), "{}", path.display());
    }
}

const REQUEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<b:Probe xmlns:b="http://directbank.1c.ru/XMLSchema" id="1" formatVersion="2.3.2" creationDate="2026-11-28T10:00:00">
<b:Sender><b:Customer id="1" name="ООО Ромашка"/></b:Sender><b:Recipient><b:Bank bic="044525000" name="Банк"/></b:Recipient></b:Probe>"#;

#[test]
fn a_prefix_is_the_document_s_own_business_and_a_namespace_is_not() {
    assert_eq!(detect(REQUEST.as_bytes()).unwrap().official_name(), "DIRECTBANK_Probe_v2.3.2");
    let of = |text: &str| {
        let found = check(text.as_bytes());
        found.findings.into_iter().map(|f| (f.code, f.path)).collect::<Vec<_>>()
    };
    let own = of(REQUEST);
    assert_eq!(of(&REQUEST.replace("b:", "другой:").replace("xmlns:b=", "xmlns:другой=")), own);
    assert_eq!(of(&REQUEST.replace("b:", "").replace("xmlns:b=", "xmlns=")), own);
    let foreign = REQUEST.replace("<b:Sender>", "<Sender xmlns=\"urn:other\">").replace("</b:Sender>", "</Sender>");
    assert!(of(&foreign).contains(&("formats.schema.element".to_owned(), "Probe/{urn:other}Sender".to_owned())));
    let bare = REQUEST.replace("<b:Sender>", "<Sender>").replace("</b:Sender>", "</Sender>");
    assert!(of(&bare).contains(&("formats.schema.element".to_owned(), "Probe/{}Sender".to_owned())));
    assert_eq!(detect(REQUEST.replace("directbank", "other").as_bytes()).unwrap_err().code(), "formats.format.unknown");
}

#[test]
fn a_format_without_an_official_name_is_known_by_its_file_name_or_its_namespace_only() {
    let file = |prefix: &str, version: &str| {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><Файл ИдФайл="{prefix}_0001" ВерсФорм="{version}"><Документ/></Файл>"#
        )
    };
    let of = |text: String| detect(text.as_bytes()).ok().map(|format| format.official_name());
    assert_eq!(of(file("NO_NDS.9", "5.08")).as_deref(), Some("NO_NDS.9_v5.08"));
    assert_eq!(of(file("NO_NDS.9", "5.07")).as_deref(), Some("NO_NDS.9_v5.07"));
    assert_eq!(of(file("NO_NDS.9", "5.06")), None);
    assert_eq!(of(file("ON_PROBA", "5.08")), None);
}
