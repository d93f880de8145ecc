//! Shapes of values: what a contract's attribute may hold, and how it looks in the title.

use jiff::civil::Date;

/// A shape of values, named in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any text of so many characters.
    Text {
        min: usize,
        max: usize,
    },
    /// Digits only, of one of these lengths.
    Digits {
        lengths: Vec<usize>,
    },
    /// Taxpayer number of 10 or 12 digits, not beginning with 00.
    Inn,
    /// Code of the reason for registration.
    Kpp,
    /// 8-4-4-4-12, with or without braces.
    Guid,
    /// `DD.MM.YYYY` of a day that exists.
    Date,
    /// `true` or `false`; `false` says the same as absence.
    Flag,
    Decimal(Decimal),
    /// A whole number of at most so many digits.
    Integer {
        digits: usize,
        min: Option<i64>,
    },
    /// One of these, the same in the title.
    OneOf(Vec<String>),
    /// One of the left ones; the title has the right one.
    Pairs(Vec<(String, String)>),
    /// Bytes in base64.
    Base64,
}

/// A decimal: digits in all, digits after the point, the lower bound, and to how many digits the title is padded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub total: usize,
    pub fraction: usize,
    pub bound: Bound,
    pub pad: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    None,
    NotNegative,
    Positive,
}

impl Kind {
    /// What would be accepted, when the value is not.
    pub fn refuses(&self, value: &str) -> Option<String> {
        let good = match self {
            Self::Text { min, max } => (*min..=*max).contains(&value.chars().count()),
            Self::Digits { lengths } => all_digits(value) && lengths.contains(&value.len()),
            Self::Inn => all_digits(value) && matches!(value.len(), 10 | 12) && !value.starts_with("00"),
            Self::Kpp => is_kpp(value),
            Self::Guid => is_guid(value),
            Self::Date => is_date(value),
            Self::Flag => matches!(value, "true" | "false"),
            Self::Decimal(decimal) => decimal.accepts(value),
            Self::Integer { digits, min } => is_integer(value, *digits, *min),
            Self::OneOf(values) => values.iter().any(|v| v == value),
            Self::Pairs(pairs) => pairs.iter().any(|(v, _)| v == value),
            Self::Base64 => is_base64(value),
        };
        (!good).then(|| self.expected())
    }

    fn expected(&self) -> String {
        match self {
            Self::Text { min, max } if min == max => format!("{min} characters"),
            Self::Text { min, max } => format!("{min} to {max} characters"),
            Self::Digits { lengths } => format!("{lengths:?} digits"),
            Self::Inn => "10 or 12 digits".to_owned(),
            Self::Kpp => "9 characters of КПП".to_owned(),
            Self::Guid => "a GUID".to_owned(),
            Self::Date => "DD.MM.YYYY".to_owned(),
            Self::Flag => "true or false".to_owned(),
            Self::Decimal(d) => format!("a decimal of {} digits, {} after the point", d.total, d.fraction),
            Self::Integer { digits, .. } => format!("a whole number of {digits} digits"),
            Self::OneOf(values) => values.join(", "),
            Self::Pairs(pairs) => pairs.iter().map(|(v, _)| v.as_str()).collect::<Vec<_>>().join(", "),
            Self::Base64 => "base64".to_owned(),
        }
    }

    /// The value as the title writes it; `None` when the title says it by absence.
    pub fn to_title(&self, value: &str) -> Option<String> {
        match self {
            Self::Flag => None,
            Self::Decimal(decimal) => Some(decimal.written(value)),
            Self::Integer { .. } => Some(value.trim().trim_start_matches('+').to_owned()),
            Self::Pairs(pairs) => pairs.iter().find(|(v, _)| v == value).map(|(_, t)| t.clone()),
            _ if value.is_empty() => None,
            _ => Some(value.to_owned()),
        }
    }

    /// The title's value as the contract writes it; `None` when it cannot.
    pub fn to_contract(&self, value: &str) -> Option<String> {
        match self {
            Self::Pairs(pairs) => pairs.iter().find(|(_, t)| t == value).map(|(v, _)| v.clone()),
            Self::OneOf(values) => values.iter().find(|v| *v == value).cloned(),
            _ => Some(value.to_owned()),
        }
    }
}

impl Decimal {
    fn accepts(self, value: &str) -> bool {
        let Some((negative, whole, fraction)) = split_decimal(value) else { return false };
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let zero = whole.is_empty() && fraction.is_empty();
        let bound = match self.bound {
            Bound::None => true,
            Bound::NotNegative => zero || !negative,
            Bound::Positive => !zero && !negative,
        };
        bound && fraction.len() <= self.fraction && whole.len() + fraction.len() <= self.total
    }

    /// Without a plus, blanks or zeros beyond the format's digits; padded with zeros to the usual number of digits.
    fn written(self, value: &str) -> String {
        let Some((negative, whole, fraction)) = split_decimal(value) else { return value.to_owned() };
        let kept = if fraction.len() > self.fraction { fraction.trim_end_matches('0') } else { fraction };
        let mut text = if negative { "-".to_owned() } else { String::new() };
        text.push_str(if whole.is_empty() { "0" } else { whole });
        if !kept.is_empty() || self.pad > 0 {
            text.push('.');
            text.push_str(kept);
            (kept.len()..self.pad).for_each(|_| text.push('0'));
        }
        text
    }
}

/// Sign, digits before the point, digits after it.
fn split_decimal(value: &str) -> Option<(bool, &str, &str)> {
    let value = value.trim_matches([' ', '\t', '\n']);
    let (negative, digits) = match value.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('+').unwrap_or(value)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let good = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    (good(whole) && good(fraction) && !(whole.is_empty() && fraction.is_empty())).then_some((negative, whole, fraction))
}

fn all_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
}

fn is_kpp(value: &str) -> bool {
    let bytes = value.as_bytes();
    let [a, b, rest @ ..] = bytes else { return false };
    let middle = |b: &u8| b.is_ascii_digit() || b.is_ascii_uppercase();
    let [_, _, c, d, tail @ ..] = rest else { return false };
    let digits = [a, b].into_iter().chain(rest.iter().take(2)).chain(tail).all(u8::is_ascii_digit);
    bytes.len() == 9 && digits && middle(c) && middle(d) && !value.starts_with("00")
}

fn is_guid(value: &str) -> bool {
    let inner = value.strip_prefix('{').and_then(|v| v.strip_suffix('}')).unwrap_or(value);
    let parts: Vec<&str> = inner.split('-').collect();
    parts.iter().map(|p| p.len()).eq([8, 4, 4, 4, 12]) && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('.').collect();
    let [day, month, year] = parts.as_slice() else { return false };
    let good = parts.iter().all(|p| all_digits(p)) && (day.len(), month.len(), year.len()) == (2, 2, 4);
    let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse()) else { return false };
    good && (1800..=2099).contains(&year) && Date::new(year, month, day).is_ok()
}

fn is_integer(value: &str, digits: usize, min: Option<i64>) -> bool {
    let value = value.trim_matches([' ', '\t', '\n']);
    let unsigned = value.strip_prefix(['-', '+']).unwrap_or(value);
    let number = unsigned.trim_start_matches('0');
    let enough = min.is_none_or(|min| value.trim_start_matches('+').parse::<i64>().is_ok_and(|n| n >= min));
    all_digits(unsigned) && number.len() <= digits && enough
}

fn is_base64(value: &str) -> bool {
    let compact: Vec<u8> = value.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    let body = compact.iter().rposition(|b| *b != b'=').map_or(0, |at| at + 1);
    let good = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
    compact.len().is_multiple_of(4) && compact.len() - body <= 2 && compact.iter().take(body).all(good)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: Decimal = Decimal { total: 19, fraction: 2, bound: Bound::NotNegative, pad: 2 };

    #[test]
    fn values_of_each_kind() {
        let decimal = |bound| Kind::Decimal(Decimal { total: 5, fraction: 2, bound, pad: 0 });
        for (kind, good, bad) in [
            (Kind::Text { min: 1, max: 3 }, vec!["я", "abc"], vec!["", "абвг"]),
            (Kind::Digits { lengths: vec![3, 4] }, vec!["796", "2554"], vec!["", "12", "12345", "79a", "٣٣٣"]),
            (Kind::Inn, vec!["7707083893", "500100732259"], vec!["", "0012345678", "77070838931", "770708389x"]),
            (Kind::Kpp, vec!["770701001", "7707AZ001"], vec!["", "007701001", "77070100", "7707az001", "77A701001"]),
            (
                Kind::Guid,
                vec!["00c4d099-a48f-47ed-8608-54d32890fe73", "{00C4D099-a48f-47ed-8608-54d32890fe73}"],
                vec![
                    "",
                    "00c4d099a48f47ed860854d32890fe73",
                    "{00c4d099-a48f-47ed-8608-54d32890fe73",
                    "z0c4d099-a48f-47ed-8608-54d32890fe73",
                ],
            ),
            (
                Kind::Date,
                vec!["29.02.2024", "31.12.1899"],
                vec!["", "29.02.2023", "1.01.2024", "31.04.2024", "01-01-2024", "01.01.2124", "+1.01.2024"],
            ),
            (Kind::Flag, vec!["true", "false"], vec!["", "1", "True"]),
            (
                decimal(Bound::NotNegative),
                vec!["0", "100.50", "+1.", ".5", "-0", " 7 ", "1.5000"],
                vec!["", ".", "-1", "1000.01", "1.001", "1,5", "1e3"],
            ),
            (decimal(Bound::Positive), vec!["0.01"], vec!["0", "-0.01", "0.00"]),
            (decimal(Bound::None), vec!["-5.25"], vec!["--5"]),
            (Kind::Integer { digits: 3, min: Some(1) }, vec!["1", "007", "+999"], vec!["", "0", "-1", "1000", "1.0"]),
            (Kind::Integer { digits: 3, min: None }, vec!["-5", "0"], vec!["-", "12345"]),
            (Kind::Base64, vec!["", "MIIB", "MII=", "MI==", "MI I\nB"], vec!["M", "MI=", "M===", "МИИБ"]),
        ] {
            good.iter().for_each(|v| assert_eq!(kind.refuses(v), None, "{kind:?} {v:?}"));
            bad.iter().for_each(|v| assert!(kind.refuses(v).is_some(), "{kind:?} {v:?}"));
        }
    }

    #[test]
    fn sums_are_written_with_two_digits() {
        for (value, written) in [
            ("1000", "1000.00"),
            ("1000.000000000000000", "1000.00"),
            ("784.8", "784.80"),
            ("+5.", "5.00"),
            (".5", "0.50"),
            ("-0.1", "-0.10"),
        ] {
            assert_eq!(MONEY.written(value), written, "{value}");
        }
        let quantity = Decimal { total: 26, fraction: 11, bound: Bound::Positive, pad: 0 };
        assert_eq!(quantity.written("114.100"), "114.100");
        assert_eq!(quantity.written("16"), "16");
    }
}
