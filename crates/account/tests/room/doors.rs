//! Who may come in by which door, and what is answered to what cannot be read.

use crate::people_doors;
use crate::world::{Ask, PASSWORD, World, catalogue, romashka, settings};
use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Arc, Mutex};
use testkit::Database;

/// What a door asks of the caller.
#[derive(Clone, Copy, PartialEq)]
pub enum Needs {
    /// Open to nobody in particular: the list of exceptions, which may only shrink.
    Nothing,
    /// Any sign-in.
    SignIn,
    /// A member, whatever they may do.
    Member,
    /// An administrator of the installation.
    Installation,
    /// A member with this permission.
    Permission(&'static str),
}

pub type Door = (Method, &'static str, Option<Value>, Needs);

pub const ID: &str = "0192d3c4-0000-7000-8000-00000000002a";

/// Every door of the room.
fn doors() -> Vec<Door> {
    let mut all = own_doors();
    all.extend(people_doors::doors());
    all
}

fn own_doors() -> Vec<Door> {
    use Needs::{Nothing, Permission, SignIn};
    let (get, post, put, delete) = (Method::GET, Method::POST, Method::PUT, Method::DELETE);
    let rights = json!({ "permissions": ["read"] });
    vec![
        (post.clone(), "/users", Some(json!({ "login": "x@y.example", "name": "x", "password": PASSWORD })), Nothing),
        (post.clone(), "/sign-ins", Some(json!({ "login": "x@y.example", "password": PASSWORD })), Nothing),
        (
            post.clone(),
            "/registrations",
            Some(json!({ "login": "x@y.example", "name": "x", "password": PASSWORD })),
            Nothing,
        ),
        (post.clone(), "/links/confirm", Some(json!({ "code": "svl_x" })), Nothing),
        (post.clone(), "/password/resets", Some(json!({ "login": "x@y.example" })), Nothing),
        (post.clone(), "/password/reset", Some(json!({ "code": "svl_x", "password": PASSWORD })), Nothing),
        (put.clone(), "/password", Some(json!({ "present": "x", "password": PASSWORD })), SignIn),
        (put.clone(), "/email", Some(json!({ "login": "x@y.example", "password": "x" })), SignIn),
        (post.clone(), "/email/confirmations", None, SignIn),
        (get.clone(), "/sign-in-journal", None, SignIn),
        (post.clone(), "/sign-ins/certificate/challenges", None, Nothing),
        (post.clone(), "/sign-ins/certificate", Some(json!({ "challenge": "x", "signature": "x" })), Nothing),
        (post.clone(), "/registrations/by-certificate", Some(json!({ "proposal": "svh_x" })), Nothing),
        (post.clone(), "/certificates/challenges", None, SignIn),
        (post.clone(), "/certificates", Some(json!({ "challenge": "x", "signature": "x" })), SignIn),
        (post.clone(), "/sign-ins/password", Some(json!({ "login": "x@y.example", "password": PASSWORD })), Nothing),
        (post.clone(), "/sign-ins/second", Some(json!({ "second": "svp_x", "code": "000000" })), Nothing),
        (post.clone(), "/sign-ins/second/phone", Some(json!({ "second": "svp_x" })), Nothing),
        (post.clone(), "/sign-ins/phone", Some(json!({ "phone": "+79220000009" })), Nothing),
        (post.clone(), "/registrations/phone", Some(json!({ "phone": "+79220000009" })), Nothing),
        (post.clone(), "/sign-ins/phone/confirm", Some(json!({ "code_id": "x", "code": "000000" })), Nothing),
        (get.clone(), "/contact", None, SignIn),
        (put.clone(), "/phone", Some(json!({ "phone": "+79220000009", "password": "x" })), SignIn),
        (post.clone(), "/phone/confirm", Some(json!({ "code_id": "x", "code": "000000" })), SignIn),
        (post.clone(), "/sign-ins/passkey/challenges", None, Nothing),
        (
            post.clone(),
            "/sign-ins/passkey",
            Some(json!({
                "challenge": "x", "credential_id": "AA", "client_data": "AA", "authenticator_data": "AA", "signature": "AA",
            })),
            Nothing,
        ),
        (post.clone(), "/passkeys/challenges", None, SignIn),
        (
            post.clone(),
            "/passkeys",
            Some(json!({ "challenge": "x", "name": "x", "client_data": "AA", "attestation": "AA" })),
            SignIn,
        ),
        (get.clone(), "/passkeys", None, SignIn),
        (delete.clone(), "/passkeys/{passkey_id}", None, SignIn),
        (put.clone(), "/passkeys/{passkey_id}", Some(json!({ "name": "x" })), SignIn),
        (get.clone(), "/second-factor", None, SignIn),
        (
            put.clone(),
            "/second-factor/ways",
            Some(json!({ "password": "x", "phone": false, "passkey": false })),
            SignIn,
        ),
        (get.clone(), "/sign-in-ways", None, SignIn),
        (put.clone(), "/sign-in-ways", Some(json!({ "rules": [] })), SignIn),
        (post.clone(), "/second-factor/totp", Some(json!({ "password": "x" })), SignIn),
        (post.clone(), "/second-factor/totp/confirm", Some(json!({ "code": "000000" })), SignIn),
        (post.clone(), "/second-factor/recovery-codes", Some(json!({ "password": "x" })), SignIn),
        (post.clone(), "/second-factor/remove", Some(json!({ "password": "x" })), SignIn),
        (get.clone(), "/devices", None, SignIn),
        (delete.clone(), "/devices/{device_id}", None, SignIn),
        (get.clone(), "/certificates", None, SignIn),
        (delete.clone(), "/certificates/{binding_id}", None, SignIn),
        (post.clone(), "/sign-ins/end-all", Some(json!({ "keep_current": true })), SignIn),
        (get.clone(), "/me", None, SignIn),
        (get.clone(), "/session", None, SignIn),
        (get.clone(), "/sign-ins", None, SignIn),
        (delete.clone(), "/sign-ins/{sign_in_id}", None, SignIn),
        (delete.clone(), "/sign-ins/current", None, SignIn),
        (get.clone(), "/organizations", None, SignIn),
        (post.clone(), "/organizations", Some(romashka()), SignIn),
        (get.clone(), "/cards?inn=9800000013", None, SignIn),
        (post.clone(), "/invitations/accept", Some(json!({ "code": "svi_x" })), SignIn),
        (get.clone(), "/organizations/{organization_id}", None, Permission("read")),
        (get.clone(), "/organizations/{organization_id}/departments", None, Permission("read")),
        (get.clone(), "/organizations/{organization_id}/boxes", None, Permission("read")),
        (get.clone(), "/organizations/{organization_id}/boxes/{box_id}", None, Permission("read")),
        (get.clone(), "/organizations/{organization_id}/members", None, Permission("administer")),
        (
            post.clone(),
            "/organizations/{organization_id}/members",
            Some(json!({ "user_id": ID, "rights": rights })),
            Permission("administer"),
        ),
        (
            put.clone(),
            "/organizations/{organization_id}/address",
            Some(json!({ "address": { "region_code": "78" }, "is_public": true })),
            Permission("administer"),
        ),
        (
            put.clone(),
            "/organizations/{organization_id}/members/{user_id}",
            Some(rights.clone()),
            Permission("administer"),
        ),
        (delete.clone(), "/organizations/{organization_id}/members/{user_id}", None, Permission("administer")),
        (get.clone(), "/organizations/{organization_id}/invitations", None, Permission("administer")),
        (
            post.clone(),
            "/organizations/{organization_id}/invitations",
            Some(json!({ "address": "x@y.example", "permissions": [] })),
            Permission("administer"),
        ),
        (
            delete.clone(),
            "/organizations/{organization_id}/invitations/{invitation_id}",
            None,
            Permission("administer"),
        ),
        (get.clone(), "/organizations/{organization_id}/way-rules", None, Permission("administer")),
        (get.clone(), "/organizations/{organization_id}/way-rules/left-out", None, Permission("administer")),
        (
            put.clone(),
            "/organizations/{organization_id}/way-rules",
            Some(json!({ "rules": [] })),
            Permission("administer"),
        ),
        (get.clone(), "/organizations/{organization_id}/integrator-keys", None, Permission("administer")),
        (
            post,
            "/organizations/{organization_id}/integrator-keys",
            Some(json!({ "name": "1С" })),
            Permission("administer"),
        ),
        (
            delete,
            "/organizations/{organization_id}/integrator-keys/{integrator_key_id}",
            None,
            Permission("administer"),
        ),
        (get.clone(), "/organizations/{organization_id}/letters", None, Permission("administer")),
        (get, "/organizations/{organization_id}/letters/{letter_id}", None, Permission("administer")),
    ]
}

fn place(path: &str, organization_id: &str) -> String {
    let filled = path.replace("{organization_id}", organization_id);
    let mut parts: Vec<&str> = filled.split('/').collect();
    for part in &mut parts {
        if part.starts_with('{') {
            *part = ID;
        }
    }
    format!("/api/v1/account{}", parts.join("/"))
}

async fn knock(w: &World, door: &Door, organization_id: &str, token: Option<&str>) -> (StatusCode, String) {
    let ask = Ask { token, body: door.2.clone(), ..Ask::default() };
    let answer = w.ask(door.0.clone(), &place(door.1, organization_id), ask).await;
    (answer.status, answer.code().to_owned())
}

testkit::on_both_engines! {
    catalogue();

    async fn nobody_stranger_and_a_member_without_the_permission(db: Database) {
        let w = World::new(&db).await;
        let (_, founder) = w.person("seller@romashka.example").await;
        let organization_id = w.romashka(&founder).await;
        let (_, stranger) = w.person("buh@vasilek.example").await;
        let mut members = Vec::new();
        for name in ["read", "send", "sign", "administer"] {
            let login = format!("{name}@romashka.example");
            members.push((name, w.member(&founder, &organization_id, &login, &[name]).await.1));
        }
        let (_, none) = w.member(&founder, &organization_id, "none@romashka.example", &[]).await;
        for door in doors() {
            let name = format!("{} {}", door.0, door.1);
            if door.3 == Needs::Nothing {
                continue;
            }
            let nobody = knock(&w, &door, &organization_id, None).await;
            assert_eq!(nobody, (StatusCode::UNAUTHORIZED, "web.sign-in-needed".to_owned()), "{name}");
            let wrong = knock(&w, &door, &organization_id, Some("svt_wrong")).await;
            assert_eq!(wrong, (StatusCode::UNAUTHORIZED, "account.sign-in.token-refused".to_owned()), "{name}");
            if door.3 == Needs::Installation {
                for token in members.iter().map(|(_, token)| token).chain([&founder, &stranger]) {
                    let kept_out = knock(&w, &door, &organization_id, Some(token)).await;
                    assert_eq!(kept_out, (StatusCode::FORBIDDEN, "account.installation-only".to_owned()), "{name}");
                }
            }
            if door.3 == Needs::Member {
                let unseen = knock(&w, &door, &organization_id, Some(&stranger)).await;
                assert_eq!(unseen, (StatusCode::NOT_FOUND, "account.not-found".to_owned()), "{name}");
                assert_eq!(unseen, knock(&w, &door, ID, Some(&stranger)).await, "foreign and unknown: {name}");
            }
            let Needs::Permission(needed) = door.3 else { continue };
            let unseen = knock(&w, &door, &organization_id, Some(&stranger)).await;
            assert_eq!(unseen, (StatusCode::NOT_FOUND, "account.not-found".to_owned()), "{name}");
            assert_eq!(unseen, knock(&w, &door, ID, Some(&stranger)).await, "foreign and unknown are the same: {name}");
            let bare = knock(&w, &door, &organization_id, Some(&none)).await;
            assert_eq!(bare, (StatusCode::FORBIDDEN, "account.member.forbidden".to_owned()), "{name}");
            for (has, token) in &members {
                let (status, code) = knock(&w, &door, &organization_id, Some(token)).await;
                assert_eq!(code != "account.member.forbidden", *has == needed, "{name}: {has}: {status} {code}");
            }
        }
        w.jobs.run_jobs().await;
    }

    async fn every_door_is_in_the_table(db: Database) {
        let w = World::new(&db).await;
        let known: BTreeSet<String> =
            doors().iter().map(|door| format!("{} {}", door.0, door.1.split('?').next().unwrap())).collect();
        let mut described = BTreeSet::new();
        for (path, item) in &w.api.paths.paths {
            let methods =
                [("GET", &item.get), ("POST", &item.post), ("PUT", &item.put), ("DELETE", &item.delete)];
            for (method, operation) in methods {
                if let Some(operation) = operation {
                    described.insert(format!("{method} {}", path.strip_prefix("/api/v1/account").unwrap()));
                    assert!(operation.description.is_some() || operation.summary.is_some(), "{path}");
                }
            }
        }
        assert_eq!(known, described);
    }

    async fn bodies_that_cannot_be_read(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person("seller@romashka.example").await;
        let send = |body: Vec<u8>, kind: &'static str| {
            let request = Request::post("/api/v1/account/organizations")
                .header(header::AUTHORIZATION, format!("Bearer {token}"))
                .header(header::CONTENT_TYPE, kind)
                .header("idempotency-key", "k");
            w.send(request.body(Body::from(body)).unwrap())
        };
        let json = "application/json";
        let mut unknown = romashka();
        unknown["sum"] = json!(1);
        let mut typed = romashka();
        typed["address"]["region_code"] = json!(77);
        let mut wrong = romashka();
        wrong["inn"] = json!("9800000014");
        for (body, kind, status, code, field) in [
            (b"{}".to_vec(), "text/plain", 415, "web.body.not-json", None),
            (b"{".to_vec(), json, 400, "web.body.syntax", None),
            (b"\xff\xfe".to_vec(), json, 400, "web.body.syntax", None),
            ("[".repeat(5000).into_bytes(), json, 400, "web.body.too-deep", None),
            (vec![b' '; 64 * 1024 + 1], json, 413, "web.body.too-large", None),
            (b"{\"kpp\":\"980001001\"}".to_vec(), json, 400, "web.body.missing-field", Some("inn")),
            (unknown.to_string().into_bytes(), json, 400, "web.body.unknown-field", Some("sum")),
            (typed.to_string().into_bytes(), json, 400, "web.body.wrong-type", Some("address.region_code")),
            (wrong.to_string().into_bytes(), json, 422, "account.organization.requisite", Some("inn")),
        ] {
            let refused = send(body, kind).await;
            assert_eq!((refused.status.as_u16(), refused.code()), (status, code), "{}", refused.body);
            assert_eq!(refused.body["field"].as_str(), field, "{code}");
            assert_eq!(refused.headers[header::CONTENT_TYPE], "application/problem+json");
            assert_eq!(refused.text("/request_id"), refused.headers["x-request-id"].to_str().unwrap());
            assert!(!refused.body.to_string().contains("9800000014"), "values are not repeated");
        }
        assert_eq!(w.get("/api/v1/account/organizations", &token).await.body["items"], json!([]), "nothing was stored");
    }

    async fn places_keys_and_queries_that_are_none(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person("seller@romashka.example").await;
        for (path, code) in [
            ("/api/v1/account/nothing", "web.no-such-place"),
            ("/", "web.no-such-place"),
            ("/api/v1/account/organizations/42", "web.no-such-place"),
            ("/api/v1/account/organizations/..%2f..%2fme", "web.no-such-place"),
            ("/api/v1/account/organizations/%ff", "web.no-such-place"),
            ("/api/v1/account/invitations/accept", "web.method"),
            ("/api/v1/account/sign-ins?limit=0", "web.query"),
            ("/api/v1/account/sign-ins?limit=101", "web.query"),
            ("/api/v1/account/sign-ins?after=abc", "web.query"),
            ("/api/v1/account/cards", "web.query"),
            ("/api/v1/account/cards?inn=1&sum=2", "web.query"),
            ("/api/v1/account/cards?inn=9800000014", "account.organization.requisite"),
        ] {
            assert_eq!(w.get(path, &token).await.code(), code, "{path}");
        }
        for (key, code) in [("", "web.idempotency.key-form"), ("два", "web.idempotency.key-form")] {
            let ask = Ask { token: Some(&token), key: Some(key), body: Some(romashka()), ..Ask::default() };
            let refused = w.ask(Method::POST, "/api/v1/account/organizations", ask).await;
            assert_eq!(refused.code(), code, "{key}");
        }
        let request = Request::post("/api/v1/account/organizations").header(header::CONTENT_TYPE, "application/json");
        let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        let refused = w.send(request.body(Body::from(romashka().to_string())).unwrap()).await;
        assert_eq!(refused.code(), "web.idempotency.key-missing");
        for scheme in ["Basic eDp5", "DiadocAuth ddauth_api_client_id=x", "svt_x"] {
            let ask = Ask { headers: &[("authorization", scheme)], ..Ask::default() };
            assert_eq!(w.ask(Method::GET, "/api/v1/account/me", ask).await.code(), "web.sign-in-needed", "{scheme}");
        }
        let long = "x".repeat(10_000);
        assert_eq!(w.get("/api/v1/account/me", &long).await.code(), "account.sign-in.token-refused");
    }

    async fn a_person_reads_refusals_in_their_language(db: Database) {
        let w = World::new(&db).await;
        for (language, title) in [
            ("en", "A sign-in is needed."),
            ("ru-RU,en;q=0.5", "Нужно войти."),
            ("de", "Нужно войти."),
        ] {
            let ask = Ask { headers: &[("accept-language", language)], ..Ask::default() };
            let refused = w.ask(Method::GET, "/api/v1/account/me", ask).await;
            assert_eq!(refused.text("/title"), title);
            assert_eq!(refused.headers["www-authenticate"], "Bearer");
        }
    }

    async fn registration_may_be_closed(db: Database) {
        let settings = account::Settings { registration: account::Registration::Closed, ..settings() };
        let w = World::with(&db, settings).await;
        let (status, code) = knock(&w, &doors()[0], ID, None).await;
        assert_eq!((status, code.as_str()), (StatusCode::FORBIDDEN, "account.user.registration-closed"));
    }
}

/// Everything that is logged, as text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_secret_is_logged() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
    let (token, code) = runtime.block_on(async {
        let db = Database::new(store::Engine::Sqlite, &catalogue()).await;
        let w = World::new(&db).await;
        let (_, token) = w.person("seller@romashka.example").await;
        let organization_id = w.romashka(&token).await;
        let home = format!("/api/v1/account/organizations/{organization_id}");
        w.shows("seller@romashka.example", "не тот пароль").await;
        w.get("/api/v1/account/cards?inn=9800000013", &token).await;
        w.post(&format!("{home}/invitations"), &token, json!({ "address": "buh@vasilek.example", "permissions": [] }))
            .await;
        w.jobs.run_jobs().await;
        let letters = w.get(&format!("{home}/letters"), &token).await;
        let letter = w.get(&format!("{home}/letters/{}", letters.text("/items/0/letter_id")), &token).await;
        let text = letter.text("/body");
        let code = text.split_whitespace().find(|word| word.starts_with("svi_")).unwrap().to_owned();
        w.post("/api/v1/account/invitations/accept", &token, json!({ "code": code })).await;
        (token, code)
    });
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("account.sign-in.wrong-password"), "the log is being read");
    for secret in [
        token.as_str(),
        &code,
        PASSWORD,
        "не тот пароль",
        "romashka.example",
        "vasilek.example",
        "9800000013",
        "Ромашка",
    ] {
        assert!(!logged.contains(secret), "{secret} is in the log");
    }
}
