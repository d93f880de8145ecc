//! Names of exchange files: `R_T_A_O_YYYYMMDD_N`, and the flags order ЕД-7-26/970@ appends.

use crate::FormatRefusal;
use crate::place::date_text;
use jiff::civil::Date;
use std::fmt;

/// Longest name the formats take (`ИдФайл` of 5.02 and 5.03).
const NAME_CHARACTERS_MAX: usize = 255;

/// The parts of an exchange file's name, which is also its `ИдФайл`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// `R_T`: `ON_NSCHFDOPPR`, `DP_IZVPOL`.
    pub prefix: String,
    /// `A`: participant id of the recipient: operator code and code at the operator.
    pub recipient: String,
    /// `O`: participant id of the sender; for operator documents the operator's own code.
    pub sender: String,
    pub formed_on: Date,
    /// `N`: 1 to 36 characters, normally a GUID.
    pub unique: String,
    /// Only in the seller's title of 5.02 and 5.03.
    pub flags: Option<TransferFlags>,
}

/// What a transfer document of order ЕД-7-26/970@ says about its goods in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TransferFlags {
    /// N2: the file holds `СведПрослеж`.
    pub traceable: bool,
    /// N3: marked goods.
    pub marked: bool,
    /// N4: alcohol that must be marked.
    pub alcohol: bool,
    /// N5: tobacco, raw tobacco, nicotine products.
    pub tobacco: bool,
    /// N6: petroleum products.
    pub petroleum: bool,
    /// N7: two digits from a list of the tax service, 0 when unused.
    pub purpose: u8,
}

impl FileName {
    /// Refuses what is not six parts (with flags twelve), read from the right because a prefix has underscores of its own.
    pub fn parse(name: &str) -> Result<Self, FormatRefusal> {
        let name = name.strip_suffix(".xml").or_else(|| name.strip_suffix(".XML")).unwrap_or(name);
        if name.chars().count() > NAME_CHARACTERS_MAX {
            return Err(broken("at most 255 characters"));
        }
        let mut parts: Vec<&str> = name.split('_').collect();
        let flags = split_flags(&mut parts);
        let unique =
            parts.pop().filter(|u| (1..=36).contains(&u.chars().count())).ok_or(broken("R_T_A_O_YYYYMMDD_N"))?;
        let formed_on = parts.pop().and_then(parse_compact).ok_or(broken("R_T_A_O_YYYYMMDD_N: the date"))?;
        let sender = parts.pop().filter(|p| !p.is_empty()).ok_or(broken("R_T_A_O_YYYYMMDD_N: the sender"))?;
        let recipient = parts.pop().filter(|p| !p.is_empty()).ok_or(broken("R_T_A_O_YYYYMMDD_N: the recipient"))?;
        if parts.len() < 2 || parts.iter().any(|p| p.is_empty()) {
            return Err(broken("R_T_A_O_YYYYMMDD_N: the prefix"));
        }
        Ok(Self {
            prefix: parts.join("_"),
            recipient: recipient.to_owned(),
            sender: sender.to_owned(),
            formed_on,
            unique: unique.to_owned(),
            flags,
        })
    }
}

fn broken(rule: &'static str) -> FormatRefusal {
    FormatRefusal::FileName { rule }
}

/// Takes six trailing flags off, when all six are there and a date stands where it then should.
fn split_flags(parts: &mut Vec<&str>) -> Option<TransferFlags> {
    let at = parts.len().checked_sub(6)?;
    parse_compact(parts.get(at.checked_sub(2)?)?)?;
    let [n2, n3, n4, n5, n6, n7] = parts.get(at..)? else { return None };
    let flag = |text: &str| match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    };
    if n7.len() != 2 {
        return None;
    }
    let flags = TransferFlags {
        traceable: flag(n2)?,
        marked: flag(n3)?,
        alcohol: flag(n4)?,
        tobacco: flag(n5)?,
        petroleum: flag(n6)?,
        purpose: n7.parse().ok()?,
    };
    parts.truncate(at);
    Some(flags)
}

pub(crate) fn parse_compact(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date: String = date_text(self.formed_on).rsplit('.').collect();
        write!(f, "{}_{}_{}_{date}_{}", self.prefix, self.recipient, self.sender, self.unique)?;
        let Some(flags) = self.flags else { return Ok(()) };
        for flag in [flags.traceable, flags.marked, flags.alcohol, flags.tobacco, flags.petroleum] {
            write!(f, "_{}", u8::from(flag))?;
        }
        write!(f, "_{:02}", flags.purpose % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUID: &str = "00c4d099-a48f-47ed-8608-54d32890fe73";

    #[test]
    fn names_come_back_as_they_were() {
        for name in [
            format!("ON_NSCHFDOPPR_2XX-2_2XX-1_20260924_{GUID}_0_0_0_0_0_00"),
            format!("ON_NSCHFDOPPR_2XX-2_2XX-1_20260924_{GUID}_1_1_0_0_1_17"),
            format!("ON_NSCHFDOPPRPROS_2XX-2_2XX-1_20240716_{GUID}"),
            format!("DP_PDOTPR_2XX-1_2XX_20261122_{GUID}"),
        ] {
            assert_eq!(FileName::parse(&name).unwrap().to_string(), name);
        }
        let name = FileName::parse(&format!("ON_NSCHFDOPPR_2XX-2_2XX-1_20260924_{GUID}_0_1_0_0_0_00.xml")).unwrap();
        assert_eq!((name.recipient.as_str(), name.sender.as_str()), ("2XX-2", "2XX-1"));
        assert!(name.flags.unwrap().marked);
    }

    #[test]
    fn other_shapes_are_refused() {
        for bad in [
            "",
            "_",
            "a_b_c_d_20260101_",
            "ON_X_1_2_20261301_N",
            "ON_X_1_2_2026110_N",
            "X_1_2_20260101_N",
            "ON_X_1__20260101_N",
        ] {
            assert!(FileName::parse(bad).is_err(), "{bad}");
        }
        assert!(FileName::parse(&format!("ON_X_1_2_20260101_{}", "a".repeat(37))).is_err());
        assert!(FileName::parse(&"a_".repeat(200)).is_err());
    }
}
