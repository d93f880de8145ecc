//! What is known of a format beside its schema: who approved it, when it is in force, how its files are named.
//!
//! Everything here is a fact of a publication; what no publication says is absent, and nothing is guessed for it.

use crate::definition::Definition;
use crate::finding::{Finding, Layer, Severity};
use crate::{FormatId, FormatRefusal};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

mod name_rule;

pub use name_rule::{NamePart, NameRule};

/// Of one revision of a format.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The act that approved the format, as the publication names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// When documents of this revision may be made. Reading older ones is never bound to a day.
    #[serde(default, skip_serializing_if = "InForce::is_unknown")]
    pub in_force: InForce,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<NameRule>,
    /// Where the authority and the days were taken from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// The days of a revision as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// A day on which it was seen in force, where the first day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Date>,
    /// A day on which it was seen out of force, where the last day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_by: Option<Date>,
}

/// The answer for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    In,
    Out,
    /// No publication at hand says it.
    Unknown,
}

impl InForce {
    /// Nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is in force on a day. A revision of which no end is known goes on.
    pub fn on(&self, day: Date) -> Force {
        let is_over = self.until.is_some_and(|until| until < day) || self.gone_by.is_some_and(|gone| gone <= day);
        let is_to_come = self.from.is_some_and(|from| day < from);
        let has_begun = self.from.is_some_and(|from| from <= day) || self.seen_on.is_some_and(|seen| seen <= day);
        // Between a known first day and a day on which it was gone lies an end nobody told.
        let end_is_told = self.gone_by.is_none() || self.until.is_some();
        match (is_over || is_to_come, has_begun && end_is_told) {
            (true, _) => Force::Out,
            (false, true) => Force::In,
            (false, false) => Force::Unknown,
        }
    }
}

impl Standing {
    /// Nothing is known.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// What the other says comes before what this one says.
    fn overlay(&mut self, other: &Self) {
        let Self { authority, in_force, file_name, sources } = other;
        self.authority = authority.clone().or(self.authority.take());
        self.file_name = file_name.clone().or(self.file_name.take());
        if !in_force.is_unknown() {
            self.in_force = *in_force;
        }
        self.sources
            .extend(sources.iter().filter(|source| !self.sources.contains(source)).cloned().collect::<Vec<_>>());
    }
}

/// Standings of many formats as one table: what a line says of a family, a later line may say otherwise of a member.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Standings(Vec<Row>);

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// Official names; one that ends in `*` stands for all that begin so.
    formats: Vec<String>,
    says: Standing,
}

impl Row {
    fn speaks_of(&self, name: &str) -> bool {
        self.formats.iter().any(|format| match format.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == format,
        })
    }
}

impl Standings {
    /// Reads a table; refuses unknown fields and kinds of parts.
    pub fn read(json: &[u8]) -> Result<Self, FormatRefusal> {
        let broken = |why: serde_json::Error| FormatRefusal::Definition {
            name: "the table of standings".to_owned(),
            rule: why.to_string(),
        };
        serde_json::from_slice(json).map_err(broken)
    }

    /// What the table says of a format.
    pub fn of(&self, format: &FormatId) -> Standing {
        let name = format.official_name();
        let mut standing = Standing::default();
        for row in self.0.iter().filter(|row| row.speaks_of(&name)) {
            standing.overlay(&row.says);
        }
        standing
    }
}

/// A warning where the name of a file (without its extension) is not what the format's rule asks for.
pub(crate) fn other_name(definition: &Definition, file_name: &str) -> Option<Finding> {
    let (rule, prefix) = (definition.standing.file_name.as_ref()?, definition.format.prefix.as_str());
    (!rule.accepts(prefix, file_name)).then(|| Finding {
        code: "formats.file-name.shape".to_owned(),
        severity: Severity::Warning,
        layer: Layer::Xml,
        path: definition.root.name.clone(),
        line: 1,
        column: 1,
        shape: "a file name of another shape".to_owned(),
        accepted: rule.shape(prefix),
        norm: definition.standing.authority.clone().unwrap_or_else(|| definition.format.official_name()),
        sides: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn force(from: &str, until: &str, seen_on: &str, gone_by: &str, day: &str) -> Force {
        let date = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
        let days = InForce { from: date(from), until: date(until), seen_on: date(seen_on), gone_by: date(gone_by) };
        days.on(day.parse().unwrap())
    }

    #[test]
    fn a_day_is_in_out_or_not_known() {
        for (from, until, seen_on, gone_by, day, expected) in [
            ("", "", "", "", "2026-11-28", Force::Unknown),
            ("2026-01-01", "", "", "", "2026-01-01", Force::In),
            ("2026-01-01", "", "", "", "2025-12-31", Force::Out),
            ("", "2025-12-31", "", "", "2025-12-31", Force::Unknown),
            ("", "2025-12-31", "", "", "2026-01-01", Force::Out),
            ("2025-04-01", "2025-12-31", "", "", "2025-12-31", Force::In),
            ("", "", "2026-11-22", "", "2026-11-22", Force::In),
            ("", "", "2026-11-22", "", "2026-11-21", Force::Unknown),
            ("", "", "", "2026-11-22", "2026-11-22", Force::Out),
            ("", "", "", "2026-11-22", "2026-11-21", Force::Unknown),
            ("2016-01-01", "", "", "2026-11-22", "2020-01-01", Force::Unknown),
        ] {
            assert_eq!(
                force(from, until, seen_on, gone_by, day),
                expected,
                "{from}–{until} {seen_on} {gone_by}: {day}"
            );
        }
    }

    #[test]
    fn a_later_line_of_a_table_speaks_of_a_member() {
        let table = Standings::read(
            r#"[{"formats": ["ON_A*"], "says": {"authority": "первый", "file_name": ["date"], "sources": ["а"]}},
                {"formats": ["ON_A_1_999_01_05_03_05"], "says": {"authority": "второй", "sources": ["а", "б"]}}]"#
                .as_bytes(),
        );
        let table = table.unwrap();
        let of = |name: &str| table.of(&FormatId::from_schema_name(name).unwrap());
        assert_eq!(of("ON_A_1_999_01_05_03_04").authority.as_deref(), Some("первый"));
        let member = of("ON_A_1_999_01_05_03_05");
        assert_eq!((member.authority.as_deref(), member.sources.len()), (Some("второй"), 2));
        assert_eq!(member.file_name, Some(NameRule(vec![NamePart::Date])));
        assert!(of("ON_B_1_999_01_05_03_05").is_unknown());
        assert!(Standings::read(br#"[{"formats": [], "says": {"file_name": ["moon"]}}]"#).is_err());
        assert!(Standings::read(br#"[{"formats": [], "says": {"until_when": "2026-01-01"}}]"#).is_err());
    }
}
