//! Words, calls and addresses that may not stand in the repository.

use crate::report::Finding;
use crate::source::{RustFile, TextFile, Token, TokenKind};

/// Words that mean "not finished", with what to do instead.
const UNFINISHED: &[(&str, &str)] = &[
    (concat!("FIX", "ME"), "mend it, or open an issue and say in a comment why it is so now"),
    (concat!("XX", "X"), "mend it, or open an issue and say in a comment why it is so now"),
];
/// Macros that may not be called outside tests.
const UNFINISHED_CALLS: &[&str] = &["todo", "unimplemented", "dbg"];

/// Folders of one machine.
const MACHINE_FOLDERS: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("C:\\Us", "ers")];
/// Hosts that packages are fetched from; a lock file or script that names one does not work where another is set up.
const REGISTRY_HOSTS: &[&str] = &[
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("registry.npmjs", ".org"),
    concat!("registry.yarnpkg", ".com"),
    concat!("files.pythonhosted", ".org"),
    concat!("deb.debian", ".org"),
    concat!("proxy.golang", ".org"),
];
/// Where cargo itself writes the one source that is allowed.
const CARGO_SOURCE: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Folders without the floor plan of a room; their statements stand beside the code that runs them.
const PLUMBING: &[&str] = &["crates/store/", "crates/web/", "crates/post/", "xtask/"];
/// How an SQL statement begins; the second word keeps ordinary texts apart.
const SQL_BEGINNINGS: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "ALTER TABLE ",
    "DROP TABLE ",
    "PRAGMA ",
    "WITH RECURSIVE ",
];

pub fn check(files: &[TextFile], rust: &[RustFile]) -> Vec<Finding> {
    let texts = files.iter().flat_map(lines);
    texts.chain(rust.iter().flat_map(tokens)).collect()
}

fn lines(file: &TextFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        let mut note = |rule, advice: String| findings.push(Finding::new(&file.path, index + 1, rule, advice));
        // A definition repeats the words of an official schema.
        let is_ours = !file.path.contains("/definitions/");
        for (word, advice) in UNFINISHED.iter().filter(|(word, _)| is_ours && has_word(line, word)) {
            note("unfinished", format!("{word}: {advice}"));
        }
        for folder in MACHINE_FOLDERS.iter().filter(|folder| has_folder(line, folder)) {
            note("machine", format!("{folder} is a folder of one machine; write a path from the workspace folder"));
        }
        for host in REGISTRY_HOSTS.iter().filter(|host| line.contains(**host)) {
            note("registry", format!("{host}: name packages, not hosts; the client knows where they are"));
        }
        if let Some(advice) = lock_address(&file.path, line) {
            note("registry", advice);
        }
    }
    findings
}

/// A download address in a lock file.
fn lock_address(path: &str, line: &str) -> Option<String> {
    let line = line.trim();
    let npm = path.ends_with("package-lock.json") && line.starts_with("\"resolved\":");
    let cargo = path.ends_with("Cargo.lock") && line.starts_with("source = ") && line != CARGO_SOURCE;
    (npm || cargo)
        .then(|| "a download address in a lock file: install from the registry by name and lock again".to_owned())
}

/// The word alone: neither letters, digits nor `_` beside it.
fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// The folder at the root, not inside a longer path or an address.
fn has_folder(line: &str, folder: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/' | '}' | '*' | ')');
    line.match_indices(folder)
        .any(|(at, _)| !line.get(..at).and_then(|text| text.chars().next_back()).is_some_and(part))
}

fn tokens(file: &RustFile) -> Vec<Finding> {
    let production = |token: &&Token| !file.is_test(token.line);
    let mut findings = Vec::new();
    for (at, token) in file.tokens.iter().enumerate() {
        let next = |step: usize| file.tokens.get(at + step).map_or("", |token| token.text.as_str());
        let found = match token.kind {
            TokenKind::Word if next(1) == "!" => unfinished_call(&token.text),
            TokenKind::Mark if token.text == "#" => allow_attribute(next(1), next(2)),
            TokenKind::Text => sql_outside_store(&file.path, &token.text),
            _ => None,
        };
        if let Some((rule, advice)) = found.filter(|_| production(&token)) {
            findings.push(Finding::new(&file.path, token.line, rule, advice));
        }
    }
    findings
}

type Said = Option<(&'static str, String)>;

fn unfinished_call(name: &str) -> Said {
    UNFINISHED_CALLS.contains(&name).then(|| ("unfinished", format!("{name}! outside tests; write what it stands for")))
}

fn allow_attribute(first: &str, second: &str) -> Said {
    let allow = first == "allow" || (first == "!" && second == "allow");
    allow.then(|| {
        ("allow", "use #[expect(lint, reason = \"…\")]: it goes away by itself when it is no longer needed".to_owned())
    })
}

fn sql_outside_store(path: &str, text: &str) -> Said {
    let store = PLUMBING.iter().any(|part| path.starts_with(part))
        || path.contains("/src/store/")
        || path.ends_with("/src/store.rs");
    let sql = SQL_BEGINNINGS.iter().any(|beginning| text.trim_start().starts_with(beginning));
    (sql && !store).then(|| ("sql", "SQL outside a store/ folder; move the statement there and call it".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> Vec<String> {
        let file = TextFile { path: path.to_owned(), text: text.to_owned() };
        let rust: Vec<_> = path.ends_with(".rs").then(|| RustFile::parse(path, text).unwrap()).into_iter().collect();
        check(&[file], &rust).iter().map(ToString::to_string).collect()
    }

    fn assert_said(path: &str, text: &str, words: &str) {
        let found = said(path, text);
        assert!(found.len() == 1 && found[0].contains(words), "{path} {text}: {found:?}");
    }

    #[test]
    fn ordinary_text_passes() {
        for (path, text) in [
            (
                "crates/a/src/b.rs",
                "#[expect(clippy::panic, reason = \"x\")] fn f() { g(\"SELECTED\"); h(\"update the row\") }",
            ),
            ("crates/a/src/store/b.rs", "const A: &str = \"SELECT id FROM a_b WHERE organization_id = $1\";"),
            ("crates/store/src/claim.rs", "const A: &str = \"UPDATE store_job SET lease = $1\";"),
            ("crates/a/src/b.rs", "#[cfg(test)] mod tests { #[test] fn f() { todo!(); sql(\"SELECT 1\"); } }"),
            ("crates/a/tests/b.rs", "#[allow(dead_code)] fn f() { dbg!(1); }"),
            ("crates/a/src/b.rs", "async fn f() { tokio::time::sleep(d).await }"),
            ("docs/a.md", "паспорт XXXX, см. crates/work/home, $HOME/rootless/x, https://a.b/home/c"),
            ("Cargo.lock", CARGO_SOURCE),
            ("package-lock.json", "\"version\": \"1.0.0\","),
        ] {
            assert_eq!(said(path, text), [] as [String; 0], "{text}");
        }
    }

    #[test]
    fn forbidden_code_is_named() {
        for (text, words) in [
            ("fn f() { todo!() }", "unfinished: todo!"),
            ("fn f() { unimplemented!(\"later\") }", "unfinished: unimplemented!"),
            ("fn f() { vec![dbg!(1)]; }", "unfinished: dbg!"),
            ("#[allow(dead_code)] fn f() {}", "allow: use #[expect"),
            ("#![allow(clippy::all)]", "allow: use #[expect"),
            ("fn f() { q(\"SELECT id FROM a\") }", "sql: SQL outside"),
            ("fn f() { q(\"\n  INSERT INTO a VALUES ($1)\") }", "sql: SQL outside"),
            ("fn f() { q!(r#\"DELETE FROM a\"#) }", "sql: SQL outside"),
        ] {
            assert_said("crates/a/src/ops/b.rs", text, words);
        }
    }

    #[test]
    fn forbidden_text_is_named() {
        for folder in MACHINE_FOLDERS {
            assert_said("dev/setup", &format!("cp a {folder}b"), "machine: ");
            assert_said("docs/a.md", &format!("«{folder}b»"), "machine: ");
        }
        for host in REGISTRY_HOSTS {
            assert_said("Makefile", &format!("\tcurl https://{host}/a"), "registry: ");
        }
        for (word, _) in UNFINISHED {
            assert_said("crates/a/src/b.rs", &format!("// {word}: later"), "unfinished: ");
            assert_said("docs/a.md", word, "unfinished: ");
        }
        assert_said("Cargo.lock", "source = \"git+https://somewhere/a\"", "a download address");
        assert_said("ui/package-lock.json", "  \"resolved\": \"https://somewhere/a.tgz\",", "a download address");
    }
}
