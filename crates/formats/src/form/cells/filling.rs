//! A document that is being filled in: what follows from its cells is written by itself, and what a person wrote stays.

use super::rule::{CellRules, Outcome};
use crate::form::Change;
use crate::form::rules::{Rules, Target};
use crate::form::steps::{Step, steps};
use crate::place::parse_decimal;
use crate::tree::{Document, Element};
use crate::{FormatRefusal, Registry};
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;

/// A document and the values this program computed in it.
#[derive(Debug)]
pub struct Filling {
    document: Document,
    /// By path: what was written there last. Another value there is a person's.
    written: BTreeMap<String, String>,
}

/// A computed cell of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Computed {
    pub path: String,
    /// What stands there now; nothing for a zero that the format does not want.
    pub value: Option<String>,
    /// What the formula comes to.
    pub computed: String,
    /// A person wrote another value there.
    pub is_overwritten: bool,
}

impl Filling {
    /// Goes on with a document. A computed cell that stands there with another value counts as a person's.
    pub fn new(document: Document) -> Self {
        Self { document, written: BTreeMap::new() }
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Changes a cell or a row; a refused change changes nothing. Nothing is computed yet: see [`Filling::compute`].
    pub fn change(&mut self, registry: &Registry, change: &Change) -> Result<(), FormatRefusal> {
        registry.change(&mut self.document, change)?;
        match change {
            Change::Insert { path } => self.rows_moved(path, true),
            Change::Remove { path } => self.rows_moved(path, false),
            Change::Set { .. } | Change::Clear { .. } => {}
        }
        Ok(())
    }

    /// Computes every cell that follows from others, in the order of the rules, and writes it where nobody wrote anything else.
    pub fn compute(&mut self, registry: &Registry, rules: &CellRules) -> Result<Vec<Computed>, FormatRefusal> {
        let mut told = Vec::new();
        for number in 0..rules.count() {
            for outcome in rules.outcomes(number, self.document.root()) {
                told.extend(self.put(registry, outcome)?);
            }
        }
        Ok(told)
    }

    fn put(&mut self, registry: &Registry, outcome: Outcome) -> Result<Option<Computed>, FormatRefusal> {
        let present = value_at(self.document.root(), &outcome.path);
        let own = present.is_none() || present.as_ref() == self.written.get(&outcome.path);
        let Some(value) = outcome.value else {
            if own && present.is_some() {
                registry.change(&mut self.document, &Change::Clear { path: outcome.path.clone() })?;
            }
            self.written.remove(&outcome.path);
            return Ok(None);
        };
        let computed = plain(value, outcome.digits);
        let is_same = present.as_deref().and_then(parse_decimal) == Some(value);
        let is_left_out = value.is_zero() && !outcome.zero && !self.is_wanted(registry, &outcome.path)?;
        let change = match is_left_out {
            _ if is_same || !own => None,
            true => present.is_some().then(|| Change::Clear { path: outcome.path.clone() }),
            false => Some(Change::Set { path: outcome.path.clone(), value: computed.clone() }),
        };
        if let Some(change) = change {
            registry.change(&mut self.document, &change)?;
        }
        let value = value_at(self.document.root(), &outcome.path);
        let is_overwritten = !own && !is_same;
        match value.as_ref().filter(|_| !is_overwritten) {
            Some(value) => drop(self.written.insert(outcome.path.clone(), value.clone())),
            None => drop(self.written.remove(&outcome.path)),
        }
        Ok(Some(Computed { path: outcome.path, value, computed, is_overwritten }))
    }

    /// Whether the format wants the attribute wherever its element stands.
    fn is_wanted(&self, registry: &Registry, path: &str) -> Result<bool, FormatRefusal> {
        let names: Vec<&str> = steps(path).unwrap_or_default().iter().map(|step| step.name).collect();
        let way = Rules(registry.definition(self.document.format())?).along(&names);
        Ok(matches!(way.last(), Some(Target::Attribute(rule)) if rule.required))
    }

    /// Rows from a number on have other numbers now; what was written in them goes along.
    fn rows_moved(&mut self, path: &str, is_put: bool) {
        let (rows, number) = match path.strip_suffix(']').and_then(|path| path.rsplit_once('[')) {
            Some((rows, number)) => (rows.to_owned(), number.parse().unwrap_or(1)),
            None => (path.to_owned(), 1),
        };
        let moved = std::mem::take(&mut self.written).into_iter();
        self.written =
            moved.filter_map(|(path, value)| Some((moved_path(path, &rows, number, is_put)?, value))).collect();
    }
}

/// The path after a row was put in or taken away; nothing for what was in the row that is gone.
fn moved_path(path: String, rows: &str, from: usize, is_put: bool) -> Option<String> {
    let Some(rest) = path.strip_prefix(rows) else { return Some(path) };
    let (number, below) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((number, below)) => (number.parse().unwrap_or(1), below),
        None if rest.is_empty() || rest.starts_with('/') => (1, rest),
        None => return Some(path),
    };
    let number: usize = match (number < from, is_put) {
        (true, _) => return Some(path),
        (false, true) => number + 1,
        (false, false) if number == from => return None,
        (false, false) => number - 1,
    };
    let place = if number > 1 { format!("[{number}]") } else { String::new() };
    Some(format!("{rows}{place}{below}"))
}

fn plain(value: Decimal, digits: u32) -> String {
    let digits = usize::try_from(digits).unwrap_or_default();
    format!("{value:.digits$}")
}

/// The value at a path; an empty one is none.
fn value_at(root: &Element, path: &str) -> Option<String> {
    let steps = steps(path)?;
    let (_, below) = steps.split_first()?;
    let (attribute, way) = match below.split_last() {
        Some((last, way)) if last.name.starts_with('@') => (last.name.strip_prefix('@'), way),
        _ => (None, below),
    };
    let element = way.iter().try_fold(root, |element, step| nth(element, *step))?;
    let value = match attribute {
        Some(name) => element.attribute(name)?.to_owned(),
        None => element.text(),
    };
    Some(value).filter(|value| !value.is_empty())
}

fn nth<'e>(element: &'e Element, step: Step<'_>) -> Option<&'e Element> {
    element.elements().filter(|child| child.name() == step.name).nth(step.number - 1)
}
