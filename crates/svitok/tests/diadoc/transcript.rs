//! A conversation as data (`contracts/diadoc-conversations/README.md`) and how it is replayed.

use crate::scene::Scene;
use crate::wire;
use crate::world::{Form, Program, Reply};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wire_diadoc::{Body, Row};

/// One exchange as it is written down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    pub name: String,
    pub verb: String,
    pub path: String,
    pub headers: BTreeMap<String, String>,
    pub body: Value,
    pub expect: Expect,
}

/// What must come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    pub status: u16,
    /// Of the JSON form; a message in protobuf is `application/octet-stream`. Null: none.
    pub content_type: Option<String>,
    /// Places that are there and not null.
    pub required: Vec<String>,
}

/// An exchange with every word filled in.
#[derive(Clone, Debug)]
pub struct Said {
    pub row: &'static Row,
    pub verb: String,
    /// With its query, in percent form.
    pub path: String,
    pub authorization: String,
    pub media_type: Option<String>,
    /// A message, or the octets of anything else.
    pub body: Sent,
    pub status: u16,
}

/// What is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    Nothing,
    Message(&'static str, Value),
    Octets(Vec<u8>),
}

impl Sent {
    /// The octets in a form.
    pub fn octets(&self, form: Form) -> Vec<u8> {
        match (self, form) {
            (Self::Nothing, _) => Vec::new(),
            (Self::Octets(octets), _) => octets.clone(),
            (Self::Message(name, message), Form::Protobuf) => wire::encoded(name, message),
            (Self::Message(_, message), Form::Json) => message.to_string().into_bytes(),
        }
    }

    /// The media type that goes with them.
    pub fn media_type(&self, form: Form) -> Option<&'static str> {
        matches!((self, form), (Self::Message(..), Form::Json)).then_some("application/json")
    }
}

/// The files, in the order of their names.
pub fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contracts/diadoc-conversations");
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    found.sort();
    assert!(!found.is_empty(), "no conversations");
    found
}

/// One file.
pub fn read(path: &Path) -> Vec<Exchange> {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// Words of the scene and of the answers before.
pub struct Words<'a> {
    scene: &'a Scene,
    answers: BTreeMap<String, (Value, Vec<u8>)>,
}

impl<'a> Words<'a> {
    pub fn new(scene: &'a Scene) -> Self {
        Self { scene, answers: BTreeMap::new() }
    }

    /// `seller.box`; `NAME/Pointer` of an answer before; `octets of NAME`; `seller signs WHAT`, where WHAT is either
    /// of the last two and the pointer leads to base64.
    fn word(&self, word: &str) -> String {
        if let Some(known) = self.scene.words.get(word) {
            return known.clone();
        }
        if let Some((who, what)) = word.split_once(" signs ") {
            return STANDARD.encode(self.scene.signed(who, &self.octets(what)));
        }
        if word.starts_with("octets of ") {
            return STANDARD.encode(self.octets(word));
        }
        match self.pointed(word) {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    fn octets(&self, word: &str) -> Vec<u8> {
        if let Some(name) = word.strip_prefix("octets of ") {
            let (_, octets) = self.answers.get(name).unwrap_or_else(|| panic!("no answer named {name}"));
            return octets.clone();
        }
        STANDARD.decode(self.pointed(word).as_str().expect("base64")).expect("base64")
    }

    fn pointed(&self, word: &str) -> &Value {
        let (name, pointer) = word.split_once('/').unwrap_or_else(|| panic!("no such word: {word}"));
        let (answer, _) = self.answers.get(name).unwrap_or_else(|| panic!("no answer named {name}"));
        let pointer = if pointer.is_empty() { String::new() } else { format!("/{pointer}") };
        answer.pointer(&pointer).unwrap_or_else(|| panic!("{word}: not in {answer}"))
    }

    fn filled(&self, text: &str, write: fn(&str) -> String) -> String {
        let mut parts = text.split("{{");
        let mut filled = parts.next().unwrap().to_owned();
        for part in parts {
            let (word, rest) = part.split_once("}}").expect("closing braces");
            filled.push_str(&write(&self.word(word.trim())));
            filled.push_str(rest);
        }
        filled
    }

    fn filled_in(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => self.filled(text, str::to_owned).into(),
            Value::Array(items) => items.iter().map(|item| self.filled_in(item)).collect(),
            Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), self.filled_in(value))).collect(),
            other => other.clone(),
        }
    }

    /// The exchange with its words filled in.
    pub fn said(&self, exchange: &Exchange) -> Said {
        let row = wire::row_of(&exchange.path);
        let header = |name: &str| {
            let found = exchange.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
            found.map(|(_, text)| self.filled(text, str::to_owned))
        };
        let known = ["authorization", "content-type"];
        let odd = exchange.headers.keys().find(|name| !known.contains(&name.to_ascii_lowercase().as_str()));
        assert_eq!(odd, None, "{}: such a header is not replayed", exchange.name);
        Said {
            row,
            verb: exchange.verb.clone(),
            path: plain_ascii(&self.filled(&exchange.path, percent)),
            authorization: header("authorization").unwrap_or_default(),
            media_type: header("content-type"),
            body: self.body(row, &exchange.body),
            status: exchange.expect.status,
        }
    }

    fn body(&self, row: &Row, body: &Value) -> Sent {
        let body = self.filled_in(body);
        match (row.request, body) {
            (_, Value::Null) => Sent::Nothing,
            (_, Value::String(text)) => Sent::Octets(text.into_bytes()),
            (Body::Message(name), message) => Sent::Message(name, message),
            (_, body) => {
                let base64 = body.pointer("/base64").and_then(Value::as_str).expect("text, or octets in base64");
                Sent::Octets(STANDARD.decode(base64).expect("base64"))
            }
        }
    }

    /// Keeps an answer for the words of later exchanges.
    pub fn heard(&mut self, name: &str, answer: Value, octets: Vec<u8>) {
        assert!(self.answers.insert(name.to_owned(), (answer, octets)).is_none(), "two exchanges named {name}");
    }
}

/// Everything that is not unreserved, in percent form.
pub fn percent(text: &str) -> String {
    let mut written = String::new();
    for octet in text.bytes() {
        match octet {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => written.push(char::from(octet)),
            other => written.push_str(&format!("%{other:02X}")),
        }
    }
    written
}

fn plain_ascii(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { percent(&c.to_string()) }).collect()
}

/// Asks it in a form.
pub async fn ask(scene: &Scene, said: &Said, form: Form) -> Reply {
    let program = Program::new(&scene.town).with(&said.authorization);
    let media_type = said.media_type.as_deref().or(said.body.media_type(form));
    program.ask(&said.verb, &said.path, form, media_type, said.body.octets(form)).await
}

/// Replays a file in a form and checks every answer; everything under way ends before the next exchange.
pub async fn replay(scene: &Scene, path: &Path, form: Form) -> Vec<Said> {
    let mut words = Words::new(scene);
    let mut replayed = Vec::new();
    for exchange in read(path) {
        let at = format!("{} {form:?}: {}", path.file_name().unwrap().to_string_lossy(), exchange.name);
        let said = words.said(&exchange);
        let reply = ask(scene, &said, form).await;
        let expect = &exchange.expect;
        assert_eq!(reply.status, expect.status, "{at}: {}", reply.text());
        let is_message = matches!(said.row.response, Body::Message(_)) && reply.status == 200;
        let kind = expect.content_type.as_deref().unwrap_or_default();
        let kind = if is_message && form == Form::Protobuf { "application/octet-stream" } else { kind };
        assert_eq!(reply.header("content-type"), kind, "{at}");
        let answer = match reply.status {
            200 => wire::answer(said.row, form == Form::Json, &reply.octets),
            _ => Value::Null,
        };
        for pointer in &expect.required {
            assert!(answer.pointer(pointer).is_some_and(|held| !held.is_null()), "{at}: no {pointer} in {answer}");
        }
        words.heard(&exchange.name, answer, reply.octets);
        scene.town.rest().await;
        replayed.push(said);
    }
    replayed
}
