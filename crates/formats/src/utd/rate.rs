//! VAT rates as the format writes them. Which rate applies when is a question for `rules`.

use kernel::Money;
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;

/// A rate as the format writes it: `22%`, `22/122`, `без НДС`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VatRate(String);

const WITHOUT: &str = "без НДС";
const BY_AGENT: &str = "НДС исчисляется налоговым агентом";

impl VatRate {
    /// `22%` of the net value.
    pub fn percent(percent: u8) -> Self {
        Self(format!("{percent}%"))
    }

    /// `без НДС`.
    pub fn without() -> Self {
        Self(WITHOUT.to_owned())
    }

    /// Any text of the format's list; whether it is in the list of the version is decided when the title is composed.
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_without(&self) -> bool {
        self.0 == WITHOUT
    }

    pub fn is_by_agent(&self) -> bool {
        self.0 == BY_AGENT
    }

    /// Tax on a net value, rounded to the kopeck, half away from zero. `None` for rates that are counted from the
    /// gross value (`22/122`, `9,09%`) or not by the seller, and for sums that do not fit.
    pub fn tax_on(&self, net: Money) -> Option<Money> {
        if self.is_without() {
            return Some(Money::ZERO);
        }
        let percent: u8 = self.0.strip_suffix('%')?.parse().ok()?;
        rounded(Decimal::from(net.kopecks()).checked_mul(Decimal::from(percent))?.checked_div(Decimal::ONE_HUNDRED)?)
    }

    /// Tax inside a gross value for rates of the form `22/122`.
    pub fn tax_in(&self, gross: Money) -> Option<Money> {
        let (part, whole) = self.0.split_once('/')?;
        let (part, whole): (u8, u8) = (part.parse().ok()?, whole.parse().ok()?);
        rounded(Decimal::from(gross.kopecks()).checked_mul(Decimal::from(part))?.checked_div(Decimal::from(whole))?)
    }
}

/// Kopecks of a computed value.
pub(crate) fn rounded(kopecks: Decimal) -> Option<Money> {
    let whole = kopecks.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    i64::try_from(whole).ok().map(Money::from_kopecks)
}

impl fmt::Display for VatRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_is_counted_to_the_kopeck() {
        let kopecks = Money::from_kopecks;
        for (rate, net, tax) in [
            ("22%", 100_000, Some(22_000)),
            ("22%", 5, Some(1)),
            ("10%", 5, Some(1)),
            ("10%", 4, Some(0)),
            ("0%", 100, Some(0)),
            ("без НДС", 100, Some(0)),
            ("22/122", 100, None),
            ("9,09%", 100, None),
            ("НДС исчисляется налоговым агентом", 100, None),
            ("", 100, None),
        ] {
            assert_eq!(VatRate::parse(rate).tax_on(kopecks(net)), tax.map(kopecks), "{rate} on {net}");
        }
        assert_eq!(VatRate::parse("22/122").tax_in(kopecks(12_200)), Some(kopecks(2_200)));
        assert_eq!(VatRate::parse("22/0").tax_in(kopecks(12_200)), None);
    }
}
