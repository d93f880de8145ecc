//! `svitok demo --title`: a ready title of each function, from participants of another operator.
#![expect(clippy::unwrap_used, reason = "a story without its world must fail")]

use formats::utd::UtdFunction;
use kernel::Moment;
use serde_json::Value;
use std::process::Command;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};

/// Participant identifiers as another operator would give them.
const SELLER: &str = "2BM-9800000013-980001001-201401010000000000000";
const BUYER: &str = "2LT-600006439";

fn title(function: UtdFunction) -> Vec<u8> {
    let (seller, buyer) = (Role::romashka(), Role::vasilek());
    let sides = Sides { seller: (&seller, SELLER), buyer: (&buyer, BUYER) };
    let at = Moment::parse_rfc3339("2026-11-20T09:00:00Z").unwrap();
    seller_title(sides, function, "0192d3c4-0000-7000-8000-00000000002a", at).unwrap()
}

fn kinds(report: &Value) -> Vec<&str> {
    let documents = report["documents"].as_array().unwrap();
    let mut kinds: Vec<&str> = documents.iter().map(|document| document["kind"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    kinds
}

/// Each function goes to its own end, with the documents its order asks for; the title's bytes stay as they were.
#[test]
fn each_function_goes_to_its_end() {
    for (function, answers, confirmations) in [
        (UtdFunction::Schf, &["receipt_notification"][..], 4),
        (UtdFunction::Dop, &["answer_title"], 4),
        (UtdFunction::SchfDop, &["answer_title", "receipt_notification"], 6),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (file, out) = (folder.path().join("title.xml"), folder.path().join("out"));
        let octets = title(function);
        std::fs::write(&file, &octets).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
        let output = command.arg("demo").arg("--out").arg(&out).arg("--title").arg(&file).output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(0), "{function:?}: {said}");
        let report: Value = serde_json::from_slice(&std::fs::read(out.join("report.json")).unwrap()).unwrap();
        assert_eq!(report["verdict"], "valid", "{function:?}");
        let kinds = kinds(&report);
        for kind in answers {
            assert_eq!(kinds.iter().filter(|one| *one == kind).count(), 1, "{function:?} {kind}: {kinds:?}");
        }
        assert_eq!(
            kinds.iter().filter(|kind| kind.ends_with("confirmation")).count(),
            confirmations,
            "{function:?}: {kinds:?}"
        );
        let sent = report["documents"].as_array().unwrap().iter().find(|document| document["kind"] == "title").unwrap();
        assert_eq!(std::fs::read(out.join(sent["name"].as_str().unwrap())).unwrap(), octets);
    }
}

/// A file that is no title of a УПД is refused in words.
#[test]
fn what_is_no_title_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for octets in [&b"not a title"[..], b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><a/>", b""] {
        let file = folder.path().join("title.xml");
        std::fs::write(&file, octets).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
        let output = command.arg("demo").arg("--out").arg(folder.path().join("out")).arg("--title").arg(&file).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("document"), "{output:?}");
    }
}
