//! Titles of the tests' УПД, and papers of them.

use bytes::Bytes;
use formats::service::PersonName;
use formats::utd::{
    Acceptance, Address, BuyerTitle, Consignor, Currency, DocumentReference, Identity, NewBuyerTitle, Party, Row,
    RussianAddress, SellerTitle, SellerTitleFields, TitleSigner, Totals, Transfer, UtdFunction, VatRate,
};
use kernel::{CivilDate, Moment};
use paper::{DocumentPaper, File, Mark, OperatorMark, Paper, SignatureMark};

pub const GUID: &str = "0190a1b2-0000-7000-8000-00000000000a";
pub const DAY: CivilDate = CivilDate::constant(2026, 11, 28);

fn party(name: &str, inn: &str, kpp: &str) -> Party {
    let address = RussianAddress {
        postal_code: Some("101000".into()),
        region_code: "77".into(),
        region_name: Some("Москва".into()),
        street: Some("Цветочная ул.".into()),
        house: Some("д. 1".into()),
        ..RussianAddress::default()
    };
    let identity = Identity::Organization { name: name.into(), inn: Some(inn.into()), kpp: Some(kpp.into()) };
    Party::new(identity, Some(Address::Russian(Box::new(address))))
}

fn signer(surname: &str) -> TitleSigner {
    let name = PersonName {
        surname: surname.into(), given_name: "Анна".into(), patronymic: Some("Ивановна".into())
    };
    TitleSigner::new(name, "Генеральный директор")
}

pub fn row(number: u32, name: &str) -> Row {
    Row::priced(number, name, "3".parse().unwrap(), "1000.5".parse().unwrap(), VatRate::percent(22)).unwrap()
}

pub fn title(function: UtdFunction, rows: Vec<Row>) -> SellerTitle {
    let seller = party("ООО «Ромашка»", "7701000019", "770101001");
    let buyer = party("ООО «Василёк»", "7801000020", "780101001");
    let ids = "2XX-7801000020-780101001-1_2XX-7701000019-770101001-1";
    let invoice_only = function == UtdFunction::Schf;
    let transfer = Transfer {
        grounds: vec![DocumentReference::new("Договор", "12-П", DAY)],
        ..Transfer::new("Товары переданы", DAY)
    };
    let fields = SellerTitleFields {
        file_id: format!("ON_NSCHFDOPPR_{ids}_20261128_{GUID}_0_0_0_0_0_00"),
        program: "Svitok 0.1".into(),
        function,
        formed_at: DAY.at(9, 30, 0, 0),
        composed_by: Some("ООО «Ромашка», ИНН/КПП 7701000019/770101001".into()),
        fact_name: Some("Документ об отгрузке товаров".into()),
        document_name: (!invoice_only).then(|| "Товарная накладная".into()),
        uid: None,
        number: "17/Ж".into(),
        date: DAY,
        revision: None,
        sellers: vec![seller],
        consignors: vec![Consignor::Seller],
        consignees: vec![buyer.clone()],
        payments: Vec::new(),
        shipments: vec![DocumentReference::new("УПД", "17/Ж", DAY)],
        buyers: vec![buyer],
        currency: Currency::rouble(),
        state_contract_id: None,
        circumstance: None,
        information: Vec::new(),
        totals: Totals::of(&rows),
        rows,
        transfer: (!invoice_only).then_some(transfer),
        signers: vec![signer("Ромашкина")],
    };
    SellerTitle::compose(fields).unwrap()
}

pub fn answer(title: &SellerTitle) -> BuyerTitle {
    let answer = NewBuyerTitle {
        file_id: format!("ON_NSCHFDOPPOK_2XX-7701000019-770101001-1_2XX-7801000020-780101001-1_20261128_{GUID}"),
        program: "Svitok 0.1".into(),
        formed_at: DAY.at(18, 0, 0, 0),
        seller_signatures: vec!["MIIBdGVzdA==".into()],
        acceptance: Acceptance::accepted("Товары приняты полностью", DAY),
        signer: signer("Василькова"),
    };
    BuyerTitle::compose(answer.answering(title)).unwrap()
}

/// A file alone, without marks.
pub fn plain(bytes: Vec<u8>) -> DocumentPaper {
    DocumentPaper::unmarked(File { name: None, bytes: Bytes::from(bytes) })
}

/// A paper of a title with its answer and all marks.
pub fn marked(title: &SellerTitle) -> DocumentPaper {
    let at = |text: &str| Moment::parse_rfc3339(text).unwrap();
    let answer = answer(title).to_bytes().unwrap();
    DocumentPaper {
        answer: Some(File { name: Some("answer.xml".into()), bytes: Bytes::from(answer) }),
        signatures: ["Титул продавца", "Титул покупателя"]
            .map(|of| SignatureMark {
                of: of.into(),
                organization: "ООО «Ромашка», ИНН 7701000019".into(),
                person: Some("Ромашкина Анна Ивановна".into()),
                position: Some("Генеральный директор".into()),
                serial: "01d7c0ffee0123456789abcdef012345".into(),
                valid_from: Some(at("2026-11-01T00:00:00Z")),
                valid_until: Some(at("2027-11-01T00:00:00Z")),
                kind: "усиленная неквалифицированная; подпись верна".into(),
                signed_at: Some(at("2026-11-28T06:31:02Z")),
                posted_at: Some(at("2026-11-28T06:31:04Z")),
            })
            .to_vec(),
        operator: Some(OperatorMark {
            name: "Оператор «Свиток»".into(),
            code: "2XX".into(),
            marks: vec![Mark {
                what: "Титул продавца: дата отправки подтверждена".into(),
                at: at("2026-11-28T06:31:04Z"),
                file: Some("DP_PDOTPR_1.xml".into()),
            }],
        }),
        document_id: Some(GUID.into()),
        ..plain(title.to_bytes().unwrap())
    }
}

pub fn paper(document: DocumentPaper) -> Paper {
    Paper::Document(Box::new(document))
}
