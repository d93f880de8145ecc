//! Titles written from user contracts: a whole УПД from contract to contract, every version there is, and what is refused.

use crate::official::accepted;
use crate::town::Body;
use crate::traders::{Trade, file, outcome};
use crate::world::{FORMS, Form, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::WINDOWS_1251;
use serde_json::json;

const UTD: &str = "UniversalTransferDocument";
const NEWEST: &str = "utd970_05_03_01";

/// Which title is asked for.
#[derive(Clone, Copy)]
struct Ask<'a> {
    kind: &'a str,
    function: &'a str,
    version: &'a str,
    index: &'a str,
    more: &'a str,
}

const ASK: Ask<'_> = Ask { kind: UTD, function: "ДОП", version: NEWEST, index: "0", more: "" };

impl Ask<'_> {
    fn path(&self, method: &str, box_id: &str) -> String {
        let Self { kind, function, version, index, more } = self;
        let function: String = function.bytes().map(|octet| format!("%{octet:02X}")).collect();
        format!(
            "/{method}?boxId={box_id}&documentTypeNamedId={kind}&documentFunction={function}\
             &documentVersion={version}&titleIndex={index}{more}"
        )
    }
}

/// A seller's contract of order 970 that refers to both boxes and to a certificate.
fn seller_of(trade: &Trade, function: &str) -> String {
    let der = STANDARD.encode(pki::Signer::certificate(&trade.seller.citizen.person.signer).to_der());
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
        <UniversalTransferDocument Function="{function}" DocumentDate="23.11.2026" DocumentNumber="17" Currency="643">
          <Sellers><Seller><OrganizationReference BoxId="{}"/></Seller></Sellers>
          <Buyers><Buyer><OrganizationReference BoxId="{}"/></Buyer></Buyers>
          <Signers><Signer SignerPowersConfirmationMethod="1"><Certificate CertificateBytes="{der}"/></Signer></Signers>
          <Table TotalWithVatExcluded="1000.00" Vat="220.00" Total="1220.00">
            <Item Product="Уход за клумбами" Unit="642" UnitName="ед" Quantity="1" Price="1000.00"
                  TaxRate="TwentyTwoPercent" SubtotalWithVatExcluded="1000.00" Vat="220.00" Subtotal="1220.00" ItemMark="3"/>
          </Table>
          <TransferInfo OperationInfo="Услуги оказаны" TransferDate="23.11.2026"/>
        </UniversalTransferDocument>"#,
        trade.seller.citizen.person.box_id, trade.buyer.citizen.person.box_id
    )
}

const BUYER: &str = r#"<?xml version="1.0" encoding="utf-8"?>
    <UniversalTransferDocumentBuyerTitle AcceptanceDate="23.11.2026">
      <ContentOperCode TotalCode="1"/>
      <Employee Position="Кладовщик" LastName="Васильков" FirstName="Борис"/>
      <Signers><Signer SignerPowersConfirmationMethod="1"><Fio LastName="Васильков" FirstName="Борис"/></Signer></Signers>
    </UniversalTransferDocumentBuyerTitle>"#;

async fn generate(trade: &Trade, ask: Ask<'_>, contract: &str) -> Reply {
    let path = ask.path("GenerateTitleXml", &trade.seller.citizen.person.box_id);
    trade.seller.program.post(&path, Form::Protobuf, contract.as_bytes().to_vec()).await
}

#[tokio::test]
async fn a_transfer_document_from_contract_to_the_buyers_answer() {
    let trade = Trade::open().await;
    let contract = seller_of(&trade, "ДОП");
    let title = file(&generate(&trade, ASK, &contract).await);
    accepted("a seller's title", &title, "ON_NSCHFDOPPR_1_997_01_05_03_05");
    // The same by a script, which says what it sends.
    let path = ASK.path("GenerateTitleXml", &trade.seller.citizen.person.box_id);
    let kind = Some("application/xml; charset=utf-8");
    file(&trade.seller.program.ask("POST", &path, Form::Json, kind, contract.clone().into_bytes()).await);

    let read = ASK.path("ParseTitleXml", &trade.seller.citizen.person.box_id);
    let parsed = trade.seller.program.post(&read, Form::Protobuf, title.clone()).await;
    assert_eq!(parsed.status, 200, "{}", parsed.text());
    let back = parsed.text();
    for said in ["DocumentNumber=\"17\"", "Product=\"Уход за клумбами\"", "LastName=\"Ромашкина\"", "ООО «Василёк»"]
    {
        assert!(back.contains(said), "{said}: {back}");
    }
    let again = file(&generate(&trade, ASK, &back).await);
    accepted("a title of the parsed contract", &again, "ON_NSCHFDOPPR_1_997_01_05_03_05");

    let signature = trade.seller.citizen.person.sign(&title, trade.now()).unwrap();
    let (from, to) = (&trade.seller.citizen.person, &trade.buyer.citizen.person);
    let posted = from.send_title(to, &title, &signature, "from-contract").await.unwrap();
    to.wait(&posted, "the document", |_| true).await.unwrap();
    let more = format!("&letterId={}&documentId={}", posted.message_id, posted.document_id);
    let ask = Ask { index: "1", more: &more, ..ASK };
    let path = ask.path("GenerateTitleXml", &to.box_id);
    let answer = file(&trade.buyer.program.post(&path, Form::Protobuf, BUYER.as_bytes().to_vec()).await);
    accepted("a buyer's title", &answer, "ON_NSCHFDOPPOK_1_997_02_05_03_01");
    let read = ask.path("ParseTitleXml", &to.box_id);
    let parsed = trade.buyer.program.post(&read, Form::Json, Vec::new()).await;
    assert_eq!((parsed.status, parsed.code()), (400, "formats.xml.not-well-formed"));
    let parsed = trade.buyer.program.ask("POST", &read, Form::Json, Some("text/xml"), answer.clone()).await;
    assert!(parsed.text().contains("AcceptanceDate=\"23.11.2026\""), "{}", parsed.text());
    trade.post_file(&trade.buyer, &posted, ("answer_title", &posted.document_id), &answer).await;
    from.wait(&posted, "the answer", |document| outcome(document) == "finished").await.unwrap();

    // In another box there is no such message; without the ids nothing is answered.
    let foreign = ask.path("GenerateTitleXml", &from.box_id).replace(&posted.document_id, &from.box_id);
    let absent = trade.seller.program.post(&foreign, Form::Protobuf, BUYER.as_bytes().to_vec()).await;
    assert_eq!((absent.status, absent.code()), (400, "diadoc.parameter.form"));
    assert!(absent.text().contains("documentId"), "{}", absent.text());
    let bare = Ask { index: "1", ..ASK }.path("GenerateTitleXml", &to.box_id);
    let bare = trade.buyer.program.post(&bare, Form::Protobuf, BUYER.as_bytes().to_vec()).await;
    assert_eq!((bare.status, bare.code()), (400, "diadoc.parameter.missing"));
    assert!(bare.text().contains("letterId"), "{}", bare.text());
    trade.close().await;
}

/// Order 820 in words of its own: the contract names the signer and both organizations in full.
pub const ORDER_820: &str = r#"<?xml version="1.0" encoding="utf-8"?>
    <UniversalTransferDocumentWithHyphens Function="СЧФ" DocumentDate="01.03.2025" DocumentNumber="140"
        DocumentCreator="ООО «Ромашка»" DocumentCreatorBase="Устав" CircumFormatInvoice="1" Currency="643">
      <Sellers><Seller><OrganizationReference OrgType="1" BoxId="SELLER"/></Seller></Sellers>
      <Buyers><Buyer><OrganizationDetails OrgType="1" OrgName="ООО «Василёк»" Inn="9800000020" Kpp="980001001"
          FnsParticipantId="BUYER"><Address><RussianAddress Region="78"/></Address></OrganizationDetails></Buyer></Buyers>
      <Table TotalWithVatExcluded="100.00" Vat="20.00" Total="120.00">
        <Item Product="Цветы" Unit="796" Quantity="1" Price="100.00" TaxRate="20%" SubtotalWithVatExcluded="100.00"
              Vat="20.00" Subtotal="120.00"/>
      </Table>
      <TransferInfo OperationInfo="Товары переданы"/>
      <Signers><SignerDetails Position="Директор" Inn="9800000013" LastName="Ромашкина" FirstName="Анна"
          SignerPowers="0" SignerType="1" SignerStatus="1" SignerPowersBase="Должностные обязанности"/></Signers>
    </UniversalTransferDocumentWithHyphens>"#;

#[tokio::test]
async fn older_versions_are_written_too() {
    let trade = Trade::open().await;
    let contract = ORDER_820
        .replace("SELLER", &trade.seller.citizen.person.box_id)
        .replace("BUYER", &trade.buyer.citizen.person.participant_id);
    for (kind, function) in [(UTD, "СЧФ"), ("Invoice", "default")] {
        let ask = Ask { kind, function, version: "utd820_05_01_02_hyphen", ..ASK };
        let title = file(&generate(&trade, ask, &contract).await);
        accepted("a title of 5.01", &title, "ON_NSCHFDOPPR_1_997_01_05_01_03");
    }
    let ask = Ask { version: "utd970_05_02_01", ..ASK };
    let title = file(
        &generate(
            &trade,
            ask,
            &seller_of(&trade, "ДОП")
                .replace("TwentyTwoPercent", "TwentyPercent")
                .replace("220.00", "200.00")
                .replace("1220.00", "1200.00"),
        )
        .await,
    );
    accepted("a title of 5.02", &title, "ON_NSCHFDOPPR_1_997_01_05_02_02");
    trade.close().await;
}

#[tokio::test]
async fn a_reference_brings_the_address_that_the_card_shows() {
    let trade = Trade::open().await;
    let (seller, buyer) = (&trade.seller.citizen, &trade.buyer.citizen);
    let contract = seller_of(&trade, "СЧФДОП");
    let ask = Ask { function: "СЧФДОП", ..ASK };
    let shown = file(&generate(&trade, ask, &contract).await);
    accepted("a title with addresses by reference", &shown, "ON_NSCHFDOPPR_1_997_01_05_03_05");
    let (text, _, _) = WINDOWS_1251.decode(&shown);
    assert_eq!(text.matches("Индекс=\"190000\"").count(), 2, "of both sides: {text}");

    let path = format!("/api/v1/account/organizations/{}/address", buyer.person.organization_id);
    let body = |is_public: bool| {
        let address = json!({ "region_code": "78", "postal_code": "190001", "street": "Васильковая ул." });
        Body::Json(json!({ "address": address, "is_public": is_public }))
    };
    assert_eq!(trade.town.ask(Some(&seller.token), "PUT", &path, body(true)).await.status, 404, "another's");
    let hidden = trade.town.ask(Some(&buyer.token), "PUT", &path, body(false)).await;
    assert_eq!((hidden.status, &hidden.body["address"]["postal_code"]), (200, &json!("190001")), "{}", hidden.text);
    let refused = generate(&trade, ask, &contract).await;
    let told = (400, "wire-diadoc.contract.address-unknown");
    assert_eq!((refused.status, refused.code()), told, "{}", refused.text());
    assert!(refused.text().contains("/address") && refused.text().contains("СвПокуп/Адрес"), "{}", refused.text());
    for (form, shows) in [(Form::Protobuf, false), (Form::Json, false), (Form::Protobuf, true), (Form::Json, true)] {
        let set = trade.town.ask(Some(&buyer.token), "PUT", &path, body(shows)).await;
        assert_eq!(set.status, 200, "{}", set.text);
        let (mine, other) = (trade.seller.box_id(), trade.buyer.box_id());
        for (method, query, pointer) in [
            ("GetOrganization", format!("boxId={other}"), "/Address"),
            ("GetBox", format!("boxId={other}"), "/Organization/Address"),
            ("GetOrganizationsByInnKpp", format!("inn={}", buyer.person.role.inn), "/Organizations/0/Address"),
            ("V3/GetCounteragent", format!("myBoxId={mine}&counteragentBoxId={other}"), "/Organization/Address"),
            ("V3/GetCounteragents", format!("myBoxId={mine}"), "/Counteragents/0/Organization/Address"),
        ] {
            let path = format!("/{method}?{query}");
            let reply = trade.seller.program.get(&path, form).await;
            assert_eq!(reply.status, 200, "{path}: {}", reply.text());
            let answer = crate::wire::answer(crate::wire::row_of(&path), form == Form::Json, &reply.octets);
            let street = answer.pointer(&format!("{pointer}/RussianAddress/Street"));
            let expected = json!("Васильковая ул.");
            assert_eq!(street, Some(&expected).filter(|_| shows), "{path} {form:?}: {answer}");
        }
    }
    let title = file(&generate(&trade, ask, &contract).await);
    accepted("a title with the new address", &title, "ON_NSCHFDOPPR_1_997_01_05_03_05");
    trade.close().await;
}

#[tokio::test]
async fn what_is_not_written_is_told() {
    let trade = Trade::open().await;
    let good = seller_of(&trade, "ДОП");
    for ask in [
        Ask { kind: "Torg2", ..ASK },
        Ask { function: "default", ..ASK },
        Ask { version: "utd155_05_01_01", ..ASK },
        Ask { index: "2", ..ASK },
        Ask { function: "СЧФ", index: "1", ..ASK },
    ] {
        let reply = generate(&trade, ask, &good).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.document-type.unknown"), "{}", reply.text());
        assert!(reply.text().contains("utd970_05_03_01"), "{}", reply.text());
    }
    let bad_index = generate(&trade, Ask { index: "-1", ..ASK }, &good).await;
    assert_eq!((bad_index.status, bad_index.code()), (400, "diadoc.parameter.form"));
    let setting = generate(&trade, Ask { more: "&editingSettingId=x", ..ASK }, &good).await;
    assert_eq!((setting.status, setting.code()), (400, "diadoc.field.not-connected"));

    let deep = format!("<UniversalTransferDocument>{}", "<a>".repeat(500));
    let huge = format!("<UniversalTransferDocument>{}</UniversalTransferDocument>", " ".repeat(10 * 1024 * 1024));
    let cases = [
        (good.replace("DocumentNumber=\"17\"", ""), "wire-diadoc.contract.missing-field", "@DocumentNumber"),
        (good.replace("DocumentNumber", "Number"), "wire-diadoc.contract.unknown-field", "@Number"),
        (
            good.replace("23.11.2026\" DocumentNumber", "2026-11-23\" DocumentNumber"),
            "wire-diadoc.contract.value",
            "@DocumentDate",
        ),
        (good.replace("Currency=\"643\"", "Currency=\"001\""), "wire-diadoc.contract.code-unknown", UTD),
        (good.replace("Function=\"ДОП\"", "Function=\"СЧФ\""), "wire-diadoc.contract.contradiction", "@Function"),
        (
            good.replace(&trade.buyer.citizen.person.box_id, "0192d3c4-0000-7000-8000-00000000002a"),
            "wire-diadoc.contract.not-resolved",
            "@BoxId",
        ),
        (
            good.replace("CertificateBytes=\"", "CertificateBytes=\"!"),
            "wire-diadoc.contract.value",
            "@CertificateBytes",
        ),
        ("<a/>".to_owned(), "wire-diadoc.contract.other-root", UTD),
        ("<!DOCTYPE a><a/>".to_owned(), "formats.xml.dtd", ""),
        ("<a>&b;</a>".to_owned(), "formats.xml.entity", ""),
        (deep, "formats.file.too-deep", ""),
        (huge, "wire-diadoc.contract.too-large", ""),
        (String::new(), "formats.xml.not-well-formed", ""),
    ];
    for (contract, code, said) in cases {
        let reply = generate(&trade, ASK, &contract).await;
        let shown: String = contract.chars().take(60).collect();
        assert_eq!((reply.status, reply.code()), (400, code), "{shown}: {}", reply.text());
        assert!(reply.text().contains(said), "{said}: {}", reply.text());
    }
    // Without validation an absent number is let through, an unknown field is not.
    let lax = Ask { more: "&disableValidation=True", ..ASK };
    let unnumbered = generate(&trade, lax, &good.replace("DocumentNumber=\"17\"", "")).await;
    assert_eq!(unnumbered.status, 200, "{}", unnumbered.text());
    let unknown = generate(&trade, lax, &good.replace("DocumentNumber", "Number")).await;
    assert_eq!(unknown.code(), "wire-diadoc.contract.unknown-field");

    for method in ["GenerateTitleXml", "ParseTitleXml"] {
        let foreign = ASK.path(method, &trade.buyer.citizen.person.box_id);
        let reply = trade.seller.program.post(&foreign, Form::Protobuf, good.clone().into_bytes()).await;
        assert_eq!((reply.status, reply.code()), (403, "diadoc.box.forbidden"));
        let own = ASK.path(method, &trade.seller.citizen.person.box_id);
        let json = trade.seller.program.post(&own, Form::Json, b"{}".to_vec()).await;
        assert_eq!((json.status, json.code()), (415, "diadoc.body.xml-media-type"));
        let nobody = trade.seller.program.with("").post(&own, Form::Protobuf, good.clone().into_bytes()).await;
        assert_eq!(nobody.status, 401);
    }
    let other = Ask { version: "utd970_05_02_01", ..ASK }.path("ParseTitleXml", &trade.seller.citizen.person.box_id);
    let title = file(&generate(&trade, ASK, &good).await);
    let reply = trade.seller.program.post(&other, Form::Protobuf, title).await;
    assert_eq!((reply.status, reply.code()), (400, "wire-diadoc.contract.other-root"), "{}", reply.text());
    for form in FORMS {
        let verb =
            trade.seller.program.get(&ASK.path("GenerateTitleXml", &trade.seller.citizen.person.box_id), form).await;
        assert_eq!((verb.status, verb.code()), (405, "diadoc.method.verb"));
    }
    trade.close().await;
}
