//! Every "no" of this room.

use crate::limits::{OPEN_REQUESTS_MAX, REPORTS_MAX};
use kernel::{Refusal, RefusalKind};

/// A rule of the room said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SupportRefusal {
    /// Nobody asks.
    #[error("a sign-in is needed")]
    SignInNeeded,
    /// Only the host's administrators.
    #[error("only administrators of the host")]
    AdministratorsOnly,
    /// It is not there, is another person's, or its time is over.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// A field is empty, too long or of another form.
    #[error("{0} cannot be taken")]
    Field(&'static str),
    /// Too many requests wait for an answer.
    #[error("{OPEN_REQUESTS_MAX} requests of this person wait for an answer already")]
    TooManyRequests,
    /// Too many reports are shared.
    #[error("{REPORTS_MAX} reports of this person are shared already")]
    TooManyReports,
}

impl Refusal for SupportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "support.sign-in-needed",
            Self::AdministratorsOnly => "support.administrators-only",
            Self::NotFound(_) => "support.not-found",
            Self::Field(_) => "support.field",
            Self::TooManyRequests => "support.too-many-requests",
            Self::TooManyReports => "support.too-many-reports",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::SignInNeeded => RefusalKind::Unauthenticated,
            Self::AdministratorsOnly => RefusalKind::Forbidden,
            Self::NotFound(_) => RefusalKind::NotFound,
            Self::Field(_) => RefusalKind::Invalid,
            Self::TooManyRequests | Self::TooManyReports => RefusalKind::Conflict,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Field(field) => Some((*field).to_owned()),
            _ => None,
        }
    }
}
