//! The seller's title (КНД 1115131).

use super::UtdFunction;
use super::party::Party;
use super::reference::{DocumentReference, date_or_dash};
use super::row::{Row, Totals, pairs};
use super::signer::TitleSigner;
use super::transfer::Transfer;
use crate::FormatRefusal;
use crate::file_name::FileName;
use crate::place::Place;
use crate::tree::Document;
use jiff::civil::{Date, DateTime};
use kernel::Money;
use rust_decimal::Decimal;

/// A seller's title: the document as it was read or composed, and what the model understands of it.
///
/// Writing writes the document, so parts unknown to the model are never lost.
#[derive(Debug, Clone, PartialEq)]
pub struct SellerTitle {
    document: Document,
    fields: SellerTitleFields,
}

/// What the model understands of a seller's title.
#[derive(Debug, Clone, PartialEq)]
pub struct SellerTitleFields {
    /// `ИдФайл`: the file's name without extension.
    pub file_id: String,
    /// Program and version, up to 40 characters.
    pub program: String,
    pub function: UtdFunction,
    /// When the file was formed, local time of the seller.
    pub formed_at: DateTime,
    /// Who composed the file (`НаимЭконСубСост`).
    pub composed_by: Option<String>,
    /// `ПоФактХЖ`.
    pub fact_name: Option<String>,
    /// `НаимДокОпр`; obligatory unless the function is СЧФ.
    pub document_name: Option<String>,
    pub uid: Option<String>,
    pub number: String,
    pub date: Date,
    pub revision: Option<InvoiceRevision>,
    pub sellers: Vec<Party>,
    pub consignors: Vec<Consignor>,
    pub consignees: Vec<Party>,
    pub payments: Vec<PaymentDocument>,
    /// Documents of shipment (line 5а).
    pub shipments: Vec<DocumentReference>,
    pub buyers: Vec<Party>,
    pub currency: Currency,
    /// Identifier of a state contract (line 8).
    pub state_contract_id: Option<String>,
    /// `СпОбстФСЧФ` (`ОбстФормСЧФ` in 5.01): special circumstances of an invoice.
    pub circumstance: Option<String>,
    /// Agreed pairs of name and value about the document.
    pub information: Vec<(String, String)>,
    pub rows: Vec<Row>,
    pub totals: Option<Totals>,
    pub transfer: Option<Transfer>,
    pub signers: Vec<TitleSigner>,
}

/// Line 1а: which correction of the same document this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceRevision {
    pub number: Option<u32>,
    pub date: Option<Date>,
}

/// Line 3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consignor {
    /// `он же`: the seller.
    Seller,
    Party(Box<Party>),
}

/// Line 5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentDocument {
    pub number: Option<String>,
    pub date: Option<Date>,
    pub sum: Option<Money>,
}

/// Line 7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// Digits of the currency classifier: `643`.
    pub code: String,
    pub name: Option<String>,
    pub rate: Option<Decimal>,
}

impl Currency {
    pub fn rouble() -> Self {
        Self { code: "643".to_owned(), name: Some("Российский рубль".to_owned()), rate: None }
    }
}

pub(super) const PREFIX: &str = "ON_NSCHFDOPPR";

impl SellerTitle {
    /// Reads a title of 5.01, 5.02 or 5.03 from bytes. The structure is not checked: see [`crate::check`].
    pub fn read(bytes: &[u8]) -> Result<Self, FormatRefusal> {
        Self::from_document(crate::read(bytes)?)
    }

    pub fn from_document(document: Document) -> Result<Self, FormatRefusal> {
        if document.format().prefix != PREFIX {
            return Err(FormatRefusal::OtherFormat { found: document.format().official_name(), expected: PREFIX });
        }
        let fields = SellerTitleFields::read(&Place::root(document.root()))?;
        Ok(Self { document, fields })
    }

    /// Composes a title of 5.03. Refuses sums that contradict each other and all that the official schema refuses.
    pub fn compose(fields: SellerTitleFields) -> Result<Self, FormatRefusal> {
        let document = super::seller_write::document(&fields)?;
        crate::write_checked(&document)?;
        Ok(Self { document, fields })
    }

    pub fn fields(&self) -> &SellerTitleFields {
        &self.fields
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The official windows-1251 form.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FormatRefusal> {
        crate::write(&self.document)
    }

    /// Participant ids of recipient and sender: from the tree in 5.01, from the file's name since 5.02.
    pub fn participants(&self) -> Result<(String, String), FormatRefusal> {
        super::participants(&self.document)
    }

    /// Value with tax, as the line «Всего к оплате» gives it.
    pub fn total(&self) -> Option<Money> {
        self.fields.totals.as_ref().and_then(|t| t.gross)
    }
}

/// Recipient and sender.
pub(super) fn participants(document: &Document) -> Result<(String, String), FormatRefusal> {
    let file = Place::root(document.root());
    if let Some(parties) = file.find("СвУчДокОбор") {
        return Ok((parties.own("ИдПол")?, parties.own("ИдОтпр")?));
    }
    let name = FileName::parse(file.need("ИдФайл")?)?;
    Ok((name.recipient, name.sender))
}

impl SellerTitleFields {
    fn read(file: &Place<'_>) -> Result<Self, FormatRefusal> {
        let document = file.child("Документ")?;
        let invoice = document.child("СвСчФакт")?;
        let more = invoice.find("ДопСвФХЖ1");
        let of_more = |name: &str| more.as_ref().and_then(|m| m.some(name));
        let table = document.find("ТаблСчФакт");
        let older = invoice.get("НомерСчФ").is_some();
        let all_parties = |tag: &str| invoice.all(tag).iter().map(Party::read).collect::<Result<Vec<_>, _>>();
        let shipments = invoice.all(if older { "ДокПодтвОтгр" } else { "ДокПодтвОтгрНом" });
        let rows = table.as_ref().map(|t| t.all("СведТов")).unwrap_or_default();
        let totals = table.as_ref().and_then(|t| t.find("ВсегоОпл"));
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            function: UtdFunction::read(&document)?,
            formed_at: document.moment("ДатаИнфПр", "ВремИнфПр")?,
            composed_by: document.some("НаимЭконСубСост"),
            fact_name: document.some("ПоФактХЖ"),
            document_name: document.some("НаимДокОпр"),
            uid: document.some("УИД"),
            number: invoice.own(if older { "НомерСчФ" } else { "НомерДок" })?,
            date: invoice.date(if older { "ДатаСчФ" } else { "ДатаДок" })?,
            revision: InvoiceRevision::find(&invoice),
            sellers: all_parties("СвПрод")?,
            consignors: invoice.all("ГрузОт").iter().map(Consignor::read).collect::<Result<_, _>>()?,
            consignees: all_parties("ГрузПолуч")?,
            payments: invoice.all("СвПРД").iter().map(PaymentDocument::read).collect::<Result<_, _>>()?,
            shipments: shipments.iter().map(DocumentReference::read).collect::<Result<_, _>>()?,
            buyers: all_parties("СвПокуп")?,
            currency: Currency::read(&invoice)?,
            state_contract_id: of_more("ИдГосКон"),
            circumstance: of_more("СпОбстФСЧФ").or_else(|| of_more("ОбстФормСЧФ")),
            information: invoice.find("ИнфПолФХЖ1").map(|p| pairs(&p, "ТекстИнф")).unwrap_or_default(),
            rows: rows.iter().map(Row::read).collect::<Result<_, _>>()?,
            totals: totals.map(|t| Totals::read(&t)).transpose()?,
            transfer: document.find_at(&["СвПродПер", "СвПер"]).map(|p| Transfer::read(&p)).transpose()?,
            signers: document.all("Подписант").iter().map(TitleSigner::read).collect::<Result<_, _>>()?,
        })
    }
}

impl InvoiceRevision {
    fn find(invoice: &Place<'_>) -> Option<Self> {
        if let Some(place) = invoice.find("ИспрДок") {
            return Some(Self {
                number: place.count("НомИспр").ok(), date: date_or_dash(&place, "ДатаИспр")
            });
        }
        let place = invoice.find("ИспрСчФ")?;
        Some(Self {
            number: place.count("НомИспрСчФ").ok(), date: date_or_dash(&place, "ДатаИспрСчФ")
        })
    }
}

impl Consignor {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        match place.find("ОнЖе") {
            Some(_) => Ok(Self::Seller),
            None => Party::read(&place.child("ГрузОтпр")?).map(|p| Self::Party(Box::new(p))),
        }
    }
}

impl PaymentDocument {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            number: place.some("НомерПРД"), date: place.date_if("ДатаПРД")?, sum: place.money_if("СуммаПРД")?
        })
    }
}

impl Currency {
    fn read(invoice: &Place<'_>) -> Result<Self, FormatRefusal> {
        // 5.01 writes the code at the invoice and the name and rate among the additional facts.
        if let Some(code) = invoice.some("КодОКВ") {
            let more = invoice.find("ДопСвФХЖ1");
            let rate = more.as_ref().map(|m| m.decimal_if("КурсВал")).transpose()?.flatten();
            return Ok(Self { code, name: more.and_then(|m| m.some("НаимОКВ")), rate });
        }
        let place = invoice.child("ДенИзм")?;
        Ok(Self {
            code: place.own("КодОКВ")?, name: place.some("НаимОКВ"), rate: place.decimal_if("КурсВал")?
        })
    }
}
