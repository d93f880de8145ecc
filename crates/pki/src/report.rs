//! The vocabulary of a verdict: a tree of named checks, each with its clause, its outcome and what it was made on.
//!
//! ```
//! use pki::{Anchors, Certificate, Revocation, check_certificate};
//!
//! let read = |name: &str| Certificate::from_der(&std::fs::read(format!("doc/{name}")).unwrap_or_default());
//! let at = kernel::Moment::parse_rfc3339("2026-11-22T09:00:00Z")?;
//! let anchors =
//!     Anchors { roots: vec![read("root.cer")?], intermediates: vec![read("authority.cer")?], ..Anchors::default() };
//! let report = check_certificate(&read("romashka.cer")?, &anchors, at, Revocation::NotAsked);
//! let signatures = report.checks.all("chain.signature");
//! assert!(!signatures.is_empty() && signatures.iter().all(|node| node.check.is_yes()));
//! assert!(report.checks.leaves().iter().all(|leaf| !leaf.clause.is_empty()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::certificate::Certificate;
use crate::refusal::Reason;
use crate::revocation_list::RevocationList;

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

/// What a check was made on. Certificates and lists are the very ones, so that their bytes and digests are at hand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Input {
    /// The content, by its digests.
    Content,
    /// The signed message.
    Message,
    /// A signer of the message, counted from 0.
    Signer(usize),
    /// A certificate.
    Certificate(Certificate),
    /// A revocation list.
    List(RevocationList),
    /// The moment the report speaks of.
    Moment,
    /// What was demanded besides: revocation, order of attributes, policies.
    Demands,
}

/// One check with the checks it was concluded from: what it is called, which clause demands it, what it was made on, how it ended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CheckNode {
    /// Stable name, as `chain.validity`. New names may come, present ones keep their meaning.
    pub name: &'static str,
    /// The clause that demands it.
    pub clause: &'static str,
    /// What it was made on; the first is what it is about.
    pub inputs: Vec<Input>,
    /// How it ended.
    pub check: Check,
    /// The checks it rests on, in the order they were made; none for a check that was made itself.
    pub children: Vec<CheckNode>,
}

impl CheckNode {
    pub(crate) fn new(rule: Rule, inputs: Vec<Input>, check: Check, children: Vec<Self>) -> Self {
        Self { name: rule.0, clause: rule.1, inputs, check, children }
    }

    /// The checks that were made, without the conclusions drawn from them, in order.
    #[must_use]
    pub fn leaves(&self) -> Vec<&Self> {
        if self.children.is_empty() {
            return vec![self];
        }
        self.children.iter().flat_map(Self::leaves).collect()
    }

    /// All nodes of that name, in order.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&Self> {
        let own = (self.name == name).then_some(self);
        own.into_iter().chain(self.children.iter().flat_map(|child| child.all(name))).collect()
    }
}

/// Checks in the making, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Steps(pub(crate) Vec<CheckNode>);

impl Steps {
    pub(crate) fn note(&mut self, rule: Rule, inputs: Vec<Input>, check: Check) -> Check {
        self.0.push(CheckNode::new(rule, inputs, check, Vec::new()));
        check
    }

    /// What is concluded from the checks noted in `from`.
    pub(crate) fn conclude(&mut self, rule: Rule, inputs: Vec<Input>, check: Check, from: Self) -> Check {
        self.0.push(CheckNode::new(rule, inputs, check, from.0));
        check
    }
}

/// Name and clause of a check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule(pub(crate) &'static str, pub(crate) &'static str);
