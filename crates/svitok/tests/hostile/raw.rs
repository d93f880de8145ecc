//! Clients that speak octets, each from an address of its own choice: all of 127.0.0.0/8 is this machine.

use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::Instant;

/// Longer than any client is let wait by the limits of these tests, with room for a loaded machine.
pub const ENDED_TIME_MAX: Duration = Duration::from_secs(40);
/// Octets kept of an answer, to look at its head and its code.
const START_BYTES: usize = 2048;

/// How a connection ended.
#[derive(Debug)]
pub struct Ended {
    /// The beginning of what came.
    pub start: String,
    /// How many octets came.
    pub bytes: usize,
    /// From the question to the end.
    pub took: Duration,
}

impl Ended {
    /// Refused so, by the code that every surface shows in its own way.
    pub fn is(&self, status: u16, code: &str) -> bool {
        self.has(status) && self.start.contains(code)
    }

    pub fn has(&self, status: u16) -> bool {
        self.start.starts_with(&format!("HTTP/1.1 {status}"))
    }
}

/// A connection from 127.0.0.`host`.
pub async fn connect(host: u8, to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(([127, 0, 0, host], 0).into()).unwrap();
    socket.connect(to).await.unwrap()
}

/// The same with a receive buffer so small that the client's reading is felt at once.
pub async fn connect_narrow(host: u8, to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    socket.bind(([127, 0, 0, host], 0).into()).unwrap();
    socket.connect(to).await.unwrap()
}

/// Says all of it; a server that closed meanwhile is no surprise here.
pub async fn say(client: &mut TcpStream, octets: &[u8]) {
    if let Err(error) = client.write_all(octets).await {
        let kind = error.kind();
        let is_closed = matches!(kind, std::io::ErrorKind::ConnectionReset | std::io::ErrorKind::BrokenPipe);
        assert!(is_closed, "{error}");
    }
}

/// Connects, says and reads to the end.
pub async fn ask(host: u8, to: SocketAddr, octets: &[u8]) -> Ended {
    let begun = Instant::now();
    let mut client = connect(host, to).await;
    say(&mut client, octets).await;
    Ended { took: begun.elapsed(), ..ended(client).await }
}

/// Reads until the server ends the connection; a reset is an end. Fails when it does not end.
pub async fn ended(mut client: TcpStream) -> Ended {
    let begun = Instant::now();
    let (mut start, mut bytes, mut buffer) = (Vec::new(), 0, vec![0; 64 * 1024]);
    loop {
        let read = tokio::time::timeout(ENDED_TIME_MAX, client.read(&mut buffer)).await;
        let read = read.expect("the server kept the connection open").unwrap_or_default();
        if read == 0 {
            break;
        }
        bytes += read;
        let wanted = read.min(START_BYTES.saturating_sub(start.len()));
        start.extend_from_slice(buffer.get(..wanted).unwrap());
    }
    Ended { start: String::from_utf8_lossy(&start).into_owned(), bytes, took: begun.elapsed() }
}

/// Says an octet each time until the server ends the connection. Gives what it said at the end.
pub async fn trickle(mut client: TcpStream, octet: &[u8]) -> Ended {
    let begun = Instant::now();
    let mut pause = tokio::time::interval(Duration::from_millis(20));
    let mut start = vec![0; START_BYTES];
    loop {
        tokio::select! {
            biased;
            _ = pause.tick() => say(&mut client, octet).await,
            readable = client.readable() => {
                readable.unwrap();
                match client.try_read(&mut start) {
                    Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                    read => {
                        let bytes = read.unwrap_or_default();
                        start.truncate(bytes);
                        let start = String::from_utf8_lossy(&start).into_owned();
                        return Ended { start, bytes, took: begun.elapsed() };
                    }
                }
            }
        }
        assert!(begun.elapsed() < ENDED_TIME_MAX, "the server listens for ever");
    }
}
