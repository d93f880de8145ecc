//! A person's certificates: where each came from, where its key lives, when its end is told.

use kernel::Moment;
use serde::{Deserialize, Serialize};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Days before the end on which the holder is told: from 60 days on, as the field does; the last days closer together.
pub(crate) const NOTICE_DAYS: [u32; 6] = [60, 30, 14, 7, 3, 1];

/// Where a certificate came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CertificateOrigin)]
pub enum Origin {
    /// Issued here.
    Own,
    /// Issued by another authority and brought here.
    Imported,
}

impl Origin {
    /// Stable word, as kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Imported => "imported",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Own, Self::Imported].into_iter().find(|origin| origin.word() == word)
    }
}

/// Where the holder says his key lives. The key itself never comes here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// Encrypted in the store of a browser.
    Browser,
    /// In a file that its program opens.
    File,
    /// On a token.
    Token,
    /// In a store for cloud signing.
    Cloud,
}

impl KeyPlace {
    /// All places.
    pub const ALL: [Self; 4] = [Self::Browser, Self::File, Self::Token, Self::Cloud];

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::File => "file",
            Self::Token => "token",
            Self::Cloud => "cloud",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.word() == word)
    }
}

/// When the end is told next: the nearest of [`NOTICE_DAYS`] that lies after `now`. `None` once all are past.
pub(crate) fn next_notice(not_after: Moment, now: Moment) -> Option<Moment> {
    NOTICE_DAYS.into_iter().map(|days| not_after.minus(DAY.saturating_mul(days))).find(|at| *at > now)
}

/// Days left, one begun counted as one; none after the end.
pub(crate) fn days_left(not_after: Moment, now: Moment) -> u64 {
    not_after.since(now).as_secs().div_ceil(DAY.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_told_from_sixty_days_on_and_never_twice() {
        let end = Moment::from_seconds(1_800_000_000);
        let mut now = end.minus(DAY * 400);
        let mut told = Vec::new();
        while let Some(at) = next_notice(end, now) {
            assert!(at > now);
            told.push(days_left(end, at));
            now = at;
        }
        assert_eq!(told, [60, 30, 14, 7, 3, 1]);
        assert_eq!(next_notice(end, end.plus(DAY)), None);
        assert_eq!(days_left(end, end.plus(DAY)), 0);
    }
}
