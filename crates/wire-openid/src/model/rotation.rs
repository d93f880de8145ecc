//! When keys of id_tokens take each other's place. The list of keys holds the one that signs, the next one a day before it
//! begins, and those before until the last token they signed has ended.

use crate::limits::{CLOCK_LEEWAY, ID_TOKEN_LIFE, KEY_ANNOUNCED, KEY_SIGNS};
use kernel::Moment;

/// One key's times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Generation {
    /// Counts up.
    pub number: i64,
    /// It signs from here,
    pub signs_from: Moment,
    /// and up to here.
    pub signs_until: Moment,
}

impl Generation {
    /// Whether it signs at this moment.
    #[must_use]
    pub fn signs_at(&self, now: Moment) -> bool {
        self.signs_from <= now && now < self.signs_until
    }

    /// Until when it is published.
    #[must_use]
    pub fn published_until(&self) -> Moment {
        self.signs_until.plus(ID_TOKEN_LIFE).plus(CLOCK_LEEWAY)
    }
}

/// The key that must be made now: the first one, the one to follow a key that ends within a day, or one after a pause in which
/// nobody asked.
#[must_use]
pub fn next(known: &[Generation], now: Moment) -> Option<Generation> {
    let last = known.iter().max_by_key(|generation| generation.number);
    let from = match last {
        Some(last) if last.signs_until > now.plus(KEY_ANNOUNCED) => return None,
        Some(last) => last.signs_until.max(now),
        None => now,
    };
    let number = last.map_or(1, |last| last.number + 1);
    Some(Generation { number, signs_from: from, signs_until: from.plus(KEY_SIGNS) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn one_key_signs_at_each_moment_and_is_known_a_day_before() {
        let start = Moment::from_seconds(1_800_000_000);
        let mut keys: Vec<Generation> = Vec::new();
        for hour in 0..24 * 100_u32 {
            let now = start.plus(Duration::from_secs(3600) * hour);
            let made = next(&keys, now);
            keys.extend(made);
            assert_eq!(keys.iter().filter(|key| key.signs_at(now)).count(), 1, "hour {hour}");
            assert!(made.is_none_or(|key| hour == 0 || key.signs_from.since(now) >= KEY_ANNOUNCED));
        }
        assert_eq!(keys.len(), 4);
        assert!(keys.iter().all(|key| key.published_until() > key.signs_until.plus(ID_TOKEN_LIFE)));
    }

    #[test]
    fn after_a_pause_a_new_key_signs_at_once() {
        let start = Moment::from_seconds(1_800_000_000);
        let first = next(&[], start).unwrap();
        let late = start.plus(KEY_SIGNS * 3);
        let second = next(&[first], late).unwrap();
        assert_eq!((second.number, second.signs_from), (2, late));
        assert_eq!(next(&[first, second], late), None);
    }
}
