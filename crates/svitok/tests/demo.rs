//! `svitok demo` leaves a proof that foreign tools agree with: OpenSSL with the GOST engine, GnuTLS, xmllint.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// What brings the foreign tools.
const INSTALL: &str = "apt-get install openssl libengine-gost-openssl gnutls-bin libxml2-utils";
/// Official schemas by the beginning of the file's name.
const SCHEMAS: &[(&str, &str)] = &[
    ("ON_NSCHFDOPPR_", "ON_NSCHFDOPPR_1_997_01_05_03_05.xsd"),
    ("ON_NSCHFDOPPOK_", "ON_NSCHFDOPPOK_1_997_02_05_03_01.xsd"),
    ("DP_PDPOL_", "DP_PDPOL_1_984_00_01_03_01.xsd"),
    ("DP_PDOTPR_", "DP_PDOTPR_1_983_00_01_03_01.xsd"),
    ("DP_IZVPOL_", "DP_IZVPOL_1_982_00_01_03_01.xsd"),
];
/// Seller's title, buyer's title, receipt notification and two confirmations of the operator for each of the three.
const FILES: usize = 9;

/// Runs a tool; a missing one fails with the line that installs it.
fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|why| panic!("{command:?}: {why}; {INSTALL}"))
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// What `svitok demo` left.
struct Demo(TempDir);

impl Demo {
    fn tell() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let output = run(Command::new(env!("CARGO_BIN_EXE_svitok")).arg("demo").arg("--out").arg(folder.path()));
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        Self(folder)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Names of signed files.
    fn signed(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let names: Vec<String> =
            entries.filter_map(|name| name.to_str().unwrap().strip_suffix(".sig").map(str::to_owned)).collect();
        assert_eq!(names.len(), FILES, "{names:?}");
        names
    }

    /// A copy of a file with one bit of the octet in its middle turned.
    fn flipped(&self, name: &str) -> PathBuf {
        let mut octets = std::fs::read(self.at(name)).unwrap();
        let middle = octets.len() / 2;
        *octets.get_mut(middle).unwrap() ^= 1;
        let copy = self.at("flipped");
        std::fs::write(&copy, octets).unwrap();
        copy
    }

    fn svitok(&self, content: &Path, signature: &Path) -> Option<i32> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
        command.arg("verify").args([content, signature]);
        command.arg("--ca").arg(self.at("ca/chain.pem")).arg("--crl").arg(self.at("ca/crl.pem"));
        run(&mut command).status.code()
    }
}

fn openssl(content: &Path, signature: &Path, ca: &Path, more: &[&str]) -> Output {
    let mut command = Command::new("openssl");
    command.args(["cms", "-verify", "-engine", "gost", "-binary", "-inform", "DER", "-out", "/dev/null", "-in"]);
    command.arg(signature).arg("-content").arg(content).arg("-CAfile").arg(ca).args(more);
    run(&mut command)
}

#[test]
fn openssl_agrees_and_refuses_a_flipped_bit() {
    let demo = Demo::tell();
    let joined = demo.at("joined.pem");
    let both = ["ca/chain.pem", "ca/crl.pem"].map(|name| std::fs::read_to_string(demo.at(name)).unwrap());
    std::fs::write(&joined, both.concat()).unwrap();
    let chain = demo.at("ca/chain.pem");
    for name in demo.signed() {
        let (content, signature) = (demo.at(&name), demo.at(&format!("{name}.sig")));
        for (ca, more) in [(&chain, &[][..]), (&joined, &["-crl_check_all"])] {
            let good = openssl(&content, &signature, ca, more);
            assert!(good.status.success(), "{name} {more:?}: {}; {INSTALL}", told(&good));
        }
        assert_eq!(demo.svitok(&content, &signature), Some(0), "{name}");
        let bad_content = demo.flipped(&name);
        assert!(!openssl(&bad_content, &signature, &chain, &[]).status.success(), "{name}: content flipped");
        assert_eq!(demo.svitok(&bad_content, &signature), Some(1), "{name}: content flipped");
        let bad_signature = demo.flipped(&format!("{name}.sig"));
        assert!(!openssl(&content, &bad_signature, &chain, &[]).status.success(), "{name}: signature flipped");
        let refused = demo.svitok(&content, &bad_signature);
        assert!(matches!(refused, Some(1 | 2)), "{name}: signature flipped: {refused:?}");
    }
}

#[test]
fn gnutls_agrees_and_refuses_a_flipped_bit() {
    let demo = Demo::tell();
    for name in demo.signed() {
        let verified = |content: &Path| {
            let mut command = Command::new("certtool");
            command.args(["--p7-verify", "--inder", "--infile"]).arg(demo.at(&format!("{name}.sig")));
            command.arg("--load-data").arg(content).arg("--load-ca-certificate").arg(demo.at("ca/chain.pem"));
            run(&mut command)
        };
        let good = verified(&demo.at(&name));
        assert!(good.status.success() && told(&good).contains("Signature status: ok"), "{name}: {}", told(&good));
        let bad = verified(&demo.flipped(&name));
        assert!(!told(&bad).contains("Signature status: ok"), "{name}: {}", told(&bad));
    }
}

#[test]
fn the_report_says_valid_and_names_every_file() {
    let demo = Demo::tell();
    let report: Value = serde_json::from_slice(&std::fs::read(demo.at("report.json")).unwrap()).unwrap();
    for (field, expected) in [("verdict", "valid"), ("integrity", "good"), ("chain", "good"), ("revocation", "good")] {
        assert_eq!(report.get(field).and_then(Value::as_str), Some(expected), "{field}");
    }
    assert_eq!(report.pointer("/signature_kind/kind").and_then(Value::as_str), Some("unqualified"));
    let ms = |place: &str| report.pointer(place).and_then(Value::as_f64).unwrap();
    assert!(0.0 < ms("/delivered_ms") && ms("/delivered_ms") < ms("/finished_ms"));
    assert!(report.get("steps").and_then(Value::as_array).is_some_and(|steps| steps.len() > 4));
    let documents = report.get("documents").and_then(Value::as_array).unwrap();
    let names = documents.iter().map(|document| document.get("name").and_then(Value::as_str).unwrap().to_owned());
    let (mut names, mut signed) = (names.collect::<Vec<_>>(), demo.signed());
    names.sort();
    signed.sort();
    assert_eq!(names, signed);
    assert!(std::fs::read_to_string(demo.at("ca/root.pem")).unwrap().contains("BEGIN CERTIFICATE"));
}

#[test]
fn every_document_fits_the_official_schema() {
    let shared = std::env::var_os("SVITOK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let schemas = shared.join("formats/edo");
    if !schemas.is_dir() {
        let aloud = b"SKIPPED every_document_fits_the_official_schema: ../shared is not here\n";
        std::io::stderr().write_all(aloud).unwrap();
        return;
    }
    let demo = Demo::tell();
    for name in demo.signed() {
        let (_, schema) = SCHEMAS.iter().find(|(start, _)| name.starts_with(start)).expect("a known kind of file");
        let mut command = Command::new("xmllint");
        let checked = run(command.args(["--noout", "--schema"]).arg(schemas.join(schema)).arg(demo.at(&name)));
        assert!(checked.status.success(), "{name}: {}", told(&checked));
    }
}
