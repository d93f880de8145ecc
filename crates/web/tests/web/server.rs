//! The server over real connections: slow, broken and stubborn clients, and a stop that lets requests finish.

use crate::world::{Room, app_of, catalogue};
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::HeaderValue;
use kernel::RequestId;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use store::Engine;
use testkit::Database;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use web::{EdgeRefusal, Language, Limits, PeerAddress, Problem, Rate, RawBody, Surface, Texts, edge};

struct Server {
    address: SocketAddr,
    second: SocketAddr,
    entered: Arc<Notify>,
    go_on: Arc<Notify>,
    stop: Arc<Notify>,
    task: JoinSet<()>,
    _db: Database,
}

async fn body(_: State<Room>, body: RawBody<100>) -> String {
    body.bytes.len().to_string()
}

/// As a vendor's surface writes its problems.
fn plain(problem: &Problem, texts: &Texts, language: Language, request_id: RequestId) -> Response {
    let text = format!("{}: {}", request_id, problem.title(texts, language));
    let mut answer = (problem.status(), text).into_response();
    answer.headers_mut().insert("x-code", HeaderValue::from_static(problem.code()));
    if let Some(wait) = problem.wait() {
        answer.headers_mut().insert("retry-after", HeaderValue::from(wait.as_secs()));
    }
    answer
}

async fn server(limits: Limits) -> Server {
    let db = Database::new(Engine::Sqlite, &catalogue()).await;
    let app = app_of(&db, limits.clone()).await;
    let (entered, go_on, stop) = (Arc::new(Notify::new()), Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (told, waits) = (Arc::clone(&entered), Arc::clone(&go_on));
    let wait = move || async move {
        told.notify_one();
        waits.notified().await;
        "done"
    };
    let nowhere = async || Problem::from(EdgeRefusal::NoSuchPlace);
    let second = Router::new().route("/second", get(async || "the other")).fallback(nowhere);
    let second = edge::guard_as(&app, second, plain);
    let router = Router::new()
        .route("/body", post(body))
        .route("/peer", get(|peer: PeerAddress| async move { peer.0.to_string() }))
        .route("/wait", get(wait))
        .with_state(Room { app: app.clone() });
    let router = edge::guard(&app, router);
    let mut surfaces = Vec::new();
    for (name, router) in [("own", router), ("second", second)] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        surfaces.push(Surface { name, listener, router });
    }
    let [address, second] = [0, 1].map(|place: usize| surfaces[place].listener.local_addr().unwrap());
    let mut task = JoinSet::new();
    let stopped = Arc::clone(&stop);
    task.spawn(async move { web::serve(surfaces, &limits, async move { stopped.notified().await }).await });
    Server { address, second, entered, go_on, stop, task, _db: db }
}

impl Server {
    async fn says(&self, bytes: &[u8]) -> TcpStream {
        says(self.address, bytes).await
    }

    async fn answer(&self, bytes: &[u8]) -> String {
        rest(self.says(bytes).await).await
    }
}

async fn says(address: SocketAddr, bytes: &[u8]) -> TcpStream {
    let mut client = TcpStream::connect(address).await.unwrap();
    client.write_all(bytes).await.unwrap();
    client
}

async fn rest(mut client: TcpStream) -> String {
    let mut text = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(20), client.read_to_end(&mut text)).await;
    // A reset after the answer is as good as a close.
    if let Ok(Err(error)) = &read {
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
    assert!(read.is_ok(), "the server kept the connection open");
    String::from_utf8(text).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_and_broken_clients() {
    let quick = Duration::from_millis(200);
    let server = server(Limits { head_time_max: quick, body_time_max: quick, ..Limits::default() }).await;
    let half_head = server.answer(b"GET /peer HTTP/1.1\r\nHost: x\r\n").await;
    assert!(half_head.is_empty() || half_head.starts_with("HTTP/1.1 408"), "{half_head}");
    let half_body = server.answer(b"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc").await;
    assert!(half_body.starts_with("HTTP/1.1 408") && half_body.contains("web.body.too-slow"), "{half_body}");
    let nonsense = server.answer(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n").await;
    assert!(nonsense.starts_with("HTTP/1.1 400"), "{nonsense}");
    let large = format!("GET /peer HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "x".repeat(500_000));
    let large = server.answer(large.as_bytes()).await;
    assert!(large.is_empty() || large.starts_with("HTTP/1.1 431"), "{large}");
    drop(server.says(b"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc").await);
    let good = server.answer(b"GET /peer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(good.starts_with("HTTP/1.1 200") && good.ends_with("127.0.0.1"), "{good}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_is_told_that_a_connection_ends_with_an_unread_body() {
    let server = server(Limits::default()).await;
    let unread = server.answer(b"POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc").await;
    assert!(unread.starts_with("HTTP/1.1 404") && unread.contains("connection: close\r\n"), "{unread}");
    let kept = b"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc\
        GET /peer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let kept = server.answer(kept).await;
    let [first, second] = [kept.find("HTTP/1.1 200").unwrap(), kept.rfind("HTTP/1.1 200").unwrap()];
    assert!(first < second && !kept.split_at(second).0.contains("connection: close"), "{kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_lets_requests_finish() {
    let mut server = server(Limits::default()).await;
    let idle = server.says(b"").await;
    let client = server.says(b"GET /wait HTTP/1.1\r\nHost: x\r\n\r\n").await;
    server.entered.notified().await;
    server.stop.notify_one();
    // The listener is closed as soon as the stop is seen; then nobody new comes in.
    while TcpStream::connect(server.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    server.go_on.notify_one();
    let answer = rest(client).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"), "{answer}");
    assert_eq!(rest(idle).await, "");
    server.task.join_next().await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_does_not_wait_for_ever() {
    let mut server = server(Limits { stop_time_max: Duration::from_millis(100), ..Limits::default() }).await;
    let client = server.says(b"GET /wait HTTP/1.1\r\nHost: x\r\n\r\n").await;
    server.entered.notified().await;
    server.stop.notify_one();
    server.task.join_next().await.unwrap().unwrap();
    assert_eq!(rest(client).await, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_connections_than_places_wait() {
    let server = server(Limits { connections_max: 1, ..Limits::default() }).await;
    let first = server.says(b"GET /wait HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    server.entered.notified().await;
    let mut second = server.says(b"GET /peer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    let mut byte = [0];
    assert!(tokio::time::timeout(Duration::from_millis(100), second.read(&mut byte)).await.is_err(), "it waits");
    server.go_on.notify_one();
    assert!(rest(first).await.ends_with("done"));
    assert!(rest(second).await.ends_with("127.0.0.1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_surfaces_share_places_rates_and_the_stop() {
    let rate = Rate { per_second: 0, burst: 4 };
    let mut server = server(Limits { connections_max: 1, address_rate: rate, ..Limits::default() }).await;
    let ask = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let first = server.says(ask("/wait").as_bytes()).await;
    server.entered.notified().await;
    let mut second = says(server.second, ask("/second").as_bytes()).await;
    let mut byte = [0];
    assert!(tokio::time::timeout(Duration::from_millis(100), second.read(&mut byte)).await.is_err(), "it waits");
    server.go_on.notify_one();
    assert!(rest(first).await.ends_with("done"));
    let second = rest(second).await;
    assert!(second.starts_with("HTTP/1.1 200") && second.ends_with("the other"), "{second}");
    let nowhere = rest(says(server.second, ask("/peer").as_bytes()).await).await;
    assert!(nowhere.starts_with("HTTP/1.1 404") && nowhere.contains("x-code: web.no-such-place"), "{nowhere}");
    assert!(nowhere.ends_with(": Здесь ничего нет.") && nowhere.contains("x-request-id: "), "{nowhere}");
    assert!(server.answer(ask("/peer").as_bytes()).await.ends_with("127.0.0.1"));
    // The fifth of the four there are, whichever surface it comes to.
    let often = rest(says(server.second, ask("/second").as_bytes()).await).await;
    assert!(often.starts_with("HTTP/1.1 429") && often.contains("retry-after: 1"), "{often}");
    server.stop.notify_one();
    server.task.join_next().await.unwrap().unwrap();
    for address in [server.address, server.second] {
        assert!(TcpStream::connect(address).await.is_err(), "still listening");
    }
}
