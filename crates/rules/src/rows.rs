//! The typed rows. Each table is one type; what a row says is said by its fields, never by its place.

use serde::Deserialize;

use crate::in_force::InForce;
use crate::table::Row;

/// One version of one electronic format while it may be sent. Reading an older version is never refused by a date.
#[derive(Debug, Clone)]
pub struct FormatVersion {
    /// Format name: `utd.seller`, `utd.buyer`, `operator.sent`, `operator.delivered`, `receipt`, `amendment`,
    /// `signature-rejection`, `revocation`, `universal-message`.
    pub format: String,
    /// The number that the file itself carries.
    pub version: String,
    /// Whether the version is one of several or the only one.
    pub force: FormatForce,
    /// Days, norm, trust.
    pub in_force: InForce,
}

/// Whether other versions may be sent beside this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FormatForce {
    /// May be sent; so may others.
    Permitted,
    /// The only version that may be sent; the loader refuses a pack in which another one overlaps.
    Obligatory,
}

/// What makes a document of one kind lawful in electronic form.
#[derive(Debug, Clone)]
pub struct LegalKind {
    /// Document kind name.
    pub document: String,
    /// The weakest signature that is enough.
    pub signature: RequiredSignature,
    /// Whether the weaker kinds need an agreement between the parties.
    pub by_agreement: bool,
    /// Whether the exchange must go through an operator of electronic exchange.
    pub operator_needed: bool,
    /// Days, norm, trust.
    pub in_force: InForce,
}

/// The weakest kind of signature that the norm accepts (63-ФЗ, article 5, names the kinds).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequiredSignature {
    /// No signature is asked for.
    None,
    /// Simple electronic signature.
    Simple,
    /// Strengthened unqualified signature.
    Unqualified,
    /// Strengthened qualified signature.
    Qualified,
}

/// Who must act next, and within how many working days.
#[derive(Debug, Clone)]
pub struct DocflowTerm {
    /// Step name: `invoice.receipt-notification`.
    pub step: String,
    /// Whose turn it is.
    pub actor: Actor,
    /// Working days after the day on which the step became possible; 0 means the same day.
    pub working_days: u16,
    /// Days, norm, trust.
    pub in_force: InForce,
}

/// A party of a document flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Actor {
    /// The one who sent the first title.
    Sender,
    /// The one who received it.
    Recipient,
    /// The operator of electronic exchange.
    Operator,
}

impl Row for FormatVersion {
    const TABLE: &'static str = "format_versions";
    fn key(&self) -> String {
        format!("{} {}", self.format, self.version)
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
    fn conflict(&self, other: &Self) -> bool {
        let alone = self.force == FormatForce::Obligatory || other.force == FormatForce::Obligatory;
        self.format == other.format && (self.version == other.version || alone)
    }
}

impl Row for LegalKind {
    const TABLE: &'static str = "legal_kinds";
    fn key(&self) -> String {
        self.document.clone()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}

impl Row for DocflowTerm {
    const TABLE: &'static str = "docflow_terms";
    fn key(&self) -> String {
        self.step.clone()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}
