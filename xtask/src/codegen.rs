//! `cargo xtask codegen`: what is written from the recorded tables in `contracts/`.
//!
//! The Diadoc surface: one `.proto` file for each file the tables name, the Rust types and the descriptor of the
//! messages that the built methods reach, and the table of all methods. Everything is made in memory first, so that
//! `--check` only compares.

mod closure;
mod methods;
mod proto;
mod tables;

use std::collections::BTreeMap;
use std::path::Path;

use prost::Message as _;

use crate::report::{Fault, Finding};

/// Where the surface lives.
const CRATE: &str = "crates/wire-diadoc";
/// Which paths are built, a line each; the routes are compared with it by a test of the surface.
const BUILT: &str = "crates/wire-diadoc/built.txt";

/// Files to be written, by path from the workspace folder.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes, or with `check` compares, everything that is generated.
pub fn run(root: &Path, check: bool) -> Result<Vec<Finding>, Fault> {
    let files = make(root)?;
    if check {
        return Ok(compare(root, &files));
    }
    for (path, bytes) in &files {
        let whole = root.join(path);
        let folder = whole.parent().unwrap_or(root);
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&whole, bytes));
        written.map_err(|why| Fault(format!("{path}: {why}")))?;
    }
    Ok(Vec::new())
}

fn compare(root: &Path, files: &Files) -> Vec<Finding> {
    let stale = files.iter().filter(|(path, bytes)| std::fs::read(root.join(path)).ok().as_ref() != Some(bytes));
    let advice = "not what contracts/ says; write it with: cargo xtask codegen";
    stale.map(|(path, _)| Finding::new(path, 0, "generated", advice.to_owned())).collect()
}

fn make(root: &Path) -> Result<Files, Fault> {
    let wire: tables::Wire = read_json(root, "contracts/diadoc-wire.json")?;
    let http: tables::Http = read_json(root, "contracts/diadoc-http.json")?;
    let built = std::fs::read_to_string(root.join(BUILT)).map_err(|why| Fault(format!("{BUILT}: {why}")))?;
    let built: Vec<&str> = built.lines().map(str::trim).filter(|line| !line.is_empty()).collect();

    let protos = proto::write(&wire)?;
    let whole = proto::compile(&protos)?;
    let resolver = methods::Names::new(&whole);
    let roots = methods::roots(&http, &built, &resolver)?;
    let reached = closure::reach(whole, &roots)?;

    let mut files = Files::new();
    for (name, text) in protos {
        files.insert(format!("{CRATE}/proto/{name}"), text.into_bytes());
    }
    files.insert(format!("{CRATE}/src/generated/descriptor.bin"), reached.encode_to_vec());
    files.insert(format!("{CRATE}/src/generated/proto.rs"), proto::rust(reached)?.into_bytes());
    files.insert(format!("{CRATE}/src/generated/methods.rs"), methods::table(&http, &resolver)?.into_bytes());
    Ok(files)
}

fn read_json<T: serde::de::DeserializeOwned>(root: &Path, path: &str) -> Result<T, Fault> {
    let text = std::fs::read_to_string(root.join(path)).map_err(|why| Fault(format!("{path}: {why}")))?;
    serde_json::from_str(&text).map_err(|why| Fault(format!("{path}: {why}")))
}
