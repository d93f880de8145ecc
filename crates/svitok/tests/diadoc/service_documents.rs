//! Service documents written by the program for its clients: accepted by the official schemas, signed, posted, and the
//! docflow moves; and everything that is refused.

use crate::official::accepted;
use crate::traders::{Trade, both, file, outcome};
use crate::world::{FORMS, Form, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use prost::Message as _;
use serde_json::{Value, json};
use svitok::story::Posted;
use wire_diadoc::proto::api::proto::invoicing::{
    InvoiceCorrectionRequestGenerationRequestV2, ReceiptGenerationRequestV2, RevocationRequestInfo,
    SignatureRejectionGenerationRequestV2, Signer, SignerDetails,
};

const RECEIPT: &str = "/V2/GenerateReceiptXml";
const REJECTION: &str = "/V2/GenerateSignatureRejectionXml";
const CORRECTION: &str = "/V2/GenerateInvoiceCorrectionRequestXml";
const REVOCATION: &str = "/V2/GenerateRevocationRequestXml";
const STRANGE: &str = "0192d3c4-0000-7000-8000-00000000002a";

/// A signer named in words.
fn named() -> String {
    r#"<?xml version="1.0" encoding="UTF-8"?>
    <Signer SignerStatus="1" SignatureType="3"><Fio LastName="Васильков" FirstName="Борис" MiddleName="Иванович"/>
    <Position PositionSource="Manual">Директор</Position></Signer>"#
        .to_owned()
}

fn by_certificate(trade: &Trade) -> String {
    let der = STANDARD.encode(pki::Signer::certificate(&trade.buyer.citizen.person.signer).to_der());
    format!(
        r#"<Signer><Certificate CertificateBytes="{der}"/><Position PositionSource="Certificate">Завскладом</Position></Signer>"#
    )
}

fn thumbprint(trade: &Trade) -> String {
    hex::encode_upper(pki::Signer::certificate(&trade.buyer.citizen.person.signer).thumbprint_sha1())
}

fn by_thumbprint(trade: &Trade) -> String {
    format!(r#"<Signer><Certificate CertificateThumbprint="{}"/></Signer>"#, thumbprint(trade))
}

async fn receipt(trade: &Trade, (message_id, attachment_id): (&str, &str), signer: &str, form: Form) -> Reply {
    let asked = ReceiptGenerationRequestV2 {
        message_id: message_id.to_owned(),
        attachment_id: attachment_id.to_owned(),
        signer_content: signer.as_bytes().to_vec().into(),
    };
    let words = json!({
        "MessageId": message_id, "AttachmentId": attachment_id, "SignerContent": STANDARD.encode(signer),
    });
    let body = if form == Form::Json { words.to_string().into_bytes() } else { asked.encode_to_vec() };
    trade.buyer.program.post(&format!("{RECEIPT}?boxId={}", trade.buyer.citizen.person.box_id), form, body).await
}

fn at(posted: &Posted) -> (&str, &str) {
    (&posted.message_id, &posted.document_id)
}

#[tokio::test]
async fn a_receipt_by_every_way_to_name_the_signer() {
    let trade = Trade::open().await;
    let posted = trade.send(UtdFunction::Schf, "receipt").await;
    let ways = [(named(), "Директор"), (by_certificate(&trade), "Завскладом"), (by_thumbprint(&trade), "")];
    let mut last = Vec::new();
    for (signer, position) in &ways {
        for form in FORMS {
            last = file(&receipt(&trade, at(&posted), signer, form).await);
            accepted("a receipt", &last, "DP_IZVPOL_1_982_00_01_03_01");
            let document = formats::read(&last).unwrap();
            let read = formats::service::ReceiptNotification::read(&document).unwrap();
            assert_eq!(
                (read.signer.name.surname.as_str(), read.signer.name.given_name.as_str()),
                ("Васильков", "Борис")
            );
            assert_eq!(read.signer.position.as_deref().unwrap_or_default(), *position);
        }
    }
    trade.post_file(&trade.buyer, &posted, ("receipt", &posted.document_id), &last).await;
    let is_done = |document: &Value| outcome(document) == "finished";
    trade.seller.citizen.person.wait(&posted, "the receipt", is_done).await.unwrap();

    let again = receipt(&trade, at(&posted), &named(), Form::Json).await;
    assert_eq!((again.status, again.code()), (409, "exchange.receipt.already-sent"), "{}", again.text());
    trade.close().await;
}

#[tokio::test]
async fn a_refusal_and_a_request_to_correct_move_the_docflow() {
    let trade = Trade::open().await;
    let box_id = &trade.buyer.citizen.person.box_id;
    let posted = trade.send(UtdFunction::SchfDop, "refused").await;
    let ids = json!({ "MessageId": posted.message_id, "AttachmentId": posted.document_id });
    let with = |mut ids: Value, text: &str| {
        ids["ErrorMessage"] = json!(text);
        ids["SignerContent"] = json!(STANDARD.encode(named()));
        ids
    };
    let asked = InvoiceCorrectionRequestGenerationRequestV2 {
        error_message: "Не то количество".to_owned(),
        message_id: posted.message_id.clone(),
        attachment_id: posted.document_id.clone(),
        signer_content: named().into_bytes().into(),
    };
    let mut xml = Vec::new();
    for (form, body) in both(&asked, &with(ids.clone(), "Не то количество")) {
        xml = file(&trade.buyer.program.post(&format!("{CORRECTION}?boxId={box_id}"), form, body).await);
        accepted("a request to correct", &xml, "DP_UVUTOCH_1_985_00_01_03_01");
    }
    trade.post_file(&trade.buyer, &posted, ("amendment_request", &posted.document_id), &xml).await;

    let asked = SignatureRejectionGenerationRequestV2 {
        error_message: Some("Товара нет".to_owned()),
        message_id: posted.message_id.clone(),
        attachment_id: posted.document_id.clone(),
        signer_content: named().into_bytes().into(),
    };
    for (form, body) in both(&asked, &with(ids.clone(), "Товара нет")) {
        xml = file(&trade.buyer.program.post(&format!("{REJECTION}?boxId={box_id}"), form, body).await);
        accepted("a refusal", &xml, "DP_UVUTOCH_1_985_00_01_03_01");
    }
    trade.post_file(&trade.buyer, &posted, ("rejection", &posted.document_id), &xml).await;
    trade.seller.citizen.person.wait(&posted, "the refusal", |document| outcome(document) == "rejected").await.unwrap();

    // Without words, and when it is too late.
    let silent = json!({ "MessageId": posted.message_id, "AttachmentId": posted.document_id,
        "SignerContent": STANDARD.encode(named()) });
    let reply =
        trade.buyer.program.post(&format!("{REJECTION}?boxId={box_id}"), Form::Json, silent.to_string().into()).await;
    assert_eq!((reply.status, reply.code()), (400, "diadoc.field.missing"));
    assert!(reply.text().contains("ErrorMessage"), "{}", reply.text());
    let late = with(ids, "Поздно").to_string().into_bytes();
    let reply = trade.buyer.program.post(&format!("{CORRECTION}?boxId={box_id}"), Form::Json, late).await;
    assert_eq!((reply.status, reply.code()), (409, "exchange.docflow.rejected"), "{}", reply.text());
    trade.close().await;
}

#[tokio::test]
async fn a_proposal_to_revoke_and_its_refusal() {
    let trade = Trade::open().await;
    let posted = trade.send(UtdFunction::Dop, "revoked").await;
    let path = |more: &str| {
        format!(
            "{REVOCATION}?boxId={}&messageId={}&attachmentId={}{more}",
            trade.seller.citizen.person.box_id, posted.message_id, posted.document_id
        )
    };
    let details = SignerDetails {
        surname: "Ромашкина".to_owned(),
        first_name: "Анна".to_owned(),
        patronymic: Some("Петровна".to_owned()),
        job_title: Some("Директор".to_owned()),
        ..SignerDetails::default()
    };
    let signer = Signer { signer_details: Some(details), ..Signer::default() };
    let asked = RevocationRequestInfo {
        comment: Some("Отправлено по ошибке".to_owned()), signer: Some(signer)
    };
    let words = json!({ "Comment": "Отправлено по ошибке", "Signer": { "SignerDetails": {
        "Surname": "Ромашкина", "FirstName": "Анна", "Patronymic": "Петровна", "JobTitle": "Директор" } } });
    let mut xml = Vec::new();
    for (form, body) in both(&asked, &words) {
        for version in ["", "&contentTypeId=revocation_request_02"] {
            xml = file(&trade.seller.program.post(&path(version), form, body.clone()).await);
            accepted("a proposal to revoke", &xml, "DP_PRANNUL_1_985_00_01_01_02");
        }
        let old = trade.seller.program.post(&path("&contentTypeId=revocation_request_01"), form, body.clone()).await;
        assert_eq!((old.status, old.code()), (400, "exchange.document.version-not-in-force"), "{}", old.text());
        assert!(old.text().contains("1.02"), "{}", old.text());
        let strange = trade.seller.program.post(&path("&contentTypeId=x"), form, body).await;
        assert_eq!((strange.status, strange.code()), (400, "diadoc.parameter.form"));
    }
    let der = STANDARD.encode(pki::Signer::certificate(&trade.seller.citizen.person.signer).to_der());
    let print = hex::encode(pki::Signer::certificate(&trade.seller.citizen.person.signer).thumbprint_sha1());
    for signer in [json!({ "SignerCertificate": der }), json!({ "SignerCertificateThumbprint": print })] {
        let body = json!({ "Comment": "Отправлено по ошибке", "Signer": signer }).to_string().into_bytes();
        let named = file(&trade.seller.program.post(&path(""), Form::Json, body).await);
        let read = formats::service::RevocationRequest::read(&formats::read(&named).unwrap()).unwrap();
        assert_eq!(read.signer.map(|signer| signer.name.surname), Some("Ромашкина".to_owned()));
    }
    for (signer, code, said) in [
        (json!({}), "diadoc.field.missing", "Signer.SignerDetails"),
        (json!({ "SignerCertificate": "AQID" }), "diadoc.field.form", "Signer.SignerCertificate"),
        (
            json!({ "SignerCertificateThumbprint": thumbprint(&trade) }),
            "diadoc.field.form",
            "SignerCertificateThumbprint",
        ),
        (json!({ "SignerDetails": { "Surname": "А" } }), "diadoc.field.missing", "Signer.SignerDetails.FirstName"),
        (json!({ "SignerDetails": { "Surname": "", "FirstName": "Б" } }), "formats.structure.broken", ""),
    ] {
        let body = json!({ "Comment": "Отправлено по ошибке", "Signer": signer }).to_string().into_bytes();
        let reply = trade.seller.program.post(&path(""), Form::Json, body).await;
        assert_eq!((reply.status, reply.code()), (400, code), "{signer}: {}", reply.text());
        assert!(reply.text().contains(said), "{said}: {}", reply.text());
    }
    // The format does not oblige to name the signer.
    let unnamed = json!({ "Comment": "Отправлено по ошибке" }).to_string().into_bytes();
    accepted(
        "a proposal without a signer",
        &file(&trade.seller.program.post(&path(""), Form::Json, unnamed).await),
        "DP_PRANNUL_1_985_00_01_01_02",
    );
    let request = trade.post_file(&trade.seller, &posted, ("revocation_request", &posted.document_id), &xml).await;
    trade.town.rest().await;

    let again = trade.seller.program.post(&path(""), Form::Json, words.to_string().into_bytes()).await;
    assert_eq!((again.status, again.code()), (409, "exchange.revocation.already-requested"));
    let asked = SignatureRejectionGenerationRequestV2 {
        error_message: Some("Товар принят".to_owned()),
        message_id: posted.message_id.clone(),
        attachment_id: request.clone(),
        signer_content: by_certificate(&trade).into_bytes().into(),
    };
    let words = json!({ "ErrorMessage": "Товар принят", "MessageId": posted.message_id, "AttachmentId": request,
        "SignerContent": STANDARD.encode(by_certificate(&trade)) });
    for (form, body) in both(&asked, &words) {
        xml = file(
            &trade
                .buyer
                .program
                .post(&format!("{REJECTION}?boxId={}", trade.buyer.citizen.person.box_id), form, body)
                .await,
        );
        accepted("a refusal to revoke", &xml, "DP_UVUTOCH_1_985_00_01_03_01");
    }
    trade.post_file(&trade.buyer, &posted, ("revocation_rejection", &request), &xml).await;
    trade.close().await;
}

#[tokio::test]
async fn wrong_places_are_told_by_field() {
    let trade = Trade::open().await;
    let posted = trade.send(UtdFunction::Schf, "places").await;
    for form in FORMS {
        // This method documents no 404.
        let reply = receipt(&trade, (STRANGE, &posted.document_id), &named(), form).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.field.form"));
        assert!(reply.text().contains("MessageId"), "{}", reply.text());
        let reply = receipt(&trade, (&posted.message_id, STRANGE), &named(), form).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.field.form"));
        assert!(reply.text().contains("AttachmentId"), "{}", reply.text());
        let reply = receipt(&trade, ("x", &posted.document_id), &named(), form).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.field.form"));
    }
    let (seller, buyer) = (&trade.seller.citizen.person.box_id, &trade.buyer.citizen.person.box_id);
    let body = json!({ "MessageId": posted.message_id, "AttachmentId": posted.document_id,
        "SignerContent": STANDARD.encode(named()), "ErrorMessage": "нет" });
    let body = |field: &str, value: &str| {
        let mut body = body.clone();
        body[field] = json!(value);
        body.to_string().into_bytes()
    };
    // The seller cannot receive or refuse what it sent; a stranger's box is one that does not exist.
    let own = trade.seller.program.post(&format!("{RECEIPT}?boxId={seller}"), Form::Json, body("x", "")).await;
    assert_eq!((own.status, own.code()), (409, "exchange.docflow.other-sides-act"), "{}", own.text());
    let own = trade.seller.program.post(&format!("{REJECTION}?boxId={seller}"), Form::Json, body("x", "")).await;
    assert_eq!((own.status, own.code()), (409, "exchange.docflow.other-sides-act"));
    for path in [RECEIPT, REJECTION, CORRECTION] {
        let foreign = trade.buyer.program.post(&format!("{path}?boxId={seller}"), Form::Json, body("x", "")).await;
        let absent = trade.buyer.program.post(&format!("{path}?boxId={STRANGE}"), Form::Json, body("x", "")).await;
        assert_eq!((foreign.status, foreign.code()), (403, "diadoc.box.forbidden"));
        assert_eq!((absent.status, absent.octets), (403, foreign.octets));
        let nowhere = trade.buyer.program.post(path, Form::Json, body("x", "")).await;
        assert_eq!((nowhere.status, nowhere.code()), (400, "diadoc.parameter.missing"));
        let nobody =
            trade.buyer.program.with("").post(&format!("{path}?boxId={buyer}"), Form::Json, body("x", "")).await;
        assert_eq!(nobody.status, 401);
        let text = Some("text/html");
        let kind = trade
            .buyer
            .program
            .ask("POST", &format!("{path}?boxId={buyer}"), Form::Protobuf, text, body("x", ""))
            .await;
        assert_eq!((kind.status, kind.code()), (415, "diadoc.body.media-type"));
    }
    for path in [REJECTION, CORRECTION] {
        let path = format!("{path}?boxId={buyer}");
        let reply = trade.buyer.program.post(&path, Form::Json, body("MessageId", STRANGE)).await;
        assert_eq!((reply.status, reply.code()), (404, "exchange.message.not-found"));
        let reply = trade.buyer.program.post(&path, Form::Json, body("AttachmentId", STRANGE)).await;
        assert_eq!((reply.status, reply.code()), (404, "exchange.entity.not-found"));
        let long = "ы".repeat(5_001);
        let reply = trade.buyer.program.post(&path, Form::Json, body("ErrorMessage", &long)).await;
        assert_eq!((reply.status, reply.code()), (400, "exchange.comment.too-long"));
    }
    trade.close().await;
}

#[tokio::test]
async fn a_hostile_signer_is_refused_by_its_path() {
    let trade = Trade::open().await;
    let posted = trade.send(UtdFunction::Schf, "hostile").await;
    let deep = format!("<Signer>{}{}</Signer>", "<a>".repeat(200), "</a>".repeat(200));
    let large = format!("<Signer><Fio LastName=\"{}\" FirstName=\"Б\"/></Signer>", "ы".repeat(80_000));
    let stranger = "00".repeat(20);
    let cases = [
        ("", "formats.xml.not-well-formed", ""),
        ("<Signer", "formats.xml.not-well-formed", ""),
        ("<!DOCTYPE Signer [<!ENTITY a \"b\">]><Signer/>", "formats.xml.dtd", ""),
        ("<Signer>&a;</Signer>", "formats.xml.entity", ""),
        (&deep, "formats.file.too-deep", ""),
        (&large, "wire-diadoc.contract.too-large", ""),
        ("<Signers/>", "wire-diadoc.contract.other-root", "Signer"),
        ("<Signer/>", "wire-diadoc.contract.missing-field", "Signer/Certificate"),
        ("<Signer Hat=\"1\"/>", "wire-diadoc.contract.unknown-field", "Signer/@Hat"),
        ("<Signer SignerStatus=\"4\"/>", "wire-diadoc.contract.value", "1, 2, 3"),
        ("<Signer><Fio LastName=\"Иванов\"/></Signer>", "wire-diadoc.contract.missing-field", "Signer/Fio/@FirstName"),
        ("<Signer><Fio LastName=\"\" FirstName=\"Б\"/></Signer>", "wire-diadoc.contract.value", "Signer/Fio/@LastName"),
        ("<Signer><Certificate/></Signer>", "wire-diadoc.contract.missing-field", "@CertificateThumbprint"),
        ("<Signer><Certificate CertificateBytes=\"%%\"/></Signer>", "wire-diadoc.contract.value", "base64"),
        ("<Signer><Certificate CertificateBytes=\"AQID\"/></Signer>", "diadoc.field.form", "a certificate, DER"),
        ("<Signer><Certificate CertificateThumbprint=\"12\"/></Signer>", "diadoc.field.form", "40 hexadecimal digits"),
        (
            &format!("<Signer><Certificate CertificateThumbprint=\"{stranger}\"/></Signer>"),
            "diadoc.field.form",
            "issued here to this organization",
        ),
        (
            "<Signer SignerStatus=\"2\"><Fio LastName=\"А\" FirstName=\"Б\"/><PowerOfAttorney><Electronic \
             MethodOfProviding=\"1\"><Storage UseDefault=\"true\"/></Electronic></PowerOfAttorney></Signer>",
            "diadoc.field.not-connected",
            "Storage",
        ),
        // The official format asks for the power that the status claims.
        ("<Signer SignerStatus=\"2\"><Fio LastName=\"А\" FirstName=\"Б\"/></Signer>", "formats.structure.broken", ""),
    ];
    for (signer, code, said) in cases {
        for form in FORMS {
            let reply = receipt(&trade, at(&posted), signer, form).await;
            let shown = signer.chars().take(80).collect::<String>();
            assert_eq!((reply.status, reply.code()), (400, code), "{shown}: {}", reply.text());
            assert!(reply.text().contains(said), "{shown}: {}", reply.text());
        }
    }
    // A seller's certificate is not the buyer's, and its thumbprint says nothing of it.
    let other = hex::encode(pki::Signer::certificate(&trade.seller.citizen.person.signer).thumbprint_sha1());
    let foreign = format!("<Signer><Certificate CertificateThumbprint=\"{other}\"/></Signer>");
    let reply = receipt(&trade, at(&posted), &foreign, Form::Json).await;
    assert_eq!((reply.status, reply.code()), (400, "diadoc.field.form"));
    trade.close().await;
}
