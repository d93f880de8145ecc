//! The account and the provider over a store of their own, spoken to as programs do.

use account::{PasswordPool, Room, Settings, Vault};
use axum::Router;
use axum::body::Body;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use kernel::{Caller, Chance, Clock as _, Cx};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Catalogue, Store};
use testkit::{Database, HandClock};
use tower::ServiceExt as _;
use trust::Trust;
use web::{App, Language, Limits, TextSource, Texts};
use wire_openid::authorize::{self, Read};
use wire_openid::{Surface, authorize::AuthorizeRequest};

pub const PASSWORD: &str = "ромашка и василёк";
pub const FOUNDER: &str = "seller@romashka.example";
pub const ISSUER: &str = "http://openid.romashka.example:8082";
pub const BACK: &str = "https://program.romashka.example/back";
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

pub fn catalogue() -> Catalogue {
    Catalogue::new()
        .with(web::MIGRATIONS, web::STATEMENTS)
        .with(post::MIGRATIONS, post::STATEMENTS)
        .with(trust::MIGRATIONS, trust::STATEMENTS)
        .with(account::MIGRATIONS, account::STATEMENTS)
        .with(wire_openid::MIGRATIONS, wire_openid::STATEMENTS)
}

pub struct World {
    pub surface: Surface,
    pub clock: HandClock,
    pub store: Store,
    router: Router,
    key: AtomicU32,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    pub fn text(&self, name: &str) -> String {
        self.body[name].as_str().unwrap_or_else(|| panic!("no {name}: {}", self.body)).to_owned()
    }

    /// Status and word of OAuth of a refusal.
    pub fn error(&self) -> (u16, &str) {
        (self.status.as_u16(), self.body["error"].as_str().unwrap_or_default())
    }

    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |place| place.to_str().unwrap())
    }
}

/// A program and its key.
#[derive(Clone, Debug)]
pub struct Program {
    pub key_id: String,
    pub client_id: String,
    pub secret: String,
}

/// Anna, who founded ООО «Ромашка», and two programs of it.
pub struct House {
    pub w: World,
    pub founder: (String, String),
    pub organization: String,
    pub program: Program,
    pub other: Program,
}

fn texts() -> Texts {
    let source = |language, name, text| TextSource { language, name, text };
    Texts::load([
        source(Language::Russian, "web.ftl", include_str!("../../../../texts/ru/web.ftl")),
        source(Language::English, "web.ftl", include_str!("../../../../texts/en/web.ftl")),
        source(Language::Russian, "account.ftl", include_str!("../../../../texts/ru/account.ftl")),
        source(Language::English, "account.ftl", include_str!("../../../../texts/en/account.ftl")),
        source(Language::Russian, "openid.ftl", include_str!("../../../../texts/ru/openid.ftl")),
        source(Language::English, "openid.ftl", include_str!("../../../../texts/en/openid.ftl")),
    ])
    .unwrap()
}

impl World {
    pub async fn new(db: &Database) -> Self {
        let store = db.open().await;
        let clock = HandClock::at_rfc3339("2026-11-23T07:00:00Z");
        let chance = Chance::from_seed([21; 32]);
        let app = App::new(store.clone(), Arc::new(clock.clone()), chance, Arc::new(texts()), Limits::default());
        let settings = Settings::new("http://localhost:8080", Vault::of_chance(&Chance::from_seed([12; 32])));
        let account = Room {
            app: app.clone(),
            passwords: PasswordPool::cheap_for_stories(),
            trust: Trust::open(&store).await.unwrap(),
            settings: Arc::new(settings),
        };
        let surface = Surface { app: app.clone(), account: account.clone(), issuer: ISSUER.to_owned() };
        let (own, _) = web::assemble([account::router(account), wire_openid::own_router(surface.clone())]);
        let own = web::edge::guard(&app, account::with_callers(&app, own));
        let router = wire_openid::router(surface.clone()).merge(own);
        Self { surface, clock, store, router, key: AtomicU32::new(0) }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let octets = answer.into_body().collect().await.unwrap().to_bytes();
        Answer { status, headers, body: serde_json::from_slice(&octets).unwrap_or(Value::Null) }
    }

    /// A form, as a program sends it.
    pub async fn form(&self, path: &str, basic: Option<&Program>, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        if let Some(program) = basic {
            let shown = STANDARD.encode(format!("{}:{}", program.client_id, program.secret));
            request = request.header(header::AUTHORIZATION, format!("Basic {shown}"));
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn get(&self, path: &str, authorization: Option<&str>) -> Answer {
        let mut request = Request::get(path);
        if let Some(value) = authorization {
            request = request.header(header::AUTHORIZATION, value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// The own API.
    pub async fn api(&self, method: Method, path: &str, token: Option<&str>, body: &Value) -> Answer {
        let key = format!("story-{}", self.key.fetch_add(1, Ordering::Relaxed));
        let mut request = Request::builder().method(method).uri(path).header("Idempotency-Key", key);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.send(request.header("content-type", "application/json").body(body).unwrap()).await
    }

    /// Registers a person and signs them in.
    pub async fn person(&self, login: &str) -> (String, String) {
        let body = json!({ "login": login, "password": PASSWORD, "name": "Анна Ромашкина" });
        let made = self.api(Method::POST, "/api/v1/account/users", None, &body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        (made.text("user_id"), self.signs_in(login).await)
    }

    pub async fn signs_in(&self, login: &str) -> String {
        let body = json!({ "login": login, "password": PASSWORD });
        self.api(Method::POST, "/api/v1/account/sign-ins", None, &body).await.text("token")
    }

    /// Whose token it is, by the account's word: as every room's surface asks.
    pub async fn caller(&self, token: &str) -> Caller {
        let headers = HeaderMap::from_iter([(header::AUTHORIZATION, format!("Bearer {token}").parse().unwrap())]);
        wire_openid::caller(&self.surface.app, &headers).await.unwrap_or(Caller::Nobody)
    }

    pub async fn opens(&self, token: &str) -> bool {
        self.caller(token).await != Caller::Nobody
    }

    /// The operation of the person whose token it is.
    pub async fn cx_of(&self, token: &str) -> Cx {
        self.surface.app.cx(self.caller(token).await)
    }
}

impl House {
    pub async fn new(db: &Database) -> Self {
        let w = World::new(db).await;
        let founder = w.person(FOUNDER).await;
        let address = json!({ "region_code": "77", "postal_code": "117997", "street": "ул. Полевая", "house": "1" });
        let body = json!({ "inn": "9800000013", "kpp": "980001001", "ogrn": "1269800000018",
            "name": "ООО «Ромашка»", "address": address });
        let founded = w.api(Method::POST, "/api/v1/account/organizations", Some(&founder.1), &body).await;
        let organization = founded.body.pointer("/organization/organization_id").and_then(Value::as_str);
        let organization = organization.unwrap_or_else(|| panic!("{}", founded.body)).to_owned();
        let program = Program::made(&w, (&organization, &founder.1), "Ромашка: отчёты").await;
        let other = Program::made(&w, (&organization, &founder.1), "Другая программа").await;
        let house = Self { w, founder, organization, program, other };
        for program in [&house.program, &house.other] {
            let rules = json!({ "redirect_uris": [BACK], "is_public": false });
            assert_eq!(house.set(program, &rules).await.status, StatusCode::OK);
        }
        house
    }

    pub fn rules_of(&self, program: &Program) -> String {
        format!("/api/v1/openid/organizations/{}/programs/{}", self.organization, program.key_id)
    }

    pub async fn set(&self, program: &Program, rules: &Value) -> Answer {
        self.w.api(Method::PUT, &self.rules_of(program), Some(&self.founder.1), rules).await
    }

    /// The founder lets the program in: the code, and the whole address it was sent to.
    pub async fn agrees(&self, query: &str) -> (String, String) {
        let cx = self.w.cx_of(&self.founder.1).await;
        let request = self.reads(query).await.unwrap_or_else(|place| panic!("sent back: {place}"));
        let asked = (*request, ISSUER.to_owned());
        let agreed = self.w.store.write(&cx, asked, |tx, cx, asked| Box::pin(authorize::agree(tx, cx, asked)));
        let place = agreed.await.unwrap();
        (between(&place, "code=", "&"), place)
    }

    /// The request, or where the browser is sent.
    pub async fn reads(&self, query: &str) -> Result<Box<AuthorizeRequest>, String> {
        let mut reader = self.w.store.reader().await.unwrap();
        match authorize::read(&mut reader, &self.w.surface, query).await.unwrap() {
            Read::Request(request) => Ok(request),
            Read::Back(place) => Err(place),
        }
    }

    /// A query of authorization with a challenge.
    pub fn query(&self, scope: &str) -> String {
        query_of(&self.program, scope, Some(VERIFIER))
    }

    pub async fn redeems(&self, program: &Program, code: &str, verifier: Option<&str>) -> Answer {
        let mut fields = vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", BACK)];
        fields.extend(verifier.map(|verifier| ("code_verifier", verifier)));
        self.w.form("/connect/token", Some(program), &fields).await
    }

    pub async fn refreshes(&self, program: &Program, token: &str) -> Answer {
        let fields = [("grant_type", "refresh_token"), ("refresh_token", token)];
        self.w.form("/connect/token", Some(program), &fields).await
    }

    /// Tokens of a whole round.
    pub async fn tokens(&self, scope: &str) -> Answer {
        let (code, _) = self.agrees(&self.query(scope)).await;
        let given = self.redeems(&self.program, &code, Some(VERIFIER)).await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.body);
        given
    }

    pub fn seconds(&self) -> i64 {
        self.w.clock.now().seconds()
    }
}

impl Program {
    pub async fn made(w: &World, (organization, token): (&str, &str), name: &str) -> Self {
        let path = format!("/api/v1/account/organizations/{organization}/integrator-keys");
        let made = w.api(Method::POST, &path, Some(token), &json!({ "name": name })).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let key = |name: &str| made.body.pointer(&format!("/key/{name}")).and_then(Value::as_str).unwrap().to_owned();
        Self { key_id: key("integrator_key_id"), client_id: key("client_id"), secret: made.text("secret") }
    }
}

pub fn query_of(program: &Program, scope: &str, verifier: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("response_type", "code").append_pair("client_id", &program.client_id);
    query.append_pair("redirect_uri", BACK).append_pair("scope", scope);
    query.append_pair("state", "st&te").append_pair("nonce", "n-1");
    if let Some(verifier) = verifier {
        let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()));
        query.append_pair("code_challenge", &challenge).append_pair("code_challenge_method", "S256");
    }
    query.finish()
}

pub fn between(text: &str, from: &str, to: &str) -> String {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    rest.split(to).next().unwrap().to_owned()
}
