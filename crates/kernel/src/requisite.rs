use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Why a text is no requisite; the value itself is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RequisiteRefusal {
    /// Wrong number of characters.
    #[error("{name} has {accepted}")]
    Length {
        /// Which requisite.
        name: &'static str,
        /// Which lengths it may have.
        accepted: &'static str,
    },
    /// A character that may not stand there.
    #[error("{name} holds a character that may not stand there: {accepted}")]
    Characters {
        /// Which requisite.
        name: &'static str,
        /// Which characters it may hold.
        accepted: &'static str,
    },
    /// The check digits do not agree with the rest.
    #[error("the check digits of {name} do not agree with the rest")]
    CheckDigits {
        /// Which requisite.
        name: &'static str,
    },
}

macro_rules! requisite {
    ($(#[$meta:meta])* $name:ident, $check:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads the plain form, digits only.
            pub fn parse(text: &str) -> Result<Self, RequisiteRefusal> {
                let check: fn(&str) -> Result<(), RequisiteRefusal> = $check;
                check(text)?;
                Ok(Self(text.to_owned()))
            }

            /// The plain form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = RequisiteRefusal;

            fn from_str(text: &str) -> Result<Self, RequisiteRefusal> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = RequisiteRefusal;

            fn try_from(text: String) -> Result<Self, RequisiteRefusal> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(requisite: $name) -> String {
                requisite.0
            }
        }
    };
}

requisite!(
    /// Taxpayer number (ИНН): 10 digits for a company, 12 for a person; the last one or two are check digits.
    /// Refuses other lengths, other characters, a wrong check digit, zeros only.
    /// Source: the tax service's order on assigning ИНН, ММВ-7-6/435@ of 2012-06-29.
    Inn,
    check_inn
);
requisite!(
    /// Reason of registration (КПП): four digits of the tax office, two digits or Latin capitals of the reason,
    /// three digits. Has no check digit. Source: the same order, ММВ-7-6/435@.
    Kpp,
    check_kpp
);
requisite!(
    /// State registration number: 13 digits for a company (ОГРН), 15 for a sole proprietor (ОГРНИП); the last is
    /// the remainder of the rest by 11 or 13, its lowest digit. Source: Минфин order 165н of 2017-10-30.
    Ogrn,
    check_ogrn
);
requisite!(
    /// Insurance number of a person (СНИЛС): 11 digits, the last two are check digits for numbers above
    /// 001-001-998. Source: the fund's rules of the personified register.
    Snils,
    check_snils
);

impl Inn {
    /// Whether it is a person's (12 digits).
    pub fn is_person(&self) -> bool {
        self.0.len() == 12
    }
}

impl Ogrn {
    /// Whether it is a sole proprietor's (15 digits).
    pub fn is_person(&self) -> bool {
        self.0.len() == 15
    }
}

fn digits(text: &str, name: &'static str) -> Result<Vec<u32>, RequisiteRefusal> {
    text.chars().map(|c| c.to_digit(10).ok_or(RequisiteRefusal::Characters { name, accepted: "digits only" })).collect()
}

fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

fn check_inn(text: &str) -> Result<(), RequisiteRefusal> {
    const NAME: &str = "ИНН";
    const COMPANY: &[u32] = &[2, 4, 10, 3, 5, 9, 4, 6, 8];
    const PERSON_FIRST: &[u32] = &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    const PERSON_SECOND: &[u32] = &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let digits = digits(text, NAME)?;
    let last = |at: usize, weights| digits.get(at) == Some(&(weighted(&digits, weights) % 11 % 10));
    let agree = match digits.len() {
        10 => last(9, COMPANY),
        12 => last(10, PERSON_FIRST) && last(11, PERSON_SECOND),
        _ => {
            return Err(RequisiteRefusal::Length {
                name: NAME,
                accepted: "10 digits for a company or 12 for a person",
            });
        }
    };
    if agree && digits.iter().any(|&digit| digit != 0) {
        Ok(())
    } else {
        Err(RequisiteRefusal::CheckDigits { name: NAME })
    }
}

fn check_kpp(text: &str) -> Result<(), RequisiteRefusal> {
    const NAME: &str = "КПП";
    let bytes = text.as_bytes();
    if text.chars().count() != 9 {
        return Err(RequisiteRefusal::Length { name: NAME, accepted: "9 characters" });
    }
    let fits = |(at, b): (usize, &u8)| b.is_ascii_digit() || ((4..6).contains(&at) && b.is_ascii_uppercase());
    if bytes.iter().enumerate().all(fits) {
        Ok(())
    } else {
        Err(RequisiteRefusal::Characters { name: NAME, accepted: "digits; Latin capitals in places 5 and 6" })
    }
}

fn check_ogrn(text: &str) -> Result<(), RequisiteRefusal> {
    const NAME: &str = "ОГРН";
    let digits = digits(text, NAME)?;
    let divisor = match digits.len() {
        13 => 11,
        15 => 13,
        _ => return Err(RequisiteRefusal::Length { name: NAME, accepted: "13 digits, or 15 for a sole proprietor" }),
    };
    let Some((last, rest)) = digits.split_last() else { return Err(RequisiteRefusal::CheckDigits { name: NAME }) };
    let number = rest.iter().fold(0_u64, |number, &digit| number * 10 + u64::from(digit));
    if number != 0 && number % divisor % 10 == u64::from(*last) {
        Ok(())
    } else {
        Err(RequisiteRefusal::CheckDigits { name: NAME })
    }
}

fn check_snils(text: &str) -> Result<(), RequisiteRefusal> {
    const NAME: &str = "СНИЛС";
    /// Numbers up to this one were given without check digits.
    const UNCHECKED_MAX: u32 = 1_001_998;
    let digits = digits(text, NAME)?;
    let (Some(body), Some([tens, ones])) = (digits.get(..9), digits.get(9..)) else {
        return Err(RequisiteRefusal::Length { name: NAME, accepted: "11 digits" });
    };
    let number = body.iter().fold(0, |number, digit| number * 10 + digit);
    let sum = weighted(body, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100;
    if number != 0 && (number <= UNCHECKED_MAX || sum == tens * 10 + ones) {
        Ok(())
    } else {
        Err(RequisiteRefusal::CheckDigits { name: NAME })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_numbers_are_taken() {
        for inn in ["9800000013", "980000000101"] {
            assert_eq!(Inn::parse(inn).unwrap().as_str(), inn);
        }
        assert!(Inn::parse("980000000101").unwrap().is_person());
        for kpp in ["980001001", "0000AZ000"] {
            assert!(Kpp::parse(kpp).is_ok(), "{kpp}");
        }
        assert!(Ogrn::parse("1269800000018").is_ok());
        assert!(Ogrn::parse("326980000000011").unwrap().is_person());
        assert!(Snils::parse("11223344595").is_ok());
        assert!(Snils::parse("00100199800").is_ok());
    }

    #[test]
    fn wrong_inns_are_refused() {
        for bad in ["9800000014", "980000000102", "980000000111", "0000000000", "000000000000"] {
            assert_eq!(Inn::parse(bad), Err(RequisiteRefusal::CheckDigits { name: "ИНН" }), "{bad}");
        }
        for bad in ["", "980000001", "98000000130", "9800000013000"] {
            assert!(matches!(Inn::parse(bad), Err(RequisiteRefusal::Length { .. })), "{bad}");
        }
        for bad in ["980000001A", "98000 0001", "９８00000013", "-980000001"] {
            assert!(matches!(Inn::parse(bad), Err(RequisiteRefusal::Characters { .. })), "{bad}");
        }
    }

    #[test]
    fn wrong_others_are_refused() {
        for bad in ["", "98000100", "9800010010", "9800o1001", "980001a01", "А80001001", "9800ЯЯ001"] {
            assert!(Kpp::parse(bad).is_err(), "{bad}");
        }
        for bad in ["", "1269800000019", "126980000001", "326980000000012", "0000000000000", "12698000000aa"] {
            assert!(Ogrn::parse(bad).is_err(), "{bad}");
        }
        for bad in ["", "11223344596", "1122334459", "112-233-445 95", "00000000000"] {
            assert!(Snils::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_wrong_number_is_refused_in_json_too() {
        assert!(serde_json::from_str::<Inn>("\"9800000013\"").is_ok());
        assert!(serde_json::from_str::<Inn>("\"9800000014\"").is_err());
        assert!(serde_json::from_str::<Inn>("9800000013").is_err());
    }
}
