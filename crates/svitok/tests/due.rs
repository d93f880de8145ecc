//! `svitok due`: what a payer must file and pay, in words and as JSON.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use serde_json::Value;
use std::process::{Command, Output};

fn due(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_svitok"))
        .arg("due")
        .args(arguments)
        .env_remove("SVITOK_RULES")
        .env_remove("SVITOK_LANGUAGE")
        .output()
        .unwrap()
}

fn text(octets: &[u8]) -> String {
    String::from_utf8(octets.to_vec()).unwrap()
}

#[test]
fn a_small_employer_reads_what_when_and_why() {
    let output = due(&["--regime", "usn-income", "--employees", "5", "--year", "2026"]);
    assert!(output.status.success());
    let told = text(&output.stdout);
    for line in [
        "25.03.2026  представить: Декларация по УСН, 2025 год",
        "27.04.2026  уведомить: Уведомление: авансовый платёж по УСН, I квартал 2026 года (код 34/01)",
        "Срок перенесён с 25.04.2026: это выходной день.",
        "30.12.2026  уплатить: НДФЛ, удержанный с 23 по 31 декабря, декабрь 2026 года, с 23-го по 31-е",
        "Есть выплаты людям по трудовым или гражданско-правовым договорам.",
        "Налоговый кодекс РФ, часть вторая, статья 431, пункт 7.",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    assert!(!told.contains("НДС") && !told.contains("Только в электронном виде. Федеральный закон № 125"), "{told}");
}

#[test]
fn json_has_the_rule_and_how_surely_it_is_known() {
    let output = due(&["--regime", "general", "--entrepreneur", "--year", "2026", "--json"]);
    let list: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let vat = list.iter().find(|one| one["duty"] == "vat").unwrap();
    assert_eq!((vat["kind"].as_str(), vat["knd"].as_str()), (Some("report"), Some("1151001")));
    assert_eq!((vat["nominal_on"].as_str(), vat["due_on"].as_str()), (Some("2026-01-25"), Some("2026-01-26")));
    assert_eq!((vat["electronic"].as_bool(), vat["authority"].as_str()), (Some(true), Some("fns")));
    assert!(list.iter().all(|one| one["norm"].as_str().is_some_and(|norm| !norm.is_empty())));
    assert!(list.iter().all(|one| one["trust"].is_string()));
    assert!(list.is_sorted_by_key(|one| one["due_on"].as_str().unwrap().to_owned()));
}

#[test]
fn a_year_without_rules_and_an_unknown_regime_are_refused() {
    let output = due(&["--regime", "eshn", "--year", "2019"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("правило неизвестно"), "{}", text(&output.stderr));
    assert_eq!(due(&["--regime", "envd", "--year", "2026"]).status.code(), Some(2));
    assert_eq!(due(&["--regime", "eshn", "--rules", "/nowhere/at/all"]).status.code(), Some(2));
}
