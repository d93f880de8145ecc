//! What a hostile client can hold: bytes, places and time are bounded, and others are answered meanwhile.

use crate::world::{Room, app_of, catalogue};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::{get, post};
use std::net::SocketAddr;
use std::time::Duration;
use store::Engine;
use testkit::Database;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinSet;
use web::{AnswerMemory, Limits, Pace, Problem, RawBody, Surface, edge};

const MIB: usize = 1024 * 1024;
/// More than any of these tests lets a client wait.
const SOON: Duration = Duration::from_secs(20);
const SMALL: &str = "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc";

async fn body(_: State<Room>, body: RawBody<{ 4 * MIB }>) -> String {
    body.bytes.len().to_string()
}

/// A surface that reads bodies in its own way.
async fn own_way(body: Result<Bytes, axum::extract::rejection::BytesRejection>) -> String {
    body.map_or_else(|_| "broken".to_owned(), |bytes| bytes.len().to_string())
}

/// More than the system's own buffers of a connection take from the program: 4 MiB on the sending side.
const LARGE_BYTES: usize = 12 * MIB;

async fn large(memory: AnswerMemory) -> Result<Vec<u8>, Problem> {
    memory.take(LARGE_BYTES)?;
    Ok(vec![b'x'; LARGE_BYTES])
}

struct Served {
    address: SocketAddr,
    _serving: JoinSet<()>,
    _db: Database,
}

/// 4 MiB a body, 8 MiB of all; waits are short.
fn limits() -> Limits {
    let pace = Pace { grace: Duration::from_millis(400), window: Duration::from_millis(200), bytes_min: 1000 };
    Limits {
        body_bytes_max: 4 * MIB,
        body_memory_bytes_max: 8 * MIB,
        answer_memory_bytes_max: 2 * LARGE_BYTES + 8 * MIB,
        body_pace: pace,
        answer_pace: pace,
        ..Limits::default()
    }
}

async fn serve(limits: Limits) -> Served {
    let db = Database::new(Engine::Sqlite, &catalogue()).await;
    let app = app_of(&db, limits).await;
    let router = Router::new()
        .route("/body", post(body))
        .route("/own-way", post(own_way))
        .route("/large", get(large))
        .route("/small", get(async || "small"))
        .with_state(Room { app: app.clone() });
    let router = edge::guard(&app, router);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut serving = JoinSet::new();
    let surfaces = vec![Surface { name: "own", listener, router }];
    serving.spawn(async move { web::serve(surfaces, &app.limits, std::future::pending()).await });
    Served { address, _serving: serving, _db: db }
}

impl Served {
    /// A client with the address 127.0.0.`host`, who has said this.
    async fn says(&self, host: u8, text: &str) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(([127, 0, 0, host], 0).into()).unwrap();
        let mut client = socket.connect(self.address).await.unwrap();
        client.write_all(text.as_bytes()).await.unwrap();
        client
    }

    /// The same, whose system keeps little of what it does not read.
    async fn says_narrow(&self, host: u8, text: &str) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4096).unwrap();
        socket.bind(([127, 0, 0, host], 0).into()).unwrap();
        let mut client = socket.connect(self.address).await.unwrap();
        client.write_all(text.as_bytes()).await.unwrap();
        client
    }

    async fn answer(&self, host: u8, text: &str) -> String {
        rest(self.says(host, text).await).await
    }

    /// An ordinary client is answered.
    async fn is_well(&self, host: u8) {
        let answer = self.answer(host, SMALL).await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with('3'), "{answer}");
    }
}

async fn rest(mut client: TcpStream) -> String {
    let mut bytes = Vec::new();
    match tokio::time::timeout(SOON, client.read_to_end(&mut bytes)).await {
        Ok(Err(error)) => assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset),
        read => assert!(read.is_ok(), "the server kept the connection open"),
    }
    String::from_utf8(bytes).unwrap()
}

fn post_of(path: &str, bytes: usize) -> String {
    format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {bytes}\r\nConnection: close\r\n\r\n")
}

fn is(answer: &str, status: u16, code: &str) {
    let start: String = answer.chars().take(600).collect();
    assert!(answer.starts_with(&format!("HTTP/1.1 {status}")) && answer.contains(code), "{start}");
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_for_large_bodies_is_counted_and_small_ones_need_none() {
    let patient = Pace { grace: SOON, window: SOON, bytes_min: 1 };
    let served = serve(Limits { body_pace: patient, ..limits() }).await;
    // Announced and not sent: the memory is theirs, half of it for each address.
    let held = [served.says(2, &post_of("/body", 4 * MIB)).await, served.says(3, &post_of("/body", 3 * MIB)).await];
    let of_address = served.answer(2, &post_of("/body", 100_000)).await;
    is(&of_address, 429, "web.too-many-at-once");
    let nothing_left = served.answer(4, &post_of("/body", 2 * MIB)).await;
    is(&nothing_left, 503, "web.no-room");
    assert!(nothing_left.contains("retry-after: 5"), "{nothing_left}");
    is(&served.answer(4, &post_of("/body", 4 * MIB + 1)).await, 413, "web.body.too-large");
    for host in 2..6 {
        served.is_well(host).await;
    }
    // Unannounced, it takes what it needs as it comes, and stops where there is no more.
    let chunk = format!("{:x}\r\n{}\r\n", MIB / 2, "x".repeat(MIB / 2));
    let chunked = |chunks: usize| {
        let head = "POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        format!("{head}{}0\r\n\r\n", chunk.repeat(chunks))
    };
    is(&served.answer(4, &chunked(3)).await, 503, "web.no-room");
    is(&served.answer(4, &chunked(1)).await, 200, "524288");
    drop(held);
    // The hanging up is seen a moment later.
    let mut answer = served.answer(4, &chunked(3)).await;
    for _ in 0..1000 {
        if answer.starts_with("HTTP/1.1 200") {
            break;
        }
        answer = served.answer(4, &chunked(3)).await;
    }
    is(&answer, 200, "1572864");
    is(&served.answer(4, &chunked(9)).await, 413, "web.body.too-large");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_must_move_whoever_reads_it() {
    let served = serve(limits()).await;
    for path in ["/body", "/own-way"] {
        let mut trickle = served.says(2, &post_of(path, 100_000)).await;
        let silent = served.says(3, &post_of(path, 100_000)).await;
        let mut pause = tokio::time::interval(Duration::from_millis(10));
        let (mut reader, mut writer) = trickle.split();
        let sent = async {
            loop {
                pause.tick().await;
                if writer.write_all(b"x").await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        };
        let mut answer = vec![0; 4096];
        let read = tokio::select! {
            () = sent => 0,
            read = tokio::time::timeout(SOON, reader.read(&mut answer)) => read.unwrap().unwrap(),
        };
        let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
        is(&answer, 408, "web.body.too-slow");
        is(&rest(silent).await, 408, "web.body.too-slow");
    }
    let all: String = post_of("/own-way", 100_000) + &"x".repeat(100_000);
    is(&served.answer(2, &all).await, 200, "100000");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_still_sends_can_read_why_not() {
    let served = serve(limits()).await;
    let mut client = served.says(2, &post_of("/body", 5 * MIB)).await;
    // Far more than the system's buffers hold: without somebody who listens, the last write fails with a reset.
    client.write_all(&vec![b'x'; 5 * MIB]).await.unwrap();
    let answer = rest(client).await;
    is(&answer, 413, "web.body.too-large");
    assert!(answer.contains("connection: close"), "another request must not be sent into it: {answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_on_their_way_leave_places_for_others() {
    let patient = Pace { grace: SOON, window: SOON, bytes_min: 1 };
    let (requests_max, bodies_coming_max, bodies_coming_address_max) = (6, 4, 3);
    let limits = Limits { body_pace: patient, requests_max, bodies_coming_max, bodies_coming_address_max, ..limits() };
    let served = serve(limits).await;
    let mut held = Vec::new();
    for host in [2, 2, 2, 3] {
        held.push(served.says(host, &post_of("/body", 10)).await);
        // Until it stands in its place, which an answer to somebody behind it shows.
        served.answer(9, "GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    }
    is(&served.answer(2, SMALL).await, 429, "web.too-many-at-once");
    is(&served.answer(4, SMALL).await, 503, "web.busy");
    let read = served.answer(2, "GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(read.ends_with("small"), "{read}");
    held[0].write_all(&[b'x'; 10]).await.unwrap();
    is(&rest(held.remove(0)).await, 200, "10");
    served.is_well(4).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_nobody_takes() {
    let answer_pace = Pace { grace: Duration::from_secs(6), ..limits().answer_pace };
    let served = serve(Limits { answer_pace, ..limits() }).await;
    let ask = "GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let mut stubborn = Vec::new();
    for host in [2, 3] {
        stubborn.push(served.says_narrow(host, ask).await);
        stubborn.last().unwrap().readable().await.unwrap();
    }
    is(&served.answer(2, ask).await, 429, "web.too-many-at-once");
    is(&served.answer(4, ask).await, 503, "web.no-room");
    served.is_well(2).await;
    // Cut off, they give the memory back: as long as they hold it, others are told to wait.
    let begun = tokio::time::Instant::now();
    let mut answer = served.answer(4, ask).await;
    while !answer.starts_with("HTTP/1.1 200") {
        assert!(begun.elapsed() < SOON, "{answer}");
        answer = served.answer(4, ask).await;
    }
    assert_eq!(answer.split_once("\r\n\r\n").unwrap().1.len(), LARGE_BYTES);
    for client in stubborn {
        assert!(rest(client).await.len() < LARGE_BYTES, "the whole answer was sent");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_has_its_part_of_the_connections() {
    let served = serve(Limits { connections_address_max: 3, ..limits() }).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(served.says(2, "").await);
    }
    let refused = rest(served.says(2, "").await).await;
    assert!(refused.starts_with("HTTP/1.1 429") && refused.contains("Retry-After: 5"), "{refused}");
    served.is_well(3).await;
    held.clear();
    let begun = tokio::time::Instant::now();
    while rest(served.says(2, SMALL).await).await.starts_with("HTTP/1.1 429") {
        assert!(begun.elapsed() < SOON, "the places were not given back");
    }
    let served = serve(Limits { connections_address_max: 1, trusts_forwarded: true, ..limits() }).await;
    let _first = served.says(2, "").await;
    served.is_well(2).await;
}
