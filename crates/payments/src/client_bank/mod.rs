//! Text files by which accounting programs and banks exchange orders and statements: 1CClientBankExchange 1.03.
//!
//! A line is `Key=value`. The head comes first, then sections of accounts and of documents. Read [`ClientBankFile`], then [`read()`]
//! (takes what banks really send) and [`write()`] (always the same octets for the same file), then [`of_orders()`].

mod compose;
mod read;
mod refusal;
mod write;

pub use compose::{Made, of_orders};
pub use read::read;
pub use refusal::BankFileRefusal;
pub use write::write;

use jiff::civil::Date;
use kernel::{Inn, Money};

/// Octets of a file: a year of a busy account is a tenth of it.
pub const FILE_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Sections of a file.
pub const SECTIONS_MAX: usize = 100_000;
/// Lines of the head or of one section; the format names under 80.
pub const FIELDS_MAX: usize = 1_000;

/// First line of every file.
const FIRST: &str = "1CClientBankExchange";
/// Last line of every file.
const LAST: &str = "КонецФайла";
const ACCOUNT: &str = "СекцияРасчСчет";
const ACCOUNT_END: &str = "КонецРасчСчет";
const DOCUMENT: &str = "СекцияДокумент";
const DOCUMENT_END: &str = "КонецДокумента";
/// Key of the head that names the encoding; [`write()`] sets it.
const ENCODING: &str = "Кодировка";

/// In which octets the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// windows-1251.
    Windows,
    /// Code page 866.
    Dos,
    /// Not of the format, but sent by banks.
    Utf8,
}

/// A file as it stands: every key in its order, unknown ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientBankFile {
    pub encoding: Encoding,
    pub head: Fields,
    pub accounts: Vec<Fields>,
    pub documents: Vec<BankDocument>,
}

/// Keys with values; a key may stand several times. A line without `=` is a key with an empty value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

/// A document of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankDocument {
    /// «Платежное поручение».
    pub kind: String,
    pub fields: Fields,
}

impl Fields {
    /// The first value of the key that is not empty.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.iter().find(|(found, value)| *found == key && !value.is_empty()).map(|(_, value)| value)
    }

    /// In their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// No line at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, key: &str, value: &str) {
        self.0.push((key.to_owned(), value.to_owned()));
    }
}

/// Which end of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Payer,
    Payee,
}

impl Side {
    fn word(self) -> &'static str {
        match self {
            Self::Payer => "Плательщик",
            Self::Payee => "Получатель",
        }
    }
}

impl BankDocument {
    /// The sum, when it is one; banks write a point or a comma.
    pub fn sum(&self) -> Option<Money> {
        Money::parse(&self.fields.get("Сумма")?.replace(',', ".")).ok()
    }

    /// The day of the bank's act: written off, else received, else of the document itself.
    pub fn day(&self) -> Option<Date> {
        ["ДатаСписано", "ДатаПоступило", "Дата"]
            .iter()
            .find_map(|key| Date::strptime("%d.%m.%Y", self.fields.get(key)?).ok())
    }

    /// The name, without a taxpayer number that some banks put before it.
    pub fn name(&self, side: Side) -> Option<&str> {
        let name = self.fields.get(&format!("{}1", side.word())).or_else(|| self.fields.get(side.word()))?;
        Some(split_inn(name).map_or(name, |(_, rest)| rest))
    }

    /// The taxpayer number: in its own field, else before the name (`ИНН 7701000019 ООО «Ромашка»`).
    pub fn inn(&self, side: Side) -> Option<Inn> {
        let own = self.fields.get(&format!("{}ИНН", side.word())).and_then(|text| Inn::parse(text.trim()).ok());
        own.or_else(|| split_inn(self.fields.get(side.word())?).map(|(inn, _)| inn))
    }

    /// The account of the party: at its own bank where that is said.
    pub fn account(&self, side: Side) -> Option<&str> {
        let word = side.word();
        self.fields.get(&format!("{word}РасчСчет")).or_else(|| self.fields.get(&format!("{word}Счет")))
    }
}

fn split_inn(name: &str) -> Option<(Inn, &str)> {
    let rest = name.trim_start().strip_prefix("ИНН")?.trim_start_matches([' ', ':']);
    let (number, rest) = rest.split_once([' ', ',']).unwrap_or((rest, ""));
    Inn::parse(number).ok().map(|inn| (inn, rest.trim_start()))
}
