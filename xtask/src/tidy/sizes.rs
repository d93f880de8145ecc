//! Sizes of files and functions, as ratchets: what is over may shrink, never grow.

use std::collections::BTreeMap;

use serde::Deserialize;
use syn::spanned::Spanned;
use syn::visit::Visit;

use crate::report::{Fault, Finding};
use crate::source::{RustFile, is_test_path};

/// The list of what is over.
pub const TABLE: &str = "xtask/ratchet.toml";

/// One limit: over `usual` must be in the list, over `hard` is refused even there.
#[derive(Debug)]
struct Limit {
    kind: Kind,
    usual: usize,
    hard: usize,
    what: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    File,
    Lib,
    Function,
    Parameters,
    Sleeps,
}

const LIMITS: &[Limit] = &[
    Limit { kind: Kind::File, usual: 400, hard: 600, what: "production lines in a file" },
    Limit { kind: Kind::Lib, usual: 150, hard: 150, what: "production lines in a lib.rs" },
    Limit { kind: Kind::Function, usual: 40, hard: 70, what: "lines in a function" },
    Limit { kind: Kind::Parameters, usual: 5, hard: 7, what: "parameters" },
    Limit {
        kind: Kind::Sleeps,
        usual: 0,
        hard: 5,
        what: "sleeps in tests (move the clock by hand or await the event)",
    },
];

/// Something measured.
#[derive(Debug)]
pub struct Size {
    kind: Kind,
    /// File, or `file::Type::function`.
    key: String,
    file: String,
    line: usize,
    value: usize,
}

/// Measures all production code, and how often tests sleep.
pub fn measure(files: &[RustFile]) -> Vec<Size> {
    let mut sizes: Vec<Size> = files.iter().filter_map(sleeps).collect();
    for file in files.iter().filter(|file| !is_test_path(&file.path) && !is_generated(&file.path)) {
        let kind = if file.path.ends_with("/src/lib.rs") { Kind::Lib } else { Kind::File };
        let value = file.production_lines();
        sizes.push(Size { kind, key: file.path.clone(), file: file.path.clone(), line: 0, value });
        let mut functions = Functions { file, owner: Vec::new(), sizes: Vec::new() };
        functions.visit_file(&file.syntax);
        sizes.extend(functions.sizes);
    }
    sizes
}

/// What `cargo xtask codegen` writes: nobody reads it by the page, and `--check` holds it.
fn is_generated(path: &str) -> bool {
    path.contains("/src/generated/")
}

/// Calls of `tokio::time::sleep` in test code. Time that is really the machine's (a lease, a back-off) may need one.
fn sleeps(file: &RustFile) -> Option<Size> {
    let calls = file.tokens.windows(4).filter(|window| {
        let [time, a, b, sleep] = window else { return false };
        let named = time.text == "time"
            && a.text == ":"
            && b.text == ":"
            && matches!(sleep.text.as_str(), "sleep" | "sleep_until");
        named && file.is_test(sleep.line)
    });
    let lines: Vec<usize> = calls.filter_map(|window| window.last()).map(|token| token.line).collect();
    let line = *lines.first()?;
    Some(Size { kind: Kind::Sleeps, key: file.path.clone(), file: file.path.clone(), line, value: lines.len() })
}

struct Functions<'a> {
    file: &'a RustFile,
    owner: Vec<String>,
    sizes: Vec<Size>,
}

impl Functions<'_> {
    fn note(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.span().start().line;
        if self.file.is_test(line) {
            return;
        }
        let name = [self.owner.as_slice(), &[signature.ident.to_string()]].concat().join("::");
        let key = format!("{}::{name}", self.file.path);
        let lines = line..=block.span().end().line;
        let written = self
            .file
            .text
            .lines()
            .enumerate()
            .filter(|(index, text)| lines.contains(&(index + 1)) && !text.trim().is_empty());
        let parameters = signature.inputs.iter().filter(|input| matches!(input, syn::FnArg::Typed(_)));
        for (kind, value) in [(Kind::Function, written.count()), (Kind::Parameters, parameters.count())] {
            self.sizes.push(Size { kind, key: key.clone(), file: self.file.path.clone(), line, value });
        }
    }

    fn inside(&mut self, owner: String, walk: impl FnOnce(&mut Self)) {
        self.owner.push(owner);
        walk(self);
        self.owner.pop();
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.sig, &item.block);
        self.inside(item.sig.ident.to_string(), |it| syn::visit::visit_block(it, &item.block));
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.inside(item.ident.to_string(), |it| syn::visit::visit_item_mod(it, item));
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.inside(impl_name(item), |it| syn::visit::visit_item_impl(it, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.note(&item.sig, &item.block);
        self.inside(item.sig.ident.to_string(), |it| syn::visit::visit_block(it, &item.block));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.note(&item.sig, block);
        }
    }
}

/// `Type`, or `Type as Trait`, so that two impls of one type are told apart.
fn impl_name(item: &syn::ItemImpl) -> String {
    let last = |path: &syn::Path| path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
    let owner = match item.self_ty.as_ref() {
        syn::Type::Path(path) => last(&path.path),
        _ => "impl".to_owned(),
    };
    match &item.trait_ {
        Some((path, _)) => format!("{owner} as {}", last(path)),
        None => owner,
    }
}

/// What is known to be over, by kind and key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ratchet {
    file_lines: BTreeMap<String, usize>,
    function_lines: BTreeMap<String, usize>,
    parameters: BTreeMap<String, usize>,
    sleeps_in_tests: BTreeMap<String, usize>,
}

impl Ratchet {
    pub fn read(toml: &str) -> Result<Self, Fault> {
        toml::from_str(toml).map_err(|error| Fault(format!("{TABLE}: {error}")))
    }

    /// The lists, by kind; a kind without one knows no exceptions.
    fn lists(&self) -> [(Kind, &BTreeMap<String, usize>); 4] {
        [
            (Kind::File, &self.file_lines),
            (Kind::Function, &self.function_lines),
            (Kind::Parameters, &self.parameters),
            (Kind::Sleeps, &self.sleeps_in_tests),
        ]
    }

    fn entry(&self, size: &Size) -> Option<usize> {
        self.lists().into_iter().find(|(kind, _)| *kind == size.kind)?.1.get(&size.key).copied()
    }

    /// Everything over its limit or its entry, every entry that could be lower, every entry of something gone.
    pub fn check(&self, sizes: &[Size]) -> Vec<Finding> {
        let mut findings: Vec<Finding> = sizes.iter().filter_map(|size| self.judge(size)).collect();
        for (kind, entries) in self.lists() {
            let gone = entries.keys().filter(|key| !sizes.iter().any(|size| size.kind == kind && size.key == **key));
            findings.extend(gone.map(|key| {
                Finding::new(TABLE, 0, "ratchet", format!("{key} is no more; run cargo xtask tidy --write"))
            }));
        }
        findings
    }

    fn judge(&self, size: &Size) -> Option<Finding> {
        let limit = LIMITS.iter().find(|limit| limit.kind == size.kind)?;
        let Size { key, value, .. } = size;
        let advice = match self.entry(size) {
            _ if *value > limit.hard => {
                format!("{key}: {value} {}, never more than {}; split it", limit.what, limit.hard)
            }
            Some(entry) if *value > entry => {
                format!("{key}: {value} {}, the ratchet holds {entry}; it may only shrink", limit.what)
            }
            Some(entry) if *value < entry => {
                format!("{key}: {value} {}, the ratchet still says {entry}; run cargo xtask tidy --write", limit.what)
            }
            Some(_) => return None,
            None if *value > limit.usual => {
                format!("{key}: {value} {}, usually not more than {}; split it", limit.what, limit.usual)
            }
            None => return None,
        };
        Some(Finding::new(&size.file, size.line, "size", advice))
    }

    /// The same list with entries lowered to what is, and those no longer over their limit left out. Nothing is added.
    pub fn lowered(&self, sizes: &[Size]) -> Self {
        let lower = |kind: Kind, entries: &BTreeMap<String, usize>| {
            let usual = LIMITS.iter().find(|limit| limit.kind == kind).map_or(0, |limit| limit.usual);
            let now = |key: &str| {
                sizes.iter().filter(|size| size.kind == kind && size.key == key).map(|size| size.value).max()
            };
            let kept = entries.iter().filter_map(|(key, entry)| Some((key.clone(), now(key)?.min(*entry))));
            kept.filter(|(_, value)| *value > usual).collect()
        };
        Self {
            file_lines: lower(Kind::File, &self.file_lines),
            function_lines: lower(Kind::Function, &self.function_lines),
            parameters: lower(Kind::Parameters, &self.parameters),
            sleeps_in_tests: lower(Kind::Sleeps, &self.sleeps_in_tests),
        }
    }

    pub fn to_toml(&self) -> String {
        let part = |name: &str, entries: &BTreeMap<String, usize>| {
            let lines: String = entries.iter().map(|(key, value)| format!("{key:?} = {value}\n")).collect();
            format!("\n[{name}]\n{lines}")
        };
        let names = ["file_lines", "function_lines", "parameters", "sleeps_in_tests"];
        let parts = names.into_iter().zip(self.lists()).map(|(name, (_, entries))| part(name, entries));
        format!("{HEAD}{}", parts.collect::<String>())
    }
}

const HEAD: &str =
    "# What is over the usual size. Entries may only shrink; `cargo xtask tidy --write` lowers them and adds none.\n";

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> RustFile {
        RustFile::parse(path, text).unwrap()
    }

    fn function(lines: usize) -> String {
        format!("fn long() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    fn ratchet(toml: &str) -> Ratchet {
        Ratchet::read(toml).unwrap()
    }

    fn said(ratchet: &Ratchet, path: &str, text: &str) -> Vec<String> {
        ratchet.check(&measure(&[file(path, text)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn tests_blank_lines_and_test_folders_do_not_count() {
        let text = format!("fn a() {{}}\n\n#[cfg(test)]\nmod tests {{\n{}}}\n", function(90));
        assert_eq!(said(&ratchet(""), "crates/a/src/b.rs", &text), [] as [String; 0]);
        assert_eq!(said(&ratchet(""), "crates/a/tests/b.rs", &function(90)), [] as [String; 0]);
        assert_eq!(said(&ratchet(""), "crates/testkit/src/b.rs", &function(90)), [] as [String; 0]);
        assert_eq!(said(&ratchet(""), "crates/a/src/b.rs", &function(40)), [] as [String; 0]);
        assert_eq!(file("crates/a/src/b.rs", &text).production_lines(), 1);
    }

    #[test]
    fn what_is_over_is_named() {
        let key = "\"crates/a/src/b.rs::long\"";
        for (list, text, words) in [
            (String::new(), function(41), "41 lines in a function, usually not more than 40"),
            (format!("[function_lines]\n{key} = 50"), function(51), "the ratchet holds 50; it may only shrink"),
            (format!("[function_lines]\n{key} = 50"), function(49), "still says 50; run cargo xtask tidy --write"),
            (format!("[function_lines]\n{key} = 80"), function(71), "never more than 70; split it"),
            (
                String::new(),
                "fn f(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) {}".to_owned(),
                "6 parameters, usually not more than 5",
            ),
            (
                String::new(),
                "fn f(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8) {}".to_owned(),
                "8 parameters, never more than 7",
            ),
            (
                String::new(),
                "#[cfg(test)] mod t { async fn f() { tokio::time::sleep(d).await } }".to_owned(),
                "1 sleeps in tests",
            ),
            (String::new(), "fn a() {}\n".repeat(401), "401 production lines in a file, usually"),
            ("[file_lines]\n\"crates/a/src/b.rs\" = 900".to_owned(), "fn a() {}\n".repeat(601), "never more than 600"),
            ("[file_lines]\n\"crates/a/src/gone.rs\" = 500".to_owned(), "fn a() {}\n".to_owned(), "gone.rs is no more"),
        ] {
            let found = said(&ratchet(&list), "crates/a/src/b.rs", &text);
            assert!(found.len() == 1 && found[0].contains(words), "{words}: {found:?}");
        }
        let long_lib = said(&ratchet(""), "crates/a/src/lib.rs", &"fn a() {}\n".repeat(151));
        assert!(long_lib[0].contains("151 production lines in a lib.rs, never more than 150"), "{long_lib:?}");
    }

    #[test]
    fn methods_are_told_apart_and_the_receiver_is_no_parameter() {
        let text = "impl A { fn f(&self, a: u8, b: u8, c: u8, d: u8, e: u8) {} }\nimpl B for A { fn f(&self) {} }";
        let sizes = measure(&[file("crates/a/src/b.rs", text)]);
        let keys: Vec<_> = sizes
            .iter()
            .filter(|size| size.kind == Kind::Parameters)
            .map(|size| (size.key.as_str(), size.value))
            .collect();
        assert_eq!(keys, [("crates/a/src/b.rs::A::f", 5), ("crates/a/src/b.rs::A as B::f", 0)]);
    }

    #[test]
    fn writing_lowers_drops_and_never_adds() {
        let list =
            ratchet("[file_lines]\n\"crates/a/src/gone.rs\" = 500\n[function_lines]\n\"crates/a/src/b.rs::long\" = 60");
        let at = |lines| list.lowered(&measure(&[file("crates/a/src/b.rs", &function(lines))])).to_toml();
        assert!(at(50).contains("[function_lines]\n\"crates/a/src/b.rs::long\" = 50\n"), "{}", at(50));
        assert!(at(65).contains("\"crates/a/src/b.rs::long\" = 60\n"));
        assert!(!at(40).contains("long"));
        assert!(!at(50).contains("gone"));
        let empty = ratchet("").lowered(&measure(&[file("crates/a/src/b.rs", &function(65))]));
        assert_eq!(empty, Ratchet::default());
        assert_eq!(ratchet(&list.to_toml()), list);
        assert!(Ratchet::read("[words]\n").is_err());
    }
}
