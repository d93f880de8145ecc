//! The signer's module in Node: a CAdES-BES message over 4 KiB (hashed, signed, written), a bare signature, the hash. Medians of
//! wall time, for a person waits for them. Where Node or the module is not there the bench says so and leaves the figures out.

use super::super::Failure;
use super::cms::own_certificate;
use super::figures::Figures;
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPT: &str = include_str!("wasm.mjs");
/// Names another module than the one that was built beside this program.
const MODULE: &str = "SVITOK_SIGNER_MODULE";

/// Measures it, where it is there.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    let Some(module) = module() else {
        eprintln!("the signer's module is not built, its figures are left out (cargo xtask wasm)");
        return Ok(());
    };
    eprintln!("wasm: {} in Node", module.display());
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let (key, certificate) = own_certificate()?;
    let pem = pki::keys::private_key_to_pem(&key).map_err(|why| Failure::failed("a key", why))?;
    let files =
        [("wasm.mjs", SCRIPT.as_bytes()), ("key.pem", pem.as_bytes()), ("certificate.der", certificate.to_der())];
    for (name, octets) in files {
        std::fs::write(folder.path().join(name), octets).map_err(|why| Failure::failed("files for Node", why))?;
    }
    let mut node = Command::new("node");
    node.current_dir(folder.path()).args([
        "wasm.mjs".as_ref(),
        module.as_path(),
        "key.pem".as_ref(),
        "certificate.der".as_ref(),
    ]);
    match node.output() {
        Ok(output) if output.status.success() => {
            let told = serde_json::from_slice(&output.stdout).map_err(|why| Failure::failed("figures of Node", why))?;
            figures.take(&told, None);
            Ok(())
        }
        Ok(output) => Err(Failure::failed("the signer in Node", String::from_utf8_lossy(&output.stderr))),
        Err(why) => {
            eprintln!("node: {why}; the figures of the signer's module are left out (apt-get install nodejs)");
            Ok(())
        }
    }
}

/// The one named, or the newest in the folder that `cargo xtask wasm` writes, beside the folder this program lies in.
fn module() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(MODULE) {
        return std::path::absolute(named).ok();
    }
    let program = std::env::current_exe().ok()?;
    built_in(&program.parent()?.parent()?.join("signer"))
}

fn built_in(folder: &Path) -> Option<PathBuf> {
    let note: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join("signer.json")).ok()?).ok()?;
    let module = folder.join(note.get("module")?.as_str()?);
    module.is_file().then_some(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_the_one_that_the_note_names() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(built_in(folder.path()), None);
        std::fs::write(folder.path().join("signer.json"), r#"{ "module": "signer.1.wasm" }"#).unwrap();
        assert_eq!(built_in(folder.path()), None);
        std::fs::write(folder.path().join("signer.1.wasm"), "").unwrap();
        assert_eq!(built_in(folder.path()), Some(folder.path().join("signer.1.wasm")));
    }
}
