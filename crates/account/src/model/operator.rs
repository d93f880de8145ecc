//! The operator's code and participants' ids made of it.

use super::AccountRefusal;
use kernel::{Chance, Inn, Kpp};
use std::fmt;

/// Codes seen in published files and lists of operators of electronic document exchange. All of them, and every other
/// code we know of, begin with `2`: the whole range is refused.
const KNOWN_CODES: [&str; 16] =
    ["2AE", "2AK", "2AL", "2BE", "2BK", "2BM", "2BN", "2GS", "2HX", "2IG", "2KS", "2LD", "2LG", "2LH", "2LT", "2VO"];
/// First character of the codes that the tax service has handed out.
const ASSIGNED_FIRST: char = '2';
/// Digits of the unique part of a participant id: 66 bits of chance.
const UNIQUE_DIGITS: usize = 20;
/// Characters of a participant id in the exchange formats (ИдОтпр, ИдПол, ИдУчастЭДО: 4 to 46).
const PARTICIPANT_CHARS_MAX: usize = 46;

/// The code of the operator of electronic document exchange: three capital Latin letters or digits, first part of
/// every participant id. It is the host's setting; codes of real operators are refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorCode(String);

impl OperatorCode {
    /// Reads the setting `SVITOK_OPERATOR_CODE`.
    pub fn parse(text: &str) -> Result<Self, AccountRefusal> {
        if text.len() != 3 || !text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return Err(AccountRefusal::OperatorCodeForm);
        }
        if text.starts_with(ASSIGNED_FIRST) || KNOWN_CODES.contains(&text) {
            return Err(AccountRefusal::OperatorCodeTaken);
        }
        Ok(Self(text.to_owned()))
    }

    /// The three characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for OperatorCode {
    /// `0SV`, which no real operator holds.
    fn default() -> Self {
        Self("0SV".to_owned())
    }
}

/// Id of a participant of electronic document exchange: `0SV-7701234567-770101001-01234567890123456789`, for a sole
/// proprietor without КПП. Fixed when the box is born.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParticipantId(String);

impl ParticipantId {
    /// A new one for a box.
    #[must_use]
    pub fn new(code: &OperatorCode, inn: &Inn, kpp: Option<&Kpp>, chance: &Chance) -> Self {
        let mut text = format!("{}-{inn}", code.as_str());
        if let Some(kpp) = kpp {
            text.push('-');
            text.push_str(kpp.as_str());
        }
        text.push('-');
        for _ in 0..UNIQUE_DIGITS {
            text.push(char::from_digit(chance.below(10), 10).unwrap_or('0'));
        }
        Self(text)
    }

    /// Takes back a stored one, or one from a document: 4 to 46 characters without spaces and underscores (an
    /// underscore parts the words of file names).
    pub fn parse(text: &str) -> Result<Self, AccountRefusal> {
        let length = text.chars().count();
        let is_good = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '@' || c == '.');
        if (4..=PARTICIPANT_CHARS_MAX).contains(&length) && is_good {
            Ok(Self(text.to_owned()))
        } else {
            Err(AccountRefusal::not_found("participant"))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_real_operators_are_refused() {
        for code in KNOWN_CODES.into_iter().chain(["2ZZ", "200"]) {
            assert_eq!(OperatorCode::parse(code), Err(AccountRefusal::OperatorCodeTaken), "{code}");
        }
        for code in ["", "0S", "0SVV", "0sv", "0 V", "0ЖЖ", "0-V", "2bm"] {
            assert_eq!(OperatorCode::parse(code), Err(AccountRefusal::OperatorCodeForm), "{code}");
        }
        for code in ["0SV", "XYZ", "000"] {
            assert_eq!(OperatorCode::parse(code).unwrap().as_str(), code);
        }
    }

    #[test]
    fn participants() {
        let chance = Chance::from_seed([2; 32]);
        let inn = Inn::parse("9800000013").unwrap();
        let kpp = Kpp::parse("980001001").unwrap();
        let company = ParticipantId::new(&OperatorCode::default(), &inn, Some(&kpp), &chance);
        assert!(company.as_str().starts_with("0SV-9800000013-980001001-"));
        assert_eq!(company.as_str().len(), 45);
        assert_ne!(company, ParticipantId::new(&OperatorCode::default(), &inn, Some(&kpp), &chance));
        let person = Inn::parse("980000000101").unwrap();
        assert_eq!(ParticipantId::new(&OperatorCode::default(), &person, None, &chance).as_str().len(), 37);
        assert_eq!(ParticipantId::parse(company.as_str()), Ok(company));
        for bad in ["", "abc", "0SV_1", "0SV 1", &"1".repeat(47), "0SV-Ж"] {
            assert!(ParticipantId::parse(bad).is_err(), "{bad}");
        }
    }
}
