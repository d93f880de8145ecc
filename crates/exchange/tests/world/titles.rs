//! Seller's titles of the stories.

use formats::service::PersonName;
use formats::utd::{
    Address, Consignor, Currency, DocumentReference, Identity, Party, Row, RussianAddress, SellerTitle,
    SellerTitleFields, TitleSigner, Totals, Transfer, UtdFunction, VatRate,
};
use kernel::Moment;

use super::Company;

fn party(company: &Company) -> Party {
    let address = RussianAddress {
        postal_code: Some("101000".into()),
        region_code: "77".into(),
        region_name: Some("Москва".into()),
        street: Some("Цветочная".into()),
        house: Some("1".into()),
        ..RussianAddress::default()
    };
    let identity = Identity::Organization {
        name: company.name.into(),
        inn: Some(company.inn.clone()),
        kpp: Some(company.kpp.clone()),
    };
    Party::new(identity, Some(Address::Russian(Box::new(address))))
}

pub fn fields(from: &Company, to: &Company, function: UtdFunction, at: Moment) -> SellerTitleFields {
    let date = at.civil_date_msk();
    let name = PersonName { surname: "Директор".into(), given_name: "Ромашки".into(), patronymic: None };
    let quantity = "3".parse().unwrap();
    let price = "1000".parse().unwrap();
    let rows = vec![Row::priced(1, "Ромашка сушёная", quantity, price, VatRate::percent(22)).unwrap()];
    let invoice_only = function == UtdFunction::Schf;
    SellerTitleFields {
        file_id: format!(
            "ON_NSCHFDOPPR_{}_{}_{}_0190a1b2-0000-7000-8000-00000000000a_0_0_0_0_0_00",
            to.participant_id,
            from.participant_id,
            date.strftime("%Y%m%d")
        ),
        program: "Svitok 0.1".into(),
        function,
        formed_at: at.civil_datetime_msk(),
        composed_by: Some(from.name.into()),
        fact_name: Some("Документ об отгрузке товаров".into()),
        document_name: (!invoice_only).then(|| "Универсальный передаточный документ".into()),
        uid: None,
        number: "17/Ж".into(),
        date,
        revision: None,
        sellers: vec![party(from)],
        consignors: vec![Consignor::Seller],
        consignees: vec![party(to)],
        payments: Vec::new(),
        shipments: vec![DocumentReference::new("УПД", "17/Ж", date)],
        buyers: vec![party(to)],
        currency: Currency::rouble(),
        state_contract_id: None,
        circumstance: None,
        information: Vec::new(),
        totals: Totals::of(&rows),
        rows,
        transfer: (!invoice_only).then(|| Transfer::new("Товары переданы", date)),
        signers: vec![TitleSigner::new(name, "Генеральный директор")],
    }
}

pub fn seller(from: &Company, to: &Company, function: UtdFunction, at: Moment) -> Vec<u8> {
    SellerTitle::compose(fields(from, to, function, at)).unwrap().to_bytes().unwrap()
}
