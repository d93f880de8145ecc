//! What a check found in a file.

use crate::FormatId;
use serde::Serialize;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file breaks its format.
    Error,
    /// The file can be read and understood, yet an authority may refuse it.
    Warning,
}

/// Which part of the format speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Bytes, encoding and well-formedness.
    Xml,
    /// What the official schema states: structure and facets.
    Schema,
    /// The control assertions embedded in the official schema.
    Embedded,
    /// Control ratios: what the authorities compare within a document and between documents.
    Ratio,
}

/// What the two sides of a control ratio came to, as plain decimals or texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sides {
    pub left: String,
    pub right: String,
}

/// One thing wrong at one place. Holds the shape of a value, never the value; only a control ratio shows its two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable code: `formats.schema.…`, or the official number of an embedded check.
    pub code: String,
    pub severity: Severity,
    pub layer: Layer,
    /// `Файл/Документ/СвСчФакт/@НомерДок`.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Shape of what was found: `12 characters: digits`, `element СвПрод`.
    pub shape: String,
    /// What would be accepted there.
    pub accepted: String,
    /// Source of the rule: official name of the schema and place, or the publication a control ratio stands on.
    pub norm: String,
    /// Both sides of a control ratio; nothing for other findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sides: Option<Sides>,
}

/// The verdict of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// The definition the file was checked by; `None` when none was recognised.
    pub format: Option<FormatId>,
    pub findings: Vec<Finding>,
    /// More findings existed than [`crate::limits::FINDINGS_MAX`].
    pub cut: bool,
}

impl Findings {
    /// What another check of the same document found, after what is here.
    pub fn and(mut self, more: Self) -> Self {
        self.cut |= more.cut;
        self.findings.extend(more.findings);
        self
    }

    /// No error. Warnings do not count.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|f| f.severity != Severity::Error)
    }

    /// No error among what an XSD states.
    pub fn is_schema_valid(&self) -> bool {
        let beyond = |f: &Finding| matches!(f.layer, Layer::Embedded | Layer::Ratio);
        self.findings.iter().all(|f| f.severity != Severity::Error || beyond(f))
    }

    /// The first error.
    pub fn first_error(&self) -> Option<&Finding> {
        self.findings.iter().find(|f| f.severity == Severity::Error)
    }
}
