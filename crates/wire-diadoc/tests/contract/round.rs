//! A contract becomes a title and the title becomes the same contract.

use crate::support::*;
use wire_diadoc::contract::{Context, parse, parse_with_losses};

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
    let seller = title_index == 0;
    match version.get(..15).unwrap() {
        "utd970_05_03_01" if seller => "ON_NSCHFDOPPR_1_997_01_05_03_05.xsd",
        "utd970_05_03_01" => "ON_NSCHFDOPPOK_1_997_02_05_03_01.xsd",
        "utd970_05_02_01" if seller => "ON_NSCHFDOPPR_1_997_01_05_02_02.xsd",
        "utd970_05_02_01" => "ON_NSCHFDOPPOK_1_997_02_05_02_01.xsd",
        _ if seller => "ON_NSCHFDOPPR_1_997_01_05_01_03.xsd",
        _ => "ON_NSCHFDOPPOK_1_997_02_05_01_02.xsd",
    }
}

/// The rich contract as an invoice alone: no document of transfer in it.
#[test]
fn an_invoice_is_carried_too() {
    for version in ["utd970_05_03_01", "utd970_05_02_01", "utd820_05_01_02_hyphen"] {
        let mut fixture = seller_of(version);
        let (start, end) =
            (fixture.text.find("<TransferInfo ").unwrap(), fixture.text.find("</TransferInfo>").unwrap());
        fixture.text.replace_range(start..end + "</TransferInfo>".len(), "");
        fixture.text = fixture.text.replacen("Function=\"СЧФДОП\"", "Function=\"СЧФ\"", 1);
        // An assertion of 5.02 asks every row of an invoice for the total's attribute, unless the circumstance is 2.
        let circumstance = if version == "utd970_05_02_01" { "CircumFormat=\"2\"" } else { "CircumFormat=\"1\"" };
        fixture.text = fixture.text.replacen("CircumFormat=\"10000\"", circumstance, 1);
        // The name of a primary document, which an invoice alone is not.
        fixture.text = fixture.text.replacen("DocumentName=\"Счёт-фактура и передаточный документ\" ", "", 1);
        for (named_id, function) in [("UniversalTransferDocument", "СЧФ"), ("Invoice", "default")] {
            fixture.ask.named_id = named_id.to_owned();
            fixture.ask.function = function.to_owned();
            let title = titled(&fixture);
            let parsed = parse_with_losses(&title.bytes, &fixture.ask).unwrap();
            same(&canonical(&parsed.contract), &canonical(fixture.text.as_bytes()), version);
            assert_eq!(parsed.lost, [] as [String; 0], "{version}");
            assert!(formats::check(&title.bytes).findings.is_empty(), "{version}");
        }
    }
}

#[test]
fn a_title_is_written_by_the_definition_the_host_has() {
    let fixture = seller_of("utd970_05_03_01");
    let base = formats::Registry::embedded();
    let mut own = base.definition(base.newest("ON_NSCHFDOPPR", "5.03").unwrap()).unwrap().clone();
    own.format.revision = "90".to_owned();
    own.encoding = formats::Encoding::Utf8;
    let file = format!("{}.json", own.format.official_name());
    let (forms, _) = formats::Registry::layered(base, [(file, formats::import::to_json(&own).unwrap().into_bytes())]);
    let context = Context { forms: &forms, ..context() };
    let title = wire_diadoc::contract::generate(fixture.text.as_bytes(), &fixture.ask, &context).unwrap();
    assert!(title.bytes.starts_with(br#"<?xml version="1.0" encoding="UTF-8""#));
    assert_eq!(formats::read_tree(&title.bytes), formats::read_tree(&titled(&fixture).bytes));
}

#[test]
fn a_contract_in_windows_1251_gives_the_same_title() {
    let mut fixture = seller_of("utd970_05_03_01");
    fixture.text = fixture.text.replacen("utf-8", "windows-1251", 1);
    let (bytes, _, lost) = encoding_rs::WINDOWS_1251.encode(&fixture.text);
    assert!(!lost);
    let title = wire_diadoc::contract::generate(&bytes, &fixture.ask, &context()).unwrap();
    assert_eq!(title, titled(&seller_of("utd970_05_03_01")));
}

#[test]
fn a_title_in_utf_8_is_parsed_too() {
    let fixture = seller_of("utd970_05_03_01");
    let title = titled(&fixture);
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&title.bytes);
    let text = text.replacen("windows-1251", "UTF-8", 1);
    assert_eq!(parse(text.as_bytes(), &fixture.ask).unwrap(), parse(&title.bytes, &fixture.ask).unwrap());
}
