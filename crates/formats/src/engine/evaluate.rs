//! Embedded control assertions over a document's tree, each in time linear in what its paths reach.

use super::assertion::{Comparison, Expression, Path};
use super::program::Program;
use super::text::position;
use crate::FormatId;
use crate::definition::EmbeddedCheck;
use crate::finding::{Finding, Layer, Severity};
use crate::limits::FINDINGS_MAX;
use crate::place::parse_decimal;
use crate::tree::{Element, path_of};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// An assertion ready to be asked.
#[derive(Debug)]
pub(crate) struct Assertion {
    pub check: EmbeddedCheck,
    pub test: Expression,
    /// Names the elements above must have, the nearest last; empty where any will do.
    pub above: Vec<Box<str>>,
    /// The assertion can be asked only where the file's name is known.
    pub asks_file_name: bool,
}

impl Assertion {
    /// Whether the elements above the last one have the names the context asks for.
    fn stands_under(&self, open: &[&Element]) -> bool {
        let above = open.iter().rev().skip(1).map(|element| element.name());
        self.above.len() < open.len() && self.above.iter().rev().zip(above).all(|(wanted, name)| **wanted == *name)
    }
}

/// Which rule an element fell under and where it stands, in the order of the document.
pub(crate) type Trail = Vec<(Option<usize>, usize)>;

/// Asks the assertions of every element.
pub(crate) struct Evaluation<'a> {
    pub program: &'a Program,
    pub format: &'a FormatId,
    pub text: &'a str,
    pub trail: &'a Trail,
    /// Name without extension; without it the assertions that ask for it are not asked.
    pub file_name: Option<&'a str>,
}

/// What was found and where the walk stands.
struct Walk<'a> {
    above: Vec<&'a Element>,
    next: usize,
    findings: &'a mut Vec<Finding>,
    cut: bool,
}

impl<'a> Evaluation<'a> {
    /// Adds what was found; `true` when there was more than is kept.
    pub fn run(&self, root: &'a Element, findings: &'a mut Vec<Finding>) -> bool {
        let mut walk = Walk { above: Vec::new(), next: 0, findings, cut: false };
        self.element(root, &mut walk);
        walk.cut
    }

    /// Depth is bounded by the scan that made the tree.
    fn element(&self, element: &'a Element, walk: &mut Walk<'a>) {
        let (rule, offset) = self.trail.get(walk.next).copied().unwrap_or_default();
        walk.next += 1;
        walk.above.push(element);
        let assertions =
            rule.and_then(|r| self.program.elements.get(r)).map(|r| r.assertions.as_slice()).unwrap_or_default();
        for &index in assertions {
            let Some(assertion) = self.program.assertions.get(index) else { continue };
            if self.file_name.is_none() && assertion.asks_file_name || !assertion.stands_under(&walk.above) {
                continue;
            }
            if !self.is_true(&assertion.test, &walk.above) {
                self.report(assertion, offset, walk);
            }
        }
        element.elements().for_each(|child| self.element(child, walk));
        walk.above.pop();
    }

    fn report(&self, assertion: &Assertion, offset: usize, walk: &mut Walk<'_>) {
        if walk.findings.len() >= FINDINGS_MAX {
            walk.cut = true;
            return;
        }
        let (line, column) = position(self.text, offset);
        walk.findings.push(Finding {
            code: assertion.check.code.clone(),
            severity: Severity::Error,
            layer: Layer::Embedded,
            path: format!("{}/{}", path_of(&walk.above), assertion.check.path),
            line,
            column,
            shape: assertion.check.message.clone(),
            accepted: assertion.check.name.clone(),
            norm: self.format.official_name(),
            sides: None,
        });
    }

    /// Whether an expression holds; looks at no more nodes than it needs.
    fn is_true(&self, expression: &Expression, above: &[&Element]) -> bool {
        match expression {
            Expression::Any(parts) => parts.iter().any(|part| self.is_true(part, above)),
            Expression::All(parts) => parts.iter().all(|part| self.is_true(part, above)),
            Expression::Not(part) => !self.is_true(part, above),
            Expression::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.is_true(if self.is_true(condition, above) { then } else { otherwise }, above)
            }
            Expression::Compare(a, comparison, b) => self.compares(a, *comparison, b, above),
            Expression::Path(path) => follow(path, above, &mut |_| true),
            other => self.value(other, above).is_true(),
        }
    }

    /// XPath 1.0 §3.4: a set of nodes compares when any of its nodes does.
    fn compares(&self, a: &Expression, comparison: Comparison, b: &Expression, above: &[&Element]) -> bool {
        let right = self.value(b, above);
        match a {
            // The usual comparison, a path with a constant, needs no list of nodes.
            Expression::Path(path) if right.is_single() => {
                let by_number = right.is_number() || comparison.is_of_order();
                let other = right.text();
                follow(path, above, &mut |node| pair(&node.text(), comparison, &other, by_number))
            }
            _ => compare(&self.value(a, above), comparison, &right),
        }
    }

    fn value<'v>(&'v self, expression: &'v Expression, above: &[&'v Element]) -> Value<'v> {
        match expression {
            Expression::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.value(if self.is_true(condition, above) { then } else { otherwise }, above)
            }
            Expression::Count(path) => {
                let mut count = 0u64;
                follow(path, above, &mut |_| {
                    count += 1;
                    false
                });
                Value::Number(Decimal::from(count))
            }
            Expression::Substring(value, from, count) => {
                let value = self.value(value, above);
                let text = value.text();
                let rest = text.chars().skip(from.saturating_sub(1));
                Value::Text(Cow::Owned(rest.take(count.unwrap_or(usize::MAX)).collect()))
            }
            Expression::Path(path) => {
                let mut nodes = Vec::new();
                follow(path, above, &mut |node| {
                    nodes.push(node.text());
                    false
                });
                Value::Nodes(nodes)
            }
            Expression::Text(text) => Value::Text(Cow::Borrowed(text)),
            Expression::Number(number) => Value::Number(*number),
            Expression::FileName => Value::Text(Cow::Borrowed(self.file_name.unwrap_or_default())),
            Expression::Any(_) | Expression::All(_) | Expression::Not(_) | Expression::Compare(..) => {
                Value::Truth(self.is_true(expression, above))
            }
        }
    }
}

/// What an expression comes to (XPath 1.0 §1).
enum Value<'v> {
    Nodes(Vec<Cow<'v, str>>),
    Text(Cow<'v, str>),
    Number(Decimal),
    Truth(bool),
}

impl Value<'_> {
    fn is_true(&self) -> bool {
        match self {
            Self::Nodes(nodes) => !nodes.is_empty(),
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) => !number.is_zero(),
            Self::Truth(truth) => *truth,
        }
    }

    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Nodes(nodes) => Cow::Borrowed(nodes.first().map_or("", |n| n)),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.normalize().to_string()),
            Self::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        }
    }

    /// The single values a comparison has to try: each node, or the value itself.
    fn each(&self) -> Vec<Cow<'_, str>> {
        match self {
            Self::Nodes(nodes) => nodes.iter().map(|n| Cow::Borrowed(&**n)).collect(),
            other => vec![other.text()],
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    /// One value that compares by its text or its number.
    fn is_single(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Number(_))
    }
}

/// XPath 1.0 §3.4: a set of nodes compares when any of its nodes does.
fn compare(a: &Value<'_>, comparison: Comparison, b: &Value<'_>) -> bool {
    if let (Value::Truth(_), _) | (_, Value::Truth(_)) = (a, b) {
        let (a, b) = (a.is_true(), b.is_true());
        return match comparison {
            Comparison::Equal => a == b,
            Comparison::NotEqual => a != b,
            _ => false,
        };
    }
    if let (Value::Number(a), Value::Number(b)) = (a, b) {
        return numbers(*a, comparison, *b);
    }
    let by_number = a.is_number() || b.is_number() || comparison.is_of_order();
    let (left, right) = (a.each(), b.each());
    left.iter().any(|l| right.iter().any(|r| pair(l, comparison, r, by_number)))
}

fn pair(a: &str, comparison: Comparison, b: &str, by_number: bool) -> bool {
    if !by_number {
        return (a == b) == (comparison == Comparison::Equal);
    }
    match (parse_decimal(a), parse_decimal(b)) {
        (Some(a), Some(b)) => numbers(a, comparison, b),
        // What is no number differs from every number.
        _ => comparison == Comparison::NotEqual,
    }
}

fn numbers(a: Decimal, comparison: Comparison, b: Decimal) -> bool {
    match comparison {
        Comparison::Equal => a == b,
        Comparison::NotEqual => a != b,
        Comparison::Less => a < b,
        Comparison::LessOrEqual => a <= b,
        Comparison::Greater => a > b,
        Comparison::GreaterOrEqual => a >= b,
    }
}

/// What a path ends at.
#[derive(Clone, Copy)]
enum Node<'v> {
    Attribute(&'v str),
    Element(&'v Element),
}

impl<'v> Node<'v> {
    fn text(self) -> Cow<'v, str> {
        match self {
            Self::Attribute(value) => Cow::Borrowed(value),
            Self::Element(element) => Cow::Owned(element.text()),
        }
    }
}

/// Calls `stops_at` for each node at the end of the path until it says so; whether it did.
fn follow<'v>(path: &Path, above: &[&'v Element], stops_at: &mut dyn FnMut(Node<'v>) -> bool) -> bool {
    let start = above.len().checked_sub(path.up + 1).and_then(|at| above.get(at));
    start.is_some_and(|start| descend(start, &path.down, path.attribute.as_deref(), stops_at))
}

fn descend<'v>(
    element: &'v Element,
    down: &[Box<str>],
    attribute: Option<&str>,
    stops_at: &mut dyn FnMut(Node<'v>) -> bool,
) -> bool {
    let Some((name, deeper)) = down.split_first() else {
        return match attribute {
            Some(name) => element.attribute(name).is_some_and(|value| stops_at(Node::Attribute(value))),
            None => stops_at(Node::Element(element)),
        };
    };
    element.elements().filter(|e| *e.name() == **name).any(|child| descend(child, deeper, attribute, stops_at))
}
