//! The simulator's own clock: the machine's time and a shift kept in the database, turned forwards only.

use kernel::{Clock, Moment};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// Time under the simulator; clones share the hand.
#[derive(Debug, Clone)]
pub struct TurnedClock {
    machine: Arc<dyn Clock>,
    shift_micros: Arc<AtomicI64>,
}

impl TurnedClock {
    /// Over this clock, turned forwards by what the database says.
    pub fn new(machine: Arc<dyn Clock>, shift: Duration) -> Self {
        let clock = Self { machine, shift_micros: Arc::default() };
        clock.turn(shift);
        clock
    }

    /// How far it is ahead of the clock below.
    pub fn shift(&self) -> Duration {
        Duration::from_micros(u64::try_from(self.shift_micros.load(Ordering::SeqCst)).unwrap_or_default())
    }

    /// Takes over a shift that the database holds already; a smaller one changes nothing.
    pub fn turn(&self, shift: Duration) {
        let micros = i64::try_from(shift.as_micros()).unwrap_or(i64::MAX);
        self.shift_micros.fetch_max(micros, Ordering::SeqCst);
    }
}

impl Clock for TurnedClock {
    fn now(&self) -> Moment {
        self.machine.now().plus(self.shift())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Stands;

    impl Clock for Stands {
        fn now(&self) -> Moment {
            Moment::from_seconds(1_000)
        }
    }

    #[test]
    fn it_is_turned_forwards_only() {
        let clock = TurnedClock::new(Arc::new(Stands), Duration::from_secs(5));
        let other = clock.clone();
        clock.turn(Duration::from_secs(60));
        other.turn(Duration::from_secs(7));
        assert_eq!((clock.now(), other.now()), (Moment::from_seconds(1_060), Moment::from_seconds(1_060)));
    }
}
