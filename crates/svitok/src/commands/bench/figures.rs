//! Figures by flat names, and what most of them are made of.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing is decided by them")]

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

/// Names such as `delivery.p99_ms` with their values.
#[derive(Debug, Default)]
pub(super) struct Figures(BTreeMap<String, f64>);

impl Figures {
    /// Keeps a figure, to three places after the point.
    pub(super) fn set(&mut self, name: &str, value: f64) {
        self.0.insert(name.to_owned(), (value * 1000.0).round() / 1000.0);
    }

    /// Takes the figures of another process; a word, when given, is put after the first one of each name.
    pub(super) fn take(&mut self, told: &Value, word: Option<&str>) {
        for (name, value) in told.as_object().into_iter().flatten() {
            let named =
                word.and_then(|word| name.split_once('.').map(|(first, rest)| format!("{first}.{word}.{rest}")));
            if let Some(value) = value.as_f64() {
                self.set(named.as_ref().unwrap_or(name), value);
            }
        }
    }

    /// Keeps one figure over another when both are there.
    pub(super) fn set_ratio(&mut self, name: &str, over: &str, under: &str) {
        if let (Some(over), Some(under)) = (self.0.get(over).copied(), self.0.get(under).copied()) {
            self.set(name, over / under);
        }
    }

    /// One object.
    pub(super) fn to_json(&self) -> Value {
        Value::Object(self.0.iter().map(|(name, value)| (name.clone(), json!(value))).collect::<Map<_, _>>())
    }

    /// A line each.
    pub(super) fn to_text(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, (name, value)| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{name:40} {value}");
            text
        })
    }
}

/// Things done in a time, a second.
pub(super) fn per_second(done: usize, took: Duration) -> f64 {
    done as f64 / took.as_secs_f64()
}

/// Milliseconds each of so many things took.
pub(super) fn ms_each(took: Duration, done: usize) -> f64 {
    took.as_secs_f64() * 1000.0 / done as f64
}

/// Milliseconds.
pub(super) fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

/// The value below which so many hundredths of the values lie; the nearest rank.
pub(super) fn percentile(values: &mut [Duration], hundredths: usize) -> Duration {
    values.sort_unstable();
    let at = (values.len() * hundredths).div_ceil(100).saturating_sub(1);
    values.get(at).copied().unwrap_or_default()
}

/// The middle one.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_nearest_ranks() {
        let mut values: Vec<Duration> = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&mut values, 50), Duration::from_millis(100));
        assert_eq!(percentile(&mut values, 99), Duration::from_millis(198));
        assert_eq!(percentile(&mut values, 100), Duration::from_millis(200));
        assert_eq!(percentile(&mut [], 99), Duration::ZERO);
        assert_eq!(percentile(&mut [Duration::from_millis(7)], 1), Duration::from_millis(7));
    }

    #[test]
    fn names_stay_flat_and_values_short() {
        let mut figures = Figures::default();
        figures.take(&json!({ "delivery.p50_ms": 1.23456, "not a number": "x" }), None);
        figures.take(&json!({ "delivery.p50_ms": 2 }), Some("pg"));
        assert_eq!(figures.to_json(), json!({ "delivery.p50_ms": 1.235, "delivery.pg.p50_ms": 2.0 }));
    }
}
