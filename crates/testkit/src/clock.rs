use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kernel::{Clock, Moment};

/// A clock moved by hand; clones share the hand.
#[derive(Debug, Clone)]
pub struct HandClock(Arc<Mutex<Moment>>);

impl HandClock {
    /// Stands at this moment until moved.
    #[must_use]
    pub fn at(moment: Moment) -> Self {
        Self(Arc::new(Mutex::new(moment)))
    }

    /// Stands at the moment of this RFC 3339 text.
    #[must_use]
    pub fn at_rfc3339(text: &str) -> Self {
        Self::at(Moment::parse_rfc3339(text).expect("a moment as RFC 3339"))
    }

    /// Moves on.
    pub fn advance(&self, by: Duration) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = now.plus(by);
    }

    /// Moves to a moment, also back.
    pub fn set(&self, moment: Moment) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment;
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
