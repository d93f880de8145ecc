//! The operators' desk: who sits at it, and its clock.

use kernel::{CivilDate, Moment, WorkCalendar};
use serde::{Deserialize, Serialize};

/// An application is looked at within so many working days after the day it was handed in: what the field promises.
const CHECK_WORKING_DAYS: u16 = 3;

/// What a person may do at the desk; an administrator of the host grants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeskRole {
    /// Checks applications, approves and rejects, sees people in person.
    Operator,
    /// Registration office of a service centre: sees people in person and records it; decides nothing.
    Office,
}

impl DeskRole {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Operator, Self::Office];

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Office => "office",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// The last day on which the check is in time. `None` where the production calendar of that year is not known here: a
/// day is never guessed.
pub(crate) fn due_on(calendar: &WorkCalendar, submitted_at: Moment) -> Option<CivilDate> {
    calendar.add_working_days(submitted_at.civil_date_msk(), CHECK_WORKING_DAYS).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_working_days_by_the_calendar() {
        let mut calendar = WorkCalendar::default();
        calendar.load_year(2026, []);
        let day = |text| due_on(&calendar, Moment::parse_rfc3339(text).unwrap()).map(|day| day.to_string());
        // A Thursday: Friday, Monday, Tuesday.
        assert_eq!(day("2026-11-26T10:00:00Z").as_deref(), Some("2026-12-01"));
        // Late in the evening of Greenwich it is Friday in Moscow.
        assert_eq!(day("2026-11-26T22:00:00Z").as_deref(), Some("2026-12-02"));
        assert_eq!(day("2026-12-31T10:00:00Z"), None, "the next year's calendar is not known");
    }
}
