use crate::CivilDate;
use std::collections::BTreeMap;
use thiserror::Error;

/// Days a deadline may be counted ahead at most: a bound on the walk, twice the longest known term.
const WORKING_DAYS_MAX: u16 = 500;

/// What a day is in the production calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// A working day, shortened ones among them.
    Working,
    /// A week-end, holiday or transferred day off.
    Off,
}

/// The production calendar: which days are worked. Years are loaded as data; a year without data is refused, never
/// guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    years: BTreeMap<i16, BTreeMap<CivilDate, DayKind>>,
}

/// Why a day cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WorkCalendarRefusal {
    /// The year's calendar was not loaded.
    #[error("no production calendar for {0}")]
    UnknownYear(i16),
    /// A term longer than any known.
    #[error("a term of more than {WORKING_DAYS_MAX} working days")]
    TermTooLong,
    /// A date past the calendar's reach.
    #[error("a date out of range")]
    OutOfRange,
}

impl WorkCalendar {
    /// Sets a year: `differing` names only the days that are not what their weekday says (a worked Saturday, a
    /// holiday on a Monday). Days of other years among them are ignored.
    pub fn load_year(&mut self, year: i16, differing: impl IntoIterator<Item = (CivilDate, DayKind)>) {
        let days = differing.into_iter().filter(|(day, _)| day.year() == year).collect();
        self.years.insert(year, days);
    }

    /// What the day is. Refuses a year that was not loaded.
    pub fn day(&self, day: CivilDate) -> Result<DayKind, WorkCalendarRefusal> {
        let year = self.years.get(&day.year()).ok_or(WorkCalendarRefusal::UnknownYear(day.year()))?;
        let by_weekday = if day.weekday().to_monday_one_offset() >= 6 { DayKind::Off } else { DayKind::Working };
        Ok(year.get(&day).copied().unwrap_or(by_weekday))
    }

    /// The day itself when worked, else the next worked one: the rule of ст. 193 ГК and ст. 6.1 НК.
    pub fn next_working(&self, day: CivilDate) -> Result<CivilDate, WorkCalendarRefusal> {
        let mut day = day;
        while self.day(day)? == DayKind::Off {
            day = day.tomorrow().map_err(|_| WorkCalendarRefusal::OutOfRange)?;
        }
        Ok(day)
    }

    /// The last day of a term of working days that begins the day after `from` (ст. 6.1 НК, п. 2 and 6).
    pub fn add_working_days(&self, from: CivilDate, days: u16) -> Result<CivilDate, WorkCalendarRefusal> {
        if days > WORKING_DAYS_MAX {
            return Err(WorkCalendarRefusal::TermTooLong);
        }
        let mut day = from;
        for _ in 0..days {
            day = self.next_working(day.tomorrow().map_err(|_| WorkCalendarRefusal::OutOfRange)?)?;
        }
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn calendar() -> WorkCalendar {
        let mut calendar = WorkCalendar::default();
        calendar.load_year(2026, [(date(2026, 11, 4), DayKind::Off), (date(2026, 11, 7), DayKind::Working)]);
        calendar
    }

    #[test]
    fn holidays_and_worked_saturdays_count() {
        let calendar = calendar();
        assert_eq!(calendar.day(date(2026, 11, 4)), Ok(DayKind::Off));
        assert_eq!(calendar.day(date(2026, 11, 7)), Ok(DayKind::Working));
        assert_eq!(calendar.day(date(2026, 11, 8)), Ok(DayKind::Off));
        assert_eq!(calendar.next_working(date(2026, 11, 4)), Ok(date(2026, 11, 5)));
        assert_eq!(calendar.add_working_days(date(2026, 11, 3), 3), Ok(date(2026, 11, 7)));
        assert_eq!(calendar.add_working_days(date(2026, 11, 3), 0), Ok(date(2026, 11, 3)));
    }

    #[test]
    fn an_unknown_year_is_refused_and_not_guessed() {
        let calendar = calendar();
        assert_eq!(calendar.day(date(2027, 1, 11)), Err(WorkCalendarRefusal::UnknownYear(2027)));
        assert_eq!(calendar.add_working_days(date(2026, 12, 30), 5), Err(WorkCalendarRefusal::UnknownYear(2027)));
        assert_eq!(calendar.add_working_days(date(2026, 1, 1), 501), Err(WorkCalendarRefusal::TermTooLong));
    }
}
