//! Documents from the first title to the end, through nothing but the surface, in each wire form.

use crate::shapes::{self, Doc, PatchAct, Seen};
use crate::traders::{Trade, entity_of, kinds};
use crate::world::{FORMS, Form};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use serde_json::{Value, json};
use wire_diadoc::proto::api::proto::events;

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no {pointer} in {value:#}"))
}

fn entity<'a>(message: &'a Value, attachment: &str) -> &'a Value {
    let id = entity_of(message, attachment);
    message["Entities"].as_array().unwrap().iter().find(|entity| entity["EntityId"] == id).unwrap()
}

#[tokio::test]
async fn an_invoice_with_transfer_and_a_paper_go_to_their_end() {
    let trade = Trade::open().await;
    for (form, unique) in
        FORMS.into_iter().zip(["0192d3c4-0000-7000-8000-0000000000a1", "0192d3c4-0000-7000-8000-0000000000b1"])
    {
        let mut title = trade.title(UtdFunction::SchfDop, unique);
        title.custom_id = Some("заказ-5");
        let mut paper = trade.paper("Договор.pdf", b"%PDF-1.7 contract");
        (paper.need_receipt, paper.need_signature, paper.comment) = (true, true, Some("Подпишите, пожалуйста"));
        paper.metadata.extend([("DocumentNumber", "Д-5".to_owned()), ("DocumentDate", "20.11.2026".to_owned())]);
        let (title_octets, paper_octets) = (title.content.clone(), paper.content.clone());
        let posted = trade.post(form, &format!("whole-{unique}"), &[title, paper]).await;
        assert_eq!(
            kinds(&posted),
            ["AttachmentComment", "Nonformalized", "Signature", "Signature", "UniversalTransferDocument"]
        );
        assert_eq!((text(&posted, "/MessageType"), text(&posted, "/LockMode")), ("Letter", "None"));
        assert_eq!((text(&posted, "/FromTitle"), text(&posted, "/ToTitle")), ("ООО «Ромашка»", "ООО «Василёк»"));
        let message_id = text(&posted, "/MessageId").to_owned();
        let utd = entity_of(&posted, "UniversalTransferDocument").to_owned();
        let letter = entity_of(&posted, "Nonformalized").to_owned();
        let info = &entity(&posted, "UniversalTransferDocument")["DocumentInfo"];
        assert_eq!((text(info, "/Function"), text(info, "/Version")), ("СЧФДОП", "utd970_05_03_01"));
        assert_eq!((text(info, "/CustomDocumentId"), info["WorkflowId"].as_i64()), ("заказ-5", Some(16)));
        let info = &entity(&posted, "Nonformalized")["DocumentInfo"];
        assert_eq!((text(info, "/DocumentNumber"), text(info, "/DocumentDate")), ("Д-5", "20.11.2026"));
        assert_eq!(text(info, "/DocumentDirection"), "Outbound");

        // The bytes are exactly those that were signed; words to the recipient are an entity too.
        let buyer = &trade.buyer;
        let comment = entity_of(&posted, "AttachmentComment");
        for (id, octets) in
            [(utd.as_str(), &title_octets[..]), (&letter, &paper_octets), (comment, "Подпишите, пожалуйста".as_bytes())]
        {
            let path = format!("/V4/GetEntityContent?boxId={}&messageId={message_id}&entityId={id}", buyer.box_id());
            let reply = buyer.program.get(&path, form).await;
            assert_eq!((reply.status, &reply.octets[..]), (200, octets));
        }
        let of_utd = format!("/V5/GetMessage?boxId={}&messageId={message_id}&entityId={utd}", buyer.box_id());
        let inside = buyer.program.get(&format!("{of_utd}&injectEntityContent=True&originalSignature=1"), form).await;
        let inside = events::Message::of(&inside, form);
        let data = text(entity(&inside, "UniversalTransferDocument"), "/Content/Data");
        assert_eq!(STANDARD.decode(data).unwrap(), title_octets);
        assert!(entity(&inside, "UniversalTransferDocument")["DocumentInfo"]["CustomDocumentId"].is_null());
        assert!(!kinds(&inside).contains(&"Nonformalized".to_owned()), "only entities about the document");
        assert!(
            kinds(&inside).contains(&"InvoiceConfirmation".to_owned()),
            "the operator confirms sending to the buyer"
        );

        // Several acts in one patch: both receipts, the second title, the signature under the paper.
        let mut answer = trade.act(buyer, "RecipientTitles", (&utd, &utd), "answer_title").await;
        answer.need_receipt = true;
        let acts = [
            trade.act(buyer, "Receipts", (&utd, &utd), "receipt").await,
            answer,
            trade.act(buyer, "Receipts", (&letter, &letter), "receipt").await,
            PatchAct {
                list: "Signatures",
                parent: letter.clone(),
                signature: Some(trade.sign(buyer, &paper_octets)),
                ..PatchAct::default()
            },
        ];
        let patch = buyer.patch(form, &message_id, &acts).await;
        assert_eq!(
            kinds(&patch),
            [
                "InvoiceReceipt",
                "Receipt",
                "Signature",
                "Signature",
                "Signature",
                "Signature",
                "UniversalTransferDocumentBuyerTitle"
            ]
        );
        assert_ne!(text(&patch, "/PatchId"), message_id);
        let answer = entity_of(&patch, "UniversalTransferDocumentBuyerTitle");
        let signature = entity(&patch, "Receipt");
        assert_eq!(text(signature, "/ParentEntityId"), letter);

        // The seller owes a receipt of the second title, and then nobody owes anything.
        let seller = &trade.seller;
        let of = (message_id.as_str(), utd.as_str());
        let owed = "Подписан контрагентом. Требуется подписать извещение о получении";
        let card = seller.wait_status(form, of, owed).await;
        assert_eq!(text(&card, "/SenderReceiptMetadata/ReceiptStatus"), "HaveToCreateReceipt");
        let receipt = trade.act(seller, "Receipts", (&utd, answer), "receipt").await;
        seller.patch(form, &message_id, &[receipt]).await;
        let card = seller.wait_status(form, of, "Подписан контрагентом").await;
        for (pointer, expected) in [
            ("/RecipientReceiptMetadata/ReceiptStatus", "Finished"),
            ("/SenderReceiptMetadata/ReceiptStatus", "Finished"),
            ("/RecipientResponseStatus", "WithRecipientSignature"),
            ("/DocflowStatus/PrimaryStatus/Severity", "Success"),
        ] {
            assert_eq!(text(&card, pointer), expected);
        }
        assert!(card["ConfirmationMetadata"]["DateTimeTicks"].as_i64().unwrap() > 0);
        buyer.wait_status(form, of, "Подписан").await;
        buyer.wait_status(form, (&message_id, &letter), "Подписан").await;
        let whole = events::Message::of(&seller.message(form, &message_id).await, form);
        let confirmations = kinds(&whole).iter().filter(|kind| *kind == "InvoiceConfirmation").count();
        assert_eq!(confirmations, 4, "of both titles and both receipts, each to its author or addressee");
        assert!(!kinds(&whole).iter().any(|kind| kind.contains("Unknown")));
    }
    trade.close().await;
}

#[tokio::test]
async fn a_refusal_and_a_correction_request() {
    let trade = Trade::open().await;
    for (form, digit) in FORMS.into_iter().zip(["2", "3"]) {
        let unique = format!("0192d3c4-0000-7000-8000-00000000000{digit}");
        let documents = [trade.title(UtdFunction::SchfDop, &unique), trade.paper("Счёт.txt", b"invoice")];
        let posted = trade.post(form, &format!("refused-{digit}"), &documents).await;
        let message_id = text(&posted, "/MessageId").to_owned();
        let utd = entity_of(&posted, "UniversalTransferDocument").to_owned();
        let of = (message_id.as_str(), utd.as_str());
        let (seller, buyer) = (&trade.seller, &trade.buyer);
        let correction = trade.act(buyer, "CorrectionRequests", (&utd, &utd), "amendment_request").await;
        let patch = buyer.patch(form, &message_id, &[correction]).await;
        assert_eq!(kinds(&patch), ["InvoiceCorrectionRequest", "Signature"]);
        let asked = |card: &Value| card["AmendmentRequestMetadata"]["AmendmentFlags"] == 1;
        seller.wait(form, of, "the correction request", asked).await;
        let rejection = trade.act(buyer, "XmlSignatureRejections", (&utd, &utd), "rejection").await;
        let patch = buyer.patch(form, &message_id, &[rejection]).await;
        assert_eq!(kinds(&patch), ["Signature", "XmlSignatureRejection"]);
        let rejected = |card: &Value| card["RecipientResponseStatus"] == "RecipientSignatureRequestRejected";
        let card = seller.wait(form, of, "the refusal", rejected).await;
        assert_eq!(text(&card, "/DocflowStatus/PrimaryStatus/Severity"), "Error");
        assert!(text(&card, "/DocflowStatus/PrimaryStatus/StatusText").starts_with("Контрагент отказал в подписи"));
        let late = trade.act(buyer, "RecipientTitles", (&utd, &utd), "answer_title").await;
        let refused = buyer.try_patch(form, &message_id, &[late]).await;
        assert_eq!((refused.status, refused.code()), (409, "exchange.docflow.rejected"));
        // Nobody asked for a signature under the paper.
        let paper = entity_of(&posted, "Nonformalized").to_owned();
        let signature = Some(trade.sign(buyer, b"invoice"));
        let signature = PatchAct { list: "Signatures", parent: paper, signature, ..PatchAct::default() };
        let refused = buyer.try_patch(form, &message_id, &[signature]).await;
        assert_eq!((refused.status, refused.code()), (409, "exchange.answer.not-asked"));
    }
    trade.close().await;
}

#[tokio::test]
async fn a_revocation_is_refused_and_then_accepted() {
    let trade = Trade::open().await;
    for form in FORMS {
        let posted = trade.post(form, &format!("void-{form:?}"), &[trade.paper("Акт.txt", b"act")]).await;
        let message_id = text(&posted, "/MessageId").to_owned();
        let paper = entity_of(&posted, "Nonformalized").to_owned();
        let of = (message_id.as_str(), paper.as_str());
        let (seller, buyer) = (&trade.seller, &trade.buyer);
        for accepted in [false, true] {
            let request = trade.act(seller, "RevocationRequests", (&paper, &paper), "revocation_request").await;
            let octets = request.content.clone().unwrap();
            let patch = seller.patch(form, &message_id, &[request]).await;
            let proposal = entity_of(&patch, "RevocationRequest").to_owned();
            let card = seller.card(form, &message_id, &paper).await;
            assert_eq!(text(&card, "/RevocationStatus"), "RevocationIsRequestedByMe");
            let asked = |card: &Value| card["RevocationStatus"] == "RequestsMyRevocation";
            buyer.wait(form, of, "the proposal", asked).await;
            let (act, status) = if accepted {
                let signature = Some(trade.sign(buyer, &octets));
                let act = PatchAct { list: "Signatures", parent: proposal, signature, ..PatchAct::default() };
                (act, "RevocationAccepted")
            } else {
                let act = trade.act(buyer, "XmlSignatureRejections", (&paper, &proposal), "rejection").await;
                (act, "RevocationRejected")
            };
            buyer.patch(form, &message_id, &[act]).await;
            seller.wait(form, of, status, |card| card["RevocationStatus"] == status).await;
        }
        let card = seller.wait_status(form, of, "Аннулирован").await;
        assert_eq!(text(&card, "/DocflowStatus/PrimaryStatus/Severity"), "Error");
    }
    trade.close().await;
}

#[tokio::test]
async fn universal_messages_need_no_signature() {
    let trade = Trade::open().await;
    for (form, digit) in FORMS.into_iter().zip(["4", "5"]) {
        let unique = format!("0192d3c4-0000-7000-8000-00000000000{digit}");
        let posted = trade.post(form, &unique, &[trade.title(UtdFunction::Schf, &unique)]).await;
        let message_id = text(&posted, "/MessageId").to_owned();
        let utd = entity_of(&posted, "UniversalTransferDocument").to_owned();
        let of = (message_id.as_str(), utd.as_str());
        let buyer = &trade.buyer;
        for (code, group, outside) in
            [(1999, "Receipt", false), (1999, "Receipt", true), (4002, "InformationMessage", true)]
        {
            let ask = json!({ "kind": "universal_message", "code": code, "text": "Слово в слово" });
            let (content, _) = trade.draft(buyer, &utd, ask).await;
            let act = PatchAct {
                list: "UniversalMessages",
                parent: utd.clone(),
                content: Some(content),
                ..PatchAct::default()
            };
            let patch = buyer.patch(form, &message_id, &[act]).await;
            assert_eq!(kinds(&patch), ["UniversalMessage"]);
            let info = &entity(&patch, "UniversalMessage")["UniversalMessageInfo"];
            assert_eq!((text(info, "/CodeGroup"), info["IsOutOfWorkflow"].as_bool()), (group, Some(outside)));
            assert_eq!(info["Events"][0]["StatusCode"].as_i64(), Some(code));
        }
        let received = |card: &Value| card["RecipientReceiptMetadata"]["ReceiptStatus"] == "Finished";
        trade.seller.wait(form, of, "the receipt", received).await;
    }
    trade.close().await;
}

#[tokio::test]
async fn what_is_foreign_is_as_what_is_not() {
    let trade = Trade::open().await;
    let stranger = trade.town.settle(&svitok::story::cast::Role::landysh()).await;
    let program = crate::world::Program::signed_in(&trade.town, &stranger).await;
    let posted = trade.post(Form::Protobuf, "foreign", &[trade.paper("Письмо.txt", b"letter")]).await;
    let (message, paper) = (text(&posted, "/MessageId"), entity_of(&posted, "Nonformalized"));
    let nowhere = "0192d3c4-0000-7000-8000-0000000000ff";
    let (theirs, own) = (trade.seller.box_id(), stranger.person.box_id.as_str());
    for form in FORMS {
        let same = async |foreign: String, unknown: String, status: u16| {
            let (foreign, unknown) = (program.get(&foreign, form).await, program.get(&unknown, form).await);
            assert_eq!((foreign.status, unknown.status), (status, status), "{}", foreign.text());
            assert_eq!((foreign.code(), foreign.octets.as_slice()), (unknown.code(), unknown.octets.as_slice()));
        };
        for (path, rest) in [
            ("/V6/GetMessage", format!("&messageId={message}")),
            ("/V4/GetEntityContent", format!("&messageId={message}&entityId={paper}")),
            ("/V8/GetNewEvents", String::new()),
            ("/V3/GetDocument", format!("&messageId={message}&entityId={paper}")),
            ("/V3/GetDocuments", "&filterCategory=Any.Inbound".to_owned()),
        ] {
            same(format!("{path}?boxId={theirs}{rest}"), format!("{path}?boxId={nowhere}{rest}"), 403).await;
        }
        for path in ["/V6/GetMessage", "/V5/GetMessage"] {
            let ask = |message: &str| format!("{path}?boxId={own}&messageId={message}");
            same(ask(message), ask(nowhere), 404).await;
        }
        for path in ["/V4/GetEntityContent", "/V3/GetDocument"] {
            let ask = |message: &str, entity: &str| format!("{path}?boxId={own}&messageId={message}&entityId={entity}");
            same(ask(message, paper), ask(nowhere, nowhere), 404).await;
        }
        let patch = |box_id: &str, message: &str| {
            crate::shapes::patch(
                form,
                box_id,
                message,
                &[PatchAct {
                    list: "Signatures",
                    parent: paper.to_owned(),
                    signature: Some(b"x".to_vec()),
                    ..PatchAct::default()
                }],
            )
        };
        for (body, unknown, status) in
            [(patch(theirs, message), patch(nowhere, message), 403), (patch(own, message), patch(own, nowhere), 404)]
        {
            let foreign = program.post("/V4/PostMessagePatch", form, body).await;
            let unknown = program.post("/V4/PostMessagePatch", form, unknown).await;
            assert_eq!(
                (foreign.status, foreign.octets),
                (unknown.status, unknown.octets.clone()),
                "{}",
                unknown.text()
            );
            assert_eq!(unknown.status, status);
        }
        let body = crate::shapes::message(form, theirs, own, &[trade.paper("x.txt", b"x")]);
        let unknown = crate::shapes::message(form, nowhere, own, &[trade.paper("x.txt", b"x")]);
        let foreign = program.post("/V3/PostMessage", form, body).await;
        let unknown = program.post("/V3/PostMessage", form, unknown).await;
        assert_eq!((foreign.status, foreign.octets), (403, unknown.octets.clone()), "{}", unknown.text());
    }
    trade.close().await;
}

#[tokio::test]
async fn a_draft_is_kept_looked_at_and_sent() {
    let trade = Trade::open().await;
    let (seller, buyer) = (&trade.seller, &trade.buyer);
    for form in FORMS {
        let octets = b"draft of a contract";
        let paper = Doc { signature: Vec::new(), ..trade.paper("Черновик.txt", octets) };
        let mut body = shapes::message_proto(seller.box_id(), buyer.box_id(), std::slice::from_ref(&paper));
        body.is_draft = Some(true);
        let octets_of_body = match form {
            Form::Protobuf => prost::Message::encode_to_vec(&body),
            Form::Json => {
                let json = shapes::message(form, seller.box_id(), buyer.box_id(), &[paper]);
                let mut json: Value = serde_json::from_slice(&json).unwrap();
                json["IsDraft"] = json!(true);
                json["DocumentAttachments"][0]["SignedContent"].as_object_mut().unwrap().remove("Signature");
                json.to_string().into_bytes()
            }
        };
        let kept = seller.program.post("/V3/PostMessage", form, octets_of_body).await;
        let kept = events::Message::of(&kept, form);
        assert_eq!((text(&kept, "/MessageType"), kinds(&kept)), ("Draft", vec!["Nonformalized".to_owned()]));
        let draft_id = text(&kept, "/MessageId").to_owned();
        let document = entity_of(&kept, "Nonformalized").to_owned();
        let status = "/DocumentInfo/DocflowStatus/PrimaryStatus/StatusText";
        assert_eq!(text(entity(&kept, "Nonformalized"), status), "Черновик: требуется подпись");
        let read = events::Message::of(&seller.message(form, &draft_id).await, form);
        assert_eq!(read["Entities"], kept["Entities"]);
        assert_eq!(buyer.message(form, &draft_id).await.status, 404, "nobody sent it");
        let path = format!("/V4/GetEntityContent?boxId={}&messageId={draft_id}&entityId={document}", seller.box_id());
        assert_eq!(seller.program.get(&path, form).await.octets, octets);

        let signature = trade.sign(seller, octets);
        let sending = match form {
            Form::Protobuf => prost::Message::encode_to_vec(&events::DraftToSend {
                box_id: seller.box_id().to_owned(),
                draft_id: draft_id.clone(),
                document_signatures: vec![events::DocumentSenderSignature {
                    parent_entity_id: document.clone(),
                    signature: Some(signature.into()),
                    ..events::DocumentSenderSignature::default()
                }],
                ..events::DraftToSend::default()
            }),
            Form::Json => json!({
                "BoxId": seller.box_id(), "DraftId": draft_id,
                "DocumentSignatures": [{ "ParentEntityId": document, "Signature": STANDARD.encode(signature) }],
            })
            .to_string()
            .into_bytes(),
        };
        let path = format!("/SendDraft?operationId=send-{form:?}");
        let sent = events::Message::of(&seller.program.post(&path, form, sending.clone()).await, form);
        let again = events::Message::of(&seller.program.post(&path, form, sending).await, form);
        assert_eq!(sent["MessageId"], again["MessageId"]);
        assert_eq!((text(&sent, "/MessageType"), kinds(&sent).len()), ("Letter", 2));
        trade.town.rest().await;
        assert_eq!(buyer.message(form, text(&sent, "/MessageId")).await.status, 200);
    }
    trade.close().await;
}
