//! The modules for browsers in Node (see also `recheck.rs`). The signer: a CAdES-BES message over 4 KiB (hashed, signed, written), a bare signature, the hash. Medians of
//! wall time, for a person waits for them. Where Node or the module is not there the bench says so and leaves the figures out.

use super::super::Failure;
use super::cms::own_certificate;
use super::figures::Figures;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names another signer than the one that was built beside this program.
const SIGNER: &str = "SVITOK_SIGNER_MODULE";

/// Measures the signer, where it is there.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    if let Some(module) = module("signer", SIGNER) {
        let (key, certificate) = own_certificate()?;
        let pem = pki::keys::private_key_to_pem(&key).map_err(|why| Failure::failed("a key", why))?;
        let files = [("key.pem", pem.as_bytes()), ("certificate.der", certificate.to_der())];
        run(figures, include_str!("wasm.mjs"), &module, &files, &["key.pem", "certificate.der"])?;
    }
    Ok(())
}

/// Runs a script over a module and takes its figures.
pub(super) fn run(
    figures: &mut Figures,
    script: &str,
    module: &Path,
    files: &[(&str, &[u8])],
    words: &[&str],
) -> Result<(), Failure> {
    eprintln!("wasm: {} in Node", module.display());
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    for (name, octets) in files.iter().copied().chain([("script.mjs", script.as_bytes())]) {
        std::fs::write(folder.path().join(name), octets).map_err(|why| Failure::failed("files for Node", why))?;
    }
    let mut node = Command::new("node");
    node.current_dir(folder.path()).arg("script.mjs").arg(module).args(words);
    match node.output() {
        Ok(output) if output.status.success() => {
            let told = serde_json::from_slice(&output.stdout).map_err(|why| Failure::failed("figures of Node", why))?;
            figures.take(&told, None);
            Ok(())
        }
        Ok(output) => Err(Failure::failed("a module in Node", String::from_utf8_lossy(&output.stderr))),
        Err(why) => {
            eprintln!("node: {why}; the figures of the modules are left out (apt-get install nodejs)");
            Ok(())
        }
    }
}

/// The one named, or the newest in the folder that `cargo xtask wasm` writes, beside the folder this program lies in.
pub(super) fn module(kind: &str, named: &str) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(named) {
        return std::path::absolute(named).ok();
    }
    let program = std::env::current_exe().ok()?;
    let found = program.parent()?.parent().and_then(|target| built_in(&target.join(kind), kind));
    if found.is_none() {
        eprintln!("the {kind} is not built, its figures are left out (cargo xtask wasm)");
    }
    found
}

fn built_in(folder: &Path, kind: &str) -> Option<PathBuf> {
    let note: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join(format!("{kind}.json"))).ok()?).ok()?;
    let module = folder.join(note.get("module")?.as_str()?);
    module.is_file().then_some(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_the_one_that_the_note_names() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(built_in(folder.path(), "signer"), None);
        std::fs::write(folder.path().join("signer.json"), r#"{ "module": "signer.1.wasm" }"#).unwrap();
        assert_eq!(built_in(folder.path(), "signer"), None);
        std::fs::write(folder.path().join("signer.1.wasm"), "").unwrap();
        assert_eq!(built_in(folder.path(), "signer"), Some(folder.path().join("signer.1.wasm")));
    }
}
