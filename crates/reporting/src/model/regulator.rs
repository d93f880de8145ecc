//! To whom a report goes.

use serde::{Deserialize, Serialize};

use super::flow::Authority;
use super::refusal::Refusal;

/// A regulator's office by its code.
///
/// ФНС: four digits (`7701`). Rosstat: digits and hyphens (`00-87`). СФР: digits and hyphens (`087-101`) or a word in capitals
/// (`SEDO-TEST`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Regulator {
    authority: Authority,
    code: String,
}

/// The longest code of a regulator's office.
const CODE_CHARS_MAX: usize = 16;

impl Regulator {
    /// Refuses a code that the authority does not give its offices, and authorities nothing is sent to.
    pub fn new(authority: Authority, code: &str) -> Result<Self, Refusal> {
        let hyphened = |c: char| c.is_ascii_digit() || c == '-';
        let fits = code.len() <= CODE_CHARS_MAX
            && match authority {
                Authority::Fns => code.len() == 4 && code.bytes().all(|octet| octet.is_ascii_digit()),
                Authority::Rosstat => code.len() >= 4 && code.chars().all(hyphened),
                Authority::Sfr => code.len() >= 6 && code.chars().all(|c| hyphened(c) || c.is_ascii_uppercase()),
                Authority::Fss | Authority::Pfr | Authority::Mvd | Authority::Cbrf => false,
            };
        if fits { Ok(Self { authority, code: code.to_owned() }) } else { Err(Refusal::RegulatorCode { authority }) }
    }

    /// Whose office.
    #[must_use]
    pub const fn authority(&self) -> Authority {
        self.authority
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_the_shape_their_authority_gives() {
        for (authority, code) in [
            (Authority::Fns, "0087"),
            (Authority::Fns, "7701"),
            (Authority::Rosstat, "00-87"),
            (Authority::Sfr, "087-101"),
            (Authority::Sfr, "SEDO-TEST"),
        ] {
            assert_eq!(Regulator::new(authority, code).unwrap().code(), code);
        }
        for (authority, code) in [
            (Authority::Fns, ""),
            (Authority::Fns, "087"),
            (Authority::Fns, "00870"),
            (Authority::Fns, "O087"),
            (Authority::Fns, "٠٠٨٧"),
            (Authority::Rosstat, "7"),
            (Authority::Rosstat, "00_87"),
            (Authority::Sfr, "sedo-test"),
            (Authority::Sfr, "0871010871010871010"),
            (Authority::Mvd, "660-066"),
        ] {
            assert_eq!(Regulator::new(authority, code), Err(Refusal::RegulatorCode { authority }), "{code}");
        }
    }
}
