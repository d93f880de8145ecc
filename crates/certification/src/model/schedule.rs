//! When a revocation list is made anew.

use kernel::Moment;
use std::time::Duration;

/// A new list comes at least this often, also when nothing was revoked.
pub(crate) const LIST_EVERY: Duration = Duration::from_secs(24 * 60 * 60);
/// A list is good for a week: six missed days leave verifiers with a list in force.
pub(crate) const LIST_VALID: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// A daily run a little early still counts as daily.
const EARLY: Duration = Duration::from_secs(60 * 60);

/// Whether a new list is due: none yet, something was revoked since, or the last is a day old.
pub(crate) fn is_list_due(last: Option<(Moment, i64)>, revoked_seq: i64, now: Moment) -> bool {
    last.is_none_or(|(made_at, journal_seq)| {
        revoked_seq > journal_seq || now.since(made_at) >= LIST_EVERY.saturating_sub(EARLY)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_when_none_stale_or_behind() {
        let made = Moment::from_micros(1_000_000);
        let later = |hours: u64| made.plus(Duration::from_secs(hours * 3600));
        assert!(is_list_due(None, 0, made));
        assert!(!is_list_due(Some((made, 5)), 5, later(1)));
        assert!(!is_list_due(Some((made, 5)), 0, later(22)));
        assert!(is_list_due(Some((made, 5)), 0, later(23)));
        assert!(is_list_due(Some((made, 5)), 6, made));
        // A clock set back does not make lists without end.
        assert!(!is_list_due(Some((later(48), 5)), 5, made));
    }
}
