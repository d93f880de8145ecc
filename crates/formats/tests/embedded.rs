//! The control assertions embedded in the official schemas: each of these documents breaks just one.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::{Findings, Layer, check, check_named, read, write};
use support::shared;

fn sample(test: &str) -> Option<Vec<u8>> {
    let path = shared(test)?.join("edo-samples/masked_generate_utd970_05_02_01_title0_resp.xml");
    Some(std::fs::read(path).unwrap())
}

fn fired(found: &Findings) -> Vec<(&str, &str)> {
    found.findings.iter().filter(|f| f.layer == Layer::Embedded).map(|f| (f.code.as_str(), f.path.as_str())).collect()
}

#[test]
fn every_assertion_of_the_base_pack_is_in_the_language() {
    let registry = formats::Registry::embedded();
    let mut formats = 0;
    for format in registry.formats() {
        let definition = registry.definition(format).unwrap();
        // Formats without an official name come from several files, or not word for word from the official one.
        let is_whole = definition.not_expressed.is_empty() || format.number.is_empty();
        assert!(is_whole, "{format}: {:?}", definition.not_expressed);
        formats += 1;
    }
    assert_eq!(formats, 121);
}

#[test]
fn the_name_of_the_file_is_compared_only_where_it_is_known() {
    let Some(sample) = sample("the_name_of_the_file_is_compared_only_where_it_is_known") else { return };
    let id = read(&sample).unwrap().file_id().unwrap().to_owned();
    for good in [id.clone(), format!("{id}.xml"), format!("{id}.XML")] {
        assert!(check_named(&sample, &good).is_clean(), "{good}");
    }
    for bad in ["", "ё", "other.xml", &id[1..]] {
        assert_eq!(fired(&check_named(&sample, bad)), [("0400400007", "Файл/@ИдФайл")], "{bad}");
    }
    assert!(check(&sample).is_clean());
}

#[test]
fn findings_of_assertions_show_no_values() {
    let Some(sample) = sample("findings_of_assertions_show_no_values") else { return };
    let document = read(&sample).unwrap();
    let found = check_named(&write(&document).unwrap(), "secret-name.xml");
    let first = found.findings.first().unwrap();
    assert!(first.shape.contains("{usch:getFileName()}"), "{}", first.shape);
    assert!(!format!("{found:?}").contains("secret-name"));
}
