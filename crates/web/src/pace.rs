//! Whether what a client sends or takes still moves.

use crate::limits::Pace;
use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep_until};

/// Watches one body or one answer. No timer exists until a client is waited for, and most never are.
#[derive(Debug)]
pub(crate) struct Watch {
    pace: Pace,
    /// From the first wait to the end.
    time_max: Duration,
    waiting: Option<(Waiting, Pin<Box<Sleep>>)>,
}

/// A client that is waited for.
#[derive(Debug)]
struct Waiting {
    /// When patience ends, whatever moves.
    ends: Instant,
    /// When the present stretch of time ends.
    stretch_ends: Instant,
    /// Bytes that moved in it.
    bytes: usize,
}

impl Waiting {
    fn begin(now: Instant, pace: Pace, time_max: Duration) -> Self {
        let ends = now + time_max;
        Self { ends, stretch_ends: ends.min(now + pace.grace), bytes: 0 }
    }

    /// At the end of a stretch: the end of the next one, or nothing for a client that is too slow.
    fn go_on(&mut self, pace: Pace) -> Option<Instant> {
        if self.stretch_ends >= self.ends || self.bytes < pace.bytes_min {
            return None;
        }
        self.bytes = 0;
        self.stretch_ends = self.ends.min(self.stretch_ends + pace.window);
        Some(self.stretch_ends)
    }
}

impl Watch {
    pub(crate) const fn new(pace: Pace, time_max: Duration) -> Self {
        Self { pace, time_max, waiting: None }
    }

    /// So many bytes moved.
    pub(crate) fn moved(&mut self, bytes: usize) {
        if let Some((waiting, _)) = &mut self.waiting {
            waiting.bytes = waiting.bytes.saturating_add(bytes);
        }
    }

    /// Nothing is waited for any more; the next wait is another one.
    pub(crate) fn rest(&mut self) {
        self.waiting = None;
    }

    /// Asked whenever the client must be waited for: ready when it is too slow to be waited for any longer.
    pub(crate) fn poll_too_slow(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let (pace, time_max) = (self.pace, self.time_max);
        let (waiting, timer) = self.waiting.get_or_insert_with(|| {
            let waiting = Waiting::begin(Instant::now(), pace, time_max);
            let timer = Box::pin(sleep_until(waiting.stretch_ends));
            (waiting, timer)
        });
        loop {
            ready!(timer.as_mut().poll(cx));
            let Some(next) = waiting.go_on(pace) else { return Poll::Ready(()) };
            timer.as_mut().reset(next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;

    const PACE: Pace = Pace { grace: Duration::from_secs(20), window: Duration::from_secs(10), bytes_min: 100 };

    /// Seconds until a client that moves so many bytes each second is given up; `None` where it is not within an hour.
    fn given_up(bytes_a_second: usize, seconds_max: u64) -> Option<u64> {
        let begun = Instant::now();
        let mut waiting = Waiting::begin(begun, PACE, Duration::from_secs(seconds_max));
        for second in 1..3600 {
            waiting.bytes += bytes_a_second;
            if waiting.stretch_ends <= begun + Duration::from_secs(second) && waiting.go_on(PACE).is_none() {
                return Some(second);
            }
        }
        None
    }

    #[test]
    fn who_moves_is_waited_for_and_who_does_not_is_not() {
        assert_eq!(given_up(0, 7200), Some(20), "silence ends with the grace");
        assert_eq!(given_up(4, 7200), Some(20));
        assert_eq!(given_up(5, 7200), Some(30), "a trickle outlives the grace, not the window after it");
        assert_eq!(given_up(9, 7200), Some(30));
        assert_eq!(given_up(10, 7200), None);
        assert_eq!(given_up(1_000_000, 120), Some(120), "whatever moves, it ends");
        assert_eq!(given_up(0, 5), Some(5));
    }

    #[tokio::test]
    async fn a_rest_begins_anew() {
        let pace = Pace { grace: Duration::from_millis(1), ..PACE };
        let mut watch = Watch::new(pace, Duration::from_secs(3600));
        poll_fn(|cx| watch.poll_too_slow(cx)).await;
        watch.rest();
        assert!(watch.waiting.is_none());
        poll_fn(|cx| watch.poll_too_slow(cx)).await;
        watch.moved(PACE.bytes_min);
        assert!(poll_fn(|cx| Poll::Ready(watch.poll_too_slow(cx))).await.is_pending(), "it moved");
    }
}
