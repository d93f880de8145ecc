//! Titles from the few facts that differ from one to the next: everything else obligatory is filled in.

use super::UtdFunction;
use super::buyer::{Acceptance, BuyerTitleFields, SellerFile};
use super::party::Party;
use super::reference::DocumentReference;
use super::row::{Row, Totals};
use super::seller::{Consignor, Currency, SellerTitle, SellerTitleFields};
use super::signer::TitleSigner;
use super::transfer::Transfer;
use crate::FormatRefusal;
use jiff::civil::{Date, DateTime};

/// Name of the primary document when it is an invoice too.
const INVOICE_AND_TRANSFER: &str = "Счет-фактура и документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)";
/// Name of the fact of economic life.
const TRANSFER: &str =
    "Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)";

/// A seller's title in roubles between two parties, goods going from the seller to the buyer.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSellerTitle {
    /// `ИдФайл`; see [`crate::FileName`].
    pub file_id: String,
    pub program: String,
    pub function: UtdFunction,
    /// Local time of the seller.
    pub formed_at: DateTime,
    pub number: String,
    pub date: Date,
    /// Invoices want the addresses of both.
    pub seller: Party,
    pub buyer: Party,
    /// At least one for all but data of a report; see [`Row::priced`].
    pub rows: Vec<Row>,
    /// `Товары переданы`, `Услуги оказаны`; used when the function is a transfer.
    pub content: String,
    pub signer: TitleSigner,
}

impl NewSellerTitle {
    /// Every obligatory field of the title, open to further change before [`SellerTitle::compose`].
    pub fn fields(self) -> Result<SellerTitleFields, FormatRefusal> {
        let totals = Totals::of(&self.rows).ok_or(FormatRefusal::Sum {
            path: "Файл/Документ/ТаблСчФакт/ВсегоОпл".to_owned(),
            rule: "the sums of the rows do not fit",
        })?;
        let invoice = self.function.is_invoice();
        let document_name = match self.function {
            UtdFunction::Schf => None,
            UtdFunction::SchfDop => Some(INVOICE_AND_TRANSFER.to_owned()),
            _ => Some(TRANSFER.to_owned()),
        };
        let shipment = DocumentReference::new(TRANSFER, &self.number, self.date);
        Ok(SellerTitleFields {
            file_id: self.file_id,
            program: self.program,
            function: self.function,
            formed_at: self.formed_at,
            composed_by: None,
            fact_name: Some(TRANSFER.to_owned()),
            document_name,
            uid: None,
            number: self.number,
            date: self.date,
            revision: None,
            sellers: vec![self.seller],
            consignors: if invoice { vec![Consignor::Seller] } else { Vec::new() },
            consignees: if invoice { vec![self.buyer.clone()] } else { Vec::new() },
            payments: Vec::new(),
            shipments: if invoice { vec![shipment] } else { Vec::new() },
            buyers: vec![self.buyer],
            currency: Currency::rouble(),
            state_contract_id: None,
            circumstance: None,
            information: Vec::new(),
            totals: (!self.rows.is_empty()).then_some(totals),
            rows: self.rows,
            transfer: self.function.is_transfer().then(|| Transfer::new(&self.content, self.date)),
            signers: vec![self.signer],
        })
    }

    pub fn compose(self) -> Result<SellerTitle, FormatRefusal> {
        SellerTitle::compose(self.fields()?)
    }
}

/// A buyer's answer to a seller's title.
#[derive(Debug, Clone, PartialEq)]
pub struct NewBuyerTitle {
    pub file_id: String,
    pub program: String,
    /// Local time of the buyer.
    pub formed_at: DateTime,
    /// Base64 of the detached signatures under the seller's title.
    pub seller_signatures: Vec<String>,
    pub acceptance: Acceptance,
    pub signer: TitleSigner,
}

impl NewBuyerTitle {
    /// Every obligatory field of the title, taken from the answered one.
    pub fn answering(self, seller: &SellerTitle) -> BuyerTitleFields {
        let answered = seller.fields();
        BuyerTitleFields {
            file_id: self.file_id,
            program: self.program,
            formed_at: self.formed_at,
            composed_by: None,
            uid: answered.uid.clone(),
            seller_file: SellerFile {
                file_id: answered.file_id.clone(),
                formed_at: answered.formed_at,
                signatures: self.seller_signatures,
            },
            document_name: answered.document_name.clone().unwrap_or_else(|| TRANSFER.to_owned()),
            function: answered.function,
            number: Some(answered.number.clone()),
            date: answered.date,
            operation_kind: None,
            acceptance: self.acceptance,
            signers: vec![self.signer],
        }
    }
}
