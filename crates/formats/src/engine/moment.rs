//! Dates and times as XML Schema writes and orders them (Part 2, sections 3.2.6–3.2.11).

use std::cmp::Ordering;

/// Which of the date and time types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MomentKind {
    Date,
    DateTime,
    Time,
    Year,
    YearMonth,
}

impl MomentKind {
    pub fn words(self) -> &'static str {
        match self {
            Self::Date => "a date YYYY-MM-DD",
            Self::DateTime => "a moment YYYY-MM-DDTHH:MM:SS",
            Self::Time => "a time HH:MM:SS",
            Self::Year => "a year YYYY",
            Self::YearMonth => "a month YYYY-MM",
        }
    }
}

/// Minutes by which a value without a zone may differ from one with a zone (Part 2, section 3.2.7.4).
const ZONE_MINUTES_MAX: i64 = 14 * 60;

/// A value on the line of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TimePoint {
    /// Seconds as written, without the zone.
    seconds: i64,
    /// Digits after the second, without trailing zeros.
    fraction: Box<str>,
    zone_minutes: Option<i64>,
}

impl TimePoint {
    pub fn parse(kind: MomentKind, text: &str) -> Option<Self> {
        let (text, zone_minutes) = split_zone(text)?;
        let (date, time) = match kind {
            MomentKind::DateTime => text.split_once('T').map(|(date, time)| (Some(date), Some(time)))?,
            MomentKind::Time => (None, Some(text)),
            _ => (Some(text), None),
        };
        let days = date.map_or(Some(0), |date| days_of(kind, date))?;
        let (seconds, fraction) = time.map_or(Some((0, "")), clock)?;
        Some(Self { seconds: days * 86_400 + seconds, fraction: fraction.into(), zone_minutes })
    }

    /// The order of two values; `None` where only one has a zone and they are too near.
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        let at = |point: &Self, zone: i64| (point.seconds - zone * 60, point.fraction.clone());
        let with = |zones: (i64, i64)| at(self, zones.0).cmp(&at(other, zones.1));
        match (self.zone_minutes, other.zone_minutes) {
            (Some(a), Some(b)) => Some(with((a, b))),
            (None, None) => Some(with((0, 0))),
            (Some(a), None) => agreed(with((a, -ZONE_MINUTES_MAX)), with((a, ZONE_MINUTES_MAX))),
            (None, Some(b)) => agreed(with((-ZONE_MINUTES_MAX, b)), with((ZONE_MINUTES_MAX, b))),
        }
    }
}

fn agreed(a: Ordering, b: Ordering) -> Option<Ordering> {
    (a == b).then_some(a)
}

fn two(text: &str) -> Option<i64> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The value and its zone in minutes east of Greenwich.
fn split_zone(text: &str) -> Option<(&str, Option<i64>)> {
    if let Some(rest) = text.strip_suffix('Z') {
        return Some((rest, Some(0)));
    }
    let zone = text.len().checked_sub(6).and_then(|at| text.split_at_checked(at));
    let Some((rest, zone)) = zone.filter(|(_, zone)| zone.starts_with(['+', '-']) && zone.get(3..4) == Some(":"))
    else {
        return Some((text, None));
    };
    let (hours, minutes) = (two(zone.get(1..3)?)?, two(zone.get(4..6)?)?);
    let total = hours * 60 + minutes;
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    (minutes < 60 && total <= ZONE_MINUTES_MAX).then_some((rest, Some(sign * total)))
}

/// Days from the beginning of the calendar; a year or month stands for its first day.
fn days_of(kind: MomentKind, text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut parts = digits.split('-');
    let year = parts.next()?;
    let is_year = year.len() >= 4 && year.len() <= 9 && year.bytes().all(|b| b.is_ascii_digit());
    let is_long_without_zero = year.len() == 4 || !year.starts_with('0');
    let year = (is_year && is_long_without_zero).then(|| year.parse::<i64>().ok())?.filter(|year| *year != 0)? * sign;
    let month = if kind == MomentKind::Year { 1 } else { two(parts.next()?)? };
    let day = if matches!(kind, MomentKind::Year | MomentKind::YearMonth) { 1 } else { two(parts.next()?)? };
    let is_whole = parts.next().is_none() && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    is_whole.then(|| days_before(year, month) + day)
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days before the first of a month in the proleptic Gregorian calendar.
fn days_before(year: i64, month: i64) -> i64 {
    let years = year - 1;
    let whole = years * 365 + years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    whole + (1..month).map(|month| days_in(year, month)).sum::<i64>()
}

/// Seconds of the day and the digits after them.
fn clock(text: &str) -> Option<(i64, &str)> {
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    let mut parts = whole.split(':');
    let (hour, minute, second) = (two(parts.next()?)?, two(parts.next()?)?, two(parts.next()?)?);
    let fraction_is_digits = fraction.bytes().all(|b| b.is_ascii_digit());
    let fraction = fraction.trim_end_matches('0');
    let is_end_of_day = hour == 24 && minute == 0 && second == 0 && fraction.is_empty();
    let is_whole = parts.next().is_none() && fraction_is_digits && minute < 60 && second < 60;
    (is_whole && (hour < 24 || is_end_of_day)).then_some((hour * 3_600 + minute * 60 + second, fraction))
}

/// `P1Y2M3DT4H5M6.7S`, any part may be left out, but not all of them.
pub(super) fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('-').unwrap_or(text).strip_prefix('P') else { return false };
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    let is_some = !date.is_empty() || time.is_some();
    is_some && units(date, "YMD") && time.is_none_or(|time| !time.is_empty() && units(time, "HMS"))
}

/// Whether the text is numbers with units, each unit at most once and in this order; only seconds have a fraction.
fn units(text: &str, order: &str) -> bool {
    let (mut rest, mut left) = (text, order);
    while !rest.is_empty() {
        let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) else { return false };
        let (number, after) = rest.split_at(at);
        let mut after = after.chars();
        let Some(place) = after.next().and_then(|unit| left.find(unit)) else { return false };
        let is_seconds = left.get(place..) == Some("S");
        let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, f)| (whole, Some(f)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || fraction.is_some_and(|fraction| !is_seconds || !digits(fraction)) {
            return false;
        }
        (rest, left) = (after.as_str(), left.get(place + 1..).unwrap_or_default());
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_of_their_kind() {
        let takes = |kind, text| TimePoint::parse(kind, text).is_some();
        for good in ["2026-02-28", "2024-02-29", "2026-02-28Z", "2026-02-28+03:00", "-0044-03-15", "12026-01-01"] {
            assert!(takes(MomentKind::Date, good), "{good}");
        }
        for bad in ["2026-02-29", "2026-2-28", "28.02.2026", "0000-01-01", "02026-01-01", "2026-02-28+15:00", "", "-"] {
            assert!(!takes(MomentKind::Date, bad), "{bad}");
        }
        for (kind, good, bad) in [
            (MomentKind::Year, "2026", "26"),
            (MomentKind::YearMonth, "2026-12", "2026-13"),
            (MomentKind::Time, "24:00:00", "24:00:01"),
            (MomentKind::Time, "23:59:59.5Z", "23:59"),
            (MomentKind::DateTime, "2026-02-28T10:00:00+03:00", "2026-02-28 10:00:00"),
        ] {
            assert!(takes(kind, good), "{good}");
            assert!(!takes(kind, bad), "{bad}");
        }
    }

    #[test]
    fn zones_count_and_their_absence_leaves_a_doubt() {
        let point = |text| TimePoint::parse(MomentKind::DateTime, text).unwrap();
        let order = |a, b| point(a).order(&point(b));
        assert_eq!(order("2026-01-01T12:00:00Z", "2026-01-01T15:00:00+03:00"), Some(Ordering::Equal));
        assert_eq!(order("2026-01-01T12:00:00.50", "2026-01-01T12:00:00.5"), Some(Ordering::Equal));
        assert_eq!(order("2026-01-01T12:00:00", "2026-01-01T15:00:00Z"), None);
        assert_eq!(order("2026-01-01T12:00:00", "2026-01-03T12:00:00Z"), Some(Ordering::Less));
    }

    #[test]
    fn durations() {
        for good in ["P1Y", "PT5M", "-P1DT2H", "PT0.5S", "P1Y2M3DT4H5M6S"] {
            assert!(is_duration(good), "{good}");
        }
        for bad in ["", "P", "PT", "1Y", "P1M1Y", "P1.5Y", "PT1", "P1DT"] {
            assert!(!is_duration(bad), "{bad}");
        }
    }
}
