//! Clients that do not take their answers, or go away in the middle of them.

use crate::raw::{ENDED_TIME_MAX, ask, connect, connect_narrow, ended, say};
use crate::world::{LARGE_BYTES, Row, World};
use std::time::Duration;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;
use tokio::time::Instant;

const HOST: u8 = 67;
/// Who asks for the same beside the offenders.
const OTHER: u8 = 201;

/// An ordinary client takes a whole large answer, waiting as it is told to until there is memory for it.
async fn takes_it_whole(row: &Row) {
    let begun = Instant::now();
    let mut pause = tokio::time::interval(Duration::from_millis(100));
    loop {
        pause.tick().await;
        let answer = ask(OTHER, row.address, row.large.as_bytes()).await;
        if answer.has(200) {
            assert!(answer.bytes > LARGE_BYTES, "{answer:?}");
            return;
        }
        assert!(answer.is(503, "web.no-room") && answer.start.contains("retry-after: "), "{answer:?}");
        assert!(begun.elapsed() < ENDED_TIME_MAX, "the memory was never given back");
    }
}

/// Octets that come before the end, read one at a time.
async fn octet_by_octet(mut client: TcpStream) -> usize {
    let begun = Instant::now();
    let mut pause = tokio::time::interval(Duration::from_millis(10));
    let (mut bytes, mut octet) = (0, [0]);
    loop {
        pause.tick().await;
        match tokio::time::timeout(ENDED_TIME_MAX, client.read(&mut octet)).await.expect("it neither sends nor ends") {
            Ok(1..) => bytes += 1,
            Ok(0) | Err(_) => return bytes,
        }
        if begun.elapsed() > Duration::from_secs(8) {
            // The server has let go by now; what the system still holds for the reader comes at once.
            return bytes + ended(client).await.bytes;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_read_octet_by_octet_or_not_at_all() {
    let world = World::open().await;
    world
        .each("slow readers", async |row| {
            let mut slow = connect_narrow(HOST, row.address).await;
            say(&mut slow, row.large.as_bytes()).await;
            // One address has one large answer of this size at once, and the offenders have two.
            let mut stubborn = connect_narrow(HOST + 1, row.address).await;
            say(&mut stubborn, row.large.as_bytes()).await;
            let (slow, ()) = tokio::join!(octet_by_octet(slow), takes_it_whole(row));
            assert!(slow < LARGE_BYTES, "the server waited for {slow} octets taken one by one");
            let stubborn = ended(stubborn).await;
            assert!(stubborn.bytes < LARGE_BYTES, "{stubborn:?}");
            takes_it_whole(row).await;
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn questions_in_a_row_whose_answers_nobody_reads() {
    let world = World::open().await;
    world
        .each("pipelining", async |row| {
            let mut client = connect_narrow(HOST, row.address).await;
            let question = row.large.replace("Connection: close\r\n", "");
            let begun = Instant::now();
            say(&mut client, question.repeat(2000).as_bytes()).await;
            // The server stops listening until its answers are taken, then hangs up, which the next word shows.
            let mut pause = tokio::time::interval(Duration::from_millis(50));
            let is_open = |said: std::io::Result<usize>| {
                said.map_or_else(|error| error.kind() == std::io::ErrorKind::WouldBlock, |octets| octets > 0)
            };
            while is_open(client.try_write(b"G")) {
                pause.tick().await;
                assert!(begun.elapsed() < ENDED_TIME_MAX, "the server waits for ever");
            }
            let answer = ended(client).await;
            assert!(answer.bytes < LARGE_BYTES, "{answer:?}");
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reset_in_the_middle_of_an_answer() {
    let world = World::open().await;
    world
        .each("resets", async |row| {
            for _ in 0..50 {
                let mut client = connect(HOST, row.address).await;
                say(&mut client, row.large.as_bytes()).await;
                let mut start = [0; 1000];
                assert!(client.read(&mut start).await.unwrap() > 0);
                // No farewell: the system sends a reset.
                client.set_zero_linger().unwrap();
                drop(client);
            }
            takes_it_whole(row).await;
        })
        .await;
}
