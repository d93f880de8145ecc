//! `docs/api/v1.json` is what the program answers with: the contract changes only where the file is changed too.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::process::Command;
use svitok::config::Place;
use svitok::server::{Setup, assemble};

/// What writes the file anew.
const AGAIN: &str = "run: cargo build -p svitok && target/debug/svitok openapi > docs/api/v1.json";

fn kept() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/api/v1.json");
    std::fs::read_to_string(file).unwrap()
}

/// Where two texts part: the first line that differs.
fn parting(one: &str, other: &str) -> Option<(usize, String, String)> {
    let lines = (1..).zip(one.lines().map(Some).chain([None]).zip(other.lines().map(Some).chain([None])));
    let mut differing = lines.filter(|(_, (one, other))| one != other);
    let text = |line: Option<&str>| line.unwrap_or("the end").to_owned();
    differing.next().map(|(number, (one, other))| (number, text(one), text(other)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_kept_description_is_the_programs_own() {
    let folder = tempfile::tempdir().unwrap();
    let program = assemble(Setup::new(Place::in_folder(folder.path()), "http://127.0.0.1:8080")).await.unwrap();
    let own = svitok::pages::description(&program.openapi);
    program.app.store.close().await.unwrap();
    assert_eq!(parting(&kept(), &own), None, "{AGAIN}");
    assert!(kept() == own, "the same lines with other ends; {AGAIN}");
}

#[test]
fn the_command_prints_the_same() {
    let printed = Command::new(env!("CARGO_BIN_EXE_svitok")).arg("openapi").output().unwrap();
    assert!(printed.status.success());
    assert_eq!(parting(&kept(), &String::from_utf8(printed.stdout).unwrap()), None, "{AGAIN}");
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let description: serde_json::Value = serde_json::from_str(&kept()).unwrap();
    let items = description["paths"].as_object().unwrap().values();
    let operations = items.flat_map(|item| item.as_object().unwrap().values());
    let names: Vec<&str> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
    let different: std::collections::BTreeSet<&&str> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
    assert!(different.contains(&"delete_account_passkeys_by_passkey_id"), "{names:?}");
}
