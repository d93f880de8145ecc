//! Rows of payees: where a payment to the budget goes, and how the order's tax fields are filled.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::in_force::InForce;
use crate::pack::{named, typed};
use crate::table::Row;

/// A payee of the budget with its bank, as a payment order writes them.
#[derive(Debug, Clone)]
pub struct Payee {
    /// `enp`.
    pub payee: String,
    pub name: String,
    pub inn: String,
    pub kpp: String,
    /// The treasury's account, 20 digits.
    pub account: String,
    /// 9 digits.
    pub bic: String,
    pub bank: String,
    /// The single treasury account at the bank, 20 digits.
    pub correspondent_account: String,
    /// Key of the budget code: see [`crate::Rules::budget_code`].
    pub tax: String,
    /// Who pays (field 101): two digits.
    pub status: String,
    /// What stands for the payer's КПП.
    pub payer_kpp: PayerKpp,
    /// Words of the purpose.
    pub purpose: String,
    /// Days, norm, trust.
    pub in_force: InForce,
}

/// What a payment order writes for the payer's КПП (field 102).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PayerKpp {
    Own,
    Zero,
}

/// A row as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    payee: String,
    name: String,
    inn: String,
    kpp: String,
    account: String,
    bic: String,
    bank: String,
    correspondent_account: String,
    tax: String,
    status: String,
    payer_kpp: PayerKpp,
    purpose: String,
}

impl Raw {
    /// Refuses requisites of another shape.
    fn check(&self) -> Result<(), String> {
        kernel::Inn::parse(&self.inn).map_err(|refusal| format!("inn: {refusal}"))?;
        kernel::Kpp::parse(&self.kpp).map_err(|refusal| format!("kpp: {refusal}"))?;
        let digits = [
            ("account", &self.account, ACCOUNT_DIGITS),
            ("bic", &self.bic, BIC_DIGITS),
            ("correspondent_account", &self.correspondent_account, ACCOUNT_DIGITS),
            ("status", &self.status, STATUS_DIGITS),
        ];
        for (field, text, count) in digits {
            if text.len() != count || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(format!("{field}: {text:?} is not {count} digits"));
            }
        }
        if [&self.name, &self.bank, &self.purpose].iter().any(|text| text.trim().is_empty()) {
            return Err("name, bank, purpose: empty".to_owned());
        }
        Ok(())
    }
}

impl Payee {
    pub(crate) fn from_row(row: Map<String, Value>, in_force: InForce) -> Result<Self, String> {
        let raw: Raw = typed(row)?;
        raw.check()?;
        Ok(Self {
            payee: named("payee", raw.payee)?,
            name: raw.name,
            inn: raw.inn,
            kpp: raw.kpp,
            account: raw.account,
            bic: raw.bic,
            bank: raw.bank,
            correspondent_account: raw.correspondent_account,
            tax: named("tax", raw.tax)?,
            status: raw.status,
            payer_kpp: raw.payer_kpp,
            purpose: raw.purpose,
            in_force,
        })
    }
}

/// Digits of an account at a Russian bank (the chart of accounts of the Bank of Russia).
const ACCOUNT_DIGITS: usize = 20;
/// Digits of a bank's code (БИК).
const BIC_DIGITS: usize = 9;
/// Digits of the payer's status.
const STATUS_DIGITS: usize = 2;

impl Row for Payee {
    const TABLE: &'static str = "payees";
    fn key(&self) -> String {
        self.payee.clone()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}
