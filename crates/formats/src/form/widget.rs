//! How a value is filled in, by its type and its facets.

use crate::definition::{SimpleType, Value};
use serde::Serialize;

/// What a value is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Widget {
    Text,
    /// Text of more than a line.
    LongText,
    /// A civil date `ДД.ММ.ГГГГ`, as the ФНС writes it.
    Date,
    /// A civil date `YYYY-MM-DD`.
    IsoDate,
    /// A time of day.
    Time,
    /// A year of four digits.
    Year,
    /// A sum of money with kopecks.
    Money,
    /// A number with a fraction.
    Number,
    Whole,
    /// One of the listed values.
    List,
    /// Yes or no, written 1 and 0.
    YesNo,
    /// Numbers with check digits.
    Inn,
    Kpp,
    Ogrn,
    Snils,
}

/// Bounds of a value. Where several restrictions state one, the nearest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Limits {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_digits: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fraction_digits: Option<u32>,
    /// Alternatives: one of them must match the whole value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
}

/// Text longer than this is written over several lines.
const LINE_CHARACTERS_MAX: u32 = 255;

impl Limits {
    pub(super) fn of(levels: &[&SimpleType]) -> Self {
        let first = |of: fn(&SimpleType) -> Option<u32>| levels.iter().find_map(|level| of(level));
        let patterns = levels.iter().find(|level| !level.patterns.is_empty()).map(|level| level.patterns.clone());
        let values = levels.iter().find(|level| !level.values.is_empty()).map(|level| level.values.clone());
        Self {
            length: first(|level| level.length),
            min_length: first(|level| level.min_length),
            max_length: first(|level| level.max_length),
            total_digits: first(|level| level.total_digits),
            fraction_digits: first(|level| level.fraction_digits),
            patterns: patterns.unwrap_or_default(),
            values: values.unwrap_or_default(),
        }
    }

    fn is_yes_or_no(&self) -> bool {
        matches!(self.values.as_slice(), [a, b] if matches!((a.value.as_str(), b.value.as_str()), ("0", "1") | ("1", "0")))
    }

    fn is_day(&self) -> bool {
        self.length == Some(10)
            && self.patterns.iter().any(|pattern| pattern.contains(r"\.") || pattern.contains("[.]"))
    }
}

impl Widget {
    /// By the name of the value where the official formats keep one spelling, else by its built-in type and facets.
    pub(super) fn of(name: &str, base: &str, limits: &Limits) -> Self {
        match base {
            _ if limits.is_yes_or_no() => Self::YesNo,
            _ if !limits.values.is_empty() => Self::List,
            "xs:date" => Self::IsoDate,
            "xs:time" => Self::Time,
            "xs:gYear" => Self::Year,
            "xs:decimal" if limits.fraction_digits == Some(2) => Self::Money,
            "xs:decimal" | "xs:double" | "xs:float" => Self::Number,
            base if base.ends_with("nteger") || matches!(base, "xs:int" | "xs:long" | "xs:short" | "xs:byte") => {
                Self::Whole
            }
            _ if limits.is_day() => Self::Date,
            _ if name.starts_with("ИНН") && limits.has_length(&[10, 12]) => Self::Inn,
            _ if name.starts_with("КПП") && limits.has_length(&[9]) => Self::Kpp,
            _ if name.starts_with("ОГРН") && limits.has_length(&[13, 15]) => Self::Ogrn,
            _ if name == "СНИЛС" => Self::Snils,
            _ if limits.max_length.is_some_and(|most| most > LINE_CHARACTERS_MAX) => Self::LongText,
            _ => Self::Text,
        }
    }
}

impl Limits {
    fn has_length(&self, known: &[u32]) -> bool {
        self.length.or(self.max_length).is_some_and(|length| known.contains(&length))
    }
}
