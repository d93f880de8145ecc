//! The machine's clock: for leases, timeouts and the age of files. Business time comes from `kernel::Cx` instead.

use std::time::{SystemTime, UNIX_EPOCH};

use kernel::Moment;

/// What the machine's clock says. Programs that share a database keep their clocks within a few seconds of each other.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where the store asks the machine's clock")]
pub(crate) fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::EPOCH.plus(since)
}
