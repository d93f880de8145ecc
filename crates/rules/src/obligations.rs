//! What a payer must file and pay, by when, and why.

use jiff::civil::Date;

use crate::Rules;
use crate::due::{Authority, Duty, DutyKind, DutyPeriod, LegalForm, Periods, Term, Trait};
use crate::in_force::InForce;
use crate::refusal::NoRow;

/// What is known of a payer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payer {
    pub form: LegalForm,
    /// People paid under contracts; decides where a paper form is still allowed.
    pub people: u32,
    pub traits: Vec<Held>,
}

impl Payer {
    /// A payer that is always what is told of it. On the general regime НДС is taken for granted; who pays people is an employer.
    #[must_use]
    pub fn always(form: LegalForm, people: u32, told: impl IntoIterator<Item = Trait>) -> Self {
        let mut traits: Vec<Trait> = told.into_iter().collect();
        if traits.contains(&Trait::General) && !traits.contains(&Trait::Vat) {
            traits.push(Trait::Vat);
        }
        if people > 0 {
            traits.push(Trait::Employer);
        }
        Self { form, people, traits: traits.into_iter().map(Held::always).collect() }
    }
}

/// A trait and the days it is held, both ends included; an absent end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub what: Trait,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

impl Held {
    /// Held on all days.
    pub fn always(what: Trait) -> Self {
        Self { what, from: None, until: None }
    }

    fn overlaps(&self, period: DutyPeriod) -> bool {
        self.from.is_none_or(|from| from <= period.last) && self.until.is_none_or(|until| period.first <= until)
    }
}

/// One thing to file or pay.
#[derive(Debug, Clone)]
pub struct Obligation<'a> {
    pub duty: &'a str,
    pub kind: DutyKind,
    pub title: &'a str,
    pub knd: Option<&'a str>,
    pub authority: Authority,
    /// For a person: «полугодие 2026 года».
    pub period: String,
    /// As the report writes it: `31`, `21/01`.
    pub period_code: Option<String>,
    /// The year the period ends in.
    pub year: i16,
    /// The day the rule names.
    pub nominal_on: Date,
    /// The last day in time: a nominal day off moves to the next working day. `None` while that year's calendar is not known.
    pub due_on: Option<Date>,
    /// Paper is not taken from this payer.
    pub is_electronic: bool,
    /// For a person: why this payer owes it.
    pub why: &'a str,
    /// Days, norm, trust of the rule.
    pub in_force: &'a InForce,
}

impl Obligation<'_> {
    /// The day to put it under: the last one in time, or the nominal one.
    pub fn day(&self) -> Date {
        self.due_on.unwrap_or(self.nominal_on)
    }

    /// The nominal day was a day off.
    pub fn is_shifted(&self) -> bool {
        self.due_on.is_some_and(|due| due != self.nominal_on)
    }
}

impl Rules {
    /// What `payer` must file and pay in `year` (by the last day in time), earliest first.
    ///
    /// A day off moves to the next working day (НК РФ, статья 6.1, пункт 7). Not covered: statistics, excise and other special
    /// payers, monthly advances of the profit tax, duties born by an event (hiring, registration), rules of a region.
    /// Refuses a year for whose periods no row of duties is in force.
    pub fn obligations(&self, payer: &Payer, year: i16) -> Result<Vec<Obligation<'_>>, NoRow> {
        let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
        if self.duties.on(first).next().is_none() {
            return Err(NoRow::NoRowOnDay { table: "duties", key: year.to_string(), on: first });
        }
        let mut found = Vec::new();
        for duty in self.duties.rows() {
            // A term falls at the latest in the year after the period.
            let periods = [year.saturating_sub(1), year].into_iter().flat_map(|of| duty.periods_of(of));
            for period in periods.filter(|period| binds(duty, payer, *period)) {
                found.extend(self.obligation(duty, payer, period).filter(|one| one.day().year() == year));
            }
        }
        found.sort_by(|a, b| (a.day(), a.kind, a.duty, a.nominal_on).cmp(&(b.day(), b.kind, b.duty, b.nominal_on)));
        Ok(found)
    }

    /// One period of one duty by its name (`pay.contributions`, month 4 of a year): when it is due, by which norm.
    ///
    /// Whom the duty binds is not asked: the caller holds a document that says so; `is_electronic` is as for nobody.
    /// Refuses a name without a row in force on the period's last day, and a number of a period that the duty has not.
    pub fn duty_of(&self, duty: &str, year: i16, index: i8) -> Result<Obligation<'_>, NoRow> {
        let found = self.duties.rows().iter().filter(|row| row.duty == duty).find_map(|row| {
            let period = row.periods_of(year).find(|period| period.index == index)?;
            row.in_force.covers(period.last).then(|| self.obligation(row, &NOBODY, period))?
        });
        found.ok_or_else(|| NoRow::NoRowOnDay {
            table: "duties",
            key: format!("{duty} {year}/{index}"),
            on: Date::new(year, 1, 1).unwrap_or(Date::MIN),
        })
    }

    fn obligation<'a>(&'a self, duty: &'a Duty, payer: &Payer, period: DutyPeriod) -> Option<Obligation<'a>> {
        let nominal = duty.term.nominal(period)?;
        let due_on = match duty.term {
            Term::LastWorkingDayOfYear => self.last_working(nominal),
            Term::Day { .. } => self.calendar.next_working(nominal).ok(),
        };
        Some(Obligation {
            duty: &duty.duty,
            kind: duty.kind,
            title: &duty.title,
            knd: duty.knd.as_deref(),
            authority: duty.authority,
            period: told(duty.periods, period),
            period_code: duty.code.map(|style| style.write(period)),
            year: period.last.year(),
            nominal_on: if duty.term == Term::LastWorkingDayOfYear { due_on.unwrap_or(nominal) } else { nominal },
            due_on,
            is_electronic: duty.electronic_from.is_some_and(|from| payer.people >= from),
            why: &duty.why,
            in_force: &duty.in_force,
        })
    }

    /// The last working day not after this one, within its week or two of holidays.
    fn last_working(&self, day: Date) -> Option<Date> {
        let mut day = day;
        for _ in 0..HOLIDAYS_DAYS_MAX {
            if self.calendar.day(day).ok()? == kernel::DayKind::Working {
                return Some(day);
            }
            day = day.yesterday().ok()?;
        }
        None
    }
}

/// Asks for no people and no traits.
const NOBODY: Payer = Payer { form: LegalForm::Organization, people: 0, traits: Vec::new() };

/// Days off in a row before the end of a year; the longest known is 4.
const HOLIDAYS_DAYS_MAX: u8 = 14;

fn binds(duty: &Duty, payer: &Payer, period: DutyPeriod) -> bool {
    let holds = |held: &Held| duty.any.contains(&held.what) && held.overlaps(period);
    duty.in_force.covers(period.last)
        && duty.form.is_none_or(|form| form == payer.form)
        && (duty.any.is_empty() || payer.traits.iter().any(holds))
}

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// The period in words.
fn told(periods: Periods, period: DutyPeriod) -> String {
    let year = period.year;
    let month =
        usize::try_from(period.last.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    let quarter = match period.index {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    };
    match periods {
        Periods::Month => format!("{month} {year} года"),
        Periods::MonthTo22 => format!("{month} {year} года, с 1-го по 22-е"),
        Periods::MonthFrom23 => format!("{month} {year} года, с 23-го по {}-е", period.last.day()),
        Periods::Quarter => format!("{quarter} квартал {year} года"),
        Periods::Year => format!("{year} год"),
        Periods::Cumulative => match period.index {
            1 => format!("I квартал {year} года"),
            2 => format!("полугодие {year} года"),
            3 => format!("9 месяцев {year} года"),
            _ => format!("{year} год"),
        },
    }
}
