//! What a method answers, and how it is put on the wire.

use std::time::Duration;

use axum::body::Body as HttpBody;
use axum::response::Response;
use bytes::Bytes;
use futures::stream::BoxStream;
use http::{HeaderName, HeaderValue, StatusCode, header};
use kernel::RequestId;
use web::{Language, Problem, Texts};

use crate::form::{self, Form};
use crate::refusal;

const TRACE_ID: HeaderName = HeaderName::from_static("x-kontur-trace-id");
const ERROR_CODE: HeaderName = HeaderName::from_static("x-diadoc-errorcode");
const FILE_NAME: HeaderName = HeaderName::from_static("x-diadoc-filename");

/// A result.
#[derive(Debug)]
pub enum Answer {
    /// Done, nothing to say: 200 with no bytes.
    Nothing,
    /// A message by its full name.
    Message {
        /// Its name.
        name: &'static str,
        /// Its bytes, protobuf.
        bytes: Vec<u8>,
    },
    /// Plain text.
    Text(String),
    /// JSON in either wire form.
    Json(String),
    /// Bytes as they are, with the name of their file where they have one.
    Octets {
        /// The bytes.
        bytes: Bytes,
        /// The file's name; ASCII.
        file_name: Option<String>,
    },
    /// A file that is too large to be held at once.
    Pieces {
        /// Its pieces in their order.
        pieces: Pieces,
        /// Bytes of all of them.
        length: u64,
        /// The file's name; ASCII.
        file_name: String,
    },
}

/// Bytes that are read while they are sent.
pub struct Pieces(pub BoxStream<'static, std::io::Result<Bytes>>);

impl std::fmt::Debug for Pieces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pieces")
    }
}

impl Answer {
    /// A file with its name.
    pub fn file(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::Octets { bytes: bytes.into(), file_name: Some(file_name.into()) }
    }

    /// The answer in the form asked for.
    pub fn into_response(self, form: Form) -> Response {
        match self {
            Self::Nothing => of(StatusCode::OK, None, Bytes::new()),
            Self::Message { name, bytes } => {
                let kind = match form {
                    Form::Protobuf => "application/octet-stream",
                    Form::Json => "application/json; charset=utf-8",
                };
                of(StatusCode::OK, Some(kind), form::written(name, bytes, form).into())
            }
            Self::Text(text) => of(StatusCode::OK, Some("text/plain; charset=utf-8"), text.into()),
            Self::Json(text) => of(StatusCode::OK, Some("application/json; charset=utf-8"), text.into()),
            Self::Octets { bytes, file_name } => named(bytes, file_name),
            Self::Pieces { pieces, length, file_name } => {
                let mut answer = named(Bytes::new(), Some(file_name));
                answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
                *answer.body_mut() = HttpBody::from_stream(pieces.0);
                answer
            }
        }
    }
}

/// The vendor's clients take the plain parameter of Content-Disposition, so the name must be ASCII.
fn named(bytes: Bytes, file_name: Option<String>) -> Response {
    let mut answer = of(StatusCode::OK, Some("application/octet-stream"), bytes);
    let Some(name) = file_name else { return answer };
    let safe: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\') { c } else { '_' }).collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{safe}\"")) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    if let Ok(value) = HeaderValue::from_str(&safe) {
        answer.headers_mut().insert(FILE_NAME, value);
    }
    answer
}

/// A problem as the vendor writes it: status, text for a person, code and trace in headers.
pub fn written(problem: &Problem, texts: &Texts, language: Language, request_id: RequestId) -> Response {
    let mut text = problem.title(texts, language);
    if let Some(field) = problem.field() {
        // The vendor's clients show nothing but this text.
        text = format!("{text} ({field})");
    }
    if let Some(accepted) = problem.accepted() {
        text = format!("{text} [{accepted}]");
    }
    let mut answer = of(refusal::status(problem), Some("text/plain; charset=utf-8"), text.into());
    let headers = answer.headers_mut();
    headers.insert(ERROR_CODE, HeaderValue::from_static(problem.code()));
    if let Some(after) = problem.wait() {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(after.as_secs().max(1)));
    }
    if let Ok(value) = HeaderValue::from_str(&request_id.to_string()) {
        headers.insert(TRACE_ID, value);
    }
    answer
}

/// The result is not there yet.
pub fn pending(after: Duration) -> Response {
    let mut answer = of(StatusCode::NO_CONTENT, None, Bytes::new());
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(after.as_secs().max(1)));
    answer
}

/// The status always comes with a length: one of the vendor's clients reads the body also where there is none.
fn of(status: StatusCode, kind: Option<&'static str>, bytes: Bytes) -> Response {
    let length = bytes.len();
    let mut answer = Response::new(HttpBody::from(bytes));
    *answer.status_mut() = status;
    if let Some(kind) = kind {
        answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    if status != StatusCode::NO_CONTENT {
        answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    answer
}
