//! Signers put into titles that wait for them, and the details kept for their certificates.

use crate::official::accepted;
use crate::town::Citizen;
use crate::traders::{Trade, both, outcome};
use crate::world::{FORMS, Form, Program, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use exchange::ops::input::{NewContent, NewDocument, NewDocumentKind};
use exchange::ops::keep_draft::{self, DraftReport, NewDraft};
use exchange::ops::send_draft::{self, DraftSending, DraftSignature};
use formats::utd::UtdFunction;
use kernel::Cx;
use serde_json::{Value, json};
use svitok::story::Posted;
use svitok::story::title::{Sides, seller_title};
use wire_diadoc::proto::api::proto::events::PrepareDocumentsToSignResponse;
use wire_diadoc::proto::api::proto::invoicing::signers::{ExtendedSignerDetails, ExtendedSignerDetailsToPost};

const PREPARE: &str = "/PrepareDocumentsToSign";
const DETAILS: &str = "/V2/ExtendedSignerDetails";
const STRANGE: &str = "0192d3c4-0000-7000-8000-00000000002a";

/// «Подписант» in windows-1251.
const SIGNER: &[u8] = b"\xCF\xEE\xE4\xEF\xE8\xF1\xE0\xED\xF2";

/// A seller's title, and the same without its signer, as an accounting program sends it to be signed later.
fn titles(trade: &Trade, function: UtdFunction, unique: &str) -> (Vec<u8>, Vec<u8>) {
    let (seller, buyer) = (&trade.seller.citizen.person, &trade.buyer.citizen.person);
    let sides = Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
    let title = seller_title(sides, function, unique, trade.now()).unwrap();
    let find = |what: &[u8]| title.windows(what.len()).position(|part| part == what).unwrap();
    let closing = [b"</", SIGNER, b">"].concat();
    let (start, end) = (find(&[b"<", SIGNER].concat()), find(&closing) + closing.len());
    let bare = [title.get(..start).unwrap(), title.get(end..).unwrap()].concat();
    (title, bare)
}

fn thumbprint(citizen: &Citizen) -> String {
    hex::encode(pki::Signer::certificate(&citizen.person.signer).thumbprint_sha1())
}

/// A signer's contract of order 970 that takes everything from the certificate and from what is kept for it.
fn by_certificate(citizen: &Citizen) -> String {
    format!(
        "<Signers><Signer SignerPowersConfirmationMethod=\"1\"><Certificate CertificateThumbprint=\"{}\"/>\
         <Position PositionSource=\"StorageByTitleTypeId\"/></Signer></Signers>",
        thumbprint(citizen)
    )
}

const IN_WORDS: &str = "<Signers><Signer SignerPowersConfirmationMethod=\"1\"><Fio LastName=\"Ромашкина\" \
    FirstName=\"Анна\"/><Position PositionSource=\"Manual\">Директор</Position></Signer></Signers>";

async fn prepare(program: &Program, form: Form, query: &str, request: &Value) -> Reply {
    let body = match form {
        Form::Json => request.to_string().into_bytes(),
        Form::Protobuf => crate::wire::encoded("Diadoc.Api.Proto.Events.PrepareDocumentsToSignRequest", request),
    };
    program.post(&format!("{PREPARE}{query}"), form, body).await
}

/// The first prepared content and its id.
fn prepared(reply: &Reply, form: Form) -> (Vec<u8>, String) {
    assert_eq!(reply.status, 200, "{}", reply.text());
    if form == Form::Protobuf {
        let answer: PrepareDocumentsToSignResponse = reply.message();
        let first = answer.document_patched_contents.first().unwrap();
        return (first.content.clone().unwrap_or_default().to_vec(), first.patched_content_id.clone());
    }
    let answer = reply.json();
    let first = answer.pointer("/DocumentPatchedContents/0").unwrap();
    let content = first.get("Content").and_then(Value::as_str).unwrap_or_default();
    (STANDARD.decode(content).unwrap(), first["PatchedContentId"].as_str().unwrap().to_owned())
}

fn content(trade: &Trade, title: &[u8], signer: Value) -> Value {
    let mut content = json!({
        "TypeNamedId": "UniversalTransferDocument", "Function": "СЧФДОП", "Version": "utd970_05_03_01",
        "Content": { "Content": STANDARD.encode(title) },
    });
    let fields = content.as_object_mut().unwrap();
    fields.extend(signer.as_object().unwrap().clone());
    json!({ "BoxId": trade.seller.citizen.person.box_id, "Contents": [content] })
}

#[tokio::test]
async fn a_title_nowhere_yet_gets_its_signer_and_is_sent() {
    let trade = Trade::open().await;
    let (seller, buyer) = (&trade.seller.citizen.person, &trade.buyer.citizen.person);
    let (_, bare) = titles(&trade, UtdFunction::SchfDop, "prepared");
    // What the certificate does not say is kept for it.
    let details = json!({ "JobTitle": "Главный бухгалтер" }).to_string().into_bytes();
    let path = format!(
        "{DETAILS}?boxId={}&thumbprint={}&documentTitleType=Utd970Seller",
        seller.box_id,
        thumbprint(&trade.seller.citizen)
    );
    assert_eq!(trade.seller.program.post(&path, Form::Json, details).await.status, 200);

    let mut last = Vec::new();
    for form in FORMS {
        for (signer, position) in
            [(IN_WORDS.to_owned(), "Директор"), (by_certificate(&trade.seller.citizen), "Главный бухгалтер")]
        {
            let signer = json!({ "SignerContent": STANDARD.encode(signer) });
            let reply = prepare(&trade.seller.program, form, "", &content(&trade, &bare, signer)).await;
            let (title, id) = prepared(&reply, form);
            assert!(!id.is_empty());
            accepted("a title with its signer", &title, "ON_NSCHFDOPPR_1_997_01_05_03_05");
            let read = formats::utd::SellerTitle::read(&title).unwrap();
            let signer = read.fields().signers.first().unwrap();
            assert_eq!((signer.name.surname.as_str(), signer.position.as_deref()), ("Ромашкина", Some(position)));
            last = title;
        }
        let signer = json!({ "SignerContent": STANDARD.encode(IN_WORDS) });
        let reply = prepare(&trade.seller.program, form, "?excludeContent=True", &content(&trade, &bare, signer)).await;
        assert!(prepared(&reply, form).0.is_empty());
    }
    // The same title from the shelf.
    let name =
        trade.seller.program.post("/V2/ShelfUpload?fileExtension=xml", Form::Protobuf, bare.clone()).await.text();
    let mut shelved = content(&trade, &bare, json!({ "SignerContent": STANDARD.encode(IN_WORDS) }));
    shelved["Contents"][0]["Content"] = json!({ "NameOnShelf": name });
    let (title, _) = prepared(&prepare(&trade.seller.program, Form::Json, "", &shelved).await, Form::Json);
    accepted("a title from the shelf", &title, "ON_NSCHFDOPPR_1_997_01_05_03_05");

    let signature = seller.sign(&last, trade.now()).unwrap();
    let posted = seller.send_title(buyer, &last, &signature, "prepared").await.unwrap();
    buyer.wait(&posted, "the document", |_| true).await.unwrap();
    trade.close().await;
}

/// The citizen as the rooms see a caller.
async fn caller(trade: &Trade, citizen: &Citizen) -> Cx {
    let app = &trade.town.app;
    let mut reader = app.store.reader().await.unwrap();
    let sign_in = account::authenticate::run(&mut reader, app.clock.now(), &citizen.token).await.unwrap();
    app.cx(account::authenticate::caller(&sign_in))
}

async fn keep(trade: &Trade, documents: Vec<NewDocument>) -> DraftReport {
    let cx = caller(trade, &trade.seller.citizen).await;
    let new = NewDraft { from_box_id: trade.seller.citizen.person.box_id.parse().unwrap(), to_box_id: None, documents };
    let prepared = keep_draft::prepare(&trade.town.exchange, &cx, new).await.unwrap();
    let store = &trade.town.app.store;
    store.write(&cx, prepared, |tx, cx, new| Box::pin(keep_draft::run(tx, cx, new))).await.unwrap()
}

fn unsigned(kind: NewDocumentKind, bytes: Vec<u8>) -> NewDocument {
    NewDocument {
        kind,
        content: NewContent::Bytes(bytes.into()),
        signature: Bytes::new(),
        file_name: (kind == NewDocumentKind::Nonformalized).then(|| "договор.txt".to_owned()),
        number: None,
        date: None,
        workflow: None,
        receipt_asked: false,
        signature_asked: false,
        comment: None,
        custom_id: None,
        custom_data: Vec::new(),
        initial_documents: Vec::new(),
    }
}

#[tokio::test]
async fn a_draft_gets_its_signer_and_is_sent() {
    let trade = Trade::open().await;
    let (seller, buyer) = (&trade.seller.citizen.person, &trade.buyer.citizen.person);
    let (_, bare) = titles(&trade, UtdFunction::Schf, "draft");
    let paper = unsigned(NewDocumentKind::Nonformalized, "Договор".into());
    let draft = keep(&trade, vec![unsigned(NewDocumentKind::UtdTitle, bare), paper]).await;
    let [title, paper] = draft.documents.as_slice() else { panic!("two documents") };
    let request = |document: &str, more: Value| {
        let mut asked = json!({ "DocumentId": { "MessageId": draft.draft.id, "EntityId": document } });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "BoxId": seller.box_id, "DraftDocuments": [asked] })
    };
    let signer = json!({ "SignerContent": STANDARD.encode(IN_WORDS), "ToBoxId": buyer.box_id });
    let mut last = (Vec::new(), String::new());
    for form in FORMS {
        let reply = prepare(&trade.seller.program, form, "", &request(&title.id.to_string(), signer.clone())).await;
        last = prepared(&reply, form);
        accepted("a draft's title", &last.0, "ON_NSCHFDOPPR_1_997_01_05_03_05");
        let reply = prepare(&trade.seller.program, form, "", &request(&paper.id.to_string(), signer.clone())).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.field.form"), "{}", reply.text());
        let reply = prepare(&trade.seller.program, form, "", &request(STRANGE, signer.clone())).await;
        assert_eq!((reply.status, reply.code()), (404, "exchange.document.not-found"));
        let elsewhere = json!({ "BoxId": seller.box_id, "DraftDocuments": [
            { "DocumentId": { "MessageId": STRANGE, "EntityId": STRANGE }, "SignerContent": STANDARD.encode(IN_WORDS) } ] });
        let reply = prepare(&trade.seller.program, form, "", &elsewhere).await;
        assert_eq!((reply.status, reply.code()), (404, "exchange.draft.not-found"));
    }

    // The content that was shown is the one that is signed and sent.
    let sign = |bytes: &[u8]| Bytes::from(seller.sign(bytes, trade.now()).unwrap());
    let signatures = vec![
        DraftSignature { document_id: title.id, content_id: Some(last.1.parse().unwrap()), signature: sign(&last.0) },
        DraftSignature { document_id: paper.id, content_id: None, signature: sign("Договор".as_bytes()) },
    ];
    let cx = caller(&trade, &trade.seller.citizen).await;
    let box_id = seller.box_id.parse().unwrap();
    let sending = DraftSending { box_id, draft_id: draft.draft.id, to_box_id: None, signatures };
    let sending = send_draft::prepare(&trade.town.exchange, &cx, sending).await.unwrap();
    let store = &trade.town.app.store;
    let sent = store.write(&cx, sending, |tx, cx, new| Box::pin(send_draft::run(tx, cx, new))).await.unwrap();
    let document_id = sent.entities.first().unwrap().to_string();
    let posted = Posted { message_id: sent.message_id.to_string(), document_id };
    let got = buyer.wait(&posted, "the document", |_| true).await.unwrap();
    assert_ne!(outcome(&got), "finished");
    let late = prepare(&trade.seller.program, Form::Json, "", &request(&title.id.to_string(), signer)).await;
    assert_eq!((late.status, late.code()), (409, "exchange.draft.sent"), "{}", late.text());
    trade.close().await;
}

#[tokio::test]
async fn what_cannot_be_prepared_is_told_by_field() {
    let trade = Trade::open().await;
    let (_, bare) = titles(&trade, UtdFunction::SchfDop, "refused");
    let sent = trade.send(UtdFunction::Schf, "sent").await;
    let own = trade.seller.citizen.person.box_id.as_str();
    let words = || json!({ "SignerContent": STANDARD.encode(IN_WORDS) });
    let with = |pointer: &str, value: Value| {
        let mut request = content(&trade, &bare, words());
        *request.pointer_mut(pointer).unwrap() = value;
        request
    };
    let signed = |signer: Value| content(&trade, &bare, signer);
    let details = json!({ "Surname": "А", "FirstName": "Б", "SignerType": "LegalEntity", "SignerPowers": "InvoiceSigner",
        "SignerStatus": "SellerEmployee" });
    let deep = format!("<Signers>{}", "<a>".repeat(300));
    let document = |entity: &str| {
        json!({ "BoxId": own, "Documents": [
        { "DocumentId": { "MessageId": sent.message_id, "EntityId": entity }, "SignerContent": STANDARD.encode(IN_WORDS) } ] })
    };
    let cases = [
        (json!({ "BoxId": own }), 400, "diadoc.field.form", "DraftDocuments"),
        (json!({ "BoxId": "x" }), 400, "diadoc.field.form", "BoxId"),
        (json!({}), 400, "diadoc.field.missing", "BoxId"),
        (json!({ "BoxId": trade.buyer.citizen.person.box_id }), 403, "diadoc.box.forbidden", ""),
        (json!({ "BoxId": STRANGE }), 403, "diadoc.box.forbidden", ""),
        (document(STRANGE), 404, "exchange.document.not-found", ""),
        (document(&sent.document_id), 400, "diadoc.field.not-connected", "Documents[0]"),
        (signed(json!({})), 400, "diadoc.field.missing", "Contents[0].SignerContent"),
        (signed(json!({ "Signer": {} })), 400, "diadoc.field.form", "Contents[0].Signer"),
        (
            signed(json!({ "ExtendedSigner": [{ "SignerDetails": details }] })),
            400,
            "diadoc.field.form",
            "ExtendedSigner",
        ),
        (
            signed(json!({ "SignerContent": STANDARD.encode("<a/>") })),
            400,
            "wire-diadoc.contract.other-root",
            "Signers",
        ),
        (signed(json!({ "SignerContent": STANDARD.encode("<!DOCTYPE a><a/>") })), 400, "formats.xml.dtd", ""),
        (signed(json!({ "SignerContent": STANDARD.encode(deep) })), 400, "formats.file.too-deep", ""),
        (
            signed(json!({ "SignerContent": STANDARD.encode(IN_WORDS.replace("Fio", "Name")) })),
            400,
            "wire-diadoc.contract.unknown-field",
            "Name",
        ),
        (
            signed(json!({ "SignerContent": STANDARD.encode(by_certificate(&trade.buyer.citizen)) })),
            400,
            "diadoc.field.form",
            "issued here to this organization",
        ),
        (with("/Contents/0/Version", json!("utd970_05_02_01")), 400, "diadoc.field.form", "Contents[0].Content"),
        (with("/Contents/0/Version", json!("utd155")), 400, "diadoc.document-type.unknown", "utd970_05_03_01"),
        (with("/Contents/0/Content/Content", json!("")), 400, "diadoc.field.missing", "Contents[0].Content.Content"),
        (with("/Contents/0/Content/Content", json!(STANDARD.encode("<a/>"))), 400, "formats.format.unknown", ""),
        (with("/Contents/0/Content", json!({ "NameOnShelf": "a.xml" })), 404, "exchange.shelf.not-found", ""),
    ];
    for (request, status, code, said) in cases {
        for form in FORMS {
            let reply = prepare(&trade.seller.program, form, "", &request).await;
            assert_eq!((reply.status, reply.code()), (status, code), "{said}: {}", reply.text());
            assert!(reply.text().contains(said), "{said}: {}", reply.text());
        }
    }
    let text = Some("text/xml");
    let reply = trade.seller.program.ask("POST", PREPARE, Form::Protobuf, text, b"<a/>".to_vec()).await;
    assert_eq!((reply.status, reply.code()), (415, "diadoc.body.media-type"));
    trade.close().await;
}

#[tokio::test]
async fn details_are_kept_for_a_certificate_and_a_type_of_titles() {
    let trade = Trade::open().await;
    let print = thumbprint(&trade.seller.citizen);
    let path = |kind: &str| {
        format!(
            "{DETAILS}?boxId={}&thumbprint={}&documentTitleType={kind}",
            trade.seller.citizen.person.box_id,
            print.to_uppercase()
        )
    };
    let absent = trade.seller.program.get(&path("UtdSeller"), Form::Protobuf).await;
    assert_eq!((absent.status, absent.code()), (400, "diadoc.thing.not-found"));
    let sent = ExtendedSignerDetailsToPost {
        job_title: Some("Директор".to_owned()),
        signer_info: Some("Действует на основании Устава".to_owned()),
        signer_powers: Some(0),
        signer_status: Some(1),
        signer_powers_base: Some("Устав".to_owned()),
        ..ExtendedSignerDetailsToPost::default()
    };
    let words = json!({ "JobTitle": "Директор", "SignerInfo": "Действует на основании Устава",
        "SignerPowers": "InvoiceSigner", "SignerStatus": "SellerEmployee", "SignerPowersBase": "Устав" });
    for (form, body) in both(&sent, &words) {
        assert_eq!(trade.seller.program.post(&path("UtdSeller"), form, body).await.status, 200);
        let kept: ExtendedSignerDetails = trade.seller.program.get(&path("0"), Form::Protobuf).await.message();
        assert_eq!((kept.surname.as_str(), kept.first_name.as_str()), ("Ромашкина", "Анна"));
        assert_eq!((kept.job_title.as_deref(), kept.signer_powers, kept.signer_status), (Some("Директор"), 0, 1));
        assert_eq!(kept.inn.as_deref(), Some("9800000013"));
        let shown = trade.seller.program.get(&path("UtdSeller"), Form::Json).await.json();
        assert_eq!((&shown["SignerType"], &shown["SignerPowers"]), (&"LegalEntity".into(), &"InvoiceSigner".into()));
    }
    let other = trade.seller.program.get(&path("UtdBuyer"), Form::Json).await;
    assert_eq!((other.status, other.code()), (400, "diadoc.thing.not-found"));
    for (from, to, code) in [
        ("UtdSeller", "Nothing", "diadoc.parameter.form"),
        (print.to_uppercase().as_str(), "12", "diadoc.parameter.form"),
        (print.to_uppercase().as_str(), &thumbprint(&trade.buyer.citizen), "diadoc.field.form"),
        ("&documentTitleType=UtdSeller", "", "diadoc.parameter.missing"),
        ("thumbprint=", "x=", "diadoc.parameter.missing"),
    ] {
        let reply = trade.seller.program.get(&path("UtdSeller").replace(from, to), Form::Json).await;
        assert_eq!((reply.status, reply.code()), (400, code), "{to}: {}", reply.text());
    }
    let strange = json!({ "SignerPowers": 77 }).to_string().into_bytes();
    let reply = trade.seller.program.post(&path("UtdSeller"), Form::Json, strange).await;
    assert_eq!(reply.status, 400, "{}", reply.text());
    for form in FORMS {
        let foreign =
            path("UtdSeller").replace(&trade.seller.citizen.person.box_id, &trade.buyer.citizen.person.box_id);
        let reply = trade.seller.program.get(&foreign, form).await;
        assert_eq!((reply.status, reply.code()), (403, "diadoc.box.forbidden"));
        assert_eq!(trade.seller.program.with("").get(&path("UtdSeller"), form).await.status, 401);
    }
    // A title of 5.01 takes what is kept, by the certificate alone.
    let der = STANDARD.encode(pki::Signer::certificate(&trade.seller.citizen.person.signer).to_der());
    let contract = crate::titles::ORDER_820
        .replace("SELLER", &trade.seller.citizen.person.box_id)
        .replace("BUYER", &trade.buyer.citizen.person.participant_id);
    let (head, tail) = contract.split_once("<Signers>").unwrap();
    let (_, tail) = tail.split_once("</Signers>").unwrap();
    let by_reference = format!(
        "{head}<Signers><SignerReference BoxId=\"{}\" CertificateBytes=\"{der}\"/></Signers>{tail}",
        trade.seller.citizen.person.box_id
    );
    let generate = format!(
        "/GenerateTitleXml?boxId={}&documentTypeNamedId=Invoice&documentFunction=default\
         &documentVersion=utd820_05_01_02_hyphen&titleIndex=0",
        trade.seller.citizen.person.box_id
    );
    let title =
        crate::traders::file(&trade.seller.program.post(&generate, Form::Protobuf, by_reference.into_bytes()).await);
    accepted("a title of 5.01 by reference", &title, "ON_NSCHFDOPPR_1_997_01_05_01_03");
    // And the same by PrepareDocumentsToSign.
    let request = json!({ "BoxId": trade.seller.citizen.person.box_id, "Contents": [{
        "TypeNamedId": "Invoice", "Function": "default", "Version": "utd820_05_01_02_hyphen",
        "Content": { "Content": STANDARD.encode(&title) }, "ExtendedSigner": [{ "SignerCertificate": der }],
    }] });
    for form in FORMS {
        let (filled, _) = prepared(&prepare(&trade.seller.program, form, "", &request).await, form);
        accepted("a title of 5.01 with its signer", &filled, "ON_NSCHFDOPPR_1_997_01_05_01_03");
    }
    trade.close().await;
}
