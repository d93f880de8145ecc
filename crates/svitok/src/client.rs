//! A small client of the own API over loopback HTTP: what the demonstration, the seeding and the stories speak with.

use serde_json::Value;
use std::time::Duration;
use thiserror::Error;

/// An answer later than this is a fault: the server's own limit of a request is shorter.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(60);
/// A connection unused for so long is not used again: the server closes it after fifteen seconds, and a request that
/// crosses that on its way would find nobody.
const IDLE_TIME_MAX: Duration = Duration::from_secs(10);

/// Connections to a program on this machine.
#[expect(clippy::disallowed_methods, reason = "the one client of the program's own commands and stories")]
pub fn connections() -> reqwest::ClientBuilder {
    reqwest::Client::builder().no_proxy().pool_idle_timeout(IDLE_TIME_MAX)
}

/// The API as one person, or as nobody.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    token: Option<String>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("base", &self.base).finish_non_exhaustive()
    }
}

/// Why a call brought nothing.
#[derive(Debug, Error)]
pub enum ClientFault {
    /// The server refused: its problem answer.
    #[error("{method} {path}: {status} {code}: {detail}")]
    Refused {
        /// The method.
        method: &'static str,
        /// The path.
        path: String,
        /// The status.
        status: u16,
        /// The stable code of the refusal.
        code: String,
        /// The detail in English.
        detail: String,
    },
    /// No answer, or one that is no JSON.
    #[error("{method} {path}: {why}")]
    Silent {
        /// The method.
        method: &'static str,
        /// The path.
        path: String,
        /// What failed.
        why: String,
    },
    /// The answer lacks what it promises.
    #[error("the answer has no {0}")]
    Lacks(String),
}

impl ClientFault {
    /// The stable code of a refusal.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Refused { code, .. } => Some(code),
            Self::Silent { .. } | Self::Lacks(_) => None,
        }
    }
}

impl Client {
    /// Nobody yet, at an address such as `http://127.0.0.1:8080`.
    pub fn new(base: &str) -> Result<Self, ClientFault> {
        let http = connections().timeout(ANSWER_TIMEOUT).build();
        let http =
            http.map_err(|why| ClientFault::Silent { method: "-", path: base.to_owned(), why: why.to_string() })?;
        Ok(Self { http, base: base.trim_end_matches('/').to_owned(), token: None })
    }

    /// The same client as the holder of a token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// Reads JSON.
    pub async fn get(&self, path: &str) -> Result<Value, ClientFault> {
        json(&self.send("GET", path, None, None).await?, "GET", path)
    }

    /// Reads octets.
    pub async fn get_octets(&self, path: &str) -> Result<Vec<u8>, ClientFault> {
        self.send("GET", path, None, None).await
    }

    /// Writes once; the same key with the same body is the same act.
    pub async fn post(&self, path: &str, key: &str, body: &Value) -> Result<Value, ClientFault> {
        json(&self.send("POST", path, Some(key), Some(body)).await?, "POST", path)
    }

    async fn send(
        &self,
        method: &'static str,
        path: &str,
        key: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Vec<u8>, ClientFault> {
        let silent = |why: reqwest::Error| ClientFault::Silent { method, path: path.to_owned(), why: chain(&why) };
        let url = format!("{}{path}", self.base);
        let mut request = if method == "GET" { self.http.get(url) } else { self.http.post(url) };
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = request.send().await.map_err(silent)?;
        let status = answer.status();
        let octets = answer.bytes().await.map_err(silent)?;
        if status.is_success() { Ok(octets.to_vec()) } else { Err(refused(method, path, status.as_u16(), &octets)) }
    }
}

fn json(octets: &[u8], method: &'static str, path: &str) -> Result<Value, ClientFault> {
    if octets.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_slice(octets).map_err(|why| ClientFault::Silent {
        method,
        path: path.to_owned(),
        why: format!("the answer is no JSON: {why}"),
    })
}

fn refused(method: &'static str, path: &str, status: u16, octets: &[u8]) -> ClientFault {
    let problem: Value = serde_json::from_slice(octets).unwrap_or(Value::Null);
    let text = |name: &str| problem.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    ClientFault::Refused { method, path: path.to_owned(), status, code: text("code"), detail: text("detail") }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

/// A text inside an answer, by its place: `text(&answer, "/box/id")`.
pub fn text<'a>(answer: &'a Value, place: &str) -> Result<&'a str, ClientFault> {
    answer.pointer(place).and_then(Value::as_str).ok_or_else(|| ClientFault::Lacks(place.to_owned()))
}

/// A list inside an answer, by its place.
pub fn list<'a>(answer: &'a Value, place: &str) -> Result<&'a [Value], ClientFault> {
    answer
        .pointer(place)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .ok_or_else(|| ClientFault::Lacks(place.to_owned()))
}
