//! Figures and dates as Russian papers write them.

use formats::service::PersonName;
use jiff::civil::Date;
use kernel::{Moment, Money};
use rust_decimal::Decimal;

/// Keeps the groups of a figure on one line.
const NARROW_GAP: char = '\u{A0}';
/// Digits of a group.
const GROUP_DIGITS: usize = 3;

/// `28.11.2026`.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%d.%m.%Y").to_string()
}

/// `28.11.2026 19:04:05 МСК`.
pub(crate) fn moment(at: Moment) -> String {
    at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M:%S МСК").to_string()
}

/// `1 234,50`.
pub(crate) fn money(sum: Money) -> String {
    figure(&sum.to_string())
}

/// `1 234,5`, without idle zeros.
pub(crate) fn decimal(value: Decimal) -> String {
    figure(&value.normalize().to_string())
}

/// A figure with a dot, as a file has it, in groups and with a comma.
pub(crate) fn figure(written: &str) -> String {
    let (sign, rest) = written.strip_prefix('-').map_or(("", written), |rest| ("−", rest));
    let (whole, part) = rest.split_once('.').map_or((rest, None), |(whole, part)| (whole, Some(part)));
    let mut text = sign.to_owned();
    let digits = whole.chars().count();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && digits.saturating_sub(at).is_multiple_of(GROUP_DIGITS) {
            text.push(NARROW_GAP);
        }
        text.push(digit);
    }
    if let Some(part) = part {
        text.push(',');
        text.push_str(part);
    }
    text
}

/// `Ромашкина Анна Ивановна`.
pub(crate) fn person(name: &PersonName) -> String {
    let PersonName { surname, given_name, patronymic } = name;
    joined([Some(surname.as_str()), Some(given_name.as_str()), patronymic.as_deref()], " ")
}

/// What is there, with a sign between.
pub(crate) fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>, between: &str) -> String {
    let said: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    said.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_groups() {
        for (kopecks, text) in
            [(0, "0,00"), (12_345_678, "123\u{A0}456,78"), (-100_000, "−1\u{A0}000,00"), (99, "0,99")]
        {
            assert_eq!(money(Money::from_kopecks(kopecks)), text);
        }
        assert_eq!(decimal(Decimal::new(1_234_500, 3)), "1\u{A0}234,5");
        assert_eq!(decimal(Decimal::new(7, 0)), "7");
    }

    #[test]
    fn times_are_of_moscow() {
        let at = Moment::parse_rfc3339("2026-11-28T22:04:05Z").unwrap();
        assert_eq!(moment(at), "29.11.2026 01:04:05 МСК");
    }
}
