//! The feed, the lists and the docflows of both boxes, in each wire form.

use crate::shapes::{PatchAct, Seen, steps};
use crate::traders::{Trade, Trader, entity_of};
use crate::world::{FORMS, Form};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use prost::Message as _;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use wire_diadoc::proto::api::proto;
use wire_diadoc::proto::api::proto::docflow::{
    GetDocflowBatchRequest, GetDocflowBatchResponseV4, GetDocflowEventsRequest, GetDocflowEventsResponseV4,
    GetDocflowRequest,
};
use wire_diadoc::proto::api::proto::documents::DocumentList;
use wire_diadoc::proto::api::proto::events::BoxEventList;

async fn page(who: &Trader, form: Form, rest: &str) -> Value {
    let path = format!("/V8/GetNewEvents?boxId={}{rest}", who.box_id());
    BoxEventList::of(&who.program.get(&path, form).await, form)
}

/// Every event, page by page.
async fn all(who: &Trader, form: Form, limit: usize) -> Vec<Value> {
    let (mut events, mut after) = (Vec::new(), String::new());
    loop {
        let page = page(who, form, &format!("&limit={limit}{after}")).await;
        let found = page["Events"].as_array().unwrap().clone();
        let Some(last) = found.last() else {
            assert_eq!((page["TotalCount"].as_i64(), page["TotalCountType"].as_str()), (Some(0), Some("Equal")));
            return events;
        };
        assert!(found.len() <= limit && page["TotalCount"].as_i64().unwrap() >= i64::try_from(found.len()).unwrap());
        after = format!("&afterIndexKey={}", last["IndexKey"].as_str().unwrap());
        events.extend(found);
    }
}

/// Two messages, one signed.
async fn lived(trade: &Trade) -> (String, String) {
    let unique = "0192d3c4-0000-7000-8000-0000000000d1";
    let mut paper = trade.paper("Договор.txt", b"contract");
    paper.need_signature = true;
    let documents = [trade.title(UtdFunction::SchfDop, unique), paper];
    let posted = trade.post(Form::Protobuf, "lived", &documents).await;
    let message_id = posted["MessageId"].as_str().unwrap().to_owned();
    let letter = entity_of(&posted, "Nonformalized").to_owned();
    let signature = Some(trade.sign(&trade.buyer, b"contract"));
    let act = PatchAct { list: "Signatures", parent: letter, signature, ..PatchAct::default() };
    trade.buyer.patch(Form::Json, &message_id, &[act]).await;
    trade.post(Form::Json, "lived-2", &[trade.paper("Письмо.txt", b"letter")]).await;
    (message_id, entity_of(&posted, "UniversalTransferDocument").to_owned())
}

#[tokio::test]
async fn the_feed_resumes_exactly_and_never_changes() {
    let trade = Trade::open().await;
    let (message_id, _) = lived(&trade).await;
    for who in [&trade.seller, &trade.buyer] {
        let whole = all(who, Form::Json, 100).await;
        let ids: BTreeSet<&str> = whole.iter().map(|event| event["EventId"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), whole.len(), "an event has an identifier of its own");
        for form in FORMS {
            for limit in [1, 2, 3, 100] {
                let paged = all(who, form, limit).await;
                let key = |event: &Value| (event["EventId"].clone(), event["IndexKey"].clone());
                let same = paged.iter().map(key).eq(whole.iter().map(key));
                assert!(same, "{form:?} by {limit}");
            }
        }
        // An entity is told of once, in the order in which it came.
        let mut told = BTreeSet::new();
        for event in &whole {
            let brought = event.pointer("/Message/Entities").or(event.pointer("/Patch/Entities")).unwrap();
            for entity in brought.as_array().unwrap() {
                assert!(told.insert(entity["EntityId"].as_str().unwrap().to_owned()), "{entity} twice");
                assert!(entity["Content"]["Data"].is_null(), "a feed carries no contents");
            }
        }
        let newest = page(who, Form::Protobuf, "&orderBy=Descending&limit=100").await;
        let newest: Vec<&Value> = newest["Events"].as_array().unwrap().iter().map(|event| &event["EventId"]).collect();
        assert!(newest.into_iter().rev().eq(whole.iter().map(|event| &event["EventId"])));
        // The old form of a cursor.
        let middle = whole.get(1).unwrap()["EventId"].as_str().unwrap();
        let rest = page(who, Form::Json, &format!("&afterEventId={middle}")).await;
        assert_eq!(rest["Events"][0]["EventId"], whole.get(2).unwrap()["EventId"]);
        assert_eq!(rest["TotalCount"].as_u64(), Some(whole.len() as u64 - 2));
    }
    // The message as it was then: without what came later, in a state that has passed.
    let before = all(&trade.seller, Form::Json, 100).await;
    let first = before.iter().find(|event| event["Message"]["MessageId"] == message_id.as_str()).unwrap();
    let card = &first["Message"]["Entities"][0]["DocumentInfo"];
    assert_eq!(
        card["DocflowStatus"]["PrimaryStatus"]["StatusText"].as_str().unwrap().split('.').next(),
        Some("Доставляется")
    );
    let delivered = before.iter().filter(|event| event["Patch"]["MessageIsDelivered"] == true).count();
    assert_eq!(delivered, 2, "both messages of the seller reached the buyer");
    trade.post(Form::Json, "later", &[trade.paper("Ещё.txt", b"more")]).await;
    let after = all(&trade.seller, Form::Json, 100).await;
    assert_eq!(after.get(..before.len()), Some(before.as_slice()), "only added to");

    for (rest, fits) in [
        ("&documentDirection=Inbound".to_owned(), false),
        ("&documentDirection=Outbound".to_owned(), true),
        ("&typeNamedId=Nonformalized&typeNamedId=UniversalTransferDocument".to_owned(), true),
        ("&messageType=Draft&messageType=Template".to_owned(), false),
        (format!("&counteragentBoxId={}", trade.buyer.box_id()), true),
        (format!("&counteragentBoxId={}", trade.seller.box_id()), false),
        ("&timestampToTicks=600000000000000000".to_owned(), false),
        ("&timestampFromTicks=600000000000000000".to_owned(), true),
    ] {
        let found = page(&trade.seller, Form::Protobuf, &rest).await;
        let expected = if fits { after.len() } else { 0 };
        assert_eq!(found["Events"].as_array().unwrap().len(), expected, "{rest}");
    }
    trade.close().await;
}

async fn documents(who: &Trader, form: Form, rest: &str) -> Value {
    let path = format!("/V3/GetDocuments?boxId={}&filterCategory={rest}", who.box_id());
    DocumentList::of(&who.program.get(&path, form).await, form)
}

#[tokio::test]
async fn lists_of_documents_by_category() {
    let trade = Trade::open().await;
    let (message_id, utd) = lived(&trade).await;
    for form in FORMS {
        for (who, category, count) in [
            (&trade.seller, "Any.Outbound", 3),
            (&trade.seller, "Any.Inbound", 0),
            (&trade.buyer, "Any.InboundNotRevoked", 3),
            (&trade.buyer, "Any.InboundHaveToCreateReceipt", 1),
            (&trade.seller, "Any.OutboundWaitingForReceipt", 1),
            (&trade.buyer, "Any.InboundWaitingForRecipientSignature", 1),
            (&trade.buyer, "Nonformalized.InboundWithRecipientSignature", 1),
            (&trade.seller, "UniversalTransferDocument.OutboundNotFinished", 1),
            (&trade.seller, "Any.OutboundFinished", 2),
            (&trade.seller, "Any.OutboundRevocationAccepted", 0),
            (&trade.seller, "Any.OutboundInvalidSenderSignature", 0),
            (&trade.seller, "Torg12.Outbound", 0),
            (&trade.seller, "Any.Internal", 0),
            (&trade.buyer, "Any.Inbound&documentNumber=0192d3c4", 1),
            (&trade.buyer, "Any.Inbound&fromDocumentDate=23.11.2026&toDocumentDate=23.11.2026", 1),
            (&trade.buyer, "Any.Inbound&timestampToTicks=600000000000000000", 0),
        ] {
            let list = documents(who, form, category).await;
            assert_eq!(list["TotalCount"].as_i64(), Some(count), "{category}");
            assert_eq!(i64::try_from(list["Documents"].as_array().unwrap().len()), Ok(count), "{category}");
        }
        let (mut found, mut after) = (Vec::new(), String::new());
        loop {
            let list = documents(&trade.buyer, form, &format!("Any.Inbound&count=1{after}")).await;
            let Some(card) = list["Documents"].get(0).cloned() else { break };
            after = format!("&afterIndexKey={}", card["IndexKey"].as_str().unwrap());
            assert_eq!(list["HasMoreResults"].as_bool(), Some(found.len() < 2));
            found.push(card);
        }
        let whole = documents(&trade.buyer, form, "Any.Inbound").await;
        assert_eq!(whole["Documents"].as_array().unwrap(), &found);
        let backwards = documents(&trade.buyer, form, "Any.Inbound&sortDirection=Descending").await;
        let ids = |list: &[Value]| list.iter().map(|card| card["EntityId"].clone()).collect::<Vec<_>>();
        let mut reversed = ids(backwards["Documents"].as_array().unwrap());
        reversed.reverse();
        assert_eq!(reversed, ids(&found));
        let card = found.iter().find(|card| card["EntityId"] == utd.as_str()).unwrap();
        assert_eq!(card["MessageId"], message_id.as_str());
        assert_eq!(card["Title"], "Универсальный передаточный документ № 0192d3c4 от 23.11.2026");
        let mixed = format!(
            "/V3/GetDocuments?boxId={}&filterCategory=Any.Inbound&timestampFromTicks=1&fromDocumentDate=01.01.2026",
            trade.buyer.box_id()
        );
        assert_eq!(trade.buyer.program.get(&mixed, form).await.status, 400);
        let unread = format!("/V3/GetDocuments?boxId={}&filterCategory=Any.InboundNotRead", trade.buyer.box_id());
        let unread = trade.buyer.program.get(&unread, form).await;
        assert_eq!((unread.status, unread.code()), (400, "diadoc.field.not-connected"));
    }
    trade.close().await;
}

async fn docflows(who: &Trader, form: Form, of: (&str, &str), event: Option<&str>) -> Value {
    let path = format!("/V4/GetDocflows?boxId={}", who.box_id());
    let (message, document) = of;
    let body = match form {
        Form::Protobuf => {
            let document_id = proto::DocumentId { message_id: message.to_owned(), entity_id: document.to_owned() };
            let last_event_id = event.map(str::to_owned);
            let request = GetDocflowRequest { document_id, last_event_id, inject_entity_content: Some(false) };
            GetDocflowBatchRequest { requests: vec![request] }.encode_to_vec()
        }
        Form::Json => {
            let id = json!({ "MessageId": message, "EntityId": document });
            json!({ "Requests": [{ "DocumentId": id, "LastEventId": event }] }).to_string().into_bytes()
        }
    };
    let reply = who.program.post(&path, form, body).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    match form {
        Form::Protobuf => steps(reply.message::<GetDocflowBatchResponseV4>().documents.first().unwrap()),
        Form::Json => reply.json()["Documents"][0].clone(),
    }
}

/// Every row of the document feed, a page of `limit` at a time.
async fn moved(who: &Trader, form: Form, limit: i32) -> Vec<Value> {
    let path = format!("/V4/GetDocflowEvents?boxId={}", who.box_id());
    let (mut rows, mut after): (Vec<Value>, Vec<u8>) = (Vec::new(), Vec::new());
    loop {
        let body = match form {
            Form::Protobuf => GetDocflowEventsRequest {
                after_index_key: (!after.is_empty()).then(|| after.clone().into()),
                populate_documents: Some(true),
                populate_previous_document_states: Some(true),
                limit: Some(limit),
                ..GetDocflowEventsRequest::default()
            }
            .encode_to_vec(),
            Form::Json => json!({
                "Filter": {}, "AfterIndexKey": STANDARD.encode(&after), "PopulateDocuments": true,
                "PopulatePreviousDocumentStates": true, "Limit": limit,
            })
            .to_string()
            .into_bytes(),
        };
        let reply = who.program.post(&path, form, body).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let found: Vec<Value> = match form {
            Form::Protobuf => {
                let list: GetDocflowEventsResponseV4 = reply.message();
                let row = |event: &proto::docflow::DocflowEventV4| {
                    json!({
                        "EventId": event.event_id, "IndexKey": STANDARD.encode(&event.index_key),
                        "PreviousEventId": event.previous_event_id,
                        "Document": event.document.as_ref().map(steps),
                        "PreviousDocumentState": event.previous_document_state.as_ref().map(steps),
                    })
                };
                list.events.iter().map(row).collect()
            }
            Form::Json => reply.json()["Events"].as_array().unwrap().clone(),
        };
        let Some(last) = found.last() else { return rows };
        after = STANDARD.decode(last["IndexKey"].as_str().unwrap()).unwrap();
        rows.extend(found);
    }
}

#[tokio::test]
async fn docflows_before_and_after_each_event() {
    let trade = Trade::open().await;
    let (message_id, utd) = lived(&trade).await;
    let of = (message_id.as_str(), utd.as_str());
    for (form, answered) in FORMS.into_iter().zip([false, true]) {
        let now = docflows(&trade.buyer, form, of, None).await;
        let status = |pointer: &str| now.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
        assert_eq!(now.pointer("/Docflow/SenderTitle/IsFinished"), Some(&json!(true)));
        assert_eq!(now.pointer("/Docflow/Confirmation/IsFinished"), Some(&json!(true)));
        let (receipt, response) = if answered {
            ("Finished", "WithRecipientSignature")
        } else {
            ("HaveToCreateReceipt", "WaitingForRecipientSignature")
        };
        assert_eq!(status("/Docflow/RecipientReceipt/Status"), receipt);
        assert_eq!(status("/Docflow/RecipientResponse/ResponseStatus"), response);
        if !answered {
            let acts = [
                trade.act(&trade.buyer, "Receipts", (&utd, &utd), "receipt").await,
                trade.act(&trade.buyer, "RecipientTitles", (&utd, &utd), "answer_title").await,
            ];
            trade.buyer.patch(form, &message_id, &acts).await;
            trade.town.rest().await;
        }
        for who in [&trade.seller, &trade.buyer] {
            let rows = moved(who, form, 100).await;
            for limit in [1, 2] {
                let paged = moved(who, form, limit).await;
                let key = |row: &Value| (row["EventId"].clone(), row["IndexKey"].clone());
                assert!(paged.iter().map(key).eq(rows.iter().map(key)), "by {limit}");
            }
            let own: Vec<&Value> =
                rows.iter().filter(|row| row["Document"]["DocumentId"]["EntityId"] == utd.as_str()).collect();
            assert!(own.len() >= 3, "posted, delivered or received, answered");
            assert!(own.first().unwrap()["PreviousEventId"].is_null());
            for pair in own.windows(2) {
                let [before, after] = pair else { unreachable!() };
                assert_eq!(after["PreviousEventId"], before["EventId"]);
                assert_eq!(after["PreviousDocumentState"]["Docflow"], before["Document"]["Docflow"]);
                // The document at an event is what the event told.
                let event = before["EventId"].as_str().unwrap();
                let then = docflows(who, form, of, Some(event)).await;
                assert_eq!(then["Docflow"], before["Document"]["Docflow"]);
            }
            let last = docflows(who, form, of, None).await;
            assert_eq!(last["LastEvent"]["EventId"], own.last().unwrap()["EventId"]);
        }
    }
    trade.close().await;
}
