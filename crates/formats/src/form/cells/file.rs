//! A file of computed cells as data: what `forms/*.json` holds.

use super::rule::CellRule;
use crate::limits::CELLS_MAX;
use crate::ratios::{RatioText, Ratios, Source};
use kernel::CivilDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which cells of a form are computed, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellsFile {
    pub title: String,
    /// Prefix of the format: `NO_USN`.
    pub prefix: String,
    /// Values of `ВерсФорм`.
    pub versions: Vec<String>,
    /// The day its formulas were last compared with what they stand on, `YYYY-MM-DD`.
    pub compared_on: CivilDate,
    /// Publications by a short name that cells refer to.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, Source>,
    /// In the order they are computed: a cell sees those before it.
    pub cells: Vec<CellText>,
}

/// A computed cell as written: by a control ratio that says what it equals, or by a formula of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CellText {
    /// Code of a control ratio `cell = formula`; rows, condition, formula, words and norm are the ratio's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ratio: String,
    /// Rows it stands in; without it the root element.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// Computed only where this holds; beside a ratio's own condition when both are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The cell, from the row.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cell: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub formula: String,
    /// The formula in words, for a person.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// A name in `sources`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub clause: String,
    /// Digits after the point: it is rounded to them, half away from zero, and written with just as many.
    pub digits: u32,
    /// A zero is written even where the format does not want the cell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub zero: bool,
}

impl CellsFile {
    /// The rules with their ratios looked up. Refuses the whole file, naming the cell and what is wrong with it.
    pub fn rules(&self, ratios: &Ratios) -> Result<Vec<CellRule>, String> {
        if self.cells.len() > CELLS_MAX {
            return Err(format!("cells: more than {CELLS_MAX}"));
        }
        self.cells.iter().map(|cell| self.rule(cell, ratios)).collect()
    }

    fn rule(&self, cell: &CellText, ratios: &Ratios) -> Result<CellRule, String> {
        if !cell.ratio.is_empty() {
            return of_ratio(cell, ratios).map_err(|why| format!("{}: {why}", cell.ratio));
        }
        let source = self.sources.get(&cell.source);
        let source = source.ok_or_else(|| format!("{}: source: no such name in sources", cell.cell))?;
        if cell.words.trim().is_empty() {
            return Err(format!("{}: words: empty", cell.cell));
        }
        Ok(CellRule {
            each: cell.each.clone(),
            when: cell.when.clone(),
            cell: cell.cell.clone(),
            formula: cell.formula.clone(),
            words: cell.words.clone(),
            norm: source.with(&cell.clause),
            digits: cell.digits,
            zero: cell.zero,
        })
    }
}

/// A ratio is a rule of the cell it blames when its left side is that cell and nothing else.
fn of_ratio(cell: &CellText, ratios: &Ratios) -> Result<CellRule, String> {
    let (ratio, source) = ratios.find(&cell.ratio).ok_or("no such control ratio")?;
    let RatioText { each, when, left, relation, right, blame, words, clause, .. } = ratio;
    if relation != "=" || left != blame {
        return Err("the ratio does not say what one cell equals".to_owned());
    }
    let when = match (when, &cell.when) {
        (Some(ratio), Some(own)) => Some(format!("({ratio}) and ({own})")),
        (one, other) => one.clone().or_else(|| other.clone()),
    };
    Ok(CellRule {
        each: each.clone(),
        when,
        cell: left.clone(),
        formula: right.clone(),
        words: words.clone(),
        norm: source.with(clause),
        digits: cell.digits,
        zero: cell.zero,
    })
}
