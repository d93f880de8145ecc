//! The routes, as nobody, a stranger, a member without the permission and a member call them.

use crate::world::{Host, Start, caller, catalogue, key, request};
use axum::body::Body;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use kernel::UserId;
use serde_json::{Value, json};
use testkit::Database;
use tower::ServiceExt as _;

pub struct Asked<'a> {
    pub method: Method,
    pub path: &'a str,
    pub by: Option<UserId>,
    pub body: Option<Value>,
    pub file: Option<Vec<u8>>,
    pub key: Option<&'a str>,
}

pub fn get<'a>(path: &'a str, by: Option<UserId>) -> Asked<'a> {
    Asked { method: Method::GET, path, by, body: None, file: None, key: None }
}

pub fn post<'a>(path: &'a str, by: Option<UserId>, body: Value) -> Asked<'a> {
    Asked { method: Method::POST, path, by, body: Some(body), file: None, key: Some("one") }
}

pub fn put<'a>(path: &'a str, by: Option<UserId>, body: Value) -> Asked<'a> {
    Asked { method: Method::PUT, path, by, body: Some(body), file: None, key: None }
}

pub fn put_file<'a>(path: &'a str, by: Option<UserId>, file: Vec<u8>) -> Asked<'a> {
    Asked { method: Method::PUT, path, by, body: None, file: Some(file), key: None }
}

pub fn delete<'a>(path: &'a str, by: Option<UserId>) -> Asked<'a> {
    Asked { method: Method::DELETE, path, by, body: None, file: None, key: None }
}

pub async fn raw(host: &Host, asked: Asked<'_>) -> (StatusCode, String, Vec<u8>) {
    let (router, _) = web::assemble([certification::router(host.room.clone())]);
    let mut request = Request::builder().method(asked.method).uri(asked.path);
    if let Some(key) = asked.key {
        request = request.header("idempotency-key", key);
    }
    let body = match asked.body {
        Some(body) => {
            request = request.header("content-type", "application/json");
            Body::from(body.to_string())
        }
        None => asked.file.map_or_else(Body::empty, Body::from),
    };
    let mut request = request.body(body).unwrap();
    if let Some(user_id) = asked.by {
        request.extensions_mut().insert(caller(user_id));
    }
    let answer = router.oneshot(request).await.unwrap();
    let status = answer.status();
    let kind = answer.headers().get("content-type").map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
    (status, kind, answer.into_body().collect().await.unwrap().to_bytes().to_vec())
}

pub async fn ask(host: &Host, asked: Asked<'_>) -> (StatusCode, Value) {
    let (status, _, octets) = raw(host, asked).await;
    (status, serde_json::from_slice(&octets).unwrap_or(Value::Null))
}

const CERTIFICATES: &str = "/api/v1/certification/certificates";

testkit::on_both_engines! {
    catalogue();

    async fn the_life_of_a_certificate_over_http(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let watch = host.jobs();
        let (romashka, director) = host.romashka().await;
        let request = request(&key(70));
        let body = json!({ "organization_id": romashka, "request": request.to_pem().unwrap() });
        let (status, issued) = ask(&host, post(CERTIFICATES, Some(director), body.clone())).await;
        assert_eq!(status, StatusCode::CREATED, "{issued}");
        let (_, again) = ask(&host, post(CERTIFICATES, Some(director), body)).await;
        assert_eq!(again, issued);
        assert_eq!(issued["state"], "issued");
        assert!(issued["chain"].as_str().unwrap().matches("BEGIN CERTIFICATE").count() == 2);
        let (_, page) = ask(&host, get(&format!("{CERTIFICATES}?organization_id={romashka}&limit=1"), Some(director))).await;
        assert_eq!(page["items"][0]["serial"], issued["serial"]);
        assert_eq!(page["next"], Value::Null);
        for key in ["serial", "thumbprint"] {
            let path = format!("/api/v1/certification/look-up?key={}", issued[key].as_str().unwrap());
            let (status, found) = ask(&host, get(&path, None)).await;
            assert_eq!((status, &found["certificate_id"]), (StatusCode::OK, &issued["certificate_id"]));
        }
        let id = issued["certificate_id"].as_str().unwrap();
        let place = format!("/api/v1/certification/organizations/{romashka}/certificates/{id}");
        assert_eq!(ask(&host, get(&place, Some(director))).await.1, issued);
        let revocation = format!("{place}/revocation");
        let reason = json!({ "reason": "key_compromise" });
        let (status, revoked) = ask(&host, post(&revocation, Some(director), reason.clone())).await;
        assert_eq!((status, &revoked["state"]), (StatusCode::OK, &json!("revoked")));
        let (status, problem) = ask(&host, post(&revocation, Some(director), reason)).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert_eq!(problem["code"], "certification.revocation.already-revoked");
        let (status, problem) = ask(&host, post(&revocation, Some(director), json!({ "reason": "because" }))).await;
        assert_eq!((status, &problem["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("reason")));
        watch.run_jobs().await;
    }

    async fn nobody_and_strangers(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let stranger = host.person("somebody@vasilek.example", "Василькова Вера").await;
        let powerless = host.person("powerless@romashka.example", "Ромашкин Иван").await;
        host.member(romashka, powerless, &[]).await;
        let application = |number| json!({ "organization_id": romashka, "request": request(&key(number)).to_pem().unwrap() });
        let (_, issued) = ask(&host, post(CERTIFICATES, Some(director), application(71))).await;
        let id = issued["certificate_id"].as_str().unwrap();
        let place = format!("/api/v1/certification/organizations/{romashka}/certificates/{id}");
        let revocation = format!("{place}/revocation");
        let list = format!("{CERTIFICATES}?organization_id={romashka}");
        let reason = || json!({ "reason": "unspecified" });
        for (by, expected) in [
            (None, StatusCode::UNAUTHORIZED),
            (Some(stranger), StatusCode::NOT_FOUND),
            (Some(powerless), StatusCode::FORBIDDEN),
        ] {
            assert_eq!(ask(&host, post(CERTIFICATES, by, application(72))).await.0, expected);
            assert_eq!(ask(&host, get(&list, by)).await.0, expected);
            assert_eq!(ask(&host, get(&place, by)).await.0, expected);
            assert_eq!(ask(&host, post(&revocation, by, reason())).await.0, expected);
        }
        host.jobs().run_jobs().await;
    }

    async fn what_certificates_point_to_is_public(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (_, authorities) = ask(&host, get("/api/v1/certification/authorities", None)).await;
        let items = authorities["items"].as_array().unwrap();
        assert_eq!(items.len(), 4);
        for item in items {
            let at = format!("/api/v1/certification/authorities/{}", item["authority_id"].as_str().unwrap());
            let key_id = item["key_id"].as_str().unwrap();
            for (path, kind) in [
                (format!("{at}/crl"), "application/pkix-crl"),
                (format!("/crl/{key_id}.crl"), "application/pkix-crl"),
                (format!("{at}/certificate"), "application/pkix-cert"),
                (format!("/ca/{key_id}.crt"), "application/pkix-cert"),
                (format!("{at}/chain.pem"), "application/x-pem-file"),
            ] {
                let (status, found, octets) = raw(&host, get(&path, None)).await;
                assert_eq!((status, found.as_str()), (StatusCode::OK, kind), "{path}");
                assert!(!octets.is_empty());
            }
        }
        for wrong in ["/crl/00.crl", "/crl/zz.crl", "/crl/00", "/ca/00.crl", "/api/v1/certification/authorities/x/crl"] {
            assert_eq!(raw(&host, get(wrong, None)).await.0, StatusCode::NOT_FOUND, "{wrong}");
        }
        for (key, expected) in [("00", 404), ("", 422), ("xyz", 422), (&"0".repeat(42), 422)] {
            let (status, _) = ask(&host, get(&format!("/api/v1/certification/look-up?key={key}"), None)).await;
            assert_eq!(status.as_u16(), expected, "{key}");
        }
        host.jobs().run_jobs().await;
    }
}
