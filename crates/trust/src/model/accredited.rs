//! The list of accredited authorities as published on a date.

use crate::Refusal;
use kernel::{CivilDate, Moment};

/// Certificates in one list. The published list holds some two thousand; ten thousand rows are what one read takes.
pub const ACCREDITED_AUTHORITIES_MAX: usize = 10_000;

/// One certificate of an accredited authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccreditedAuthority {
    /// BLAKE3 of its certificate's DER, 32 octets.
    pub fingerprint: Vec<u8>,
    /// Name as in the list.
    pub name: String,
    /// ОГРН as in the list.
    pub ogrn: String,
    /// First moment of accreditation.
    pub accredited_from: Moment,
    /// Moment it ended or was suspended.
    pub accredited_until: Option<Moment>,
}

/// The list of a date; [`crate::PublishedList`] reads it from the official file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccreditedList {
    list_date: CivilDate,
    source: String,
    authorities: Vec<AccreditedAuthority>,
}

impl AccreditedList {
    /// A list in the order of fingerprints. Refuses too many rows, and the same certificate twice.
    pub fn new(list_date: CivilDate, source: &str, mut authorities: Vec<AccreditedAuthority>) -> Result<Self, Refusal> {
        if authorities.len() > ACCREDITED_AUTHORITIES_MAX {
            return Err(Refusal::TooMany { what: "accredited authorities", max: ACCREDITED_AUTHORITIES_MAX });
        }
        authorities.sort_by(|a, b| a.fingerprint.cmp(&b.fingerprint));
        if authorities.windows(2).any(|pair| matches!(pair, [a, b] if a.fingerprint == b.fingerprint)) {
            return Err(Refusal::AccreditedTwice);
        }
        Ok(Self { list_date, source: source.to_owned(), authorities })
    }

    /// Date of the list.
    pub fn list_date(&self) -> CivilDate {
        self.list_date
    }

    /// Where it came from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its rows in the order of fingerprints.
    pub fn authorities(&self) -> &[AccreditedAuthority] {
        &self.authorities
    }

    /// Whether the list says this certificate's authority was accredited at the moment.
    pub fn accredits(&self, fingerprint: &[u8], at: Moment) -> bool {
        let found = self.authorities.binary_search_by(|a| a.fingerprint.as_slice().cmp(fingerprint));
        found
            .ok()
            .and_then(|index| self.authorities.get(index))
            .is_some_and(|a| a.accredited_from <= at && a.accredited_until.is_none_or(|until| at < until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authority(mark: u8, from: i64, until: Option<i64>) -> AccreditedAuthority {
        AccreditedAuthority {
            fingerprint: vec![mark; 32],
            name: "Удостоверяющий центр".into(),
            ogrn: "1269800000029".into(),
            accredited_from: Moment::from_micros(from),
            accredited_until: until.map(Moment::from_micros),
        }
    }

    #[test]
    fn accreditation_has_a_beginning_and_an_end() {
        let date = "2026-11-20".parse().unwrap();
        let list = AccreditedList::new(date, "test", vec![authority(2, 10, None), authority(1, 10, Some(20))]).unwrap();
        let table = [(1, 9, false), (1, 10, true), (1, 19, true), (1, 20, false), (2, 1_000, true), (3, 15, false)];
        for (mark, at, expected) in table {
            assert_eq!(list.accredits(&[mark; 32], Moment::from_micros(at)), expected, "{mark} at {at}");
        }
        assert!(!list.accredits(&[], Moment::from_micros(15)));
    }

    #[test]
    fn twice_the_same_certificate_is_refused() {
        let date = "2026-11-20".parse().unwrap();
        let rows = vec![authority(1, 1, None), authority(2, 1, None), authority(1, 5, None)];
        assert_eq!(AccreditedList::new(date, "test", rows), Err(Refusal::AccreditedTwice));
    }
}
