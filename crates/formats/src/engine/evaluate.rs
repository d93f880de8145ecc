//! Embedded control assertions over what was noted of a document, each in time linear in what its paths reach.

use super::assertion::{Expression, Path};
use super::shared::{Answer, Answers, Shared};
use super::tape::Tape;
use crate::definition::EmbeddedCheck;
use crate::place::parse_decimal;
use crate::relation::Relation;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::HashSet;

/// An assertion ready to be asked.
#[derive(Debug)]
pub(crate) struct Assertion {
    pub check: EmbeddedCheck,
    pub test: Expression,
    /// Names the elements above must have, the nearest last; empty where any will do.
    pub above: Vec<u32>,
    /// It can be asked when the element so many steps above its context has ended: what it looks at is there then.
    pub wait: usize,
    /// The assertion can be asked only where the file's name is known.
    pub asks_file_name: bool,
}

/// What the assertions are asked over.
pub(crate) struct Evaluation<'a> {
    pub tape: &'a Tape,
    pub answers: &'a Answers,
    /// Name without extension.
    pub file_name: Option<&'a str>,
}

impl Evaluation<'_> {
    /// Whether the assertion stands at the element and does not hold.
    pub fn is_broken(&self, assertion: &Assertion, at: u32) -> bool {
        (self.file_name.is_some() || !assertion.asks_file_name)
            && self.stands_under(assertion, at)
            && !self.is_true(&assertion.test, at)
    }

    /// Whether the elements above have the names the context asks for.
    fn stands_under(&self, assertion: &Assertion, at: u32) -> bool {
        let name = |steps| self.tape.above(at, steps).and_then(|above| self.tape.node(above)).map(|node| node.name);
        assertion.above.iter().rev().zip(1..).all(|(wanted, steps)| name(steps) == Some(*wanted))
    }

    /// Whether an expression holds; looks at no more nodes than it needs.
    fn is_true(&self, expression: &Expression, at: u32) -> bool {
        match expression {
            Expression::Any(parts) => parts.iter().any(|part| self.is_true(part, at)),
            Expression::All(parts) => parts.iter().all(|part| self.is_true(part, at)),
            Expression::Not(part) => !self.is_true(part, at),
            Expression::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.is_true(if self.is_true(condition, at) { then } else { otherwise }, at)
            }
            Expression::Compare(a, comparison, b) => self.compares(a, *comparison, b, at),
            Expression::Path(path) => self.follow(path, at, &mut |_| true),
            Expression::Shared(shared) => self.shared(shared, at).is_true(),
            other => self.value(other, at).is_true(),
        }
    }

    /// XPath 1.0 §3.4: a set of nodes compares when any of its nodes does.
    fn compares(&self, a: &Expression, comparison: Relation, b: &Expression, at: u32) -> bool {
        let right = self.value(b, at);
        match a {
            // The usual comparison, a path with a constant, needs no list of nodes.
            Expression::Path(path) if right.is_single() => {
                let by_number = right.is_number() || comparison.is_of_order();
                let other = right.text();
                self.follow(path, at, &mut |text| pair(text, comparison, &other, by_number))
            }
            _ => compare(&self.value(a, at), comparison, &right),
        }
    }

    fn value<'v>(&'v self, expression: &'v Expression, at: u32) -> Value<'v> {
        match expression {
            Expression::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.value(if self.is_true(condition, at) { then } else { otherwise }, at)
            }
            Expression::Count(path) => {
                let mut count = 0u64;
                self.follow(path, at, &mut |_| {
                    count += 1;
                    false
                });
                Value::Number(Decimal::from(count))
            }
            Expression::Substring(value, from, count) => {
                let value = self.value(value, at);
                let text = value.text();
                let rest = text.chars().skip(from.saturating_sub(1));
                Value::Text(Cow::Owned(rest.take(count.unwrap_or(usize::MAX)).collect()))
            }
            Expression::Path(path) => {
                let mut nodes = Vec::new();
                self.follow(path, at, &mut |text| {
                    nodes.push(Cow::Borrowed(text));
                    false
                });
                Value::Nodes(nodes)
            }
            Expression::Text(text) => Value::Text(Cow::Borrowed(text)),
            Expression::Number(number) => Value::Number(*number),
            Expression::FileName => Value::Text(Cow::Borrowed(self.file_name.unwrap_or_default())),
            Expression::Shared(shared) => self.shared(shared, at),
            Expression::Any(_) | Expression::All(_) | Expression::Not(_) | Expression::Compare(..) => {
                Value::Truth(self.is_true(expression, at))
            }
        }
    }

    /// What all under the same element ask alike.
    fn shared<'v>(&'v self, shared: &'v Shared, at: u32) -> Value<'v> {
        let above = self.tape.above(at, shared.up).and_then(|above| self.tape.node(above));
        let ask = || match &shared.part {
            Expression::Count(_) | Expression::Substring(..) => match self.value(&shared.part, at) {
                Value::Number(number) => Answer::Number(number),
                other => Answer::Text(other.text().into_owned()),
            },
            part => Answer::Truth(self.is_true(part, at)),
        };
        match above.map_or_else(ask, |above| self.answers.of(shared, above.offset, ask)) {
            Answer::Truth(truth) => Value::Truth(truth),
            Answer::Number(number) => Value::Number(number),
            Answer::Text(text) => Value::Text(Cow::Owned(text)),
        }
    }

    /// Calls `stops_at` with the text of each node at the end of the path until it says so; whether it did.
    fn follow<'v>(&'v self, path: &Path, at: u32, stops_at: &mut dyn FnMut(&'v str) -> bool) -> bool {
        self.tape.above(at, path.up).is_some_and(|from| self.descend(from, path, 0, stops_at))
    }

    fn descend<'v>(&'v self, at: u32, path: &Path, step: usize, stops_at: &mut dyn FnMut(&'v str) -> bool) -> bool {
        match (path.down.get(step), &path.attribute) {
            (Some(wanted), _) => {
                let is_wanted = |child: &u32| self.tape.node(*child).is_some_and(|node| node.name == wanted.id);
                self.tape.children(at).filter(is_wanted).any(|child| self.descend(child, path, step + 1, stops_at))
            }
            (None, Some(attribute)) => self.tape.value(at, attribute.id).is_some_and(stops_at),
            (None, None) => stops_at(self.tape.text(at)),
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

    fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    /// One value that compares by its text or its number.
    fn is_single(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Number(_))
    }
}

/// XPath 1.0 §3.4: a set of nodes compares when any of its nodes does.
fn compare(a: &Value<'_>, comparison: Relation, b: &Value<'_>) -> bool {
    if let (Value::Truth(_), _) | (_, Value::Truth(_)) = (a, b) {
        let (a, b) = (a.is_true(), b.is_true());
        return match comparison {
            Relation::Equal => a == b,
            Relation::NotEqual => a != b,
            _ => false,
        };
    }
    if let (Value::Number(a), Value::Number(b)) = (a, b) {
        return comparison.holds(a.cmp(b));
    }
    let by_number = a.is_number() || b.is_number() || comparison.is_of_order();
    match (a, b) {
        (Value::Nodes(a), Value::Nodes(b)) => compare_nodes(a, comparison, b),
        (Value::Nodes(a), b) => {
            let right = b.text();
            a.iter().any(|left| pair(left, comparison, &right, by_number))
        }
        (a, Value::Nodes(b)) => {
            let left = a.text();
            b.iter().any(|right| pair(&left, comparison, right, by_number))
        }
        (a, b) => pair(&a.text(), comparison, &b.text(), by_number),
    }
}

/// Whether any of one set compares with any of another, in time that grows with the sets and not with their product.
fn compare_nodes(a: &[Cow<'_, str>], comparison: Relation, b: &[Cow<'_, str>]) -> bool {
    let least = |nodes: &[Cow<'_, str>]| nodes.iter().filter_map(|text| parse_decimal(text)).min();
    let most = |nodes: &[Cow<'_, str>]| nodes.iter().filter_map(|text| parse_decimal(text)).max();
    let (left, right) = match comparison {
        Relation::Equal => {
            let known: HashSet<&str> = a.iter().map(|text| &**text).collect();
            return b.iter().any(|text| known.contains(&**text));
        }
        Relation::NotEqual => {
            let (Some(first), false) = (a.first(), b.is_empty()) else { return false };
            return a.iter().chain(b).any(|text| text != first);
        }
        Relation::Less | Relation::LessOrEqual => (least(a), most(b)),
        Relation::Greater | Relation::GreaterOrEqual => (most(a), least(b)),
    };
    left.zip(right).is_some_and(|(left, right)| comparison.holds(left.cmp(&right)))
}

fn pair(a: &str, comparison: Relation, b: &str, by_number: bool) -> bool {
    if !by_number {
        return (a == b) == (comparison == Relation::Equal);
    }
    match (parse_decimal(a), parse_decimal(b)) {
        (Some(a), Some(b)) => comparison.holds(a.cmp(&b)),
        // What is no number differs from every number.
        _ => comparison == Relation::NotEqual,
    }
}
