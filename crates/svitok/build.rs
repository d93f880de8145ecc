//! Lists the files of the client for `src/ui`: what lies in `ui/dist` when the program is built, nothing where it was not
//! built. A build script, because only so does cargo notice that the folder came or changed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Files of the client at most: the whole build has under two hundred; more is not a build of ours.
const FILES_MAX: usize = 2_000;

fn main() -> io::Result<()> {
    let ui = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?).join("../../ui");
    let dist = ui.join("dist");
    let watched = if dist.is_dir() { &dist } else { &ui };
    println!("cargo:rerun-if-changed={}", watched.display());
    println!("cargo:rerun-if-changed=build.rs");
    let mut files = Vec::new();
    if dist.is_dir() {
        collect(&dist, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        let name = file.strip_prefix(&dist).map_err(io::Error::other)?.to_string_lossy().replace('\\', "/");
        writeln!(list, "    ({name:?}, include_bytes!({:?})),", file.canonicalize()?).map_err(io::Error::other)?;
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    fs::write(out.join("ui_dist.rs"), list)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if files.len() < FILES_MAX {
            files.push(path);
        } else {
            return Err(io::Error::other("ui/dist has too many files; remove it and run dev/ui"));
        }
    }
    Ok(())
}
