//! A diagnostics of a workplace, as it is kept and shared.

use super::SupportRefusal;
use super::scrub::scrubbed;
use crate::limits::{CHECKS_MAX, FOUND_CHARS_MAX, NAME_CHARS_MAX};
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// In order.
    Good,
    /// Something is to be done.
    Bad,
    /// Not known.
    Unknown,
}

impl CheckState {
    /// The shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Unknown => "unknown",
        }
    }

    /// By its name.
    pub fn parse(name: &str) -> Result<Self, SupportRefusal> {
        let all = [Self::Good, Self::Bad, Self::Unknown];
        all.into_iter().find(|state| state.name() == name).ok_or(SupportRefusal::Field("checks.state"))
    }
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckLine {
    /// Stable name: small letters, digits, dots, dashes.
    pub name: String,
    /// How it ended.
    pub state: CheckState,
    /// What it found, without what may be somebody's.
    pub found: String,
}

/// What is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// In the order they were made.
    pub checks: Vec<CheckLine>,
}

/// What is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// When it was made.
    pub made_at: Moment,
    /// Until when it is read.
    pub expires_at: Moment,
    /// Its checks.
    pub checks: Vec<CheckLine>,
}

impl NewReport {
    /// Takes what may be somebody's out. Refuses no checks, too many, names of another form, and findings too long.
    pub fn of(checks: Vec<CheckLine>) -> Result<Self, SupportRefusal> {
        if checks.is_empty() || checks.len() > CHECKS_MAX {
            return Err(SupportRefusal::Field("checks"));
        }
        Ok(Self { checks: checks.into_iter().map(checked).collect::<Result<_, _>>()? })
    }
}

fn checked(line: CheckLine) -> Result<CheckLine, SupportRefusal> {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let digits = line.name.chars().filter(char::is_ascii_digit).count();
    if line.name.is_empty() || line.name.len() > NAME_CHARS_MAX || !line.name.chars().all(is_name) || digits > 4 {
        return Err(SupportRefusal::Field("checks.name"));
    }
    if line.found.chars().count() > FOUND_CHARS_MAX {
        return Err(SupportRefusal::Field("checks.found"));
    }
    Ok(CheckLine { found: scrubbed(&line.found), ..line })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, found: &str) -> CheckLine {
        CheckLine { name: name.into(), state: CheckState::Good, found: found.into() }
    }

    #[test]
    fn what_may_be_kept() {
        let kept = NewReport::of(vec![line("browser.wasm", "yes, anna@romashka.example")]).unwrap();
        assert_eq!(kept.checks, [line("browser.wasm", "yes, …")]);
        let long = "a".repeat(FOUND_CHARS_MAX + 1);
        for (checks, field) in [
            (vec![], "checks"),
            (vec![line("a", ""); CHECKS_MAX + 1], "checks"),
            (vec![line("", "")], "checks.name"),
            (vec![line("Иванов", "")], "checks.name"),
            (vec![line("inn-9800000013", "")], "checks.name"),
            (vec![line(&"a".repeat(NAME_CHARS_MAX + 1), "")], "checks.name"),
            (vec![line("a", &long)], "checks.found"),
        ] {
            assert_eq!(NewReport::of(checks), Err(SupportRefusal::Field(field)));
        }
        assert_eq!(CheckState::parse("fine"), Err(SupportRefusal::Field("checks.state")));
    }
}
