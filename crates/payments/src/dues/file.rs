//! A file of dues as data, and its expressions parsed once.

use formats::Document;
use formats::ratios::expression::{Expression, Kind};
use serde::Deserialize;
use std::sync::LazyLock;

const FILES: [&str; 4] = [
    include_str!("../../dues/NO_USN_5.09.json"),
    include_str!("../../dues/NO_RASCHSV_5.08.json"),
    include_str!("../../dues/NO_NDFL6.2_5.05.json"),
    include_str!("../../dues/UT_UVISCHSUMNAL_5.03.json"),
];

/// What is to be paid by one form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DueFile {
    #[serde(rename = "title")]
    _title: String,
    pub prefix: String,
    /// Values of `ВерсФорм`.
    pub versions: Vec<String>,
    /// The year of the period, at the row.
    pub year: Formula,
    /// Periods of the year before the reported ones, at the row; added to each due's own number.
    pub before: Option<Formula>,
    pub dues: Vec<DueRule>,
    /// Rows with a sum that no due took: told without a term.
    pub others: Option<Others>,
}

/// One kind of due.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DueRule {
    pub code: String,
    pub words: String,
    /// Elements asked one by one: a path from the root.
    pub rows: String,
    /// Asked only where this holds.
    pub when: Option<Condition>,
    /// Roubles, at the row; nothing is due where it is zero.
    pub sum: Formula,
    pub budget: Budget,
    /// Name of the payment in the duties of the rules.
    pub duty: String,
    /// Number of the duty's period, after those `before`.
    pub index: Formula,
    #[serde(default)]
    pub told_before: bool,
    pub why: String,
}

/// What is told of rows that no due took.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Others {
    pub code: String,
    pub words: String,
    pub rows: String,
    pub sum: Formula,
    pub budget: Budget,
    pub why: String,
}

/// Where the budget code is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Budget {
    /// In this attribute of the row.
    At(String),
    /// In this row of the rules' budget codes.
    Tax(String),
}

/// What gives a number.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Formula(pub Expression);

impl TryFrom<String> for Formula {
    type Error = String;

    fn try_from(source: String) -> Result<Self, String> {
        let expression = Expression::parse(&source)?;
        match expression.kind() {
            Kind::Value | Kind::Number => Ok(Self(expression)),
            _ => Err(format!("«{source}» is no number")),
        }
    }
}

/// What holds or not, kept as a number: one or zero.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Condition(pub Expression);

impl TryFrom<String> for Condition {
    type Error = String;

    fn try_from(source: String) -> Result<Self, String> {
        Expression::parse(&format!("if({source}, 1, 0)")).map(Self)
    }
}

static PARSED: LazyLock<Vec<DueFile>> = LazyLock::new(|| {
    let parse = |text: &&str| match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => kernel::bug!("an embedded file of dues: {error}"),
    };
    FILES.iter().map(parse).collect()
});

/// The file about the document's form and version.
pub(super) fn of(document: &Document) -> Option<&'static DueFile> {
    PARSED.iter().find(|file| file.versions.iter().any(|version| document.is(&file.prefix, version)))
}
