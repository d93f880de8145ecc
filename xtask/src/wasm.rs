//! `cargo xtask wasm`: `ui/signer` and `ui/checker` as WebAssembly, in `target/signer/` and `target/checker/`.
//!
//! By the compiler of this machine where it has the target; else by Debian's, which builds the standard library from its source
//! package. Cargo is the ordinary one both times, and so is the lock file. Nothing prebuilt is downloaded.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::report::Fault;

/// One module.
struct Module {
    /// Its package, and the folder of what was built.
    name: &'static str,
    /// Compressed bytes at most: what a page waits for on its first load. Over it the build fails.
    brotli_bytes_max: usize,
}

/// The checker carries no definitions; with them it would be over its limit at once.
const MODULES: [Module; 2] =
    [Module { name: "signer", brotli_bytes_max: 250_000 }, Module { name: "checker", brotli_bytes_max: 250_000 }];
/// Linear memory at most: the largest signed message several times over (read, unwrapped, its content, the answer).
const MEMORY_BYTES_MAX: usize = 512 * 1024 * 1024;
/// Kuznyechik without its 128 KiB of tables, which do not compress: in a browser it opens containers, a few KiB at a time.
const KUZNYECHIK: &str = "\u{1f}--cfg\u{1f}kuznyechik_backend=\"compact_soft\"";
/// For the standard library built here: no places of panics, and a panic is a trap at once. Nobody would read what it says: the
/// module has no output. 56 KB of 303 under brotli go by this and by the profile.
const BARE: &str = "\u{1f}-Zlocation-detail=none\u{1f}-Zunstable-options\u{1f}-Cpanic=immediate-abort";
const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm";

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_STD_SOURCE: &str = "/usr/lib/rustlib/src";
const DEBIAN_LINKER: &str = "wasm-ld-19";
const ADVICE: &str =
    "no compiler for WebAssembly: `dev/setup wasm` on Debian, elsewhere `rustup target add wasm32-unknown-unknown`";

/// Builds, names by content, compresses, compares with the limit. Gives what to tell.
pub fn run(root: &Path) -> Result<String, Fault> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    let how = Compiler::find()?;
    let built = MODULES.iter().map(|module| build(module, how, root, &target));
    Ok(built.collect::<Result<Vec<_>, _>>()?.join("\n"))
}

fn build(module: &Module, how: Compiler, root: &Path, target: &Path) -> Result<String, Fault> {
    let mut command = how.command(module.name, root, target);
    let status = command.status().map_err(|error| Fault(format!("cargo: {error}")))?;
    if !status.success() {
        return Err(Fault(format!("the {} was not built", module.name)));
    }
    let built = target.join(TARGET).join(PROFILE).join(format!("{}.wasm", module.name));
    place(module, &built, &target.join(module.name))
}

/// Who compiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compiler {
    /// The one cargo takes by itself; it has the target.
    Own,
    /// Debian's `rustc-web` with `rust-web-src` and `lld-19`.
    Debian,
}

impl Compiler {
    fn find() -> Result<Self, Fault> {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let libraries = said(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]));
        let has_std = |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if libraries.is_some_and(|folder| has_std(Path::new(&folder))) {
            return Ok(Self::Own);
        }
        let debian = Path::new(DEBIAN_RUSTC).exists()
            && Path::new(DEBIAN_STD_SOURCE).exists()
            && said(Command::new(DEBIAN_LINKER).arg("--version")).is_some();
        if debian { Ok(Self::Debian) } else { Err(Fault(ADVICE.to_owned())) }
    }

    fn command(self, package: &str, root: &Path, target: &Path) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(root).args(["rustc", "--locked", "-p", package, "--lib", "--crate-type", "cdylib"]);
        command.args(["--target", TARGET, "--profile", PROFILE, "--target-dir"]).arg(target);
        command.env("CARGO_ENCODED_RUSTFLAGS", self.flags(root));
        // cargo, who runs us, names its own compiler's libraries
        command.env_remove("LD_LIBRARY_PATH");
        if self == Self::Debian {
            command.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
            command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        }
        command
    }

    /// Flags of the compiler. A rustup toolchain takes no unstable ones; its module is larger.
    fn flags(self, root: &Path) -> OsString {
        let mut flags = flags(root);
        if self == Self::Debian {
            flags.push(BARE);
        }
        flags
    }
}

/// Flags of any compiler, as cargo wants them: separated by octet 31. Folders of this machine stay out of the module.
fn flags(root: &Path) -> OsString {
    let mut flags = OsString::from(format!("-Clink-arg=--max-memory={MEMORY_BYTES_MAX}"));
    flags.push(KUZNYECHIK);
    for (folder, name) in [(Some(root.to_owned()), "svitok"), (cargo_home(), "cargo")] {
        if let Some(folder) = folder {
            flags.push("\u{1f}--remap-path-prefix=");
            flags.push(folder);
            flags.push(format!("={name}"));
        }
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

/// The standard output of a command that succeeds, trimmed.
fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Puts the module into an empty folder under a name that its content gives, with its compressed form and a note of both.
fn place(kind: &Module, built: &Path, folder: &Path) -> Result<String, Fault> {
    let at = |path: &Path, error: std::io::Error| Fault(format!("{}: {error}", path.display()));
    let module = std::fs::read(built).map_err(|error| at(built, error))?;
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| at(folder, error))?;
    }
    std::fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
    let name = name_of(kind.name, &module);
    let (placed, packed) = (folder.join(&name), folder.join(format!("{name}.br")));
    std::fs::write(&placed, &module).map_err(|error| at(&placed, error))?;
    let brotli = Command::new("brotli").args(["-q", "11", "-o"]).arg(&packed).arg(&placed).status();
    if !brotli.is_ok_and(|status| status.success()) {
        return Err(Fault("brotli is missing or failed: `dev/setup wasm`, or install the package brotli".to_owned()));
    }
    let packed = std::fs::metadata(&packed).map_err(|error| at(&packed, error))?;
    let packed_bytes = usize::try_from(packed.len()).unwrap_or(usize::MAX);
    let note = json!({ "module": name, "bytes": module.len(), "brotli_bytes": packed_bytes });
    let note_path = folder.join(format!("{}.json", kind.name));
    std::fs::write(&note_path, format!("{note}\n")).map_err(|error| at(&note_path, error))?;
    judge(kind, &placed, module.len(), packed_bytes)
}

fn name_of(kind: &str, module: &[u8]) -> String {
    let hash: String = Sha256::digest(module).iter().take(8).map(|octet| format!("{octet:02x}")).collect();
    format!("{kind}.{hash}.wasm")
}

fn judge(kind: &Module, placed: &Path, bytes: usize, packed_bytes: usize) -> Result<String, Fault> {
    let limit = kind.brotli_bytes_max;
    let said = format!("{}: {bytes} bytes, {packed_bytes} brotli, limit {limit}", placed.display());
    if packed_bytes > limit { Err(Fault(format!("{said}: too large"))) } else { Ok(said) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content() {
        assert_eq!(name_of("signer", b""), "signer.e3b0c44298fc1c14.wasm");
        assert_ne!(name_of("signer", b"a"), name_of("signer", b"b"));
    }

    #[test]
    fn a_module_over_the_limit_is_a_fault() {
        let signer = &MODULES[0];
        assert!(judge(signer, Path::new("s"), 1_000_000, signer.brotli_bytes_max).is_ok());
        let over = judge(signer, Path::new("s"), 1_000_000, signer.brotli_bytes_max + 1).unwrap_err();
        assert_eq!(over.0, "s: 1000000 bytes, 250001 brotli, limit 250000: too large");
    }

    #[test]
    fn folders_of_this_machine_are_renamed() {
        let flags = flags(Path::new("/somewhere/svitok")).into_string().unwrap();
        assert!(flags.split('\u{1f}').any(|flag| flag == "--remap-path-prefix=/somewhere/svitok=svitok"), "{flags}");
    }
}
