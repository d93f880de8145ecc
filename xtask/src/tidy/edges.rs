//! Dependency edges: what `cargo metadata` says against the table in `xtask/edges.toml`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::report::{Fault, Finding};

/// The table.
pub const TABLE: &str = "xtask/edges.toml";
const RULE: &str = "edge";

type Names = Vec<String>;

/// The table, read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edges {
    ground: BTreeMap<String, Names>,
    browser: BTreeMap<String, Names>,
    plumbing: BTreeMap<String, Names>,
    rooms: BTreeMap<String, Names>,
    top: BTreeMap<String, Names>,
    only: BTreeMap<String, Names>,
    never: BTreeMap<String, Names>,
}

/// A package of the workspace with what it depends on outside tests.
#[derive(Debug, Deserialize)]
pub struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
    path: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// Asks cargo, without the network.
pub fn packages(root: &Path) -> Result<Vec<Package>, Fault> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root)
        .output()
        .map_err(|error| Fault(format!("cargo metadata: {error}")))?;
    if !output.status.success() {
        return Err(Fault(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr))));
    }
    let metadata: Metadata =
        serde_json::from_slice(&output.stdout).map_err(|error| Fault(format!("cargo metadata: {error}")))?;
    Ok(metadata.packages)
}

impl Edges {
    pub fn read(toml: &str) -> Result<Self, Fault> {
        toml::from_str(toml).map_err(|error| Fault(format!("{TABLE}: {error}")))
    }

    /// Names of the rooms.
    pub fn rooms(&self) -> Names {
        self.rooms.keys().cloned().collect()
    }

    /// Every edge that the table does not have. Edges of tests are free: a test may use anything.
    pub fn check(&self, packages: &[Package]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for package in packages {
            let file = match package.name.as_str() {
                "xtask" => "xtask/Cargo.toml".to_owned(),
                name if self.browser.contains_key(name) => format!("ui/{name}/Cargo.toml"),
                name => format!("crates/{name}/Cargo.toml"),
            };
            let Some(allowed) = self.allowed(&package.name) else {
                let advice = format!("{} is in no layer; give it one in {TABLE}", package.name);
                findings.push(Finding::new(&file, 0, RULE, advice));
                continue;
            };
            for dependency in package.dependencies.iter().filter(|it| it.kind.as_deref() != Some("dev")) {
                let wrong = match dependency.path {
                    Some(_) => self.inside(&package.name, &dependency.name, &allowed),
                    None => self.outside(&package.name, &dependency.name),
                };
                findings.extend(wrong.map(|advice| Finding::new(&file, 0, RULE, advice)));
            }
        }
        findings
    }

    fn inside(&self, from: &str, to: &str, allowed: &[String]) -> Option<String> {
        if allowed.iter().any(|name| name == to) {
            return None;
        }
        Some(format!("{from} may not use {to}; it may use: {}", allowed.join(", ")))
    }

    fn outside(&self, from: &str, to: &str) -> Option<String> {
        if let Some(only) = self.only.get(from)
            && !only.iter().any(|name| name == to)
        {
            return Some(format!("{from} may use of outside packages only {}; not {to}", only.join(", ")));
        }
        let layers = [("ground", &self.ground), ("browser", &self.browser)];
        let (layer, _) = layers.into_iter().find(|(_, layer)| layer.contains_key(from))?;
        let never = self.never.get("ground")?;
        never
            .iter()
            .any(|name| name == to)
            .then(|| format!("{from} is {layer} and may not use {to}: no clock, network, disk or runtime there"))
    }

    /// What the package may use of ours; `None` when it is in no layer.
    fn allowed(&self, name: &str) -> Option<Names> {
        let listed = [&self.ground, &self.browser, &self.plumbing].into_iter().find_map(|layer| layer.get(name));
        if let Some(listed) = listed {
            return Some(listed.clone());
        }
        let below: Names = self.ground.keys().chain(self.plumbing.keys()).cloned().collect();
        if let Some(rooms) = self.rooms.get(name) {
            return Some([below, rooms.clone()].concat());
        }
        let rooms = [below, self.rooms()].concat();
        let group = self.top.iter().find(|(_, members)| members.iter().any(|member| member == name))?.0;
        match group.as_str() {
            "surfaces" => Some(rooms),
            "binary" | "tests" => Some([rooms, self.top.values().flatten().cloned().collect()].concat()),
            _ => Some(Names::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges() -> Edges {
        Edges::read(include_str!("../../edges.toml")).unwrap()
    }

    fn package(name: &str, ours: &[&str], others: &[&str]) -> Package {
        let dependency = |name: &&str, path: Option<&str>| Dependency {
            name: (*name).to_owned(),
            kind: None,
            path: path.map(str::to_owned),
        };
        let ours = ours.iter().map(|name| dependency(name, Some("/there")));
        let others = others.iter().map(|name| dependency(name, None));
        Package { name: name.to_owned(), dependencies: ours.chain(others).collect() }
    }

    #[test]
    fn edges_of_the_table_pass() {
        let packages = [
            package("exchange", &["account", "trust", "kernel", "formats", "store", "web"], &["tokio"]),
            package("gost", &[], &["streebog", "zeroize"]),
            package("svitok", &["exchange", "wire-diadoc", "gost"], &["tokio"]),
            package("signer", &["pki", "gost", "kernel"], &["serde"]),
            package("xtask", &[], &["syn"]),
        ];
        assert_eq!(edges().check(&packages), []);
    }

    #[test]
    fn any_other_edge_is_named() {
        let wrong = [
            (package("kernel", &["gost"], &[]), "kernel may not use gost; it may use: "),
            (package("gost", &["kernel"], &[]), "gost may not use kernel"),
            (package("formats", &["pki"], &[]), "formats may not use pki"),
            (package("store", &["web"], &[]), "store may not use web"),
            (package("trust", &["account"], &[]), "trust may not use account"),
            (package("account", &["exchange"], &[]), "account may not use exchange"),
            (package("exchange", &["certification"], &[]), "exchange may not use certification"),
            (package("exchange", &["svitok"], &[]), "exchange may not use svitok"),
            (package("wire-diadoc", &["wire-1c"], &[]), "wire-diadoc may not use wire-1c"),
            (package("exchange", &["testkit"], &[]), "exchange may not use testkit"),
            (package("xtask", &["kernel"], &[]), "xtask may not use kernel"),
            (
                package("gost", &[], &["serde"]),
                "only streebog, kuznyechik, magma, gost94, subtle, zeroize, aead, signature; not serde",
            ),
            (package("kernel", &[], &["tokio"]), "kernel is ground and may not use tokio"),
            (package("rules", &[], &["reqwest"]), "rules is ground and may not use reqwest"),
            (package("signer", &["store"], &[]), "signer may not use store"),
            (package("signer", &[], &["getrandom"]), "signer is browser and may not use getrandom"),
            (package("exchange", &["signer"], &[]), "exchange may not use signer"),
            (package("svitok", &["signer"], &[]), "svitok may not use signer"),
            (package("helpers", &[], &[]), "helpers is in no layer"),
        ];
        for (package, said) in wrong {
            let findings = edges().check(&[package]);
            assert_eq!(findings.len(), 1, "{said}");
            assert!(findings[0].advice.contains(said), "{}", findings[0]);
        }
    }

    #[test]
    fn a_test_may_use_anything() {
        let mut package = package("gost", &["kernel"], &["serde"]);
        package.dependencies.iter_mut().for_each(|dependency| dependency.kind = Some("dev".to_owned()));
        assert_eq!(edges().check(&[package]), []);
    }

    #[test]
    fn a_table_with_an_unknown_part_is_a_fault() {
        assert!(Edges::read("[halls]\nkernel = []").is_err());
        assert!(Edges::read("").is_err());
    }
}
