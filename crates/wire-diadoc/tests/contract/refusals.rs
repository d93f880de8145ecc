//! What is refused, and how it is named.

use crate::support::*;
use kernel::Refusal;
use wire_diadoc::contract::context::AnsweredTitle;
use wire_diadoc::contract::{Context, ContractRefusal, generate, parse, parse_with_losses};

fn refused(text: &str) -> (&'static str, String) {
    let fixture = seller_of("utd970_05_03_01");
    let refusal = generate(text.as_bytes(), &fixture.ask, &context()).unwrap_err();
    (refusal.code(), refusal.path().unwrap_or_default().to_owned())
}

/// A change of the rich contract, the code of the refusal, the place it names.
const CHANGES: &[(&str, &str, &str, &str)] = &[
    ("Function=\"СЧФДОП\"", "Function=\"ДОП\"", "contradiction", "UniversalTransferDocument/@Function"),
    ("Function=\"СЧФДОП\"", "Function=\"УПД\"", "value", "UniversalTransferDocument/@Function"),
    ("Function=\"СЧФДОП\"", "", "missing-field", "UniversalTransferDocument/@Function"),
    ("DocumentDate=\"20.11.2026\"", "DocumentDate=\"31.11.2026\"", "value", "UniversalTransferDocument/@DocumentDate"),
    ("Uid=", "Uuid=", "unknown-field", "UniversalTransferDocument/@Uuid"),
    ("<TransferInfo ", "<TransferInfos/><TransferInfo ", "unknown-field", "UniversalTransferDocument/TransferInfos[1]"),
    (
        "Region=\"77\"",
        "Region=\"88\"",
        "code-unknown",
        "UniversalTransferDocument/Sellers/Seller[1]/OrganizationDetails/Address/RussianAddress",
    ),
    (
        "PersonStatusId=\"1\"",
        "PersonStatusId=\"1\" Kpp=\"770101001\"",
        "not-carried",
        "UniversalTransferDocument/Consignees/Consignee[1]/OrganizationDetails/@Kpp",
    ),
    (
        "PersonStatusId=\"1\"",
        "PersonStatusId=\"1\" FnsParticipantId=\"2XX-9\"",
        "not-carried",
        "UniversalTransferDocument/Consignees/Consignee/OrganizationDetails/@FnsParticipantId",
    ),
    (
        "Kpp=\"780101001\"",
        "Kpp=\"780101001\" FnsParticipantId=\"2XX-9\"",
        "contradiction",
        "UniversalTransferDocument/Buyers/Buyer/OrganizationDetails/@FnsParticipantId",
    ),
    (
        "SignatureType=\"1\" SigningDate",
        "SignerStatus=\"1\" SigningDate",
        "not-carried",
        "UniversalTransferDocument/Signers/Signer[1]/@SignerStatus",
    ),
    ("TaxRate=\"NoVat\"", "TaxRate=\"без НДС\"", "value", "UniversalTransferDocument/Table/Item[2]/@TaxRate"),
    (
        "Unit=\"796\" Quantity=\"10\" PriceWithVatExcluded",
        "Unit=\"001\" Quantity=\"10\" PriceWithVatExcluded",
        "code-unknown",
        "UniversalTransferDocument/Table/Item[1]/ItemTracingInfos/ItemTracingInfo[1]",
    ),
    ("Currency=\"643\"", "Currency=\"001\"", "code-unknown", "UniversalTransferDocument"),
    (
        "<IncludeIdentificationNumbers>1<",
        "<IncludeIdentificationNumbers>7<",
        "value",
        "UniversalTransferDocument/MetaData/IncludeIdentificationNumbers",
    ),
    ("<Address Gln", "<Address/><Address Gln", "missing-field", ""),
    (
        "SenderFnsParticipantId=\"2XX-1\"",
        "SenderFnsParticipantId=\"2XX/../1\"",
        "value",
        "UniversalTransferDocument/@SenderFnsParticipantId",
    ),
    ("<Seller>", "<Seller>текст", "occurrence", "UniversalTransferDocument/Sellers/Seller[1]"),
    ("UniversalTransferDocument ", "UniversalTransferDocumentWithHyphens ", "not-xml", ""),
];

#[test]
fn a_refusal_names_the_place_and_the_rule() {
    let text = seller_of("utd970_05_03_01").text;
    for (from, to, code, path) in CHANGES {
        assert!(text.contains(from), "{from}");
        let (found, place) = refused(&text.replacen(from, to, 1));
        assert_eq!(found, format!("wire-diadoc.contract.{code}"), "{to}: {place}");
        assert!(path.is_empty() || place == *path, "{to}: {place}");
    }
}

#[test]
fn a_character_windows_1251_lacks_is_refused() {
    let text = seller_of("utd970_05_03_01").text.replace("Букет полевой", "Букет ①");
    assert_eq!(refused(&text).0, "wire-diadoc.contract.not-written");
}

#[test]
fn validation_is_left_out_only_when_asked() {
    let mut fixture = seller_of("utd970_05_03_01");
    fixture.text = fixture.text.replace("OperationInfo=\"Товары переданы\" ", "").replace("Inn=\"7701000019\" ", "");
    assert!(generate(fixture.text.as_bytes(), &fixture.ask, &context()).is_err());
    fixture.ask.disable_validation = true;
    let title = generate(fixture.text.as_bytes(), &fixture.ask, &context()).unwrap();
    assert!(!formats::check(&title.bytes).findings.is_empty());
    fixture.text = fixture.text.replace("Uid=", "Uuid=");
    let refused = generate(fixture.text.as_bytes(), &fixture.ask, &context());
    assert!(matches!(refused, Err(ContractRefusal::Unknown { .. })), "names are never left unchecked");
}

#[test]
fn a_revision_needs_its_number() {
    let mut fixture = seller_of("utd970_05_03_01");
    fixture.ask.named_id = "UniversalTransferDocumentRevision".to_owned();
    assert!(generate(fixture.text.as_bytes(), &fixture.ask, &context()).is_ok());
    fixture.text = fixture.text.replace("RevisionDate=\"20.11.2026\" RevisionNumber=\"1\" ", "");
    let refused = generate(fixture.text.as_bytes(), &fixture.ask, &context());
    assert!(matches!(refused, Err(ContractRefusal::Missing { .. })), "{refused:?}");
}

#[test]
fn participants_must_be_named_somewhere() {
    let mut fixture = seller_of("utd970_05_03_01");
    fixture.text = fixture.text.replace("SenderFnsParticipantId=\"2XX-1\" ", "");
    assert!(generate(fixture.text.as_bytes(), &fixture.ask, &context()).is_ok());
    let refused = generate(fixture.text.as_bytes(), &fixture.ask, &Context { sender_id: None, ..context() });
    assert!(matches!(refused, Err(ContractRefusal::Missing { .. })), "{refused:?}");
}

#[test]
fn a_buyer_title_needs_the_title_it_answers() {
    let fixture = fixtures().into_iter().find(|f| f.ask.title_index == 1).unwrap();
    let refused = generate(fixture.text.as_bytes(), &fixture.ask, &context());
    assert!(matches!(refused, Err(ContractRefusal::NotResolved { .. })), "{refused:?}");
    let seller = titled(&seller_of(&fixture.ask.version));
    let signatures = ["MIIBdGVzdA==".to_owned()];
    let of = |bytes: &[u8], function: &str| {
        let answered = AnsweredTitle { bytes, signatures: &signatures };
        let context = Context { seller_title: Some(answered), sender_id: None, recipient_id: None, ..context() };
        generate(fixture.text.as_bytes(), &ask(function, &fixture.ask.version, 1), &context)
    };
    assert!(of(&seller.bytes, "СЧФДОП").is_ok());
    let refused = of(&seller.bytes, "ДОП");
    assert!(matches!(refused, Err(ContractRefusal::Contradiction { .. })), "{refused:?}");
    let other = titled(&seller_of("utd970_05_02_01"));
    let refused = of(&other.bytes, "СЧФДОП");
    assert!(matches!(refused, Err(ContractRefusal::Contradiction { .. })), "{refused:?}");
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&seller.bytes);
    let hostile = text.replacen("windows-1251", "UTF-8", 1).replacen("_2XX-1_", "_2XX/../1_", 1);
    let refused = of(hostile.as_bytes(), "СЧФДОП");
    assert!(matches!(refused, Err(ContractRefusal::Value { .. })), "{refused:?}");
}

#[test]
fn another_version_function_or_title_is_refused() {
    let fixture = seller_of("utd970_05_03_01");
    let title = titled(&fixture);
    for (function, version, index) in [("СЧФДОП", "utd970_05_02_01", 0), ("СЧФДОП", "utd970_05_03_01", 1)] {
        let refused = parse(&title.bytes, &ask(function, version, index));
        assert!(matches!(refused, Err(ContractRefusal::OtherRoot { .. })), "{refused:?}");
    }
    let refused = parse(&title.bytes, &ask("ДОП", "utd970_05_03_01", 0));
    assert!(matches!(refused, Err(ContractRefusal::Contradiction { .. })), "{refused:?}");
    let refused = parse(&title.bytes, &ask("СЧФДОП", "utd551_05_01_02", 0));
    assert!(matches!(refused, Err(ContractRefusal::VersionUnknown)), "{refused:?}");
}

#[test]
fn what_a_contract_cannot_say_is_told() {
    let fixture = seller_of("utd970_05_03_01");
    let title = titled(&fixture);
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&title.bytes);
    let changed = text
        .replacen("windows-1251", "UTF-8", 1)
        .replacen("НаимРегион=\"Москва\"", "НаимРегион=\"г. Москва\"", 1)
        .replacen("Имя=\"Пётр\"", "Имя=\"Пётр Алексей\"", 1)
        .replacen("_00\"", "_07\"", 1);
    let lost = parse_with_losses(changed.as_bytes(), &fixture.ask).unwrap().lost;
    assert_eq!(
        lost,
        [
            "Документ/СвСчФакт/СвПрод/Адрес/АдрРФ/@НаимРегион",
            "Документ/СвСчФакт/ГрузОт[2]/ГрузОтпр/ИдСв/СвИП/ФИО: parts of the name",
            "Файл/@ИдФайл: flags of the goods",
        ]
    );
    let other = changed.replacen("НалСт=\"22%\"", "НалСт=\"19%\"", 1);
    let refused = parse(other.as_bytes(), &fixture.ask);
    assert!(matches!(refused, Err(ContractRefusal::NotExpressible { .. })), "{refused:?}");
}
