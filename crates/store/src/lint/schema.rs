//! The portable subset and the key of distribution, asked of the migrations.

use std::collections::BTreeSet;

use crate::catalogue::Migration;
use crate::lint::statement::forbidden;
use crate::lint::tokens::{Token, inside, items, statements};

/// What is wrong with one migration. `of_organizations` are the tables that organization statements touch: their keys
/// begin with `organization_id`.
pub(super) fn troubles(migration: &Migration, of_organizations: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for statement in statements(migration.text) {
        forbidden(&statement, &mut found);
        names(&statement, migration.room(), &mut found);
        let is = |at: usize, what: &[&str]| statement.get(at).is_some_and(|token| token.is_any(what));
        if is(0, &["create"]) && is(1, &["table"]) {
            let named = if is(2, &["if"]) { 5 } else { 2 };
            table(&statement, named, of_organizations, &mut found);
        }
        if is(0, &["create"]) && is(1, &["unique"]) {
            unique_index(&statement, of_organizations, &mut found);
        }
    }
    found.into_iter().map(|trouble| format!("{}: {trouble}", migration.name)).collect()
}

/// Tables belong to the migration's room, and so do the tables they refer to.
fn names(statement: &[Token], room: &str, found: &mut Vec<String>) {
    for (at, token) in statement.iter().enumerate() {
        let after = |skip: usize| statement.get(at + skip).and_then(Token::word);
        let table = match token.word() {
            Some("references") => after(1),
            Some("table") if after(1) == Some("if") => statement
                .iter()
                .skip(at + 1)
                .filter_map(Token::word)
                .find(|word| !["if", "not", "exists"].contains(word)),
            Some("table") => after(1),
            Some("alter") if after(1) == Some("column") => rebuild(found),
            Some("add") if after(1) == Some("constraint") => rebuild(found),
            Some("without" | "strict" | "autoincrement" | "identity") => {
                found.push(format!("«{}» is not portable", token.word().unwrap_or_default()));
                None
            }
            _ => None,
        };
        if let Some(table) = table
            && !table.strip_prefix(room).is_some_and(|rest| rest.starts_with('_'))
        {
            found.push(format!("{table} is not a table of {room}"));
        }
    }
}

fn rebuild(found: &mut Vec<String>) -> Option<&'static str> {
    found.push("ALTER COLUMN and ADD CONSTRAINT are not portable: rebuild the table".to_owned());
    None
}

fn table(statement: &[Token], named: usize, of_organizations: &BTreeSet<String>, found: &mut Vec<String>) {
    let Some(name) = statement.get(named).and_then(Token::word) else { return };
    let (body, _) = inside(statement, named + 1);
    let mut keys: Vec<(&str, Option<&str>)> = Vec::new();
    for item in items(body) {
        let word = |at: usize| item.get(at).and_then(Token::word).unwrap_or_default();
        let open = item.iter().position(|token| token.is("("));
        let first_of_list = open.and_then(|open| item.get(open + 1)).and_then(Token::word);
        match word(0) {
            "primary" => keys.push(("PRIMARY KEY", first_of_list)),
            "unique" => keys.push(("UNIQUE", first_of_list)),
            "foreign" | "check" => {}
            "constraint" => found.push(format!("{name}: a constraint needs no name")),
            column => {
                if !["bigint", "text", "bytea"].contains(&word(1)) {
                    found.push(format!("{name}.{column}: a column is BIGINT, TEXT or BYTEA"));
                }
                keys.extend(item.iter().any(|token| token.is("primary")).then_some(("PRIMARY KEY", Some(column))));
                keys.extend(item.iter().any(|token| token.is("unique")).then_some(("UNIQUE", Some(column))));
            }
        }
    }
    if !keys.iter().any(|(kind, _)| *kind == "PRIMARY KEY") {
        found.push(format!("{name}: a table has a PRIMARY KEY"));
    }
    for (kind, first) in keys {
        if of_organizations.contains(name) && first != Some("organization_id") {
            found.push(format!("{name}: {kind} begins with organization_id, the key of distribution"));
        }
    }
}

fn unique_index(statement: &[Token], of_organizations: &BTreeSet<String>, found: &mut Vec<String>) {
    let Some(on) = statement.iter().position(|token| token.is("on")) else { return };
    let Some(name) = statement.get(on + 1).and_then(Token::word) else { return };
    let first = inside(statement, on + 2).0.first().and_then(Token::word);
    if of_organizations.contains(name) && first != Some("organization_id") {
        found.push(format!("{name}: a unique index begins with organization_id, the key of distribution"));
    }
}
