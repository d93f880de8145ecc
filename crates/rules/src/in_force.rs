//! When a row is law, by which norm, and how well that is known.

use jiff::civil::Date;
use kernel::NormRef;
use serde::{Deserialize, Serialize};

/// The days on which a row is in force (both ends included), its norm, and how the fact was learned.
#[derive(Debug, Clone)]
pub struct InForce {
    /// First day.
    pub from: Date,
    /// Last day; `None` while no end is known.
    pub until: Option<Date>,
    /// The act that says so.
    pub norm: NormRef,
    /// How the fact was learned.
    pub trust: Trust,
    /// What a reader should know before relying on the row.
    pub note: Option<String>,
}

impl InForce {
    /// Whether the row is law on `day`.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether some day belongs to both.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.until.is_none_or(|until| other.from <= until) && other.until.is_none_or(|until| self.from <= until)
    }
}

/// How a fact was learned. It is shown beside every answer that rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// Read in the text of the act itself.
    Text,
    /// Several independent public sources agree.
    Several,
    /// One public source says so.
    One,
    /// Known in general; not checked against any text.
    Unverified,
}
