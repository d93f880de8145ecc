//! Deliveries: as many as go in a closed loop, then at a given rate with the time of each taken.

use super::super::Failure;
use super::figures::per_second;
use super::machine::{now, process_time};
use super::parcels::{Feed, Parcel, Side};
use crate::client::text;
use crate::story::StoryFault;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Senders of the closed loop.
const SENDERS: usize = 64;
/// Messages of one sender that are not delivered yet, at the most: it posts so many, then looks for them.
const UNDELIVERED_MAX: usize = 8;
/// How often a sender of the closed loop looks into the recipients' feeds: looking is work for the server too, and a
/// sender's round takes several times as long.
const FEED_EVERY: Duration = Duration::from_millis(50);
/// How often a delivery whose time is taken is looked for; it is told too long by at most this.
const WATCH_EVERY: Duration = Duration::from_millis(3);
/// One of so many deliveries is watched: looking for each would be most of the load.
const WATCHED_ONE_OF: usize = 3;
/// Later than this it was not delivered at all.
const DELIVERY_TIME_MAX: Duration = Duration::from_secs(60);

/// What the closed loop did.
pub(super) struct Closed {
    /// Deliveries.
    pub(super) done: usize,
    /// From the first post to the last delivery.
    pub(super) took: Duration,
    /// Processor time of the server.
    pub(super) server: Duration,
}

impl Closed {
    /// Deliveries a second.
    pub(super) fn rate(&self) -> f64 {
        per_second(self.done, self.took)
    }
}

type Queue = Arc<Mutex<VecDeque<Parcel>>>;

/// Each sender posts eight, waits until all are in the recipients' feeds, and goes on until the time is over or
/// nothing is left.
pub(super) async fn closed(parcels: Vec<Parcel>, time: Duration, server_pid: u32) -> Result<Closed, Failure> {
    let queue: Queue = Arc::new(Mutex::new(parcels.into()));
    let (before, begun) = (process_time(server_pid)?, now());
    let mut senders = JoinSet::new();
    for _ in 0..SENDERS {
        senders.spawn(sender(Arc::clone(&queue), begun, time));
    }
    let mut done = 0;
    while let Some(ended) = senders.join_next().await {
        done += ended.map_err(|why| Failure::failed("a sender", why))?.map_err(failed)?;
    }
    Ok(Closed { done, took: begun.elapsed(), server: process_time(server_pid)?.saturating_sub(before) })
}

async fn sender(queue: Queue, begun: Instant, time: Duration) -> Result<usize, StoryFault> {
    let mut done = 0;
    while begun.elapsed() < time {
        let batch: Vec<Parcel> = {
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            let many = queue.len().min(UNDELIVERED_MAX);
            queue.drain(..many).collect()
        };
        if batch.is_empty() {
            break;
        }
        let mut posted = Vec::with_capacity(batch.len());
        for parcel in &batch {
            let (from, to) = parcel.pair.sides(parcel.turn);
            posted.push((to, post(from, parcel).await?));
        }
        for (to, message_id) in &posted {
            delivered(to, message_id, FEED_EVERY).await?;
        }
        done += batch.len();
    }
    Ok(done)
}

/// Times of the deliveries that were watched, and of the answers to all posts.
#[derive(Default)]
pub(super) struct Open {
    /// From the moment a post was due to the message in the recipient's feed.
    pub(super) delivered: Vec<Duration>,
    /// From the moment a post was due to its answer.
    pub(super) answered: Vec<Duration>,
}

/// Posts at even distances, whether or not earlier ones were answered.
pub(super) async fn open(parcels: Vec<Parcel>, every: Duration) -> Result<Open, Failure> {
    let (begun, mut posts) = (now(), JoinSet::new());
    let mut due = begun;
    for (n, parcel) in parcels.into_iter().enumerate() {
        tokio::time::sleep_until(due.into()).await;
        posts.spawn(one(parcel, due, n.is_multiple_of(WATCHED_ONE_OF)));
        due += every;
    }
    let mut open = Open::default();
    while let Some(ended) = posts.join_next().await {
        let (answered, delivered) = ended.map_err(|why| Failure::failed("a post", why))?.map_err(failed)?;
        open.answered.push(answered);
        open.delivered.extend(delivered);
    }
    Ok(open)
}

async fn one(parcel: Parcel, due: Instant, is_watched: bool) -> Result<(Duration, Option<Duration>), StoryFault> {
    let (from, to) = parcel.pair.sides(parcel.turn);
    let message_id = post(from, &parcel).await?;
    let answered = due.elapsed();
    if !is_watched {
        return Ok((answered, None));
    }
    delivered(to, &message_id, WATCH_EVERY).await?;
    Ok((answered, Some(due.elapsed())))
}

/// Posts it. Gives the message's id.
async fn post(from: &Side, parcel: &Parcel) -> Result<String, StoryFault> {
    let path = format!("/api/v1/exchange/boxes/{}/messages", from.person.box_id);
    let posted = from.person.client.post(&path, &parcel.key, &parcel.body).await?;
    Ok(text(&posted, "/message_id")?.to_owned())
}

/// Waits until the message is in the recipient's feed, which is read on from where it was read last.
async fn delivered(to: &Side, message_id: &str, every: Duration) -> Result<(), StoryFault> {
    let begun = now();
    while begun.elapsed() < DELIVERY_TIME_MAX {
        if to.feed.lock().await.has(to, message_id).await? {
            return Ok(());
        }
        tokio::time::sleep(every).await;
    }
    Err(StoryFault::Missing(format!("a message was not delivered in {} s", DELIVERY_TIME_MAX.as_secs())))
}

impl Feed {
    /// Whether the message is in it by now.
    async fn has(&mut self, of: &Side, message_id: &str) -> Result<bool, StoryFault> {
        if !self.messages.contains(message_id) {
            let (events, next) = of.person.feed(self.cursor.as_deref()).await?;
            self.messages.extend(events.iter().filter_map(|event| text(event, "/message_id").ok().map(str::to_owned)));
            self.cursor = next.or(self.cursor.take());
        }
        Ok(self.messages.contains(message_id))
    }
}

/// A failure of the load.
pub(super) fn failed(why: StoryFault) -> Failure {
    Failure::failed("the load", why)
}
