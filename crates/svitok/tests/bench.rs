//! `svitok bench`: it ends, and says every figure; without a compiler it says so.

use serde_json::Value;
use std::process::Command;

#[test]
fn the_shortest_delivery_says_every_figure() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    let output = command.args(["bench", "delivery", "--boxes", "4", "--seconds", "1", "--json"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in [
        "delivery.per_second",
        "delivery.p50_ms",
        "delivery.p99_ms",
        "delivery.floor_ratio",
        "docflow.finished_per_second",
        "docflow.floor_ratio",
        "start.ready_ms",
        "memory.idle_mb",
    ] {
        assert!(figures[name].as_f64().is_some_and(|value| value > 0.0), "{name}: {figures}");
    }
    assert_eq!(figures["delivery.boxes"], 4.0);
}

#[test]
fn certificates_are_counted() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    let output = command.args(["bench", "issuing", "--seconds", "1", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(figures["issuing.certificates_per_s"].as_f64().is_some_and(|value| value > 0.0), "{figures}");
}

#[test]
fn a_browser_says_every_figure_or_why_there_is_none() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    let output = command.args(["bench", "web", "--json"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    if svitok::ui::Ui::embedded().shell().is_none() {
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("NOT measured"), "{said}");
        return;
    }
    assert!(output.status.success(), "{said}");
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in
        ["web.bare_ms", "web.public_ms", "web.public_ratio", "web.first_ms", "web.first_ratio", "web.first_script_kib"]
    {
        assert!(figures[name].as_f64().is_some_and(|value| value > 0.0), "{name}: {figures}");
    }
    assert_eq!(figures["web.public_script_kib"], 0.0, "the public page has no script");
}

#[test]
fn without_a_compiler_there_is_no_peer() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    let output = command.args(["bench", "gost"]).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gcc"), "what to install is named");
}

#[test]
fn papers_are_counted() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    let output = command.args(["bench", "print", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in ["print.first_ms", "print.page_ms", "print.page_kib", "print.long_ms", "print.long_pages"] {
        assert!(figures[name].as_f64().is_some_and(|value| value > 0.0), "{name}: {figures}");
    }
}

#[test]
fn a_report_table_of_a_thousand_payers_is_laid_out() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    let output = command.args(["bench", "reporting", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in ["reporting.payers_ms", "reporting.table_ms", "reporting.table_year_ms", "reporting.table_floor_ratio"]
    {
        assert!(figures[name].as_f64().is_some_and(|value| value > 0.0), "{name}: {figures}");
    }
    assert!(figures["reporting.cells"].as_f64().is_some_and(|cells| cells >= 1_000.0), "{figures}");
}
