//! An order as JSON, the same coming and going.

use kernel::CivilDate;
use payments::{BankText, OrderText, PartyText, TaxText};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A payment order as typed.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderBody {
    /// Up to six digits.
    number: String,
    #[schema(value_type = String, format = Date)]
    date: CivilDate,
    /// Roubles with kopecks: `1200.50`.
    sum: String,
    payer: PartyBody,
    payee: PartyBody,
    /// From 1 to 5.
    priority: u8,
    /// 20 or 25 digits; empty where there is none.
    #[serde(default)]
    uin: String,
    purpose: String,
    /// Only of a payment to the budget.
    #[serde(default)]
    tax: Option<TaxBody>,
}

/// Who pays or is paid.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PartyBody {
    name: String,
    #[serde(default)]
    inn: String,
    /// Empty where there is none.
    #[serde(default)]
    kpp: String,
    /// 20 digits.
    account: String,
    bank: BankBody,
}

/// A bank.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BankBody {
    /// 9 digits.
    bic: String,
    name: String,
    #[serde(default)]
    correspondent_account: String,
}

/// Fields 101, 104–109; empty where there is nothing.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TaxBody {
    status: String,
    budget_code: String,
    #[serde(default)]
    oktmo: String,
    #[serde(default)]
    basis: String,
    #[serde(default)]
    period: String,
    #[serde(default)]
    document_number: String,
    #[serde(default)]
    document_date: String,
}

/// Both ways, field by field: a field added on one side only does not compile.
macro_rules! both_ways {
    ($ours:ident, $theirs:ident { $($field:ident),+ }) => {
        impl From<$ours> for $theirs {
            fn from($ours { $($field),+ }: $ours) -> Self {
                Self { $($field: $field.into()),+ }
            }
        }
        impl From<$theirs> for $ours {
            fn from($theirs { $($field),+ }: $theirs) -> Self {
                Self { $($field: $field.into()),+ }
            }
        }
    };
}

both_ways!(PartyBody, PartyText { name, inn, kpp, account, bank });
both_ways!(BankBody, BankText { bic, name, correspondent_account });
both_ways!(TaxBody, TaxText { status, budget_code, oktmo, basis, period, document_number, document_date });

impl From<OrderBody> for OrderText {
    fn from(body: OrderBody) -> Self {
        let OrderBody { number, date, sum, payer, payee, priority, uin, purpose, tax } = body;
        let (payer, payee, tax) = (payer.into(), payee.into(), tax.map(TaxText::from));
        Self { number, date, sum, payer, payee, priority, uin, purpose, tax }
    }
}

impl From<OrderText> for OrderBody {
    fn from(text: OrderText) -> Self {
        let OrderText { number, date, sum, payer, payee, priority, uin, purpose, tax } = text;
        let (payer, payee, tax) = (payer.into(), payee.into(), tax.map(TaxBody::from));
        Self { number, date, sum, payer, payee, priority, uin, purpose, tax }
    }
}
