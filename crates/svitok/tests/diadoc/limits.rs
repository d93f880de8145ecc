//! A host that takes less than usual: the same limits at the surface and at the own API, each told with its figure.

use crate::shapes::Doc;
use crate::town::Body;
use crate::traders::Trade;
use crate::world::{FORMS, Form, Program, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::time::Duration;
use svitok::config::{Place, SizeArgs};

const MIB: usize = 1024 * 1024;
/// Nothing has it.
const NO_ID: &str = "00000000-0000-0000-0000-000000000000";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Three documents, a mebibyte each, on a shelf of a day.
fn small(place: &mut Place) {
    place.sizes = SizeArgs { message_documents: 3, message_size: 1, shelf_file: 1, shelf_days: 1 };
}

/// Refused with a text that has the figure.
fn refused(reply: &Reply, code: &str, figure: &str) {
    assert_eq!((reply.status, reply.code()), (400, code), "{}", reply.text());
    assert!(reply.text().contains(figure), "{}", reply.text());
}

fn papers(trade: &Trade, count: usize, bytes: usize) -> Vec<Doc> {
    (0..count).map(|number| trade.paper(&format!("Письмо {number}.txt"), &vec![b'a'; bytes])).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fewer_documents_and_smaller_ones() {
    let trade = Trade::open_as(small).await;
    for form in FORMS {
        let operation = |what: &str| format!("{what}-{form:?}");
        let reply = trade.try_post(form, &operation("four"), &papers(&trade, 4, 10)).await;
        refused(&reply, "exchange.message.too-many-documents", "не больше 3.");
        trade.post(form, &operation("three"), &papers(&trade, 3, 10)).await;
        // A request is no larger than a document; the largest document comes over the shelf.
        let reply = trade.try_post(form, &operation("large"), &papers(&trade, 1, MIB)).await;
        assert_eq!((reply.status, reply.code()), (400, "web.body.too-large"), "{}", reply.text());
        let drafts: Vec<Value> =
            (0..4).map(|_| json!({ "DocumentId": { "MessageId": NO_ID, "EntityId": NO_ID } })).collect();
        let ask = json!({ "BoxId": trade.seller.box_id(), "DraftDocuments": drafts }).to_string().into_bytes();
        let reply = trade.seller.program.post("/PrepareDocumentsToSign", Form::Json, ask).await;
        refused(&reply, "exchange.message.too-many-documents", "не больше 3.");
    }
    let (town, seller, buyer) = (&trade.town, &trade.seller.citizen, &trade.buyer.citizen);
    let content = format!("/api/v1/exchange/boxes/{}/content", seller.person.box_id);
    let put = async |octets: Vec<u8>| {
        town.ask(Some(&seller.token), "PUT", &content, Body::Octets("application/octet-stream", octets)).await
    };
    let large = put(vec![b'a'; MIB + 1]).await;
    assert_eq!((large.status, large.code()), (413, "web.body.too-large"), "{}", large.text);
    let largest = vec![b'b'; MIB];
    let kept = put(largest.clone()).await;
    assert_eq!(kept.status, 200, "{}", kept.text);
    let paper = |number: usize| {
        let signature = STANDARD.encode(trade.sign(&trade.seller, &largest));
        json!({
            "kind": "nonformalized", "file_name": format!("{number}.bin"), "uploaded": kept.body["blake3"],
            "signature": signature,
        })
    };
    let messages = format!("/api/v1/exchange/boxes/{}/messages", seller.person.box_id);
    for (count, status) in [(4, 422), (3, 201)] {
        let documents: Vec<Value> = (0..count).map(paper).collect();
        let body = Body::Json(json!({ "to_box_id": buyer.person.box_id, "documents": documents }));
        let posted = town.ask(Some(&seller.token), "POST", &messages, body).await;
        assert_eq!(posted.status, status, "{}", posted.text);
        if status == 422 {
            assert_eq!(
                (posted.code(), &posted.body["accepted"]),
                ("exchange.message.too-many-documents", &json!("up to 3"))
            );
            assert!(posted.body["title"].as_str().unwrap().contains("не больше 3."), "{}", posted.text);
        }
    }
    trade.town.rest().await;
    trade.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_smaller_shelf_for_a_shorter_time() {
    let trade = Trade::open_as(small).await;
    let program = &trade.seller.program;
    let mut names = Vec::new();
    for form in FORMS {
        let name = program.post("/V2/ShelfUpload?fileExtension=bin", form, vec![b'c'; MIB]).await.text();
        let path = format!("/ShelfUploadPart?fileName={name}&partIndex=0&isLastPart=true");
        let beyond = program.post(&path, form, vec![b'c'; MIB + 1]).await;
        assert_eq!((beyond.status, beyond.code()), (400, "web.body.too-large"), "{}", beyond.text());
        let begun = program.post("/ShelfUploadPartInit?fileExtension=bin", form, vec![b'd'; MIB / 2]).await.text();
        let part = |index: usize| format!("/ShelfUploadPart?fileName={begun}&partIndex={index}&isLastPart=false");
        assert_eq!(program.post(&part(1), form, vec![b'd'; MIB / 2]).await.text(), "[]");
        refused(&program.post(&part(2), form, vec![b'd'; 1]).await, "exchange.shelf.too-large", "не больше 1 МБ");
        let read = program.get(&format!("/V2/ShelfDownload?fileName={name}"), form).await;
        assert_eq!((read.status, read.octets.len()), (200, MIB));
        names.push((form, name));
    }
    // Ten of the largest files are the whole shelf, and four of them lie there.
    for _ in 4..10 {
        let reply = program.post("/V2/ShelfUpload", Form::Protobuf, vec![b'e'; MIB]).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
    }
    refused(&program.post("/V2/ShelfUpload", Form::Protobuf, vec![b'e'; 1]).await, "exchange.shelf.full", "днях: 1.");
    trade.town.clock.advance(DAY + Duration::from_secs(1));
    // The sign-in is over with the day as well.
    let program = Program::signed_in(&trade.town, &trade.seller.citizen).await;
    for (form, name) in names {
        let read = program.get(&format!("/V2/ShelfDownload?fileName={name}"), form).await;
        assert_eq!((read.status, read.code()), (404, "exchange.shelf.not-found"), "{}", read.text());
    }
    trade.close().await;
}

#[tokio::test]
async fn a_memory_below_two_requests_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut place = Place::in_folder(folder.path());
    (place.sizes.message_size, place.body_memory) = (128, 255);
    let refused = svitok::server::assemble(svitok::server::Setup::new(place, "http://127.0.0.1")).await.unwrap_err();
    let told = refused.to_string();
    assert!(told.contains("SVITOK_BODY_MEMORY") && told.contains("256 MiB"), "{told}");
}
