//! What the edge itself refuses, before any room is asked.

use kernel::{Refusal, RefusalKind};

/// Code of a fault that may pass by itself.
pub(crate) const FAULT_TEMPORARY: &str = "web.fault.temporary";
/// Code of a full disk: only the host can make room.
pub(crate) const FAULT_DISK_FULL: &str = "web.fault.disk-full";
/// Code of any other fault.
pub(crate) const FAULT_INTERNAL: &str = "web.fault.internal";
/// Code of a broken invariant.
pub(crate) const BUG: &str = "web.bug";

/// A rule of the HTTP edge said no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EdgeRefusal {
    /// The body is not announced as JSON.
    #[error("the body must be JSON")]
    NotJson,
    /// The body is no JSON text.
    #[error("the body is not a JSON text: line {line}, column {column}")]
    Syntax {
        /// Line of the first wrong character, from 1.
        line: usize,
        /// Its column.
        column: usize,
    },
    /// The body is nested too deeply.
    #[error("arrays and objects are nested deeper than {max}")]
    TooDeep {
        /// Levels allowed.
        max: usize,
    },
    /// The body is larger than its limit.
    #[error("the body is larger than {bytes_max} bytes")]
    TooLarge {
        /// Bytes allowed.
        bytes_max: usize,
    },
    /// The client stopped in the middle of the body.
    #[error("the body ended before its announced length")]
    CutOff,
    /// The body came too slowly.
    #[error("the body did not come within the time limit")]
    TooSlow,
    /// A field that must be there is not.
    #[error("a field is missing")]
    MissingField {
        /// Path of the field.
        field: String,
    },
    /// A field nobody knows.
    #[error("a field is not known here")]
    UnknownField {
        /// Path of the field.
        field: String,
        /// Fields that are known.
        accepted: String,
    },
    /// The value of a field is of another type.
    #[error("a value has the wrong type")]
    WrongType {
        /// Path of the field.
        field: String,
        /// The type expected.
        accepted: String,
    },
    /// The value of a field is not acceptable.
    #[error("a value is not acceptable: {problem}")]
    WrongValue {
        /// Path of the field.
        field: String,
        /// What the reader says.
        problem: String,
    },
    /// A header that must be there is not, or is not readable.
    #[error("the header Idempotency-Key is missing")]
    KeyMissing,
    /// The key is empty, too long, or holds other than visible ASCII characters.
    #[error("the header Idempotency-Key cannot be used")]
    KeyForm,
    /// The key was used with another request.
    #[error("this Idempotency-Key was used with another request")]
    KeyReused,
    /// The first request with this key is still being carried out.
    #[error("the first request with this Idempotency-Key is still being carried out")]
    KeyRunning,
    /// The request was carried out, but its answer held a secret that is shown once.
    #[error("the request was carried out; its answer held a secret that is shown only once")]
    SecretShownOnce,
    /// A part of the query string is wrong.
    #[error("the query string cannot be read: {problem}")]
    Query {
        /// Name of the parameter, where known.
        field: Option<String>,
        /// What is wrong.
        problem: String,
    },
    /// No such place, or an id that is none.
    #[error("there is nothing here")]
    NoSuchPlace,
    /// The place exists, the method does not.
    #[error("this method is not answered here")]
    Method,
    /// The answer took too long; a write may or may not have happened.
    #[error("the answer was not ready within the time limit; ask again with the same Idempotency-Key")]
    TimedOut,
    /// The program has as many requests as it may.
    #[error("too many requests are being answered now")]
    Busy,
    /// The memory for large bodies and answers is taken.
    #[error("too many large bodies and answers are in memory now")]
    NoRoom,
    /// This address has its part of the places or of the memory.
    #[error("this address has as many requests being answered as it may")]
    TooManyAtOnce,
    /// The caller or the address asks too often.
    #[error("too many requests in a short time")]
    TooOften,
    /// A sign-in is needed here.
    #[error("a sign-in is needed: Authorization: Bearer <token>")]
    SignInNeeded,
}

impl Refusal for EdgeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotJson => "web.body.not-json",
            Self::Syntax { .. } => "web.body.syntax",
            Self::TooDeep { .. } => "web.body.too-deep",
            Self::TooLarge { .. } => "web.body.too-large",
            Self::CutOff => "web.body.cut-off",
            Self::TooSlow => "web.body.too-slow",
            Self::MissingField { .. } => "web.body.missing-field",
            Self::UnknownField { .. } => "web.body.unknown-field",
            Self::WrongType { .. } => "web.body.wrong-type",
            Self::WrongValue { .. } => "web.body.wrong-value",
            Self::KeyMissing => "web.idempotency.key-missing",
            Self::KeyForm => "web.idempotency.key-form",
            Self::KeyReused => "web.idempotency.key-reused",
            Self::KeyRunning => "web.idempotency.key-running",
            Self::SecretShownOnce => "web.idempotency.secret-shown-once",
            Self::Query { .. } => "web.query",
            Self::NoSuchPlace => "web.no-such-place",
            Self::Method => "web.method",
            Self::TimedOut => "web.timed-out",
            Self::Busy => "web.busy",
            Self::NoRoom => "web.no-room",
            Self::TooManyAtOnce => "web.too-many-at-once",
            Self::TooOften => "web.too-often",
            Self::SignInNeeded => "web.sign-in-needed",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::TooLarge { .. } => RefusalKind::TooLarge,
            Self::KeyReused | Self::SecretShownOnce => RefusalKind::Conflict,
            Self::KeyRunning => RefusalKind::Pending,
            Self::NoSuchPlace => RefusalKind::NotFound,
            Self::TooOften | Self::TooManyAtOnce | Self::Busy | Self::NoRoom => RefusalKind::RateLimited,
            Self::SignInNeeded => RefusalKind::Unauthenticated,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::MissingField { field }
            | Self::UnknownField { field, .. }
            | Self::WrongType { field, .. }
            | Self::WrongValue { field, .. } => Some(field.clone()),
            Self::Query { field, .. } => field.clone(),
            Self::KeyMissing | Self::KeyForm | Self::KeyReused => Some("Idempotency-Key".to_owned()),
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::UnknownField { accepted, .. } | Self::WrongType { accepted, .. } => Some(accepted.clone()),
            Self::NotJson => Some("Content-Type: application/json".to_owned()),
            Self::KeyMissing | Self::KeyForm => Some(format!(
                "1 to {} visible ASCII characters, such as a UUID, new for each intention",
                crate::limits::IDEMPOTENCY_KEY_CHARS_MAX
            )),
            _ => None,
        }
    }
}
