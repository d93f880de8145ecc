//! A person's certificates: where each came from, where its key lives, when its end is told.

use kernel::Moment;
use serde::{Deserialize, Serialize};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Days before the end on which the holder is told, and how near it is from then on: from 60 days on, as the field does; the
/// last days closer together.
const NOTICE_DAYS: [(u32, Ending); 7] = [
    (60, Ending::Ahead),
    (30, Ending::Near),
    (14, Ending::Near),
    (7, Ending::Close),
    (3, Ending::Close),
    (1, Ending::Close),
    (0, Ending::Over),
];
/// Days after the end during which it is still told: who has not renewed by then does without.
const OVER_DAYS: u32 = 30;

/// How near the end of a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CertificateEnding)]
pub enum Ending {
    /// 60 days or fewer: time to renew.
    Ahead,
    /// 30 days or fewer.
    Near,
    /// 7 days or fewer.
    Close,
    /// It ended, at most 30 days ago.
    Over,
}

impl Ending {
    /// What is told at this moment; nothing while the end is far, and when it is long past.
    pub(crate) fn at(not_after: Moment, now: Moment) -> Option<Self> {
        let told = NOTICE_DAYS.into_iter().rev().find(|(days, _)| before(not_after, *days) <= now);
        told.filter(|_| now < not_after.plus(DAY.saturating_mul(OVER_DAYS))).map(|(_, ending)| ending)
    }
}

fn before(not_after: Moment, days: u32) -> Moment {
    not_after.minus(DAY.saturating_mul(days))
}

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
    NOTICE_DAYS.into_iter().map(|(days, _)| before(not_after, days)).find(|at| *at > now)
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
        assert_eq!(told, [60, 30, 14, 7, 3, 1, 0]);
        assert_eq!(next_notice(end, end.plus(DAY)), None);
        assert_eq!(days_left(end, end.plus(DAY)), 0);
    }

    #[test]
    fn the_end_comes_nearer_and_is_forgotten_a_month_after() {
        let end = Moment::from_seconds(1_800_000_000);
        let second = Duration::from_secs(1);
        for (now, ending) in [
            (end.minus(DAY * 60).minus(second), None),
            (end.minus(DAY * 60), Some(Ending::Ahead)),
            (end.minus(DAY * 30).minus(second), Some(Ending::Ahead)),
            (end.minus(DAY * 30), Some(Ending::Near)),
            (end.minus(DAY * 7).minus(second), Some(Ending::Near)),
            (end.minus(DAY * 7), Some(Ending::Close)),
            (end.minus(second), Some(Ending::Close)),
            (end, Some(Ending::Over)),
            (end.plus(DAY * 30).minus(second), Some(Ending::Over)),
            (end.plus(DAY * 30), None),
        ] {
            assert_eq!(Ending::at(end, now), ending, "{now:?}");
        }
    }
}
