use crate::CivilDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Days from the first to the last, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    first: CivilDate,
    last: CivilDate,
}

/// A period that ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the period ends before it begins")]
pub struct PeriodRefusal;

impl Period {
    /// From the first day to the last. Refuses a last day before the first.
    pub fn new(first: CivilDate, last: CivilDate) -> Result<Self, PeriodRefusal> {
        if last < first { Err(PeriodRefusal) } else { Ok(Self { first, last }) }
    }

    /// The first day.
    pub fn first(&self) -> CivilDate {
        self.first
    }

    /// The last day.
    pub fn last(&self) -> CivilDate {
        self.last
    }

    /// Whether the day is within.
    pub fn contains(&self, day: CivilDate) -> bool {
        self.first <= day && day <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_ends_are_within() {
        let quarter = Period::new(date(2026, 1, 1), date(2026, 3, 31)).unwrap();
        assert!(quarter.contains(date(2026, 1, 1)) && quarter.contains(date(2026, 3, 31)));
        assert!(!quarter.contains(date(2025, 12, 31)) && !quarter.contains(date(2026, 4, 1)));
        assert_eq!(Period::new(date(2026, 1, 2), date(2026, 1, 1)), Err(PeriodRefusal));
    }
}
