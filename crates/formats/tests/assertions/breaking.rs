//! Documents made to break one assertion, by small changes at the places its expression names.

use crate::branch::Branch;
use crate::places::Check;
use crate::support::{Seeded, skeleton};
use crate::{Fired, fired, told};
use formats::definition::Definition;
use formats::{Document, FormatId};
use std::collections::BTreeSet;

/// Changes tried for one assertion.
const TRIES: usize = 40_000;
/// A wanted assertion that does not fire weighs as many that fire unwanted: first it must, then it must alone.
const MISSING_COST: usize = 1_000;
/// Changes after which the search begins anew from the whole document.
const RESTART: usize = 400;

/// One worse document in so many is gone on with.
const WORSE_ONE_IN: usize = 12;
/// Searches after which one that fires in company is taken to fire only so.
const ROUNDS_FOR_ALONE: usize = 3;

pub struct Maker<'d> {
    format: FormatId,
    checks: &'d [Check<'d>],
    chance: Seeded,
    /// A document that breaks no assertion, or as few as were reached.
    calm: Branch,
}

/// A document made to break an assertion.
pub struct Broken {
    pub document: Document,
    /// All that fires on it.
    pub judged: Fired,
    /// Those of them that are not the wanted one.
    pub others: Fired,
}

/// A path of an expression: steps up, names down, an attribute.
struct Reference {
    up: usize,
    down: Vec<String>,
    attribute: Option<String>,
}

impl<'d> Maker<'d> {
    pub fn new(format: &FormatId, definition: &'d Definition, checks: &'d [Check<'d>]) -> Self {
        let mut calm = Branch::of(&skeleton::smallest(definition));
        calm.set("ИдФайл", Some(&format!("{}_1", format.prefix)));
        let mut maker = Self { format: format.clone(), checks, chance: crate::chance(), calm };
        let calm = maker.calm.clone();
        maker.calm = maker.search(calm, None, TRIES).0;
        maker
    }

    fn document(&self, root: &Branch) -> Document {
        Document::new(self.format.clone(), root.element())
    }

    /// A document on which this assertion fires, and as few others as were reached.
    pub fn breaking(&mut self, check: &Check<'_>) -> Option<Broken> {
        if check.check.test.contains("getFileName") {
            let document = self.document(&self.calm);
            let judged = fired(&document, None);
            return (fired(&document, Some("other")) == vec![told(check)]).then_some(Broken {
                document,
                judged,
                others: Vec::new(),
            });
        }
        let mut best: Option<Broken> = None;
        for round in 0..TRIES / RESTART {
            let (root, _) = self.search(self.calm.clone(), Some(check), RESTART);
            let document = self.document(&root);
            let judged = fired(&document, None);
            let others: Fired = judged.iter().filter(|one| **one != told(check)).cloned().collect();
            if others.len() < judged.len() && best.as_ref().is_none_or(|best| others.len() < best.others.len()) {
                best = Some(Broken { document, judged, others });
            }
            let is_only_so =
                |best: &Broken| round >= ROUNDS_FOR_ALONE && crate::is_entangled(check, &best.others, self.checks);
            if best.as_ref().is_some_and(|best| best.others.is_empty() || is_only_so(best)) {
                break;
            }
        }
        best
    }

    /// A document with a few changes made at random.
    pub fn stray(&mut self) -> (Document, Fired) {
        let mut root = self.calm.clone();
        for _ in 0..=self.chance.below(3) {
            let check = self.chance.below(self.checks.len());
            self.change(&mut root, check, false);
        }
        let document = self.document(&root);
        let judged = fired(&document, None);
        (document, judged)
    }

    /// Changes the document until just the wanted assertion fires, or none where none is wanted.
    fn search(&mut self, start: Branch, wanted: Option<&Check<'_>>, tries: usize) -> (Branch, bool) {
        let (mut best, target) = (start, wanted.map(told));
        let mut cost = self.cost(&best, target.as_ref());
        for _ in 0..tries {
            if cost.0 == 0 {
                return (best, true);
            }
            let loud: Vec<usize> = (0..self.checks.len())
                .filter(|at| self.is_to_change(&told(&self.checks[*at]), &cost.1, target.as_ref()))
                .collect();
            if loud.is_empty() {
                return (best, false);
            }
            let chosen = loud[self.chance.below(loud.len())];
            let mut next = best.clone();
            let is_missing = target.as_ref().is_some_and(|target| !cost.1.contains(target));
            match self.chance.below(if is_missing { 2 } else { 4 }) == 0 {
                true => self.change(&mut next, chosen, true),
                false => (0..=self.chance.below(2)).for_each(|_| self.change(&mut next, chosen, false)),
            }
            let reached = self.cost(&next, target.as_ref());
            // Now and then a worse one: what is coupled can be put right only through it.
            if reached.0 <= cost.0 || reached.0 < MISSING_COST && self.chance.below(WORSE_ONE_IN) == 0 {
                (best, cost) = (next, reached);
            }
        }
        let is_reached = cost.0 == 0;
        (best, is_reached)
    }

    /// Assertions whose places may be changed: those that fire and should not, and the wanted one while it does not.
    fn is_to_change(
        &self,
        check: &(String, String, String),
        now: &Fired,
        target: Option<&(String, String, String)>,
    ) -> bool {
        match target {
            Some(target) if target == check => !now.contains(check),
            _ => now.contains(check),
        }
    }

    fn cost(&self, root: &Branch, target: Option<&(String, String, String)>) -> (usize, Fired) {
        let now = fired(&self.document(root), None);
        let others = now.iter().filter(|one| Some(*one) != target).count();
        let is_missing = target.is_some_and(|target| !now.contains(target));
        (others + if is_missing { MISSING_COST } else { 0 }, now)
    }

    /// Changes some of the places the expression of a check names: one, or each of them.
    fn change(&mut self, root: &mut Branch, check: usize, is_each: bool) {
        let check = &self.checks[check];
        let there: Vec<&Vec<&str>> =
            check.places.iter().filter(|place| root.find(&owned(&place[1..])).is_some()).collect();
        // Mostly where the context is already: each new one brings the assertions of its own place.
        let place = match there.is_empty() || self.chance.below(8) == 0 {
            true => &check.places[self.chance.below(check.places.len())],
            false => there[self.chance.below(there.len())],
        };
        let (references, literals) = references(&check.check.test);
        let below = owned(&place[1..]);
        // The context itself must be there, or the assertion is not asked.
        root.reach(&below);
        let chosen = self.chance.below(references.len());
        for (_, reference) in references.iter().enumerate().filter(|(at, _)| is_each || *at == chosen) {
            let value = self.draw(root, &below, &references, &literals);
            self.set(root, &below, reference, &value);
        }
    }

    /// A constant of the expression, what begins with one, what stands at another place it names, or something usual.
    fn draw(&mut self, root: &Branch, below: &[String], references: &[Reference], literals: &[String]) -> String {
        let other = &references[self.chance.below(references.len())];
        match self.chance.below(8) {
            0..5 if !literals.is_empty() => literals[self.chance.below(literals.len())].clone(),
            // As `substring` would cut it out.
            5 if !literals.is_empty() => {
                format!("{}{}0000", "0".repeat(self.chance.below(6)), literals[self.chance.below(literals.len())])
            }
            6 => value_at(root, below, other).unwrap_or_default(),
            _ => ["1", "0", "22.11.2026", "01.02.2025", ""][self.chance.below(5)].to_owned(),
        }
    }

    fn set(&mut self, root: &mut Branch, below: &[String], reference: &Reference, value: &str) {
        let Some(names) = reference.from(below) else { return };
        match (&reference.attribute, self.chance.below(2)) {
            (Some(attribute), 0) => {
                if root.find(&names).is_some() {
                    root.reach(&names).set(attribute, None);
                }
            }
            (Some(attribute), _) => root.reach(&names).set(attribute, Some(value)),
            (None, 0) => root.remove(&names),
            (None, _) => value.clone_into(&mut root.reach(&names).text),
        }
    }
}

fn value_at(root: &Branch, below: &[String], reference: &Reference) -> Option<String> {
    let found = root.find(&reference.from(below)?)?;
    match &reference.attribute {
        Some(attribute) => found.attribute(attribute).map(str::to_owned),
        None => Some(found.text.clone()),
    }
}

impl Reference {
    /// The names from the root that the path leads through, asked at the names of a context.
    fn from(&self, below: &[String]) -> Option<Vec<String>> {
        let mut names = below[..below.len().checked_sub(self.up)?].to_vec();
        names.extend(self.down.iter().cloned());
        Some(names)
    }
}

/// What an assertion looks at, as paths from the root; one set for each of its places.
pub fn looked_at(check: &Check<'_>) -> Vec<BTreeSet<String>> {
    let (references, _) = references(&check.check.test);
    let at = |place: &Vec<&str>| {
        let of = |reference: &Reference| {
            let mut names = reference.from(&owned(place))?;
            names.extend(reference.attribute.iter().map(|name| format!("@{name}")));
            Some(names.join("/"))
        };
        references.iter().filter_map(of).collect()
    };
    check.places.iter().map(at).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The paths and the constants of an expression.
fn references(test: &str) -> (Vec<Reference>, Vec<String>) {
    let (mut references, mut literals) = (Vec::new(), Vec::new());
    let mut rest = test;
    while let Some(c) = rest.chars().next() {
        if c == '\'' || c == '"' {
            let end = rest[1..].find(c).expect("a quote is closed") + 1;
            literals.push(rest[1..end].to_owned());
            rest = &rest[end + 1..];
            continue;
        }
        let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '@' | '.' | '/' | '-' | ':');
        if !is_of_word(c) {
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let end = rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        if after.trim_start().starts_with('(') || matches!(word, "and" | "or" | "not") {
            continue;
        }
        match word.parse::<f64>() {
            Ok(_) => literals.push(word.to_owned()),
            Err(_) => references.push(reference(word)),
        }
    }
    (references, literals)
}

fn reference(path: &str) -> Reference {
    let steps: Vec<&str> = path.split('/').filter(|s| !s.is_empty() && *s != ".").collect();
    let up = steps.iter().take_while(|s| **s == "..").count();
    let attribute = steps.last().and_then(|s| s.strip_prefix('@')).map(str::to_owned);
    let down = steps[up..].iter().filter(|s| !s.starts_with('@')).map(|s| (*s).to_owned()).collect();
    Reference { up, down, attribute }
}
