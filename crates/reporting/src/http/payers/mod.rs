//! Payers.

pub(super) mod add;
pub(super) mod add_certificate;
pub(super) mod change;
pub(super) mod get;
pub(super) mod list;

use kernel::Kpp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::payer::{Payer, PayerFacts};

/// A payer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PayerView {
    /// Its id.
    pub id: String,
    /// ИНН.
    pub inn: String,
    /// КПП; entrepreneurs have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
    /// The rest.
    pub facts: PayerFacts,
}

impl From<Payer> for PayerView {
    fn from(payer: Payer) -> Self {
        Self {
            id: payer.id.to_string(),
            inn: payer.inn.as_str().to_owned(),
            kpp: payer.kpp.as_ref().map(Kpp::as_str).map(str::to_owned),
            facts: payer.facts,
        }
    }
}
