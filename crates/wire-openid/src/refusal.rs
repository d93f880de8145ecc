//! Refusals of the provider, and how every refusal becomes an error of OAuth (RFC 6749 §5.2, RFC 6750 §3, RFC 8628 §3.5).

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use kernel::{Refusal, RefusalKind, RequestId};
use serde_json::json;
use web::{Language, Problem, Texts};

/// Stands in every answer of the vendor.
const TRACE_ID: HeaderName = HeaderName::from_static("x-kontur-trace-id");

/// Why the provider does not carry a request out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenidRefusal {
    /// Unknown, revoked, or its secret is another.
    #[error("the client is unknown, its key was revoked, or its secret is wrong")]
    Client,
    /// The program may not use this grant: one without a secret is held to codes and devices.
    #[error("this client may not use this grant")]
    ClientNotAllowed,
    /// A parameter is missing.
    #[error("the parameter {name} is missing")]
    Missing {
        /// Its name.
        name: &'static str,
    },
    /// A parameter cannot be read.
    #[error("the parameter {name} cannot be read: {accepted}")]
    Form {
        /// Its name.
        name: &'static str,
        /// What would be read.
        accepted: &'static str,
    },
    /// The same parameter twice, too many, too long, or no form at all.
    #[error("the request is not a form with each parameter once")]
    Unreadable,
    /// No such grant.
    #[error("this grant type is not part of this installation")]
    GrantType,
    /// A code, refresh token or device code that is unknown, over, used, or another program's.
    #[error("the code or token is unknown, over, used, or was given to another client")]
    Grant,
    /// A scope nobody knows.
    #[error("the scope holds a word that is not known here")]
    Scope,
    /// The address to return to is none of the program's.
    #[error("the redirect_uri is not registered for this client")]
    Redirect,
    /// The person has not decided yet.
    #[error("the person has not decided yet")]
    DevicePending,
    /// The device asks too often.
    #[error("the device asks too often")]
    DeviceTooOften,
    /// The device's code has expired.
    #[error("the device code has expired")]
    DeviceExpired,
    /// The person said no.
    #[error("the person said no")]
    DeviceDenied,
    /// So many devices of this program wait already.
    #[error("too many devices of this client are waiting")]
    DevicesTooMany,
    /// No such code is waiting: for the person who types it.
    #[error("no device is waiting with this code")]
    UserCode,
    /// The bearer token is missing, unknown, over, or has another scope.
    #[error("the bearer token is missing, unknown or over")]
    Token,
    /// An address to return to that may not be registered.
    #[error("a redirect URI is neither https nor of the device itself, or has a fragment")]
    RedirectForm,
    /// Too many addresses to return to.
    #[error("more than {max} redirect URIs")]
    RedirectsTooMany {
        /// How many there may be.
        max: usize,
    },
    /// A method that this program does not carry out.
    #[error("this method is not part of this installation")]
    NotConnected,
}

impl Refusal for OpenidRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Client => "openid.client.refused",
            Self::ClientNotAllowed => "openid.client.not-allowed",
            Self::Missing { .. } => "openid.parameter.missing",
            Self::Form { .. } => "openid.parameter.form",
            Self::Unreadable => "openid.request.form",
            Self::GrantType => "openid.grant.type",
            Self::Grant => "openid.grant.refused",
            Self::Scope => "openid.scope.unknown",
            Self::Redirect => "openid.redirect.unknown",
            Self::DevicePending => "openid.device.pending",
            Self::DeviceTooOften => "openid.device.too-often",
            Self::DeviceExpired => "openid.device.over",
            Self::DeviceDenied => "openid.device.denied",
            Self::DevicesTooMany => "openid.device.too-many",
            Self::UserCode => "openid.user-code.unknown",
            Self::Token => "openid.token.refused",
            Self::RedirectForm => "openid.redirect.form",
            Self::RedirectsTooMany { .. } => "openid.redirect.too-many",
            Self::NotConnected => "openid.method.not-connected",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Client | Self::Token => RefusalKind::Unauthenticated,
            Self::NotConnected => RefusalKind::Forbidden,
            Self::DevicesTooMany => RefusalKind::RateLimited,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Missing { name } | Self::Form { name, .. } => Some((*name).to_owned()),
            Self::Redirect | Self::RedirectForm | Self::RedirectsTooMany { .. } => Some("redirect_uris".to_owned()),
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::Form { accepted, .. } => Some((*accepted).to_owned()),
            Self::RedirectForm => {
                Some("https, http of 127.0.0.1, [::1] or localhost, a scheme with a dot; no fragment".to_owned())
            }
            _ => None,
        }
    }

    fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::RedirectsTooMany { max } => vec![("max", max.to_string())],
            _ => Vec::new(),
        }
    }
}

impl From<OpenidRefusal> for store::No<OpenidRefusal> {
    fn from(refusal: OpenidRefusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The word of OAuth for a problem, and its status.
#[must_use]
pub fn error_of(problem: &Problem) -> (&'static str, StatusCode) {
    let refused = |word| (word, StatusCode::BAD_REQUEST);
    match problem.code() {
        "openid.client.refused" | "account.sign-in.integrator-refused" => ("invalid_client", StatusCode::UNAUTHORIZED),
        "openid.client.not-allowed" => refused("unauthorized_client"),
        "openid.grant.type" => refused("unsupported_grant_type"),
        "openid.grant.refused" => refused("invalid_grant"),
        "openid.scope.unknown" => refused("invalid_scope"),
        "openid.device.pending" => refused("authorization_pending"),
        "openid.device.too-often" => refused("slow_down"),
        "openid.device.over" => refused("expired_token"),
        "openid.device.denied" => refused("access_denied"),
        "openid.token.refused" => ("invalid_token", StatusCode::UNAUTHORIZED),
        "account.sign-in.busy" => ("temporarily_unavailable", StatusCode::SERVICE_UNAVAILABLE),
        code if code.starts_with("account.") && problem.status().is_client_error() => refused("invalid_grant"),
        _ if problem.status() == StatusCode::UNPROCESSABLE_ENTITY => refused("invalid_request"),
        _ => match problem.status() {
            status @ (StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) => {
                ("temporarily_unavailable", status)
            }
            status if status.is_server_error() => ("server_error", status),
            status => ("invalid_request", status),
        },
    }
}

/// A problem as OAuth writes it. The description is English: RFC 6749 §5.2 lets it hold plain ASCII alone.
pub fn written(problem: &Problem, _: &Texts, _: Language, request_id: RequestId) -> Response {
    let (error, status) = error_of(problem);
    let body = json!({ "error": error, "error_description": described(problem) });
    let mut answer = (status, Json(body)).into_response();
    dress(&mut answer, problem, request_id);
    let challenge = match error {
        "invalid_client" => Some("Basic realm=\"svitok\""),
        "invalid_token" => Some("Bearer error=\"invalid_token\""),
        _ => None,
    };
    if let Some(challenge) = challenge {
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    answer
}

/// A problem as the vendor's API writes it: for the older sessions. Its statuses are 400, 403 and 500.
pub fn written_of_sessions(problem: &Problem, texts: &Texts, language: Language, request_id: RequestId) -> Response {
    let status = match problem.status() {
        StatusCode::UNPROCESSABLE_ENTITY => StatusCode::BAD_REQUEST,
        StatusCode::UNAUTHORIZED | StatusCode::GONE => StatusCode::FORBIDDEN,
        other => other,
    };
    let body = json!({
        "id": format!("urn:error:externapi:{}", problem.code()),
        "status-code": status.as_u16(),
        "message": problem.title(texts, language),
        "trace-id": request_id.to_string(),
    });
    let mut answer = (status, Json(body)).into_response();
    dress(&mut answer, problem, request_id);
    answer
}

fn dress(answer: &mut Response, problem: &Problem, request_id: RequestId) {
    let headers = answer.headers_mut();
    if let Some(after) = problem.wait() {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(after.as_secs().max(1)));
    }
    if let Ok(trace) = HeaderValue::from_str(&request_id.to_string()) {
        headers.insert(TRACE_ID, trace);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

fn described(problem: &Problem) -> String {
    let plain = |c: char| (c.is_ascii_graphic() || c == ' ') && c != '"' && c != '\\';
    problem.detail().chars().filter(|c| plain(*c)).collect()
}
