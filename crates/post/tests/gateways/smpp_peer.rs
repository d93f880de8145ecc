//! A message centre that speaks SMPP 3.4 as far as a sender needs, in the manner it is told.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// How it answers submit_sm from now on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// With this status.
    Answers(u32),
    /// Asks whether we are there, and answers when we said so.
    AsksFirst,
    /// Closes.
    Dies,
    /// Never answers, neither this nor whether it is there.
    Silent,
    /// Says a length that cannot be.
    Babbles,
    /// Parts instead of answering.
    Parts,
}

/// A short message that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub source: (u8, u8, String),
    pub target: (u8, u8, String),
    pub class: u8,
    pub coding: u8,
    pub octets: Vec<u8>,
}

#[derive(Default)]
pub struct Seen {
    pub submitted: Vec<Submitted>,
    pub commands: Vec<u32>,
}

/// Runs until dropped.
pub struct SmppPeer {
    pub address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    seen: Arc<Mutex<Seen>>,
    _serving: JoinSet<()>,
}

impl SmppPeer {
    pub async fn open() -> Self {
        Self::open_at("127.0.0.1:0".parse().unwrap()).await
    }

    pub async fn open_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (manner, seen) = (Arc::new(Mutex::new(Manner::Answers(0))), Arc::new(Mutex::new(Seen::default())));
        let mut serving = JoinSet::new();
        let (told, shown) = (Arc::clone(&manner), Arc::clone(&seen));
        serving.spawn(async move {
            let mut talks = JoinSet::new();
            loop {
                let (wire, _) = listener.accept().await.unwrap();
                let (manner, seen) = (Arc::clone(&told), Arc::clone(&shown));
                // A client that goes away in the middle is no failure of the centre.
                talks.spawn(async move { drop(talk(wire, manner, seen).await) });
            }
        });
        Self { address, manner, seen, _serving: serving }
    }

    pub fn behaves(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    pub fn submitted(&self) -> Vec<Submitted> {
        self.seen.lock().unwrap().submitted.clone()
    }

    /// Commands in the order they came.
    pub fn commands(&self) -> Vec<u32> {
        self.seen.lock().unwrap().commands.clone()
    }
}

async fn talk(mut wire: TcpStream, manner: Arc<Mutex<Manner>>, seen: Arc<Mutex<Seen>>) -> std::io::Result<()> {
    loop {
        let (command, sequence, body) = hear(&mut wire).await?;
        seen.lock().unwrap().commands.push(command);
        let manner = *manner.lock().unwrap();
        let answer = command | 0x8000_0000;
        match command {
            // bind_transmitter
            0x02 => {
                let mut fields = body.split(|byte| *byte == 0);
                let is_known = fields.next() == Some(b"svitok") && fields.next() == Some(b"secret");
                let status = if is_known { 0 } else { 0x0e };
                say(&mut wire, answer, status, sequence, b"centre\0").await?;
            }
            // submit_sm
            0x04 => match manner {
                Manner::Dies => return Ok(()),
                Manner::Silent => std::future::pending().await,
                Manner::Babbles => wire.write_all(&[0xff; 64]).await?,
                Manner::Parts => say(&mut wire, 0x06, 0, 77, b"").await?,
                Manner::AsksFirst => {
                    say(&mut wire, 0x15, 0, 99, b"").await?;
                    let (command, sequence_of_answer, _) = hear(&mut wire).await?;
                    assert_eq!((command, sequence_of_answer), (0x8000_0015, 99), "the sender says that it is there");
                    seen.lock().unwrap().submitted.push(read(&body));
                    say(&mut wire, answer, 0, sequence, b"1\0").await?;
                }
                Manner::Answers(status) => {
                    if status == 0 {
                        seen.lock().unwrap().submitted.push(read(&body));
                    }
                    say(&mut wire, answer, status, sequence, b"1\0").await?;
                }
            },
            // enquire_link
            0x15 => say(&mut wire, answer, 0, sequence, b"").await?,
            // unbind
            0x06 => {
                say(&mut wire, answer, 0, sequence, b"").await?;
                return Ok(());
            }
            answer if answer & 0x8000_0000 != 0 => {}
            _ => say(&mut wire, 0x8000_0000, 0x03, sequence, b"").await?,
        }
    }
}

async fn hear(wire: &mut TcpStream) -> std::io::Result<(u32, u32, Vec<u8>)> {
    let length = wire.read_u32().await?;
    let (command, _, sequence) = (wire.read_u32().await?, wire.read_u32().await?, wire.read_u32().await?);
    let mut body = vec![0; usize::try_from(length).unwrap() - 16];
    wire.read_exact(&mut body).await?;
    Ok((command, sequence, body))
}

async fn say(wire: &mut TcpStream, command: u32, status: u32, sequence: u32, body: &[u8]) -> std::io::Result<()> {
    let length = u32::try_from(16 + body.len()).unwrap();
    let mut octets: Vec<u8> = [length, command, status, sequence].iter().flat_map(|n| n.to_be_bytes()).collect();
    octets.extend(body);
    wire.write_all(&octets).await
}

/// Body of submit_sm, section 4.4.1, read with nothing of the sender's code.
fn read(body: &[u8]) -> Submitted {
    let mut at = 0;
    let text = |at: &mut usize| {
        let end = *at + body[*at..].iter().position(|byte| *byte == 0).unwrap();
        let read = String::from_utf8(body[*at..end].to_vec()).unwrap();
        *at = end + 1;
        read
    };
    assert_eq!(text(&mut at), "", "service_type");
    let (ton, npi) = (body[at], body[at + 1]);
    at += 2;
    let source = (ton, npi, text(&mut at));
    let (ton, npi) = (body[at], body[at + 1]);
    at += 2;
    let target = (ton, npi, text(&mut at));
    let class = body[at];
    at += 3;
    assert_eq!((text(&mut at), text(&mut at)), (String::new(), String::new()), "times");
    let coding = body[at + 2];
    let length = usize::from(body[at + 4]);
    let octets = body[at + 5..].to_vec();
    assert_eq!(octets.len(), length, "sm_length");
    Submitted { source, target, class, coding, octets }
}
