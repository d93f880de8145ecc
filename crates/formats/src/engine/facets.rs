//! Values against facets.

use super::builtin::Base;
use super::number::{Number, same_number};
use super::pattern::Pattern;
use crate::definition::SimpleType;
use std::cmp::Ordering;
use std::sync::Arc;

/// A simple type with every level of its restrictions; a value must satisfy all.
#[derive(Debug, Clone)]
pub(crate) struct Simple {
    pub base: Base,
    pub levels: Vec<Arc<Level>>,
}

/// One restriction.
#[derive(Debug, Default)]
pub(crate) struct Level {
    length: Option<usize>,
    min_length: Option<usize>,
    max_length: Option<usize>,
    total_digits: Option<usize>,
    fraction_digits: Option<usize>,
    bounds: Vec<(Bound, String)>,
    patterns: Vec<(String, Arc<Pattern>)>,
    values: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
enum Bound {
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// Which facet refused, and what it would accept.
pub(crate) struct FacetBroken {
    pub code: &'static str,
    pub accepted: String,
}

fn broken(code: &'static str, accepted: String) -> Result<(), FacetBroken> {
    Err(FacetBroken { code, accepted })
}

fn size(n: Option<u32>) -> Option<usize> {
    n.and_then(|n| usize::try_from(n).ok())
}

impl Level {
    pub fn new(
        base: Base,
        rule: &SimpleType,
        pattern: &mut dyn FnMut(&str) -> Result<Arc<Pattern>, String>,
    ) -> Result<Self, String> {
        let mut bounds = Vec::new();
        for (bound, value) in [
            (Bound::AtLeast, &rule.min_inclusive),
            (Bound::Above, &rule.min_exclusive),
            (Bound::AtMost, &rule.max_inclusive),
            (Bound::Below, &rule.max_exclusive),
        ] {
            if let Some(value) = value {
                if !base.has_limit(value) {
                    return Err(format!("the bound {value} is not {}", base.words()));
                }
                bounds.push((bound, value.clone()));
            }
        }
        let patterns: Result<Vec<_>, String> = rule.patterns.iter().map(|p| Ok((p.clone(), pattern(p)?))).collect();
        Ok(Self {
            length: size(rule.length),
            min_length: size(rule.min_length),
            max_length: size(rule.max_length),
            total_digits: size(rule.total_digits),
            fraction_digits: size(rule.fraction_digits),
            bounds,
            patterns: patterns?,
            values: rule.values.iter().map(|v| v.value.clone()).collect(),
        })
    }

    fn check(&self, base: Base, value: &str) -> Result<(), FacetBroken> {
        self.check_length(base, value)?;
        if base.is_number() {
            self.check_digits(value)?;
        }
        self.check_bounds(base, value)?;
        if !self.patterns.is_empty() && !self.patterns.iter().any(|(_, p)| p.matches(value)) {
            let sources: Vec<&str> = self.patterns.iter().map(|(s, _)| s.as_str()).collect();
            return broken("formats.schema.pattern", format!("pattern {}", sources.join(" or ")));
        }
        let listed = self.values.is_empty()
            || self.values.iter().any(|v| v == value || base.is_number() && same_number(v, value));
        match listed {
            true => Ok(()),
            false => broken("formats.schema.enumeration", format!("one of: {}", self.values.join("; "))),
        }
    }

    fn check_length(&self, base: Base, value: &str) -> Result<(), FacetBroken> {
        if self.length.is_none() && self.min_length.is_none() && self.max_length.is_none() {
            return Ok(());
        }
        let length = base.length(value);
        if let Some(exact) = self.length.filter(|&n| n != length) {
            return broken("formats.schema.length", format!("exactly {exact} characters"));
        }
        if let Some(min) = self.min_length.filter(|&n| length < n) {
            return broken("formats.schema.length", format!("at least {min} characters"));
        }
        match self.max_length.filter(|&n| length > n) {
            Some(max) => broken("formats.schema.length", format!("at most {max} characters")),
            None => Ok(()),
        }
    }

    fn check_digits(&self, value: &str) -> Result<(), FacetBroken> {
        let Some(number) = Number::parse(value) else {
            return broken("formats.schema.type", Base::Decimal.words().to_owned());
        };
        if let Some(max) = self.total_digits.filter(|&n| number.digits() > n) {
            return broken("formats.schema.digits", format!("at most {max} digits"));
        }
        if let Some(max) = self.fraction_digits.filter(|&n| number.fraction.len() > n) {
            return broken("formats.schema.digits", format!("at most {max} digits after the dot"));
        }
        Ok(())
    }

    fn check_bounds(&self, base: Base, value: &str) -> Result<(), FacetBroken> {
        for (bound, limit) in &self.bounds {
            let order = base.order(value, limit);
            let (good, word) = match bound {
                Bound::AtLeast => (matches!(order, Some(Ordering::Greater | Ordering::Equal)), "at least"),
                Bound::Above => (order == Some(Ordering::Greater), "above"),
                Bound::AtMost => (matches!(order, Some(Ordering::Less | Ordering::Equal)), "at most"),
                Bound::Below => (order == Some(Ordering::Less), "below"),
            };
            if !good {
                return broken("formats.schema.bound", format!("{word} {limit}"));
            }
        }
        Ok(())
    }
}

impl Simple {
    pub fn check(&self, value: &str) -> Result<(), FacetBroken> {
        let value = self.base.normalized(value);
        if !self.base.takes(&value) {
            return broken("formats.schema.type", self.base.words().to_owned());
        }
        self.levels.iter().try_for_each(|level| level.check(self.base, &value))
    }
}

/// What a value looks like, without showing it.
pub(crate) fn shape(value: &str) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for c in value.chars() {
        let kind = match c {
            '0'..='9' => "digits",
            'A'..='Z' | 'a'..='z' => "Latin letters",
            c if c.is_alphabetic() => "letters",
            ' ' | '\t' | '\n' | '\r' => "spaces",
            _ => "signs",
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    match value.chars().count() {
        0 => "empty".to_owned(),
        1 => format!("1 character: {}", kinds.join(", ")),
        n => format!("{n} characters: {}", kinds.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simple(rule: &SimpleType) -> Simple {
        let base = Base::named(&rule.base).unwrap();
        let level = Level::new(base, rule, &mut |p| Pattern::new(p).map(Arc::new)).unwrap();
        Simple { base, levels: vec![Arc::new(level)] }
    }

    #[test]
    fn numbers_keep_their_digits_and_bounds() {
        let sum = simple(&SimpleType {
            base: "xs:decimal".into(),
            total_digits: Some(19),
            fraction_digits: Some(2),
            min_inclusive: Some("0".into()),
            ..SimpleType::default()
        });
        for good in ["0", "0.00", "1.5", "12345678901234567.89", " 5 ", "+7", "00001", "1.500", "-0", ".5", "5."] {
            assert!(sum.check(good).is_ok(), "{good}");
        }
        for bad in ["", "-1", "1,5", "1.505", "123456789012345678.90123", "1e3", "NaN", ".", "1 2", "--1", "١"] {
            assert!(sum.check(bad).is_err(), "{bad}");
        }
        let price =
            simple(&SimpleType { base: "xs:decimal".into(), min_exclusive: Some("0".into()), ..SimpleType::default() });
        assert!(price.check("0.00000000001").is_ok());
        assert!(price.check("0.0").is_err());
        let row = simple(&SimpleType { base: "xs:integer".into(), total_digits: Some(3), ..SimpleType::default() });
        assert!(row.check("999").is_ok());
        assert!(row.check("1000").is_err());
        assert!(row.check("1.0").is_err());
    }

    #[test]
    fn several_patterns_are_alternatives_and_lengths_count_characters() {
        let unit = simple(&SimpleType {
            base: "xs:string".into(),
            min_length: Some(3),
            max_length: Some(4),
            patterns: vec!["[0-9]{3}".into(), "[0-9]{4}".into()],
            ..SimpleType::default()
        });
        assert!(unit.check("796").is_ok());
        assert!(unit.check("0796").is_ok());
        assert_eq!(unit.check("79").err().unwrap().code, "formats.schema.length");
        assert_eq!(unit.check("шту").err().unwrap().code, "formats.schema.pattern");
    }

    #[test]
    fn moments_are_moments() {
        let moment = simple(&SimpleType { base: "xs:dateTime".into(), ..SimpleType::default() });
        for good in ["2026-02-28T00:00:00", "2026-02-28T23:59:59.123Z", "2026-02-28T23:59:59+03:00"] {
            assert!(moment.check(good).is_ok(), "{good}");
        }
        for bad in ["2026-02-30T00:00:00", "2026-02-28", "28.02.2026", "2026-02-28T25:00:00", ""] {
            assert!(moment.check(bad).is_err(), "{bad}");
        }
    }
}
