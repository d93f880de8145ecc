//! DirectBank: what is composed passes the definition's check, and xmllint's where the official schema is at hand.

use crate::support::order;
use formats::Registry;
use jiff::civil::date;
use payments::direct_bank::{Made, write};
use std::path::Path;
use std::process::Command;

fn made(client: &str) -> Made {
    Made {
        id: "00000000-0000-0000-0000-000000000001".to_owned(),
        at: date(2026, 11, 20).at(10, 30, 0, 0),
        program: "Svitok".to_owned(),
        client: client.to_owned(),
    }
}

#[test]
fn an_order_passes_the_check_of_its_definition() {
    let registry = Registry::embedded();
    let bytes = write(registry, &order("12", 4_500_050), &made("client")).unwrap();
    assert!(registry.check(&bytes).findings.is_empty(), "{:?}", registry.check(&bytes));
    let text = String::from_utf8(bytes.clone()).unwrap();
    for part in ["<Sum>45000.50</Sum>", "<KPP>0</KPP>", "<CBC>18201061201010000510</CBC>", "<Code>0</Code>"] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(write(registry, &order("12", 4_500_050), &made("client")).unwrap(), bytes);
    assert!(write(registry, &order("12", 1), &made("")).is_err(), "a bank must know its client");
}

#[test]
fn the_official_schema_takes_it() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("SVITOK_SHARED").map_or(beside, Into::into);
    let schema = shared.join("formats/1c/directbank/1C-Bank_PayDocRu.xsd");
    if !schema.is_file() {
        eprintln!("SKIPPED the_official_schema_takes_it: ../shared is not here");
        return;
    }
    let file = std::env::temp_dir().join(format!("svitok-direct-bank-{}.xml", std::process::id()));
    std::fs::write(&file, write(Registry::embedded(), &order("12", 4_500_050), &made("client")).unwrap()).unwrap();
    let output = Command::new("xmllint").args(["--noout", "--schema"]).args([&schema, &file]).output();
    std::fs::remove_file(&file).unwrap();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
