//! Asking an expression over documents. What begins at a root is computed once and kept by its slot.

use super::{Expression, Gather, Kind, Lookup, Node, Operation, Path, Relation, Rows};
use crate::place::parse_decimal;
use crate::tree::Element;
use rust_decimal::{Decimal, RoundingStrategy};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Elements from the root to the row at hand.
pub(crate) type Chain<'a> = Vec<&'a Element>;

/// An expression over documents, with what was already computed of it.
pub(crate) struct Asked<'a> {
    expression: &'a Expression,
    documents: &'a [&'a Element],
    kept: Vec<Kept<'a>>,
    /// Whether any value asked for was there.
    has_values: bool,
}

#[derive(Clone, Default)]
enum Kept<'a> {
    #[default]
    Nothing,
    Value(Option<Cow<'a, str>>),
    Number(Option<Decimal>),
    Index(HashMap<Cow<'a, str>, Option<Decimal>>),
}

/// A result with its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Side<'a> {
    Number(Decimal),
    Text(Cow<'a, str>),
}

impl Expression {
    /// The number it comes to at the row `above` ends with (`above` begins with the root element).
    /// Nothing when a value there is no number, or on an overflow or a division by zero.
    pub fn number(&self, above: &[&Element]) -> Option<Decimal> {
        let root = *above.first()?;
        Asked::new(self, &[root]).number_at(&mut above.to_vec())
    }
}

impl<'a> Asked<'a> {
    pub fn new(expression: &'a Expression, documents: &'a [&'a Element]) -> Self {
        Self { expression, documents, kept: vec![Kept::Nothing; expression.slots], has_values: false }
    }

    pub fn number_at(&mut self, chain: &mut Chain<'a>) -> Option<Decimal> {
        self.number(&self.expression.node, chain)
    }

    /// The number, where at least one value it is made of is there: of nothing nothing follows.
    pub fn number_of_values_at(&mut self, chain: &mut Chain<'a>) -> Option<Decimal> {
        self.has_values = false;
        self.kept.fill(Kept::Nothing);
        self.number_at(chain).filter(|_| self.has_values)
    }

    pub fn holds_at(&mut self, chain: &mut Chain<'a>) -> Option<bool> {
        self.holds(&self.expression.node, chain)
    }

    /// As a text when `as_text`, else as a number.
    pub fn side_at(&mut self, as_text: bool, chain: &mut Chain<'a>) -> Option<Side<'a>> {
        if as_text {
            return self.text(&self.expression.node, chain).map(Side::Text);
        }
        self.number_at(chain).map(Side::Number)
    }

    fn number(&mut self, node: &'a Node, chain: &mut Chain<'a>) -> Option<Decimal> {
        match node {
            Node::Number(number) => Some(*number),
            Node::Path(path) => match self.value(path, chain) {
                Some(value) => parse_decimal(&value),
                None => Some(Decimal::ZERO),
            },
            Node::Negative(of) => self.number(of, chain).map(|n| -n),
            Node::Arithmetic(a, operation, b) => {
                let (a, b) = (self.number(a, chain)?, self.number(b, chain)?);
                match operation {
                    Operation::Plus => a.checked_add(b),
                    Operation::Minus => a.checked_sub(b),
                    Operation::Times => a.checked_mul(b),
                    Operation::Divide => a.checked_div(b),
                }
            }
            Node::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                let branch = if self.holds(condition, chain)? { then } else { otherwise };
                self.number(branch, chain)
            }
            Node::Least(of) => self.best(of, chain, Decimal::min),
            Node::Greatest(of) => self.best(of, chain, Decimal::max),
            Node::Absolute(of) => self.number(of, chain).map(|n| n.abs()),
            Node::Round(of, places) => {
                let number = self.number(of, chain)?;
                Some(number.round_dp_with_strategy(*places, RoundingStrategy::MidpointAwayFromZero))
            }
            Node::Rows(rows) => self.rows(rows, chain),
            Node::Lookup(lookup) => self.lookup(lookup, chain),
            _ => None,
        }
    }

    fn best(
        &mut self,
        of: &'a [Node],
        chain: &mut Chain<'a>,
        pick: fn(Decimal, Decimal) -> Decimal,
    ) -> Option<Decimal> {
        let mut best = None;
        for node in of {
            let number = self.number(node, chain)?;
            best = Some(best.map_or(number, |so_far| pick(so_far, number)));
        }
        best
    }

    fn holds(&mut self, node: &'a Node, chain: &mut Chain<'a>) -> Option<bool> {
        match node {
            Node::All(parts) => {
                for part in parts {
                    if !self.holds(part, chain)? {
                        return Some(false);
                    }
                }
                Some(true)
            }
            Node::Any(parts) => {
                for part in parts {
                    if self.holds(part, chain)? {
                        return Some(true);
                    }
                }
                Some(false)
            }
            Node::Not(part) => self.holds(part, chain).map(|holds| !holds),
            Node::Compare(a, relation, b) => self.compares(a, *relation, b, chain),
            Node::OneOf(value, among) => {
                let value = self.text(value, chain)?;
                let found = among.iter().any(|node| self.text(node, chain).is_some_and(|text| text == value));
                Some(found)
            }
            Node::Rows(rows) => self.rows(rows, chain).map(|count| !count.is_zero()),
            _ => None,
        }
    }

    fn compares(&mut self, a: &'a Node, relation: Relation, b: &'a Node, chain: &mut Chain<'a>) -> Option<bool> {
        if a.kind() == Kind::Text || b.kind() == Kind::Text {
            let (a, b) = (self.text(a, chain)?, self.text(b, chain)?);
            return Some(relation.holds(a.cmp(&b)));
        }
        let (a, b) = (self.number(a, chain)?, self.number(b, chain)?);
        Some(relation.holds(a.cmp(&b)))
    }

    fn text(&mut self, node: &'a Node, chain: &mut Chain<'a>) -> Option<Cow<'a, str>> {
        match node {
            Node::Text(text) => Some(Cow::Borrowed(text)),
            Node::Path(path) => Some(self.value(path, chain).unwrap_or_default()),
            Node::Join(parts) => {
                let texts = parts.iter().map(|part| self.text(part, chain)).collect::<Option<Vec<_>>>()?;
                match <[_; 1]>::try_from(texts) {
                    Ok([text]) => Some(text),
                    Err(texts) => Some(Cow::Owned(texts.join("|"))),
                }
            }
            Node::First(parts) => {
                let found = parts.iter().find_map(|part| self.text(part, chain).filter(|text| !text.is_empty()));
                Some(found.unwrap_or_default())
            }
            _ => None,
        }
    }

    fn value(&mut self, path: &'a Path, chain: &mut Chain<'a>) -> Option<Cow<'a, str>> {
        if path.root.is_some()
            && let Some(Kept::Value(value)) = self.kept.get(path.slot)
        {
            return value.clone();
        }
        let mut found = None;
        self.each(path, chain, &mut |_, chain| {
            let element = chain.len().checked_sub(path.up + 1).and_then(|at| chain.get(at));
            found = element.and_then(|element| match &path.attribute {
                Some(name) => element.attribute(name).map(Cow::Borrowed),
                None => Some(Cow::Owned(element.text())),
            });
            true
        });
        self.has_values |= found.is_some();
        if path.root.is_some() {
            self.keep(path.slot, Kept::Value(found.clone()));
        }
        found
    }

    fn keep(&mut self, slot: usize, kept: Kept<'a>) {
        if let Some(place) = self.kept.get_mut(slot) {
            *place = kept;
        }
    }

    fn rows(&mut self, rows: &'a Rows, chain: &mut Chain<'a>) -> Option<Decimal> {
        if let Some(Kept::Number(number)) = self.kept.get(rows.slot) {
            return *number;
        }
        let mut result = Some(Decimal::ZERO);
        let mut keys = HashSet::new();
        self.each(&rows.rows, chain, &mut |asked, chain| {
            let one = match (rows.act, &rows.of) {
                (Gather::Sum, Some(value)) => asked.number(value, chain),
                (Gather::Distinct, Some(key)) => {
                    asked.text(key, chain).map(|key| Decimal::from(u8::from(keys.insert(key))))
                }
                (_, Some(condition)) => asked.holds(condition, chain).map(|holds| Decimal::from(u8::from(holds))),
                (_, None) => Some(Decimal::ONE),
            };
            result = result.zip(one).and_then(|(sum, one)| sum.checked_add(one));
            result.is_none() || (rows.act == Gather::Any && result > Some(Decimal::ZERO))
        });
        if rows.rows.root.is_some() {
            self.keep(rows.slot, Kept::Number(result));
        }
        result
    }

    fn lookup(&mut self, lookup: &'a Lookup, chain: &mut Chain<'a>) -> Option<Decimal> {
        let wanted = self.text(&lookup.wanted, chain)?;
        if !matches!(self.kept.get(lookup.slot), Some(Kept::Index(_))) {
            let index = self.index(lookup, chain);
            self.keep(lookup.slot, Kept::Index(index));
        }
        match self.kept.get(lookup.slot) {
            Some(Kept::Index(index)) => index.get(&wanted).copied().unwrap_or(Some(Decimal::ZERO)),
            _ => None,
        }
    }

    fn index(&mut self, lookup: &'a Lookup, chain: &mut Chain<'a>) -> HashMap<Cow<'a, str>, Option<Decimal>> {
        let mut index: HashMap<Cow<'a, str>, Option<Decimal>> = HashMap::new();
        self.each(&lookup.rows, chain, &mut |asked, chain| {
            let one = match &lookup.value {
                Some(value) => asked.number(value, chain),
                None => Some(Decimal::ONE),
            };
            if let Some(key) = asked.text(&lookup.key, chain) {
                let sum = index.entry(key).or_insert(Some(Decimal::ZERO));
                *sum = sum.zip(one).and_then(|(sum, one)| sum.checked_add(one));
            }
            false
        });
        index
    }

    /// Calls `stops` at every row of the path, in order, until it says so.
    pub fn each(&mut self, path: &'a Path, chain: &mut Chain<'a>, stops: Stops<'_, 'a>) {
        match path.root {
            Some(root) => {
                let mut own: Chain<'a> = self.documents.get(root).map(|root| vec![*root]).unwrap_or_default();
                descend(self, &path.down, &mut own, stops);
            }
            None => {
                descend(self, &path.down, chain, stops);
            }
        }
    }
}

/// What is done at a row; `true` ends the walk.
pub(crate) type Stops<'s, 'a> = &'s mut dyn FnMut(&mut Asked<'a>, &mut Chain<'a>) -> bool;

fn descend<'a>(asked: &mut Asked<'a>, down: &'a [Box<str>], chain: &mut Chain<'a>, stops: Stops<'_, 'a>) -> bool {
    let Some((name, deeper)) = down.split_first() else { return !chain.is_empty() && stops(asked, chain) };
    let Some(top) = chain.last().copied() else { return false };
    for child in top.all(name) {
        chain.push(child);
        let is_over = descend(asked, deeper, chain, stops);
        chain.pop();
        if is_over {
            return true;
        }
    }
    false
}
