//! Decimals of any size, as XML Schema writes them.

use std::cmp::Ordering;

/// A decimal of any size, without leading and trailing zeros.
#[derive(PartialEq, Eq)]
pub(super) struct Number<'a> {
    negative: bool,
    whole: &'a str,
    pub fraction: &'a str,
}

impl<'a> Number<'a> {
    pub fn parse(text: &'a str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() && fraction.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let zero = whole.is_empty() && fraction.is_empty();
        Some(Self { negative: negative && !zero, whole, fraction })
    }

    pub fn digits(&self) -> usize {
        self.whole.len() + self.fraction.len()
    }

    pub fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (negative, _) => {
                let size = (self.whole.len(), self.whole, self.fraction).cmp(&(
                    other.whole.len(),
                    other.whole,
                    other.fraction,
                ));
                if negative { size.reverse() } else { size }
            }
        }
    }
}

pub(super) fn same_number(a: &str, b: &str) -> bool {
    matches!((Number::parse(a), Number::parse(b)), (Some(a), Some(b)) if a == b)
}
