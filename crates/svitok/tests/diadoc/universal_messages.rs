//! Universal messages: written from the contract's simple XML, posted unsigned, and what they move.

use crate::traders::{Trade, file, outcome};
use crate::world::{FORMS, Form};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::service::UniversalMessage;
use formats::utd::UtdFunction;
use serde_json::json;
use svitok::story::Posted;

fn message(infos: &[(&str, &str)]) -> String {
    let infos: String = infos
        .iter()
        .map(|(code, text)| {
            format!("<UniversalMessageInfo StatusCode=\"{code}\"><PlainText>{text}</PlainText></UniversalMessageInfo>")
        })
        .collect();
    format!(
        "<UniversalMessage><UniversalMessageInfos>{infos}</UniversalMessageInfos>\
         <Sender UseDefaultPersonInfo=\"true\"/></UniversalMessage>"
    )
}

fn path(trade: &Trade, posted: &Posted, attachment: &str) -> String {
    let box_id = &trade.buyer.citizen.person.box_id;
    format!("/GenerateUniversalMessage?boxId={box_id}&messageId={}&attachmentId={attachment}", posted.message_id)
}

async fn post(trade: &Trade, posted: &Posted, xml: &[u8], key: &str) {
    let act = json!({
        "kind": "universal_message", "parent_id": posted.document_id, "content": STANDARD.encode(xml),
    });
    trade.buyer.citizen.person.act(posted, act, key).await.unwrap();
}

#[tokio::test]
async fn every_code_is_written_and_accepted() {
    let trade = Trade::open().await;
    let posted = trade.send(UtdFunction::SchfDop, "messages").await;
    let path = path(&trade, &posted, &posted.document_id);
    for code in ["1999", "4002", "4003", "2007", "2999", "3999"] {
        let mut xml = Vec::new();
        for (form, kind) in [(Form::Protobuf, None), (Form::Json, Some("application/xml; charset=utf-8"))] {
            let body = message(&[(code, "Слово"), (code, "И ещё слово")]);
            xml = file(&trade.buyer.program.ask("POST", &path, form, kind, body.into_bytes()).await);
            let read = UniversalMessage::read(&formats::read(&xml).unwrap()).unwrap();
            assert!(formats::check(&xml).first_error().is_none());
            assert_eq!(read.events.iter().filter(|event| event.code.number().to_string() == code).count(), 2);
            let sender = read.sender.and_then(|person| person.name).unwrap();
            assert_eq!((sender.surname.as_str(), sender.given_name.as_str()), ("Васильков", "Борис"));
        }
        post(&trade, &posted, &xml, code).await;
    }
    trade.seller.citizen.person.wait(&posted, "the refusal", |document| outcome(document) == "rejected").await.unwrap();
    // This method documents no 409.
    let both = message(&[("2007", "Подтвердите полномочия"), ("2999", "Исправьте")]);
    let late = trade.buyer.program.post(&path, Form::Protobuf, both.into_bytes()).await;
    assert_eq!((late.status, late.code()), (400, "exchange.docflow.rejected"), "{}", late.text());
    trade.close().await;
}

#[tokio::test]
async fn what_is_no_message_is_refused() {
    let trade = Trade::open().await;
    let posted = trade.send(UtdFunction::Dop, "no-message").await;
    let at = path(&trade, &posted, &posted.document_id);
    let huge = vec![b' '; 10 * 1024 * 1024 + 1];
    let deep = format!("<UniversalMessage>{}", "<a>".repeat(500));
    let cases: [(Vec<u8>, &str, &str); 9] = [
        (message(&[("1999", "а"), ("3999", "б")]).into(), "wire-diadoc.contract.contradiction", "@StatusCode"),
        (message(&[("5000", "а")]).into(), "wire-diadoc.contract.value", "2999"),
        (message(&[]).into(), "wire-diadoc.contract.missing-field", "UniversalMessageInfo"),
        ("<UniversalMessage Hat='1'/>".into(), "wire-diadoc.contract.unknown-field", "@Hat"),
        ("<Message/>".into(), "wire-diadoc.contract.other-root", "UniversalMessage"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><UniversalMessage/>".into(), "formats.xml.dtd", ""),
        (deep.into(), "formats.file.too-deep", ""),
        (huge, "wire-diadoc.contract.too-large", ""),
        (Vec::new(), "formats.xml.not-well-formed", ""),
    ];
    for (body, code, said) in cases {
        let reply = trade.buyer.program.post(&at, Form::Protobuf, body).await;
        assert_eq!((reply.status, reply.code()), (400, code), "{}", reply.text());
        assert!(reply.text().contains(said), "{}", reply.text());
    }
    let json = trade.buyer.program.post(&at, Form::Json, b"{}".to_vec()).await;
    assert_eq!((json.status, json.code()), (415, "diadoc.body.xml-media-type"));
    let body = || message(&[("1999", "а")]).into_bytes();
    for form in FORMS {
        let kind = Some("text/xml");
        let strange = path(&trade, &posted, "0192d3c4-0000-7000-8000-00000000002a");
        let reply = trade.buyer.program.ask("POST", &strange, form, kind, body()).await;
        assert_eq!((reply.status, reply.code()), (404, "exchange.entity.not-found"));
        let foreign = trade.seller.program.ask("POST", &at, form, kind, body()).await;
        assert_eq!((foreign.status, foreign.code()), (403, "diadoc.box.forbidden"));
    }
    trade.close().await;
}
