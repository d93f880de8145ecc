//! A seller's title of the town: three rows at 22 %, so that sums and taxes are real.

use super::cast::Role;
use formats::service::PersonName;
use formats::utd::{Address, Identity, NewSellerTitle, Party, Row, RussianAddress, TitleSigner, UtdFunction, VatRate};
use formats::{FileName, FormatRefusal, TransferFlags};
use kernel::Moment;
use rust_decimal::Decimal;

/// Who sends to whom, by their participant identifiers.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// The seller and its participant id.
    pub seller: (&'a Role, &'a str),
    /// The buyer and its participant id.
    pub buyer: (&'a Role, &'a str),
}

/// A УПД 5.03 of the function, formed at the moment, with a unique part for its name; windows-1251.
pub fn seller_title(
    sides: Sides<'_>,
    function: UtdFunction,
    unique: &str,
    at: Moment,
) -> Result<Vec<u8>, FormatRefusal> {
    let number: String = unique.chars().take(8).collect();
    numbered_title(sides, function, (unique, &number), at)
}

/// The same under a number of its own.
pub fn numbered_title(
    sides: Sides<'_>,
    function: UtdFunction,
    (unique, number): (&str, &str),
    at: Moment,
) -> Result<Vec<u8>, FormatRefusal> {
    let formed_at = at.civil_datetime_msk();
    let file_id = FileName {
        prefix: "ON_NSCHFDOPPR".to_owned(),
        recipient: sides.buyer.1.to_owned(),
        sender: sides.seller.1.to_owned(),
        formed_on: formed_at.date(),
        unique: unique.to_owned(),
        flags: Some(TransferFlags::default()),
    };
    let title = NewSellerTitle {
        file_id: file_id.to_string(),
        program: concat!("Svitok ", env!("CARGO_PKG_VERSION")).to_owned(),
        function,
        formed_at,
        number: number.to_owned(),
        date: formed_at.date(),
        seller: party(sides.seller.0),
        buyer: party(sides.buyer.0),
        rows: rows()?,
        content: "Товары переданы".to_owned(),
        signer: TitleSigner::new(director(sides.seller.0), "Директор"),
    };
    title.compose()?.to_bytes()
}

/// The name of a director as the formats want it.
#[must_use]
fn director(role: &Role) -> PersonName {
    let [surname, given_name, patronymic] = role.director.clone();
    PersonName { surname, given_name, patronymic: Some(patronymic) }
}

fn party(role: &Role) -> Party {
    let identity =
        Identity::Organization { name: role.name.clone(), inn: Some(role.inn.clone()), kpp: role.kpp.clone() };
    let address = RussianAddress {
        postal_code: Some("190000".to_owned()),
        region_code: "78".to_owned(),
        region_name: Some("Санкт-Петербург".to_owned()),
        street: Some("Цветочная ул.".to_owned()),
        house: Some("1".to_owned()),
        ..RussianAddress::default()
    };
    Party::new(identity, Some(Address::Russian(Box::new(address))))
}

fn rows() -> Result<Vec<Row>, FormatRefusal> {
    let row = |number, name: &str, quantity: i64, kopecks: i64| {
        Row::priced(number, name, Decimal::new(quantity, 0), Decimal::new(kopecks, 2), VatRate::percent(22))
    };
    Ok(vec![
        row(1, "Лейка садовая", 10, 45_000)?,
        row(2, "Грунт цветочный, мешок 10 л", 120, 18_990)?,
        row(3, "Горшок керамический", 48, 31_250)?,
    ])
}
