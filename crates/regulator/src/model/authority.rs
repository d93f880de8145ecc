//! The authorities that are played, under the test codes of the vendors' stands and under no others.

use serde::{Deserialize, Serialize};

/// How an authority is spoken with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// Containers ФНС:1.0.
    Fns,
    /// Containers Стат:1.0.
    Rosstat,
    /// Signed XML of the fund.
    Sfr,
}

impl Protocol {
    /// Its word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fns => "fns",
            Self::Rosstat => "rosstat",
            Self::Sfr => "sfr",
        }
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Fns, Self::Rosstat, Self::Sfr].into_iter().find(|protocol| protocol.word() == word)
    }
}

/// What an authority says to a report in which it finds nothing wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temper {
    /// Takes it.
    Accepts,
    /// Refuses it.
    Refuses,
    /// Takes it and asks for corrections.
    Corrects,
}

/// One played authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// Its code in containers.
    pub code: &'static str,
    /// Its name in documents; says that it is a simulator.
    pub name: &'static str,
    /// How it is spoken with.
    pub protocol: Protocol,
    /// What it says to a good report.
    pub temper: Temper,
}

/// All of them.
pub const AUTHORITIES: &[Authority] = &[
    fns("0087", "СИМУЛЯТОР, НЕ ФНС: инспекция 0087 (принимает)", Temper::Accepts),
    fns("0088", "СИМУЛЯТОР, НЕ ФНС: инспекция 0088 (отказывает)", Temper::Refuses),
    fns("0085", "СИМУЛЯТОР, НЕ ФНС: инспекция 0085 (просит уточнить)", Temper::Corrects),
];

const fn fns(code: &'static str, name: &'static str, temper: Temper) -> Authority {
    Authority { code, name, protocol: Protocol::Fns, temper }
}

impl Authority {
    /// By its code.
    pub fn find(code: &str) -> Option<&'static Self> {
        AUTHORITIES.iter().find(|authority| authority.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_test_codes_and_names_say_what_they_are() {
        let test_codes = ["0087", "0088", "0085", "00-87", "00-88", "SEDO-TEST"];
        for authority in AUTHORITIES {
            assert!(test_codes.contains(&authority.code), "{}", authority.code);
            assert!(authority.name.starts_with("СИМУЛЯТОР, НЕ "), "{}", authority.name);
            assert_eq!(Authority::find(authority.code), Some(authority));
        }
        for unknown in ["", "7701", "87", "0087 "] {
            assert_eq!(Authority::find(unknown), None, "{unknown}");
        }
        assert_eq!(Protocol::parse("fns"), Some(Protocol::Fns));
        assert_eq!(Protocol::parse("ФНС"), None);
    }
}
