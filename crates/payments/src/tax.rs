//! Fields 101, 104–109 of an order: what the budget is told.

use crate::digits::are_digits;
use crate::party::given;
use crate::refusal::{PaymentRefusal, Rule};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Characters of a document's number (DirectBank 2.3.2, `BudgetPaymentInfo/DocNo`).
const NUMBER_CHARS_MAX: usize = 15;
/// Digits of a budget code.
const BUDGET_CODE_DIGITS: usize = 20;

/// Fields of a payment to the budget, as typed; `0` says that there is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxText {
    pub status: String,
    pub budget_code: String,
    #[serde(default)]
    pub oktmo: String,
    #[serde(default)]
    pub basis: String,
    #[serde(default)]
    pub period: String,
    #[serde(default)]
    pub document_number: String,
    #[serde(default)]
    pub document_date: String,
}

/// Fields of a payment to the budget. What there is none of is written as `0`.
/// Source: rules of filling payment orders to the budget (Минфин, 107н of 2013-11-12; from 2026-04-01 58н of 2025-05-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tax {
    /// Field 101: two digits.
    pub status: String,
    /// Field 104: 20 digits.
    pub budget_code: String,
    /// Field 105: 8 or 11 digits.
    pub oktmo: Option<String>,
    /// Field 106: two characters.
    pub basis: Option<String>,
    /// Field 107: `МС.01.2026` or a day.
    pub period: Option<String>,
    /// Field 108.
    pub document_number: Option<String>,
    /// Field 109: a day `31.01.2026`.
    pub document_date: Option<String>,
}

impl From<&Tax> for TaxText {
    fn from(tax: &Tax) -> Self {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        Self {
            status: tax.status.clone(),
            budget_code: tax.budget_code.clone(),
            oktmo: text(&tax.oktmo),
            basis: text(&tax.basis),
            period: text(&tax.period),
            document_number: text(&tax.document_number),
            document_date: text(&tax.document_date),
        }
    }
}

impl TaxText {
    /// Refuses the first field that breaks a rule.
    pub(crate) fn checked(&self) -> Result<Tax, PaymentRefusal> {
        let refuse = |field: &str, rule| PaymentRefusal::new(&format!("tax.{field}"), rule);
        let known = |field: &str, text: &str, rule: Rule, holds: &dyn Fn(&str) -> bool| match given(text) {
            Some(text) if !holds(text) => Err(refuse(field, rule)),
            found => Ok(found.map(str::to_owned)),
        };
        let number =
            known("document_number", &self.document_number, Rule::TooLong { chars_max: NUMBER_CHARS_MAX }, &|text| {
                text.chars().count() <= NUMBER_CHARS_MAX
            })?;
        if number.as_ref().is_some_and(|text| text.chars().any(char::is_control)) {
            return Err(refuse("document_number", Rule::Characters));
        }
        let status = self.status.trim();
        if !are_digits(status, 2) || status == "00" {
            return Err(refuse("status", Rule::Status));
        }
        let budget_code = self.budget_code.trim();
        if !are_digits(budget_code, BUDGET_CODE_DIGITS) || budget_code.bytes().all(|byte| byte == b'0') {
            return Err(refuse("budget_code", Rule::BudgetCode));
        }
        Ok(Tax {
            status: status.to_owned(),
            budget_code: budget_code.to_owned(),
            oktmo: known("oktmo", &self.oktmo, Rule::Oktmo, &|text| are_digits(text, 8) || are_digits(text, 11))?,
            basis: known("basis", &self.basis, Rule::Basis, &is_basis)?,
            period: known("period", &self.period, Rule::Period, &|text| is_period(text) || is_day(text))?,
            document_number: number,
            document_date: known("document_date", &self.document_date, Rule::DocumentDate, &is_day)?,
        })
    }
}

fn is_basis(text: &str) -> bool {
    text.chars().count() == 2 && text.chars().all(|letter| ('А'..='Я').contains(&letter) || letter.is_ascii_digit())
}

/// `МС.01.2026`: a month, `КВ` a quarter, `ПЛ` a half-year, `ГД.00` a year.
fn is_period(text: &str) -> bool {
    let mut parts = text.split('.');
    let (Some(kind), Some(number), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let last = match kind {
        "МС" => 12,
        "КВ" => 4,
        "ПЛ" => 2,
        "ГД" => 0,
        _ => return false,
    };
    let is_counted =
        number.parse().is_ok_and(|number: u8| if last == 0 { number == 0 } else { (1..=last).contains(&number) });
    are_digits(number, 2) && are_digits(year, 4) && is_counted
}

fn is_day(text: &str) -> bool {
    text.chars().count() == "31.01.2026".len() && Date::strptime("%d.%m.%Y", text).is_ok()
}
