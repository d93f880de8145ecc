//! The table of the README and `built.txt` say what the routes are.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::surface::built;
use crate::table::{Row, Status, rows};

const BEGINS: &str = "<!-- the table: written from the routes -->\n";
const ENDS: &str = "<!-- the end of the table -->\n";
const COMMAND: &str = "SVITOK_WRITE=1 cargo test --locked -p wire-diadoc --lib readme";

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn state(row: &Row, built: &BTreeSet<&str>) -> String {
    if built.contains(row.path) {
        return "built".to_owned();
    }
    let vendor = match row.status {
        Status::Current => "in use",
        Status::Removal => "listed for removal",
        Status::Obsolete => "discouraged",
        Status::Legacy => "seen in clients only",
    };
    let core = if row.core { "; of an ordinary integration" } else { "" };
    format!("not connected; {vendor}{core}")
}

fn table() -> String {
    let built: BTreeSet<&str> = built().into_iter().collect();
    let mut sorted: Vec<&Row> = rows().iter().collect();
    sorted.sort_by_key(|row| (row.name, row.version, row.path));
    let missing = sorted.iter().filter(|row| row.core && !built.contains(row.path)).count();
    let mut text = format!(
        "{} paths of {} are built; {} paths of an ordinary integration are not.\n\n\
         | method | version | path | state |\n|---|---|---|---|\n",
        built.len(),
        sorted.len(),
        missing,
    );
    for row in sorted {
        let (verbs, state) = (row.verbs.join("/"), state(row, &built));
        let _ = writeln!(text, "| {} | {} | {verbs} `{}` | {state} |", row.name, row.version, row.path);
    }
    text
}

#[test]
fn the_readme_has_the_table_of_the_routes() {
    let path = file("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(BEGINS).expect("the mark before the table");
    let (shown, after) = rest.split_once(ENDS).expect("the mark after the table");
    let table = table();
    if std::env::var_os("SVITOK_WRITE").is_some() {
        std::fs::write(&path, format!("{before}{BEGINS}{table}{ENDS}{after}")).unwrap();
        return;
    }
    assert_eq!(shown, table, "README.md is not what the routes say; write it with: {COMMAND}");
}

#[test]
fn built_txt_names_the_routes() {
    let text = std::fs::read_to_string(file("built.txt")).unwrap();
    let listed: Vec<&str> = text.lines().collect();
    let named: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(listed.len(), named.len(), "built.txt names a path twice");
    let built: BTreeSet<&str> = built().into_iter().collect();
    let unlisted: Vec<_> = built.difference(&named).collect();
    let unbuilt: Vec<_> = named.difference(&built).collect();
    assert!(
        unlisted.is_empty() && unbuilt.is_empty(),
        "to be added to built.txt: {unlisted:?}; to be built: {unbuilt:?}"
    );
}
