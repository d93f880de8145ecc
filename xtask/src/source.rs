//! The files of the repository, and a parsed Rust file with its test parts marked.

use std::ops::RangeInclusive;
use std::path::Path;

use proc_macro2::{LineColumn, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::Visit;
use walkdir::WalkDir;

use crate::report::Fault;

/// Folders that hold no work of ours.
const SKIPPED_FOLDERS: &[&str] = &[".git", "target", "node_modules", "data", "dist", "corpus"];

/// A text file of the repository.
#[derive(Debug)]
pub struct TextFile {
    /// Path from the workspace folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Every UTF-8 file of the repository, sorted by path; binary files and other encodings are left out.
pub fn read_all(root: &Path) -> Result<Vec<TextFile>, Fault> {
    let mut files = Vec::new();
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !SKIPPED_FOLDERS.contains(&entry.file_name().to_string_lossy().as_ref())) {
        let entry = entry.map_err(|error| Fault(error.to_string()))?;
        if entry.file_type().is_file() {
            let bytes = std::fs::read(entry.path()).map_err(|e| Fault(format!("{}: {e}", entry.path().display())))?;
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(TextFile { path: relative(root, entry.path()), text });
            }
        }
    }
    Ok(files)
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// A Rust file, parsed.
pub struct RustFile {
    /// Path from the workspace folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Its items.
    pub syntax: syn::File,
    /// Its tokens, those inside macro calls included.
    pub tokens: Vec<Token>,
    tests: Vec<RangeInclusive<usize>>,
}

/// A word, a mark or a literal, with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Line from 1.
    pub line: usize,
    /// As written; for a string literal the text between the quotes as the compiler reads it.
    pub text: String,
    /// What it is.
    pub kind: TokenKind,
}

/// Kinds of token that the checks tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Mark,
    Text,
    Other,
}

impl RustFile {
    /// Parses; a file that the compiler would refuse is a fault of the caller's tree.
    pub fn parse(path: &str, text: &str) -> Result<Self, Fault> {
        let fault = |error: syn::Error| Fault(format!("{path}:{}: {error}", error.span().start().line));
        let syntax = syn::parse_file(text).map_err(fault)?;
        let stream: TokenStream = text.parse().map_err(|error| Fault(format!("{path}: {error}")))?;
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        let mut tests = TestParts::default();
        tests.visit_file(&syntax);
        Ok(Self { path: path.to_owned(), text: text.to_owned(), syntax, tokens, tests: tests.parts })
    }

    /// Whether the whole file is test code by its place, or the line is inside a `#[test]` or `#[cfg(test)]` item.
    pub fn is_test(&self, line: usize) -> bool {
        is_test_path(&self.path) || self.tests.iter().any(|part| part.contains(&line))
    }

    /// Lines that are neither blank nor test code.
    pub fn production_lines(&self) -> usize {
        let lines = self.text.lines().enumerate();
        lines.filter(|(index, line)| !line.trim().is_empty() && !self.is_test(index + 1)).count()
    }
}

/// Folders whose Rust files are tests, benches or examples; `testkit` is test code too.
pub fn is_test_path(path: &str) -> bool {
    path.starts_with("crates/testkit/") || path.split('/').any(|part| matches!(part, "tests" | "benches" | "examples"))
}

fn flatten(stream: TokenStream, into: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => flatten(group.stream(), into),
            TokenTree::Ident(word) => into.push(Token { line, text: word.to_string(), kind: TokenKind::Word }),
            TokenTree::Punct(mark) => {
                into.push(Token { line, text: mark.as_char().to_string(), kind: TokenKind::Mark });
            }
            TokenTree::Literal(literal) => into.push(literal_token(line, literal)),
        }
    }
}

fn literal_token(line: usize, literal: proc_macro2::Literal) -> Token {
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Token { line, text: text.value(), kind: TokenKind::Text },
        _ => Token { line, text: literal.to_string(), kind: TokenKind::Other },
    }
}

/// Collects the lines of `#[cfg(test)]` and `#[test]` items.
#[derive(Default)]
struct TestParts {
    parts: Vec<RangeInclusive<usize>>,
}

impl TestParts {
    fn note(&mut self, attributes: &[syn::Attribute], start: LineColumn, end: LineColumn) {
        if attributes.iter().any(is_test_attribute) {
            self.parts.push(start.line..=end.line);
        }
    }
}

impl<'ast> Visit<'ast> for TestParts {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.note(&item.attrs, item.span().start(), item.span().end());
        syn::visit::visit_item_mod(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.attrs, item.span().start(), item.span().end());
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.note(&item.attrs, item.span().start(), item.span().end());
        syn::visit::visit_item_impl(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.note(&item.attrs, item.span().start(), item.span().end());
    }
}

/// `#[cfg(test)]`, `#[cfg(all(test, …))]`, `#[test]`, `#[tokio::test]`, `#[story]`.
fn is_test_attribute(attribute: &syn::Attribute) -> bool {
    let path = attribute.path();
    if path.is_ident("cfg") {
        let syn::Meta::List(list) = &attribute.meta else { return false };
        let mut words = Vec::new();
        flatten(list.tokens.clone(), &mut words);
        let says = |word: &str| words.iter().any(|token| token.kind == TokenKind::Word && token.text == word);
        return says("test") && !says("not");
    }
    path.segments.last().is_some_and(|last| last.ident == "test" || last.ident == "story")
}
