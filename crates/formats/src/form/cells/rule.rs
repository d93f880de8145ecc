//! A computed cell ready to be asked.

use crate::limits::{CELL_DIGITS_MAX, CELLS_MAX};
use crate::ratios::expression::evaluate::Asked;
use crate::ratios::expression::{Expression, Path};
use crate::ratios::{condition, number, place, rows};
use crate::tree::{Element, path_of};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// A computed cell with everything it stands on; formulas are texts of the ratios' language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellRule {
    /// Rows it stands in; without it the root element.
    pub each: Option<String>,
    pub when: Option<String>,
    /// The cell, from the row.
    pub cell: String,
    pub formula: String,
    /// The formula in words.
    pub words: String,
    pub norm: String,
    /// Digits after the point.
    pub digits: u32,
    /// A zero is written even where the format does not want the cell.
    pub zero: bool,
}

impl CellRule {
    /// The place of the cell as findings write it, without numbers.
    pub fn path(&self, root: &str) -> String {
        format!("{root}{}/{}", self.each.as_deref().unwrap_or_default(), self.cell)
    }
}

/// The computed cells of one form, all formulas parsed.
#[derive(Debug, Default)]
pub struct CellRules(Vec<Ready>);

#[derive(Debug)]
struct Ready {
    each: Path,
    when: Option<Expression>,
    formula: Expression,
    cell: String,
    digits: u32,
    pub zero: bool,
}

/// What a cell comes to in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    pub path: String,
    /// Nothing where no value it is made of is there, or where it has no result.
    pub value: Option<Decimal>,
    pub digits: u32,
    pub zero: bool,
}

impl CellRules {
    /// Parses them. Refuses all, naming the cell and what is wrong with it.
    pub fn ready(rules: &[CellRule]) -> Result<Self, String> {
        if rules.len() > CELLS_MAX {
            return Err(format!("cells: more than {CELLS_MAX}"));
        }
        rules
            .iter()
            .map(|rule| ready(rule).map_err(|why| format!("{}: {why}", rule.cell)))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// One cell over all its rows.
    pub(super) fn outcomes(&self, number: usize, root: &Element) -> Vec<Outcome> {
        self.0.get(number).map(|ready| ready.outcomes(root)).unwrap_or_default()
    }
}

fn ready(rule: &CellRule) -> Result<Ready, String> {
    place("cell", &rule.cell)?;
    if rule.digits > CELL_DIGITS_MAX {
        return Err(format!("digits: at most {CELL_DIGITS_MAX}"));
    }
    Ok(Ready {
        each: rows(rule.each.as_deref(), &[])?,
        when: rule
            .when
            .as_deref()
            .map(|when| condition(when, &[]).map_err(|why| format!("when: {why}")))
            .transpose()?,
        formula: number(&rule.formula, &[]).map_err(|why| format!("formula: {why}"))?,
        cell: rule.cell.clone(),
        digits: rule.digits,
        zero: rule.zero,
    })
}

impl Ready {
    fn outcomes(&self, root: &Element) -> Vec<Outcome> {
        let roots = [root];
        let mut when = self.when.as_ref().map(|when| Asked::new(when, &roots));
        let mut formula = Asked::new(&self.formula, &roots);
        let mut outcomes = Vec::new();
        Asked::new(&self.formula, &roots).each(&self.each, &mut Vec::new(), &mut |_, chain| {
            let holds = when.as_mut().is_none_or(|when| when.holds_at(chain) == Some(true));
            let value = if holds { formula.number_of_values_at(chain) } else { None };
            let rounded = value.map(|v| v.round_dp_with_strategy(self.digits, RoundingStrategy::MidpointAwayFromZero));
            let path = format!("{}/{}", path_of(chain), self.cell);
            outcomes.push(Outcome { path, value: rounded, digits: self.digits, zero: self.zero });
            false
        });
        outcomes
    }
}
