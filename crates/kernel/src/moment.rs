use jiff::{Timestamp, tz::Offset};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;
use thiserror::Error;

/// A civil date: a day of the calendar without time or zone. ISO text in tables.
pub type CivilDate = jiff::civil::Date;

/// Moscow keeps UTC+3 all year since 2014-10-26; official documents state Moscow time.
const MOSCOW: Offset = Offset::constant(3);

/// A moment: microseconds of UTC since 1970, within years −9999…9999. BIGINT in tables, RFC 3339 in answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// A text that is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a moment: RFC 3339 with an offset, such as 2026-11-22T10:00:00Z")]
pub struct MomentRefusal;

impl Moment {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// From microseconds since 1970.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// From whole seconds since 1970; saturates.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000_000))
    }

    /// Microseconds since 1970.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970, rounded down.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// Later by `duration`; saturates.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }

    /// Earlier by `duration`; saturates.
    #[must_use]
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }

    /// How long after `earlier`; zero when it is not after.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// RFC 3339 with six digits of fraction and `Z`.
    pub fn to_rfc3339(self) -> String {
        format!("{:.6}", self.timestamp())
    }

    /// Reads RFC 3339 with any offset. Refuses a text without one.
    pub fn parse_rfc3339(text: &str) -> Result<Self, MomentRefusal> {
        text.parse::<Timestamp>().map(|at| Self(at.as_microsecond())).map_err(|_| MomentRefusal)
    }

    /// The day it is in Moscow.
    pub fn civil_date_msk(self) -> CivilDate {
        MOSCOW.to_datetime(self.timestamp()).date()
    }

    /// Date and time in Moscow.
    pub fn civil_datetime_msk(self) -> jiff::civil::DateTime {
        MOSCOW.to_datetime(self.timestamp())
    }

    /// The moment a civil date begins in Moscow.
    pub fn start_of_day_msk(date: CivilDate) -> Self {
        Self::from_datetime_msk(date.at(0, 0, 0, 0))
    }

    /// The moment of a date and time stated in Moscow.
    pub fn from_datetime_msk(at: jiff::civil::DateTime) -> Self {
        MOSCOW.to_timestamp(at).map_or(Self(i64::MAX), |at| Self(at.as_microsecond()))
    }

    /// The same moment for `jiff`; clamped to its range.
    pub fn timestamp(self) -> Timestamp {
        let clamped = self.0.clamp(Timestamp::MIN.as_microsecond(), Timestamp::MAX.as_microsecond());
        Timestamp::from_microsecond(clamped).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self(at.as_microsecond())
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        Self::parse_rfc3339(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back() {
        let at = Moment::parse_rfc3339("2026-11-22T13:00:00.000001+03:00").unwrap();
        assert_eq!(at.to_rfc3339(), "2026-11-22T10:00:00.000001Z");
        assert_eq!(Moment::parse_rfc3339(&at.to_rfc3339()), Ok(at));
        assert_eq!(serde_json::from_str::<Moment>("\"2026-11-22T10:00:00Z\"").unwrap().seconds(), at.seconds());
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for bad in ["", "2026-11-22", "2026-11-22T10:00:00", "2026-13-22T10:00:00Z", "yesterday"] {
            assert_eq!(Moment::parse_rfc3339(bad), Err(MomentRefusal), "{bad}");
        }
    }

    #[test]
    fn moscow_is_three_hours_ahead() {
        let at = Moment::parse_rfc3339("2026-12-31T21:00:00Z").unwrap();
        assert_eq!(at.civil_date_msk().to_string(), "2027-01-01");
        assert_eq!(Moment::start_of_day_msk(at.civil_date_msk()), at);
    }

    #[test]
    fn arithmetic_saturates() {
        assert_eq!(Moment::from_micros(i64::MAX).plus(Duration::MAX).micros(), i64::MAX);
        assert_eq!(Moment::EPOCH.since(Moment::from_micros(5)), Duration::ZERO);
        assert!(!Moment::from_micros(i64::MIN).to_rfc3339().is_empty());
    }
}
