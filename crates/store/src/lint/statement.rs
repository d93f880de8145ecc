//! The portable subset and the key of distribution, asked of each statement.

use crate::lint::tokens::{Token, inside, items, tokens};
use crate::sql::{Scope, Sql};

/// Words that one engine lacks or reads otherwise, each with what to write instead.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["true", "false", "boolean", "bool"], "a flag is 0 or 1 in BIGINT"),
    (&["numeric", "decimal", "real", "double", "float"], "kopecks or scaled whole numbers in BIGINT"),
    (
        &[
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtime",
            "datetime",
            "strftime",
            "unixepoch",
            "julianday",
            "extract",
            "date_trunc",
            "to_char",
            "timestamp",
            "timestamptz",
            "interval",
        ],
        "moments are microseconds in BIGINT, bound from cx",
    ),
    (&["random", "gen_random_uuid", "randomblob"], "chance comes from cx"),
    (&["lower", "upper", "like", "ilike", "glob", "regexp", "similar", "collate"], "a folded column made in Rust"),
    (&["skip", "locked", "share"], "the first statement locks the counter row"),
    (&["any", "array", "unnest", "generate_series"], "bind single values, or IN (SELECT …)"),
    (&["greatest", "least", "ifnull", "iif", "nvl", "isnull", "notnull"], "CASE or COALESCE"),
    (&["group_concat"], "string_agg with ORDER BY"),
    (&["avg", "total", "stddev"], "computed in Rust"),
    (
        &["truncate", "rowid", "ctid", "oid", "pragma", "vacuum", "explain", "attach", "listen", "notify", "lateral"],
        "not on both engines",
    ),
    (&["jsonb", "json", "json_extract", "jsonb_build_object", "json_object"], "JSON is bytes, read in Rust"),
];

const FORBIDDEN_SIGNS: &[&str] = &["::", "->", "->>", "#>", "#>>", "@>", "==", "?", ":", "@", "~", "$", ";"];

/// Signs and words that make an expression boolean.
const BOOLEAN: &[&str] = &["=", "<", ">", "<=", ">=", "<>", "!=", "and", "or", "not", "is", "in", "between", "exists"];

/// What is wrong with one statement: a line for each trouble.
pub(super) fn troubles(sql: &Sql) -> Vec<String> {
    let all = tokens(sql.text);
    let mut found = Vec::new();
    forbidden(&all, &mut found);
    places(&all, &mut found);
    lists(&all, &mut found);
    sums(&all, &mut found);
    inserts(&all, &mut found);
    tables_of_room(sql, &all, &mut found);
    if sql.scope == Scope::Org {
        distribution_key(&all, &mut found);
    }
    found.into_iter().map(|trouble| format!("{}: {trouble}", sql.name)).collect()
}

/// Words and signs outside the portable subset.
pub(super) fn forbidden(all: &[Token], found: &mut Vec<String>) {
    for (at, token) in all.iter().enumerate() {
        let next = all.get(at + 1);
        let is_followed_by = |what: &[&str]| next.is_some_and(|next| next.is_any(what));
        for (words, instead) in FORBIDDEN {
            if token.word().is_some_and(|word| words.contains(&word)) {
                found.push(format!("«{}» is not portable: {instead}", token.word().unwrap_or_default()));
            }
        }
        match token {
            Token::Sign(sign) if FORBIDDEN_SIGNS.contains(&sign.as_str()) => {
                found.push(format!("«{sign}» is not portable"));
            }
            Token::Quoted => found.push("a quoted name is not portable".to_owned()),
            Token::Number(digits) if !digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                found.push(format!("{digits} is not a whole number"));
            }
            Token::Word(word) => match word.as_str() {
                "for" if is_followed_by(&["update", "no", "key"]) => {
                    found.push("FOR UPDATE is not portable: the first statement locks the counter row".to_owned());
                }
                "insert" if is_followed_by(&["or"]) => found.push("INSERT OR: write ON CONFLICT".to_owned()),
                "replace" if is_followed_by(&["into"]) => found.push("REPLACE: write ON CONFLICT".to_owned()),
                "distinct" if is_followed_by(&["on"]) => found.push("DISTINCT ON is not portable".to_owned()),
                "min" | "max" if is_followed_by(&["("]) && items(inside(all, at + 1).0).len() > 1 => {
                    found.push(format!("{word} of several values is not portable: CASE"));
                }
                _ => {}
            },
            _ => {}
        }
        if token.is("(") && is_followed_by(&["insert", "update", "delete"]) {
            found.push("a query that changes rows inside another one is not portable".to_owned());
        }
    }
}

/// `$1 … $n`, each used.
fn places(all: &[Token], found: &mut Vec<String>) {
    let used: Vec<usize> =
        all.iter().filter_map(|token| if let Token::Place(number) = token { Some(*number) } else { None }).collect();
    let most = used.iter().max().copied().unwrap_or_default();
    if used.contains(&0) || (1..=most).any(|number| !used.contains(&number)) {
        found.push(format!("of $1 to ${most} each must be used"));
    }
}

/// Every list of result columns: named one by one, none of them a boolean.
fn lists(all: &[Token], found: &mut Vec<String>) {
    for (at, token) in all.iter().enumerate() {
        if !token.is_any(&["select", "returning"]) {
            continue;
        }
        for item in items(result_list(all.get(at + 1..).unwrap_or_default())) {
            if item.last().is_some_and(|last| last.is("*")) {
                found.push("every column is listed, no *".to_owned());
            }
            if is_boolean(item) {
                found.push("a boolean among the result columns: CASE WHEN … THEN 1 ELSE 0 END".to_owned());
            }
        }
    }
}

/// The tokens up to the FROM of the same depth, or the end of the brackets.
fn result_list(rest: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    for (at, token) in rest.iter().enumerate() {
        let is_after_distinct = at > 0 && rest.get(at - 1).is_some_and(|before| before.is("distinct"));
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            if depth == 0 {
                return rest.get(..at).unwrap_or_default();
            }
            depth -= 1;
        } else if depth == 0 && token.is("from") && !is_after_distinct {
            return rest.get(..at).unwrap_or_default();
        }
    }
    rest
}

/// Whether a comparison stands outside brackets and outside CASE … END.
fn is_boolean(item: &[Token]) -> bool {
    let (mut depth, mut cases) = (0_usize, 0_usize);
    for token in item {
        match token {
            _ if token.is("(") => depth += 1,
            _ if token.is(")") => depth = depth.saturating_sub(1),
            _ if token.is("case") => cases += 1,
            _ if token.is("end") => cases = cases.saturating_sub(1),
            _ if depth == 0 && cases == 0 && token.is_any(BOOLEAN) => return true,
            _ => {}
        }
    }
    false
}

/// PostgreSQL's sum of BIGINT is NUMERIC, which cannot be read.
fn sums(all: &[Token], found: &mut Vec<String>) {
    let mut casts: Vec<bool> = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        if token.is("(") {
            casts.push(before.is_some_and(|before| before.is("cast")));
        } else if token.is(")") {
            casts.pop();
        } else if token.is("sum") && !casts.contains(&true) {
            found.push("sum is CAST(sum(…) AS BIGINT)".to_owned());
        }
        let is_type = before.is_some_and(|before| before.is("as")) && casts.last() == Some(&true);
        if is_type && !token.is_any(&["bigint", "text", "bytea"]) {
            found.push("CAST gives BIGINT, TEXT or BYTEA".to_owned());
        }
    }
}

fn inserts(all: &[Token], found: &mut Vec<String>) {
    for (at, token) in all.iter().enumerate() {
        if token.is("into") && !all.get(at + 2).is_some_and(|next| next.is("(")) {
            found.push("INSERT lists its columns".to_owned());
        }
    }
}

/// The tables a statement names: after FROM, JOIN, INTO and UPDATE, without its own WITH names.
pub(super) fn tables(all: &[Token]) -> Vec<&str> {
    let is = |at: Option<usize>, what: &[&str]| at.and_then(|at| all.get(at)).is_some_and(|token| token.is_any(what));
    let own: Vec<&str> = (0..all.len())
        .filter(|at| is(at.checked_add(1), &["as"]) && is(at.checked_add(2), &["(", "materialized"]))
        .filter_map(|at| all.get(at).and_then(Token::word))
        .collect();
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let before = at.checked_sub(1);
        let names_table = (token.is("from") && !is(before, &["distinct"]))
            || token.is_any(&["join", "into"])
            || (token.is("update") && !is(before, &["do", "for"]));
        let Some(table) = all.get(at + 1).and_then(Token::word).filter(|_| names_table) else { continue };
        if !own.contains(&table) && !["select", "only"].contains(&table) {
            found.push(table);
        }
    }
    found
}

fn tables_of_room(sql: &Sql, all: &[Token], found: &mut Vec<String>) {
    let room = match sql.name.split_once('.') {
        Some((room, what)) if !room.is_empty() && !what.is_empty() => room,
        _ => {
            found.push("a name is <room>.<what>".to_owned());
            return;
        }
    };
    for table in tables(all) {
        if !table.strip_prefix(room).is_some_and(|rest| rest.starts_with('_')) {
            found.push(format!("{table} is not a table of {room}"));
        }
    }
}

/// The distribution key is named: among the columns of an INSERT, in the conditions of the rest, and never changed.
fn distribution_key(all: &[Token], found: &mut Vec<String>) {
    let is_key = |token: &Token| token.is("organization_id");
    let into = all.iter().position(|token| token.is("into"));
    let condition = all.iter().position(|token| token.is("where"));
    let is_named = match (into, condition) {
        (Some(into), _) => inside(all, into + 2).0.iter().any(is_key),
        (None, Some(condition)) => all.iter().skip(condition).any(is_key),
        (None, None) => false,
    };
    if !is_named {
        found.push("names no organization_id: the key of distribution".to_owned());
    }
    for (at, token) in all.iter().enumerate() {
        let changed = all.get(at + 1..).unwrap_or_default();
        let end = changed.iter().position(|token| token.is_any(&["where", "from", "returning"]));
        let changed = changed.get(..end.unwrap_or(changed.len())).unwrap_or_default();
        if token.is("set") && items(changed).iter().any(|item| item.first().is_some_and(is_key)) {
            found.push("organization_id is never changed".to_owned());
        }
    }
}
