//! Migrations: names, numbers, table prefixes, and `organization_id` first in what grows.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::report::{Fault, Finding};
use crate::source::TextFile;

/// Tables that may do without `organization_id` first.
pub const TABLE: &str = "xtask/tables.toml";
const RULE: &str = "migration";
const NUMBER_DIGITS: usize = 14;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    directory: BTreeMap<String, String>,
    global: BTreeMap<String, String>,
}

pub fn check(files: &[TextFile], exceptions: &str) -> Result<Vec<Finding>, Fault> {
    let exceptions: Exceptions = toml::from_str(exceptions).map_err(|error| Fault(format!("{TABLE}: {error}")))?;
    let mut findings = Vec::new();
    let mut numbers: BTreeMap<&str, &str> = BTreeMap::new();
    let mut tables = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".sql") && file.path.contains("/migrations/")) {
        match name(&file.path) {
            Ok((number, _)) => {
                if let Some(other) = numbers.insert(number, &file.path) {
                    findings.push(Finding::new(
                        &file.path,
                        0,
                        RULE,
                        format!("number {number} is taken by {other}; take a later one"),
                    ));
                }
            }
            Err(advice) => findings.push(Finding::new(&file.path, 0, RULE, advice)),
        }
        findings.extend(statements(file, &exceptions, &mut tables));
    }
    findings.extend(unused(&exceptions, &tables));
    Ok(findings)
}

/// Number and room of `crates/<room>/migrations/<14 digits>_<room>_<what>.sql`.
fn name(path: &str) -> Result<(&str, &str), String> {
    let room = room(path);
    let stem = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".sql");
    let (number, rest) = stem.split_once('_').unwrap_or((stem, ""));
    if number.len() != NUMBER_DIGITS || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("the name begins with {NUMBER_DIGITS} digits: year, month, day, hour, minute, second"));
    }
    if !rest.starts_with(&format!("{room}_")) {
        return Err(format!("after the number the name says the room: {number}_{room}_….sql"));
    }
    Ok((number, room))
}

/// A surface keeps tables under the name of its contract alone: `openid_grant` of `wire-openid`.
fn room(path: &str) -> &str {
    let folder = path.strip_prefix("crates/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    folder.strip_prefix("wire-").unwrap_or(folder)
}

fn statements(file: &TextFile, exceptions: &Exceptions, tables: &mut Vec<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, words) in sql_statements(&file.text) {
        let upper: Vec<String> = words.iter().map(|word| word.to_ascii_uppercase()).collect();
        let starts = |beginning: &[&str]| {
            upper.len() >= beginning.len() && upper.iter().zip(beginning).all(|(word, expected)| word == expected)
        };
        let advice = if starts(&["CREATE", "TABLE"]) {
            let name = words.get(2).cloned().unwrap_or_default();
            tables.push(name.clone());
            table_advice(room(&file.path), &name, &words, exceptions)
        } else if starts(&["CREATE", "UNIQUE", "INDEX"]) {
            index_advice(&words, &upper, exceptions)
        } else {
            None
        };
        findings.extend(advice.map(|advice| Finding::new(&file.path, line, RULE, advice)));
    }
    findings
}

fn table_advice(room: &str, name: &str, words: &[String], exceptions: &Exceptions) -> Option<String> {
    if name.eq_ignore_ascii_case("if") {
        return Some("CREATE TABLE without IF NOT EXISTS: a migration runs once".to_owned());
    }
    if !name.starts_with(&format!("{room}_")) {
        return Some(format!("table {name} is not of the room {room}; name it {room}_{name}"));
    }
    if exceptions.has(name) {
        return None;
    }
    let keys = keys_of_table(words);
    if keys.is_empty() {
        return Some(format!("table {name} has no PRIMARY KEY (organization_id, …)"));
    }
    let wrong = keys.iter().find(|first| first.as_str() != "organization_id")?;
    Some(format!(
        "a key of {name} begins with {wrong}; put organization_id first, or say in {TABLE} why the table does not grow"
    ))
}

fn index_advice(words: &[String], upper: &[String], exceptions: &Exceptions) -> Option<String> {
    let on = upper.iter().position(|word| word == "ON")?;
    let table = words.get(on + 1)?;
    let first = words.iter().skip(on + 2).find(|word| word.as_str() != "(")?;
    let wrong = first != "organization_id" && !exceptions.has(table);
    wrong.then(|| format!("a unique index of {table} begins with {first}; put organization_id first, or say in {TABLE} why the table does not grow"))
}

/// First columns of every PRIMARY KEY and UNIQUE of a CREATE TABLE; of a column's own key that column.
fn keys_of_table(words: &[String]) -> Vec<String> {
    let mut keys = Vec::new();
    let mut column = String::new();
    let mut depth = 0_usize;
    let mut fresh = false;
    for (at, word) in words.iter().enumerate() {
        match word.as_str() {
            "(" => {
                depth += 1;
                fresh = depth == 1;
                continue;
            }
            ")" => depth = depth.saturating_sub(1),
            "," if depth == 1 => {
                fresh = true;
                continue;
            }
            _ => {}
        }
        if fresh {
            column.clone_from(word);
            fresh = false;
        }
        let said =
            |step: usize, expected: &str| words.get(at + step).is_some_and(|next| next.eq_ignore_ascii_case(expected));
        let after = if said(0, "PRIMARY") && said(1, "KEY") {
            at + 2
        } else if said(0, "UNIQUE") {
            at + 1
        } else {
            continue;
        };
        let listed = words.get(after).is_some_and(|next| next == "(");
        keys.push(if listed { words.get(after + 1).cloned().unwrap_or_default() } else { column.clone() });
    }
    keys
}

/// Statements as words with the line they begin on; comments dropped, brackets and commas words of their own.
fn sql_statements(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut statements = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut begun = 0;
    for (index, line) in text.lines().enumerate() {
        let code = line.split("--").next().unwrap_or_default();
        for word in
            code.replace('(', " ( ").replace(')', " ) ").replace(',', " , ").replace(';', " ; ").split_whitespace()
        {
            if word == ";" {
                statements.push((begun, std::mem::take(&mut words)));
                continue;
            }
            if words.is_empty() {
                begun = index + 1;
            }
            words.push(word.to_owned());
        }
    }
    statements.push((begun, words));
    statements.retain(|(_, words)| !words.is_empty());
    statements
}

fn unused(exceptions: &Exceptions, tables: &[String]) -> Vec<Finding> {
    let listed = exceptions.directory.iter().chain(&exceptions.global);
    listed
        .filter_map(|(name, reason)| {
            let advice = if !tables.contains(name) {
                format!("{name} is no table; take it out")
            } else if reason.trim().is_empty() {
                format!("{name} needs its reason")
            } else {
                return None;
            };
            Some(Finding::new(TABLE, 0, RULE, advice))
        })
        .collect()
}

impl Exceptions {
    fn has(&self, table: &str) -> bool {
        self.directory.contains_key(table) || self.global.contains_key(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "crates/exchange/migrations/20261201120000_exchange_docflow.sql";

    fn said(files: &[(&str, &str)], exceptions: &str) -> Vec<String> {
        let files: Vec<_> =
            files.iter().map(|(path, text)| TextFile { path: (*path).to_owned(), text: (*text).to_owned() }).collect();
        check(&files, exceptions).unwrap().iter().map(ToString::to_string).collect()
    }

    const NONE: &str = "[directory]\n[global]\n";

    #[test]
    fn good_migrations_pass() {
        let text = "-- a comment; with a mark\nCREATE TABLE exchange_docflow (\n  organization_id BYTEA NOT NULL,\n  id BYTEA NOT NULL,\n  state TEXT NOT NULL CHECK (state IN ('a', 'b')),\n  PRIMARY KEY (organization_id, id),\n  UNIQUE (organization_id, state)\n);\nCREATE UNIQUE INDEX exchange_docflow_state ON exchange_docflow (organization_id, state);\nCREATE INDEX exchange_x ON exchange_docflow (state);\nALTER TABLE exchange_docflow ADD COLUMN x TEXT;";
        assert_eq!(said(&[(PATH, text)], NONE), [] as [String; 0]);
        let directory =
            "CREATE TABLE exchange_box_directory (box_id BYTEA PRIMARY KEY, organization_id BYTEA NOT NULL);";
        let listed = "[directory]\nexchange_box_directory = \"found by box id\"\n[global]\n";
        assert_eq!(said(&[(PATH, directory)], listed), [] as [String; 0]);
    }

    #[test]
    fn wrong_tables_are_named() {
        for (text, words) in [
            (
                "CREATE TABLE docflow (organization_id BYTEA PRIMARY KEY);",
                "not of the room exchange; name it exchange_docflow",
            ),
            ("CREATE TABLE IF NOT EXISTS exchange_a (organization_id BYTEA PRIMARY KEY);", "without IF NOT EXISTS"),
            ("CREATE TABLE exchange_a (id BYTEA);", "has no PRIMARY KEY"),
            ("CREATE TABLE exchange_a (id BYTEA PRIMARY KEY);", "begins with id"),
            (
                "CREATE TABLE exchange_a (organization_id BYTEA, id BYTEA,\n primary key (id, organization_id));",
                "begins with id",
            ),
            (
                "CREATE TABLE exchange_a (organization_id BYTEA, id BYTEA UNIQUE, PRIMARY KEY (organization_id));",
                "begins with id",
            ),
            (
                "CREATE TABLE exchange_a (organization_id BYTEA, x TEXT, PRIMARY KEY (organization_id), UNIQUE (x));",
                "begins with x",
            ),
            ("CREATE UNIQUE INDEX i ON exchange_a (x);", "a unique index of exchange_a begins with x"),
        ] {
            let found = said(&[(PATH, text)], NONE);
            assert!(found.len() == 1 && found[0].contains(words), "{text}: {found:?}");
        }
    }

    #[test]
    fn wrong_names_are_named() {
        for (path, words) in [
            ("crates/exchange/migrations/2026120112_exchange_a.sql", "begins with 14 digits"),
            ("crates/exchange/migrations/2026120112000a_exchange_a.sql", "begins with 14 digits"),
            ("crates/exchange/migrations/first.sql", "begins with 14 digits"),
            ("crates/exchange/migrations/20261201120000_docflow.sql", "20261201120000_exchange_…"),
            ("crates/exchange/migrations/20261201120000.sql", "20261201120000_exchange_…"),
        ] {
            let found = said(&[(path, "")], NONE);
            assert!(found.len() == 1 && found[0].contains(words), "{path}: {found:?}");
        }
        let twice = [(PATH, ""), ("crates/account/migrations/20261201120000_account_user.sql", "")];
        assert!(said(&twice, NONE)[0].contains("number 20261201120000 is taken by"));
    }

    #[test]
    fn exceptions_have_a_table_and_a_reason() {
        let text = "CREATE TABLE exchange_a (id BYTEA PRIMARY KEY);";
        assert!(said(&[(PATH, text)], "[directory]\nexchange_a = \" \"\n[global]\n")[0].contains("needs its reason"));
        assert!(said(&[], "[directory]\n[global]\nexchange_a = \"one row\"\n")[0].contains("is no table"));
        assert!(check(&[], "[other]\n").is_err());
    }
}
