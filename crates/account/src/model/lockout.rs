//! Wrong passwords are counted by login and by address, whether the login exists or not.

use kernel::Moment;
use std::time::Duration;

/// Attempts for one login within a window: a person mistypes a few times, a guesser needs thousands.
pub const LOGIN_FAILURES_MAX: i64 = 10;
/// Attempts from one address within a window: an office behind one address signs in every morning.
pub const ADDRESS_FAILURES_MAX: i64 = 100;
/// Registrations from one address within a window: a class of a school signs up at once; each costs a hash.
pub const ADDRESS_REGISTRATIONS_MAX: i64 = 100;
/// Counting begins anew so long after the first attempt: 40 guesses an hour for one login.
pub const WINDOW: Duration = Duration::from_secs(15 * 60);

/// When passwords are checked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockedUntil(pub Moment);

/// Attempts that have not yet turned out right, within the running window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempts {
    /// How many.
    pub count: i64,
    /// When counting begins anew.
    pub window_ends_at: Moment,
}

impl Attempts {
    /// One more attempt, counted before the password is looked at, so that parallel guesses count too.
    /// Refuses when the window's attempts are used up.
    pub fn begin(self, now: Moment, max: i64) -> Result<Self, LockedUntil> {
        if self.window_ends_at <= now {
            return Ok(Self { count: 1, window_ends_at: now.plus(WINDOW) });
        }
        if self.count >= max {
            Err(LockedUntil(self.window_ends_at))
        } else {
            Ok(Self { count: self.count + 1, ..self })
        }
    }

    /// An attempt that turned out right counts no more.
    #[must_use]
    pub fn forgive(self) -> Self {
        Self { count: (self.count - 1).max(0), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_run_out_and_come_back() {
        let start = Moment::from_seconds(1_000_000);
        let mut attempts = Attempts { count: 0, window_ends_at: Moment::EPOCH };
        for count in 1..=3 {
            attempts = attempts.begin(start, 3).unwrap();
            assert_eq!(attempts.count, count);
        }
        let ends = start.plus(WINDOW);
        assert_eq!(attempts.begin(start, 3), Err(LockedUntil(ends)));
        assert_eq!(attempts.begin(ends.minus(Duration::from_micros(1)), 3), Err(LockedUntil(ends)));
        assert_eq!(attempts.begin(ends, 3).unwrap(), Attempts { count: 1, window_ends_at: ends.plus(WINDOW) });
        assert_eq!(attempts.forgive().begin(start, 3).unwrap().count, 3);
    }

    #[test]
    fn forgiving_never_gives_credit() {
        let none = Attempts { count: 0, window_ends_at: Moment::EPOCH };
        assert_eq!(none.forgive(), none);
    }
}
