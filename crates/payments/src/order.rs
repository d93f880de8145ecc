//! A payment order.

use crate::digits::{are_digits, line};
use crate::party::{Party, PartyText, given};
use crate::refusal::{PaymentRefusal, Rule};
use crate::tax::{Tax, TaxText};
use jiff::civil::Date;
use kernel::Money;
use serde::{Deserialize, Serialize};

/// Digits of an order's number (Bank of Russia 762-П, appendix 1: up to six signs).
const NUMBER_DIGITS_MAX: usize = 6;
/// Characters of a purpose (DirectBank 2.3.2, `Purpose`).
const PURPOSE_CHARS_MAX: usize = 210;
/// The last place in the queue of a bank's orders (ГК РФ, статья 855).
const PRIORITY_MAX: u8 = 5;

/// An order as typed. Money and days are texts, so that a field refused can be shown with what stood in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderText {
    pub number: String,
    pub date: Date,
    /// `1200.50`.
    pub sum: String,
    pub payer: PartyText,
    pub payee: PartyText,
    /// From 1 to 5.
    pub priority: u8,
    /// `0` or empty where there is none.
    #[serde(default)]
    pub uin: String,
    pub purpose: String,
    /// Only for a payment to the budget.
    #[serde(default)]
    pub tax: Option<TaxText>,
}

/// A payment order whose every field a bank would take: form 0401060.
/// Source: Bank of Russia 762-П of 2021-06-29 (rules of transfers of money); what its fields may hold is at each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaymentOrder {
    /// Field 3: up to six digits, not zero.
    pub number: String,
    /// Field 4.
    pub date: Date,
    /// Field 7: above zero.
    pub sum: Money,
    pub payer: Party,
    pub payee: Party,
    /// Field 21.
    pub priority: u8,
    /// Field 22: 20 or 25 digits; written as `0` where a payment to the budget has none.
    pub uin: Option<String>,
    /// Field 24.
    pub purpose: String,
    /// Fields 101, 104–109.
    pub tax: Option<Tax>,
}

/// The order as it would be typed.
impl From<&PaymentOrder> for OrderText {
    fn from(order: &PaymentOrder) -> Self {
        Self {
            number: order.number.clone(),
            date: order.date,
            sum: order.sum.to_string(),
            payer: PartyText::from(&order.payer),
            payee: PartyText::from(&order.payee),
            priority: order.priority,
            uin: order.uin.clone().unwrap_or_default(),
            purpose: order.purpose.clone(),
            tax: order.tax.as_ref().map(TaxText::from),
        }
    }
}

impl PaymentOrder {
    /// The order, when every field keeps its rule; refuses the first that does not, by its name: `payer.bank.bic`.
    pub fn compose(text: &OrderText) -> Result<Self, PaymentRefusal> {
        let refuse = |field: &str, rule| PaymentRefusal::new(field, rule);
        let number = text.number.trim();
        let is_number = (1..=NUMBER_DIGITS_MAX).contains(&number.len()) && are_digits(number, number.len());
        if !is_number || number.bytes().all(|digit| digit == b'0') {
            return Err(refuse("number", Rule::Number));
        }
        let sum = Money::parse(text.sum.trim()).map_err(|_| refuse("sum", Rule::Sum))?;
        if sum <= Money::ZERO {
            return Err(refuse("sum", Rule::Sum));
        }
        if !(1..=PRIORITY_MAX).contains(&text.priority) {
            return Err(refuse("priority", Rule::Priority));
        }
        let uin = given(&text.uin);
        if uin.is_some_and(|uin| !are_digits(uin, 20) && !are_digits(uin, 25)) {
            return Err(refuse("uin", Rule::Uin));
        }
        Ok(Self {
            number: number.to_owned(),
            date: text.date,
            sum,
            payer: text.payer.checked("payer")?,
            payee: text.payee.checked("payee")?,
            priority: text.priority,
            uin: uin.map(str::to_owned),
            purpose: line("purpose", &text.purpose, PURPOSE_CHARS_MAX)?,
            tax: text.tax.as_ref().map(TaxText::checked).transpose()?,
        })
    }
}
