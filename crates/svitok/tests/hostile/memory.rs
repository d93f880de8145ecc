//! The program as a process of its own, with the least memory a host may give it and its true limits: floods of large
//! bodies, of heads and of idle connections leave its memory bounded by what was set.

use crate::raw::{ENDED_TIME_MAX, Ended, ask, connect, ended, say};
use crate::support::{Served, serve};
use crate::world::MIB;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Clock as _;
use serde_json::{Value, json};
use std::net::SocketAddr;
use svitok::client::{Client, text};
use svitok::clock::MachineClock;
use svitok::story::cast::Role;
use svitok::story::{Credentials, Person, settle};

use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// What the host gives for bodies: the least that is taken.
const BODY_MEMORY_MIB: usize = 140;
/// Octets of a body that is just not too large.
const BODY_BYTES: usize = 70 * MIB;
/// Who floods, each from an address of its own.
const FLOODERS: u8 = 12;
/// Connections that send a head without an end.
const HEADS: usize = 200;
/// Small bodies and heads in memory at the most: 512 requests of 64 KiB, and as much for each of the connections here.
const SMALL_MIB: usize = 32 + (HEADS + 100) / 16;
/// For the allocator, the page cache of the database, threads, and everything else that moves meanwhile.
const OTHER_MIB: usize = 96;

/// Mebibytes of memory of the process: now, and at the most since it began.
fn memory_mib(pid: u32) -> [usize; 2] {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    ["VmRSS:", "VmHWM:"].map(|name| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() / 1024
    })
}

struct Flooded {
    address: SocketAddr,
    pid: u32,
    idle_mib: usize,
    /// The head of an upload, up to the headers that tell its length.
    upload: String,
    person: Person,
    other: Person,
    _served: Served,
    _data: tempfile::TempDir,
}

impl Flooded {
    async fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut command = serve(data.path(), None);
        command.args(["--body-memory", &BODY_MEMORY_MIB.to_string(), "--answer-memory", "140"]);
        let served = Served::start_as(command, data.path());
        let chance = kernel::Chance::from_seed([21; 32]);
        let nobody = Client::new(&served.base).unwrap();
        let [credentials, others] = [Role::romashka(), Role::vasilek()].map(|role| Credentials::drawn(&role, &chance));
        let person = settle(&nobody, &Role::romashka(), &credentials, &chance).await.unwrap();
        let other = settle(&nobody, &Role::vasilek(), &others, &chance).await.unwrap();
        person.befriend(&other).await.unwrap();
        let sign_in = json!({ "login": credentials.login, "password": credentials.password });
        let opened: Value = nobody.post("/api/v1/account/sign-ins", "", &sign_in).await.unwrap();
        let upload = format!(
            "PUT /api/v1/exchange/boxes/{}/content HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
             Authorization: Bearer {}\r\nContent-Type: application/octet-stream\r\n",
            person.box_id,
            text(&opened, "/token").unwrap(),
        );
        let address = served.base.trim_start_matches("http://").parse().unwrap();
        let (pid, _data) = (served.pid(), data);
        let [idle_mib, _] = memory_mib(pid);
        Self { address, pid, idle_mib, upload, person, other, _served: served, _data }
    }

    /// A whole request that posts a message nearly as large as a body may be.
    fn message(&self, number: u8) -> Vec<u8> {
        let content = vec![number; 51 * MIB];
        let signature = self.person.sign(&content, MachineClock.now()).unwrap();
        let document = json!({
            "kind": "nonformalized", "file_name": "План.txt", "signature_asked": false,
            "content": STANDARD.encode(content), "signature": STANDARD.encode(signature),
        });
        let body = json!({ "to_box_id": self.other.box_id, "documents": [document] }).to_string();
        let head = self.upload.replacen("PUT", "POST", 1).replacen("/content ", "/messages ", 1);
        let head = head.replace("application/octet-stream", "application/json");
        format!("{head}Idempotency-Key: large-{number}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
    }

    /// An ordinary client is answered.
    async fn is_well(&self) {
        let answer =
            crate::raw::ask(200, self.address, b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let answer = answer.await;
        assert!(answer.has(200), "{answer:?}");
    }

    /// Never more than what was idle, so many times the memory for bodies, and the rest.
    fn is_bounded(&self, what: &str, times: usize) {
        let [now, most] = memory_mib(self.pid);
        let bound = self.idle_mib + times * BODY_MEMORY_MIB + SMALL_MIB + OTHER_MIB;
        let told = format!("{what}: {} MiB idle, {now} now, {most} at the most; bound {bound}\n", self.idle_mib);
        std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).unwrap();
        assert!(most < bound, "{told}");
        // The highest is counted anew from here: 5 is the kernel's word for it.
        std::fs::write(format!("/proc/{}/clear_refs", self.pid), "5").unwrap();
    }
}

/// All but the last octet of a body. Gives the connection, held open.
async fn almost_whole(host: u8, to: SocketAddr, head: String, is_chunked: bool) -> TcpStream {
    let mut client = connect(host, to).await;
    say(&mut client, head.as_bytes()).await;
    if is_chunked {
        say(&mut client, format!("{BODY_BYTES:x}\r\n").as_bytes()).await;
    }
    let piece = vec![b'x'; MIB];
    for _ in 1..BODY_BYTES / MIB {
        say(&mut client, &piece).await;
    }
    client
}

/// A whole upload, of other octets than those of other hosts.
async fn whole(host: u8, to: SocketAddr, upload: &str) -> Ended {
    let head = format!("{upload}Content-Length: {BODY_BYTES}\r\n\r\n");
    let mut client = almost_whole(host, to, head, false).await;
    say(&mut client, &vec![host; MIB]).await;
    ended(client).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn floods_leave_memory_bounded() {
    let flooded = Flooded::start().await;
    let mut floods = JoinSet::new();
    for host in 1..=FLOODERS {
        let is_chunked = host % 2 == 0;
        let length =
            if is_chunked { "Transfer-Encoding: chunked".to_owned() } else { format!("Content-Length: {BODY_BYTES}") };
        let head = format!("{}{length}\r\n\r\n", flooded.upload);
        floods.spawn(almost_whole(host, flooded.address, head, is_chunked));
    }
    for number in 0..HEADS {
        let address = flooded.address;
        floods.spawn(async move {
            let mut client = connect(u8::try_from(number % 100).unwrap() + 100, address).await;
            say(&mut client, format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(60_000)).as_bytes()).await;
            client
        });
    }
    let mut held = Vec::new();
    while let Some(client) = floods.join_next().await {
        held.push(client.unwrap());
        flooded.is_well().await;
    }
    // What grows unannounced grows by doubling, and while it does, both halves are there.
    flooded.is_bounded("half-sent bodies and heads", 2);
    drop(held);
    // Hung up, they give their memory back, a moment later.
    let begun = tokio::time::Instant::now();
    while !whole(1, flooded.address, &flooded.upload).await.has(200) {
        assert!(begun.elapsed() < ENDED_TIME_MAX, "the memory was never given back");
    }
    // Whole bodies: those that find memory are hashed, written and read back, the others are told to come again.
    let mut uploads = JoinSet::new();
    for host in 1..=FLOODERS {
        let (address, upload) = (flooded.address, flooded.upload.clone());
        uploads.spawn(async move { whole(host, address, &upload).await });
    }
    let answers: Vec<Ended> = uploads.join_all().await;
    flooded.is_well().await;
    assert!(answers.iter().all(|answer| answer.has(200) || answer.is(503, "web.no-room")), "{answers:?}");
    assert!(answers.iter().any(|answer| answer.has(200)), "{answers:?}");
    assert!(answers.iter().any(|answer| answer.has(503)), "{answers:?}");
    flooded.is_bounded("whole uploads", 3);
    // The largest messages: text, base64 inside it, content, and the content read back.
    let mut messages = JoinSet::new();
    for host in [1, 2] {
        let (address, message) = (flooded.address, flooded.message(host));
        messages.spawn(async move { ask(host, address, &message).await });
    }
    let answers: Vec<Ended> = messages.join_all().await;
    assert!(answers.iter().all(|answer| answer.has(201)), "{answers:?}");
    flooded.is_bounded("the largest messages", 4);
}
