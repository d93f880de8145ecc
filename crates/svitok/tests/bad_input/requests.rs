//! Requests that are no requests: too large, cut, repeated, for things that are not there, from slow clients.

use super::town::{Body, NOW, Reply};
use super::{Scene, document};
use serde_json::json;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const PAPER: &[u8] = "Договор поставки № 3".as_bytes();
const JSON: &str = "application/json";
/// Longer than the head of a request may take to come (15 s), with room for a loaded machine.
const HEAD_ENDED: Duration = Duration::from_secs(40);
/// Clients that never finish their heads, beside one that asks as usual.
const SLOW_CLIENTS: usize = 50;

impl Scene {
    /// A JSON route of the account, whose body is at most 64 KiB.
    async fn invites(&self, kind: &'static str, octets: impl Into<Vec<u8>>) -> Reply {
        let path = format!("/api/v1/account/organizations/{}/invitations", self.romashka.person.organization_id);
        self.town.ask(Some(&self.romashka.token), "POST", &path, Body::Octets(kind, octets.into())).await
    }

    /// Octets as they are over a connection of their own.
    async fn says(&self, octets: &[u8]) -> TcpStream {
        let mut client = TcpStream::connect(self.town.address).await.unwrap();
        client.write_all(octets).await.unwrap();
        client
    }

    fn head(&self, bytes: usize) -> String {
        format!(
            "POST {} HTTP/1.1\r\nHost: svitok\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
             Idempotency-Key: raw\r\nContent-Length: {bytes}\r\n\r\n",
            self.box_path("messages"),
            self.romashka.token
        )
    }
}

/// Whatever comes before the server closes; a reset is as good as a close.
async fn rest_of(mut client: TcpStream) -> String {
    let mut text = Vec::new();
    let read = tokio::time::timeout(HEAD_ENDED, client.read_to_end(&mut text)).await;
    assert!(read.is_ok(), "the server kept the connection open");
    String::from_utf8_lossy(&text).into_owned()
}

/// What comes first over a connection that stays open.
async fn start_of(mut client: TcpStream) -> String {
    let mut start = vec![0; 4096];
    let read = client.read(&mut start).await.unwrap();
    String::from_utf8_lossy(start.get(..read).unwrap()).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_that_cannot_be_read() {
    let scene = Scene::at(NOW).await;
    let good = json!({ "address": "guest@town.example", "permissions": ["read"] }).to_string();
    let large = good.replace("guest", &"g".repeat(70_000));
    let deep = format!("{{\"address\":{}1{}}}", "[".repeat(100), "]".repeat(100));
    let cases = [
        ("too large", JSON, large.into_bytes(), (413, "web.body.too-large")),
        ("cut JSON", JSON, good.as_bytes().split_at(20).0.to_vec(), (400, "web.body.syntax")),
        ("empty", JSON, Vec::new(), (400, "web.body.syntax")),
        ("windows-1251 in JSON", JSON, b"{\"address\":\"\xcf\xf0\xe8\"}".to_vec(), (400, "web.body.syntax")),
        ("too deep", JSON, deep.into_bytes(), (400, "web.body.too-deep")),
        ("no JSON by its name", "text/xml", good.clone().into_bytes(), (415, "web.body.not-json")),
        ("a field too many", JSON, good.replace("{", "{\"x\":1,").into_bytes(), (400, "web.body.unknown-field")),
        ("a field too few", JSON, b"{\"address\":\"a@b.example\"}".to_vec(), (400, "web.body.missing-field")),
        ("another type", JSON, b"{\"address\":1,\"permissions\":[]}".to_vec(), (400, "web.body.wrong-type")),
    ];
    for (what, kind, octets, expected) in cases {
        scene.refuses(what, expected, scene.invites(kind, octets)).await;
    }
    assert_eq!(scene.invites(JSON, good).await.status, 201);
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_is_too_large_or_never_ends() {
    let scene = Scene::at(NOW).await;
    let before = scene.kept().await;
    let answer = start_of(scene.says(scene.head(71 * 1024 * 1024).as_bytes()).await).await;
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("web.body.too-large"), "{answer}");
    let document = document("nonformalized", PAPER, &scene.signed(PAPER));
    let body = json!({ "to_box_id": scene.vasilek.person.box_id, "documents": [document] }).to_string();
    for sent in [0, 1, body.len() / 2, body.len() - 1] {
        let mut half = scene.head(body.len()).into_bytes();
        half.extend_from_slice(body.as_bytes().split_at(sent).0);
        let mut client = scene.says(&half).await;
        client.shutdown().await.unwrap();
        let answer = rest_of(client).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400"), "{sent} octets: {answer}");
    }
    assert_eq!(scene.kept().await, before, "something of a half-sent body was kept");
    let mut whole = scene.head(body.len()).into_bytes();
    whole.extend_from_slice(body.as_bytes());
    let answer = start_of(scene.says(&whole).await).await;
    assert!(answer.starts_with("HTTP/1.1 201"), "the whole body under the same key is taken: {answer}");
    scene.rest().await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_clients_are_bounded_and_in_nobodys_way() {
    let scene = Scene::at(NOW).await;
    let mut slow = Vec::new();
    for _ in 0..SLOW_CLIENTS {
        slow.push(scene.says(b"POST /api/v1/account/sign-ins HTTP/1.1\r\nHost: svitok\r\n").await);
    }
    assert_eq!(scene.town.ask(None, "GET", "/health", Body::None).await.status, 200);
    let posted = scene.post(document("nonformalized", PAPER, &scene.signed(PAPER))).await;
    assert_eq!(posted.status, 201, "{}", posted.text);
    for client in slow {
        let answer = rest_of(client).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    scene.rest().await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_repeated_key() {
    let scene = Scene::at(NOW).await;
    let body = |content: &[u8]| {
        let document = document("nonformalized", content, &scene.signed(content));
        Body::Json(json!({ "to_box_id": scene.vasilek.person.box_id, "documents": [document] }))
    };
    let (first, path, token) = (body(PAPER), scene.box_path("messages"), Some(scene.romashka.token.as_str()));
    let post = |body: &Body| scene.town.ask_again("again", token, "POST", &path, body.clone());
    let posted = post(&first).await;
    assert_eq!((posted.status, posted.replayed), (201, false), "{}", posted.text);
    scene.rest().await;
    let before = scene.kept().await;
    let again = post(&first).await;
    assert_eq!((again.status, again.replayed, &again.body), (201, true, &posted.body));
    assert_eq!(scene.kept().await, before, "the same request twice is one");
    let other = body(b"other content");
    scene.refuses("another body", (409, "web.idempotency.key-reused"), post(&other)).await;
    let itself = scene.town.ask_again("", token, "POST", &path, first.clone());
    scene.refuses("an empty key", (400, "web.idempotency.key-form"), itself).await;
    let long = "k".repeat(200);
    let long = scene.town.ask_again(&long, token, "POST", &path, first);
    scene.refuses("a long key", (400, "web.idempotency.key-form"), long).await;
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn boxes_without_right_and_things_that_are_not() {
    const NOWHERE: &str = "0192d3c4-0000-7000-8000-00000000002a";
    let scene = Scene::at(NOW).await;
    let paper = document("nonformalized", PAPER, &scene.signed(PAPER));
    let to = |box_id: &str| Body::Json(json!({ "to_box_id": box_id, "documents": [paper] }));
    let token = Some(scene.romashka.token.as_str());
    let (own, landysh) = (scene.box_path(""), scene.landysh.person.box_id.as_str());
    let foreign = format!("/api/v1/exchange/boxes/{landysh}/");
    let nowhere = format!("/api/v1/exchange/boxes/{NOWHERE}/");
    let vasilek = scene.vasilek.person.box_id.as_str();
    let acts = json!({ "acts": [{ "kind": "signature", "parent_id": NOWHERE, "signature": "AAAA" }] });
    let cases = [
        ("another's box", "POST", format!("{foreign}messages"), to(vasilek), (404, "exchange.box.not-found")),
        ("no box", "POST", format!("{nowhere}messages"), to(vasilek), (404, "exchange.box.not-found")),
        ("no counteragent", "POST", format!("{own}messages"), to(landysh), (409, "exchange.counteragent.not-linked")),
        ("to no box", "POST", format!("{own}messages"), to(NOWHERE), (422, "exchange.recipient.not-found")),
        ("no message", "GET", format!("{own}messages/{NOWHERE}"), Body::None, (404, "exchange.message.not-found")),
        ("no document", "GET", format!("{own}documents/{NOWHERE}"), Body::None, (404, "exchange.document.not-found")),
        (
            "to no message",
            "POST",
            format!("{own}messages/{NOWHERE}/patches"),
            Body::Json(acts),
            (404, "exchange.message.not-found"),
        ),
        ("no id at all", "GET", format!("{own}messages/x"), Body::None, (404, "web.no-such-place")),
        ("no such place", "GET", "/api/v1/exchange/nothing".to_owned(), Body::None, (404, "web.no-such-place")),
        ("no such method", "DELETE", format!("{own}messages"), Body::None, (405, "web.method")),
    ];
    for (what, method, path, body, expected) in cases {
        scene.refuses(what, expected, scene.town.ask(token, method, &path, body)).await;
    }
    let path = scene.box_path("events");
    let forged = scene.town.ask(Some("forged-token"), "GET", &path, Body::None);
    scene.refuses("a token of nobody", (401, "account.sign-in.token-refused"), forged).await;
    scene.close().await;
}
