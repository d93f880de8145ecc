//! A mail server that speaks RFC 5321 as far as a sender needs, in the manner it is told.

use base64_of::plain;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

pub const AUTHORITY: &[u8] = include_bytes!("tls/ca.pem");

mod base64_of {
    /// `AUTH PLAIN` of svitok and secret: RFC 4616.
    pub const fn plain() -> &'static str {
        "AHN2aXRvawBzZWNyZXQ="
    }
}

/// How it behaves from now on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    Takes,
    /// Answers RCPT with this line.
    Rcpt(&'static str),
    /// Answers the end of DATA with this line.
    Data(&'static str),
    /// Closes in the middle of DATA.
    Dies,
    /// Accepts and says nothing.
    Silent,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Door {
    Plain,
    Tls,
    StartTls,
}

struct Inside {
    manner: Mutex<Manner>,
    letters: Mutex<Vec<String>>,
    door: Door,
    wants_login: bool,
}

/// Runs until dropped: then nothing answers at its address.
pub struct SmtpPeer {
    pub address: SocketAddr,
    inside: Arc<Inside>,
    _serving: JoinSet<()>,
}

impl SmtpPeer {
    pub async fn open(door: Door, wants_login: bool) -> Self {
        Self::open_at("127.0.0.1:0".parse().unwrap(), door, wants_login).await
    }

    pub async fn open_at(address: SocketAddr, door: Door, wants_login: bool) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let inside =
            Arc::new(Inside { manner: Mutex::new(Manner::Takes), letters: Mutex::default(), door, wants_login });
        let mut serving = JoinSet::new();
        let served = Arc::clone(&inside);
        serving.spawn(async move {
            let mut talks = JoinSet::new();
            loop {
                let (wire, _) = listener.accept().await.unwrap();
                let inside = Arc::clone(&served);
                // A client that goes away in the middle is no failure of the server.
                talks.spawn(async move { drop(welcome(inside, wire).await) });
            }
        });
        Self { address, inside, _serving: serving }
    }

    pub fn behaves(&self, manner: Manner) {
        *self.inside.manner.lock().unwrap() = manner;
    }

    pub fn letters(&self) -> Vec<String> {
        self.inside.letters.lock().unwrap().clone()
    }
}

pub fn acceptor() -> TlsAcceptor {
    let chain =
        CertificateDer::pem_slice_iter(include_bytes!("tls/server.pem")).collect::<Result<Vec<_>, _>>().unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("tls/server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(chain, key).unwrap()))
}

async fn welcome(inside: Arc<Inside>, wire: TcpStream) -> std::io::Result<()> {
    if *inside.manner.lock().unwrap() == Manner::Silent {
        std::future::pending::<()>().await;
    }
    match inside.door {
        Door::Tls => talk(&inside, acceptor().accept(wire).await?, true).await.map(|_| ()),
        Door::Plain => talk(&inside, wire, false).await.map(|_| ()),
        Door::StartTls => match talk(&inside, wire, false).await? {
            Some(wire) => talk(&inside, acceptor().accept(wire).await?, true).await.map(|_| ()),
            None => Ok(()),
        },
    }
}

/// Gives the wire back where TLS is to begin.
async fn talk<W: AsyncRead + AsyncWrite + Unpin>(
    inside: &Inside,
    wire: W,
    is_secured: bool,
) -> std::io::Result<Option<W>> {
    let mut wire = BufReader::new(wire);
    let has_begun = is_secured && inside.door == Door::StartTls;
    if !has_begun {
        say(&mut wire, "220 mail.romashka.example").await?;
    }
    let mut is_known = !inside.wants_login;
    loop {
        let line = hear(&mut wire).await?;
        let manner = *inside.manner.lock().unwrap();
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" if inside.door == Door::StartTls && !is_secured => {
                say(&mut wire, "250-mail.romashka.example\r\n250 STARTTLS").await?;
            }
            "EHLO" => say(&mut wire, "250-mail.romashka.example\r\n250-8BITMIME\r\n250 AUTH PLAIN").await?,
            "STARTTLS" => {
                say(&mut wire, "220 go on").await?;
                return Ok(Some(wire.into_inner()));
            }
            "AUTH" if line == format!("AUTH PLAIN {}", plain()) => {
                is_known = true;
                say(&mut wire, "235 welcome").await?;
            }
            "AUTH" => say(&mut wire, "535 5.7.8 wrong password").await?,
            "MAIL" if !is_known => say(&mut wire, "530 5.7.0 who are you").await?,
            "MAIL" | "NOOP" | "RSET" => say(&mut wire, "250 ok").await?,
            "RCPT" => match manner {
                Manner::Rcpt(answer) => say(&mut wire, answer).await?,
                _ => say(&mut wire, "250 ok").await?,
            },
            "DATA" => {
                say(&mut wire, "354 go on").await?;
                if manner == Manner::Dies {
                    return Ok(None);
                }
                let letter = hear_letter(&mut wire).await?;
                match manner {
                    Manner::Data(answer) => say(&mut wire, answer).await?,
                    _ => {
                        inside.letters.lock().unwrap().push(letter);
                        say(&mut wire, "250 taken").await?;
                    }
                }
            }
            "QUIT" => {
                say(&mut wire, "221 bye").await?;
                return Ok(None);
            }
            _ => say(&mut wire, "500 what").await?,
        }
    }
}

async fn hear_letter<W: AsyncRead + AsyncWrite + Unpin>(wire: &mut BufReader<W>) -> std::io::Result<String> {
    let mut letter = String::new();
    loop {
        let line = hear(wire).await?;
        if line == "." {
            return Ok(letter);
        }
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
        letter.push('\n');
    }
}

async fn hear<W: AsyncRead + AsyncWrite + Unpin>(wire: &mut BufReader<W>) -> std::io::Result<String> {
    let mut line = String::new();
    if wire.read_line(&mut line).await? == 0 {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

async fn say<W: AsyncRead + AsyncWrite + Unpin>(wire: &mut BufReader<W>, line: &str) -> std::io::Result<()> {
    wire.write_all(line.as_bytes()).await?;
    wire.write_all(b"\r\n").await?;
    wire.flush().await
}
