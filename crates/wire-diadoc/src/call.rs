//! What a method is handed.

use std::net::IpAddr;

use account::DeviceWords;
use bytes::Bytes;
use kernel::Cx;
use prost::Message;

use crate::answer::Answer;
use crate::authorization::Shown;
use crate::form::{self, Form};
use crate::query::Query;
use crate::refusal::WireRefusal;
use crate::table::Row;

/// One request.
#[derive(Debug, Clone)]
pub struct Call {
    /// The path's row.
    pub row: &'static Row,
    /// Who asks, and when.
    pub cx: Cx,
    /// The parameters.
    pub query: Query,
    /// The body as it came.
    pub body: Bytes,
    /// The body's media type, lower case, without parameters; empty when not said.
    pub media_type: String,
    /// Whether the request was a GET.
    pub is_get: bool,
    /// What the Authorization header showed.
    pub shown: Shown,
    /// Where the client is.
    pub address: IpAddr,
    /// What it calls itself.
    pub device: DeviceWords,
}

/// Media types that hold protobuf; none at all means it too.
const PROTOBUF: &[&str] = &[
    "",
    "application/octet-stream",
    "application/x-protobuf",
    "application/protobuf",
    "application/x-google-protobuf",
    "application/vnd.google.protobuf",
];
/// Media types that hold JSON.
const JSON: &[&str] = &["application/json", "text/json"];

impl Call {
    /// The message of the body, of the kind the row names.
    pub fn message<M: Message + Default>(&self) -> Result<M, WireRefusal> {
        let name = self.row.request.message();
        self.message_of(name.unwrap_or_else(|| kernel::bug!("{} takes no message", self.row.path)))
    }

    /// The message of the body, of this kind: for methods that take several.
    pub fn message_of<M: Message + Default>(&self, name: &'static str) -> Result<M, WireRefusal> {
        let form = match self.media_type.as_str() {
            kind if PROTOBUF.contains(&kind) => Form::Protobuf,
            kind if JSON.contains(&kind) => Form::Json,
            _ => return Err(WireRefusal::MediaType),
        };
        let bytes = form::read(name, &self.body, form)?;
        M::decode(bytes).map_err(|why| WireRefusal::Body { message: name, detail: why.to_string() })
    }

    /// A message as the answer, of the kind the row names.
    pub fn answer(&self, message: &impl Message) -> Answer {
        let name = self.row.response.message();
        let name = name.unwrap_or_else(|| kernel::bug!("{} answers no message", self.row.path));
        Answer::Message { name, bytes: message.encode_to_vec() }
    }
}

/// The form an `Accept` header asks for: the first type that is either; protobuf when nothing is said.
pub fn wanted(accept: &str) -> Form {
    let mut kinds = accept.split(',').map(media_type);
    let first = kinds.find_map(|kind| {
        if JSON.contains(&kind.as_str()) {
            Some(Form::Json)
        } else if !kind.is_empty() && PROTOBUF.contains(&kind.as_str()) {
            Some(Form::Protobuf)
        } else {
            None
        }
    });
    first.unwrap_or(Form::Protobuf)
}

/// A media type without its parameters, in lower case.
pub fn media_type(header: &str) -> String {
    header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_wanted() {
        for (accept, form) in [
            ("", Form::Protobuf),
            ("*/*", Form::Protobuf),
            ("application/json", Form::Json),
            ("Application/JSON; charset=utf-8", Form::Json),
            ("text/html, application/json;q=0.9", Form::Json),
            ("application/octet-stream, application/json", Form::Protobuf),
            ("application/x-protobuf", Form::Protobuf),
            ("text/xml", Form::Protobuf),
        ] {
            assert_eq!(wanted(accept), form, "{accept}");
        }
    }
}
