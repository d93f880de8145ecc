use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;
use thiserror::Error;

/// Roubles in kopecks, ±92 quadrillion roubles; negative for what is owed back. Never a float.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

/// Why a text or a sum is no money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MoneyRefusal {
    /// Not digits with a point and at most two digits after it.
    #[error("not a sum of roubles: digits, then optionally a point and one or two digits")]
    Shape,
    /// Larger than 64 bits of kopecks.
    #[error("the sum does not fit: at most 92233720368547758.07 roubles")]
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From kopecks.
    pub const fn from_kopecks(kopecks: i64) -> Self {
        Self(kopecks)
    }

    /// From whole roubles; refuses what does not fit.
    pub fn from_roubles(roubles: i64) -> Result<Self, MoneyRefusal> {
        roubles.checked_mul(100).map(Self).ok_or(MoneyRefusal::TooLarge)
    }

    /// Kopecks.
    pub const fn kopecks(self) -> i64 {
        self.0
    }

    /// The sum, or nothing when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or nothing when it does not fit.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Adds up; nothing when it does not fit.
    pub fn checked_sum(items: impl IntoIterator<Item = Self>) -> Option<Self> {
        items.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// Reads `1200`, `1200.5`, `-0.05`. Refuses exponents, spaces, commas, a third digit after the point.
    pub fn parse(text: &str) -> Result<Self, MoneyRefusal> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(fraction) || fraction.len() > 2 {
            return Err(MoneyRefusal::Shape);
        }
        let roubles: i64 = whole.parse().map_err(|_| MoneyRefusal::TooLarge)?;
        let tenths: i64 = fraction.parse().map_err(|_| MoneyRefusal::Shape)?;
        let kopecks = if fraction.len() == 1 { tenths * 10 } else { tenths };
        let sum = roubles.checked_mul(100).and_then(|all| all.checked_add(kopecks)).ok_or(MoneyRefusal::TooLarge)?;
        Ok(Self(if negative { -sum } else { sum }))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        Self::checked_sum(items).unwrap_or_else(|| crate::bug!("a sum of money left 64 bits of kopecks"))
    }
}

/// `1200.00`, always two digits: the shape of official documents.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let kopecks = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", kopecks / 100, kopecks % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back() {
        for (text, kopecks) in [("0", 0), ("1200", 120_000), ("1200.5", 120_050), ("-0.05", -5), ("0.99", 99)] {
            assert_eq!(Money::parse(text).unwrap().kopecks(), kopecks, "{text}");
        }
        assert_eq!(Money::from_kopecks(-5).to_string(), "-0.05");
        assert_eq!(Money::from_kopecks(120_000).to_string(), "1200.00");
    }

    #[test]
    fn other_shapes_are_refused() {
        for bad in ["", "-", ".", "1.", ".5", "1,5", "1.234", "1e3", " 1", "1 000", "--1", "+1", "٣"] {
            assert_eq!(Money::parse(bad), Err(MoneyRefusal::Shape), "{bad}");
        }
        assert_eq!(Money::parse("92233720368547758.08"), Err(MoneyRefusal::TooLarge));
        assert_eq!(Money::from_kopecks(i64::MAX).checked_add(Money::from_kopecks(1)), None);
        assert_eq!(Money::from_roubles(i64::MAX), Err(MoneyRefusal::TooLarge));
    }
}
