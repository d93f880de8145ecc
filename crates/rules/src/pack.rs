//! A pack file: one table, its rows as JSON objects. Reading refuses whatever it does not know, and names file and row.

use std::path::PathBuf;

use jiff::civil::Date;
use kernel::NormRef;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::calendar::WorkYear;
use crate::due::Duty;
use crate::in_force::{InForce, Trust};
use crate::money::{BudgetCode, PeriodCode, Rate};
use crate::payee::Payee;
use crate::rows::{Actor, DocflowTerm, FormatForce, FormatVersion, LegalKind, RequiredSignature};

/// Rows in one pack: no table of the law is expected to pass a tenth of it, and the overlap check is quadratic.
pub const ROWS_MAX: usize = 5_000;

/// Tables that a pack may hold.
const KNOWN: [&str; 9] = [
    "format_versions",
    "legal_kinds",
    "docflow_terms",
    "work_calendar",
    "rates",
    "budget_codes",
    "period_codes",
    "duties",
    "payees",
];

/// File and row of a pack, for messages; rows are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) row: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: row {}", self.file, self.row)
    }
}

/// A pack that cannot be used. Nothing of it is taken: half a law is worse than none.
#[derive(Debug, Error)]
pub enum PackFault {
    /// The folder or a file in it cannot be read.
    #[error("{path}: cannot be read")]
    Unreadable {
        /// What was opened.
        path: PathBuf,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// Larger than [`crate::PACK_BYTES_MAX`], or more than [`ROWS_MAX`] rows, or more than [`crate::PACKS_MAX`] files.
    #[error("{file}: {what} is over the limit of {limit}")]
    TooLarge {
        /// File or folder.
        file: String,
        /// What is too large, with its unit.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// Not JSON of the pack's shape.
    #[error("{file}: not a pack: {reason}")]
    NotAPack {
        /// File name.
        file: String,
        /// What the reader met.
        reason: String,
    },
    /// A table that this build does not know.
    #[error("{file}: unknown table {table}; known: {}", KNOWN.join(", "))]
    UnknownTable {
        /// File name.
        file: String,
        /// The name met.
        table: String,
    },
    /// A row with a missing, unknown or wrong field.
    #[error("{place}: {reason}")]
    BadRow {
        /// File and row.
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// Two rows that cannot both be law on the same day.
    #[error("{place}: {key} is already in force on some of these days by {earlier}")]
    Overlap {
        /// Where the second row is.
        place: String,
        /// Where the first row is.
        earlier: String,
        /// Key of the row.
        key: String,
    },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPack {
    table: String,
    #[serde(rename = "about")]
    _about: String,
    rows: Vec<Map<String, Value>>,
}

/// Rows of all packs, by table, before the tables are built.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    pub(crate) format_versions: Vec<(Place, FormatVersion)>,
    pub(crate) legal_kinds: Vec<(Place, LegalKind)>,
    pub(crate) docflow_terms: Vec<(Place, DocflowTerm)>,
    pub(crate) work_years: Vec<(Place, WorkYear)>,
    pub(crate) rates: Vec<(Place, Rate)>,
    pub(crate) budget_codes: Vec<(Place, BudgetCode)>,
    pub(crate) period_codes: Vec<(Place, PeriodCode)>,
    pub(crate) duties: Vec<(Place, Duty)>,
    pub(crate) payees: Vec<(Place, Payee)>,
}

impl Collected {
    /// Adds the rows of one pack file.
    pub(crate) fn take(&mut self, file: &str, json: &str) -> Result<(), PackFault> {
        let pack: RawPack = serde_json::from_str(json)
            .map_err(|error| PackFault::NotAPack { file: file.to_owned(), reason: error.to_string() })?;
        if pack.rows.len() > ROWS_MAX {
            return Err(PackFault::TooLarge { file: file.to_owned(), what: "number of rows", limit: ROWS_MAX });
        }
        match pack.table.as_str() {
            "format_versions" => read_rows(file, pack.rows, format_version, &mut self.format_versions),
            "legal_kinds" => read_rows(file, pack.rows, legal_kind, &mut self.legal_kinds),
            "docflow_terms" => read_rows(file, pack.rows, docflow_term, &mut self.docflow_terms),
            "work_calendar" => read_rows(file, pack.rows, WorkYear::from_row, &mut self.work_years),
            "rates" => read_rows(file, pack.rows, Rate::from_row, &mut self.rates),
            "budget_codes" => read_rows(file, pack.rows, BudgetCode::from_row, &mut self.budget_codes),
            "period_codes" => read_rows(file, pack.rows, PeriodCode::from_row, &mut self.period_codes),
            "duties" => read_rows(file, pack.rows, Duty::from_row, &mut self.duties),
            "payees" => read_rows(file, pack.rows, Payee::from_row, &mut self.payees),
            _ => Err(PackFault::UnknownTable { file: file.to_owned(), table: pack.table }),
        }
    }
}

type FromRow<T> = fn(Map<String, Value>, InForce) -> Result<T, String>;

fn read_rows<T>(
    file: &str,
    rows: Vec<Map<String, Value>>,
    from_row: FromRow<T>,
    into: &mut Vec<(Place, T)>,
) -> Result<(), PackFault> {
    for (index, mut row) in rows.into_iter().enumerate() {
        let place = Place { file: file.to_owned(), row: index + 1 };
        let bad = |reason| PackFault::BadRow { place: place.to_string(), reason };
        let in_force = take_in_force(&mut row).map_err(bad)?;
        let value = from_row(row, in_force).map_err(bad)?;
        into.push((place, value));
    }
    Ok(())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInForce {
    from: String,
    until: Option<String>,
    norm: RawNorm,
    trust: Trust,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNorm {
    act: String,
    address: String,
    date: Option<String>,
}

/// The fields that every row has, taken out of it, so that what is left can be read with unknown fields refused.
fn take_in_force(row: &mut Map<String, Value>) -> Result<InForce, String> {
    let common: Map<String, Value> =
        ["from", "until", "norm", "trust", "note"].iter().filter_map(|name| row.remove_entry(*name)).collect();
    let raw: RawInForce = typed(common)?;
    let from = date("from", &raw.from)?;
    let until = raw.until.as_deref().map(|text| date("until", text)).transpose()?;
    if until.is_some_and(|until| until < from) {
        return Err(format!("until {} is before from {}", raw.until.unwrap_or_default(), raw.from));
    }
    Ok(InForce { from, until, norm: norm(raw.norm)?, trust: raw.trust, note: raw.note })
}

pub(crate) fn typed<T: DeserializeOwned>(row: Map<String, Value>) -> Result<T, String> {
    serde_json::from_value(Value::Object(row)).map_err(|error| error.to_string())
}

/// A civil date in exactly the form `2026-01-31`.
pub(crate) fn date(field: &str, text: &str) -> Result<Date, String> {
    let wrong = || format!("{field}: {text:?} is not a date like 2026-01-31");
    if text.len() != "2026-01-31".len() {
        return Err(wrong());
    }
    text.parse().map_err(|_| wrong())
}

fn norm(raw: RawNorm) -> Result<NormRef, String> {
    if raw.act.trim().is_empty() {
        return Err("norm: act is empty".to_owned());
    }
    let signed = raw.date.as_deref().map(|text| date("norm date", text)).transpose()?;
    Ok(NormRef { act: raw.act, address: raw.address, date: signed })
}

pub(crate) fn named(field: &str, text: String) -> Result<String, String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
    if text.is_empty() || !text.chars().all(allowed) {
        return Err(format!("{field}: {text:?} is not a name of lower-case letters, digits, dots and hyphens"));
    }
    Ok(text)
}

fn format_version(row: Map<String, Value>, in_force: InForce) -> Result<FormatVersion, String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        format: String,
        version: String,
        force: FormatForce,
    }
    let Raw { format, version, force } = typed(row)?;
    Ok(FormatVersion { format: named("format", format)?, version: named("version", version)?, force, in_force })
}

fn legal_kind(row: Map<String, Value>, in_force: InForce) -> Result<LegalKind, String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        document: String,
        signature: RequiredSignature,
        by_agreement: bool,
        operator_needed: bool,
    }
    let Raw { document, signature, by_agreement, operator_needed } = typed(row)?;
    Ok(LegalKind { document: named("document", document)?, signature, by_agreement, operator_needed, in_force })
}

fn docflow_term(row: Map<String, Value>, in_force: InForce) -> Result<DocflowTerm, String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        step: String,
        actor: Actor,
        working_days: u16,
    }
    let Raw { step, actor, working_days } = typed(row)?;
    Ok(DocflowTerm { step: named("step", step)?, actor, working_days, in_force })
}
