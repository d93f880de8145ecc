//! A client of the vendor's kind: paths, headers and body shapes as its SDKs send them.

use crate::town::{Citizen, Town};
use prost::Message;
use reqwest::header::HeaderMap;
use serde_json::Value;
use std::net::SocketAddr;

/// The two wire forms.
pub const FORMS: [Form; 2] = [Form::Protobuf, Form::Json];

/// How bodies are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the SDKs do: no Content-Type, no Accept.
    Protobuf,
    /// As scripts do.
    Json,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub octets: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.octets).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The stable code of a refusal.
    pub fn code(&self) -> &str {
        self.header("x-diadoc-errorcode")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.octets).unwrap_or_else(|why| panic!("{why}: {}", self.text()))
    }

    /// The message of a 200 in protobuf.
    pub fn message<M: Message + Default>(&self) -> M {
        assert_eq!(self.status, 200, "{}", self.text());
        M::decode(self.octets.as_slice()).expect("a message of the kind the method answers")
    }
}

/// One signed-in program.
#[derive(Clone)]
pub struct Program {
    http: reqwest::Client,
    address: SocketAddr,
    authorization: String,
}

/// The key of a program that some other operator gave out.
pub const FOREIGN_CLIENT: &str = "DiadocAuth ddauth_api_client_id=Program-1c.7f0b2d";

impl Program {
    /// One that has shown its key and no person yet.
    pub fn new(town: &Town) -> Self {
        let http = svitok::client::connections().build().unwrap();
        Self { http, address: town.diadoc, authorization: FOREIGN_CLIENT.to_owned() }
    }

    /// One in which the citizen has signed in by password.
    pub async fn signed_in(town: &Town, citizen: &Citizen) -> Self {
        let nobody = Self::new(town);
        let shown = wire_diadoc::proto::api::proto::LoginPassword {
            login: citizen.credentials.login.clone(),
            password: citizen.credentials.password.clone(),
        };
        let reply = nobody.post("/V3/Authenticate?type=password", Form::Protobuf, shown.encode_to_vec()).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        nobody.with(&format!("{FOREIGN_CLIENT},ddauth_token={}", reply.text()))
    }

    /// What it shows of itself.
    pub fn authorization(&self) -> &str {
        &self.authorization
    }

    /// The same with another header.
    pub fn with(&self, authorization: &str) -> Self {
        Self { authorization: authorization.to_owned(), ..self.clone() }
    }

    pub async fn get(&self, path: &str, form: Form) -> Reply {
        self.ask("GET", path, form, None, Vec::new()).await
    }

    pub async fn post(&self, path: &str, form: Form, body: Vec<u8>) -> Reply {
        self.ask("POST", path, form, None, body).await
    }

    /// Any request; `media_type` replaces that of the form.
    pub async fn ask(&self, verb: &str, path: &str, form: Form, media_type: Option<&str>, body: Vec<u8>) -> Reply {
        let url = format!("http://{}{path}", self.address);
        let mut request = self.http.request(verb.parse().unwrap(), url);
        if !self.authorization.is_empty() {
            request = request.header("Authorization", &self.authorization);
        }
        if form == Form::Json {
            request = request.header("Accept", "application/json");
        }
        let json = (form == Form::Json && !body.is_empty()).then_some("application/json");
        if let Some(kind) = media_type.or(json) {
            request = request.header("Content-Type", kind);
        }
        let answer = request.body(body).send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Reply { status, headers, octets: answer.bytes().await.unwrap().to_vec() }
    }
}
