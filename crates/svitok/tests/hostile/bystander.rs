//! An ordinary client who asks again and again while others misbehave.

use crate::raw;
use crate::world::Row;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// Its address.
const HOST: u8 = 200;
/// How often it asks its two questions.
const ASK_EVERY: Duration = Duration::from_millis(100);
/// An answer later than this is one too late, also on a loaded machine.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(10);
/// Fewer answers would prove nothing.
const ANSWERS_MIN: usize = 3;

/// At work until it is asked how it went.
pub struct Bystander {
    stop: oneshot::Sender<()>,
    asking: JoinSet<(usize, Duration)>,
}

impl Bystander {
    /// Asks what the row's ordinary client asks: something read, and something small sent.
    pub fn of(row: &Row) -> Self {
        let (stop, mut stopped) = oneshot::channel();
        let (address, questions) = (row.address, [row.read.clone(), row.send("abc")]);
        let mut asking = JoinSet::new();
        asking.spawn(async move {
            let (mut answers, mut slowest) = (0, Duration::ZERO);
            let mut pause = tokio::time::interval(ASK_EVERY);
            while answers < ANSWERS_MIN || stopped.try_recv().is_err() {
                pause.tick().await;
                for question in &questions {
                    let begun = Instant::now();
                    let answer = raw::ask(HOST, address, question.as_bytes()).await;
                    assert!(answer.has(200), "an ordinary client: {}", answer.start);
                    slowest = slowest.max(begun.elapsed());
                    answers += 1;
                }
            }
            (answers, slowest)
        });
        Self { stop, asking }
    }

    /// Every answer was good and none was too late.
    pub async fn was_well(mut self, what: &str) {
        // It may have ended by a failed assertion, which the join tells.
        let _ = self.stop.send(());
        let (answers, slowest) = self.asking.join_next().await.unwrap().unwrap();
        assert!(slowest < ANSWER_TIME_MAX, "{what}: an ordinary client waited {slowest:?}");
        assert!(answers >= ANSWERS_MIN, "{what}");
    }
}
