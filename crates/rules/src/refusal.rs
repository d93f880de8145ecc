//! What a question gets when no row answers it.

use jiff::civil::Date;
use kernel::{Refusal, RefusalKind, WorkCalendarRefusal};
use thiserror::Error;

/// No row of the law covers the question.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoRow {
    /// The table has nothing for this key on this day; an administrator may load a pack that does.
    #[error("{table} has no row for {key} on {on}")]
    NoRowOnDay {
        /// Table of the packs.
        table: &'static str,
        /// What was asked for.
        key: String,
        /// The day asked about.
        on: Date,
    },
    /// The format is known on this day, but not in this version.
    #[error("{format} {version} may not be sent on {on}; accepted: {}", accepted.join(", "))]
    VersionNotInForce {
        /// Format name of the pack.
        format: String,
        /// Version of the document.
        version: String,
        /// The day asked about.
        on: Date,
        /// Versions that may be sent on that day.
        accepted: Vec<String>,
    },
    /// The production calendar cannot say.
    #[error(transparent)]
    Calendar(#[from] WorkCalendarRefusal),
}

impl Refusal for NoRow {
    fn code(&self) -> &'static str {
        match self {
            Self::NoRowOnDay { .. } => "rules.no-row-on-day",
            Self::VersionNotInForce { .. } => "rules.version-not-in-force",
            Self::Calendar(_) => "rules.no-calendar",
        }
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::VersionNotInForce { accepted, .. } => Some(accepted.join(", ")),
            Self::NoRowOnDay { .. } | Self::Calendar(_) => None,
        }
    }
}
