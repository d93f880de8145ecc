//! The rule by which files of a format are named.

use crate::file_name::parse_compact;
use serde::{Deserialize, Serialize};

/// Longest last part of a name, characters; normally a GUID.
const UNIQUE_CHARACTERS_MAX: usize = 36;

/// Parts of a name after the format's prefix, joined by `_`. The prefix may go on with letters of its own (`ON_NKORSCHFDOPPRMARK`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NameRule(pub Vec<NamePart>);

/// One part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamePart {
    /// A participant of an exchange, or its operator: not empty.
    Participant,
    /// A tax body: 4 digits.
    Body,
    /// A payer: 19 digits of ИНН and КПП, or 12 of ИНН.
    Payer,
    /// `YYYYMMDD`, a day the calendar has.
    Date,
    /// 1 to 36 characters; the only part that may have `_` inside.
    Unique,
    /// `0` or `1`.
    Flag,
    /// Two digits.
    TwoDigits,
}

impl NamePart {
    fn accepts(self, text: &str) -> bool {
        let digits = |count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            Self::Participant => !text.is_empty(),
            Self::Body => digits(4),
            Self::Payer => digits(19) || digits(12),
            Self::Date => parse_compact(text).is_some(),
            Self::Unique => (1..=UNIQUE_CHARACTERS_MAX).contains(&text.chars().count()),
            Self::Flag => matches!(text, "0" | "1"),
            Self::TwoDigits => digits(2),
        }
    }

    fn shape(self) -> &'static str {
        match self {
            Self::Participant => "участник",
            Self::Body => "9999",
            Self::Payer => "ИНН+КПП|ИНН",
            Self::Date => "ГГГГММДД",
            Self::Unique => "1–36",
            Self::Flag => "0|1",
            Self::TwoDigits => "99",
        }
    }
}

impl NameRule {
    /// Whether a name without its extension follows the rule.
    pub fn accepts(&self, prefix: &str, name: &str) -> bool {
        let Some((own, rest)) = name.strip_prefix(prefix).and_then(|rest| rest.split_once('_')) else { return false };
        let given: Vec<&str> = rest.split('_').collect();
        let Some(extra) = given.len().checked_sub(self.0.len()) else { return false };
        let mut at = 0;
        let is_each_good = self.0.iter().all(|part| {
            let width = if *part == NamePart::Unique { extra + 1 } else { 1 };
            let text = given.get(at..at + width).unwrap_or_default().join("_");
            at += width;
            part.accepts(&text)
        });
        is_each_good && at == given.len() && own.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }

    /// The rule as people write it: `ON_NSCHFDOPPR_{участник}_{участник}_{ГГГГММДД}_{1–36}`.
    pub fn shape(&self, prefix: &str) -> String {
        self.0.iter().fold(prefix.to_owned(), |shape, part| format!("{shape}_{{{}}}", part.shape()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NamePart::{Body, Date, Flag, Participant, Payer, TwoDigits, Unique};

    #[test]
    fn a_name_follows_its_rule_or_does_not() {
        let exchange = NameRule(vec![Participant, Participant, Date, Unique, Flag, Flag, TwoDigits]);
        let report = NameRule(vec![Body, Body, Payer, Date, Unique]);
        for (rule, prefix, name, expected) in [
            (&exchange, "ON_A", "ON_A_2XX-2_2XX-1_20260924_guid_0_1_00", true),
            (&exchange, "ON_A", "ON_AMARK_2XX-2_2XX-1_20260924_gu_id_0_1_00", true),
            (&exchange, "ON_A", "ON_A_2XX-2_2XX-1_20260924_guid", false),
            (&exchange, "ON_A", "ON_A_2XX-2_2XX-1_20260924_guid_0_2_00", false),
            (&exchange, "ON_A", "ON_A_2XX-2_2XX-1_20260230_guid_0_1_00", false),
            (&exchange, "ON_A", "ON_A_2XX-2__20260924_guid_0_1_00", false),
            (&exchange, "ON_A", "ON_A_2XX-2_2XX-1_20260924__0_1_00", false),
            (&exchange, "ON_A", "ON_A", false),
            (&report, "NO_USN", "NO_USN_7701_7701_7701000019770101001_20260225_1", true),
            (&report, "NO_USN", "NO_USN_7701_7701_770100001977_20260225_1", true),
            (&report, "NO_USN", "NO_USN_7701_7701_7701000019_20260225_1", false),
            (&report, "NO_USN", "NO_USN_701_7701_770100001977_20260225_1", false),
            (&report, "NO_USN", "NO_NDFL_7701_7701_770100001977_20260225_1", false),
            (&report, "NO_USN", "", false),
        ] {
            assert_eq!(rule.accepts(prefix, name), expected, "{name}");
        }
        let long = "a".repeat(37);
        assert!(!report.accepts("NO_USN", &format!("NO_USN_7701_7701_770100001977_20260225_{long}")));
        assert_eq!(report.shape("NO_USN"), "NO_USN_{9999}_{9999}_{ИНН+КПП|ИНН}_{ГГГГММДД}_{1–36}");
    }
}
