//! The one place that turns refusals, faults and bugs into HTTP answers (RFC 9457).

use crate::limits::{RETRY_AFTER_DISK_FULL, RETRY_AFTER_FAULT, RETRY_AFTER_NO_ROOM, RETRY_AFTER_RUNNING};
use crate::refusal::{BUG, EdgeRefusal, FAULT_DISK_FULL, FAULT_INTERNAL, FAULT_TEMPORARY};
use crate::texts::{Language, Texts, key_of};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::{NormRef, Refusal, RefusalKind, RequestId};
use serde::Serialize;
use std::time::Duration;
use store::{Fault, No};

/// `type` of a problem is this and its code: a name, not an address to be fetched.
const TYPE_PREFIX: &str = "urn:svitok:problem:";

/// Why a request was not carried out: made from a refusal of a room, a refusal of the edge, or a fault.
///
/// Rooms get it by `?` from `No<R>`, or by [`Problem::refused`] from a refusal. What a fault says never reaches the
/// client: it is logged once by the edge.
#[derive(Debug, Clone)]
pub struct Problem(Box<Facts>);

/// Beside a [`Problem`] in the extensions of an answer: a page has told the problem to the person in its own form, so
/// the edge logs it and leaves the answer as it is.
#[derive(Debug, Clone, Copy)]
pub struct Told;

/// Boxed, so that a `Result` with a problem stays small.
#[derive(Debug, Clone)]
struct Facts {
    status: StatusCode,
    code: &'static str,
    detail: String,
    field: Option<String>,
    accepted: Option<String>,
    figures: Vec<(&'static str, String)>,
    norm: Option<NormRef>,
    retry_after: Option<Duration>,
    cause: Option<String>,
}

/// The body of a problem answer, `application/problem+json`.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub struct ProblemView {
    /// `urn:svitok:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The text for a person, in the language of `Accept-Language` (Russian or English).
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// Stable code, `room.subject.rule`.
    pub code: String,
    /// English detail for developers.
    pub detail: String,
    /// The field that broke the rule: `documents[2].content`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What would be accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// Where the rule is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub norm: Option<NormView>,
    /// Stands in the logs too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// Where a rule is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NormView {
    /// The act by its usual short name.
    pub act: String,
    /// Article, part, clause.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Date of the act or revision, ISO.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl From<&NormRef> for NormView {
    fn from(norm: &NormRef) -> Self {
        Self { act: norm.act.clone(), address: norm.address.clone(), date: norm.date.map(|date| date.to_string()) }
    }
}

impl Problem {
    /// From a refusal of a room.
    #[expect(clippy::needless_pass_by_value, reason = "used as `.map_err(Problem::refused)`")]
    pub fn refused<R: Refusal>(refusal: R) -> Self {
        let kind = refusal.kind();
        Self(Box::new(Facts {
            status: status_of(kind),
            code: refusal.code(),
            detail: refusal.to_string(),
            field: refusal.field(),
            accepted: refusal.accepted(),
            figures: refusal.figures(),
            norm: refusal.norm(),
            retry_after: match kind {
                RefusalKind::RateLimited => Some(RETRY_AFTER_FAULT),
                RefusalKind::Pending => Some(RETRY_AFTER_RUNNING),
                _ => None,
            },
            cause: None,
        }))
    }

    /// A broken invariant that was caught at the edge; the text goes to the log only.
    pub(crate) fn bug(text: String) -> Self {
        Self::machine(StatusCode::INTERNAL_SERVER_ERROR, BUG, "the program broke an invariant", Some(text))
    }

    fn machine(status: StatusCode, code: &'static str, detail: &str, cause: Option<String>) -> Self {
        let retry_after = (status == StatusCode::SERVICE_UNAVAILABLE).then_some(RETRY_AFTER_FAULT);
        let detail = detail.to_owned();
        let (field, accepted, figures, norm) = (None, None, Vec::new(), None);
        Self(Box::new(Facts { status, code, detail, field, accepted, figures, norm, retry_after, cause }))
    }

    /// The HTTP status it is answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The detail for developers, English.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The text for a person; the detail where the texts have none.
    #[must_use]
    pub fn title(&self, texts: &Texts, language: Language) -> String {
        let figures: Vec<(&str, &str)> = self.0.figures.iter().map(|(name, value)| (*name, value.as_str())).collect();
        texts.text(language, &key_of(self.0.code), &figures).unwrap_or_else(|| self.0.detail.clone())
    }

    /// The field that broke the rule, as the input names it.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// What would be accepted, where the rule says so.
    #[must_use]
    pub fn accepted(&self) -> Option<&str> {
        self.0.accepted.as_deref()
    }

    /// How long the client is told to wait before it asks again.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The same with another time to wait.
    #[must_use]
    pub fn retry_after(mut self, after: Duration) -> Self {
        self.0.retry_after = Some(after);
        self
    }

    /// What a machine said; for the log, never for the client.
    pub(crate) fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// The `application/problem+json` answer in a language and with a request id: how the edge writes every problem
    /// that leaves the own API.
    #[must_use]
    pub fn as_json(&self, texts: &Texts, language: Language, request_id: RequestId) -> Response {
        self.render(texts, language, Some(request_id.to_string()))
    }

    fn render(&self, texts: &Texts, language: Language, request_id: Option<String>) -> Response {
        let view = ProblemView {
            kind: format!("{TYPE_PREFIX}{}", self.0.code),
            title: self.title(texts, language),
            status: self.0.status.as_u16(),
            code: self.0.code.to_owned(),
            detail: self.0.detail.clone(),
            field: self.0.field.clone(),
            accepted: self.0.accepted.clone(),
            norm: self.0.norm.as_ref().map(NormView::from),
            request_id,
        };
        let mut answer = (self.0.status, axum::Json(view)).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(after) = self.0.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(after.as_secs().max(1)));
        }
        if self.0.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        answer
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut answer = self.render(&Texts::default(), Language::English, None);
        // The edge finds it here and writes it again in the caller's language with the request id.
        answer.extensions_mut().insert(self);
        answer
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let cause = Some(fault.to_string());
        if let Fault::DiskFull(_) = fault {
            let detail = "the service has no room on its disk; nothing of this request was kept";
            Self::machine(StatusCode::SERVICE_UNAVAILABLE, FAULT_DISK_FULL, detail, cause)
                .retry_after(RETRY_AFTER_DISK_FULL)
        } else if fault.is_temporary() {
            let detail = "a machine behind the service does not answer now";
            Self::machine(StatusCode::SERVICE_UNAVAILABLE, FAULT_TEMPORARY, detail, cause)
        } else {
            Self::machine(StatusCode::INTERNAL_SERVER_ERROR, FAULT_INTERNAL, "a machine failed", cause)
        }
    }
}

impl<R: Refusal> From<No<R>> for Problem {
    fn from(no: No<R>) -> Self {
        match no {
            No::Refused(refusal) => Self::refused(refusal),
            No::Fault(fault) => Self::from(fault),
        }
    }
}

impl From<EdgeRefusal> for Problem {
    fn from(refusal: EdgeRefusal) -> Self {
        let status = match &refusal {
            EdgeRefusal::NotJson => Some(StatusCode::UNSUPPORTED_MEDIA_TYPE),
            EdgeRefusal::Method => Some(StatusCode::METHOD_NOT_ALLOWED),
            EdgeRefusal::TooSlow => Some(StatusCode::REQUEST_TIMEOUT),
            EdgeRefusal::Busy | EdgeRefusal::NoRoom | EdgeRefusal::TimedOut => Some(StatusCode::SERVICE_UNAVAILABLE),
            EdgeRefusal::WrongValue { .. } => None,
            _ if refusal.kind() == RefusalKind::Invalid => Some(StatusCode::BAD_REQUEST),
            _ => None,
        };
        let wait = match &refusal {
            EdgeRefusal::NoRoom => Some(RETRY_AFTER_NO_ROOM),
            EdgeRefusal::Busy | EdgeRefusal::TimedOut | EdgeRefusal::TooOften | EdgeRefusal::TooManyAtOnce => {
                Some(RETRY_AFTER_RUNNING)
            }
            _ => None,
        };
        let mut problem = Self::refused(refusal);
        if let Some(status) = status {
            problem.0.status = status;
        }
        if let Some(wait) = wait { problem.retry_after(wait) } else { problem }
    }
}

const fn status_of(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::Unauthenticated => StatusCode::UNAUTHORIZED,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::PaymentNeeded => StatusCode::PAYMENT_REQUIRED,
        RefusalKind::NotFound => StatusCode::NOT_FOUND,
        RefusalKind::Conflict | RefusalKind::Pending => StatusCode::CONFLICT,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        RefusalKind::Gone => StatusCode::GONE,
    }
}
