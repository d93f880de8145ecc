//! Asking a document what is to be paid.

use super::file::{Budget, DueFile, DueRule, Formula, of};
use super::{Due, DuesRefusal};
use formats::{Document, Element};
use kernel::Money;
use rules::{Obligation, Rules};
use rust_decimal::Decimal;
use std::collections::HashSet;

/// Every sum that the document says is to be paid, in the order of its form; dues of one term may be several.
///
/// Knows УСН 5.09, notification 5.03, РСВ 5.08, 6-НДФЛ 5.05. Ask it of a document that its check found right: nothing is checked here.
/// Refuses another form and a value that is no number.
pub fn dues(document: &Document, rules: &Rules) -> Result<Vec<Due>, DuesRefusal> {
    let file = of(document).ok_or(DuesRefusal::UnknownForm)?;
    let root = document.root();
    let mut asking = Asking { file, rules, taken: HashSet::new(), found: Vec::new() };
    for rule in &file.dues {
        for row in rows(root, &rule.rows) {
            asking.ask(rule, &row)?;
        }
    }
    asking.others(root)?;
    Ok(asking.found)
}

struct Asking<'a> {
    file: &'a DueFile,
    rules: &'a Rules,
    /// Rows that some due was made of.
    taken: HashSet<*const Element>,
    found: Vec<Due>,
}

impl Asking<'_> {
    fn ask(&mut self, rule: &DueRule, row: &[&Element]) -> Result<(), DuesRefusal> {
        if rule.when.as_ref().is_some_and(|when| when.0.number(row) != Some(Decimal::ONE)) {
            return Ok(());
        }
        let value = |formula: &Formula| number(formula, row, &rule.code);
        let Some(sum) = money(value(&rule.sum)?, &rule.code)? else { return Ok(()) };
        let before = self.file.before.as_ref().map(value).transpose()?.unwrap_or_default();
        let term = self.term(&rule.duty, value(&self.file.year)?, before + value(&rule.index)?);
        let due = Due {
            code: rule.code.clone(),
            what: rule.words.clone(),
            budget_code: self.budget_code(&rule.budget, row, term.as_ref()),
            sum,
            period: term.as_ref().map(|term| term.period.clone()),
            nominal_on: term.as_ref().map(|term| term.nominal_on),
            due_on: term.as_ref().and_then(|term| term.due_on),
            told_before: rule.told_before,
            explanation: rule.why.clone(),
            norm: term.as_ref().map(|term| term.in_force.norm.clone()),
            trust: term.as_ref().map(|term| term.in_force.trust),
        };
        self.taken.extend(row.last().map(|last| std::ptr::from_ref(*last)));
        self.found.push(due);
        Ok(())
    }

    /// A sum that no rule knows is told too: what is silently left out is not paid.
    fn others(&mut self, root: &Element) -> Result<(), DuesRefusal> {
        let Some(others) = &self.file.others else { return Ok(()) };
        for row in rows(root, &others.rows) {
            let is_taken = row.last().is_some_and(|last| self.taken.contains(&std::ptr::from_ref(*last)));
            let Some(sum) = money(number(&others.sum, &row, &others.code)?, &others.code)?.filter(|_| !is_taken) else {
                continue;
            };
            self.found.push(Due {
                code: others.code.clone(),
                what: others.words.clone(),
                budget_code: self.budget_code(&others.budget, &row, None),
                sum,
                period: None,
                nominal_on: None,
                due_on: None,
                told_before: false,
                explanation: others.why.clone(),
                norm: None,
                trust: None,
            });
        }
        Ok(())
    }

    /// Nothing where the rules know no such period: a return of a liquidated company, a year without rows.
    fn term(&self, duty: &str, year: Decimal, index: Decimal) -> Option<Obligation<'_>> {
        let (year, index) = (i16::try_from(year).ok()?, i8::try_from(index).ok()?);
        self.rules.duty_of(duty, year, index).ok()
    }

    fn budget_code(&self, budget: &Budget, row: &[&Element], term: Option<&Obligation<'_>>) -> String {
        let found = match budget {
            Budget::At(attribute) => row.last().and_then(|row| row.attribute(attribute)).map(str::to_owned),
            Budget::Tax(tax) => {
                term.and_then(|term| self.rules.budget_code(tax, term.nominal_on).ok()).map(|row| row.code.clone())
            }
        };
        found.unwrap_or_default()
    }
}

/// Each element of the path, with those above it.
fn rows<'a>(root: &'a Element, path: &str) -> Vec<Vec<&'a Element>> {
    let mut chains = vec![vec![root]];
    for name in path.split('/').filter(|name| !name.is_empty()) {
        let below = |chain: &Vec<&'a Element>| -> Vec<Vec<&'a Element>> {
            let children = chain.last().into_iter().flat_map(|last| last.elements());
            let named = children.filter(|child| child.name() == name);
            named.map(|child| chain.iter().copied().chain([child]).collect()).collect()
        };
        chains = chains.iter().flat_map(below).collect();
    }
    chains
}

fn number(formula: &Formula, row: &[&Element], code: &str) -> Result<Decimal, DuesRefusal> {
    formula.0.number(row).ok_or_else(|| DuesRefusal::Value { code: code.to_owned() })
}

/// Roubles as money; nothing for zero.
fn money(roubles: Decimal, code: &str) -> Result<Option<Money>, DuesRefusal> {
    let kopecks = roubles.checked_mul(Decimal::ONE_HUNDRED).filter(|kopecks| kopecks.fract().is_zero());
    let kopecks = kopecks.and_then(|kopecks| i64::try_from(kopecks).ok());
    let kopecks = kopecks.ok_or_else(|| DuesRefusal::Value { code: code.to_owned() })?;
    Ok(Some(Money::from_kopecks(kopecks)).filter(|sum| *sum != Money::ZERO))
}
