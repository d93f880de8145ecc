//! The production calendar as rows; counting in working days is the kernel's.

use jiff::civil::{Date, Weekday};
use kernel::{DayKind, WorkCalendar};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::in_force::InForce;
use crate::pack::{date, typed};
use crate::table::{Row, Table};

/// One year of the production calendar: what differs from the plain week.
#[derive(Debug, Clone)]
pub struct WorkYear {
    /// Holidays and moved days off that fall on any day of the week.
    pub days_off: Vec<Date>,
    /// Saturdays and Sundays that are working days.
    pub working_weekends: Vec<Date>,
    /// Working days shortened by an hour.
    pub shortened: Vec<Date>,
    /// The year itself, norm, trust.
    pub in_force: InForce,
}

/// The kernel's calendar out of the years of the packs.
pub(crate) fn calendar(years: &Table<WorkYear>) -> WorkCalendar {
    let mut calendar = WorkCalendar::default();
    for year in years.rows() {
        let off = year.days_off.iter().map(|day| (*day, DayKind::Off));
        let working = year.working_weekends.iter().map(|day| (*day, DayKind::Working));
        calendar.load_year(year.in_force.from.year(), off.chain(working));
    }
    calendar
}

/// The only calendar that the packs have; a region's own would be another key.
pub(crate) const KEY: &str = "russia";

impl WorkYear {
    fn is_working(&self, day: Date) -> bool {
        if self.days_off.contains(&day) {
            return false;
        }
        !is_weekend(day) || self.working_weekends.contains(&day)
    }

    pub(crate) fn from_row(row: Map<String, Value>, in_force: InForce) -> Result<Self, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            days_off: Vec<String>,
            working_weekends: Vec<String>,
            shortened: Vec<String>,
        }
        let Raw { days_off, working_weekends, shortened } = typed(row)?;
        let first = in_force.from;
        let last = first.last_of_year();
        if first != first.first_of_year() || in_force.until != Some(last) {
            return Err(format!("a calendar row is one whole year: from {} until {last}", first.first_of_year()));
        }
        let year = Self {
            days_off: days("days_off", days_off, first)?,
            working_weekends: days("working_weekends", working_weekends, first)?,
            shortened: days("shortened", shortened, first)?,
            in_force,
        };
        year.check()
    }

    fn check(self) -> Result<Self, String> {
        if let Some(day) = self.working_weekends.iter().find(|day| !is_weekend(**day)) {
            return Err(format!("working_weekends: {day} is neither a Saturday nor a Sunday"));
        }
        if let Some(day) = self.working_weekends.iter().find(|day| self.days_off.contains(day)) {
            return Err(format!("{day} is both in days_off and in working_weekends"));
        }
        if let Some(day) = self.shortened.iter().find(|day| !self.is_working(**day)) {
            return Err(format!("shortened: {day} is a day off"));
        }
        Ok(self)
    }
}

impl Row for WorkYear {
    const TABLE: &'static str = "work_calendar";
    fn key(&self) -> String {
        KEY.to_owned()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Days of one year, in order, each once.
fn days(field: &str, texts: Vec<String>, year: Date) -> Result<Vec<Date>, String> {
    let days = texts.iter().map(|text| date(field, text)).collect::<Result<Vec<_>, _>>()?;
    if let Some(day) = days.iter().find(|day| day.year() != year.year()) {
        return Err(format!("{field}: {day} is not a day of {}", year.year()));
    }
    if !days.is_sorted_by(|a, b| a < b) {
        return Err(format!("{field}: days must be in order, each once"));
    }
    Ok(days)
}
