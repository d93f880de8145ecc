//! Clients that send too slowly, too much, too often, or nonsense.

use crate::raw::{Ended, ask, connect, ended, say, trickle};
use crate::world::{ADDRESS_CONNECTIONS_MAX, BODY_BYTES_MAX, GRACE, HEAD_TIME_MAX, MIB, RATE, Row, World};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::task::JoinSet;

/// The offenders' address.
const HOST: u8 = 66;
/// Offenders at once.
const MANY: usize = 20;
/// What a loaded machine may add to a named time.
const LATE: Duration = Duration::from_secs(20);

/// Many of them at once.
async fn many<F>(number: usize, one: impl Fn() -> F) -> Vec<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    let mut all = JoinSet::new();
    for _ in 0..number {
        all.spawn(one());
    }
    all.join_all().await
}

fn all_are(ended: &[Ended], time_max: Duration, is_right: impl Fn(&Ended) -> bool) {
    for ended in ended {
        assert!(is_right(ended), "{ended:?}");
        assert!(ended.took < time_max + LATE, "{ended:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_octet_by_octet_and_a_connection_that_says_nothing() {
    let world = World::open().await;
    world
        .each("slow heads", async |row| {
            let address = row.address;
            let heads = many(MANY, || async move {
                let mut client = connect(HOST, address).await;
                say(&mut client, b"GET / HTTP/1.1\r\nX: ").await;
                trickle(client, b"x").await
            });
            let silent = many(MANY, || async move { ended(connect(HOST, address).await).await });
            let (heads, silent) = tokio::join!(heads, silent);
            all_are(&heads, HEAD_TIME_MAX, |head| head.bytes == 0 || head.has(408));
            all_are(&silent, HEAD_TIME_MAX, |silent| silent.bytes == 0 || silent.has(408));
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_octet_by_octet_half_a_body_and_silence_or_a_close() {
    let world = World::open().await;
    world
        .each("slow bodies", async |row| {
            let (address, head) = (row.address, row.announce(100_000));
            let begun = |sent: &'static [u8]| {
                let head = head.clone();
                async move {
                    let mut client = connect(HOST, address).await;
                    say(&mut client, head.as_bytes()).await;
                    say(&mut client, sent).await;
                    client
                }
            };
            let trickling = many(MANY, || {
                let begun = begun(b"x");
                async move { trickle(begun.await, b"x").await }
            });
            let silent = many(MANY, || {
                let begun = begun(&[b'x'; 50_000]);
                async move { ended(begun.await).await }
            });
            let closed = many(MANY, || {
                let begun = begun(&[b'x'; 50_000]);
                async move {
                    let mut client = begun.await;
                    // Too late where the server closed first.
                    let _ = client.shutdown().await;
                    ended(client).await
                }
            });
            let (trickling, silent, closed) = tokio::join!(trickling, silent, closed);
            let time_max = GRACE + Duration::from_secs(2);
            all_are(&trickling, time_max, |ended| ended.is(408, "web.body.too-slow"));
            all_are(&silent, time_max, |ended| ended.is(408, "web.body.too-slow"));
            all_are(&closed, Duration::ZERO, |ended| ended.bytes == 0 || ended.has(400));
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_above_the_rate() {
    let world = World::open().await;
    world
        .each("a flood", async |row| {
            let (address, read) = (row.address, row.read.clone());
            let flood = usize::try_from(RATE.burst).unwrap();
            let told = many(8, || {
                let read = read.clone();
                async move {
                    let mut told = Vec::new();
                    for _ in 0..flood {
                        told.push(ask(HOST, address, read.as_bytes()).await);
                    }
                    told
                }
            });
            let told: Vec<Ended> = told.await.into_iter().flatten().collect();
            let refused: Vec<&Ended> = told.iter().filter(|ended| !ended.has(200)).collect();
            assert!(!refused.is_empty(), "{} requests in a row were all answered", told.len());
            for ended in refused {
                assert!(ended.is(429, "web.too-often") && ended.start.contains("retry-after: "), "{ended:?}");
            }
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_idle_connections() {
    let world = World::open().await;
    world
        .each("idle connections", async |row| {
            let address = row.address;
            let mut waiting = JoinSet::new();
            for _ in 0..1000 {
                // One after the other: what the system's own queue drops was never a connection.
                waiting.spawn(ended(connect(HOST, address).await));
            }
            let idle = waiting.join_all().await;
            let refused = idle.iter().filter(|ended| ended.has(429)).count();
            // Places are given back as the first ones are cut for their silence.
            assert!(refused > 0 && idle.len() - refused >= ADDRESS_CONNECTIONS_MAX, "{refused} refused");
            all_are(&idle, HEAD_TIME_MAX * 10, |ended| ended.bytes == 0 || ended.has(429) || ended.has(408));
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_that_are_too_large_announced_or_not() {
    let world = World::open().await;
    let piece = vec![b'x'; MIB];
    world
        .each("large bodies", async |row| {
            let announced = ask(HOST, row.address, row.announce(BODY_BYTES_MAX + 1).as_bytes()).await;
            assert!(announced.is(row.too_large, "web.body.too-large"), "{announced:?}");
            let absurd = ask(HOST, row.address, row.announce(usize::MAX).as_bytes()).await;
            assert!([400, 413, 431].iter().any(|status| absurd.has(*status)), "{absurd:?}");
            let chunked = chunked(row, &piece, BODY_BYTES_MAX / MIB + 2).await;
            assert!(chunked.is(row.too_large, "web.body.too-large"), "{chunked:?}");
            let fits = chunked_of(row, &piece, 2).await;
            assert!(fits.has(200), "{fits:?}");
            // More at once than there is memory for: refused at once or in the middle, and none waits for another.
            let (address, head) = (row.address, row.announce(BODY_BYTES_MAX));
            let held = many(MANY, || {
                let head = head.clone();
                async move {
                    let mut client = connect(HOST, address).await;
                    say(&mut client, head.as_bytes()).await;
                    ended(client).await
                }
            });
            let held = held.await;
            let refused = held.iter().filter(|ended| ended.is(429, "web.too-many-at-once")).count();
            assert!(refused >= MANY - 2, "{refused}");
            all_are(&held, GRACE, |ended| ended.has(429) || ended.is(408, "web.body.too-slow"));
        })
        .await;
}

async fn chunked(row: &Row, piece: &[u8], pieces: usize) -> Ended {
    let mut client = connect(HOST, row.address).await;
    say(&mut client, row.announce_chunks().as_bytes()).await;
    for _ in 0..pieces {
        say(&mut client, format!("{:x}\r\n", piece.len()).as_bytes()).await;
        say(&mut client, piece).await;
        say(&mut client, b"\r\n").await;
    }
    say(&mut client, b"0\r\n\r\n").await;
    ended(client).await
}

async fn chunked_of(row: &Row, piece: &[u8], pieces: usize) -> Ended {
    // The memory of an offender before it is given back when its connection ends, a moment later.
    for _ in 0..100 {
        let ended = chunked(row, piece, pieces).await;
        if !ended.has(429) {
            return ended;
        }
    }
    chunked(row, piece, pieces).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_that_are_bombs_and_octets_that_are_nonsense() {
    let world = World::open().await;
    world
        .each("bombs", async |row| {
            let (address, read) = (row.address, row.read.trim_end());
            let many_headers: String = (0..1000).map(|n| format!("X-{n}: y\r\n")).collect();
            let large_header = format!("X: {}\r\n", "x".repeat(MIB));
            for bomb in [many_headers, large_header.clone(), large_header.replace(['\r', '\n'], "")] {
                let answer = ask(HOST, address, format!("{read}\r\n{bomb}\r\n").as_bytes()).await;
                assert!(answer.bytes == 0 || answer.has(431) || answer.has(400), "{answer:?}");
            }
            let long_line = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "x".repeat(MIB));
            let answer = ask(HOST, address, long_line.as_bytes()).await;
            assert!(answer.bytes == 0 || [400, 414, 431].iter().any(|status| answer.has(*status)), "{answer:?}");
            let kept = read.replace("Connection: close\r\n", "");
            for nonsense in ["\x16\x03\x01\x02\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "x: y\r\n\r\n"] {
                let answer = ask(HOST, address, format!("{kept}\r\n\r\n{nonsense}").as_bytes()).await;
                assert!(answer.has(200), "the first request was good: {answer:?}");
                let alone = ask(HOST, address, nonsense.as_bytes()).await;
                assert!(alone.bytes == 0 || alone.has(400) || alone.has(505), "{alone:?}");
            }
            // Two lengths at once: what one reader takes for a body, another takes for a request.
            let smuggled = row.sending.clone() + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET";
            let answer = ask(HOST, address, smuggled.as_bytes()).await;
            assert_eq!(answer.start.matches("HTTP/1.1 ").count(), 1, "{answer:?}");
        })
        .await;
}
