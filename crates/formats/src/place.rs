//! Reading a tree by names, with the path at hand for a refusal.

use crate::FormatRefusal;
use crate::tree::Element;
use jiff::civil::{Date, DateTime, Time};
use kernel::Money;
use rust_decimal::Decimal;

/// An element and the way to it.
#[derive(Debug, Clone)]
pub(crate) struct Place<'a> {
    pub element: &'a Element,
    path: String,
}

impl<'a> Place<'a> {
    pub fn root(element: &'a Element) -> Self {
        Self { element, path: element.name().to_owned() }
    }

    fn to(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    pub fn name(&self) -> &'a str {
        self.element.name()
    }

    pub fn find(&self, name: &str) -> Option<Place<'a>> {
        self.element.child(name).map(|element| Place { element, path: self.to(name) })
    }

    pub fn child(&self, name: &str) -> Result<Place<'a>, FormatRefusal> {
        self.find(name).ok_or_else(|| FormatRefusal::Absent { path: self.to(name) })
    }

    /// Down along names that may each be absent.
    pub fn find_at(&self, path: &[&str]) -> Option<Place<'a>> {
        path.iter().try_fold(self.clone(), |place, name| place.find(name))
    }

    pub fn all(&self, name: &str) -> Vec<Place<'a>> {
        self.element
            .elements()
            .filter(|e| e.name() == name)
            .enumerate()
            .map(|(i, element)| Place { element, path: format!("{}[{}]", self.to(name), i + 1) })
            .collect()
    }

    /// The first child whatever its name: the chosen branch of a choice.
    pub fn first(&self) -> Option<Place<'a>> {
        self.element.elements().next().map(|element| Place { element, path: self.to(element.name()) })
    }

    pub fn text(&self) -> String {
        self.element.text()
    }

    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.element.attribute(name)
    }

    pub fn some(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub fn need(&self, name: &str) -> Result<&'a str, FormatRefusal> {
        self.get(name).ok_or_else(|| FormatRefusal::Absent { path: self.to(&format!("@{name}")) })
    }

    pub fn own(&self, name: &str) -> Result<String, FormatRefusal> {
        self.need(name).map(str::to_owned)
    }

    pub fn wrong(&self, attribute: &str, expected: &'static str) -> FormatRefusal {
        FormatRefusal::Value { path: self.to(&format!("@{attribute}")), expected }
    }

    pub fn date(&self, name: &str) -> Result<Date, FormatRefusal> {
        parse_date(self.need(name)?).ok_or_else(|| self.wrong(name, "a date DD.MM.YYYY"))
    }

    pub fn date_if(&self, name: &str) -> Result<Option<Date>, FormatRefusal> {
        self.get(name).map(|_| self.date(name)).transpose()
    }

    /// A date and a time in two attributes.
    pub fn moment(&self, date: &str, time: &str) -> Result<DateTime, FormatRefusal> {
        let clock = parse_time(self.need(time)?).ok_or_else(|| self.wrong(time, "a time HH.MM.SS"))?;
        Ok(self.date(date)?.to_datetime(clock))
    }

    pub fn money_if(&self, name: &str) -> Result<Option<Money>, FormatRefusal> {
        let Some(text) = self.get(name) else { return Ok(None) };
        parse_money(text).map(Some).ok_or_else(|| self.wrong(name, "a sum with at most two digits after the dot"))
    }

    /// The element's own text as a sum.
    pub fn money(&self) -> Result<Money, FormatRefusal> {
        parse_money(&self.text()).ok_or_else(|| FormatRefusal::Value {
            path: self.path.clone(),
            expected: "a sum with at most two digits after the dot",
        })
    }

    pub fn decimal_if(&self, name: &str) -> Result<Option<Decimal>, FormatRefusal> {
        let Some(text) = self.get(name) else { return Ok(None) };
        parse_decimal(text).map(Some).ok_or_else(|| self.wrong(name, "a decimal number with a dot"))
    }

    pub fn count(&self, name: &str) -> Result<u32, FormatRefusal> {
        self.need(name)?.trim().parse().map_err(|_| self.wrong(name, "a whole number"))
    }
}

/// `DD.MM.YYYY`.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if (day.len(), month.len(), year.len()) != (2, 2, 4) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `HH.MM.SS`; version 1.02 and older also wrote colons.
pub(crate) fn parse_time(text: &str) -> Option<Time> {
    let mut parts = text.splitn(3, ['.', ':']);
    let mut part = || parts.next()?.parse::<i8>().ok();
    Time::new(part()?, part()?, part()?, 0).ok()
}

pub(crate) fn date_text(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

pub(crate) fn time_text(at: DateTime) -> String {
    format!("{:02}.{:02}.{:02}", at.hour(), at.minute(), at.second())
}

/// The formats allow what [`Money::parse`] does not: a leading plus, a bare fraction, outer spaces, zeros behind the kopecks.
pub(crate) fn parse_money(text: &str) -> Option<Money> {
    let value = parse_decimal(text)?;
    let kopecks = value.checked_mul(Decimal::ONE_HUNDRED)?;
    if kopecks.fract() != Decimal::ZERO {
        return None;
    }
    i64::try_from(kopecks.trunc()).ok().map(Money::from_kopecks)
}

pub(crate) fn parse_decimal(text: &str) -> Option<Decimal> {
    let text = text.trim_matches([' ', '\t', '\n', '\r']);
    if text.contains(['e', 'E', '_']) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}
