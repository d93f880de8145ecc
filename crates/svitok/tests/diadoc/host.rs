//! What the host decides, and what is answered when a method, a program, a rate or the store is not to be had.

use crate::scene::without_rates;
use crate::town::{Body, Citizen, NOW, Town};
use crate::world::{FOREIGN_CLIENT, FORMS, Form, Program, Reply};
use prost::Message as _;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;
use svitok::config::{ClientsWord, SubscriptionWord};
use svitok::story::cast::Role;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use wire_diadoc::proto::api::proto::LoginPassword;

/// One byte more than any body may have.
const TOO_LARGE: usize = 70 * 1024 * 1024 + 1;
/// A sign-in lasts less.
const LONG_AFTER: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// A refusal as text with its code, its trace and a word of it.
fn refused(reply: &Reply, expected: (u16, &str)) {
    assert_eq!((reply.status, reply.code()), expected, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    assert!(!reply.text().is_empty() && !reply.header("x-kontur-trace-id").is_empty());
}

async fn signed_in_by(town: &Town, citizen: &Citizen, client: &str) -> Reply {
    let shown =
        LoginPassword { login: citizen.credentials.login.clone(), password: citizen.credentials.password.clone() };
    let program = Program::new(town).with(&format!("DiadocAuth ddauth_api_client_id={client}"));
    program.post("/V3/Authenticate?type=password", Form::Protobuf, shown.encode_to_vec()).await
}

/// The id of a program's key that the citizen's organization made.
async fn key_of(town: &Town, citizen: &Citizen) -> String {
    let path = format!("/api/v1/account/organizations/{}/integrator-keys", citizen.person.organization_id);
    let made = town.ask(Some(&citizen.token), "POST", &path, Body::Json(json!({ "name": "Учёт" }))).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let id = made.body.pointer("/key/client_id").and_then(|id| id.as_str());
    id.unwrap_or_else(|| panic!("{}", made.text)).to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn methods_that_are_not_connected_say_so_after_the_sign_in() {
    let town = Town::open_as(NOW, without_rates).await;
    let citizen = town.settle(&Role::romashka()).await;
    let (program, nobody) = (Program::signed_in(&town, &citizen).await, Program::new(&town));
    let built: BTreeSet<&str> = wire_diadoc::built().into_iter().collect();
    let rows = wire_diadoc::rows().iter().filter(|row| !built.contains(row.path));
    for (row, verb) in rows.flat_map(|row| row.verbs.iter().map(move |verb| (row, verb))) {
        for form in FORMS {
            let reply = program.ask(verb, row.path, form, None, Vec::new()).await;
            refused(&reply, (403, "diadoc.method.not-connected"));
            // A sign-in begins with nobody.
            let expected = match row.name.starts_with("Authenticate") {
                true => (403, "diadoc.method.not-connected"),
                false => (401, "diadoc.sign-in.needed"),
            };
            refused(&nobody.ask(verb, row.path, form, None, Vec::new()).await, expected);
        }
        refused(&program.ask("PUT", row.path, Form::Json, None, Vec::new()).await, (405, "diadoc.method.verb"));
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beyond_the_rate_is_429_with_the_time_to_wait() {
    let town = Town::open_as(NOW, |place| place.caller_rate = 10).await;
    let citizen = town.settle(&Role::romashka()).await;
    let program = Program::signed_in(&town, &citizen).await;
    let mut last = program.get("/V2/GetMyUser", Form::Json).await;
    // Twenty at once, ten more a second: a slow machine may be granted many more.
    for _ in 0..2_000 {
        if last.status != 200 {
            break;
        }
        last = program.get("/V2/GetMyUser", Form::Json).await;
    }
    refused(&last, (429, "web.too-often"));
    assert!(last.header("retry-after").parse::<u64>().unwrap() >= 1);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_subscription_is_a_key_made_here() {
    let town = Town::open_as(NOW, |place| place.diadoc_subscription = SubscriptionWord::Key).await;
    let citizen = town.settle(&Role::romashka()).await;
    let id = key_of(&town, &citizen).await;
    let path = format!("/V2/GetOrganizationsByInnList?myBoxId={}", citizen.person.box_id);
    let body = || json!({ "InnList": [citizen.person.role.inn] }).to_string().into_bytes();
    for (client, status) in [("Program-1c.7f0b2d", 402), (id.as_str(), 200)] {
        let token = signed_in_by(&town, &citizen, client).await;
        assert_eq!(token.status, 200, "{}", token.text());
        let program = Program::new(&town).with(&format!("Bearer {}", token.text()));
        let reply = program.post(&path, Form::Json, body()).await;
        match status {
            402 => refused(&reply, (402, "diadoc.subscription.none")),
            _ => assert_eq!(reply.status, status, "{}", reply.text()),
        }
        // Who the caller is, is told without a subscription: the method's page has no 402.
        assert_eq!(program.get("/V2/GetMyUser", Form::Json).await.status, 200);
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_registered_programs_sign_people_in_where_the_host_says_so() {
    let town = Town::open_as(NOW, |place| place.diadoc_clients = ClientsWord::Registered).await;
    let citizen = town.settle(&Role::romashka()).await;
    let id = key_of(&town, &citizen).await;
    let unknown = signed_in_by(&town, &citizen, "Program-1c.7f0b2d").await;
    assert_eq!((unknown.status, unknown.header("content-type")), (401, "text/plain; charset=utf-8"));
    assert!(!unknown.code().is_empty() && !unknown.text().is_empty());
    assert_eq!(signed_in_by(&town, &citizen, &id).await.status, 200);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_whose_time_is_over_is_nobodys() {
    let town = Town::open(NOW).await;
    let citizen = town.settle(&Role::romashka()).await;
    let token = signed_in_by(&town, &citizen, "Program-1c.7f0b2d").await.text();
    let schemes = [format!("{FOREIGN_CLIENT},ddauth_token={token}"), format!("Bearer {token}")];
    for shown in &schemes {
        assert_eq!(Program::new(&town).with(shown).get("/V2/GetMyUser", Form::Json).await.status, 200);
    }
    town.clock.advance(LONG_AFTER);
    for (shown, form) in schemes.iter().flat_map(|shown| FORMS.map(|form| (shown, form))) {
        let reply = Program::new(&town).with(shown).get("/V2/GetMyUser", form).await;
        refused(&reply, (401, "diadoc.sign-in.needed"));
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_is_away_is_told_as_text() {
    let town = Town::open(NOW).await;
    let citizen = town.settle(&Role::romashka()).await;
    let program = Program::signed_in(&town, &citizen).await;
    town.app.store.close().await.unwrap();
    for form in FORMS {
        let reply = program.get("/GetMyOrganizations", form).await;
        refused(&reply, (503, "web.fault.temporary"));
        assert!(reply.header("retry-after").parse::<u64>().unwrap() >= 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_beyond_the_limit_is_refused_announced_or_not() {
    let town = Town::open_as(NOW, without_rates).await;
    let citizen = town.settle(&Role::romashka()).await;
    let program = Program::signed_in(&town, &citizen).await;
    let built = wire_diadoc::built();
    let writes = wire_diadoc::rows().iter().filter(|row| built.contains(&row.path) && row.verbs.contains(&"POST"));
    for row in writes {
        let announced = format!("Content-Length: {TOO_LARGE}\r\n\r\n");
        let answer = raw(&town, (row.path, program.authorization()), &announced, 0).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{}: {answer}", row.path);
        assert!(answer.contains("x-diadoc-errorcode: web.body.too-large"), "{}: {answer}", row.path);
    }
    for path in ["/V3/Authenticate", "/V2/ShelfUpload"].into_iter().filter(|path| built.contains(path)) {
        let answer = raw(&town, (path, program.authorization()), "Transfer-Encoding: chunked\r\n\r\n", TOO_LARGE).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{path}: {answer}");
        assert!(answer.contains("x-diadoc-errorcode: web.body.too-large"), "{path}: {answer}");
    }
    town.close().await;
}

/// A POST written by hand, with so many octets in chunks; the answer, once the program gives it.
async fn raw(town: &Town, (path, authorization): (&str, &str), rest: &str, octets: usize) -> String {
    let (mut reading, mut writing) = TcpStream::connect(town.diadoc).await.unwrap().into_split();
    let head =
        format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {authorization}\r\n{rest}");
    let mut sent = JoinSet::new();
    sent.spawn(async move {
        writing.write_all(head.as_bytes()).await?;
        let chunk = [b"10000\r\n".as_slice(), &[0; 0x10000], b"\r\n"].concat();
        for _ in 0..octets.div_ceil(0x10000) {
            writing.write_all(&chunk).await?;
        }
        std::io::Result::Ok(writing)
    });
    let mut answer = Vec::new();
    // The program answers before it has read all, and may close a line that still talks.
    let _ = reading.read_to_end(&mut answer).await;
    sent.shutdown().await;
    String::from_utf8_lossy(&answer).into_owned()
}
