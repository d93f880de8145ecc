//! A gateway with an HTTP address that answers what it is told.

use crate::smtp_peer::acceptor;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// Status and body of the next answers; without one it keeps silent.
type Told = Arc<Mutex<Option<(u16, &'static str)>>>;

/// Runs until dropped.
pub struct HttpPeer {
    pub address: SocketAddr,
    told: Told,
    requests: Arc<Mutex<Vec<String>>>,
    _serving: JoinSet<()>,
}

impl HttpPeer {
    pub async fn open(is_tls: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (told, requests) = (Told::default(), Arc::new(Mutex::new(Vec::new())));
        let mut serving = JoinSet::new();
        let (answers, seen) = (Arc::clone(&told), Arc::clone(&requests));
        serving.spawn(async move {
            let mut talks = JoinSet::new();
            loop {
                let (wire, _) = listener.accept().await.unwrap();
                let (told, requests) = (Arc::clone(&answers), Arc::clone(&seen));
                talks.spawn(async move {
                    // A client that goes away in the middle is no failure of the gateway.
                    drop(match is_tls {
                        true => match acceptor().accept(wire).await {
                            Ok(wire) => talk(wire, told, requests).await,
                            Err(error) => Err(error),
                        },
                        false => talk(wire, told, requests).await,
                    });
                });
            }
        });
        Self { address, told, requests, _serving: serving }
    }

    pub fn answers(&self, status: u16, body: &'static str) {
        *self.told.lock().unwrap() = Some((status, body));
    }

    pub fn keeps_silent(&self) {
        *self.told.lock().unwrap() = None;
    }

    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn talk(
    mut wire: impl AsyncRead + AsyncWrite + Unpin,
    told: Told,
    requests: Arc<Mutex<Vec<String>>>,
) -> std::io::Result<()> {
    let mut octets = Vec::new();
    while !is_whole(&octets) {
        if wire.read_buf(&mut octets).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    requests.lock().unwrap().push(String::from_utf8(octets).unwrap());
    let answer = *told.lock().unwrap();
    let Some((status, body)) = answer else { return std::future::pending().await };
    let head = format!("HTTP/1.1 {status} Told\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    wire.write_all(head.as_bytes()).await?;
    wire.flush().await
}

fn is_whole(octets: &[u8]) -> bool {
    let text = String::from_utf8_lossy(octets);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    body.len() >= length.unwrap_or(0_usize)
}
