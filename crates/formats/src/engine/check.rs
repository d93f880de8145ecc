//! The check: a scan's events against a program, one step per event, without a tree.

use super::content::UNCHECKED;
use super::facets::{Simple, shape};
use super::program::{Complex, Kind, Program};
use super::scan::{Attribute, Sink};
use super::shared::Answers;
use super::tape::Tape;
use crate::FormatId;
use crate::finding::{Finding, Layer, Severity};
use crate::limits::FINDINGS_MAX;

/// Names listed in a finding before the rest is counted.
const EXPECTED_SHOWN_MAX: usize = 12;

/// Checks one document while it is scanned.
pub(crate) struct Checker<'p> {
    pub(super) program: &'p Program,
    pub(super) norm: String,
    /// Name without extension; without it the assertions that ask for it are not asked.
    pub(super) file_name: Option<&'p str>,
    /// Assertions will be asked.
    pub(super) is_noting: bool,
    pub(super) open: Vec<Frame<'p>>,
    /// Text of the innermost element that may have text.
    value: String,
    pub tape: Tape,
    pub(super) answers: Answers,
    /// What the schema's rules found, in the order of the document.
    schema: Vec<Found>,
    /// What the assertions found, as they came to be asked.
    pub(super) embedded: Vec<Found>,
    pub(super) cut: bool,
}

/// How much of a format is asked of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What the schema states: structure, order, occurrence, facets.
    Schema,
    /// The embedded control assertions too.
    Assertions,
}

/// A finding whose line and column are not known yet.
#[derive(Debug)]
pub(crate) struct Found {
    pub offset: usize,
    pub is_placed: bool,
    pub finding: Finding,
}

impl Found {
    pub fn place(&mut self, (line, column): (usize, usize)) {
        (self.finding.line, self.finding.column, self.is_placed) = (line, column, true);
    }
}

pub(super) struct Frame<'p> {
    name: Name<'p>,
    pub(super) rule: Option<usize>,
    state: State<'p>,
    /// Which of the neighbours of the same name this is, from 1.
    number: usize,
    last_child: Option<(Name<'p>, usize)>,
    /// What was noted of it.
    pub(super) noted: u32,
    /// Assertions that wait for its end, with their contexts.
    pub(super) waiting: Vec<(usize, u32)>,
    /// Some assertion further up waits with a context in here.
    pub(super) is_held: bool,
}

#[derive(Clone, PartialEq)]
pub(super) enum Name<'p> {
    Known(&'p str),
    Unknown(Box<str>),
}

impl Name<'_> {
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(name) => name,
            Self::Unknown(name) => name,
        }
    }
}

pub(super) enum State<'p> {
    Simple(&'p Simple),
    Complex(&'p Complex, usize),
    /// Inside something unknown or unchecked.
    Unchecked,
}

struct Fault {
    code: &'static str,
    shape: String,
    accepted: String,
}

impl<'p> Checker<'p> {
    pub fn new(program: &'p Program, format: &FormatId, file_name: Option<&'p str>, extent: Extent) -> Self {
        Self {
            program,
            norm: format.official_name(),
            file_name,
            is_noting: extent == Extent::Assertions && !program.assertions.is_empty(),
            open: Vec::new(),
            value: String::new(),
            tape: Tape::default(),
            answers: Answers::default(),
            schema: Vec::new(),
            embedded: Vec::new(),
            cut: false,
        }
    }

    /// Findings that have no line and column yet.
    pub fn unplaced(&mut self) -> impl Iterator<Item = &mut Found> {
        self.schema.iter_mut().chain(&mut self.embedded).filter(|found| !found.is_placed)
    }

    /// Everything found, the schema's part first, and whether there was more than is kept.
    pub fn finish(mut self, is_whole: bool) -> (Vec<Finding>, bool) {
        self.embedded.sort_by_key(|found| found.offset);
        let embedded = if is_whole { self.embedded } else { Vec::new() };
        let mut findings: Vec<Finding> = self.schema.into_iter().chain(embedded).map(|found| found.finding).collect();
        let is_cut = self.cut || findings.len() > FINDINGS_MAX;
        findings.truncate(FINDINGS_MAX);
        (findings, is_cut)
    }

    fn report(&mut self, place: Option<&str>, offset: usize, fault: Fault) {
        if self.schema.len() >= FINDINGS_MAX {
            self.cut = true;
            return;
        }
        let finding = Finding {
            code: fault.code.to_owned(),
            severity: Severity::Error,
            layer: Layer::Schema,
            path: self.path(place),
            line: 0,
            column: 0,
            shape: fault.shape,
            accepted: fault.accepted,
            norm: self.norm.clone(),
            sides: None,
        };
        self.schema.push(Found { offset, is_placed: false, finding });
    }

    fn path(&self, place: Option<&str>) -> String {
        let mut path = String::new();
        for frame in &self.open {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(frame.name.as_str());
            if frame.number > 1 {
                path.push_str(&format!("[{}]", frame.number));
            }
        }
        if let Some(place) = place {
            path.push('/');
            path.push_str(place);
        }
        path
    }

    /// The rule for a child of this name of the innermost open element; reports what does not fit.
    fn descend(&mut self, name: &str, offset: usize) -> Option<usize> {
        let Some(frame) = self.open.last_mut() else {
            let root = self.program.elements.first()?;
            if *root.name == *name {
                return Some(0);
            }
            let accepted = format!("element {}", root.name);
            self.report(
                Some(name),
                offset,
                Fault { code: "formats.schema.element", shape: "another root element".into(), accepted },
            );
            return None;
        };
        let State::Complex(complex, state) = &mut frame.state else {
            if matches!(frame.state, State::Simple(_)) {
                let fault =
                    Fault { code: "formats.schema.element", shape: "element".into(), accepted: "text only".into() };
                self.report(Some(name), offset, fault);
            }
            return None;
        };
        if let Some((element, next)) = complex.content.step(*state, name) {
            *state = next;
            return (element != UNCHECKED).then_some(element);
        }
        let accepted = list(complex.content.expected(*state), complex.content.is_complete(*state));
        let (code, found) = match complex.content.anywhere(*state, name) {
            Some((element, next)) => {
                *state = next;
                ("formats.schema.order", Some(element))
            }
            None => ("formats.schema.element", None),
        };
        let shape = if found.is_some() {
            "an element of this type at a wrong place or once too often"
        } else {
            "an unknown element"
        };
        self.report(Some(name), offset, Fault { code, shape: shape.into(), accepted });
        found
    }

    fn check_attributes(&mut self, complex: &'p Complex, given: &[Attribute<'_>], offset: usize) {
        if !self.usual_attributes(complex, given) {
            self.unusual_attributes(complex, given, offset);
        }
    }

    /// Whether the attributes are all known, good, in the order of the definition, and none is missing.
    fn usual_attributes(&self, complex: &Complex, given: &[Attribute<'_>]) -> bool {
        let mut left = given.iter().peekable();
        for rule in &complex.attributes {
            match left.next_if(|attribute| attribute.name == &*rule.name) {
                Some(attribute) => {
                    let simple = self.program.simples.get(rule.simple);
                    if simple.is_none_or(|simple| simple.check(&attribute.value).is_err()) {
                        return false;
                    }
                }
                None if rule.required => return false,
                None => {}
            }
        }
        left.next().is_none()
    }

    fn unusual_attributes(&mut self, complex: &'p Complex, given: &[Attribute<'_>], offset: usize) {
        let mut known = 0;
        for rule in &complex.attributes {
            match given.iter().find(|a| a.name == &*rule.name) {
                Some(attribute) => {
                    known += 1;
                    self.check_value(rule.simple, &attribute.value, Some(&rule.name), offset);
                }
                None if rule.required => {
                    let fault = Fault {
                        code: "formats.schema.attribute-absent",
                        shape: "absent".into(),
                        accepted: "an obligatory attribute".into(),
                    };
                    self.report(Some(&format!("@{}", rule.name)), offset, fault);
                }
                None => {}
            }
        }
        if known < given.len() {
            self.foreign_attributes(given, offset, |name| complex.attributes.iter().any(|r| &*r.name == name));
        }
    }

    fn foreign_attributes(&mut self, given: &[Attribute<'_>], offset: usize, known: impl Fn(&str) -> bool) {
        for attribute in given.iter().filter(|a| !known(a.name) && !is_for_the_reader(a.name)) {
            let fault = Fault {
                code: "formats.schema.attribute",
                shape: "an unknown attribute".into(),
                accepted: "no such attribute".into(),
            };
            self.report(Some(&format!("@{}", attribute.name)), offset, fault);
        }
    }

    fn check_value(&mut self, simple: usize, value: &str, attribute: Option<&str>, offset: usize) {
        let Some(simple) = self.program.simples.get(simple) else { return };
        if let Err(broken) = simple.check(value) {
            let place = attribute.map(|name| format!("@{name}"));
            let fault = Fault { code: broken.code, shape: shape(value), accepted: broken.accepted };
            self.report(place.as_deref(), offset, fault);
        }
    }

    fn number(&mut self, name: &Name<'p>) -> usize {
        let Some(parent) = self.open.last_mut() else { return 1 };
        let number = match &parent.last_child {
            Some((last, n)) if last == name => n + 1,
            _ => 1,
        };
        parent.last_child = Some((name.clone(), number));
        number
    }
}

impl Sink for Checker<'_> {
    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], offset: usize) {
        let index = self.descend(name, offset);
        let rule = index.and_then(|i| self.program.elements.get(i));
        let name = rule.map_or_else(|| Name::Unknown(name.into()), |r| Name::Known(&r.name));
        let number = self.number(&name);
        let program = self.program;
        let state = match rule.map(|r| r.kind) {
            None => State::Unchecked,
            Some(Kind::Simple(i)) => program.simples.get(i).map_or(State::Unchecked, State::Simple),
            Some(Kind::Complex(i)) => program.types.get(i).map_or(State::Unchecked, |c| State::Complex(c, 0)),
        };
        let noted = self.note(&name, (index, &state), attributes, (number, offset));
        let complex = match &state {
            State::Complex(complex, _) => Some(*complex),
            _ => None,
        };
        let simple = matches!(state, State::Simple(_));
        self.value.clear();
        self.open.push(Frame {
            name,
            rule: index,
            state,
            number,
            last_child: None,
            noted,
            waiting: Vec::new(),
            is_held: false,
        });
        if let Some(complex) = complex {
            self.check_attributes(complex, attributes, offset);
        } else if simple {
            self.foreign_attributes(attributes, offset, |_| false);
        }
    }

    fn text(&mut self, text: &str, offset: usize) {
        match self.open.last().map(|f| &f.state) {
            Some(State::Simple(_)) => self.value.push_str(text),
            Some(State::Complex(complex, _)) if complex.text.is_some() => self.value.push_str(text),
            Some(State::Complex(complex, _))
                if !complex.mixed && !text.bytes().all(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')) =>
            {
                let fault = Fault { code: "formats.schema.text", shape: shape(text), accepted: "no text here".into() };
                self.report(None, offset, fault);
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &str, offset: usize) {
        let Some(frame) = self.open.last() else { return };
        let noted = frame.noted;
        match frame.state {
            State::Simple(simple) => {
                self.tape.set_text(frame.noted, &self.value);
                let rule = frame.rule.and_then(|rule| self.program.elements.get(rule));
                let is_default = self.value.is_empty() && rule.is_some_and(|rule| rule.has_default);
                if let (false, Err(broken)) = (is_default, simple.check(&self.value)) {
                    let fault = Fault { code: broken.code, shape: shape(&self.value), accepted: broken.accepted };
                    self.report(None, offset, fault);
                }
            }
            State::Complex(complex, state) => {
                if let Some(simple) = complex.text {
                    let value = std::mem::take(&mut self.value);
                    self.tape.set_text(noted, &value);
                    self.check_value(simple, &value, None, offset);
                }
                if !complex.content.is_complete(state) {
                    let accepted = list(complex.content.expected(state), false);
                    let fault = Fault {
                        code: "formats.schema.incomplete",
                        shape: "the element ends too early".into(),
                        accepted,
                    };
                    self.report(None, offset, fault);
                }
            }
            State::Unchecked => {}
        }
        self.close();
        self.value.clear();
    }
}

/// Namespace declarations and schema hints speak to the reader of XML, not to the format.
fn is_for_the_reader(name: &str) -> bool {
    name.starts_with("xmlns:") || matches!(name, "xsi:noNamespaceSchemaLocation" | "xsi:schemaLocation")
}

fn list<'a>(names: impl Iterator<Item = &'a str>, may_end: bool) -> String {
    let names: Vec<&str> = names.collect();
    let shown: Vec<&str> = names.iter().copied().take(EXPECTED_SHOWN_MAX).collect();
    let mut text = match shown.is_empty() {
        true => return "no further element".to_owned(),
        false => format!("element {}", shown.join(", ")),
    };
    if names.len() > shown.len() {
        text.push_str(&format!(" or {} more", names.len() - shown.len()));
    }
    if may_end {
        text.push_str(", or the end");
    }
    text
}
