//! What the module holds between calls, and how a call runs.

use formats::form::cells::{CellRule, CellRules, Computed, Filling};
use formats::form::{Change, Crumb, Phrase, explain};
use formats::ratios::file::RatioFile;
use formats::ratios::{self, Ratios};
use formats::{Document, Element, Finding, Findings, FormatId, FormatRefusal, Head, Registry, limits, read_tree};
use serde::{Deserialize, Serialize, Serializer};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Octets of one input: the largest file, and a name before it.
const INPUT_BYTES_MAX: usize = limits::FILE_BYTES_MAX + 4096;
/// Definitions at hand: one page needs those of one document, at most the revisions of one prefix.
const DEFINITIONS_MAX: usize = 64;

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::default());
}

/// Works on what this instance holds. WebAssembly has one thread, and a test has its own.
pub fn with<T>(work: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(work)
}

/// What a call does with the two parts of its input; the output.
pub type Operation = fn(&mut State, &[u8], &[u8]) -> Result<Vec<u8>, Refusal>;

/// Why a call was not done.
#[derive(Debug, Serialize)]
pub struct Refusal {
    code: &'static str,
    detail: String,
}

impl From<FormatRefusal> for Refusal {
    fn from(refusal: FormatRefusal) -> Self {
        Self { code: refusal.code(), detail: refusal.to_string() }
    }
}

fn refused(code: &'static str, detail: impl ToString) -> Refusal {
    Refusal { code, detail: detail.to_string() }
}

/// Everything held.
#[derive(Debug)]
pub struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    sources: BTreeMap<String, Vec<u8>>,
    registry: Registry,
    /// Control ratios of the forms at hand.
    ratios: Ratios,
    /// Computed cells by the official name of their form.
    cells: BTreeMap<String, CellRules>,
    filling: Option<Filling>,
}

/// What a form has beside its definition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesOfForm {
    /// Files of control ratios by name.
    ratios: BTreeMap<String, RatioFile>,
    cells: Vec<CellRule>,
}

impl Default for State {
    fn default() -> Self {
        let nothing: [(String, Vec<u8>); 0] = [];
        Self {
            input: Vec::new(),
            output: Vec::new(),
            sources: BTreeMap::new(),
            registry: Registry::of(nothing),
            ratios: Ratios::default(),
            cells: BTreeMap::new(),
            filling: None,
        }
    }
}

/// A finding with its place in words.
#[derive(Debug, Serialize)]
struct Told<'f> {
    #[serde(flatten)]
    finding: &'f Finding,
    crumbs: Vec<Crumb>,
    found: Phrase,
    accepted_phrase: Phrase,
}

/// What a check tells.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    format: Option<String>,
    title: Option<&'a str>,
    cut: bool,
    findings: Vec<Told<'a>>,
    computed: &'a [Computed],
}

/// A document for who draws it.
#[derive(Serialize)]
struct Tree<'e> {
    format: String,
    root: Branch<'e>,
}

/// An element for who draws it: `[name, [attribute, value, …], text or the elements inside]`.
struct Branch<'e>(&'e Element);

impl Serialize for Branch<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(element) = self;
        let attributes: Vec<&str> = element.attributes().flat_map(|(name, value)| [name, value]).collect();
        let inside: Vec<Branch<'_>> = element.elements().map(Branch).collect();
        if inside.is_empty() {
            (element.name(), attributes, element.text()).serialize(serializer)
        } else {
            (element.name(), attributes, inside).serialize(serializer)
        }
    }
}

impl State {
    /// Makes room for an input.
    pub fn room(&mut self, length: u32) -> *mut u8 {
        match usize::try_from(length) {
            Ok(length) if length <= INPUT_BYTES_MAX => {
                self.input.clear();
                self.input.resize(length, 0);
                self.input.as_mut_ptr()
            }
            _ => std::ptr::null_mut(),
        }
    }

    pub fn output(&self) -> &[u8] {
        &self.output
    }

    /// Runs a call; the input is used up.
    pub fn run(&mut self, split: u32, operation: Operation) -> u32 {
        let input = std::mem::take(&mut self.input);
        let parts = usize::try_from(split).ok().and_then(|split| input.split_at_checked(split));
        let answer = match parts {
            Some((name, rest)) => operation(self, name, rest),
            None => Err(refused("formats.call", "the input is shorter than its first part")),
        };
        let (output, status) = match answer {
            Ok(output) => (output, 0),
            Err(refusal) => (as_json(&refusal).unwrap_or_default(), 1),
        };
        self.output = output;
        status
    }

    pub fn head(&mut self, _: &[u8], file: &[u8]) -> Result<Vec<u8>, Refusal> {
        as_json(&Head::of(file)?)
    }

    pub fn define(&mut self, name: &[u8], source: &[u8]) -> Result<Vec<u8>, Refusal> {
        let format = format_of(name)?;
        if self.sources.len() >= DEFINITIONS_MAX && !self.sources.contains_key(&format.official_name()) {
            return Err(refused("formats.call", format!("no more than {DEFINITIONS_MAX} definitions")));
        }
        self.sources.insert(format.official_name(), source.to_vec());
        self.registry = Registry::of(self.sources.clone());
        self.registry.definition(&format)?;
        Ok(Vec::new())
    }

    /// Control ratios and computed cells of a form; what was there of it is replaced.
    pub fn rules(&mut self, name: &[u8], rules: &[u8]) -> Result<Vec<u8>, Refusal> {
        let name = format_of(name)?.official_name();
        let rules: RulesOfForm =
            serde_json::from_slice(rules).map_err(|why| refused("formats.definition.broken", why))?;
        let cells = CellRules::ready(&rules.cells).map_err(|why| refused("formats.definition.broken", why))?;
        for (name, file) in rules.ratios {
            self.ratios.put(&name, file)?;
        }
        self.cells.insert(name, cells);
        Ok(Vec::new())
    }

    pub fn check(&mut self, name: &[u8], file: &[u8]) -> Result<Vec<u8>, Refusal> {
        let name = Some(text(name)?).filter(|name| !name.is_empty());
        self.told(&ratios::check_with(&self.registry, &self.ratios, file, name), &[])
    }

    pub fn begin(&mut self, name: &[u8], _: &[u8]) -> Result<Vec<u8>, Refusal> {
        let format = format_of(name)?;
        let root = Element::new(&self.registry.definition(&format)?.root.name);
        self.filling = Some(Filling::new(Document::new(format, root)));
        Ok(Vec::new())
    }

    pub fn open(&mut self, name: &[u8], file: &[u8]) -> Result<Vec<u8>, Refusal> {
        let document = if name.is_empty() {
            self.registry.read(file)?
        } else {
            let (format, root) = (format_of(name)?, read_tree(file)?);
            if root.name() != self.registry.definition(&format)?.root.name {
                return Err(FormatRefusal::FormatUnknown.into());
            }
            Document::new(format, root)
        };
        self.filling = Some(Filling::new(document));
        Ok(Vec::new())
    }

    pub fn change(&mut self, _: &[u8], change: &[u8]) -> Result<Vec<u8>, Refusal> {
        let change: Change = serde_json::from_slice(change).map_err(|why| refused("formats.call", why))?;
        let filling = self.filling.as_mut().ok_or_else(no_document)?;
        filling.change(&self.registry, &change)?;
        Ok(Vec::new())
    }

    pub fn recheck(&mut self, _: &[u8], _: &[u8]) -> Result<Vec<u8>, Refusal> {
        let filling = self.filling.as_mut().ok_or_else(no_document)?;
        let computed = match self.cells.get(&filling.document().format().official_name()) {
            Some(rules) => filling.compute(&self.registry, rules)?,
            None => Vec::new(),
        };
        let document = filling.document();
        let found = self.registry.check_document(document, document.file_id())?;
        let found = found.and(ratios::check(document, &self.ratios));
        self.told(&found, &computed)
    }

    pub fn tree(&mut self, _: &[u8], _: &[u8]) -> Result<Vec<u8>, Refusal> {
        let filling = self.filling.as_ref().ok_or_else(no_document)?;
        let document = filling.document();
        as_json(&Tree { format: document.format().official_name(), root: Branch(document.root()) })
    }

    pub fn write(&mut self, _: &[u8], _: &[u8]) -> Result<Vec<u8>, Refusal> {
        let filling = self.filling.as_ref().ok_or_else(no_document)?;
        Ok(self.registry.write(filling.document())?)
    }

    fn told(&self, found: &Findings, computed: &[Computed]) -> Result<Vec<u8>, Refusal> {
        let definition = found.format.as_ref().map(|format| self.registry.definition(format)).transpose()?;
        let told = |finding| {
            let explained = explain(definition, finding);
            Told { finding, crumbs: explained.crumbs, found: explained.found, accepted_phrase: explained.accepted }
        };
        as_json(&Answer {
            format: found.format.as_ref().map(FormatId::official_name),
            title: definition.map(|definition| &*definition.title),
            cut: found.cut,
            findings: found.findings.iter().map(told).collect(),
            computed,
        })
    }
}

fn no_document() -> Refusal {
    refused("formats.call", "no document is being filled in")
}

fn text(octets: &[u8]) -> Result<&str, Refusal> {
    std::str::from_utf8(octets).map_err(|why| refused("formats.call", why))
}

fn format_of(name: &[u8]) -> Result<FormatId, Refusal> {
    Ok(FormatId::from_schema_name(text(name)?).ok_or(FormatRefusal::FormatUnknown)?)
}

fn as_json(view: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    serde_json::to_vec(view).map_err(|why| refused("formats.call", why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const FORMAT: &str = "DP_PDPOL_1_984_00_01_03_01";

    fn state() -> State {
        let mut state = State::default();
        let format = FormatId::from_schema_name(FORMAT).unwrap();
        let source = Registry::embedded().source(&format).unwrap();
        assert_eq!(call(&mut state, State::define, FORMAT, source), Ok(Vec::new()));
        state
    }

    fn call(state: &mut State, operation: Operation, name: &str, rest: &[u8]) -> Result<Vec<u8>, Value> {
        let input = [name.as_bytes(), rest].concat();
        assert!(!state.room(u32::try_from(input.len()).unwrap()).is_null());
        state.input.copy_from_slice(&input);
        match state.run(u32::try_from(name.len()).unwrap(), operation) {
            0 => Ok(state.output().to_vec()),
            _ => Err(serde_json::from_slice(state.output()).unwrap()),
        }
    }

    fn json(octets: &[u8]) -> Value {
        serde_json::from_slice(octets).unwrap()
    }

    #[test]
    fn a_document_is_begun_filled_rechecked_and_written() {
        let mut state = state();
        call(&mut state, State::begin, FORMAT, b"").unwrap();
        let change = r#"{"act":"set","path":"Файл/@ВерсФорм","value":"9.99"}"#;
        call(&mut state, State::change, "", change.as_bytes()).unwrap();
        let told = json(&call(&mut state, State::recheck, "", b"").unwrap());
        let findings = told["findings"].as_array().unwrap();
        let wrong = findings.iter().find(|finding| finding["path"] == "Файл/@ВерсФорм").unwrap();
        assert_eq!(wrong["accepted_phrase"]["key"], "formats-accepted-listed");
        assert_eq!(wrong["crumbs"][1]["name"], "@ВерсФорм");
        let file = call(&mut state, State::write, "", b"").unwrap();
        let head = json(&call(&mut state, State::head, "", &file).unwrap());
        assert_eq!((&head["root"], &head["version"]), (&json!("Файл"), &json!("9.99")));
    }

    #[test]
    fn what_follows_is_computed_and_the_ratios_speak() {
        const UTD: &str = "ON_NSCHFDOPPR_1_997_01_05_03_05";
        let mut state = State::default();
        let format = FormatId::from_schema_name(UTD).unwrap();
        call(&mut state, State::define, UTD, Registry::embedded().source(&format).unwrap()).unwrap();
        let rules = json!({
            "ratios": { "own": {
                "title": "t", "forms": [{ "name": "utd", "prefix": "ON_NSCHFDOPPR", "versions": ["5.03"] }],
                "sources": { "s": { "norm": "n", "trust": "text" } },
                "ratios": [{ "code": "own.sum", "words": "w", "left": "/Документ/ТаблСчФакт/ВсегоОпл/@СтТовУчНалВсего",
                    "relation": "=", "right": "7", "blame": "Документ", "source": "s" }],
            } },
            "cells": [{ "each": "/Документ/ТаблСчФакт", "when": null, "cell": "ВсегоОпл/@СтТовУчНалВсего",
                "formula": "sum(СведТов, @СтТовУчНал)", "words": "w", "norm": "n", "digits": 2, "zero": false }],
        });
        call(&mut state, State::rules, UTD, rules.to_string().as_bytes()).unwrap();
        call(&mut state, State::begin, UTD, b"").unwrap();
        for (path, value) in [("Файл/@ВерсФорм", "5.03"), ("Файл/Документ/ТаблСчФакт/СведТов/@СтТовУчНал", "6.5")]
        {
            let change = json!({ "act": "set", "path": path, "value": value }).to_string();
            call(&mut state, State::change, "", change.as_bytes()).unwrap();
        }
        let told = json(&call(&mut state, State::recheck, "", b"").unwrap());
        assert_eq!(told["computed"][0]["value"], "6.50");
        let ratio = told["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "own.sum").unwrap();
        assert_eq!((&ratio["sides"]["left"], &ratio["sides"]["right"]), (&json!("6.5"), &json!("7")));
        let tree = json(&call(&mut state, State::tree, "", b"").unwrap());
        assert_eq!(tree["root"][1], json!(["ВерсФорм", "5.03"]));
        assert!(tree["root"].to_string().contains("6.50"), "{tree}");
        let file = call(&mut state, State::write, "", b"").unwrap();
        assert!(call(&mut state, State::open, "", &file).is_err(), "it does not say yet what it is");
        call(&mut state, State::open, UTD, &file).unwrap();
        assert_eq!(json(&call(&mut state, State::tree, "", b"").unwrap()), tree);
        assert!(call(&mut state, State::open, UTD, b"<Other/>").is_err());
        assert!(call(&mut state, State::rules, UTD, b"{}").is_err());
    }

    #[test]
    fn a_file_is_checked_by_the_definitions_at_hand_alone() {
        let mut state = state();
        let other = "<?xml version=\"1.0\"?><Файл ИдФайл=\"ON_NSCHFDOPPR_1\" ВерсФорм=\"5.03\"/>";
        let told = json(&call(&mut state, State::check, "", other.as_bytes()).unwrap());
        assert_eq!((&told["format"], &told["findings"][0]["code"]), (&Value::Null, &json!("formats.format.unknown")));
        let own = "<?xml version=\"1.0\"?><Файл ИдФайл=\"DP_PDPOL_1\" ВерсФорм=\"1.03\"/>";
        let told = json(&call(&mut state, State::check, "x.xml", own.as_bytes()).unwrap());
        assert_eq!(told["format"], FORMAT);
        assert_eq!(told["findings"][0]["crumbs"][0]["name"], "Файл");
    }

    #[test]
    fn what_cannot_be_done_is_refused_by_code() {
        let mut state = state();
        let refused = |state: &mut State, operation, name: &str, rest: &[u8]| {
            call(state, operation, name, rest).unwrap_err()["code"].as_str().unwrap().to_owned()
        };
        assert_eq!(refused(&mut state, State::change, "", b"{}"), "formats.call");
        assert_eq!(refused(&mut state, State::recheck, "", b""), "formats.call");
        assert_eq!(refused(&mut state, State::begin, "ON_X_1_001_00_05_01_01", b""), "formats.format.unknown");
        assert_eq!(refused(&mut state, State::define, "no name", b"{}"), "formats.format.unknown");
        assert_eq!(refused(&mut state, State::define, "ON_X_1_001_00_05_01_01", b"{}"), "formats.definition.broken");
        assert_eq!(refused(&mut state, State::head, "", b"<a"), "formats.xml.not-well-formed");
        assert_eq!(state.run(1, State::check), 1);
        assert!(state.room(u32::MAX).is_null());
    }
}
