//! The contract's time: counts of 100 ns since 0001-01-01, UTC unless said otherwise.

use kernel::Moment;

use crate::proto::api::proto::Timestamp;

/// 0001-01-01 to 1970-01-01 in ticks.
const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;
/// Ticks of a microsecond.
const TICKS_PER_MICRO: i64 = 10;

/// A moment as ticks.
#[must_use]
pub fn ticks(moment: Moment) -> i64 {
    moment.micros().saturating_mul(TICKS_PER_MICRO).saturating_add(UNIX_EPOCH_TICKS)
}

/// A moment as ticks of Moscow's clock: a few fields of the contract are documented so.
#[must_use]
pub fn moscow_ticks(moment: Moment) -> i64 {
    // How much earlier Moscow's day begins.
    let offset = Moment::EPOCH.since(Moment::start_of_day_msk(Moment::EPOCH.civil_date_msk()));
    ticks(moment.plus(offset))
}

/// A moment as the contract's message.
#[must_use]
pub fn timestamp(moment: Moment) -> Timestamp {
    Timestamp { ticks: ticks(moment) }
}

/// Ticks as a moment; what lies beyond either end is that end. Negative ticks are no time.
#[must_use]
pub fn moment(ticks: i64) -> Option<Moment> {
    let micros = ticks.checked_sub(UNIX_EPOCH_TICKS)?.checked_div(TICKS_PER_MICRO)?;
    (ticks >= 0).then(|| Moment::from_micros(micros))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_and_back() {
        // 2026-11-28T00:00:00Z by the definition: days since 0001-01-01 times 864,000,000,000.
        let day = Moment::parse_rfc3339("2026-11-28T00:00:00Z").unwrap();
        assert_eq!(ticks(day), 739_947 * 864_000_000_000);
        assert_eq!(moment(ticks(day)), Some(day));
        assert_eq!(moscow_ticks(day) - ticks(day), 3 * 3600 * 10_000_000);
        assert_eq!(moment(-1), None);
        assert_eq!(moment(i64::MIN), None);
        assert!(moment(0).is_some());
        assert!(moment(i64::MAX).is_some());
    }
}
