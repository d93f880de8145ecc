//! The vocabulary of a verdict: checks by name, each with its clause and its outcome.

use crate::refusal::Reason;

/// Outcome of one check.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Check {
    /// Checked and good.
    Yes,
    /// Checked and bad.
    No {
        /// Which rule was broken.
        reason: Reason,
    },
    /// Could not be checked, or was not asked for.
    Unknown {
        /// What was missing.
        reason: Reason,
    },
}

impl Check {
    pub(crate) fn no(reason: Reason) -> Self {
        Self::No { reason }
    }

    pub(crate) fn unknown(reason: Reason) -> Self {
        Self::Unknown { reason }
    }

    pub(crate) fn or_no(good: bool, reason: Reason) -> Self {
        if good { Self::Yes } else { Self::No { reason } }
    }

    /// Checked and good.
    #[must_use]
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Checked and bad.
    #[must_use]
    pub fn is_no(self) -> bool {
        matches!(self, Self::No { .. })
    }

    /// Why it is not Yes.
    #[must_use]
    pub fn reason(self) -> Option<Reason> {
        match self {
            Self::Yes => None,
            Self::No { reason } | Self::Unknown { reason } => Some(reason),
        }
    }

    /// The worse of two: No before Unknown before Yes, the first of equals.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No { .. }, _) => self,
            (_, Self::No { .. }) => other,
            (Self::Unknown { .. }, _) => self,
            _ => other,
        }
    }
}

/// One check as it was made.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NamedCheck {
    /// Stable name, as `signature` or `validity`.
    pub name: &'static str,
    /// The clause that demands it.
    pub clause: &'static str,
    /// What it was made on: `content`, or the serial number of a certificate.
    pub about: String,
    /// How it ended.
    pub check: Check,
}

/// The checks of one signer, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Steps(pub(crate) Vec<NamedCheck>);

impl Steps {
    pub(crate) fn note(&mut self, rule: Rule, about: &str, check: Check) -> Check {
        self.0.push(NamedCheck { name: rule.0, clause: rule.1, about: about.to_owned(), check });
        check
    }
}

/// Name and clause of a check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule(pub(crate) &'static str, pub(crate) &'static str);
