//! Rows of money and codes: rates and limits, budget codes, codes of periods.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::in_force::InForce;
use crate::pack::{named, typed};
use crate::table::Row;

/// A rate, a limit or an amount of the law.
#[derive(Debug, Clone)]
pub struct Rate {
    /// `mrot`, `vat.main`, `contribution.base-limit`, `ndfl.main.1` …
    pub rate: String,
    /// In `unit`; kopecks are whole.
    pub value: Decimal,
    pub unit: Unit,
    /// A step of a scale: the part of the income above this many kopecks.
    pub above_kopecks: Option<i64>,
    /// A step of a scale, or a condition of the rate: up to this many kopecks, inclusive.
    pub up_to_kopecks: Option<i64>,
    /// Days, norm, trust.
    pub in_force: InForce,
}

/// What a rate is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    Percent,
    Kopecks,
    Days,
}

/// A budget code (КБК).
#[derive(Debug, Clone)]
pub struct BudgetCode {
    /// What is paid: `enp`, `ndfl.agent.1`, `contributions.staff`, `usn.income` …
    pub tax: String,
    /// 20 digits.
    pub code: String,
    /// For a person.
    pub title: String,
    /// Days, norm, trust.
    pub in_force: InForce,
}

/// A code of a period as reports write it.
#[derive(Debug, Clone)]
pub struct PeriodCode {
    /// `cumulative` (21, 31, 33, 34), `notice` (`21.01`: code of the period, number of the month or quarter), `month`.
    pub family: String,
    pub code: String,
    /// For a person.
    pub title: String,
    /// Days, norm, trust.
    pub in_force: InForce,
}

impl Rate {
    pub(crate) fn from_row(row: Map<String, Value>, in_force: InForce) -> Result<Self, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            rate: String,
            value: String,
            unit: Unit,
            above_kopecks: Option<i64>,
            up_to_kopecks: Option<i64>,
        }
        let Raw { rate, value, unit, above_kopecks, up_to_kopecks } = typed(row)?;
        let number =
            Decimal::from_str_exact(&value).map_err(|_| format!("value: {value:?} is not a decimal number"))?;
        if number.is_sign_negative() || (unit == Unit::Kopecks && !number.fract().is_zero()) {
            return Err(format!("value: {value:?} is negative or a part of a kopeck"));
        }
        if above_kopecks.zip(up_to_kopecks).is_some_and(|(above, up_to)| above >= up_to) {
            return Err("up_to_kopecks: is not over above_kopecks".to_owned());
        }
        Ok(Self { rate: named("rate", rate)?, value: number, unit, above_kopecks, up_to_kopecks, in_force })
    }
}

impl BudgetCode {
    pub(crate) fn from_row(row: Map<String, Value>, in_force: InForce) -> Result<Self, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            tax: String,
            code: String,
            title: String,
        }
        let Raw { tax, code, title } = typed(row)?;
        if code.len() != BUDGET_CODE_DIGITS || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("code: {code:?} is not {BUDGET_CODE_DIGITS} digits"));
        }
        Ok(Self { tax: named("tax", tax)?, code, title, in_force })
    }
}

/// Digits of a budget code (the budget classification's fixed length).
const BUDGET_CODE_DIGITS: usize = 20;

impl PeriodCode {
    pub(crate) fn from_row(row: Map<String, Value>, in_force: InForce) -> Result<Self, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            family: String,
            code: String,
            title: String,
        }
        let Raw { family, code, title } = typed(row)?;
        Ok(Self { family: named("family", family)?, code: named("code", code)?, title, in_force })
    }
}

impl Row for Rate {
    const TABLE: &'static str = "rates";
    fn key(&self) -> String {
        self.rate.clone()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}

impl Row for BudgetCode {
    const TABLE: &'static str = "budget_codes";
    fn key(&self) -> String {
        self.tax.clone()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}

impl Row for PeriodCode {
    const TABLE: &'static str = "period_codes";
    fn key(&self) -> String {
        format!("{} {}", self.family, self.code)
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}
