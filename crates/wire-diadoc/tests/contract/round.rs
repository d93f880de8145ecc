//! A contract becomes a title and the title becomes the same contract.

use crate::support::*;
use wire_diadoc::contract::{parse, parse_with_losses};

#[test]
fn every_contract_comes_back_as_it_was() {
    for fixture in fixtures() {
        let title = titled(&fixture);
        let parsed = parse_with_losses(&title.bytes, &fixture.ask).unwrap_or_else(|e| panic!("{}: {e}", fixture.name));
        same(&canonical(&parsed.contract), &canonical(fixture.text.as_bytes()), fixture.name);
        assert_eq!(parsed.lost, [] as [String; 0], "{}", fixture.name);
    }
}

#[test]
fn every_title_passes_the_official_schema() {
    let Some(shared) = shared("every_title_passes_the_official_schema") else { return };
    let folder = tempfile::tempdir().unwrap();
    for fixture in fixtures() {
        let title = titled(&fixture);
        let schema = official_schema(&fixture.ask.version, fixture.ask.title_index);
        let file = folder.path().join(&title.file_name);
        std::fs::write(&file, &title.bytes).unwrap();
        let said = xmllint(&shared.join("edo").join(schema), &[file]);
        assert_eq!(said, [""], "{}", fixture.name);
    }
}

fn official_schema(version: &str, title_index: u32) -> &'static str {
    match (version.get(..9).unwrap(), version.get(9..11).unwrap_or_default(), title_index) {
        ("utd970_05", "_0", 0) if version.contains("05_03") => "ON_NSCHFDOPPR_1_997_01_05_03_05.xsd",
        ("utd970_05", "_0", 0) => "ON_NSCHFDOPPR_1_997_01_05_02_02.xsd",
        ("utd970_05", "_0", _) if version.contains("05_03") => "ON_NSCHFDOPPOK_1_997_02_05_03_01.xsd",
        ("utd970_05", "_0", _) => "ON_NSCHFDOPPOK_1_997_02_05_02_01.xsd",
        (_, _, 0) => "ON_NSCHFDOPPR_1_997_01_05_01_03.xsd",
        _ => "ON_NSCHFDOPPOK_1_997_02_05_01_02.xsd",
    }
}

#[test]
fn a_title_in_utf_8_is_parsed_too() {
    let fixture = seller_of("utd970_05_03_01");
    let title = titled(&fixture);
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&title.bytes);
    let text = text.replacen("windows-1251", "UTF-8", 1);
    assert_eq!(parse(text.as_bytes(), &fixture.ask).unwrap(), parse(&title.bytes, &fixture.ask).unwrap());
}
