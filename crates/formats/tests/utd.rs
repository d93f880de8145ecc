//! УПД: model → official windows-1251 file → model, accepted by the official schema; older versions are read.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::service::{PersonName, Requisites};
use formats::utd::*;
use formats::{FormatRefusal, check, detect, read, write};
use jiff::civil::date;
use kernel::Money;
use rust_decimal::Decimal;
use support::*;

fn party(participant: &formats::service::Participant) -> Party {
    let Requisites::Organization { name, inn, kpp } = participant.requisites.clone() else { unreachable!() };
    let address = RussianAddress {
        postal_code: Some("101000".into()),
        region_code: "77".into(),
        region_name: Some("Москва".into()),
        street: Some("Цветочная".into()),
        house: Some("1".into()),
        ..RussianAddress::default()
    };
    Party::new(
        Identity::Organization { name, inn: Some(inn), kpp: Some(kpp) },
        Some(Address::Russian(Box::new(address))),
    )
}

fn rows() -> Vec<Row> {
    let number = |text: &str| text.parse::<Decimal>().unwrap();
    let row = |n, name: &str, quantity: &str, price: &str, rate| {
        Row::priced(n, name, number(quantity), number(price), rate).unwrap()
    };
    let mut honey = row(3, "Мёд \"Разнотравье\" <0,5 кг> & крышка", "0.33333333333", "999.99", VatRate::percent(10));
    honey.kind = Some("1".into());
    honey.article = Some("М-05".into());
    honey.declarations = vec![(Some("643".into()), None)];
    honey.country_names = vec!["Россия".into()];
    honey.information = vec![("партия".into(), "7".into())];
    vec![
        row(1, "Ромашка сушёная", "3", "1000", VatRate::percent(22)),
        row(2, "Доставка", "1", "500.50", VatRate::without()),
        honey,
        row(4, "Образец", "1", "0.01", VatRate::percent(0)),
    ]
}

fn fields(rows: Vec<Row>) -> SellerTitleFields {
    let name = PersonName { surname: "Директор".into(), given_name: "Ромашки".into(), patronymic: None };
    SellerTitleFields {
        file_id: format!("ON_NSCHFDOPPR_{}_{}_20261122_{GUID}_0_0_0_0_0_00", vasilek().id, romashka().id),
        program: PROGRAM.into(),
        function: UtdFunction::SchfDop,
        formed_at: date(2026, 11, 22).at(9, 30, 0, 0),
        composed_by: Some("ООО «Ромашка»".into()),
        fact_name: Some("Документ об отгрузке товаров".into()),
        document_name: Some("Универсальный передаточный документ".into()),
        uid: None,
        number: "17/Ж".into(),
        date: date(2026, 11, 21),
        revision: Some(InvoiceRevision { number: Some(1), date: Some(date(2026, 11, 22)) }),
        sellers: vec![party(&romashka())],
        consignors: vec![Consignor::Seller],
        consignees: vec![party(&vasilek())],
        payments: vec![PaymentDocument {
            number: Some("5".into()),
            date: Some(date(2026, 11, 1)),
            sum: Some(Money::from_kopecks(100)),
        }],
        shipments: vec![DocumentReference::new("УПД", "17/Ж", date(2026, 11, 21))],
        buyers: vec![party(&vasilek())],
        currency: Currency::rouble(),
        state_contract_id: None,
        circumstance: None,
        information: vec![("номер заказа".into(), "42".into())],
        totals: Totals::of(&rows),
        rows,
        transfer: Some(Transfer {
            grounds: vec![DocumentReference::new("Договор", "3", date(2026, 1, 10))],
            by: Some(("Кладовщик".into(), name.clone())),
            ..Transfer::new("Товары переданы", date(2026, 11, 21))
        }),
        signers: vec![TitleSigner::new(name, "Генеральный директор")],
    }
}

fn buyer_fields(seller: &SellerTitleFields) -> BuyerTitleFields {
    BuyerTitleFields {
        file_id: format!("ON_NSCHFDOPPOK_{}_{}_20261123_{GUID}", romashka().id, vasilek().id),
        program: PROGRAM.into(),
        formed_at: date(2026, 11, 23).at(10, 0, 0, 0),
        composed_by: Some("ООО «Василёк»".into()),
        uid: None,
        seller_file: SellerFile {
            file_id: seller.file_id.clone(),
            formed_at: seller.formed_at,
            signatures: vec!["MIIBdGVzdA==".into(), "MIIC".into()],
        },
        document_name: "Универсальный передаточный документ".into(),
        function: seller.function,
        number: Some(seller.number.clone()),
        date: seller.date,
        operation_kind: None,
        acceptance: Acceptance {
            result: Some(AcceptanceResult::AcceptedWithDiscrepancies),
            discrepancies: Some(DocumentReference::new("Акт о расхождениях", "1", date(2026, 11, 23))),
            by: Some(("Приёмщик".into(), director())),
            ..Acceptance::accepted("Товары приняты", date(2026, 11, 23))
        },
        signers: vec![TitleSigner {
            powers: vec![TitlePower {
                number: GUID.into(),
                issued_on: date(2026, 2, 1),
                own_number: None,
                storage: "m4d.nalog.gov.ru".into(),
                storage_url: None,
            }],
            authority: Authority::from_digit(3),
            ..TitleSigner::new(director(), "Директор")
        }],
    }
}

#[test]
fn both_titles_go_there_and_back_and_the_official_schema_takes_them() {
    let seller = SellerTitle::compose(fields(rows())).unwrap();
    let mut service = fields(vec![rows().remove(1)]);
    service.function = UtdFunction::Dop;
    service.transfer = Some(Transfer::new("Услуги оказаны", date(2026, 11, 21)));
    let service = SellerTitle::compose(service).unwrap();
    let mut invoice = fields(rows());
    invoice.function = UtdFunction::Schf;
    (invoice.transfer, invoice.document_name) = (None, None);
    let invoice = SellerTitle::compose(invoice).unwrap();
    let buyer = BuyerTitle::compose(buyer_fields(seller.fields())).unwrap();

    for title in [&seller, &service, &invoice] {
        let bytes = title.to_bytes().unwrap();
        let again = SellerTitle::read(&bytes).unwrap();
        assert_eq!(again.fields(), title.fields());
        assert_eq!(again.to_bytes().unwrap(), bytes);
        assert_eq!(again.participants().unwrap(), (vasilek().id, romashka().id));
        assert_eq!(detect(&bytes).unwrap().official_name(), "ON_NSCHFDOPPR_1_997_01_05_03_05");
    }
    let bytes = buyer.to_bytes().unwrap();
    assert_eq!(BuyerTitle::read(&bytes).unwrap(), buyer);

    let Some(shared) = shared("both_titles_go_there_and_back_and_the_official_schema_takes_them") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut sellers = Vec::new();
    for (i, title) in [&seller, &service, &invoice].iter().enumerate() {
        sellers.push(folder.path().join(format!("seller{i}.xml")));
        std::fs::write(sellers.last().unwrap(), title.to_bytes().unwrap()).unwrap();
    }
    let buyer_file = folder.path().join("buyer.xml");
    std::fs::write(&buyer_file, bytes).unwrap();
    assert_eq!(xmllint(&shared.join("edo/ON_NSCHFDOPPR_1_997_01_05_03_05.xsd"), &sellers), [true; 3]);
    assert_eq!(xmllint(&shared.join("edo/ON_NSCHFDOPPOK_1_997_02_05_03_01.xsd"), &[buyer_file]), [true]);
}

#[test]
fn every_function_is_composed_from_the_few_facts_that_differ() {
    let functions = [UtdFunction::Schf, UtdFunction::Dop, UtdFunction::SchfDop];
    let mut sellers = Vec::new();
    let mut buyers = Vec::new();
    for function in functions {
        let title = NewSellerTitle {
            file_id: fields(rows()).file_id,
            program: PROGRAM.into(),
            function,
            formed_at: date(2026, 11, 22).at(9, 30, 0, 0),
            number: "18".into(),
            date: date(2026, 11, 22),
            seller: party(&romashka()),
            buyer: party(&vasilek()),
            rows: rows(),
            content: "Товары переданы".into(),
            signer: TitleSigner::new(director(), "Директор"),
        };
        let title = title.compose().unwrap();
        sellers.push(title.to_bytes().unwrap());
        if function.is_transfer() {
            let answer = NewBuyerTitle {
                file_id: format!("ON_NSCHFDOPPOK_{}_{}_20261123_{GUID}", romashka().id, vasilek().id),
                program: PROGRAM.into(),
                formed_at: date(2026, 11, 23).at(9, 30, 0, 0),
                seller_signatures: vec!["MIIBdGVzdA==".into()],
                acceptance: Acceptance::accepted("Товары приняты", date(2026, 11, 23)),
                signer: TitleSigner::new(director(), "Директор"),
            };
            buyers.push(BuyerTitle::compose(answer.answering(&title)).unwrap().to_bytes().unwrap());
        }
    }
    let Some(shared) = shared("every_function_is_composed_from_the_few_facts_that_differ") else { return };
    let folder = tempfile::tempdir().unwrap();
    for (schema, titles) in [("ON_NSCHFDOPPR_1_997_01_05_03_05", sellers), ("ON_NSCHFDOPPOK_1_997_02_05_03_01", buyers)]
    {
        for (i, bytes) in titles.iter().enumerate() {
            let file = folder.path().join(format!("{schema}-{i}.xml"));
            std::fs::write(&file, bytes).unwrap();
            assert_eq!(xmllint(&shared.join("edo").join(format!("{schema}.xsd")), &[file]), [true], "{schema} {i}");
        }
    }
}

#[test]
fn sums_are_counted_and_contradictions_refused() {
    let totals = Totals::of(&rows()).unwrap();
    let kopecks = Money::from_kopecks;
    assert_eq!(totals.net, Some(kopecks(300_000 + 50_050 + 33_333 + 1)));
    assert_eq!(totals.tax, Tax::Sum(kopecks(66_000 + 3_333)));
    assert_eq!(totals.gross, Some(kopecks(366_000 + 50_050 + 36_666 + 1)));
    assert_eq!(SellerTitle::compose(fields(rows())).unwrap().total(), totals.gross);

    let refused = |change: &dyn Fn(&mut SellerTitleFields)| {
        let mut wrong = fields(rows());
        change(&mut wrong);
        SellerTitle::compose(wrong).unwrap_err()
    };
    assert_eq!(refused(&|f| f.rows[0].gross = Some(kopecks(1))).code(), "formats.sum.contradiction");
    assert_eq!(refused(&|f| f.totals.as_mut().unwrap().gross = Some(kopecks(1))).code(), "formats.sum.contradiction");
    assert_eq!(refused(&|f| f.totals = None).code(), "formats.value.absent");
    assert_eq!(
        refused(&|f| f.rows[0].rate = VatRate::percent(21)).path(),
        Some("Файл/Документ/ТаблСчФакт/СведТов/@НалСт")
    );
    assert_eq!(refused(&|f| f.rows[2].marks = 1).code(), "formats.structure.broken");
    assert_eq!(refused(&|f| f.sellers.clear()).path(), Some("Файл/Документ/СвСчФакт/ГрузОт"));
    assert_eq!(refused(&|f| f.number = String::new()).path(), Some("Файл/Документ/СвСчФакт/@НомерДок"));
    assert_eq!(refused(&|f| f.signers.clear()).code(), "formats.structure.broken");
    assert_eq!(
        refused(&|f| f.rows[1].name = Some("Плата, ₽".into())),
        FormatRefusal::Character {
            path: "Файл/Документ/ТаблСчФакт/СведТов/@НаимТов".into(), code: 0x20BD
        }
    );
    let too_much = Row::priced(1, "Всё", Decimal::MAX, Decimal::MAX, VatRate::percent(22));
    assert_eq!(too_much.unwrap_err().code(), "formats.sum.contradiction");
}

#[test]
fn parts_unknown_to_the_model_survive() {
    let title = SellerTitle::compose(fields(rows())).unwrap();
    let text = encoding_rs::WINDOWS_1251.decode(&title.to_bytes().unwrap()).0.into_owned();
    let text = text
        .replace("ДопСведТов ПрТовРаб=\"1\"", "ДопСведТов ПрТовРаб=\"1\" СортТов=\"высший\" ГТИН=\"04600000000001\"");
    let bytes = encoding_rs::WINDOWS_1251.encode(&text).0.into_owned();
    assert!(text.contains("высший") && check(&bytes).is_clean(), "{:?}", check(&bytes));
    assert_eq!(SellerTitle::read(&bytes).unwrap().to_bytes().unwrap(), bytes);
}

/// The text without its first piece from `start` up to and with `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let from = text.find(start).unwrap();
    let inside = from + start.len();
    let to = inside + text[inside..].find(end).unwrap() + end.len();
    format!("{}{}", &text[..from], &text[to..])
}

#[test]
fn a_control_assertion_fires_on_the_document_that_breaks_it() {
    let title = SellerTitle::compose(fields(rows())).unwrap();
    let text = encoding_rs::WINDOWS_1251.decode(&title.to_bytes().unwrap()).0.into_owned();
    let row = "Файл/Документ/ТаблСчФакт/СведТов";
    let cases = [
        (without(&text, " НаимДокОпр=\"", "\""), "Файл/Документ/@НаимДокОпр".to_owned()),
        (without(&text, "<СвПродПер>", "</СвПродПер>"), "Файл/Документ/СвПродПер".to_owned()),
        (without(&text, "<ТаблСчФакт>", "</ТаблСчФакт>"), "Файл/Документ/ТаблСчФакт".to_owned()),
        (without(&text, "<Адрес>", "</Адрес>"), "Файл/Документ/СвСчФакт/СвПрод/Адрес".to_owned()),
        (without(&text, " НаимТов=\"Ромашка", "\""), format!("{row}/@НаимТов")),
        (without(&text, " НаимЕдИзм=\"", "\""), format!("{row}/@НаимЕдИзм")),
        (without(&text, " СтТовУчНал=\"", "\""), format!("{row}/@СтТовУчНал")),
        (without(&text, "<КрНаимСтрПр>", "</КрНаимСтрПр>"), format!("{row}[3]/ДопСведТов/КрНаимСтрПр")),
        (text.replace("СпосПодтПолном=\"1\"", "СпосПодтПолном=\"3\""), "Файл/Документ/Подписант/СвДоверЭл".to_owned()),
        (text.replace("СпосПодтПолном=\"1\"", "СпосПодтПолном=\"5\""), "Файл/Документ/Подписант/СвДоверБум".to_owned()),
        (text.replace("ЦенаТов=\"0.01\"", "ЦенаТов=\"0.00\""), format!("{row}[4]/@ЦенаТов")),
    ];
    for (broken, path) in cases {
        let found = check(&encoding_rs::WINDOWS_1251.encode(&broken).0);
        assert!(found.is_schema_valid() && !found.is_clean(), "{path}: {:?}", found.findings);
        let paths: Vec<&str> = found.findings.iter().map(|f| f.path.as_str()).collect();
        assert!(paths.contains(&path.as_str()), "{path} is not among {paths:?}");
        assert!(found.findings.iter().all(|f| f.code.starts_with("0400")));
    }
}

#[test]
fn every_sample_is_read_and_comes_back() {
    let Some(shared) = shared("every_sample_is_read_and_comes_back") else { return };
    let (mut titles, mut buyers) = (0, 0);
    for path in files(&shared.join("edo-samples"), "xml") {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(document) = read(&bytes) else {
            let tree = formats::read_tree(&bytes).unwrap();
            assert!(tree.name().starts_with("UniversalTransferDocument"), "{}", path.display());
            continue;
        };
        let written = write(&document).unwrap();
        let again = read(&written).unwrap();
        assert_eq!(again, document, "{}", path.display());
        assert_eq!(write(&again).unwrap(), written, "{}", path.display());
        assert_eq!(check(&written).is_schema_valid(), check(&bytes).is_schema_valid(), "{}", path.display());
        if document.format().prefix == "ON_NSCHFDOPPR" {
            let title = SellerTitle::from_document(document).unwrap();
            assert!(!title.fields().buyers.is_empty() && !title.fields().signers.is_empty(), "{}", path.display());
            title.participants().unwrap();
            titles += 1;
        } else if document.format().prefix == "ON_NSCHFDOPPOK" {
            BuyerTitle::from_document(document).unwrap();
            buyers += 1;
        }
    }
    eprintln!("{titles} seller's titles and {buyers} buyer's titles among the samples");
    assert!(titles >= 5);
}

#[test]
fn a_title_of_5_01_is_read_with_its_own_words() {
    let Some(shared) = shared("a_title_of_5_01_is_read_with_its_own_words") else { return };
    let sample = shared.join("edo-samples/masked_generate_utd820_05_01_02_hyphen_title0_resp.xml");
    let title = SellerTitle::read(&std::fs::read(sample).unwrap()).unwrap();
    let fields = title.fields();
    assert_eq!((fields.number.as_str(), fields.date), ("123", date(2019, 8, 1)));
    assert_eq!(fields.currency, Currency { code: "643".into(), name: Some("Российский рубль".into()), rate: None });
    assert_eq!(fields.circumstance.as_deref(), Some("4"));
    assert!(fields.rows[0].traceable && fields.rows[0].rate.is_without());
    assert_eq!(fields.rows[0].unit_name.as_deref(), Some("шт"));
    assert_eq!(fields.signers[0].authority, None);
    assert_eq!(fields.signers[0].basis.as_deref(), Some("Должностные обязанности"));
    assert_eq!(title.participants().unwrap().1, "2BM-participantId1");
}

#[test]
fn titles_of_every_version_and_revision_are_read() {
    let mut read_ = Vec::new();
    for document in skeleton::all() {
        let name = document.format().official_name();
        // The filler names no format, and the buyer's formats leave the function open.
        let text =
            encoding_rs::WINDOWS_1251.decode(&write(&document).unwrap()).0.replace("Функция=\"1\"", "Функция=\"ДОП\"");
        let text = text.replacen("ИдФайл=\"1\"", &format!("ИдФайл=\"{}_1_2_20261122_1\"", document.format().prefix), 1);
        let bytes = encoding_rs::WINDOWS_1251.encode(&text).0.into_owned();
        let people = match document.format().prefix.as_str() {
            "ON_NSCHFDOPPR" => SellerTitle::read(&bytes).map(|t| t.fields().sellers.len()),
            "ON_NSCHFDOPPOK" => BuyerTitle::read(&bytes).map(|t| t.fields().signers.len()),
            _ => continue,
        };
        assert_eq!(people, Ok(1), "{name}");
        read_.push(name);
    }
    assert_eq!(read_.len(), 11, "{read_:?}");
}
