//! Genuine files made elsewhere: OpenSSL with the GOST engine, and JavaScript.

use kernel::Moment;
use std::path::PathBuf;
use trust::SignatureKind;
use trust::report::{Files, verify_files};

fn folder() -> Option<PathBuf> {
    let root = std::env::var_os("SVITOK_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")), PathBuf::from);
    Some(root.join("vectors/gost/openssl")).filter(|folder| folder.is_dir())
}

/// The copies had the project's earlier working title replaced by its present one, one letter longer, inside DER and
/// without mending the lengths; what was signed is the original.
fn original(octets: &[u8]) -> Vec<u8> {
    let (now, then) = (b"Svitok", b"Abris");
    let mut original = Vec::with_capacity(octets.len());
    let mut rest = octets;
    while let [first, after @ ..] = rest {
        match rest.strip_prefix(now) {
            Some(after) => {
                original.extend_from_slice(then);
                rest = after;
            }
            None => {
                original.push(*first);
                rest = after;
            }
        }
    }
    original
}

#[test]
fn files_of_openssl_get_the_expected_verdict() {
    let Some(folder) = folder() else {
        eprintln!("SKIPPED files_of_openssl_get_the_expected_verdict: ../shared is not here");
        return;
    };
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let at = Moment::parse_rfc3339("2026-11-23T00:00:00Z").unwrap();
    let table = [
        ("det_256_A.p7s", "msg.bin", "ca256.crt", false, 0),
        ("det_256_A.p7s", "msg.bin", "ca256.crt", true, 0),
        ("det_256_A.p7s", "tampered.bin", "ca256.crt", false, 1),
        ("det_256_A.p7s", "msg.bin", "ca512.crt", false, 1),
        ("det_256_A.p7s", "msg.bin", "leaf256_A.crt", false, 0),
        ("det_256_A_noattr.p7s", "msg.bin", "ca256.crt", false, 0),
        ("det_256_TCA.p7s", "msg.bin", "ca256.crt", false, 0),
        ("det_512_A.p7s", "msg.bin", "ca512.crt", false, 0),
        ("det_qual_cades.p7s", "msg.bin", "ca256.crt", true, 0),
        ("det_qual_nocerts.p7s", "msg.bin", "ca256.crt", false, 1),
        ("det_two_signers.p7s", "msg.bin", "ca256.crt", false, 0),
        ("det_revoked.p7s", "msg.bin", "ca256.crt", false, 0),
        ("det_revoked.p7s", "msg.bin", "ca256.crt", true, 1),
        ("js_cades.p7s", "msg.bin", "ca256.crt", false, 0),
        ("msg.bin", "msg.bin", "ca256.crt", false, 2),
    ];
    let lists = read("ca256.crl");
    for (signature, content, authority, with_lists, exit_code) in table {
        let (signature_octets, content_octets) = (original(&read(signature)), original(&read(content)));
        let authorities = read(authority);
        let files = Files {
            content: &content_octets,
            signature: &signature_octets,
            authorities: &authorities,
            lists: with_lists.then_some(lists.as_slice()),
        };
        let report = verify_files(&files, at);
        assert_eq!(report.exit_code, exit_code, "{signature} over {content} under {authority}: {report:#?}");
        if let Some(verdict) = report.verdict {
            // A qualified-looking signature under nobody's list is not called qualified.
            assert_eq!(verdict.kind, SignatureKind::Unknown, "{signature}");
        }
    }
}
