//! Files signed elsewhere, by OpenSSL with the GOST engine and by plain JavaScript, before the command line.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Copies of the files signed elsewhere, or nothing, said aloud, where the shared folder is absent.
///
/// In the shared copies the project's earlier working title was replaced by the longer present one inside DER, lengths
/// unmended; the replacement is undone here: what was signed is the original.
fn folder(test: &str) -> Option<Genuine> {
    let shared = std::env::var_os("SVITOK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let Ok(entries) = std::fs::read_dir(shared.join("vectors/gost/openssl")) else {
        let aloud = format!("SKIPPED {test}: ../shared is not here\n");
        std::io::stderr().write_all(aloud.as_bytes()).unwrap();
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    for path in entries.map(|entry| entry.unwrap().path()) {
        let octets = std::fs::read(&path).unwrap();
        let is_text =
            path.extension().is_some_and(|extension| ["md", "crt", "crl", "key"].iter().any(|t| extension == *t));
        let octets = if is_text { octets } else { replaced(&octets, b"Svitok", b"Abris") };
        std::fs::write(folder.path().join(path.file_name().unwrap()), octets).unwrap();
    }
    Some(Genuine(folder))
}

struct Genuine(tempfile::TempDir);

impl std::ops::Deref for Genuine {
    type Target = Path;

    fn deref(&self) -> &Path {
        self.0.path()
    }
}

fn replaced(octets: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(octets.len());
    let mut rest = octets;
    while let [first, after @ ..] = rest {
        if let Some(after) = rest.strip_prefix(from) {
            out.extend_from_slice(to);
            rest = after;
        } else {
            out.push(*first);
            rest = after;
        }
    }
    out
}

fn verify(folder: &Path, content: &str, signature: &str, ca: &[&str], crl: Option<&str>) -> Output {
    let bundle = tempfile::NamedTempFile::new().unwrap();
    let joined: String = ca.iter().map(|name| std::fs::read_to_string(folder.join(name)).unwrap()).collect();
    std::fs::write(bundle.path(), joined).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    command.arg("verify").args([folder.join(content), folder.join(signature)]).arg("--ca").arg(bundle.path());
    if let Some(crl) = crl {
        command.arg("--crl").arg(folder.join(crl));
    }
    command.arg("--json").output().unwrap()
}

fn report(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|why| {
        panic!("{why}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    })
}

/// Every parameter set of both lengths, each by its own certificate and authority.
#[test]
fn every_parameter_set_made_by_the_engine_is_good() {
    let Some(folder) = folder("every_parameter_set_made_by_the_engine_is_good") else { return };
    let short =
        ["A", "B", "C", "XA", "XB", "TCA", "TCB", "TCC", "TCD"].map(|set| (format!("det_256_{set}.p7s"), "ca256.crt"));
    let long = ["A", "B", "C"].map(|set| (format!("det_512_{set}.p7s"), "ca512.crt"));
    for (signature, ca) in short.into_iter().chain(long) {
        let good = verify(&folder, "msg.bin", &signature, &[ca], None);
        assert_eq!(good.status.code(), Some(0), "{signature}: {}", String::from_utf8_lossy(&good.stdout));
        let bad = verify(&folder, "tampered.bin", &signature, &[ca], None);
        assert_eq!(bad.status.code(), Some(1), "{signature} over tampered content");
    }
}

/// CAdES, no attributes, other contents, a certificate supplied apart, plain JavaScript.
#[test]
fn every_shape_of_message_is_good() {
    let Some(folder) = folder("every_shape_of_message_is_good") else { return };
    for (content, signature, ca) in [
        ("msg4k.bin", "det_256_A_4k.p7s", &["ca256.crt"][..]),
        ("empty.bin", "det_256_A_empty.p7s", &["ca256.crt"]),
        ("msg.bin", "det_256_A_noattr.p7s", &["ca256.crt"]),
        ("msg.bin", "det_qual.p7s", &["ca256.crt"]),
        ("msg.bin", "det_qual_cades.p7s", &["ca256.crt"]),
        ("msg.bin", "det_qual_nocerts.p7s", &["ca256.crt", "qual.crt"]),
        ("msg.bin", "det_two_signers.p7s", &["ca256.crt"]),
        ("msg.bin", "js_cades.p7s", &["ca256.crt"]),
        ("msg.bin", "det_256_XA.p7s", &["leaf256_XA.crt"]),
    ] {
        let good = verify(&folder, content, signature, ca, None);
        assert_eq!(good.status.code(), Some(0), "{signature}: {}", String::from_utf8_lossy(&good.stdout));
    }
}

/// With a revocation list the revoked one is bad and the others are good; without it revocation is named as not asked.
#[test]
fn the_verdict_names_what_is_not_known() {
    let Some(folder) = folder("the_verdict_names_what_is_not_known") else { return };
    let unasked = verify(&folder, "msg.bin", "det_revoked.p7s", &["ca256.crt"], None);
    assert_eq!(unasked.status.code(), Some(0));
    let text = report(&unasked).to_string();
    assert!(text.contains("not_asked") || text.contains("not asked"), "{text}");
    let asked = verify(&folder, "msg.bin", "det_revoked.p7s", &["ca256.crt"], Some("ca256.crl"));
    assert_eq!(asked.status.code(), Some(1), "{}", String::from_utf8_lossy(&asked.stdout));
    let good = verify(&folder, "msg.bin", "det_256_A.p7s", &["ca256.crt"], Some("ca256.crl"));
    assert_eq!(good.status.code(), Some(0), "{}", String::from_utf8_lossy(&good.stdout));
    let foreign = verify(&folder, "msg.bin", "det_256_A.p7s", &["ca512.crt"], None);
    assert_eq!(foreign.status.code(), Some(1), "a chain that leads elsewhere is not good");
}

/// What is no signature, no certificate or no file is unreadable, not bad.
#[test]
fn unreadable_is_told_from_bad() {
    let Some(folder) = folder("unreadable_is_told_from_bad") else { return };
    let truncated = tempfile::NamedTempFile::new().unwrap();
    let whole = std::fs::read(folder.join("det_256_A.p7s")).unwrap();
    std::fs::write(truncated.path(), whole.get(..whole.len() / 2).unwrap()).unwrap();
    let truncated = truncated.path().to_str().unwrap();
    for (content, signature, ca) in [
        ("msg.bin", "msg.bin", "ca256.crt"),
        ("msg.bin", truncated, "ca256.crt"),
        ("msg.bin", "absent.p7s", "ca256.crt"),
        ("absent.bin", "det_256_A.p7s", "ca256.crt"),
        ("msg.bin", "det_256_A.p7s", "msg.bin"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
        command.arg("verify").args([folder.join(content), folder.join(signature)]).arg("--ca").arg(folder.join(ca));
        let output = command.output().unwrap();
        assert_eq!(
            output.status.code(),
            Some(2),
            "{content} {signature} {ca}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}
