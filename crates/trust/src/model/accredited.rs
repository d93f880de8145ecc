//! The list of accredited authorities as published on a date.

use crate::Refusal;
use kernel::{CivilDate, Moment};

/// Certificates in one list. The published list holds some two thousand.
pub const ACCREDITED_AUTHORITIES_MAX: usize = 10_000;
/// Spans of accreditation in one list, of all its certificates together: ten thousand rows are what one read takes.
pub const ACCREDITED_SPANS_MAX: usize = 10_000;

/// A time in which an authority was accredited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccreditationSpan {
    /// Its first moment.
    pub from: Moment,
    /// The moment it ended or was suspended, which is not in it any more; none while it lasts.
    pub until: Option<Moment>,
}

impl AccreditationSpan {
    /// Whether the moment lies in it.
    pub fn holds(&self, at: Moment) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// One certificate of an accredited authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccreditedAuthority {
    /// BLAKE3 of its certificate's DER, 32 octets.
    pub fingerprint: Vec<u8>,
    /// Name as in the list.
    pub name: String,
    /// ОГРН as in the list.
    pub ogrn: String,
    /// Every span in which it was accredited, by their beginnings.
    pub spans: Vec<AccreditationSpan>,
}

/// The list of a date; [`crate::PublishedList`] reads it from the official file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccreditedList {
    list_date: CivilDate,
    source: String,
    authorities: Vec<AccreditedAuthority>,
}

impl AccreditedList {
    /// A list in the order of fingerprints, their spans by their beginnings. Refuses more than [`ACCREDITED_AUTHORITIES_MAX`] rows or
    /// [`ACCREDITED_SPANS_MAX`] spans, the same certificate twice, and two spans of one that begin together.
    pub fn new(list_date: CivilDate, source: &str, mut authorities: Vec<AccreditedAuthority>) -> Result<Self, Refusal> {
        if authorities.len() > ACCREDITED_AUTHORITIES_MAX {
            return Err(Refusal::TooMany { what: "accredited authorities", max: ACCREDITED_AUTHORITIES_MAX });
        }
        if authorities.iter().map(|authority| authority.spans.len()).sum::<usize>() > ACCREDITED_SPANS_MAX {
            return Err(Refusal::TooMany { what: "spans of accreditation", max: ACCREDITED_SPANS_MAX });
        }
        authorities.sort_by(|a, b| a.fingerprint.cmp(&b.fingerprint));
        authorities.iter_mut().for_each(|authority| authority.spans.sort_by_key(|span| span.from));
        let is_twice = |authority: &AccreditedAuthority| {
            authority.spans.windows(2).any(|pair| matches!(pair, [a, b] if a.from == b.from))
        };
        if authorities.windows(2).any(|pair| matches!(pair, [a, b] if a.fingerprint == b.fingerprint))
            || authorities.iter().any(is_twice)
        {
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

    /// Whether the list says this certificate's authority was accredited at the moment, in whichever of its spans.
    pub fn accredits(&self, fingerprint: &[u8], at: Moment) -> bool {
        let found = self.authorities.binary_search_by(|a| a.fingerprint.as_slice().cmp(fingerprint));
        let authority = found.ok().and_then(|index| self.authorities.get(index));
        authority.is_some_and(|authority| authority.spans.iter().any(|span| span.holds(at)))
    }

    /// Whether both say the same of the same day, wherever they came from.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.list_date == other.list_date && self.authorities == other.authorities
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authority(mark: u8, spans: &[(i64, Option<i64>)]) -> AccreditedAuthority {
        let span = |(from, until): &(i64, Option<i64>)| AccreditationSpan {
            from: Moment::from_micros(*from),
            until: until.map(Moment::from_micros),
        };
        AccreditedAuthority {
            fingerprint: vec![mark; 32],
            name: "Удостоверяющий центр".into(),
            ogrn: "1269800000029".into(),
            spans: spans.iter().map(span).collect(),
        }
    }

    fn list(source: &str, authorities: Vec<AccreditedAuthority>) -> Result<AccreditedList, Refusal> {
        AccreditedList::new("2026-11-20".parse().unwrap(), source, authorities)
    }

    #[test]
    fn accreditation_has_beginnings_and_ends() {
        let ended = [(30, Some(40)), (10, Some(20))];
        let rows = vec![authority(2, &[(10, None)]), authority(1, &ended), authority(4, &[])];
        let list = list("test", rows).unwrap();
        let table = [
            (1, 9, false),
            (1, 10, true),
            (1, 19, true),
            (1, 20, false),
            (1, 29, false),
            (1, 30, true),
            (1, 39, true),
            (1, 40, false),
            (2, 1_000, true),
            (3, 15, false),
            (4, 15, false),
        ];
        for (mark, at, expected) in table {
            assert_eq!(list.accredits(&[mark; 32], Moment::from_micros(at)), expected, "{mark} at {at}");
        }
        assert!(!list.accredits(&[], Moment::from_micros(15)));
    }

    #[test]
    fn twice_the_same_is_refused() {
        let rows = vec![authority(1, &[(1, None)]), authority(2, &[(1, None)]), authority(1, &[(5, None)])];
        assert_eq!(list("test", rows), Err(Refusal::AccreditedTwice));
        assert_eq!(list("test", vec![authority(1, &[(1, Some(2)), (1, None)])]), Err(Refusal::AccreditedTwice));
        let often: Vec<(i64, Option<i64>)> = (0..10_001).map(|from| (from, Some(from + 1))).collect();
        assert!(matches!(list("test", vec![authority(1, &often)]), Err(Refusal::TooMany { .. })));
    }

    #[test]
    fn two_lists_say_the_same_or_not() {
        let one = list("one", vec![authority(1, &[(1, Some(2)), (3, None)])]).unwrap();
        let table = [
            (vec![authority(1, &[(3, None), (1, Some(2))])], true),
            (vec![authority(1, &[(3, None)])], false),
            (vec![authority(1, &[(1, Some(2)), (3, Some(9))])], false),
            (vec![authority(2, &[(1, Some(2)), (3, None)])], false),
        ];
        for (rows, expected) in table {
            assert_eq!(one.says_the_same(&list("another", rows).unwrap()), expected);
        }
        let later = AccreditedList::new("2026-11-21".parse().unwrap(), "one", one.authorities().to_vec()).unwrap();
        assert!(!one.says_the_same(&later));
    }
}
