//! The machine's clock: for leases, timeouts and the age of files. Business time comes from `kernel::Cx` instead.

use std::sync::LazyLock;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use kernel::Moment;

/// What the machine's clock says. Programs that share a database keep their clocks within a few seconds of each other.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where the store asks the machine's clock")]
pub(crate) fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::EPOCH.plus(since)
}

/// The machine's steady clock, for time limits: microseconds since this program first asked.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "time limits use the machine's clock")]
pub(crate) fn steady_micros() -> u64 {
    static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
    let first = *FIRST;
    u64::try_from(Instant::now().saturating_duration_since(first).as_micros()).unwrap_or(u64::MAX)
}
