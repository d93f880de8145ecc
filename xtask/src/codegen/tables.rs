//! The recorded tables as they are written down.

use serde::Deserialize;

/// `contracts/diadoc-wire.json`: messages and enumerations.
#[derive(Debug, Deserialize)]
pub struct Wire {
    pub messages: Vec<Message>,
    pub enums: Vec<Enum>,
}

/// One message.
#[derive(Debug, Deserialize)]
pub struct Message {
    pub name: String,
    pub package: String,
    pub file: String,
    pub fields: Vec<Field>,
}

/// One field; where the sets differ, the sets that have this form are named.
#[derive(Debug, Clone, Deserialize)]
pub struct Field {
    pub name: String,
    pub number: i32,
    pub label: String,
    #[serde(rename = "type")]
    pub of: String,
    pub kind: Option<String>,
    pub default: Option<String>,
    #[serde(default)]
    pub only_in: Vec<String>,
}

/// One enumeration; a name with a dot lies in a message.
#[derive(Debug, Deserialize)]
pub struct Enum {
    pub name: String,
    pub package: String,
    pub file: String,
    pub values: Vec<Value>,
}

/// One value.
#[derive(Debug, Deserialize)]
pub struct Value {
    pub name: String,
    pub number: i32,
}

/// `contracts/diadoc-http.json`: methods.
#[derive(Debug, Deserialize)]
pub struct Http {
    pub methods: Vec<Method>,
}

/// One path.
#[derive(Debug, Deserialize)]
pub struct Method {
    pub name: String,
    pub version: u8,
    pub verbs: Vec<String>,
    pub path: String,
    pub query: Vec<String>,
    pub request: String,
    pub response: String,
    pub codes: Vec<u16>,
    pub core: bool,
    pub status: String,
}
