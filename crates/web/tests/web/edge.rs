//! Bugs, faults, limits: what leaves the edge.

use crate::world::{Answer, Room, app_of, ask, catalogue};
use axum::body::Body;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use futures::stream;
use http::{Request, header};
use serde::Deserialize;
use std::time::Duration;
use store::{Engine, Fault};
use testkit::Database;
use tokio::sync::Notify;
use web::{Limited, Limits, Problem, Rate, RequestBody, Told, edge};

#[derive(Deserialize)]
struct Form {
    #[serde(rename = "name")]
    _name: String,
}

impl RequestBody for Form {
    const SIZE_BYTES_MAX: usize = 1000;
}

static ENTERED: Notify = Notify::const_new();

async fn bug() -> &'static str {
    kernel::bug!("secret words of an invariant")
}

async fn busy() -> Problem {
    Fault::Busy("secret words of a store").into()
}

async fn full() -> Problem {
    Fault::DiskFull("secret words of a commit".to_owned()).into()
}

async fn broken() -> Problem {
    Fault::Decode("secret words of a row".to_owned()).into()
}

/// As a page tells a problem in its own form.
async fn in_a_page() -> impl IntoResponse {
    let problem = Problem::from(Fault::Busy("secret words of a store"));
    (problem.status(), Extension(problem), Extension(Told), Json("told by the page"))
}

async fn forever() {
    std::future::pending().await
}

/// For one test only: the notice is shared.
async fn told() {
    ENTERED.notify_one();
    forever().await;
}

async fn form(State(_): State<Room>, _: Limited<Form>) {}

async fn world(limits: Limits) -> (Database, Router) {
    let db = Database::new(Engine::Sqlite, &catalogue()).await;
    let app = app_of(&db, limits).await;
    let (empty, _) = web::assemble([]);
    let routes = Router::new()
        .route("/bug", get(bug))
        .route("/busy", get(busy))
        .route("/full", get(full))
        .route("/broken", get(broken))
        .route("/in-a-page", get(in_a_page))
        .route("/forever", get(forever))
        .route("/told", get(told))
        .route("/form", post(form))
        .with_state(Room { app: app.clone() });
    (db, edge::guard(&app, empty.merge(routes)))
}

fn get_of(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn form_of(body: Body) -> Request<Body> {
    Request::post("/form").header(header::CONTENT_TYPE, "application/json").body(body).unwrap()
}

fn is(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status.as_u16(), answer.code()), (status, code), "{}", answer.body);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(answer.body["type"], format!("urn:svitok:problem:{code}"));
    assert_eq!(answer.body["request_id"], answer.headers["x-request-id"].to_str().unwrap());
    assert!(!answer.body.to_string().contains("secret"), "{}", answer.body);
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.headers[name], value);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn machines_and_bugs_say_nothing_of_themselves() {
    let (_db, router) = world(Limits::default()).await;
    is(&ask(&router, get_of("/bug")).await, 500, "web.bug");
    is(&ask(&router, get_of("/broken")).await, 500, "web.fault.internal");
    let busy = ask(&router, get_of("/busy")).await;
    is(&busy, 503, "web.fault.temporary");
    assert_eq!(busy.headers["retry-after"], "5");
    let full = ask(&router, get_of("/full")).await;
    is(&full, 503, "web.fault.disk-full");
    assert_eq!(full.headers["retry-after"], "60");
    is(&ask(&router, get_of("/nothing")).await, 404, "web.no-such-place");
    let method = ask(&router, get_of("/form")).await;
    is(&method, 405, "web.method");
    assert_eq!(method.headers["allow"], "POST");
    assert_eq!(ask(&router, get_of("/bug")).await.code(), "web.bug", "the next request is answered as before");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_told_stays_as_it_is() {
    let (_db, router) = world(Limits::default()).await;
    let answer = ask(&router, get_of("/in-a-page")).await;
    assert_eq!((answer.status.as_u16(), &answer.body), (503, &serde_json::json!("told by the page")));
    assert_eq!(answer.headers["x-content-type-options"], "nosniff", "headers of every answer are set all the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_takes_too_long() {
    let (_db, router) = world(Limits { request_time_max: Duration::from_millis(50), ..Limits::default() }).await;
    is(&ask(&router, get_of("/forever")).await, 503, "web.timed-out");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_requests_than_places() {
    let (_db, router) = world(Limits { requests_max: 1, ..Limits::default() }).await;
    let first = router.clone();
    let mut waiting = tokio::task::JoinSet::new();
    waiting.spawn(async move { ask(&first, get_of("/told")).await });
    ENTERED.notified().await;
    let busy = ask(&router, get_of("/nothing")).await;
    is(&busy, 503, "web.busy");
    assert_eq!(busy.headers["retry-after"], "1");
    waiting.shutdown().await;
    is(&ask(&router, get_of("/nothing")).await, 404, "web.no-such-place");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_often_than_the_rate() {
    let rate = Rate { per_second: 1, burst: 2 };
    let (_db, router) = world(Limits { address_rate: rate, trusts_forwarded: true, ..Limits::default() }).await;
    let from = |address: &str| {
        let request = Request::get("/nothing").header("x-forwarded-for", format!("192.0.2.99, {address}"));
        ask(&router, request.body(Body::empty()).unwrap())
    };
    for _ in 0..2 {
        is(&from("192.0.2.1").await, 404, "web.no-such-place");
    }
    is(&from("192.0.2.1").await, 429, "web.too-often");
    is(&from("192.0.2.2").await, 404, "web.no-such-place");
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_too_large_too_slow_and_cut_off() {
    let limits = Limits { body_bytes_max: 2000, body_time_max: Duration::from_millis(50), ..Limits::default() };
    let (_db, router) = world(limits).await;
    let whole = |bytes: usize| Body::from(format!("{{\"name\":\"{}\"}}", "x".repeat(bytes - 11)));
    assert_eq!(ask(&router, form_of(whole(1000))).await.status.as_u16(), 200);
    is(&ask(&router, form_of(whole(1001))).await, 413, "web.body.too-large");
    let announced = Request::post("/form").header(header::CONTENT_LENGTH, "2001").body(Body::empty()).unwrap();
    is(&ask(&router, announced).await, 413, "web.body.too-large");
    let pieces = stream::iter((0..100).map(|_| Ok::<_, std::io::Error>(vec![b' '; 900])));
    is(&ask(&router, form_of(Body::from_stream(pieces))).await, 413, "web.body.too-large");
    let slow = stream::pending::<Result<Vec<u8>, std::io::Error>>();
    is(&ask(&router, form_of(Body::from_stream(slow))).await, 408, "web.body.too-slow");
    let cut = stream::iter([Ok(b"{".to_vec()), Err(std::io::Error::other("gone"))]);
    is(&ask(&router, form_of(Body::from_stream(cut))).await, 400, "web.body.cut-off");
}
