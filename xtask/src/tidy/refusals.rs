//! Every refusal code has its text for a person in both languages, and no text is left over.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::Visit;

use crate::report::Finding;
use crate::source::{RustFile, TextFile, Token, TokenKind, is_test_path};

const RULE: &str = "text";
const LANGUAGES: &[(&str, &str)] = &[("texts/ru/", "Russian"), ("texts/en/", "English")];

pub fn check(files: &[TextFile], rust: &[RustFile]) -> Vec<Finding> {
    let codes = codes(rust);
    let keys: BTreeSet<String> = codes.keys().map(|code| key(code)).collect();
    let words = words_of(files, rust);
    let mut findings: Vec<Finding> = codes.iter().filter_map(|(code, place)| misshapen(code, place)).collect();
    for (folder, language) in LANGUAGES {
        let texts = texts(files, folder);
        for (code, (file, line)) in codes.iter().filter(|(code, _)| !texts.contains_key(&key(code))) {
            let room = code.split('.').next().unwrap_or_default();
            let advice = format!("{code} has no {language} text; add `{} = …` to {folder}{room}.ftl", key(code));
            findings.push(Finding::new(file, *line, RULE, advice));
        }
        for (text, (file, line)) in texts.iter().filter(|(text, _)| !keys.contains(*text)) {
            if !is_used(text, &words) {
                findings.push(Finding::new(file, *line, RULE, format!("{text} is used nowhere; take it out")));
            }
        }
        findings.extend(untranslated(files, folder, &keys, &texts));
    }
    findings
}

/// Named as a whole, or put together as `trust-kind-{}` and words that stand somewhere as literals.
fn is_used(text: &str, words: &BTreeSet<String>) -> bool {
    let composed = |(at, _): (usize, &str)| {
        let (prefix, rest) = text.split_at(at + 1);
        let begun = words.range(format!("{prefix}{{")..).next();
        begun.is_some_and(|word| word.starts_with(&format!("{prefix}{{")) && word.ends_with('}'))
            && is_joined(rest, words)
    };
    words.contains(text) || text.match_indices('-').any(composed)
}

/// A word, or words with hyphens between; what stands behind a `}` begins with its hyphen.
fn is_joined(text: &str, words: &BTreeSet<String>) -> bool {
    let joined = |(at, _): (usize, &str)| {
        let (left, right) = text.split_at(at);
        words.contains(left) && (words.contains(right) || right.get(1..).is_some_and(|rest| is_joined(rest, words)))
    };
    words.contains(text) || text.match_indices('-').any(joined)
}

/// Texts of the other languages, refusals apart, that this language lacks.
fn untranslated(files: &[TextFile], folder: &str, codes: &BTreeSet<String>, own: &Texts) -> Vec<Finding> {
    let others = LANGUAGES.iter().filter(|(other, _)| *other != folder).map(|(other, _)| texts(files, other));
    let lacking = others.flatten().filter(|(text, _)| !codes.contains(text) && !own.contains_key(text));
    lacking
        .map(|(text, (file, line))| Finding::new(&file, line, RULE, format!("{text} is not in {folder}; add it there")))
        .collect()
}

type Place = (String, usize);
type Texts = BTreeMap<String, Place>;

fn key(code: &str) -> String {
    code.replace('.', "-")
}

fn misshapen(code: &str, (file, line): &Place) -> Option<Finding> {
    let advice = format!("{code:?} is not like room.subject.rule: lower case, digits, hyphens, parts by dots");
    (!has_shape(code)).then(|| Finding::new(file, *line, "code", advice))
}

fn has_shape(code: &str) -> bool {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    code.contains('.') && code.split('.').all(|part| !part.is_empty() && part.bytes().all(good))
}

/// Codes with their first place, outside tests: the string literals of `fn code` in `impl Refusal for …`, and in a file
/// that has such an impl every literal of a code's shape that begins with the room's name (codes kept in a table).
fn codes(rust: &[RustFile]) -> BTreeMap<String, Place> {
    let mut codes = BTreeMap::new();
    for file in rust.iter().filter(|file| !is_test_path(&file.path)) {
        let mut search = Codes { file, refusal: false, inside: false, found: Vec::new() };
        search.visit_file(&file.syntax);
        let tabled = file.tokens.iter().filter(|token| search.refusal && is_own_code(file, token));
        let tabled = tabled.map(|token| (token.text.clone(), token.line)).collect::<Vec<_>>();
        for (code, line) in search.found.into_iter().chain(tabled) {
            codes.entry(code).or_insert((file.path.clone(), line));
        }
    }
    codes
}

fn is_own_code(file: &RustFile, token: &Token) -> bool {
    let own = file.path.strip_prefix("crates/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let begins = token.text.strip_prefix(own).is_some_and(|rest| rest.starts_with('.'));
    token.kind == TokenKind::Text && begins && has_shape(&token.text) && !file.is_test(token.line)
}

struct Codes<'a> {
    file: &'a RustFile,
    /// The file has an `impl Refusal`.
    refusal: bool,
    /// Inside `fn code` of an `impl Refusal`.
    inside: bool,
    found: Vec<(String, usize)>,
}

impl<'ast> Visit<'ast> for Codes<'_> {
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let refusal =
            item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).is_some_and(|last| last.ident == "Refusal");
        if refusal {
            self.refusal = true;
            syn::visit::visit_item_impl(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.ident == "code" {
            self.inside = true;
            syn::visit::visit_impl_item_fn(self, item);
            self.inside = false;
        }
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        let line = text.span().start().line;
        if self.inside && !self.file.is_test(line) {
            self.found.push((text.value(), line));
        }
    }
}

/// Keys of the `*.ftl` files of one language.
fn texts(files: &[TextFile], folder: &str) -> Texts {
    let mut texts = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.starts_with(folder) && file.path.ends_with(".ftl")) {
        for (index, line) in file.text.lines().enumerate() {
            let begins = line.chars().next().is_some_and(|first| first.is_ascii_alphabetic());
            if let Some((name, _)) = line.split_once('=').filter(|_| begins) {
                texts.insert(name.trim().to_owned(), (file.path.clone(), index + 1));
            }
        }
    }
    texts
}

/// Every string literal of our code, as it is and as the key of a code, every name in the packs of law, and every word
/// inside `{ }` of the texts and in the client's code; what the client puts together as `trust-kind-${…}` stands as our code writes it.
fn words_of(files: &[TextFile], rust: &[RustFile]) -> BTreeSet<String> {
    let literals = rust.iter().flat_map(|file| &file.tokens).filter(|token| token.kind == TokenKind::Text);
    let literals = literals.flat_map(|token| [key(&token.text), token.text.clone()]);
    let other = files.iter().filter(|file| file.path.ends_with(".ftl") || file.path.starts_with("ui/"));
    let part = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let references = other.flat_map(|file| {
        let client = file.path.starts_with("ui/");
        let lines = file
            .text
            .lines()
            .map(move |line| if client { line } else { line.split_once('{').map_or("", |(_, rest)| rest) });
        lines.flat_map(move |line| line.split(part).map(str::to_owned))
    });
    let client = files.iter().filter(|file| file.path.starts_with("ui/"));
    let composed = client.flat_map(|file| {
        let begun = file.text.match_indices("${").filter_map(|(at, _)| file.text.get(..at));
        begun
            .filter_map(move |before| before.rsplit(part).next())
            .filter(|word| word.ends_with('-'))
            .map(|w| format!("{w}{{}}"))
    });
    let packs = files.iter().filter(|file| file.path.contains("/packs/"));
    let names = packs.flat_map(|file| file.text.split('"').skip(1).step_by(2).map(key));
    literals.chain(references).chain(composed).chain(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFUSAL: &str = "impl kernel::Refusal for R { fn code(&self) -> &'static str { match self { R::A => \"exchange.post.too-large\", R::B(inner) => inner.code() } } }";
    const TABLED: &str = "impl Refusal for R { fn code(&self) -> &'static str { self.row().0 } } impl R { fn row(&self) -> (&'static str, u8) { (\"exchange.post.too-large\", 1) } }";
    const TEXT: &str = "# слова\nexchange-post-too-large = Слишком велико: { exchange-limit }\n    вторая = строка\nexchange-limit = 70 МБ\n";

    fn said(refusal: &str, ru: &str, en: &str) -> Vec<String> {
        let text = |path: &str, text: &str| TextFile { path: path.to_owned(), text: text.to_owned() };
        let rust = RustFile::parse("crates/exchange/src/model/post.rs", refusal).unwrap();
        let files = [text("texts/ru/exchange.ftl", ru), text("texts/en/exchange.ftl", en)];
        check(&files, &[rust]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_code_with_both_texts_passes() {
        assert_eq!(said(REFUSAL, TEXT, TEXT), [] as [String; 0]);
        assert_eq!(
            said("fn f() { text(\"exchange-title\") }", "exchange-title = Ящик\n", "exchange-title = Box\n"),
            [] as [String; 0]
        );
        assert_eq!(
            said("#[cfg(test)] mod t { impl Refusal for R { fn code(&self) -> &'static str { \"a.b\" } } }", "", ""),
            [] as [String; 0]
        );
        assert_eq!(
            said(
                "impl Other for R { fn code(&self) -> &'static str { \"a.b\" } fn name(&self) -> &'static str { \"c.d\" } }",
                "",
                ""
            ),
            [] as [String; 0]
        );
    }

    #[test]
    fn what_the_client_puts_together_is_used() {
        let text = |path: &str, text: &str| TextFile { path: path.to_owned(), text: text.to_owned() };
        let code = text("ui/parts/Side.tsx", "const sides = [\"seller\"];\nsay(`client-side-${side}`)");
        let texts = "client-side-seller = Продавец\nclient-side-buyer = Покупатель\n";
        let files = [code, text("texts/ru/client.ftl", texts), text("texts/en/client.ftl", texts)];
        let said: Vec<String> = check(&files, &[]).iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said.iter().all(|line| line.contains("client-side-buyer is used nowhere")), "{said:?}");
    }

    #[test]
    fn words_of_several_parts_are_put_together() {
        let text = |path: &str, text: &str| TextFile { path: path.to_owned(), text: text.to_owned() };
        let code = text("ui/a.ts", "const kinds = [\"key-file\"];\nsay(`client-way-${kind}-about`)");
        let pack = text("crates/rules/packs/kinds.json", "{\"kind\": \"utd.invoice\"}");
        let texts = "client-way-key-file-about = a\nclient-way-utd-invoice-about = b\nclient-way-key-file-old = c\n";
        let files = [code, pack, text("texts/ru/client.ftl", texts), text("texts/en/client.ftl", texts)];
        let said: Vec<String> = check(&files, &[]).iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said.iter().all(|line| line.contains("client-way-key-file-old is used nowhere")), "{said:?}");
    }

    #[test]
    fn what_is_missing_or_left_over_is_named() {
        let renamed = TEXT.replace("too-large =", "too-big =");
        for (refusal, ru, en, words) in [
            (
                REFUSAL,
                TEXT,
                "",
                "exchange.post.too-large has no English text; add `exchange-post-too-large = …` to texts/en/exchange.ftl",
            ),
            (REFUSAL, "exchange-limit = 1\n", TEXT, "has no Russian text"),
            (TABLED, "", TEXT, "exchange.post.too-large has no Russian text"),
            (REFUSAL, TEXT, &renamed, "texts/en/exchange.ftl:2: text: exchange-post-too-big is used nowhere"),
            ("fn f() {}", "exchange-old = Было\n", "", "texts/ru/exchange.ftl:1: text: exchange-old is used nowhere"),
            (
                "fn f() { g(\"exchange-title\") }",
                "exchange-title = Ящик\n",
                "",
                "exchange-title is not in texts/en/; add it there",
            ),
            (
                "fn f() { g(\"exchange-side-{}\"); g(\"buyer\") }",
                "exchange-side-seller = Было\n",
                "exchange-side-seller = Was\n",
                "exchange-side-seller is used nowhere",
            ),
            ("fn f() { g(\"exchange-olds\") }", "exchange-old = Было\n", "", "exchange-old is used nowhere"),
        ] {
            let found = said(refusal, ru, en);
            assert!(found.iter().any(|finding| finding.contains(words)), "{words}: {found:?}");
        }
    }

    #[test]
    fn a_code_has_its_shape() {
        for code in
            ["toolarge", "Exchange.post", "exchange.too_large", "exchange..a", "exchange.", ".a", "", "exchange.Слово"]
        {
            let refusal = REFUSAL.replace("exchange.post.too-large", code);
            let found = said(&refusal, "", "");
            assert!(found.iter().any(|finding| finding.contains("is not like room.subject.rule")), "{code}: {found:?}");
        }
    }
}
