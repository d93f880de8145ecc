//! When an authority answers.

use kernel::{CivilDate, Moment, WorkCalendar};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How fast the authorities are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Every answer as soon as what it answers has come.
    AtOnce,
    /// As the vendors' documentation describes the real ones.
    Real,
}

/// A step of the authority's side of a docflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Notice that a document was received.
    Notice,
    /// Receipt of acceptance.
    Acceptance,
    /// Refusal of acceptance.
    Refusal,
    /// Notice that a report was entered.
    Entry,
    /// Request to correct a report that was taken.
    Clarification,
    /// A message that a container cannot be worked on.
    Error,
}

/// Received by the authority: "within 4 hours".
const NOTICE_AFTER: Duration = Duration::from_secs(4 * 60 * 60);
/// Refused: "6 to 12 hours".
const REFUSAL_AFTER: Duration = Duration::from_secs(8 * 60 * 60);
/// Accepted: one working day.
const ACCEPTANCE_WORKING_DAYS: u16 = 1;
/// Entered: two working days.
const ENTRY_WORKING_DAYS: u16 = 2;
/// Answers of a working day go out at noon in Moscow.
const ANSWERS_AT: Duration = Duration::from_secs(12 * 60 * 60);

/// The moment a step is taken whose cause came at `since`. Days beyond the known calendars count as worked from Monday
/// to Friday: a simulator whose clock was turned far must still answer.
pub fn due(pace: Pace, step: Step, since: Moment, calendar: &WorkCalendar) -> Moment {
    if pace == Pace::AtOnce {
        return since;
    }
    match step {
        Step::Error => since,
        Step::Notice => since.plus(NOTICE_AFTER),
        Step::Refusal => since.plus(REFUSAL_AFTER),
        Step::Acceptance => at_noon(since, ACCEPTANCE_WORKING_DAYS, calendar),
        Step::Entry | Step::Clarification => at_noon(since, ENTRY_WORKING_DAYS, calendar),
    }
}

fn at_noon(since: Moment, working_days: u16, calendar: &WorkCalendar) -> Moment {
    let from = since.civil_date_msk();
    let day = calendar.add_working_days(from, working_days).unwrap_or_else(|_| weekdays_on(from, working_days));
    Moment::start_of_day_msk(day).plus(ANSWERS_AT)
}

fn weekdays_on(from: CivilDate, days: u16) -> CivilDate {
    let mut day = from;
    for _ in 0..days {
        day = day.tomorrow().unwrap_or(day);
        while day.weekday().to_monday_one_offset() >= 6 && day != CivilDate::MAX {
            day = day.tomorrow().unwrap_or(day);
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn terms_run_by_the_clock_and_by_the_calendar() {
        // a Friday evening in Moscow, of a year without a calendar: weekdays count
        let (friday, calendar) = (at("2026-03-20T16:00:00Z"), WorkCalendar::default());
        for (step, wanted) in [
            (Step::Notice, "2026-03-20T20:00:00Z"),
            (Step::Refusal, "2026-03-21T00:00:00Z"),
            (Step::Acceptance, "2026-03-23T09:00:00Z"),
            (Step::Entry, "2026-03-24T09:00:00Z"),
            (Step::Error, "2026-03-20T16:00:00Z"),
        ] {
            assert_eq!(due(Pace::Real, step, friday, &calendar), at(wanted), "{step:?}");
            assert_eq!(due(Pace::AtOnce, step, friday, &calendar), friday, "{step:?}");
        }
    }

    #[test]
    fn a_holiday_is_no_working_day() {
        let mut calendar = WorkCalendar::default();
        let holiday = "2026-03-23".parse().unwrap();
        calendar.load_year(2026, [(holiday, kernel::DayKind::Off)]);
        let due = due(Pace::Real, Step::Acceptance, at("2026-03-20T16:00:00Z"), &calendar);
        assert_eq!(due, at("2026-03-24T09:00:00Z"));
    }
}
