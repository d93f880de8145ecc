//! A client that asks again: the first result, 409, or 204 while the first is being carried out.

use crate::shapes::{self, Doc, PatchAct, Seen};
use crate::traders::{Trade, entity_of};
use crate::world::{FORMS, Form, Reply};
use kernel::Caller;
use serde_json::Value;
use std::sync::Arc;
use store::No;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use wire_diadoc::proto::api::proto::events;

fn message_id(reply: &Reply, form: Form) -> String {
    events::Message::of(reply, form)["MessageId"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_operation_happens_once() {
    let trade = Trade::open().await;
    for form in FORMS {
        let paper = [trade.paper("Письмо.txt", b"letter")];
        let first = trade.try_post(form, &format!("Once-{form:?}"), &paper).await;
        let again = trade.try_post(form, &format!("oNCE-{form:?}"), &paper).await;
        assert_eq!(message_id(&first, form), message_id(&again, form), "letter case plays no part");
        let other = [trade.paper("Другое.txt", b"another letter")];
        let refused = trade.try_post(form, &format!("once-{form:?}"), &other).await;
        assert_eq!((refused.status, refused.code()), (409, "diadoc.operation.other-body"));

        // Without an operation the body is its own key.
        let body = |name: &str| {
            let documents = [trade.paper(name, b"bare")];
            shapes::message(form, trade.seller.box_id(), trade.buyer.box_id(), &documents)
        };
        let same = body(&format!("Без ключа {form:?}.txt"));
        let first = trade.seller.program.post("/V3/PostMessage", form, same.clone()).await;
        let again = trade.seller.program.post("/V3/PostMessage", form, same).await;
        assert_eq!(message_id(&first, form), message_id(&again, form));
        let other = trade.seller.program.post("/V3/PostMessage", form, body(&format!("Иное {form:?}.txt"))).await;
        assert_ne!(message_id(&first, form), message_id(&other, form));
    }
    trade.close().await;
}

/// What was done stays done, though the same request would be refused today.
#[tokio::test]
async fn a_repeat_is_answered_when_it_would_be_refused() {
    let trade = Trade::open().await;
    for form in FORMS {
        let mut paper = trade.paper("Акт.txt", b"act");
        paper.need_signature = true;
        let posted = trade.post(form, &format!("act-{form:?}"), &[paper]).await;
        let message_id = posted["MessageId"].as_str().unwrap();
        let letter = entity_of(&posted, "Nonformalized");
        let signature = Some(trade.sign(&trade.buyer, b"act"));
        let act = PatchAct { list: "Signatures", parent: letter.to_owned(), signature, ..PatchAct::default() };
        let body = shapes::patch(form, trade.buyer.box_id(), message_id, &[act]);
        for path in ["/V4/PostMessagePatch?operationId=sign", "/V4/PostMessagePatch"] {
            let path = if path.contains('?') { format!("{path}-{form:?}") } else { path.to_owned() };
            let reply = trade.buyer.program.post(&path, form, body.clone()).await;
            // The second key is another operation, and the paper is signed already.
            if path.contains('?') {
                let patch = events::MessagePatch::of(&reply, form);
                let again = trade.buyer.program.post(&path, form, body.clone()).await;
                assert_eq!(events::MessagePatch::of(&again, form)["PatchId"], patch["PatchId"]);
            } else {
                assert_eq!((reply.status, reply.code()), (409, "exchange.answer.already-signed"));
            }
        }
    }
    // The buyer is no counteragent any more.
    let paper = [trade.paper("До разрыва.txt", b"before")];
    let first = trade.try_post(Form::Json, "before", &paper).await;
    trade.town.rest().await;
    let seller = &trade.seller.citizen.person;
    let path = format!("/api/v1/exchange/boxes/{}/counteragents/{}/acts", seller.box_id, trade.buyer.box_id());
    seller.client.post(&path, "break", &serde_json::json!({ "act": "break" })).await.unwrap();
    let again = trade.try_post(Form::Json, "before", &paper).await;
    assert_eq!(message_id(&first, Form::Json), message_id(&again, Form::Json));
    let fresh = trade.try_post(Form::Json, "after", &[trade.paper("После.txt", b"after")]).await;
    assert_eq!((fresh.status, fresh.code()), (409, "exchange.counteragent.not-linked"), "{}", fresh.text());
    trade.close().await;
}

/// The database is held, so that of two equal calls one waits for it and the other hears that it is being carried out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_equal_call_waits_while_the_first_runs() {
    let trade = Trade::open().await;
    for form in FORMS {
        let paper = [trade.paper("Долгое.txt", b"long")];
        let (held, let_go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let cx = trade.town.app.cx(Caller::System);
        let (store, waits) = (trade.town.app.store.clone(), (Arc::clone(&held), Arc::clone(&let_go)));
        let mut holder = JoinSet::new();
        holder.spawn(async move {
            let written = store.write(&cx, waits, |_, _, (held, let_go)| {
                Box::pin(async move {
                    held.notify_one();
                    let_go.notified().await;
                    Ok::<(), No<exchange::Refusal>>(())
                })
            });
            written.await.unwrap();
        });
        held.notified().await;
        let operation = format!("long-{form:?}");
        let (one, two) = (trade.try_post(form, &operation, &paper), trade.try_post(form, &operation, &paper));
        let (mut one, mut two) = (Box::pin(one), Box::pin(two));
        let (early, late) = tokio::select! {
            early = &mut one => (early, two),
            early = &mut two => (early, one),
        };
        assert_eq!((early.status, early.header("retry-after")), (204, "1"), "{}", early.text());
        assert!(early.octets.is_empty());
        let_go.notify_one();
        let late = late.await;
        let id = message_id(&late, form);
        holder.join_next().await.unwrap().unwrap();
        let again = trade.try_post(form, &operation, &paper).await;
        assert_eq!(message_id(&again, form), id);
    }
    trade.close().await;
}

/// Limits and services are refused by the vendor's status with our code and the name of the field.
#[tokio::test]
async fn limits_and_services_are_named() {
    let trade = Trade::open().await;
    let (from, to) = (trade.seller.box_id(), trade.buyer.box_id());
    let paper = || trade.paper("Счёт.txt", b"invoice");
    for form in FORMS {
        let many: Vec<Doc> = (0..41).map(|_| paper()).collect();
        let reply = trade.try_post(form, "many", &many).await;
        assert_eq!((reply.status, reply.code()), (400, "exchange.message.too-many-documents"));
        let long: &'static str = Box::leak("я".repeat(5_001).into_boxed_str());
        let reply = trade.try_post(form, "long", &[Doc { comment: Some(long), ..paper() }]).await;
        assert_eq!((reply.status, reply.code()), (400, "exchange.comment.too-long"));
        let other = Doc {
            function: Some("ДОП"),
            ..trade.title(formats::utd::UtdFunction::SchfDop, "0192d3c4-0000-7000-8000-0000000000c1")
        };
        let reply = trade.try_post(form, "other", &[other]).await;
        assert_eq!(
            (reply.status, reply.code()),
            (400, "diadoc.document-type.unknown"),
            "the file is of another function"
        );
        let unsigned = Doc { signature: Vec::new(), ..paper() };
        let reply = trade.try_post(form, "unsigned", &[unsigned]).await;
        assert_eq!((reply.status, reply.code()), (400, "exchange.signature.missing"));
    }
    let mut message: Value = serde_json::from_slice(&shapes::message(Form::Json, from, to, &[paper()])).unwrap();
    for (name, value) in [
        ("IsInternal", serde_json::json!(true)),
        ("DelaySend", serde_json::json!(true)),
        ("LockMode", serde_json::json!("Full")),
        ("ProxyBoxId", serde_json::json!(to)),
        ("ToDepartmentId", serde_json::json!("0192d3c4-0000-7000-8000-0000000000c2")),
    ] {
        message[name] = value;
        let reply = trade.seller.program.post("/V3/PostMessage", Form::Json, message.to_string().into_bytes()).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.field.not-connected"), "{name}");
        assert!(reply.text().contains(name), "{}", reply.text());
        message.as_object_mut().unwrap().remove(name);
    }
    let sent = trade.seller.program.post("/V3/PostMessage", Form::Json, message.to_string().into_bytes()).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    trade.close().await;
}
