//! When a report, a notification or a payment is due: the rule as a row, its periods and its nominal day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::in_force::InForce;
use crate::pack::{named, typed};
use crate::table::Row;

/// A duty with its term: what, to whom, for which periods, by which day, whom it binds.
#[derive(Debug, Clone)]
pub struct Duty {
    /// `rsv`, `ndfl6.year`, `notice.contributions` …
    pub duty: String,
    pub kind: DutyKind,
    /// For a person: «Расчёт по страховым взносам».
    pub title: String,
    /// Code of the form; payments have none.
    pub knd: Option<String>,
    pub authority: Authority,
    pub periods: Periods,
    /// Which of the year's periods, from 1: months 1–12, quarters 1–4.
    pub of: Vec<i8>,
    pub term: Term,
    pub code: Option<PeriodCodeStyle>,
    /// Only this kind of payer; nothing for both.
    pub form: Option<LegalForm>,
    /// Binds those who have one of these in the period; an empty list binds all.
    pub any: Vec<Trait>,
    /// Must be electronic from this many people on (0: always); nothing where paper is always allowed.
    pub electronic_from: Option<u32>,
    /// For a person: why this payer owes it.
    pub why: String,
    /// Days of the periods, norm, trust.
    pub in_force: InForce,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DutyKind {
    Report,
    Notification,
    Payment,
}

/// Who receives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Authority {
    /// The tax service (ФНС).
    Fns,
    /// The social fund (СФР).
    Sfr,
}

/// How a year is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Periods {
    Month,
    /// From the 1st to the 22nd.
    MonthTo22,
    /// From the 23rd to the month's end.
    MonthFrom23,
    Quarter,
    /// First quarter, half-year, nine months, year, each from 1 January.
    Cumulative,
    Year,
}

/// The nominal last day, before the shift to a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// This day of the month, so many months after the period's last month.
    Day { day: i8, months_after: i8 },
    /// The last working day of the period's year: never shifted.
    LastWorkingDayOfYear,
}

/// How the period is written in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodCodeStyle {
    /// `21`, `31`, `33`, `34`.
    Cumulative,
    /// `21/01`: code of the quarter, number of the month in it.
    Month,
    /// `21/11`.
    MonthFrom23,
    /// `34/01`: the year, number of the quarter.
    QuarterOfYear,
    /// `21/04`: code of the quarter, and the sign of the quarter.
    Quarter,
    /// `34`: the whole year.
    Year,
    /// `01` to `12`.
    MonthNumber,
    /// `21`, `22`, `23`, `24`: each quarter by itself.
    QuarterNumber,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LegalForm {
    Organization,
    Entrepreneur,
}

/// What a payer may be or have on some days, and what decides its duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trait {
    /// Simplified taxation, object «доходы».
    UsnIncome,
    /// Simplified taxation, object «доходы минус расходы».
    UsnProfit,
    /// General taxation: profit tax or an entrepreneur's НДФЛ.
    General,
    /// Single agricultural tax.
    Eshn,
    /// Pays НДС (on УСН above the threshold as well).
    Vat,
    /// Pays people under labour or civil contracts.
    Employer,
    /// Real estate that is taxed.
    Property,
    Transport,
    Land,
}

/// One period of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DutyPeriod {
    pub year: i16,
    /// From 1.
    pub index: i8,
    pub first: Date,
    pub last: Date,
}

/// A row as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    duty: String,
    kind: DutyKind,
    title: String,
    knd: Option<String>,
    authority: Authority,
    periods: Periods,
    of: Vec<i8>,
    day: Option<i8>,
    months_after: Option<i8>,
    code: Option<PeriodCodeStyle>,
    form: Option<LegalForm>,
    #[serde(default)]
    any: Vec<Trait>,
    electronic_from: Option<u32>,
    why: String,
}

impl Raw {
    /// The term, when the row says something that can be kept.
    fn checked(&self) -> Result<Term, String> {
        let last = self.periods.count();
        if self.of.is_empty() || !self.of.is_sorted_by(|a, b| a < b) || self.of.iter().any(|n| *n < 1 || *n > last) {
            return Err(format!("of: numbers from 1 to {last}, in order, each once"));
        }
        if self.why.trim().is_empty() || self.title.trim().is_empty() {
            return Err("title, why: empty".to_owned());
        }
        match (self.day, self.months_after) {
            (Some(day @ 1..=31), Some(months_after @ 0..=12)) => Ok(Term::Day { day, months_after }),
            (None, None) => Ok(Term::LastWorkingDayOfYear),
            _ => Err("day and months_after: both (1–31, 0–12), or neither for the year's last working day".to_owned()),
        }
    }
}

impl Duty {
    pub(crate) fn from_row(row: Map<String, Value>, in_force: InForce) -> Result<Self, String> {
        let raw: Raw = typed(row)?;
        let term = raw.checked()?;
        let Raw { kind, title, knd, authority, periods, of, code, form, any, electronic_from, why, .. } = raw;
        let duty = named("duty", raw.duty)?;
        Ok(Self {
            duty,
            kind,
            title,
            knd,
            authority,
            periods,
            of,
            term,
            code,
            form,
            any,
            electronic_from,
            why,
            in_force,
        })
    }

    /// Periods of one year, in order.
    pub(crate) fn periods_of(&self, year: i16) -> impl Iterator<Item = DutyPeriod> {
        self.of.iter().filter_map(move |index| self.periods.period(year, *index))
    }
}

impl Row for Duty {
    const TABLE: &'static str = "duties";
    fn key(&self) -> String {
        self.duty.clone()
    }
    fn in_force(&self) -> &InForce {
        &self.in_force
    }
}

impl Term {
    /// The nominal day; a day the month lacks is its last. `None` beyond the calendar.
    pub(crate) fn nominal(self, period: DutyPeriod) -> Option<Date> {
        match self {
            Self::LastWorkingDayOfYear => Date::new(period.year, 12, 31).ok(),
            Self::Day { day, months_after } => {
                let month = period.last.first_of_month().checked_add(jiff::Span::new().months(months_after)).ok()?;
                Date::new(month.year(), month.month(), day.min(month.days_in_month())).ok()
            }
        }
    }
}

impl Periods {
    /// How many of them a year has.
    pub(crate) fn count(self) -> i8 {
        match self {
            Self::Month | Self::MonthTo22 | Self::MonthFrom23 => 12,
            Self::Quarter | Self::Cumulative => 4,
            Self::Year => 1,
        }
    }

    fn period(self, year: i16, index: i8) -> Option<DutyPeriod> {
        let months = 12 / self.count();
        let last_month = Date::new(year, months * index, 1).ok()?;
        let first_month = Date::new(year, months * (index - 1) + 1, 1).ok()?;
        let (first, last) = match self {
            Self::MonthTo22 => (last_month, Date::new(year, index, 22).ok()?),
            Self::MonthFrom23 => (Date::new(year, index, 23).ok()?, last_month.last_of_month()),
            Self::Cumulative => (last_month.first_of_year(), last_month.last_of_month()),
            Self::Month | Self::Quarter | Self::Year => (first_month, last_month.last_of_month()),
        };
        Some(DutyPeriod { year, index, first, last })
    }
}

impl PeriodCodeStyle {
    pub(crate) fn write(self, period: DutyPeriod) -> String {
        let quarter = |index: i8| match index {
            1 => "21",
            2 => "31",
            3 => "33",
            _ => "34",
        };
        let of_month = (quarter((period.last.month() + 2) / 3), (period.last.month() - 1) % 3 + 1);
        match self {
            Self::Cumulative => quarter(period.index).to_owned(),
            Self::Month => format!("{}/0{}", of_month.0, of_month.1),
            Self::MonthFrom23 => format!("{}/1{}", of_month.0, of_month.1),
            Self::QuarterOfYear => format!("34/0{}", (period.last.month() + 2) / 3),
            Self::Quarter => format!("{}/04", quarter(period.index)),
            Self::Year => "34".to_owned(),
            Self::MonthNumber => format!("{:02}", period.last.month()),
            Self::QuarterNumber => format!("2{}", (period.last.month() + 2) / 3),
        }
    }
}
