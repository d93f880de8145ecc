//! What definitions carry beside their schemas: days in force, authority, the rule of file names.

use formats::standing::{Force, Standings};
use formats::{Extent, Finding, Registry, Severity, check_named};
use jiff::civil::{Date, date};

const NOTICE: &str = include_str!("ratios/UT_UVISCHSUMNAL_5.03.xml");

#[test]
fn every_definition_carries_what_the_table_says() {
    let table = Standings::read(include_bytes!("../base_standing.json")).unwrap();
    let registry = Registry::embedded();
    for format in registry.formats() {
        let definition = registry.definition(format).unwrap();
        assert_eq!(definition.standing, table.of(format), "{format}: make the definitions anew (README)");
    }
}

#[test]
fn a_day_tells_which_revision_of_a_transfer_document_is_in_force() {
    let registry = Registry::embedded();
    let on = |day: Date| -> Vec<String> {
        let is_in =
            |format: &&formats::FormatId| registry.definition(format).unwrap().standing.in_force.on(day) == Force::In;
        let transfers = registry.formats().filter(|format| format.prefix.starts_with("ON_NSCHFDOPP"));
        transfers.filter(is_in).map(formats::FormatId::official_name).collect()
    };
    assert_eq!(on(date(2026, 11, 28)), ["ON_NSCHFDOPPOK_1_997_02_05_03_01", "ON_NSCHFDOPPR_1_997_01_05_03_05"]);
    assert_eq!(on(date(2025, 12, 31)), ["ON_NSCHFDOPPOK_1_997_02_05_03_01"], "first days of the others are not known");
}

#[test]
fn a_file_name_of_another_shape_is_a_warning_with_the_shape_that_is_accepted() {
    let of_name = |found: &[Finding]| -> Vec<(Severity, String)> {
        let named = found.iter().filter(|one| one.code == "formats.file-name.shape");
        named.map(|one| (one.severity, one.accepted.clone())).collect()
    };
    let bytes = NOTICE.as_bytes();
    let good = "UT_UVISCHSUMNAL_7701_7701_7701000019770101001_20260225_00000000-0000-0000-0000-000000000009.xml";
    assert_eq!(of_name(&check_named(bytes, good).findings), []);
    let bad = "UT_UVISCHSUMNAL_7701_7701_7701000019_20260225_1.xml";
    let found = check_named(bytes, bad);
    let accepted = "UT_UVISCHSUMNAL_{9999}_{9999}_{ИНН+КПП|ИНН}_{ГГГГММДД}_{1–36}";
    assert_eq!(of_name(&found.findings), [(Severity::Warning, accepted.to_owned())]);
    assert!(found.findings.iter().all(|one| !one.shape.contains("7701000019")), "no value is told");

    let parted = |extent: Extent| {
        let mut parted = Registry::embedded().check_in_parts(Some(bad), extent);
        parted.push(bytes);
        parted.finish().findings
    };
    assert_eq!(parted(Extent::Assertions), found.findings);
    assert_eq!(of_name(&parted(Extent::Schema)), [], "an XSD says nothing of names");
    assert_eq!(of_name(&formats::check(bytes).findings), [], "no name was told");
}
