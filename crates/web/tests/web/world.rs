//! An `App` over a store with one table that counts.

use axum::body::Body;
use axum::extract::FromRef;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use kernel::Chance;
use serde_json::Value;
use std::sync::Arc;
use store::{Catalogue, Migration, Sql, Store};
use testkit::{Database, HandClock};
use tower::ServiceExt as _;
use web::{App, Language, Limits, TextSource, Texts};

const TABLE: Migration = Migration::new(
    "20261122129999_web_counted",
    "CREATE TABLE web_counted (organization_id BYTEA NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (organization_id, at));",
);
pub const COUNT: Sql = Sql::org("web.count_counted", "INSERT INTO web_counted (organization_id, at) VALUES ($1, $2)");
pub const COUNTED: Sql = Sql::org("web.list_counted", "SELECT count(*) FROM web_counted WHERE organization_id = $1");

pub fn catalogue() -> Catalogue {
    Catalogue::new().with(web::MIGRATIONS, web::STATEMENTS).with(&[TABLE], &[&COUNT, &COUNTED])
}

/// A room's state beside the app, as every room has one.
#[derive(Debug, Clone)]
pub struct Room {
    pub app: App,
}

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

pub fn app(store: Store, clock: &HandClock, limits: Limits) -> App {
    let source = |language, name, text| TextSource { language, name, text };
    let texts = Texts::load([
        source(Language::Russian, "web.ftl", include_str!("../../../../texts/ru/web.ftl")),
        source(Language::English, "web.ftl", include_str!("../../../../texts/en/web.ftl")),
    ]);
    App::new(store, Arc::new(clock.clone()), Chance::from_seed([13; 32]), Arc::new(texts.unwrap()), limits)
}

pub fn clock() -> HandClock {
    HandClock::at_rfc3339("2026-11-22T10:00:00Z")
}

pub async fn app_of(db: &Database, limits: Limits) -> App {
    app(db.open().await, &clock(), limits)
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
}

pub async fn ask(router: &axum::Router, request: Request<Body>) -> Answer {
    let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap() };
    Answer { status: parts.status, headers: parts.headers, body }
}
