//! Universal transfer document (УПД): both titles as typed models over their trees.
//!
//! Read: 5.01 (order ММВ-7-15/820@), 5.02 and 5.03 (order ЕД-7-26/970@). Composed: 5.03 only.
//! Start with [`SellerTitle`]; what an older version does not have is `None`, what the model does not know stays in the tree.

mod buyer;
mod compose;
mod party;
mod rate;
mod reference;
mod row;
mod seller;
mod seller_write;
mod signer;
mod transfer;

pub use buyer::{Acceptance, AcceptanceResult, BuyerTitle, BuyerTitleFields, SellerFile};
pub use compose::{NewBuyerTitle, NewSellerTitle};
pub use party::{Address, BankAccount, Identity, Party, RussianAddress};
pub use rate::VatRate;
pub use reference::DocumentReference;
pub use row::{Excise, Row, Tax, Totals};
pub use seller::{Consignor, Currency, InvoiceRevision, PaymentDocument, SellerTitle, SellerTitleFields};
pub use signer::{Authority, TitlePower, TitleSigner};
pub use transfer::Transfer;

use seller::participants;

use crate::FormatRefusal;
use crate::place::Place;

/// What a transfer document does (`Функция`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UtdFunction {
    /// СЧФ: an invoice only.
    Schf,
    /// ДОП: a document of transfer only.
    Dop,
    /// СЧФДОП: both.
    SchfDop,
    /// СвРК: data of invoices in a commission agent's report.
    SvRk,
    /// СвЗК: data of invoices in an order of a customer's agent.
    SvZk,
}

impl UtdFunction {
    /// As the format writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Schf => "СЧФ",
            Self::Dop => "ДОП",
            Self::SchfDop => "СЧФДОП",
            Self::SvRk => "СвРК",
            Self::SvZk => "СвЗК",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Schf, Self::Dop, Self::SchfDop, Self::SvRk, Self::SvZk].into_iter().find(|f| f.as_str() == text)
    }

    /// Transfers something, so that the buyer may answer with a title.
    pub fn is_transfer(self) -> bool {
        matches!(self, Self::Dop | Self::SchfDop)
    }

    /// Serves as an invoice for VAT.
    pub fn is_invoice(self) -> bool {
        matches!(self, Self::Schf | Self::SchfDop)
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Self::parse(place.need("Функция")?).ok_or_else(|| place.wrong("Функция", "one of СЧФ, СЧФДОП, ДОП, СвРК, СвЗК"))
    }
}
