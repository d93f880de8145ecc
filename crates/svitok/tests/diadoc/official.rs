//! What others say of a file: the project's own checks always, libxml2 with the official schema where it is at hand.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The file passes the checks of its format, and those of the official schema of this name.
pub fn accepted(test: &str, xml: &[u8], schema: &str) {
    let findings = formats::check(xml);
    assert!(findings.first_error().is_none(), "{test}: {:?}", findings.first_error());
    let shared = std::env::var_os("SVITOK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let schema = shared.join("formats/edo").join(format!("{schema}.xsd"));
    if !schema.is_file() {
        let aloud = format!("SKIPPED the official schema in {test}: ../shared is not here\n");
        std::io::stderr().write_all(aloud.as_bytes()).unwrap();
        return;
    }
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(xml).unwrap();
    let output = Command::new("xmllint").arg("--noout").arg("--schema").arg(&schema).arg(file.path()).output();
    let output = output.unwrap_or_else(|why| panic!("xmllint is needed: apt-get install libxml2-utils ({why})"));
    assert!(output.status.success(), "{test}: {}", String::from_utf8_lossy(&output.stderr));
}
