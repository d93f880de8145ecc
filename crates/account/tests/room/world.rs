//! The room over a store of its own, spoken to as its clients do.

use account::{PasswordPool, Room, Settings, Vault};
use axum::Router;
use axum::body::Body;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use kernel::Chance;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Catalogue, Fetch as _, Handlers, Runner, Sql, binds};
use testkit::{Database, HandClock, world::JobWatch};
use tower::ServiceExt as _;
use trust::Trust;
use utoipa::openapi::OpenApi;
use web::{App, Language, Limits, TextSource, Texts};

pub const PASSWORD: &str = "ромашка и василёк";

const LETTERS: Sql =
    Sql::global("test.letters", "SELECT address, subject, body FROM post_letter ORDER BY created_at, letter_id");

pub fn catalogue() -> Catalogue {
    Catalogue::new()
        .with(web::MIGRATIONS, web::STATEMENTS)
        .with(post::MIGRATIONS, post::STATEMENTS)
        .with(trust::MIGRATIONS, trust::STATEMENTS)
        .with(account::MIGRATIONS, account::STATEMENTS)
}

pub struct World {
    pub app: App,
    pub clock: HandClock,
    pub jobs: JobWatch,
    pub api: OpenApi,
    pub trust: Trust,
    pub settings: Settings,
    pub passwords: PasswordPool,
    pub router: Router,
    key: AtomicU32,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    pub fn text(&self, pointer: &str) -> String {
        self.body
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{pointer}: {}", self.body))
            .to_owned()
    }
}

/// How a request is made; `..Ask::default()` for the rest.
#[derive(Default)]
pub struct Ask<'a> {
    pub token: Option<&'a str>,
    pub key: Option<&'a str>,
    pub body: Option<Value>,
    pub headers: &'a [(&'static str, &'a str)],
}

fn texts() -> Texts {
    let source = |language, name, text| TextSource { language, name, text };
    Texts::load([
        source(Language::Russian, "web.ftl", include_str!("../../../../texts/ru/web.ftl")),
        source(Language::English, "web.ftl", include_str!("../../../../texts/en/web.ftl")),
        source(Language::Russian, "post.ftl", include_str!("../../../../texts/ru/post.ftl")),
        source(Language::English, "post.ftl", include_str!("../../../../texts/en/post.ftl")),
        source(Language::Russian, "account.ftl", include_str!("../../../../texts/ru/account.ftl")),
        source(Language::English, "account.ftl", include_str!("../../../../texts/en/account.ftl")),
    ])
    .unwrap()
}

/// What a host leaves as it is.
pub fn settings() -> Settings {
    Settings::new("http://localhost:8080", Vault::of_chance(&Chance::from_seed([12; 32])))
}

impl World {
    pub async fn new(db: &Database) -> Self {
        Self::with(db, settings()).await
    }

    pub async fn with(db: &Database, settings: Settings) -> Self {
        let store = db.open().await;
        let clock = HandClock::at_rfc3339("2026-11-22T10:00:00Z");
        let chance = Chance::from_seed([11; 32]);
        let app =
            App::new(store.clone(), Arc::new(clock.clone()), chance.clone(), Arc::new(texts()), Limits::default());
        let passwords = PasswordPool::cheap_for_stories();
        let trust = Trust::open(&store).await.unwrap();
        let settings = Arc::new(settings);
        let room = Room {
            app: app.clone(),
            passwords: passwords.clone(),
            trust: trust.clone(),
            settings: Arc::clone(&settings),
        };
        let handlers =
            account::handlers(post::handlers(Handlers::new(), store.clone(), post::Gateways::default()), &room);
        let runner = Runner::new(store.clone(), handlers, Arc::new(clock.clone()), chance);
        let (router, api) = web::assemble([account::router(room)]);
        let router = web::edge::per_caller(&app, router);
        let router = account::with_callers(&app, router);
        let router = web::edge::guard(&app, router);
        Self {
            jobs: JobWatch::new(store, runner, clock.clone()),
            app,
            clock,
            api,
            trust,
            settings: Settings::clone(&settings),
            passwords,
            router,
            key: AtomicU32::new(0),
        }
    }

    /// An answer that is no JSON.
    pub async fn raw(&self, request: Request<Body>) -> (StatusCode, HeaderMap, Vec<u8>) {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status, parts.headers, body.collect().await.unwrap().to_bytes().to_vec())
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap() };
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn ask(&self, method: Method, path: &str, ask: Ask<'_>) -> Answer {
        let new_key = format!("key-{}", self.key.fetch_add(1, Ordering::Relaxed));
        let mut request = Request::builder().method(method).uri(path);
        request = request.header("idempotency-key", ask.key.unwrap_or(&new_key));
        if let Some(token) = ask.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        for (name, value) in ask.headers {
            request = request.header(*name, *value);
        }
        let body = match ask.body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        self.send(request.body(body).unwrap()).await
    }

    pub async fn get(&self, path: &str, token: &str) -> Answer {
        self.ask(Method::GET, path, Ask { token: Some(token), ..Ask::default() }).await
    }

    pub async fn post(&self, path: &str, token: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, Ask { token: Some(token), body: Some(body), ..Ask::default() }).await
    }

    pub async fn put(&self, path: &str, token: &str, body: Value) -> Answer {
        self.ask(Method::PUT, path, Ask { token: Some(token), body: Some(body), ..Ask::default() }).await
    }

    pub async fn delete(&self, path: &str, token: &str) -> Answer {
        self.ask(Method::DELETE, path, Ask { token: Some(token), ..Ask::default() }).await
    }

    /// Asks nobody in particular.
    pub async fn knock(&self, path: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, Ask { body: Some(body), ..Ask::default() }).await
    }

    /// Every letter written so far, of all people: to whom, about what, what. The jobs have run.
    pub async fn letters(&self) -> Vec<(String, String, String)> {
        self.jobs.run_jobs().await;
        let mut reader = self.app.store.reader().await.unwrap();
        let rows = reader.fetch_all(&LETTERS, binds![]).await.unwrap();
        rows.iter().map(|row| (row.text(0).unwrap(), row.text(1).unwrap(), row.text(2).unwrap())).collect()
    }

    /// The code of the link in the newest letter to an address.
    pub async fn code_for(&self, address: &str) -> String {
        let letters = self.letters().await;
        let (_, _, body) = letters.iter().rev().find(|(to, ..)| to == address).unwrap();
        let (_, rest) = body.split_once("?code=").unwrap_or_else(|| panic!("no link in {body}"));
        rest.split_whitespace().next().unwrap().to_owned()
    }

    /// Shows login and password.
    pub async fn shows(&self, login: &str, password: &str) -> Answer {
        let body = Some(json!({ "login": login, "password": password }));
        self.ask(Method::POST, "/api/v1/account/sign-ins", Ask { body, ..Ask::default() }).await
    }

    /// Registers a person and signs them in: (user id, token).
    pub async fn person(&self, login: &str) -> (String, String) {
        let body = Some(json!({ "login": login, "name": "Бухгалтер", "password": PASSWORD }));
        let user = self.ask(Method::POST, "/api/v1/account/users", Ask { body, ..Ask::default() }).await;
        assert_eq!(user.status, StatusCode::CREATED, "{}", user.body);
        (user.text("/user_id"), self.shows(login, PASSWORD).await.text("/token"))
    }

    /// Registers «ООО Ромашка»: its id.
    pub async fn romashka(&self, token: &str) -> String {
        let founded = self.post("/api/v1/account/organizations", token, romashka()).await;
        assert_eq!(founded.status, StatusCode::CREATED, "{}", founded.body);
        founded.text("/organization/organization_id")
    }

    /// Makes a person a member of an organization with these permissions: their token.
    pub async fn member(
        &self,
        admin: &str,
        organization_id: &str,
        login: &str,
        permissions: &[&str],
    ) -> (String, String) {
        let (user_id, token) = self.person(login).await;
        let body = json!({ "user_id": user_id, "rights": { "permissions": permissions } });
        let path = format!("/api/v1/account/organizations/{organization_id}/members");
        let added = self.post(&path, admin, body).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        (user_id, token)
    }
}

pub fn romashka() -> Value {
    json!({
        "inn": "9800000013", "kpp": "980001001", "ogrn": "1269800000018", "name": "ООО «Ромашка»",
        "address": { "region_code": "77", "postal_code": "117997", "street": "ул. Полевая", "house": "1" }
    })
}
