//! Patterns of official schemas: parsed, written out as steps, and turned into a table that is walked once per character.

use super::pattern_parse::{Ast, CharSet, parse};
use crate::limits::{PATTERN_STATES_MAX, PATTERN_STEPS_MAX, PATTERN_TABLE_STEPS_MAX};
use std::collections::HashMap;

/// A compiled pattern; it always speaks of the whole value.
#[derive(Debug)]
pub(crate) struct Pattern {
    steps: Vec<Step>,
    classes: Classes,
    table: Option<Table>,
}

#[derive(Debug, Clone)]
enum Step {
    /// Takes a character of these classes and goes on.
    Take(CharSet, usize),
    Split(usize, usize),
    Accept,
}

/// Characters that no step of the pattern tells apart share a class.
#[derive(Debug)]
struct Classes {
    /// First characters of the classes, ascending; class 0 starts at U+0000.
    starts: Vec<u32>,
    ascii: [u16; 128],
}

#[derive(Debug)]
struct Table {
    /// `next[state * classes + class]`; `DEAD` where no value can follow.
    next: Vec<u32>,
    accepting: Vec<bool>,
    classes: usize,
}

const DEAD: u32 = u32::MAX;

impl Pattern {
    /// Compiles; the text of the refusal says what the pattern has that is not supported.
    pub fn new(source: &str) -> Result<Self, String> {
        let ast = parse(source)?;
        let mut steps = vec![Step::Accept];
        let start = build(&mut steps, &ast, 0)?;
        steps.push(Step::Split(start, start));
        let classes = Classes::new(&steps);
        let table = Table::new(&steps, &classes);
        Ok(Self { steps, classes, table })
    }

    pub fn matches(&self, value: &str) -> bool {
        match &self.table {
            Some(table) => table.matches(value, &self.classes),
            None => self.walk(value),
        }
    }

    /// All possible steps at once; linear in the value times the steps.
    fn walk(&self, value: &str) -> bool {
        let mut now = closure(&self.steps, &[self.steps.len() - 1]);
        for c in value.chars() {
            let after = advance(&self.steps, &now, c);
            if after.is_empty() {
                return false;
            }
            now = closure(&self.steps, &after);
        }
        accepts(&self.steps, &now)
    }
}

fn accepts(steps: &[Step], set: &[usize]) -> bool {
    set.iter().any(|&s| matches!(steps.get(s), Some(Step::Accept)))
}

fn advance(steps: &[Step], set: &[usize], c: char) -> Vec<usize> {
    let taken = set.iter().filter_map(|&s| match steps.get(s) {
        Some(Step::Take(chars, next)) if chars.has(c) => Some(*next),
        _ => None,
    });
    taken.collect()
}

/// Every step reachable without taking a character, sorted; splits themselves are left out.
fn closure(steps: &[Step], from: &[usize]) -> Vec<usize> {
    let mut seen = vec![false; steps.len()];
    let mut todo = from.to_vec();
    let mut set = Vec::new();
    while let Some(s) = todo.pop() {
        match seen.get_mut(s) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        match steps.get(s) {
            Some(Step::Split(a, b)) => todo.extend([*a, *b]),
            Some(_) => set.push(s),
            None => {}
        }
    }
    set.sort_unstable();
    set
}

/// Adds the steps of `ast` before step `next`; gives the first of them.
fn build(steps: &mut Vec<Step>, ast: &Ast, next: usize) -> Result<usize, String> {
    if steps.len() > PATTERN_STEPS_MAX {
        return Err(format!("a pattern of more than {PATTERN_STEPS_MAX} steps"));
    }
    match ast {
        Ast::Set(set) => {
            steps.push(Step::Take(set.clone(), next));
            Ok(steps.len() - 1)
        }
        Ast::Seq(parts) => parts.iter().rev().try_fold(next, |next, part| build(steps, part, next)),
        Ast::Alt(parts) => {
            let mut first: Option<usize> = None;
            for part in parts.iter().rev() {
                let here = build(steps, part, next)?;
                first = Some(match first {
                    None => here,
                    Some(other) => split(steps, here, other),
                });
            }
            Ok(first.unwrap_or(next))
        }
        Ast::Repeat(part, min, max) => build_repeat(steps, part, (*min, *max), next),
    }
}

fn build_repeat(
    steps: &mut Vec<Step>,
    part: &Ast,
    (min, max): (u32, Option<u32>),
    next: usize,
) -> Result<usize, String> {
    let mut at = next;
    match max {
        None => {
            let gate = split(steps, next, next);
            let body = build(steps, part, gate)?;
            if let Some(step) = steps.get_mut(gate) {
                *step = Step::Split(body, next);
            }
            at = gate;
        }
        Some(max) => {
            for _ in min..max {
                let body = build(steps, part, at)?;
                at = split(steps, body, next);
            }
        }
    }
    for _ in 0..min {
        at = build(steps, part, at)?;
    }
    Ok(at)
}

fn split(steps: &mut Vec<Step>, a: usize, b: usize) -> usize {
    steps.push(Step::Split(a, b));
    steps.len() - 1
}

impl Classes {
    fn new(steps: &[Step]) -> Self {
        let mut starts = vec![0];
        for step in steps {
            if let Step::Take(set, _) = step {
                set.boundaries(&mut starts);
            }
        }
        starts.sort_unstable();
        starts.dedup();
        let mut classes = Self { starts, ascii: [0; 128] };
        for code in 0..128u32 {
            let class = u16::try_from(classes.search(code)).unwrap_or(0);
            if let Some(slot) = usize::try_from(code).ok().and_then(|i| classes.ascii.get_mut(i)) {
                *slot = class;
            }
        }
        classes
    }

    fn search(&self, code: u32) -> usize {
        self.starts.partition_point(|&s| s <= code).saturating_sub(1)
    }

    fn of(&self, c: char) -> usize {
        let code = u32::from(c);
        match usize::try_from(code).ok().and_then(|i| self.ascii.get(i)) {
            Some(&class) => usize::from(class),
            None => self.search(code),
        }
    }

    /// A character that stands for the class.
    fn example(&self, class: usize) -> Option<char> {
        self.starts.get(class).and_then(|&s| char::from_u32(s))
    }
}

impl Table {
    /// `None` when the pattern has more states than are worth a table.
    fn new(steps: &[Step], classes: &Classes) -> Option<Self> {
        let width = classes.starts.len();
        if width > usize::from(u16::MAX) || steps.len() > PATTERN_TABLE_STEPS_MAX {
            return None;
        }
        let start = closure(steps, &[steps.len() - 1]);
        let mut known: HashMap<Vec<usize>, u32> = HashMap::from([(start.clone(), 0)]);
        let mut table = Self { next: Vec::new(), accepting: vec![accepts(steps, &start)], classes: width };
        let mut todo = std::collections::VecDeque::from([start]);
        while let Some(set) = todo.pop_front() {
            for class in 0..width {
                let after = classes.example(class).map(|c| advance(steps, &set, c)).unwrap_or_default();
                if after.is_empty() {
                    table.next.push(DEAD);
                    continue;
                }
                let after = closure(steps, &after);
                let fresh = u32::try_from(known.len()).ok()?;
                let state = *known.entry(after.clone()).or_insert(fresh);
                if state == fresh {
                    table.accepting.push(accepts(steps, &after));
                    todo.push_back(after);
                }
                table.next.push(state);
            }
            if known.len() > PATTERN_STATES_MAX {
                return None;
            }
        }
        Some(table)
    }

    fn matches(&self, value: &str, classes: &Classes) -> bool {
        let mut state = 0usize;
        for c in value.chars() {
            match self.next.get(state * self.classes + classes.of(c)) {
                Some(&next) if next != DEAD => state = usize::try_from(next).unwrap_or(usize::MAX),
                _ => return false,
            }
        }
        self.accepting.get(state).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_patterns_take_what_they_should() {
        let inn = "([0-9]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{8}";
        let time = r"([0-1]{1}[0-9]{1}|2[0-3]{1})\.([0-5]{1}[0-9]{1})\.([0-5]{1}[0-9]{1})";
        let sum = r"\s*((\d{1,17}(\.)?)|(\d{1,16}(\.\d{0,1})?)|(\d{1,15}(\.\d{0,2})?)|(\d{0,15}(\.\d{1,2})?))\s*";
        let zone = "[+|-]([01][0-9])[:]([0-5][0-9])";
        for (pattern, value, good) in [
            (inn, "7712345678", true),
            (inn, "0012345678", false),
            (inn, "77123456789", false),
            (inn, "771234567", false),
            (inn, "", false),
            (time, "23.59.59", true),
            (time, "24.00.00", false),
            (time, "23:59:59", false),
            (sum, " 12.50 ", true),
            (sum, "12.505", false),
            (sum, "123456789012345678", false),
            (zone, "+03:00", true),
            (zone, "-03:00", true),
            (zone, "*03:00", false),
            ("[A-Za-z0-9@.-]{3}", "2AE", true),
            ("[A-Za-z0-9@.-]{3}", "2АЕ", false),
            (".+T.+Z", "2026-01-01T00:00:00Z", true),
            (".+T.+Z", "T\nZ", false),
            ("без НДС", "без НДС", true),
            ("без НДС", "без ндс", false),
            ("[^0-9]*", "слово", true),
            ("[^0-9]*", "слово1", false),
            ("-", "-", true),
            ("(a|)b?", "", true),
        ] {
            let compiled = Pattern::new(pattern).unwrap();
            assert_eq!(compiled.matches(value), good, "{pattern} on {value}");
            assert_eq!(compiled.walk(value), good, "step by step: {pattern} on {value}");
        }
    }

    #[test]
    fn what_is_not_supported_is_said() {
        for bad in ["(", "a)", "[a", "a{2", "a{3,2}", r"\p{L}", "*", "[b-a]", r"\"] {
            assert!(Pattern::new(bad).is_err(), "{bad}");
        }
        assert!(Pattern::new("(((a{99}){99}){99}){99}").is_err());
    }
}
