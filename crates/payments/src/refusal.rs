//! Why no order can be made of what was given.

use kernel::{Refusal, RefusalKind};
use rules::NoRow;
use thiserror::Error;

/// A rule that one field broke.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: {rule}")]
pub struct PaymentRefusal {
    /// As the input names it: `payer.bank.bic`.
    pub field: String,
    pub rule: Rule,
}

/// Rules of an order's fields.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Rule {
    #[error("must be filled")]
    Required,
    #[error("at most {chars_max} characters")]
    TooLong {
        /// Characters.
        chars_max: usize,
    },
    #[error("line ends and other control characters may not stand here")]
    Characters,
    #[error("a number of up to six digits, not zero")]
    Number,
    #[error("a sum of roubles and kopecks above zero")]
    Sum,
    #[error("a taxpayer number with right check digits")]
    Inn,
    #[error("nine characters of a КПП, or 0 where it has none")]
    Kpp,
    #[error("nine digits of a bank's code")]
    Bic,
    #[error("twenty digits of an account")]
    Account,
    #[error("the account is not of this bank: the check digit does not agree")]
    AccountKey,
    #[error("from 1 to 5")]
    Priority,
    #[error("0, or 20 or 25 digits")]
    Uin,
    #[error("two digits of the payer's status")]
    Status,
    #[error("20 digits of a budget code, not only zeros")]
    BudgetCode,
    #[error("8 or 11 digits of a municipality's code, or 0")]
    Oktmo,
    #[error("two characters of a basis, or 0")]
    Basis,
    #[error("a period like МС.01.2026, КВ.01.2026, ПЛ.01.2026, ГД.00.2026, a day DD.MM.YYYY, or 0")]
    Period,
    #[error("a day DD.MM.YYYY, or 0")]
    DocumentDate,
    /// The law of that day is not loaded.
    #[error(transparent)]
    Law(#[from] NoRow),
}

impl PaymentRefusal {
    /// The same of an order that stands below a field of a larger input.
    #[must_use]
    pub fn below(self, field: &str) -> Self {
        Self { field: format!("{field}.{}", self.field), rule: self.rule }
    }

    pub(crate) fn new(field: &str, rule: Rule) -> Self {
        Self { field: field.to_owned(), rule }
    }
}

impl Refusal for PaymentRefusal {
    fn code(&self) -> &'static str {
        match &self.rule {
            Rule::Required => "payments.order.required",
            Rule::TooLong { .. } => "payments.order.too-long",
            Rule::Characters => "payments.order.characters",
            Rule::Number => "payments.order.number",
            Rule::Sum => "payments.order.sum",
            Rule::Inn => "payments.order.inn",
            Rule::Kpp => "payments.order.kpp",
            Rule::Bic => "payments.order.bic",
            Rule::Account => "payments.order.account",
            Rule::AccountKey => "payments.order.account-key",
            Rule::Priority => "payments.order.priority",
            Rule::Uin => "payments.order.uin",
            Rule::Status => "payments.order.status",
            Rule::BudgetCode => "payments.order.budget-code",
            Rule::Oktmo => "payments.order.oktmo",
            Rule::Basis => "payments.order.basis",
            Rule::Period => "payments.order.period",
            Rule::DocumentDate => "payments.order.document-date",
            Rule::Law(no_row) => no_row.code(),
        }
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn field(&self) -> Option<String> {
        Some(self.field.clone())
    }

    fn accepted(&self) -> Option<String> {
        Some(self.rule.to_string())
    }

    fn figures(&self) -> Vec<(&'static str, String)> {
        match &self.rule {
            Rule::TooLong { chars_max } => vec![("chars", chars_max.to_string())],
            _ => Vec::new(),
        }
    }
}
